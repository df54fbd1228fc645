package document

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// odtOf makes an OpenDocument text of automatic styles and a body.
func odtOf(tb testing.TB, styles, body string) []byte {
	tb.Helper()
	return zipOf(tb, part{"mimetype", "application/vnd.oasis.opendocument.text"},
		part{"content.xml", "<office:document-content><office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:text>" + body + "</office:text></office:body></office:document-content>"})
}

func TestWordsOfAnOpenDocumentText(t *testing.T) {
	t.Parallel()
	const styles = `<style:style style:name="X"><style:text-properties text:display="none"/></style:style>` +
		`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）"/><text:list-level-style-bullet text:level="3"/></text:list-style>`
	item := func(s string) string { return "<text:list-item>" + s + "</text:list-item>" }
	for _, tt := range []struct{ name, body, want string }{
		{"spans are joined, white space of the file is one space", "<text:p>新收<text:span>12</text:span>件\n  共<text:s text:c=\"2\"/>计<text:tab/>3</text:p>", "新收12件 共  计\t3"},
		{"a line break ends a line", "<text:p>甲<text:line-break/>乙</text:p>", "甲\n乙"},
		{"an empty paragraph is a gap", "<text:p>甲</text:p><text:p/><text:p/><text:p>乙</text:p>", "甲\n\n乙"},
		{"a heading has its level", `<text:h text:outline-level="2">甲</text:h>`, "## 甲"},
		{"what was deleted, notes and remarks are left out", "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>新<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><office:annotation><text:p>批</text:p></office:annotation></text:p>", "新"},
		{"hidden text is none", `<text:p>明<text:span text:style-name="X">密</text:span>明</text:p><text:p text:style-name="X">密</text:p>`, "明明"},
		{"a text box follows its paragraph, the name of a picture is no text", "<text:p>文<draw:frame><svg:desc>图</svg:desc><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>", "文\n框"},
		{"lists have their numbers", `<text:list text:style-name="L">` + item("<text:p>甲</text:p><text:p>续</text:p><text:list>"+item("<text:p>子</text:p>")+item("<text:p>丑</text:p><text:list>"+item("<text:p>点</text:p>")+"</text:list>")+"</text:list>") + item("<text:p>乙</text:p><text:list>"+item("<text:p>子</text:p>")+"</text:list>") + "</text:list>", "一、甲\n续\n（1）子\n（2）丑\n点\n二、乙\n（1）子"},
		{"a list goes on behind a paragraph only where it says so", `<text:list text:style-name="L">` + item("<text:p>甲</text:p>") + `</text:list><text:p>文</text:p><text:list text:style-name="L" text:continue-numbering="true">` + item("<text:p>乙</text:p>") + `</text:list><text:list text:style-name="L">` + item("<text:p>丙</text:p>") + "</text:list>", "一、甲\n文\n二、乙\n一、丙"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc, err := Read(context.Background(), "年报.odt", odtOf(t, styles, tt.body))
			require.NoError(t, err)
			assert.Equal(t, "odt", doc.Format)
			assert.Equal(t, tt.want, strings.TrimSuffix(sketch(doc.Blocks), "\n"))
		})
	}
}

func TestTablesOfAnOpenDocumentText(t *testing.T) {
	t.Parallel()
	c := func(attrs, s string) string {
		return "<table:table-cell " + attrs + "><text:p>" + s + "</text:p></table:table-cell>"
	}
	row := func(cells ...string) string {
		return "<table:table-row>" + strings.Join(cells, "") + "</table:table-row>"
	}
	const covered = "<table:covered-table-cell/>"
	for _, tt := range []struct{ name, body, want string }{
		{"cells merged downwards", row(c(`table:number-rows-spanned="2"`, "甲"), c("", "1")) + row(covered, c("", "2")), "|甲|1|\n|^|2|"},
		{"cells merged both ways", row(c(`table:number-rows-spanned="2" table:number-columns-spanned="2"`, "甲"), covered, c("", "1")) + row(covered, covered, c("", "2")), "|甲|1|\n|^|2|"},
		{"repeated cells and rows", `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"><text:p>0</text:p></table:table-cell></table:table-row>`, "|0|0|0|\n|0|0|0|"},
		{"blank rows, however many, are one", `<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>` + row(c("", "1")), "||\n|1|"},
		{"rows of the head", "<table:table-header-rows>" + row(c("", "甲")) + "</table:table-header-rows>" + row(c("", "1")), "|甲|\n|1|"},
		{"two figures in one cell are not glued", "<table:table-row><table:table-cell><text:p>1</text:p><text:p>2</text:p></table:table-cell></table:table-row>", "|1 2|"},
		{"a table in a cell follows", "<table:table-row><table:table-cell><text:p>外</text:p><table:table>" + row(c("", "内")) + "</table:table></table:table-cell></table:table-row>", "|外|\n|内|"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc, err := Read(context.Background(), "年报.odt", odtOf(t, "", "<table:table>"+tt.body+"</table:table>"))
			require.NoError(t, err)
			assert.Equal(t, tt.want, sketch(doc.Blocks))
		})
	}
	doc, err := Read(context.Background(), "年报.odt", odtOf(t, "", "<table:table>"+row(c(`table:number-rows-spanned="9" table:number-columns-spanned="2"`, "甲"), covered, c("", "1"))+row(covered, covered, c("", "2"))+"</table:table>"))
	require.NoError(t, err)
	rows := doc.Blocks[0].Table.Rows
	assert.True(t, doc.Blocks[0].Table.Ruled)
	assert.Equal(t, []int{2, 2, 2}, []int{rows[0].Cells[0].RowSpan, rows[1].Cells[0].ColSpan, rows[1].Cells[1].Column})
	assert.Equal(t, schema.Place{Path: "年报.odt", Table: 1, Row: 2, Cell: 3}, rows[1].Cells[1].Place)
}

func TestAnOpenDocumentTextWithoutBoundsIsGivenUp(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"a million cells":   `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="4000"><text:p>0</text:p></table:table-cell></table:table-row></table:table>`,
		"a row too wide":    `<table:table><table:table-row><table:table-cell table:number-columns-repeated="4096"/><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>`,
		"a million rows":    `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>0</text:p></table:table-cell></table:table-row></table:table>`,
		"lists without end": strings.Repeat("<text:list><text:list-item>", 200),
		"broken XML":        "<text:p></text:q>",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := Read(context.Background(), "年报.odt", odtOf(t, "", "<text:p>甲</text:p>"+body))
			require.NoError(t, err)
			assert.Contains(t, sketch(doc.Blocks), "甲")
			require.Len(t, doc.Problems, 1)
			assert.Equal(t, schema.Unreadable, doc.Problems[0].Kind)
		})
	}
}

func FuzzODT(f *testing.F) {
	f.Add("<text:p>一、总体情况</text:p><table:table><table:table-row><table:table-cell table:number-rows-spanned=\"2\"/></table:table-row></table:table>")
	f.Add("<text:list><text:list-item text:start-value=\"3\"><text:p>1</text:p></text:list-item></text:list><table:table><table:table-row><table:covered-table-cell table:number-columns-repeated=\"-1\"/></table:table-row></table:table>")
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := Read(context.Background(), "f.odt", odtOf(t, "<text:list-style/>", body))
		if err == nil && doc == nil {
			t.Fatal("neither a document nor an error")
		}
	})
}
