// Package across holds the rules that look at the reports of one organ side by
// side: what one year hands on, the next must have taken. A finding stands under
// the later report; nobody can say from outside which of the two is wrong.
package across

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// firstYear is the first report year that has the national form.
const firstYear = 2019

// excerpt shows the row that the cells stand in, with them marked.
func excerpt(r *record.Record, cells ...schema.CellID) rules.Excerpt {
	row := r.Row(cells[0])
	if row == nil {
		return rules.Excerpt{}
	}
	e := rules.Excerpt{Line: row.Name()}
	for k, id := range row.Cells {
		e.Header = append(e.Header, row.Block.Columns[k].Label)
		e.Cells = append(e.Cells, r.Value(id).String())
		for _, marked := range cells {
			if marked == id {
				e.Marked = append(e.Marked, k)
			}
		}
	}
	return e
}

// about is a finding about cells of one row.
func about(r *record.Record, cells ...schema.CellID) rules.Finding {
	f := rules.Finding{Place: r.Place(cells[0]), Excerpt: excerpt(r, cells...), Actual: r.Value(cells[0]).String()}
	for _, id := range cells {
		f.Cells = append(f.Cells, id.Path())
	}
	return f
}

// related points to cells of one row of another report.
func related(r *record.Record, cells ...schema.CellID) rules.Related {
	name := rowName(r, cells[0])
	return rules.Related{
		Message: rules.Words{ZH: fmt.Sprintf("%d年度报告%s", r.Year, name.ZH), EN: fmt.Sprintf("the report of %d, %s", r.Year, name.EN)},
		Place:   r.Place(cells[0]), Excerpt: excerpt(r, cells...),
	}
}

// titled points to another report as a whole.
func titled(r *record.Record, message rules.Words) rules.Related {
	return rules.Related{Message: message, Place: r.Title}
}

// rowName names the row of a cell: 表三“二、上年结转政府信息公开申请数量”行.
func rowName(r *record.Record, id schema.CellID) rules.Words {
	row := r.Row(id)
	if row == nil {
		return rules.Words{ZH: id.Path(), EN: id.Path()}
	}
	form := rules.FormName(row.Block.Form)
	return rules.Words{
		ZH: fmt.Sprintf("%s“%s”行", form.ZH, row.Name()),
		EN: fmt.Sprintf("%s, row %q", form.EN, row.Name()),
	}
}

// columnLabel returns the head of a cell's column.
func columnLabel(r *record.Record, id schema.CellID) string {
	if row := r.Row(id); row != nil {
		for k, c := range row.Cells {
			if c == id {
				return row.Block.Columns[k].Label
			}
		}
	}
	return id.Path()
}

// apart says how far two figures are from each other.
func apart(a, b schema.Number) string { return strings.TrimPrefix(a.Sub(b).String(), "-") }
