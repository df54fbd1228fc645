package structure

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// SectionNumber is ST502.
var SectionNumber = &rules.Rule{
	Code: "ST502", Name: "section-number", Family: rules.Structure, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "部分序号有误", EN: "a section's number is out of order"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "各部分的序号应一、二、三……依次排列，不重复、不跳号、不颠倒；同一部分不出现两次。没有序号的标题不查。",
			EN: "the numbers of the sections run on without repeats, gaps or reversals, and no section stands twice; headings without numbers are not judged",
		},
		Why:   rules.Words{ZH: "重号、跳号说明增删时没有通读。", EN: "a repeated or missing number shows that an edit was not read through"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号所附格式", EN: "the form attached to circular 〔2021〕30"},
		Bad:   "二、主动公开政府信息情况 / 二、收到和处理政府信息公开申请情况",
		Good:  "二、主动公开政府信息情况 / 三、收到和处理政府信息公开申请情况",
	},
	Check: checkSectionNumber,
}

func checkSectionNumber(p *rules.Pass) {
	for _, problem := range p.Report.Problems {
		if problem.Kind == schema.DuplicateSection {
			p.Add(rules.Finding{
				Severity: rules.Error, Message: rules.Words{ZH: problem.ZH, EN: problem.EN}, Place: problem.Place,
				Key: problem.Words, Actual: problem.Words,
			})
		}
	}
	var last *schema.Section
	missing := 0 // sections of the form that are not there since last: ST501 speaks of them
	seen := map[string]bool{}
	for _, s := range p.Report.Sections {
		if s.Number == 0 {
			continue
		}
		if s.Key != "" && seen[s.Key] {
			continue
		}
		seen[s.Key] = true
		if last != nil && s.Number != last.Number+1 {
			missing = absentBetween(p.Report, last, s)
			if s.Number != last.Number+1+missing || s.Number <= last.Number {
				p.Add(outOfOrder(last, s))
			}
		}
		last = s
	}
}

// absentBetween counts the sections of the form between two that a report does
// not have.
func absentBetween(r *schema.Report, a, b *schema.Section) int {
	e := edition(r)
	if e == nil || a.Key == "" || b.Key == "" {
		return 0
	}
	from, to := 0, 0
	for _, spec := range e.Sections {
		if spec.Key == a.Key {
			from = spec.Number
		}
		if spec.Key == b.Key {
			to = spec.Number
		}
	}
	n := 0
	for _, spec := range e.Sections {
		if spec.Number > from && spec.Number < to && r.Section(spec.Key) == nil {
			n++
		}
	}
	return n
}

func outOfOrder(last, s *schema.Section) rules.Finding {
	want := numeral(last.Number + 1)
	return rules.Finding{
		Place: s.Heading.Whole(), Excerpt: rules.WordsExcerpt(s.Heading, 0, len(s.Heading.Value)),
		Key: s.Heading.Value, Expected: want, Actual: numeral(s.Number),
		Message: rules.Words{
			ZH: fmt.Sprintf("“%s”的序号为“%s”，上一部分是“%s”，此处应为“%s”。", s.Title.Value, numeral(s.Number), last.Heading.Value, want),
			EN: fmt.Sprintf("%q is numbered %d after section %d", s.Title.Value, s.Number, last.Number),
		},
		Related: []rules.Related{{
			Message: rules.Words{ZH: "上一部分的标题", EN: "the heading before"},
			Place:   last.Heading.Whole(), Excerpt: rules.WordsExcerpt(last.Heading, 0, len(last.Heading.Value)),
		}},
	}
}
