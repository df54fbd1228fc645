package main

import (
	"path/filepath"
	"slices"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/review"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/reading"
	"github.com/gouji/gouji/schema"
)

// job is one file to check, and what the project wants of it.
type job struct {
	source.Source
	abs string
	*config.Effective
}

// gate decides what counts: it puts findings aside as gouji.toml and the
// baselines say, and says whether the rest fails the run.
type gate struct {
	ledger    *config.Ledger
	baselines *baselines
	review    *review.File // nil when none is kept
	failed    bool
}

// pass settles the results of a file.
func (g *gate) pass(j job, results []rules.Result) {
	for i := range results {
		g.settle(j, &results[i], j.Rules)
	}
}

// beside settles what was found about a report beside others, and adds it to
// what was found in it alone. Suppressions of rules that look across reports are
// of no use only when such a rule ran, which is known here.
func (g *gate) beside(j job, res *rules.Result, findings []rules.Finding, crashed bool) {
	own := rules.Result{Report: res.Report, Findings: findings, Unread: res.Unread || crashed}
	g.settle(j, &own, j.Across)
	res.Findings = append(res.Findings, own.Findings...)
	slices.SortStableFunc(res.Findings, rules.Compare)
	res.Unread = own.Unread
}

// settle puts findings of a report aside, and notes whether the rest fails the
// run; ran are the rules that the report was held to.
func (g *gate) settle(j job, res *rules.Result, ran []*rules.Rule) {
	g.ledger.Apply(res, j.abs, j.Effective, ran)
	if b := g.baselines.of(j); b != nil {
		b.Apply(res, j.abs, ran)
		if g.baselines.write {
			b.Accept(res)
		}
	}
	if g.review != nil {
		g.review.Apply(res, ran)
	}
	g.judge(res.Findings, j.FailOn.V)
}

// judge notes whether a finding that nobody put aside fails the run.
func (g *gate) judge(findings []rules.Finding, failOn string) {
	level := severities[failOn]
	g.failed = g.failed || level != 0 && slices.ContainsFunc(findings, func(f rules.Finding) bool {
		return f.Suppressed == nil && f.Severity >= level
	})
}

// rest returns a result for each gouji.toml and baseline with entries that are
// of no use.
func (g *gate) rest(l *config.Loader) ([]rules.Result, error) {
	var out []rules.Result
	add := func(path string, findings []rules.Finding) error {
		e, err := l.For(path)
		if err != nil || !slices.ContainsFunc(e.Rules, func(r *rules.Rule) bool { return r.Code == reading.BadSuppression.Code }) {
			return err
		}
		rule := *reading.BadSuppression
		rule.Check = func(p *rules.Pass) {
			for _, f := range findings {
				p.Add(f)
			}
		}
		res := rules.RunWith(schema.NewReport(path, config.Format), []*rules.Rule{&rule}, e.Settings)
		g.judge(res.Findings, e.FailOn.V)
		out = append(out, res)
		return nil
	}
	files, findings := g.ledger.Findings()
	for i, f := range files {
		if err := add(f.Path, findings[i]); err != nil {
			return nil, err
		}
	}
	for _, b := range g.baselines.list {
		if findings := b.Fixed(); len(findings) > 0 && !g.baselines.prune {
			if err := add(b.Path, findings); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// jobs looks up what the project wants of each file. All faults of all
// gouji.toml are said before anything is checked.
func (a *app) jobs(l *config.Loader, sources []source.Source) ([]job, error) {
	var out []job
	for _, src := range sources {
		path := src.Path
		if path == "-" {
			path = src.Name
		}
		if path == "-" {
			path = "stdin"
		}
		abs, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		e, err := l.For(abs)
		if err != nil {
			return nil, a.ruleError(err)
		}
		out = append(out, job{src, abs, e})
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	if err := l.KnowsFlags(); err != nil {
		return nil, a.ruleError(err)
	}
	return out, nil
}

// reports leaves out the files of the project's own that stand among the
// reports: baselines, and settings by another name.
func reports(jobs []job, o checkFlags) []job {
	own := map[string]bool{}
	for _, path := range []string{o.config, o.organs, o.baselines.flag, o.review.file, o.review.imports} {
		if abs, err := filepath.Abs(path); path != "" && err == nil {
			own[abs] = true
		}
	}
	for _, j := range jobs {
		own[j.Baseline.V] = true
	}
	return slices.DeleteFunc(jobs, func(j job) bool { return own[j.abs] })
}
