package schema

import (
	"bytes"
	"encoding/json"
)

// jsonReport is the shape of `gouji convert --to json`, version 1: the report
// with a flat map of its cells in the order of the forms. Fields that do not
// apply are left out.
type jsonReport struct {
	Version   int           `json:"version"`
	Path      string        `json:"path,omitempty"`
	Format    string        `json:"format,omitempty"`
	Title     string        `json:"title,omitempty"`
	Organ     string        `json:"organ,omitempty"`
	Year      int           `json:"year,omitempty"`
	Edition   string        `json:"edition,omitempty"`
	Period    *jsonPeriod   `json:"period,omitempty"`
	Signed    string        `json:"signed,omitempty"`
	Signature string        `json:"signature,omitempty"`
	Preface   []string      `json:"preface,omitempty"`
	Sections  []jsonSection `json:"sections,omitempty"`
	Cells     jsonCells     `json:"cells"`
	Ragged    []jsonRagged  `json:"ragged,omitempty"`
	Problems  []jsonProblem `json:"problems,omitempty"`
}

type jsonPeriod struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

type jsonSection struct {
	Number int      `json:"number,omitempty"`
	Key    string   `json:"key,omitempty"`
	Title  string   `json:"title"`
	Text   []string `json:"text,omitempty"`
}

type jsonCell struct {
	Raw   string      `json:"raw"`
	Value json.Number `json:"value,omitempty"`
	Unit  string      `json:"unit,omitempty"`
	State string      `json:"state"`
	Place *JSONPlace  `json:"place,omitempty"`
}

type jsonRagged struct {
	Row    string   `json:"row"`
	Values []string `json:"values"`
}

type jsonProblem struct {
	Kind    string     `json:"kind"`
	Message string     `json:"message"`
	Place   *JSONPlace `json:"place,omitempty"`
}

// JSONPlace is a [Place] in JSON; what does not apply is left out.
type JSONPlace struct {
	Path      string      `json:"path,omitempty"`
	Line      int         `json:"line,omitempty"`
	Column    int         `json:"column,omitempty"`
	EndLine   int         `json:"end_line,omitempty"`
	EndColumn int         `json:"end_column,omitempty"`
	Page      int         `json:"page,omitempty"`
	Box       *[4]float64 `json:"box,omitempty"`
	Table     int         `json:"table,omitempty"`
	Row       int         `json:"row,omitempty"`
	Cell      int         `json:"cell,omitempty"`
	Ref       string      `json:"ref,omitempty"`
	Section   int         `json:"section,omitempty"`
}

// JSON returns the place for JSON, nil when it says nothing.
func (p Place) JSON() *JSONPlace {
	if p.IsZero() {
		return nil
	}
	out := &JSONPlace{
		Path: p.Path, Line: p.Line, Column: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn,
		Page: p.Page, Table: p.Table, Row: p.Row, Cell: p.Cell, Ref: p.Ref, Section: p.Section,
	}
	if p.Box != (Box{}) {
		out.Box = &[4]float64{tenth(p.Box.X0), tenth(p.Box.Y0), tenth(p.Box.X1), tenth(p.Box.Y1)}
	}
	return out
}

// tenth rounds to a tenth of a point: nobody points more exactly.
func tenth(v float64) float64 { return float64(int64(v*10+0.5)) / 10 }

// jsonCells is a map that keeps its order.
type jsonCells []struct {
	path string
	cell jsonCell
}

// MarshalJSON writes the cells as one object in their order.
func (cells jsonCells) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(c.path)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(c.cell)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// EncodeJSON writes a report as JSON; see jsonReport for its shape.
func EncodeJSON(r *Report) ([]byte, error) {
	out := jsonReport{
		Version: 1, Path: r.Path, Format: r.Format, Title: r.Title.Value, Organ: r.Organ.Value, Year: r.Year,
		Signature: r.Signature.Value, Cells: jsonCells{},
	}
	if r.Edition != nil {
		out.Edition = r.Edition.ID
	}
	if !r.Signed.IsZero() {
		out.Signed = r.Signed.String()
	}
	if !r.Period.IsZero() {
		out.Period = &jsonPeriod{r.Period.From.String(), r.Period.To.String()}
	}
	out.Preface = values(r.Preface)
	for _, s := range r.Sections {
		out.Sections = append(out.Sections, jsonSection{s.Number, s.Key, s.Title.Value, values(s.Body)})
	}
	for _, key := range FormKeys() {
		if f := r.Forms[key]; f != nil {
			out.rows(r, f)
		}
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, jsonProblem{string(p.Kind), p.ZH, p.Place.JSON()})
	}
	data, err := json.MarshalIndent(out, "", "  ")
	return append(data, '\n'), err
}

func (out *jsonReport) rows(r *Report, f *Form) {
	for _, row := range f.Rows {
		if row.Ragged {
			ragged := jsonRagged{Row: row.Spec.Key, Values: []string{}}
			for _, v := range row.Values {
				ragged.Values = append(ragged.Values, v.Raw)
			}
			out.Ragged = append(out.Ragged, ragged)
		}
		for _, id := range row.Spec.Cells {
			c := r.Cells[id]
			cell := jsonCell{Raw: c.Raw, Unit: c.Unit, State: c.State.String(), Place: c.Place.JSON()}
			if c.State == Numeric {
				cell.Value = json.Number(c.Value.String())
			}
			out.Cells = append(out.Cells, struct {
				path string
				cell jsonCell
			}{id.Path(), cell})
		}
	}
}

func values(texts []Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.Value)
	}
	return out
}
