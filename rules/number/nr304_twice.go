package number

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema/narrative"
)

// Twice is NR304.
var Twice = &rules.Rule{
	Code: "NR304", Name: "contradiction", Family: rules.Number, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "同一数量前后不一", EN: "one quantity is told twice with different figures"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "全年主动公开信息总数，以及表中没有数可核对的其他数量，在文中出现两次而数不同的，提示核实；连用语都相同的为错误。机关、年份、渠道或量词不同的不算。",
			EN: "the year's total of items published, or a quantity that no form can decide, told twice with different figures; other bodies, years, channels or measure words do not count; in the same words it is an error",
		},
		Why:   rules.Words{ZH: "一处更新了数据，另一处没有更新。", EN: "one place was updated and the other was not"},
		Basis: rules.Words{ZH: "同一数量前后应当一致", EN: "one quantity has one value"},
		Bad:   "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息237条。\n（四）平台建设。全年主动公开政府信息368条。",
		Good:  "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息237条。\n（四）平台建设。上年主动公开政府信息368条，网站发布信息126条。",
	},
	Check: checkTwice,
}

func checkTwice(p *rules.Pass) {
	prose := p.Prose()
	told := map[string]bool{}
	for i := range prose.Claims {
		c := &prose.Claims[i]
		if !comparable(p, i) || told[c.What.Key] {
			continue
		}
		for k := i + 1; k < len(prose.Claims); k++ {
			if d := &prose.Claims[k]; d.What == c.What && comparable(p, k) && differ(prose, c, d) {
				told[c.What.Key] = true
				p.Add(twiceFinding(p, c, d))
				break
			}
		}
	}
}

// comparable reports whether a claim is sure to be of its one quantity, and the
// forms say nothing of it.
func comparable(p *rules.Pass, i int) bool {
	c := &p.Prose().Claims[i]
	return c.Mention >= 0 && c.Doubt != narrative.Doubtful && !c.What.Loose && len(c.What.Readings) <= 1 &&
		c.Bound == narrative.Exactly && p.Verdicts()[i].Status == verdict.Unlinked
}

// differ reports whether two claims cannot both be right: neither is in 万, they
// count alike, and one list does not hold both.
func differ(prose *narrative.Prose, c, d *narrative.Claim) bool {
	a, b := &prose.Mentions[c.Mention], &prose.Mentions[d.Mention]
	if a.Unit != b.Unit || a.Unit == "" || verdict.MayBeEqual(a, b) {
		return false
	}
	for i := range prose.Lists {
		l := &prose.Lists[i]
		first, second := false, false
		for _, m := range l.Members {
			first, second = first || m.Mention == c.Mention, second || m.Mention == d.Mention
		}
		if (first || l.Whole == c.Mention) && (second || l.Whole == d.Mention) {
			return false
		}
	}
	return true
}

func twiceFinding(p *rules.Pass, c, d *narrative.Claim) rules.Finding {
	prose := p.Prose()
	first, second := words(p, c.Mention), words(p, d.Mention)
	f := finding(p, d.Span, rules.Words{
		ZH: fmt.Sprintf("此处说%s是“%s”，前文说是“%s”；请核对以哪一处为准。", d.What.Name.ZH, second, first),
		EN: fmt.Sprintf("%s is %q here and %q before", d.What.Name.EN, second, first),
	})
	f.Severity = rules.Warning
	if said := sentenceBefore(prose, c.Span); said != "" && said == sentenceBefore(prose, d.Span) {
		f.Severity = rules.Error
	}
	f.Actual, f.Expected, f.Key = second, first, d.What.Key
	f.Related = append(f.Related, rules.Related{
		Message: rules.Words{ZH: "前文", EN: "before"}, Place: prose.Place(c.Span),
		Excerpt: rules.WordsExcerpt(prose.Paragraphs[c.Paragraph].Text, c.I, c.J),
	})
	return f
}
