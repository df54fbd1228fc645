package rules

import (
	"slices"

	"github.com/gouji/gouji/schema"
)

// RowExcerpt shows the row of a form that the cells stand in, with them marked;
// of several rows, that of the first cell. It is empty when the report does not
// have the row.
func RowExcerpt(r *schema.Report, cells ...schema.CellID) Excerpt {
	for _, key := range schema.FormKeys() {
		form := r.Forms[key]
		if form == nil {
			continue
		}
		for i := range form.Rows {
			row := &form.Rows[i]
			if len(cells) == 0 || !slices.Contains(row.Spec.Cells, cells[0]) {
				continue
			}
			if row.Ragged {
				return RaggedExcerpt(row)
			}
			e := Excerpt{Line: row.Spec.Name()}
			for k, id := range row.Spec.Cells {
				e.Header = append(e.Header, row.Spec.Block.Columns[k].Label)
				e.Cells = append(e.Cells, r.Cells[id].Raw)
				if slices.Contains(cells, id) {
					e.Marked = append(e.Marked, k)
				}
			}
			return e
		}
	}
	return Excerpt{}
}

// RaggedExcerpt shows a row whose values stand in no known columns.
func RaggedExcerpt(row *schema.Row) Excerpt {
	e := Excerpt{Line: row.Spec.Name()}
	for _, c := range row.Values {
		e.Cells = append(e.Cells, c.Raw)
	}
	return e
}

// CellPlace returns where a cell stands; where it was not read, where its row
// does.
func CellPlace(r *schema.Report, id schema.CellID) schema.Place {
	if p := r.Cell(id).Place; !p.IsZero() {
		return p
	}
	for _, key := range schema.FormKeys() {
		form := r.Forms[key]
		if form == nil {
			continue
		}
		for i := range form.Rows {
			if row := &form.Rows[i]; slices.Contains(row.Spec.Cells, id) {
				return RowPlace(row)
			}
		}
		if _, ok := form.Spec.Cell(id); ok {
			return form.Place
		}
	}
	return schema.Place{Path: r.Path}
}

// RowPlace returns where a row stands: its values, or its label.
func RowPlace(row *schema.Row) schema.Place {
	if n := len(row.Values); n > 0 && !row.Values[0].Place.IsZero() {
		return row.Values[0].Place.To(row.Values[n-1].Place)
	}
	return row.Label.Printed.Whole()
}
