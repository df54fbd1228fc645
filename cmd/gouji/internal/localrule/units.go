package localrule

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// units are what the rule is held to in a report.
func (m *check) units(v *Report) []unit {
	var out []unit
	add := func(name string, value any, found func() rules.Finding) {
		out = append(out, unit{map[string]any{"report": v, name: value}, found})
	}
	switch m.source.ForEach {
	case "row":
		for _, r := range v.Rows {
			add("row", r, func() rules.Finding { return v.aboutRow(r) })
		}
	case "column":
		for _, c := range v.Columns {
			add("column", c, func() rules.Finding { return v.aboutCells(ids(c.Cells)) })
		}
	case "claim":
		for _, c := range v.Claims {
			add("claim", c, func() rules.Finding { return aboutClaim(c) })
		}
	default:
		add("report", v, func() rules.Finding { return m.aboutReport(v) })
	}
	return out
}

func ids(cells []*Cell) []schema.CellID {
	var out []schema.CellID
	for _, c := range cells {
		out = append(out, c.id)
	}
	return out
}

// aboutReport stands at what the expressions speak of: a cell that the report
// has, a section, else its title.
func (m *check) aboutReport(v *Report) rules.Finding {
	var has []schema.CellID
	for _, id := range m.cells {
		if v.report.Cell(id).State != schema.Absent {
			has = append(has, id)
		}
	}
	if len(has) > 0 {
		return v.aboutCells(has)
	}
	if s := v.report.Section(m.section); s != nil {
		return aboutWords(s.Heading, "section "+m.section)
	}
	f := aboutWords(v.report.Title, "report")
	if f.Place.IsZero() {
		f.Place = schema.Place{Path: v.Path}
	}
	return f
}

// aboutWords stands at words that its key does not depend on.
func aboutWords(t schema.Text, key string) rules.Finding {
	f := rules.Finding{Place: t.Whole(), Key: key}
	if !t.IsEmpty() {
		f.Excerpt = rules.WordsExcerpt(t, 0, len(t.Value))
	}
	return f
}

func (v *Report) aboutRow(r *Row) rules.Finding {
	f := v.aboutCells(r.row.Spec.Cells)
	if place := rules.RowPlace(r.row); !place.IsZero() {
		f.Place = place
	} else if n := len(r.Cells); r.Cells[n-1].cell.Place.Line == f.Place.Line {
		f.Place = f.Place.To(r.Cells[n-1].cell.Place)
	}
	return f
}

func (v *Report) aboutCells(cells []schema.CellID) rules.Finding {
	f := rules.Finding{Place: rules.CellPlace(v.report, cells[0]), Excerpt: rules.RowExcerpt(v.report, cells...)}
	for _, id := range cells {
		f.Cells = append(f.Cells, id.Path())
	}
	return f
}

func aboutClaim(c *Claim) rules.Finding {
	return rules.Finding{
		Place: c.at.Place(c.i, c.j), Excerpt: rules.WordsExcerpt(c.at, c.i, c.j), Actual: c.Text, Key: c.Text,
	}
}
