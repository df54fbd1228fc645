// Package dates holds the rules about time: the period, the years and dates a
// report names, and the edition of the form that its year calls for.
package dates

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// compare orders two days; both must be given.
func compare(a, b schema.Date) int {
	for _, pair := range [][2]int{{a.Year, b.Year}, {a.Month, b.Month}, {a.Day, b.Day}} {
		if pair[0] != pair[1] {
			return pair[0] - pair[1]
		}
	}
	return 0
}

// spanFinding is a finding about the words of t, at place when t is empty.
func spanFinding(t schema.Text, place schema.Place, message rules.Words) rules.Finding {
	f := rules.Finding{Message: message, Place: place, Actual: t.Value, Key: t.Value}
	if !t.IsEmpty() {
		f.Place = t.Whole()
		f.Excerpt = rules.WordsExcerpt(t, 0, len(t.Value))
	}
	return f
}

// zh writes a date as reports do.
func zh(d schema.Date) string {
	return itoa(d.Year) + "年" + itoa(d.Month) + "月" + itoa(d.Day) + "日"
}
