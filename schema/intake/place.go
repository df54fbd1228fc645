package intake

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/schema"
)

// settle binds what was collected to the form of its edition and puts the
// values into the report. What does not fit is said.
func (c *collected) settle(r *schema.Report, due *schema.Edition) {
	if len(c.rows) == 0 && !c.header {
		r.Problems = append(r.Problems, c.extra...)
		return
	}
	spec := c.edition(due).Form(c.key)
	form := &schema.Form{Spec: spec, Place: c.place, Labels: c.labels, Format: c.format}
	r.Forms[c.key] = form
	if c.lost() {
		r.Problems = append(r.Problems, c.lostProblem(spec))
		form.Rows = nil
		return
	}
	r.Problems = append(r.Problems, c.extra...)
	c.widen(spec)
	for i := range c.rows {
		c.settleRow(r, form, &c.rows[i])
	}
	if p, any := unreadCells(r, form); any {
		r.Problems = append(r.Problems, p)
	}
}

// unreadCells names the cells of a form in which something stands that no
// reader could read.
func unreadCells(r *schema.Report, form *schema.Form) (schema.Problem, bool) {
	p := schema.Problem{Kind: schema.UnreadTable, Form: form.Spec.Key}
	for _, row := range form.Rows {
		for _, id := range row.Spec.Cells {
			if c := r.Cells[id]; c.State == schema.Absent && c.Raw != "" {
				if len(p.Cells) == 0 {
					p.Place, p.Words = c.Place, flat(row.Label.Printed.Value)
				}
				p.Cells = append(p.Cells, id)
			}
		}
	}
	n := len(p.Cells)
	p.ZH = fmt.Sprintf("表%s有 %d 格读不出来（第一格在“%s”一行），这些格没有核对，也没有当作 0。", zhNumber(form.Spec.Number), n, p.Words)
	p.EN = fmt.Sprintf("%d cells of form %d cannot be read (the first in the row %q); they were neither checked nor taken for zero", n, form.Spec.Number, p.Words)
	return p, n > 0
}

func (c *collected) settleRow(r *schema.Report, form *schema.Form, row *found) {
	spec := form.Spec.Row(row.key)
	if spec == nil {
		r.Problems = append(r.Problems, otherEdition(form.Spec, row))
		return
	}
	if form.Row(spec) != nil {
		if !sameValues(r, form.Row(spec), row) {
			r.Problems = append(r.Problems, twice(spec, row))
		}
		return
	}
	out := schema.Row{Spec: spec, Label: schema.Label{Printed: row.label, Official: spec.Label, Aliases: spec.Aliases, Whole: row.whole}}
	if len(row.values) == len(spec.Cells) && row.exact {
		for i, id := range spec.Cells {
			r.Cells[id] = row.values[i]
		}
	} else if len(row.values) > 0 {
		out.Ragged, out.Values = true, row.values
	} else {
		return
	}
	form.Rows = append(form.Rows, out)
}

func sameValues(r *schema.Report, have *schema.Row, row *found) bool {
	for i, id := range have.Spec.Cells {
		if have.Ragged || i >= len(row.values) || r.Cells[id].Raw != row.values[i].Raw {
			return false
		}
	}
	return true
}

// lost reports whether a reader upstream dropped repeated lines, so that zeros
// vanished: many rows, and nearly all of them with one or two values where
// seven are due.
func (c *collected) lost() bool {
	if c.key != schema.Applications || len(c.rows) < 5 {
		return false
	}
	thin := 0
	for _, row := range c.rows {
		if n := len(row.values); n <= 3 {
			thin++
		}
	}
	return thin*3 > len(c.rows)*2
}

func (c *collected) lostProblem(spec *schema.FormSpec) schema.Problem {
	p := schema.Problem{
		Kind: schema.UnreadTable, Place: c.place, Form: c.key, Words: spec.Title,
		ZH: fmt.Sprintf("表%s的大多数行只有一两个数，每行应有七个：多半是网页转文字时把重复的“0”丢了。哪个数属于哪一列无法判断，整张表没有核对；请用原来的 Word、PDF 或网页文件检查。", zhNumber(spec.Number)),
		EN: fmt.Sprintf("most rows of form %d have one or two figures where seven are due, as when repeated lines are lost; the form was not checked, use the original file", spec.Number),
	}
	for _, row := range spec.Rows {
		p.Cells = append(p.Cells, row.Cells...)
	}
	return p
}

func otherEdition(spec *schema.FormSpec, row *found) schema.Problem {
	return schema.Problem{
		Kind: schema.ExtraRow, Place: row.place, Form: spec.Key, Words: flat(row.label.Value),
		ZH: fmt.Sprintf("表%s的“%s”一行是另一版格式才有的，没有参加核对。", zhNumber(spec.Number), flat(row.label.Value)),
		EN: fmt.Sprintf("the row %q of form %d belongs to another edition and was not checked", flat(row.label.Value), spec.Number),
	}
}

func twice(spec *schema.RowSpec, row *found) schema.Problem {
	return schema.Problem{
		Kind: schema.DuplicateRow, Place: row.place, Form: spec.Block.Form.Key, Words: flat(row.label.Value),
		ZH: fmt.Sprintf("表%s的“%s”出现两次且数值不同，只核对了前一次；请删去一行。", zhNumber(spec.Block.Form.Number), spec.Name()),
		EN: fmt.Sprintf("the row %q of form %d stands twice with different figures; only the first was checked", spec.Name(), spec.Block.Form.Number),
	}
}

func zhNumber(n int) string { return string([]rune("零一二三四五六七八九")[n]) }

func flat(s string) string { return strings.Join(strings.Fields(s), "") }
