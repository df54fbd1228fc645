// Package record keeps of a report what the reports beside it are held to: who
// reports, which year, the figures of its forms, and where the ones that lead
// from year to year stand. A record is a few kilobytes, so that those of tens of
// thousands of reports fit into memory when the reports themselves do not.
//
// [Of] looks at one report alone and [Group] joins the records by organ: the two
// halves of a map and a reduce.
package record

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// Record is what is kept of one report.
type Record struct {
	Path   string
	Format string
	Organ  string // as printed, without white space
	// Known is the organ's name in the project's own facts; "" when they do not
	// name it. It goes before what can be told from names.
	Known string
	// Parent is the organ above it, by the same facts; "" when they name none.
	Parent string
	Year   int // the year whose work it tells; see [schema.Report.WorkYear]
	// ReportYear is the year as the report says it, which fingerprints are made of.
	ReportYear int
	Title      schema.Place
	Edition    *schema.Edition
	Ignores    []schema.Ignore
	// Proposed are figures that the report's own findings would put in cells. Next
	// to another report they are as good as what is printed.
	Proposed []Figure
	// What the prose tells of the year before, and of this one for the next.
	Growths   []Growth
	Published []Published
	Prose     []Paragraph
	Marks     Marks // of all its prose
	Plan      Marks // of its section on problems and plans

	forms  [3]form
	values []Value // by CellID
	places []placed
}

// Figure is a figure for a cell.
type Figure struct {
	Cell  schema.CellID
	Value Value
}

type form struct {
	spec  *schema.FormSpec
	place schema.Place
}

type placed struct {
	cell  schema.CellID
	place schema.Place
}

// Of returns the record of a report. It shares no memory with it.
func Of(r *schema.Report) *Record {
	rec := &Record{
		Path: r.Path, Format: r.Format, Organ: strings.Join(strings.Fields(r.Organ.Value), ""),
		Year: r.WorkYear(), ReportYear: r.Year, Title: own(r.Title.Whole()), Edition: r.Edition, values: make([]Value, len(r.Cells)),
	}
	if rec.Title.Path == "" {
		rec.Title.Path = r.Path
	}
	for i := range r.Cells {
		rec.values[i] = valueOf(r.Cells[i])
	}
	for i, key := range schema.FormKeys() {
		if f := r.Forms[key]; f != nil {
			rec.forms[i] = form{f.Spec, own(f.Place)}
			rec.keep(r, f)
		}
	}
	for _, ig := range r.Ignores {
		ig.Place, ig.Reason = own(ig.Place), strings.Clone(ig.Reason)
		codes := make([]string, len(ig.Codes))
		for i, c := range ig.Codes {
			codes[i] = strings.Clone(c)
		}
		ig.Codes = codes
		rec.Ignores = append(rec.Ignores, ig)
	}
	return rec
}

// keep notes where the cells stand that lead from year to year: all of form
// two, and of form three what came in and what went over.
func (rec *Record) keep(r *schema.Report, f *schema.Form) {
	for i := range f.Rows {
		row := f.Rows[i].Spec
		switch {
		case row.Block.Form.Key == schema.Disclosure:
		case row.Key == "applications.received", row.Key == "applications.carried_in", row.Key == "applications.carried_out":
		default:
			continue
		}
		for _, id := range row.Cells {
			if at := r.Cell(id).Place; !at.IsZero() {
				rec.places = append(rec.places, placed{id, own(at)})
			}
		}
	}
}

// own returns the place with words of its own, so that it keeps no file in
// memory.
func own(p schema.Place) schema.Place {
	p.Ref = strings.Clone(p.Ref)
	return p
}

// Value returns the figure of a cell.
func (rec *Record) Value(id schema.CellID) Value {
	if id < 0 || int(id) >= len(rec.values) {
		return Value{}
	}
	return rec.values[id]
}

// Place returns where a cell stands; where that was not kept, where its form
// begins; else where the title stands.
func (rec *Record) Place(id schema.CellID) schema.Place {
	for _, p := range rec.places {
		if p.cell == id {
			return p.place
		}
	}
	if f := rec.formOf(id); f != nil && !f.place.IsZero() {
		return f.place
	}
	return rec.Title
}

func (rec *Record) formOf(id schema.CellID) *form {
	for i := range rec.forms {
		if f := &rec.forms[i]; f.spec != nil {
			if _, ok := f.spec.Cell(id); ok {
				return f
			}
		}
	}
	return nil
}

// Form returns the form of that key as the report has it; nil when it has none.
func (rec *Record) Form(key schema.FormKey) *schema.FormSpec {
	for i, k := range schema.FormKeys() {
		if k == key {
			return rec.forms[i].spec
		}
	}
	return nil
}

// FormPlace returns where the form begins.
func (rec *Record) FormPlace(key schema.FormKey) schema.Place {
	for i, k := range schema.FormKeys() {
		if k == key && !rec.forms[i].place.IsZero() {
			return rec.forms[i].place
		}
	}
	return rec.Title
}

// Row returns the row of the report's forms that the cell stands in, or nil.
func (rec *Record) Row(id schema.CellID) *schema.RowSpec {
	if f := rec.formOf(id); f != nil {
		spec, _ := f.spec.Cell(id)
		return spec.Row
	}
	return nil
}

// InDoubt reports whether a finding of the report itself would put another figure
// in the cell.
func (rec *Record) InDoubt(id schema.CellID) bool {
	for _, p := range rec.Proposed {
		if p.Cell == id {
			return true
		}
	}
	return false
}

// Proposes reports whether a finding of the report itself would put the figure
// in the cell.
func (rec *Record) Proposes(id schema.CellID, v Value) bool {
	for _, p := range rec.Proposed {
		if p.Cell == id && p.Value == v {
			return true
		}
	}
	return false
}
