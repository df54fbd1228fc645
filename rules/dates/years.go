package dates

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// oldest is how many years back a text may have been taken from: what names an
// earlier year is history.
const oldest = 3

// isStale reports whether a year is one that a copied text would name.
func isStale(year, report int) bool { return year < report && year >= report-oldest }

// yearFinding is a finding about a year of the prose and the words up to the end
// of its clause.
func yearFinding(p *rules.Pass, y *narrative.Year, want int, message rules.Words) rules.Finding {
	text := p.Prose().Paragraphs[y.Paragraph].Text
	return rules.Finding{
		Message: message, Place: text.Place(y.I, y.J), Excerpt: rules.WordsExcerpt(text, y.I, y.J),
		Actual: itoa(y.Value) + "年", Expected: itoa(want) + "年", Key: string(y.Class) + " " + sentence(p, y),
	}
}

// keyWidth is how many code points of a sentence tell a finding from others.
const keyWidth = 24

// sentence returns the beginning of the year's sentence without white space.
func sentence(p *rules.Pass, y *narrative.Year) string {
	words := []rune(rules.Squeeze(p.Prose().Words(y.Sentence)))
	return string(words[:min(len(words), keyWidth)])
}
