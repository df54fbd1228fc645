package intake

import (
	"strings"
	"sync"

	"github.com/gouji/gouji/schema"
)

// disclosureHead is a column or block head of form two in one of its editions.
type disclosureHead struct {
	label   string
	aliases []string
	block   bool
	names   []string // bare
	spelt   []schema.Spelling
}

// longHead is the length, in bytes, beyond which words are no head of a column,
// however widely they are spaced.
const longHead = 200

// disclosureHeads lists the heads of form two over all editions.
var disclosureHeads = sync.OnceValue(func() []disclosureHead {
	var out []disclosureHead
	add := func(label string, aliases []string, block bool) {
		for _, have := range out {
			if have.label == label {
				return
			}
		}
		h := disclosureHead{label: label, aliases: aliases, block: block}
		h.names = appendNew(nil, bare(label), bare(withoutRemark(label)))
		for _, a := range aliases {
			h.names = appendNew(h.names, bare(a))
		}
		for _, name := range h.names {
			h.spelt = append(h.spelt, schema.Spell(name))
		}
		out = append(out, h)
	}
	for _, e := range schema.Editions() {
		for _, b := range e.Form(schema.Disclosure).Blocks {
			add(b.Label, nil, true)
			for _, c := range b.Columns {
				add(c.Label, c.Aliases, false)
			}
		}
	}
	return out
})

// findDisclosureHead returns the head that the words are: exactly, or up to a
// few slips when no other is as near.
func findDisclosureHead(words string) (*disclosureHead, bool) {
	if len(words) < len("信息内容") || len(words) > longHead {
		return nil, false
	}
	heads := disclosureHeads()
	for i := range heads {
		if words == heads[i].names[0] {
			return &heads[i], true
		}
	}
	var buffer [64]rune
	spelt := schema.SpellInto(buffer[:0], words)
	if spelt.Len() < 4 {
		return nil, false
	}
	var best *disclosureHead
	limit := min(2, spelt.Len()/4)
	least, several := limit+1, false
	for i := range heads {
		h := &heads[i]
		for k := range h.spelt {
			switch d := spelt.Distance(&h.spelt[k], limit); {
			case d < least:
				best, least, several = h, d, false
			case d == least && d <= limit && h.label != best.label:
				several = true
			}
		}
	}
	return best, least <= limit && !several
}

// disclosureGrid binds the rows of a table to form two.
func disclosureGrid(c *collected, t *grid) bool {
	index := formIndex(schema.Disclosure)
	var (
		rows   []found
		labels []schema.Label
		heads  []string

		bound   bool      // a row was, if only to say that it cannot be read
		strange []gridRow // rows below it that are none of the form's; those at the end are no part of it
	)
	for _, g := range t.rows {
		if names, ok := headRow(&g); ok {
			heads = nil
			for _, l := range names {
				labels = append(labels, l)
				heads = append(heads, bare(l.Official))
			}
			continue
		}
		g.due = len(heads)
		n, ok := g.findRow(index)
		if !ok {
			if bound && len(heads) > 0 && g.labels > 0 {
				strange = append(strange, g)
			}
			continue
		}
		bound = true
		for ; len(strange) > 0; strange = strange[1:] {
			c.strange(index, &strange[0], 1)
		}
		if c.tail(n, &g, c.columnsOf(n.key, heads)) {
			continue
		}
		values := trimTail(g.values())
		rows = append(rows, found{
			key: n.key, label: n.label, whole: n.whole, heads: heads, place: g.row.Place,
			values: parseCells(values), exact: true, padded: len(values) < len(g.values()),
		})
	}
	if !bound {
		return false
	}
	c.seen(t.table.Place, "grid")
	c.header = true
	c.labels = append(c.labels, labels...)
	c.rows = append(c.rows, rows...)
	return true
}

// headRow reads a row of heads: 信息内容 本年制发件数 …, or a block's
// 第二十条第（一）项. Behind 信息内容 columns of the organ's own are passed over.
func headRow(g *gridRow) ([]schema.Label, bool) {
	var out []schema.Label
	block, items := false, false
	for i := range g.cells {
		cell := &g.cells[i]
		if cell.all == "" || cell.all == "信息内容" {
			items = items || cell.all != ""
			continue
		}
		h, ok := findDisclosureHead(cell.all)
		if !ok && items {
			continue
		}
		if !ok {
			return nil, false
		}
		block = block || h.block
		out = append(out, schema.Label{Printed: cell.Text, Official: h.label, Aliases: h.aliases, Whole: true})
	}
	if block && len(out) > 1 { // a block's head over column heads in one row does not occur
		return nil, false
	}
	return out, len(out) > 0
}

// trimTail drops blank cells behind the last value: form two is four columns
// wide and its lower rows have fewer figures. What a row lacks is settled by
// [collected.widen].
func trimTail(cells []gridCell) []gridCell {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1].Text.Value) == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// widen gives each row of form two as many values as its edition has columns:
// blanks where the row ends early, one value where a merged cell was repeated.
// A row with more values than columns, or with a gap and fewer, stays as it is.
func (c *collected) widen(spec *schema.FormSpec) {
	if c.key != schema.Disclosure {
		return
	}
	for i := range c.rows {
		row := &c.rows[i]
		rs := spec.Row(row.key)
		if rs == nil {
			continue
		}
		n := len(rs.Cells)
		row.onceEach()
		var given []schema.Cell
		for _, v := range row.values {
			if v.State != schema.Blank {
				given = append(given, v)
			}
		}
		switch {
		case n == 1 && len(given) == 1:
			row.values = given
		case n == 1 && len(given) > 1 && allSame(given):
			row.values = given[:1]
		case len(given) == 0:
			row.values = blanks(n, row)
		case len(row.values) < n && row.padded:
			row.values = append(row.values, blanks(n-len(row.values), row)...)
		}
	}
}

// onceEach drops the figures under a head that repeats the head before it: one
// merged cell, printed in every place that it covers.
func (f *found) onceEach() {
	if len(f.heads) != len(f.values) {
		return
	}
	var values []schema.Cell
	for i, v := range f.values {
		if i > 0 && f.heads[i] == f.heads[i-1] && v.Raw == f.values[i-1].Raw {
			continue
		}
		values = append(values, v)
	}
	f.values = values
}

func allSame(cells []schema.Cell) bool {
	for _, c := range cells {
		if c.Raw != cells[0].Raw {
			return false
		}
	}
	return true
}

func blanks(n int, row *found) []schema.Cell {
	out := make([]schema.Cell, n)
	for i := range out {
		out[i] = schema.ParseCell("", row.place)
	}
	return out
}
