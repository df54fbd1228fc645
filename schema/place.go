package schema

import "cmp"

// Place says where something stands in a file, in whatever way the format of
// the file allows: a text file has lines and columns, a Word file paragraphs
// and table cells, a PDF pages and boxes, a spreadsheet sheets and cells. All
// numbers count from 1; 0 means that the field does not apply. Columns count
// Unicode code points, never bytes.
type Place struct {
	Path      string `json:"path,omitzero"`       // as the user named it; "-" for standard input
	Line      int    `json:"line,omitzero"`       // text formats: line; docx: the ordinal of the paragraph in the body
	Column    int    `json:"column,omitzero"`     // code points
	EndLine   int    `json:"end_line,omitzero"`   // the last line of the words
	EndColumn int    `json:"end_column,omitzero"` // one past the last code point
	Page      int    `json:"page,omitzero"`       // PDF
	Box       Box    `json:"box,omitzero"`        // PDF: on the page
	Table     int    `json:"table,omitzero"`      // the ordinal of the table in the document
	Row       int    `json:"row,omitzero"`        // the ordinal of the row in the table
	Cell      int    `json:"cell,omitzero"`       // the grid column in that row
	Ref       string `json:"ref,omitzero"`        // a spreadsheet's own name of the cell: "表三!C7"
	Section   int    `json:"section,omitzero"`    // 1 to 6: the section of the report; 0 before the first or unknown
}

// Box is a rectangle on a PDF page in points, from the top left corner.
type Box struct{ X0, Y0, X1, Y1 float64 }

// IsZero reports whether the place says nothing at all.
func (p Place) IsZero() bool { return p == Place{} }

// Compare orders places by path, then as a reader meets them.
func (p Place) Compare(q Place) int {
	return cmp.Or(
		cmp.Compare(p.Path, q.Path),
		cmp.Compare(p.Page, q.Page),
		cmp.Compare(p.Line, q.Line),
		cmp.Compare(p.Box.Y0, q.Box.Y0),
		cmp.Compare(p.Table, q.Table),
		cmp.Compare(p.Row, q.Row),
		cmp.Compare(p.Cell, q.Cell),
		cmp.Compare(p.Column, q.Column),
		cmp.Compare(p.Box.X0, q.Box.X0),
		cmp.Compare(p.Ref, q.Ref),
		cmp.Compare(p.EndLine, q.EndLine),
		cmp.Compare(p.EndColumn, q.EndColumn),
	)
}

// To returns the place that runs from the start of p to the end of q.
func (p Place) To(q Place) Place {
	p.EndLine, p.EndColumn = q.EndLine, q.EndColumn
	if q.Page == p.Page && p.Box != (Box{}) && q.Box != (Box{}) {
		p.Box = Box{min(p.Box.X0, q.Box.X0), min(p.Box.Y0, q.Box.Y0), max(p.Box.X1, q.Box.X1), max(p.Box.Y1, q.Box.Y1)}
	}
	return p
}
