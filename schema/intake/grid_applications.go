package intake

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// applicationsGrid binds the rows of a table to form three.
func applicationsGrid(c *collected, t *grid) bool {
	const columns = 7
	index := formIndex(schema.Applications)
	rows := slices.Clone(t.rows)
	type bound struct {
		at int
		named
	}
	var hits []bound
	for i := range rows {
		rows[i].due = columns
		n, ok := rows[i].findRow(index)
		if ok && (anyValue(&rows[i]) || tellsRow(n.label.Value)) {
			hits = append(hits, bound{i, n})
		}
	}
	if len(hits) < 2 && !(len(hits) == 1 && len(rows) <= 3) {
		return headsOnly(c, t)
	}
	c.seen(t.table.Place, "grid")
	c.header = true
	c.labels = append(c.labels, applicationHeads(rows)...)
	start := valueStart(rows, columns, t.table.Ruled)
	taken := map[int]bool{}
	for n, h := range hits {
		taken[h.at] = true
		g := &rows[h.at]
		if c.tail(h.named, g, columns) {
			continue
		}
		values, exact := rowValues(g, columns, start, t.table.Ruled)
		if len(values) == 0 && !anyValue(g) {
			continue // a label whose figures stand elsewhere; if nowhere, the row is missing
		}
		whole := h.match.whole
		if !whole {
			next := len(rows)
			if n+1 < len(hits) {
				next = hits[n+1].at
			}
			whole = !goesOnBelow(rows, h.at, next)
		}
		c.rows = append(c.rows, found{key: h.key, label: h.label, whole: whole, values: values, exact: exact, place: g.row.Place})
	}
	for i := hits[0].at; i < hits[len(hits)-1].at; i++ {
		if !taken[i] {
			c.strange(index, &rows[i], 2)
		}
	}
	return true
}

// tellsRow reports whether words without figures behind them surely are a row's
// label: 其他 alone is a column's head as well.
func tellsRow(label string) bool {
	number, _, _ := enumerator(label)
	return number > 0 || utf8.RuneCountInString(bare(label)) >= 4
}

// goesOnBelow reports whether the row below, up to the next bound one, may
// hold the rest of a label: words without figures.
func goesOnBelow(rows []gridRow, at, next int) bool {
	if at+1 >= next || at+1 >= len(rows) {
		return false
	}
	below := &rows[at+1]
	return below.labels > 0 && !anyValue(below)
}

// strange says that a row with figures is none of the form's: a subtotal, a
// remark, a label that nobody can read.
func (c *collected) strange(index *labelIndex, g *gridRow, least int) {
	figures := 0
	for i := range g.values() {
		if g.values()[i].state == schema.Numeric {
			figures++
		}
	}
	if figures < least {
		return
	}
	var words []string
	for _, t := range g.labelTexts() {
		words = append([]string{flat(t.Value)}, words...)
	}
	label := strings.Join(words, " ")
	number := schema.Editions()[0].Form(c.key).Number
	p := schema.Problem{
		Kind: schema.UnreadTable, Place: g.row.Place, Form: c.key, Words: label,
		ZH: fmt.Sprintf("表%s有一行认不出是哪一项（“%s”，%d 个数），没有核对。", zhNumber(number), label, figures),
		EN: fmt.Sprintf("a row of form %d (%q, %d figures) fits no row of the form and was not checked", number, label, figures),
	}
	if len(words) > 0 && index.isGroup(words[len(words)-1]) || strings.Contains(label, "小计") || strings.Contains(label, "合计") {
		p.Kind = schema.ExtraRow
		p.ZH = fmt.Sprintf("表%s多出一行小计（“%s”），格式没有这一行，没有计入；请核对。", zhNumber(number), label)
		p.EN = fmt.Sprintf("form %d has a subtotal (%q) that the form does not have; it was not counted", number, label)
	}
	c.extra = append(c.extra, p)
}

// headsOnly notes a table that has the heads of form three and none of its
// rows.
func headsOnly(c *collected, t *grid) bool {
	if len(applicationHeads(t.rows)) < 4 {
		return false
	}
	c.seen(t.table.Place, "grid")
	c.header = true
	return true
}

// applicationHeads collects the column heads of form three as printed.
func applicationHeads(rows []gridRow) []schema.Label {
	var out []schema.Label
	for i := range rows {
		for k := range rows[i].cells {
			cell := &rows[i].cells[k]
			if cell.state != schema.Words || len(cell.Text.Value) < len("自然") || len(cell.Text.Value) > longHead {
				continue
			}
			var buffer [64]rune
			words := schema.SpellInto(buffer[:0], cell.all)
			for _, col := range applicationColumns() {
				if words.Distance(&col.spelt, 1) <= 1 {
					out = append(out, schema.Label{Printed: cell.Text, Official: col.Label, Aliases: col.Aliases, Whole: true})
				}
			}
		}
	}
	return out
}

// applicationColumn is a column of form three with its bare name.
type applicationColumn struct {
	schema.ColumnSpec
	bare  string
	spelt schema.Spelling
}

// applicationColumns lists form three's columns that have a name long enough to
// be known by.
var applicationColumns = sync.OnceValue(func() []applicationColumn {
	var out []applicationColumn
	for _, c := range schema.Editions()[0].Form(schema.Applications).Blocks[0].Columns {
		name := bare(c.Label)
		if spelt := schema.Spell(name); spelt.Len() > 2 {
			out = append(out, applicationColumn{c, name, spelt})
		}
	}
	return out
})
