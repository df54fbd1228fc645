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
		Bad:   "一、总体情况\n二、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项",
		Good:  "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项",
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
	for _, f := range numbering(p.Report, numbered(p.Report)) {
		p.Add(f)
	}
}

// numbered lists the sections that have a number; of one that stands twice, the
// first.
func numbered(r *schema.Report) []*schema.Section {
	var out []*schema.Section
	seen := map[string]bool{}
	for _, s := range r.Sections {
		if s.Number == 0 || s.Key != "" && seen[s.Key] {
			continue
		}
		seen[s.Key] = true
		out = append(out, s)
	}
	return out
}

// numbering walks the sections. Two neighbours whose numbers are exchanged are
// one finding; behind a single slip the count goes on as if it had not been
// made, behind a real break from the number printed.
func numbering(r *schema.Report, list []*schema.Section) []rules.Finding {
	var (
		out  []rules.Finding
		last *schema.Section
		at   int // the number that last should have
	)
	for i := 0; i < len(list); i++ {
		s, want := list[i], at+1
		next := 0
		if i+1 < len(list) {
			next = list[i+1].Number
		}
		switch {
		case s.Number == want+1 && next == want:
			out = append(out, exchanged(s, list[i+1]))
			i++
			last, at = list[i], want+1
			continue
		case last == nil, s.Number == want, s.Number > at && s.Number == want+absentBetween(r, last, s):
			at = s.Number
		default:
			out = append(out, outOfOrder(last, s, want))
			if at = s.Number; next == want+1 {
				at = want
			}
		}
		last = s
	}
	return out
}

// exchanged is the finding of two neighbours that bear each other's number.
func exchanged(a, b *schema.Section) rules.Finding {
	return rules.Finding{
		Place: a.Heading.Whole(), Excerpt: rules.WordsExcerpt(a.Heading, 0, len(a.Heading.Value)),
		Key: a.Heading.Value + "\x1f" + b.Heading.Value, Expected: numeral(b.Number), Actual: numeral(a.Number),
		Message: rules.Words{
			ZH: fmt.Sprintf("“%s”和“%s”的序号写反了，应分别为“%s”和“%s”。", a.Title.Value, b.Title.Value, numeral(b.Number), numeral(a.Number)),
			EN: fmt.Sprintf("the numbers of %q and %q are exchanged", a.Title.Value, b.Title.Value),
		},
		Related: []rules.Related{{
			Message: rules.Words{ZH: "下一部分的标题", EN: "the next heading"},
			Place:   b.Heading.Whole(), Excerpt: rules.WordsExcerpt(b.Heading, 0, len(b.Heading.Value)),
		}},
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

// outOfOrder is the finding of a section whose number does not follow.
func outOfOrder(last, s *schema.Section, number int) rules.Finding {
	want := numeral(number)
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
