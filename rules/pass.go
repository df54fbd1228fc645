package rules

import (
	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema"
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

	relations *relation.Result
}

// Add takes a finding of the rule that is running. Code, name, and, where
// the finding has none, severity and basis are filled in.
func (p *Pass) Add(f Finding) {
	f.Code, f.Name = p.rule.Code, p.rule.Name
	if f.Severity == 0 {
		f.Severity = p.rule.Severity
	}
	if f.Basis.IsZero() {
		f.Basis = p.rule.Doc.Basis
	}
	p.findings = append(p.findings, f)
}

// Relations returns what the relations of the report's forms say, worked out
// once.
func (p *Pass) Relations() *relation.Result {
	if p.relations == nil {
		p.relations = relation.Check(p.Report, nil)
	}
	return p.relations
}

// cover fills in what was checked.
func (p *Pass) cover(c *Coverage) {
	res := p.Relations()
	c.Relations.Held, c.Relations.Violated, c.Relations.Unchecked = len(res.Held), len(res.Violated), len(res.Unchecked)
}
