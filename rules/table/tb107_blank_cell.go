package table

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// BlankCell is TB107.
var BlankCell = &rules.Rule{
	Code: "TB107", Name: "blank-cell", Family: rules.Table, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "空格未填", EN: "cells left blank"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表内空着或画“/”的格。整张表空白的为错误；凡是零都留空的，是填报习惯，整份报告提示一次；个别空格按行提示。空格不当作 0，涉及它的勾稽关系没有核对。",
			EN: "cells that are blank or hold a slash; a form with nothing in it is an error, leaving every zero blank is a habit and said once, single blanks are said by row; a blank is not 0, and relations over it were not checked",
		},
		Why:   rules.Words{ZH: "空格分不清是零还是漏填。", EN: "a blank may be a zero or forgotten"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号所附格式：没有发生的填 0", EN: "the form attached to circular 〔2021〕30: 0 where nothing happened"},
		Bad:   "（一）予以公开 | 5 |  | 0 | 0 | 0 | 0 | 5",
		Good:  "（一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 5",
	},
	Check: checkBlankCell,
}

// filled counts what stands in the cells of a form or a row.
type filled struct{ blank, slash, zero, other int }

func (n *filled) add(c schema.Cell) {
	switch {
	case c.State == schema.Blank:
		n.blank++
	case c.State == schema.Slash:
		n.slash++
	case c.State == schema.Numeric && c.Value.Sign() == 0:
		n.zero++
	case c.State != schema.Absent:
		n.other++
	}
}

func checkBlankCell(p *rules.Pass) {
	var habit []*schema.Form // forms that leave every zero blank
	for _, key := range schema.FormKeys() {
		form := p.Report.Forms[key]
		if form == nil || len(form.Rows) == 0 {
			continue
		}
		n := count(p.Report, form)
		switch missing := n.blank + n.slash; {
		case missing == 0:
		case n.zero+n.other == 0:
			p.Add(emptyForm(p.Report, form, n))
		case n.zero == 0 && missing >= 5:
			habit = append(habit, form)
		default:
			blankRows(p, form)
		}
	}
	if len(habit) > 0 {
		p.Add(habitFinding(p.Report, habit))
	}
}

func count(r *schema.Report, form *schema.Form) filled {
	var n filled
	for _, row := range form.Rows {
		for _, id := range row.Spec.Cells {
			n.add(r.Cells[id])
		}
		for _, c := range row.Values {
			n.add(c)
		}
	}
	return n
}

func emptyForm(r *schema.Report, form *schema.Form, n filled) rules.Finding {
	mark := "空白"
	if n.blank == 0 {
		mark = "“" + slashIn(r, []*schema.Form{form}) + "”"
	}
	return rules.Finding{
		Severity: rules.Error, Place: form.Place, Key: "form " + string(form.Spec.Key),
		Message: rules.Words{
			ZH: fmt.Sprintf("%s“%s”全部 %d 格都是%s，没有一个数；没有发生的也应填 0。", formName(form.Spec), form.Spec.Title, n.blank+n.slash, mark),
			EN: fmt.Sprintf("form %d has no figure in any of its %d cells; write 0 where nothing happened", form.Spec.Number, n.blank+n.slash),
		},
	}
}

func habitFinding(r *schema.Report, forms []*schema.Form) rules.Finding {
	var names []string
	var all filled
	for _, f := range forms {
		names = append(names, formName(f.Spec))
		n := count(r, f)
		all.blank, all.slash = all.blank+n.blank, all.slash+n.slash
	}
	held := rules.Words{ZH: fmt.Sprintf("都没有填，共 %d 格空着；空格不能当作 0", all.blank+all.slash), EN: fmt.Sprintf("left blank, %d cells in all; a blank is not 0", all.blank+all.slash)}
	if mark := slashIn(r, forms); all.blank == 0 {
		held = rules.Words{ZH: fmt.Sprintf("都填了“%s”，共 %d 格；“%s”不能当作 0", mark, all.slash, mark), EN: fmt.Sprintf("written %q, %d cells in all; that is not 0", mark, all.slash)}
	}
	return rules.Finding{
		Place: forms[0].Place, Key: "habit",
		Message: rules.Words{
			ZH: fmt.Sprintf("%s凡是零%s，涉及的勾稽关系没有核对，请填 0。", strings.Join(names, "、"), held.ZH),
			EN: fmt.Sprintf("every zero is %s, and the relations over them were not checked", held.EN),
		},
	}
}

// slashIn returns the mark that stands for nothing in the forms, as printed.
func slashIn(r *schema.Report, forms []*schema.Form) string {
	for _, f := range forms {
		for _, row := range f.Rows {
			for _, id := range row.Spec.Cells {
				if c := r.Cells[id]; c.State == schema.Slash {
					return c.Raw
				}
			}
		}
	}
	return "/"
}

// blankRows reports the blank cells of a form that has zeros elsewhere, one
// finding a row.
func blankRows(p *rules.Pass, form *schema.Form) {
	for i := range form.Rows {
		row := &form.Rows[i]
		if row.Ragged {
			continue
		}
		var ids []schema.CellID
		var columns, paths []string
		for k, id := range row.Spec.Cells {
			if s := p.Report.Cells[id].State; s == schema.Blank || s == schema.Slash {
				ids, columns, paths = append(ids, id), append(columns, row.Spec.Block.Columns[k].Label), append(paths, id.Path())
			}
		}
		if len(ids) == 0 {
			continue
		}
		name := row.Spec.Name()
		p.Add(rules.Finding{
			Cells: paths, Place: rules.CellPlace(p.Report, ids[0]), Excerpt: rules.RowExcerpt(p.Report, ids...),
			Message: rules.Words{
				ZH: fmt.Sprintf("%s“%s”行的%s没有填数；没有发生的应填 0，涉及的勾稽关系没有核对。", formName(form.Spec), name, strings.Join(columns, "、")),
				EN: fmt.Sprintf("form %d, row %q: no figure under %s; the relations over it were not checked", form.Spec.Number, name, strings.Join(columns, ", ")),
			},
		})
	}
}
