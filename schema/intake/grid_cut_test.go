package intake

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// twoPages is a table whose first rows stand on one page and the others on the
// next.
func twoPages(first int, rows ...[]string) *document.Table {
	t := &document.Table{Ruled: true}
	for i, words := range rows {
		page := 1
		if i >= first {
			page = 2
		}
		row := document.Row{Place: schema.Place{Page: page}}
		for k, w := range words {
			at := schema.Place{Page: page}
			row.Cells = append(row.Cells, document.Cell{Text: schema.NewText(w, at), Column: k, ColSpan: 1, RowSpan: 1, Place: at})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func TestRowsThatAPageCutsAreOne(t *testing.T) {
	t.Parallel()
	blank := func(words ...string) []string { return append(words, "", "", "", "", "", "", "") }
	full := func(words ...string) []string { return append(words, "1", "0", "0", "0", "0", "0", "1") }
	for _, tt := range []struct {
		name  string
		table *document.Table
		rows  int
		label string // of the row at the cut
	}{
		{"the rest of a label", twoPages(1, full("（三）不予", "1.属于国家"), blank("公开", "秘密"), full("", "2.其他法律行政法规禁止公开")), 2, "1.属于国家秘密"},
		{"figures below the beginning of the label", twoPages(1, blank("", "1.属于国家"), full("", "秘密")), 1, "1.属于国家秘密"},
		{"figures below the whole label", twoPages(1, blank("", "1.属于国家秘密"), full("", "")), 1, "1.属于国家秘密"},
		{"only the rest of the group's label", twoPages(1, full("（三）不予", "1.属于国家秘密"), blank("公开", "")), 1, "1.属于国家秘密"},
		{"a row that was left blank", twoPages(1, full("", "1.属于国家秘密"), blank("", "2.其他法律行政法规禁止公开")), 2, "1.属于国家秘密"},
		{"two rows of figures", twoPages(1, full("", "1.属于国家"), full("", "秘密")), 2, "1.属于国家"},
		{"no page between", twoPages(9, full("", "1.属于国家"), blank("", "秘密")), 2, "1.属于国家"},
		{"heads", twoPages(1, []string{"信息内容", "本年制发", "本年废止", "现行有效"}, []string{"", "件数", "件数", "件数"}, []string{"规章", "0", "0", "0"}), 2, "本年制发件数"},
		{"heads over a row of figures", twoPages(1, []string{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"}, []string{"规章", "0", "0", "0"}), 2, "本年制发件数"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			healCuts(tt.table)
			assert.Len(t, tt.table.Rows, tt.rows)
			assert.Equal(t, tt.label, tt.table.Rows[0].Cells[1].Text.Value)
		})
	}
}
