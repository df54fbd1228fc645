package rules

import (
	"slices"

	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// Member is one report of an organ, laid beside the others.
type Member struct {
	*record.Record
	Rules    []*Rule   // that its project holds it to
	Settings *Settings // of its project
}

// Beside is one run of a rule over the reports of one organ.
type Beside struct {
	Members []Member // by year
	// Expected are the years that most organs of the audit have a report of.
	Expected []int

	rule     *Rule
	findings [][]Finding // by member
	crashed  bool
}

// Add takes a finding of the rule that is running about the i-th report.
func (b *Beside) Add(i int, f Finding) {
	if !slices.Contains(b.Members[i].Rules, b.rule) {
		return
	}
	b.findings[i] = append(b.findings[i], b.rule.fill(f))
}

// Before returns the reports of the year before the i-th one's: more than one
// when there are several of one year.
func (b *Beside) Before(i int) []Member {
	var out []Member
	for _, m := range b.Members {
		if m.Year == b.Members[i].Year-1 {
			out = append(out, m)
		}
	}
	return out
}

// RunAcross lays the reports of one organ side by side and returns what was
// found about each; crashed says that a rule failed. It looks at nothing but
// its arguments, so that organs can be worked on anywhere and in any order.
func RunAcross(members []Member, expected []int) (findings [][]Finding, crashed bool) {
	b := &Beside{Members: members, Expected: expected, findings: make([][]Finding, len(members))}
	for _, rule := range rulesOf(members) {
		if rule.Across != nil {
			b.run(rule)
		}
	}
	for i := range members {
		SettleAcross(members[i], b.findings[i])
	}
	return b.findings, b.crashed
}

// rulesOf lists the rules that look across reports of all members, each once.
func rulesOf(members []Member) []*Rule {
	var out []*Rule
	for i, m := range members {
		if i > 0 && slices.Equal(m.Rules, members[i-1].Rules) {
			continue
		}
		_, across := Part(m.Rules)
		for _, r := range across {
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// run runs one rule. One that panics costs its own findings only.
func (b *Beside) run(rule *Rule) {
	b.rule = rule
	before := make([]int, len(b.Members))
	for i := range before {
		before[i] = len(b.findings[i])
	}
	defer func() {
		trouble := recover()
		for i, n := range before {
			if trouble != nil {
				b.findings[i] = append(b.findings[i][:n], crash(rule, b.Members[i].Path, trouble))
				b.crashed = true
				continue
			}
			b.Members[i].Settings.regrade(rule, b.findings[i][n:])
		}
	}()
	rule.Across(b)
}

// SettleAcross puts the findings about a report beside others into their order,
// gives each its fingerprint, and puts aside what comments of the report speak of.
// It may be done again when more were found.
func SettleAcross(m Member, findings []Finding) {
	slices.SortStableFunc(findings, Compare)
	stamp(m.Organ, m.ReportYear, findings)
	for _, ig := range m.Ignores {
		whole := Ignored{Ignore: ig}
		if !whole.Whole() {
			continue
		}
		for _, code := range ig.Codes {
			ignoreCode(findings, ig, code, func(id schema.CellID) schema.Place { return m.Place(id) })
		}
	}
}

// record keeps of the report what others are held to.
func (p *Pass) record() *record.Record {
	out := record.Of(p.Report)
	if known := p.Facts().Organ(out.Organ); known != nil {
		out.Known, out.Parent = known.Name, Squeeze(known.Parent)
	}
	add := func(path, value string) {
		id, ok := schema.LookupCell(path)
		n, number := schema.ParseNumber(value)
		if ok && number {
			out.Proposed = append(out.Proposed, record.Figure{Cell: id, Value: record.ValueOf(n)})
		}
	}
	for i := range p.findings {
		f := &p.findings[i]
		for _, c := range f.Proposals {
			add(c.Cell, c.To)
		}
		if len(f.Cells) == 1 {
			add(f.Cells[0], f.Expected)
		}
	}
	p.tell(out)
	return out
}
