package rules

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// Result is what a run over one report brought.
type Result struct {
	Report   *schema.Report
	Findings []Finding // sorted as a reader meets them
	Coverage Coverage
	Numbers  []ProseNumber // of the prose, when [Settings] ask for them
	// Record is what an audit keeps of the report, when [Settings] ask for it and it
	// was read.
	Record *record.Record
	// Unread says that the file, or a rule, could not be read or run to its end:
	// whatever else was found, this report is not clean.
	Unread bool
}

// Coverage says what was checked, and what was not.
type Coverage struct {
	Relations struct{ Held, Violated, Unchecked int }
	Numbers   struct{ Verified, Contradicted, Unlinked int }
}

// Run holds the report to the rules, but for those that look across reports. The
// rules must be whole; see [Catalog.Validate]. A rule that panics costs its own
// findings only.
func Run(r *schema.Report, rules []*Rule) Result { return RunWith(r, rules, nil) }

// RunWith is [Run] with what the project wants of the rules.
func RunWith(r *schema.Report, rules []*Rule, s *Settings) Result {
	rules, _ = Part(rules)
	p := &Pass{Report: r, settings: s}
	p.runAll(rules, false)
	p.ignore(rules)
	p.runAll(rules, true)
	res := Result{Report: r, Findings: p.findings, Unread: p.crashed || unread(r)}
	Settle(r, res.Findings)
	p.cover(&res.Coverage)
	if s != nil && s.Numbers {
		res.Numbers = p.numbers()
	}
	if s != nil && s.Record && !unread(r) {
		res.Record = p.record()
	}
	return res
}

// unread reports whether the report was not read to its end.
func unread(r *schema.Report) bool {
	return slices.ContainsFunc(r.Problems, func(problem schema.Problem) bool { return problem.Kind.Fatal() })
}

// Settle puts the findings of a report into their order and gives each its
// fingerprint.
func Settle(r *schema.Report, findings []Finding) {
	slices.SortStableFunc(findings, Compare)
	stamp(r.Organ.Value, r.Year, findings)
}

func (p *Pass) runAll(rules []*Rule, last bool) {
	for _, rule := range rules {
		if rule.Last == last {
			before := len(p.findings)
			p.run(rule)
			p.settings.regrade(rule, p.findings[before:])
		}
	}
}

// run runs one rule. A panic is a fault of gouji, never of the report, but a
// report that was not checked must not look clean.
func (p *Pass) run(rule *Rule) {
	p.rule = rule
	before := len(p.findings)
	defer func() {
		if trouble := recover(); trouble != nil {
			p.crashed = true
			p.findings = append(p.findings[:before], crash(rule, p.Report.Path, trouble))
		}
	}()
	rule.Check(p)
}

// crash is the finding that a rule failed.
func crash(rule *Rule, path string, trouble any) Finding {
	return failure(rule, path, Words{
		ZH: fmt.Sprintf("规则 %s 运行中出错，这份报告没有按它检查；这是 gouji 的缺陷，请连同文件反馈（%v）。", rule.Code, trouble),
		EN: fmt.Sprintf("rule %s failed and did not check this report; this is a fault of gouji, please report it (%v)", rule.Code, trouble),
	})
}

// failure is the finding that a report was not checked by a rule.
func failure(rule *Rule, path string, why Words) Finding {
	return Finding{
		Code: "RD001", Name: "unreadable", Severity: Error, Key: "crash " + rule.Code,
		Place: schema.Place{Path: path}, crash: true, Message: why,
	}
}

// Compare orders findings as a reader meets them; it is total over what can be
// told apart.
func Compare(a, b Finding) int {
	return cmp.Or(
		a.Place.Compare(b.Place),
		cmp.Compare(a.Code, b.Code),
		slices.Compare(a.Cells, b.Cells),
		cmp.Compare(a.Key, b.Key),
		cmp.Compare(a.Message.ZH, b.Message.ZH),
	)
}

// stamp gives each finding its fingerprint: organ, year, code, and cells or
// words; never a line, so that it holds when the report is edited elsewhere.
func stamp(organ string, year int, findings []Finding) {
	organ = strings.Join(strings.Fields(organ), "")
	seen := map[string]int{}
	for i := range findings {
		f := &findings[i]
		what := f.Key
		if len(f.Cells) > 0 {
			what += "\x1f" + strings.Join(f.Cells, ",")
		}
		sum := sha256.Sum256([]byte(strings.Join([]string{organ, strconv.Itoa(year), f.Code, what}, "\x1e")))
		fp := hex.EncodeToString(sum[:8])
		if seen[fp]++; seen[fp] > 1 {
			fp += "-" + strconv.Itoa(seen[fp])
		}
		f.Fingerprint = fp
	}
}
