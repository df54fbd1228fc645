package lsp

import (
	"slices"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// definition leads from what is wrong to what it is held against, from a number
// of the prose to the cells it speaks of, and from a cell to the sums it is part
// of.
func (s *session) definition(d *document, p atParams) any {
	c := d.check(&s.options)
	at := d.lines.offset(p.Position)
	out := []location{}
	add := func(places ...schema.Place) {
		for _, place := range places {
			// What stands under the cursor leads nowhere.
			if l, ok := s.locate(d, place); ok && !d.covers(place, at) && !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	for _, f := range d.findingsAt(c, at, at) {
		for _, r := range f.Related {
			add(r.Place)
		}
		add(f.places()...)
	}
	if r, n := d.numberAt(c, at); n != nil {
		for _, id := range n.Cells {
			add(rules.CellPlace(r, id))
		}
	}
	if cell, ok := d.cellAt(c, at); ok && len(out) == 0 {
		for _, sum := range sumsOf(cell) {
			for _, id := range sum.Right {
				add(rules.CellPlace(cell.report, id))
			}
		}
	}
	return out
}

// sumsOf returns the relations that a cell is part of.
func sumsOf(c cell) []*schema.Sum {
	var out []*schema.Sum
	for _, rel := range c.form.Spec.Relations {
		for i := range rel.Sums {
			sum := &rel.Sums[i]
			if slices.Contains(sum.Left, c.id) || slices.Contains(sum.Right, c.id) {
				out = append(out, sum)
			}
		}
	}
	return out
}
