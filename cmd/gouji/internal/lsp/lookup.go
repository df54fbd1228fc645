package lsp

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// covers reports whether the byte stands in the place or at its end; an empty
// place, a blank cell, is met at its one point.
func (d *document) covers(p schema.Place, at int) bool {
	if p.Line <= 0 || p.Path != "" && p.Path != d.path {
		return false
	}
	from, to := d.lines.span(p)
	return from <= at && at <= to
}

// findingsAt returns the findings that touch the bytes: by their place, or by a
// cell that they are about.
func (d *document) findingsAt(c *Checked, from, to int) []found {
	var out []found
	for _, f := range c.findings() {
		touched := false
		for _, p := range f.places() {
			i, j := d.lines.span(p)
			touched = touched || i <= to && from <= j && (p.Path == "" || p.Path == d.path)
		}
		if touched {
			out = append(out, f)
		}
	}
	return out
}

// places returns where a finding is, its cells included. A finding about the
// file as a whole is on the first line.
func (f found) places() []schema.Place {
	out := []schema.Place{f.Place}
	for _, path := range f.Cells {
		if id, ok := schema.LookupCell(path); ok {
			if p := f.report.Cell(id).Place; p.Line > 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

// cell is a cell of a form with the report that it is of.
type cell struct {
	report *schema.Report
	form   *schema.Form
	id     schema.CellID
}

// cellAt returns the cell that stands at a byte.
func (d *document) cellAt(c *Checked, at int) (cell, bool) {
	for i := range c.Results {
		r := c.Results[i].Report
		for _, key := range schema.FormKeys() {
			form := r.Forms[key]
			if form == nil {
				continue
			}
			for k := range form.Rows {
				for _, id := range form.Rows[k].Spec.Cells {
					if d.covers(r.Cell(id).Place, at) {
						return cell{r, form, id}, true
					}
				}
			}
		}
	}
	return cell{}, false
}

// numberAt returns the number of the prose that stands at a byte.
func (d *document) numberAt(c *Checked, at int) (*schema.Report, *rules.ProseNumber) {
	for i := range c.Results {
		for k := range c.Results[i].Numbers {
			if n := &c.Results[i].Numbers[k]; d.covers(n.Place, at) {
				return c.Results[i].Report, n
			}
		}
	}
	return nil, nil
}
