package rules

import (
	"slices"

	"github.com/gouji/gouji/rules/record"
)

// Group is one organ with its reports, laid among all others.
type Group struct {
	Organ   record.Organ
	Members []Member // by the index of Organ.Reports
}

// Among is one run of a rule over all organs of an audit.
type Among struct {
	Groups []Group

	rule     *Rule
	findings [][][]Finding // by group, by member
	crashed  bool
}

// Add takes a finding of the rule that is running about a report.
func (a *Among) Add(group, member int, f Finding) {
	m := a.Groups[group].Members[member]
	if slices.Contains(m.Rules, a.rule) {
		a.findings[group][member] = append(a.findings[group][member], a.rule.fill(f))
	}
}

// Runs reports whether the rule is wanted for a report.
func (a *Among) Runs(group, member int) bool {
	return slices.Contains(a.Groups[group].Members[member].Rules, a.rule)
}

// Number is [Pass.Number] by the settings of a report.
func (a *Among) Number(group, member int, key string) int {
	return int(a.Groups[group].Members[member].Settings.number(a.rule, key))
}

// RunBeside is the whole of what is looked for beside other reports: [RunAcross]
// over each organ, and [RunAmong] over all. It returns what was found about each
// report, by group and member, and in which groups a rule failed.
func RunBeside(groups []Group, expected []int) (findings [][][]Finding, crashed []bool) {
	findings, failed := RunAmong(groups)
	crashed = make([]bool, len(groups))
	for g := range groups {
		own, bad := RunAcross(groups[g].Members, expected)
		crashed[g] = bad || failed
		for i := range own {
			if len(findings[g][i]) > 0 {
				own[i] = append(own[i], findings[g][i]...)
				SettleAcross(groups[g].Members[i], own[i])
			}
		}
		findings[g] = own
	}
	return findings, crashed
}

// RunAmong lays the reports of all organs side by side and returns what was found
// about each, not yet in order: [RunAcross] and it are settled together by
// [SettleAcross]. What comes of it depends on nothing but its argument.
func RunAmong(groups []Group) (findings [][][]Finding, crashed bool) {
	a := &Among{Groups: groups, findings: make([][][]Finding, len(groups))}
	var list []*Rule
	for i, g := range groups {
		a.findings[i] = make([][]Finding, len(g.Members))
		for _, r := range rulesOf(g.Members) {
			if r.Among != nil && !slices.Contains(list, r) {
				list = append(list, r)
			}
		}
	}
	for _, rule := range list {
		a.run(rule)
	}
	return a.findings, a.crashed
}

// run runs one rule. One that panics costs its own findings only.
func (a *Among) run(rule *Rule) {
	a.rule = rule
	before := make([][]int, len(a.Groups))
	for i := range a.Groups {
		for _, list := range a.findings[i] {
			before[i] = append(before[i], len(list))
		}
	}
	defer func() {
		trouble := recover()
		for i := range before {
			for k, n := range before[i] {
				m := a.Groups[i].Members[k]
				if trouble != nil && slices.Contains(m.Rules, rule) {
					a.findings[i][k] = append(a.findings[i][k][:n], crash(rule, m.Path, trouble))
					a.crashed = true
					continue
				}
				m.Settings.regrade(rule, a.findings[i][k][n:])
			}
		}
	}()
	rule.Among(a)
}
