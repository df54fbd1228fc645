package rules

import (
	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// Pass is one run of the selected rules over one report. What several rules
// need is worked out once and kept here.
type Pass struct {
	Report *schema.Report

	settings *Settings
	ignored  []Ignored
	rule     *Rule
	findings []Finding
	crashed  bool

	prose     *narrative.Prose
	relations *relation.Result
	verdicts  []verdict.Verdict
	sums      *verdict.Numbers
	kept      map[any]any
}

// Add takes a finding of the rule that is running. Code, name, and, where
// the finding has none, severity and basis are filled in.
func (p *Pass) Add(f Finding) {
	p.findings = append(p.findings, p.rule.fill(f))
}

// Fail says that the rule that is running could not be run to its end: the
// report was not checked by it and must not look clean.
func (p *Pass) Fail(why Words) {
	p.crashed = true
	p.findings = append(p.findings, failure(p.rule, p.Report.Path, why))
}

// Keep returns what make made for the key, once for a report: what several rules
// need and the pass knows nothing of.
func (p *Pass) Keep(key any, make func() any) any {
	if v, ok := p.kept[key]; ok {
		return v
	}
	if p.kept == nil {
		p.kept = map[any]any{}
	}
	v := make()
	p.kept[key] = v
	return v
}

// Prose returns what the words of the report say, read once.
func (p *Pass) Prose() *narrative.Prose {
	if p.prose == nil {
		p.prose = narrative.Read(p.Report)
	}
	return p.prose
}

// Relations returns what the relations of the report's forms say, worked out
// once, with the prose as a witness.
func (p *Pass) Relations() *relation.Result {
	if p.relations == nil {
		p.relations = relation.Check(p.Report, verdict.Witnesses(p.Prose()))
	}
	return p.relations
}

// Verdicts returns how each claim of the prose stands to the forms, by its index
// in Prose().Claims.
func (p *Pass) Verdicts() []verdict.Verdict {
	if p.verdicts == nil {
		p.verdicts = verdict.Check(p.Report, p.Prose(), p.Relations())
	}
	return p.verdicts
}

// Sums returns how the numbers of the prose stand to each other.
func (p *Pass) Sums() *verdict.Numbers {
	if p.sums == nil {
		p.sums = verdict.CheckNumbers(p.Prose())
	}
	return p.sums
}

// cover fills in what was checked.
func (p *Pass) cover(c *Coverage) {
	res := p.Relations()
	c.Relations.Held, c.Relations.Violated, c.Relations.Unchecked = len(res.Held), len(res.Violated), len(res.Unchecked)
	for i := range p.Prose().Mentions {
		if p.Prose().Mentions[i].Class != narrative.Quantity {
			continue
		}
		switch status, _ := p.numberStatus(i); status {
		case NumberVerified:
			c.Numbers.Verified++
		case NumberContradicted:
			c.Numbers.Contradicted++
		default:
			c.Numbers.Unlinked++
		}
	}
}
