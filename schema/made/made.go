package made

import (
	"slices"

	"github.com/gouji/gouji/schema"
)

// Made is a made report as plain data.
type Made struct {
	Seed    uint64
	Year    int             // the year it is about, 2019 to 2025
	Edition *schema.Edition // the edition its year must use
	Organ   Organ

	Title     []string // one line or two
	Preface   []Paragraph
	Sections  []Section
	Signature string
	Signed    schema.Date        // in January of the next year
	From, To  schema.Date        // 统计期限 as told; zero when the report does not tell it
	Forms     []*schema.FormSpec // the forms as printed; of Edition but for a planted error
	Published int                // items published in the year, as the prose tells; 0 when it does not
	Note      bool               // the 勾稽 note stands in the head of form three

	planted bool // an error was planted in it

	cells  []string          // by schema.CellID: as printed; "" is a blank cell
	labels map[string]string // official label → as printed, where that is another
	short  map[string]int    // row key → ordinal of the value that was dropped
}

// Section is one section of a made report.
type Section struct {
	Key     string // see schema.SectionSpec.Key
	Numeral string // 一
	Title   string
	Body    []Paragraph
}

// Heading returns 一、总体情况.
func (s *Section) Heading() string { return s.Numeral + "、" + s.Title }

// Paragraph is a run of sentences, printed one behind the other.
type Paragraph []Sentence

// Text returns the words of the paragraph.
func (p Paragraph) Text() string {
	var text string
	for _, s := range p {
		text += s.Text
	}
	return text
}

// Sentence is one sentence of the prose with what it says of the forms.
type Sentence struct {
	Text  string
	Key   string // the template group: "applications.none"; names near misses "near.hotline"
	Facts []Fact
}

// Fact is what a sentence says of a quantity of the forms.
type Fact struct {
	// Quantity is the path of a cell, or several joined by " + " when the sentence
	// tells their sum.
	Quantity string
	Value    string // plain decimal; "0" for words that say none
	From, To int    // the bytes of the sentence that tell it
}

// Options narrow what is made. Zero values leave the choice to the seed.
type Options struct {
	Year  int
	Kind  OrganKind
	Size  Size
	After *Made // the same organ's report of the year before, which this one follows
}

// Size says how busy the organ was.
type Size string

// The sizes.
const (
	None  Size = "none"  // form three and four are all zeros
	Small Size = "small" // up to some twenty applications
	Large Size = "large" // hundreds, with a carry-over
)

// New makes the consistent report of a seed.
func New(seed uint64, o Options) *Made {
	m := &Made{Seed: seed, Year: o.Year, cells: make([]string, schema.CellCount()), labels: map[string]string{}, short: map[string]int{}}
	d := newDice(seed, streamFigures)
	switch {
	case o.After != nil:
		m.Organ, m.Year = o.After.Organ, o.After.Year+1
	case o.Year == 0:
		m.Year = d.between(2019, 2025)
	}
	if o.After == nil {
		m.Organ = NewOrgan(seed, o.Kind)
	}
	m.Edition = schema.EditionForYear(m.Year)
	if m.Edition == nil {
		m.Year, m.Edition = schema.Editions()[0].From, schema.Editions()[0]
	}
	m.Forms = slices.Clone(m.Edition.Forms)
	m.fill(d, o)
	m.write(newDice(seed, streamProse), o)
	return m
}

// Paths lists the cells of the forms in the order they are printed.
func (m *Made) Paths() []string {
	var out []string
	for _, f := range m.Forms {
		for _, r := range f.Rows {
			for _, c := range r.Cells {
				out = append(out, c.Path())
			}
		}
	}
	return out
}

// Values returns what stands in each cell, path → as printed.
func (m *Made) Values() map[string]string {
	out := map[string]string{}
	for _, p := range m.Paths() {
		out[p] = m.Raw(p)
	}
	return out
}

// Raw returns what is printed in the cell: "1,362", "+2", "" for a blank.
func (m *Made) Raw(path string) string { return m.cells[schema.MustCell(path)] }

// Value returns the cell's figure; ok is false for a blank or words.
func (m *Made) Value(path string) (schema.Number, bool) {
	c := schema.ParseCell(m.Raw(path), schema.Place{})
	return c.Value, c.IsNumber()
}

// Set prints words in a cell.
func (m *Made) Set(path, raw string) { m.cells[schema.MustCell(path)] = raw }

// Int returns the cell's whole figure; 0 for what is none.
func (m *Made) Int(path string) int64 { return m.int(schema.MustCell(path)) }

func (m *Made) int(id schema.CellID) int64 {
	v, _ := schema.ParseCell(m.cells[id], schema.Place{}).Int()
	return v
}

// Form returns the form as printed, or nil when the report lacks it.
func (m *Made) Form(key schema.FormKey) *schema.FormSpec {
	for _, f := range m.Forms {
		if f.Key == key {
			return f
		}
	}
	return nil
}

// Section returns the section of that kind, or nil.
func (m *Made) Section(key string) *Section {
	for i := range m.Sections {
		if m.Sections[i].Key == key {
			return &m.Sections[i]
		}
	}
	return nil
}

// Sentences lists every sentence of preface and sections in order.
func (m *Made) Sentences() []Sentence {
	var out []Sentence
	for _, p := range m.Preface {
		out = append(out, p...)
	}
	for _, s := range m.Sections {
		for _, p := range s.Body {
			out = append(out, p...)
		}
	}
	return out
}

// label returns the row's label as printed.
func (m *Made) label(r *schema.RowSpec) string { return m.head(r.Label) }

// values returns what is printed in the row, a dropped value left out.
func (m *Made) values(r *schema.RowSpec) []string {
	out := make([]string, 0, len(r.Cells))
	for _, id := range r.Cells {
		out = append(out, m.cells[id])
	}
	if i, ok := m.short[r.Key]; ok {
		out = slices.Delete(out, i, i+1)
	}
	return out
}
