package rules

import (
	"slices"

	"github.com/gouji/gouji/schema"
)

// Ignored is a comment of the report that asks for findings to be put aside,
// and what came of it.
type Ignored struct {
	schema.Ignore
	Unknown []string // codes it names that no rule has
	Idle    []string // codes it names whose rules ran and found nothing there
}

// Whole reports whether the comment has all it needs to be heeded.
func (ig *Ignored) Whole() bool {
	return ig.Verb == "ignore" && len(ig.Codes) > 0 && ig.Reason != ""
}

// Ignored returns the comments of the report that ask for findings to be put
// aside. A rule that runs last (see [Rule.Last]) learns what came of them.
func (p *Pass) Ignored() []Ignored { return p.ignored }

// ignore puts the findings aside that comments of the report speak of.
func (p *Pass) ignore(rules []*Rule) {
	for _, ig := range p.Report.Ignores {
		out := Ignored{Ignore: ig}
		for _, code := range ig.Codes {
			ran := slices.ContainsFunc(rules, func(r *Rule) bool { return r.Code == code })
			switch {
			case p.settings != nil && p.settings.Codes != nil && !slices.Contains(p.settings.Codes, code):
				out.Unknown = append(out.Unknown, code)
			case !out.Whole():
			case p.ignoreCode(ig, code):
			case ran && !p.crashed && !unread(p.Report):
				out.Idle = append(out.Idle, code)
			}
		}
		p.ignored = append(p.ignored, out)
	}
}

// ignoreCode puts the findings of one code aside and reports whether there was
// any.
func (p *Pass) ignoreCode(ig schema.Ignore, code string) bool {
	return ignoreCode(p.findings, ig, code, func(id schema.CellID) schema.Place { return p.Report.Cell(id).Place })
}

// ignoreCode puts those of the findings aside; place tells where a cell stands.
func ignoreCode(findings []Finding, ig schema.Ignore, code string, place func(schema.CellID) schema.Place) bool {
	any := false
	for i := range findings {
		f := &findings[i]
		if f.Code != code || f.crash || !within(f, ig.From, ig.To, place) {
			continue
		}
		any = true
		if f.Suppressed == nil {
			f.Suppressed = &Suppression{Kind: Inline, Reason: ig.Reason, Place: ig.Place}
		}
	}
	return any
}

// within reports whether the finding, or a cell that it is about, stands on one
// of the lines.
func within(f *Finding, from, to int, place func(schema.CellID) schema.Place) bool {
	on := func(at schema.Place) bool {
		return at.Line > 0 && at.Line <= to && max(at.Line, at.EndLine) >= from
	}
	return on(f.Place) || slices.ContainsFunc(f.Cells, func(path string) bool {
		id, ok := schema.LookupCell(path)
		return ok && on(place(id))
	})
}
