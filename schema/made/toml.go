package made

import "github.com/gouji/gouji/schema"

// TOML prints the report in the structured form.
func (m *Made) TOML() ([]byte, error) { return schema.EncodeTOML(m.Report()) }

// Report returns the report as a reader that makes no mistake would read it,
// without places.
func (m *Made) Report() *schema.Report {
	r := schema.NewReport("", "made")
	text := func(s string) schema.Text { return schema.NewText(s, schema.Place{}) }
	title := ""
	for _, line := range m.Title {
		title += line
	}
	r.Title, r.Organ, r.Signature = text(title), text(m.Organ.Name), text(m.Signature)
	r.Year, r.Edition, r.Signed = m.Year, m.Edition, m.Signed
	r.Period = schema.Period{From: m.From, To: m.To}
	r.Preface = paragraphs(m.Preface)
	for i, s := range m.Sections {
		number := i + 1
		for n := range 7 {
			if numeral(n) == s.Numeral {
				number = n
			}
		}
		section := &schema.Section{Key: s.Key, Number: number, Heading: text(s.Heading()), Title: text(s.Title), Body: paragraphs(s.Body)}
		r.Sections = append(r.Sections, section)
	}
	for _, spec := range m.Forms {
		r.Forms[spec.Key] = m.reportForm(r, spec)
	}
	return r
}

func paragraphs(body []Paragraph) []schema.Text {
	var out []schema.Text
	for _, p := range body {
		out = append(out, schema.NewText(p.Text(), schema.Place{}))
	}
	return out
}

func (m *Made) reportForm(r *schema.Report, spec *schema.FormSpec) *schema.Form {
	f := &schema.Form{Spec: spec, Format: "made"}
	for _, row := range spec.Rows {
		label := schema.Label{Official: row.Label, Aliases: row.Aliases, Whole: row.Label != "", Printed: schema.NewText(m.label(row), schema.Place{})}
		values := m.values(row)
		out := schema.Row{Spec: row, Label: label}
		if len(values) != len(row.Cells) {
			out.Ragged = true
			for _, v := range values {
				out.Values = append(out.Values, schema.ParseCell(v, schema.Place{}))
			}
		} else {
			for i, id := range row.Cells {
				r.Cells[id] = schema.ParseCell(values[i], schema.Place{})
			}
		}
		f.Rows = append(f.Rows, out)
	}
	return f
}
