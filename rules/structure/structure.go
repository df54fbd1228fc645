// Package structure holds the rules about how a report is built: its sections,
// headings, tables and labels, and what a template left behind.
package structure

import (
	"slices"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// edition returns the edition that the report must follow, or nil where none
// binds it: without a year, and for 2018 and before.
func edition(r *schema.Report) *schema.Edition {
	if r.Year != 0 {
		return schema.EditionForYear(r.Year)
	}
	return r.Edition
}

// numeral writes a section's number as headings do.
func numeral(n int) string {
	numerals := []rune("零一二三四五六七八九十")
	if n >= 0 && n < len(numerals) {
		return string(numerals[n])
	}
	return "？"
}

// paragraphs calls visit for every paragraph of the report's own text with the
// number of its section, 0 for the preface, until it returns false.
func paragraphs(r *schema.Report, visit func(section int, t schema.Text) bool) {
	for _, t := range r.Preface {
		if !visit(0, t) {
			return
		}
	}
	for _, s := range r.Sections {
		for _, t := range s.Body {
			if !visit(s.Number, t) {
				return
			}
		}
	}
}

// wordsFinding is a finding about the bytes from i up to j of t.
func wordsFinding(t schema.Text, i, j int, message rules.Words) rules.Finding {
	return rules.Finding{
		Message: message, Place: t.Place(i, j), Excerpt: rules.WordsExcerpt(t, i, j),
		Actual: t.Value[i:j], Key: t.Value[i:j],
	}
}

// notWhole reports whether a part of the report could not be read, or nothing of
// one was.
func notWhole(r *schema.Report) bool {
	return slices.ContainsFunc(r.Problems, func(p schema.Problem) bool { return p.Kind.Fatal() })
}
