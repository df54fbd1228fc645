// Package number holds the rules that compare the numbers of the prose with each
// other (文内数字): parts and wholes, shares, growth, one quantity told twice; and
// those that look at how a number is written. Which number is what to which is
// read by schema/narrative and added up by rules/verdict.
package number

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// finding is one about the words of a span.
func finding(p *rules.Pass, at narrative.Span, message rules.Words) rules.Finding {
	prose := p.Prose()
	return rules.Finding{
		Message: message,
		Place:   prose.Place(at),
		Excerpt: rules.WordsExcerpt(prose.Paragraphs[at.Paragraph].Text, at.I, at.J),
		Key:     flat(prose.Words(at)),
	}
}

// settled reports whether the forms have already spoken on the numbers: one is
// contradicted, so that the fault is told there, or all are verified.
func settled(p *rules.Pass, mentions ...int) bool {
	for _, at := range mentions {
		if statusOf(p, at) != verdict.Verified {
			return settledWrong(p, mentions...)
		}
	}
	return true
}

// statusOf says how the number stands to the forms.
func statusOf(p *rules.Pass, mention int) verdict.Status {
	if c := p.Prose().Mentions[mention].Claim; c >= 0 {
		return p.Verdicts()[c].Status
	}
	return verdict.Unlinked
}

// words are those of a number, on one line: 1,362条.
func words(p *rules.Pass, mention int) string {
	return flat(p.Prose().Words(p.Prose().Mentions[mention].Span))
}

// several quotes numbers, at most so many that a message can be read.
func several(p *rules.Pass, mentions []int) string {
	const most = 8
	var out []string
	for n, at := range mentions {
		if n == most {
			out = append(out, "…")
			break
		}
		out = append(out, words(p, at))
	}
	return strings.Join(out, "、")
}

func flat(s string) string { return strings.Join(strings.Fields(s), "") }

// settledWrong reports whether a form contradicts one of the numbers: the fault
// is told there.
func settledWrong(p *rules.Pass, mentions ...int) bool {
	for _, at := range mentions {
		if statusOf(p, at) == verdict.Contradicted {
			return true
		}
	}
	return false
}

// fixed prints a number with as many places as another has.
func fixed(n, like schema.Number) string {
	return n.Decimal().StringFixed(int32(like.Places()))
}

var toleranceDoc = rules.Words{ZH: "末位相差多少个单位以内不报", EN: "by how many units of its last digit a percentage may be off"}

// near reports whether a number is off by no more than so many units of its last
// printed digit.
func near(right, said schema.Number, units int64) bool {
	apart := right.Sub(said)
	if apart.Sign() < 0 {
		apart = said.Sub(right)
	}
	return apart.Cmp(schema.Int(units).Shift(-int32(said.Places()))) <= 0
}

// sentenceBefore is what stands in front of a span in its sentence, on one line
// and without the year and commas: two that are the same say the same.
func sentenceBefore(prose *narrative.Prose, at narrative.Span) string {
	before := prose.Paragraphs[at.Paragraph].Text.Value[:at.I]
	if k := strings.LastIndexAny(before, "。！？\n"); k >= 0 {
		_, size := utf8.DecodeRuneInString(before[k:])
		before = before[k+size:]
	}
	return strings.ReplaceAll(flat(before), "，", "")
}
