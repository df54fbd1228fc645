package record

import (
	"encoding/json"
	"slices"

	"github.com/gouji/gouji/schema"
)

// wire is a record as it is written down: in a cache, and between the halves of a
// map and a reduce that run apart. Specs go by the ids of their editions.
type wire struct {
	Path       string          `json:"path"`
	Format     string          `json:"format,omitzero"`
	Organ      string          `json:"organ,omitzero"`
	Known      string          `json:"known,omitzero"`
	Parent     string          `json:"parent,omitzero"`
	Year       int             `json:"year,omitzero"`
	ReportYear int             `json:"report_year,omitzero"`
	Edition    string          `json:"edition,omitzero"`
	Ignores    []schema.Ignore `json:"ignores,omitzero"`
	Proposed   []wireCell      `json:"proposed,omitzero"`
	Growths    []Growth        `json:"growths,omitzero"`
	Published  []Published     `json:"published,omitzero"`
	Prose      []string        `json:"prose,omitzero"`
	Sections   []string        `json:"sections,omitzero"` // of the paragraphs
	Marks      Marks           `json:"marks,omitzero"`
	Plan       Marks           `json:"plan,omitzero"`
	Forms      [3]string       `json:"forms"`           // the editions of the forms
	Values     packed          `json:"values,omitzero"` // by CellID, as Value holds them; absent ones at the end left out
	Cells      packed          `json:"cells,omitzero"`  // those whose places are kept
	Places     places          `json:"places"`          // of the title, the forms, the paragraphs and the cells
}

type wireCell struct {
	Cell  schema.CellID `json:"cell"`
	Value int64         `json:"value"`
}

// MarshalJSON writes the record down whole.
func (rec *Record) MarshalJSON() ([]byte, error) {
	w := wire{
		Path: rec.Path, Format: rec.Format, Organ: rec.Organ, Known: rec.Known, Parent: rec.Parent, Year: rec.Year, ReportYear: rec.ReportYear,
		Ignores: rec.Ignores, Growths: rec.Growths, Published: rec.Published, Marks: rec.Marks, Plan: rec.Plan,
	}
	if rec.Edition != nil {
		w.Edition = rec.Edition.ID
	}
	for _, p := range rec.Proposed {
		w.Proposed = append(w.Proposed, wireCell{p.Cell, p.Value.n})
	}
	w.Places.add(rec.Title, rec.Path)
	for i, f := range rec.forms {
		if w.Places.add(f.place, rec.Path); f.spec != nil {
			w.Forms[i] = f.spec.Edition.ID
		}
	}
	for _, p := range rec.Prose {
		w.Prose, w.Sections = append(w.Prose, p.Text), append(w.Sections, p.Section)
		w.Places.add(p.Place, rec.Path)
	}
	for _, p := range rec.places {
		w.Cells = append(w.Cells, int64(p.cell))
		w.Places.add(p.place, rec.Path)
	}
	for _, v := range rec.values {
		w.Values = append(w.Values, v.n)
	}
	for len(w.Values) > 0 && w.Values[len(w.Values)-1] == 0 {
		w.Values = w.Values[:len(w.Values)-1]
	}
	return json.Marshal(&w)
}

// UnmarshalJSON reads what MarshalJSON wrote. Cells and editions that this version
// does not know are left out.
func (rec *Record) UnmarshalJSON(data []byte) error {
	var w wire
	if err := json.Unmarshal(data, &w); err != nil {
		return err
	}
	*rec = Record{
		Path: w.Path, Format: w.Format, Organ: w.Organ, Known: w.Known, Parent: w.Parent, Year: w.Year, ReportYear: w.ReportYear,
		Edition: schema.EditionByID(w.Edition), Ignores: w.Ignores, Growths: w.Growths, Published: w.Published, Marks: w.Marks, Plan: w.Plan,
		values: make([]Value, schema.CellCount()),
	}
	for _, c := range w.Proposed {
		if known(c.Cell) {
			rec.Proposed = append(rec.Proposed, Figure{c.Cell, Value{c.Value}})
		}
	}
	rec.Title = w.Places.take(w.Path)
	for i, key := range schema.FormKeys() {
		rec.forms[i].place = w.Places.take(w.Path)
		if e := schema.EditionByID(w.Forms[i]); e != nil {
			if k := slices.IndexFunc(e.Forms, func(f *schema.FormSpec) bool { return f.Key == key }); k >= 0 {
				rec.forms[i].spec = e.Forms[k]
			}
		}
	}
	for i, text := range w.Prose {
		p := Paragraph{Text: text, Place: w.Places.take(w.Path)}
		if i < len(w.Sections) {
			p.Section = w.Sections[i]
		}
		rec.Prose = append(rec.Prose, p)
	}
	for _, id := range w.Cells {
		if at := w.Places.take(w.Path); known(schema.CellID(id)) {
			rec.places = append(rec.places, placed{schema.CellID(id), at})
		}
	}
	for i, n := range w.Values[:min(len(w.Values), len(rec.values))] {
		rec.values[i] = Value{n}
	}
	for _, g := range rec.Growths {
		for k, cells := range g.Readings {
			g.Readings[k] = slices.DeleteFunc(cells, func(id schema.CellID) bool { return !known(id) })
		}
	}
	return nil
}

func known(id schema.CellID) bool { return id >= 0 && int(id) < schema.CellCount() }
