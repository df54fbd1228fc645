package localrule

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema"
)

type viewKey struct{}

// view returns the report as expressions see it, made once for all rules.
func view(p *rules.Pass) *Report {
	return p.Keep(viewKey{}, func() any { return newView(p) }).(*Report)
}

func newView(p *rules.Pass) *Report {
	r := p.Report
	v := &Report{
		Path: r.Path, Format: r.Format, Title: r.Title.Value, Organ: r.Organ.Value, Year: r.Year, report: r,
		Rows: []*Row{}, Columns: []*Column{}, Claims: []*Claim{},
	}
	if r.Edition != nil {
		v.Edition = r.Edition.ID
	}
	if !r.Signed.IsZero() {
		v.Signed = r.Signed.String()
	}
	v.prose(r)
	for _, key := range schema.FormKeys() {
		if f := r.Forms[key]; f != nil {
			v.form(f)
		}
	}
	v.claims(p)
	return v
}

// prose fills in the sections and the whole of the words.
func (v *Report) prose(r *schema.Report) {
	var all []string
	for _, t := range r.Preface {
		all = append(all, t.Value)
	}
	for _, s := range r.Sections {
		paragraphs := []string{}
		for _, t := range s.Body {
			paragraphs = append(paragraphs, t.Value)
		}
		all = append(all, paragraphs...)
		if to := v.Sections.of(s.Key); to != nil && !to.Found {
			text := strings.Join(paragraphs, "\n")
			*to = Section{true, s.Number, s.Title.Value, text, paragraphs, length(text)}
		}
	}
	v.Text = strings.Join(all, "\n")
	v.Length = length(v.Text)
}

// length counts characters as an editor's count of words without spaces does.
func length(s string) int {
	n := 0
	for _, c := range s {
		if !unicode.IsSpace(c) {
			n++
		}
	}
	return n
}

func (v *Report) form(f *schema.Form) {
	key := string(f.Spec.Key)
	cells := map[schema.CellID]*Cell{}
	for i := range f.Rows {
		row := &Row{Key: f.Rows[i].Spec.Key, Form: key, Label: f.Rows[i].Spec.Name(), Cells: []*Cell{}, row: &f.Rows[i]}
		for _, id := range f.Rows[i].Spec.Cells {
			c := &Cell{Path: id.Path(), id: id, cell: v.report.Cell(id), form: f.Spec, Row: row.Label, Column: f.Rows[i].Spec.Block.Columns[len(row.Cells)].Label}
			c.State, c.Raw = c.cell.State.String(), c.cell.Raw
			row.Cells, cells[id] = append(row.Cells, c), c
		}
		v.Rows = append(v.Rows, row)
	}
	for _, block := range f.Spec.Blocks {
		for k, spec := range block.Columns {
			c := &Column{Key: spec.Key, Form: key, Label: spec.Label, Cells: []*Cell{}}
			for _, row := range block.Rows {
				if cell := cells[row.Cells[k]]; cell != nil {
					c.Cells = append(c.Cells, cell)
				}
			}
			if len(c.Cells) > 0 {
				v.Columns = append(v.Columns, c)
			}
		}
	}
}

// cell returns a cell as expressions see it; one that the report does not have
// is absent.
func (v *Report) cell(id schema.CellID) *Cell {
	c := &Cell{Path: id.Path(), id: id, cell: v.report.Cell(id)}
	c.State, c.Raw = c.cell.State.String(), c.cell.Raw
	for _, key := range schema.FormKeys() {
		if f := v.report.Forms[key]; f != nil {
			if spec, ok := f.Spec.Cell(id); ok {
				c.form, c.Row, c.Column = f.Spec, spec.Row.Name(), spec.Column.Label
			}
		}
	}
	return c
}

// name names the cell for a person.
func (c *Cell) name() rules.Words {
	if c.form == nil {
		return rules.Words{ZH: c.Path, EN: c.Path}
	}
	return rules.CellName(c.form, c.id)
}

var verdicts = [...]string{verdict.Unlinked: "unlinked", verdict.Verified: "verified", verdict.Contradicted: "contradicted"}

func (v *Report) claims(p *rules.Pass) {
	prose := p.Prose()
	for _, judged := range p.Verdicts() {
		c := judged.Claim
		at := prose.Paragraphs[c.Paragraph].Text
		claim := &Claim{
			Text: at.Value[c.I:c.J], Section: c.Section, What: c.What.Key, Name: c.What.Name.ZH, None: c.None,
			Verdict: verdicts[judged.Status], Cells: []string{}, Sentence: sentence(at.Value, c.I, c.J),
			value: c.Value, at: at, i: c.I, j: c.J,
		}
		readings := c.Readings
		if judged.Cells != nil {
			readings = [][]schema.CellID{judged.Cells}
		}
		for _, reading := range readings {
			for _, id := range reading {
				if path := id.Path(); !slices.Contains(claim.Cells, path) {
					claim.Cells = append(claim.Cells, path)
				}
			}
		}
		v.Claims = append(v.Claims, claim)
	}
}

// sentence returns the sentence around the bytes from i up to j.
func sentence(s string, i, j int) string {
	const ends = "。！？\n"
	from, to := 0, len(s)
	if k := strings.LastIndexAny(s[:i], ends); k >= 0 {
		from = k + len(firstRune(s[k:]))
	}
	if k := strings.IndexAny(s[j:], ends); k >= 0 {
		to = j + k + len(firstRune(s[j+k:]))
	}
	return strings.TrimSpace(s[from:to])
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
