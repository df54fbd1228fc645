package main

import (
	"errors"
	"runtime"
	"time"

	"github.com/spf13/pflag"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// runner is what check and audit make ready before any report is read: the files,
// what is wanted of each, what counts, and where it is printed.
type runner struct {
	jobs     []job
	loader   *config.Loader
	gate     *gate
	printers *printers
	sum      output.Summary
}

// outputFlags are the flags about rules and outputs.
func (a *app) outputFlags(f *pflag.FlagSet, o *checkFlags) {
	f.Var(newChoice(&o.format, output.Names()...), "format", a.say("输出格式", "format of the output"))
	f.StringArrayVar(&o.outputs, "output", nil, a.say("另存一份结果：`格式=文件`，可多次使用", "write the result to a file too: `FORMAT=FILE`, any number of times"))
	f.StringSliceVar(&o.sel, "select", nil, a.say("只用这些`规则`：代码、代码开头、名称或类别，用逗号隔开", "run only these `rules`: codes, their beginnings, names or families"))
	f.StringSliceVar(&o.ignore, "ignore", nil, a.say("不用这些`规则`", "leave these `rules` out"))
	f.Var(newChoice(&o.failOn, "error", "warning", "info", "never"), "fail-on", a.say("达到这个程度的问题使退出码为 1（默认按 gouji.toml，没有则为 error）", "the severity that makes the exit code 1 (default: gouji.toml's, else error)"))
	f.StringVar(&o.baselines.flag, "baseline", "", a.say("基线`文件`：其中记下的问题不再计入", "the baseline, a `file`: findings in it do not count"))
	f.BoolVar(&o.baselines.write, "write-baseline", false, a.say("把现有的问题都记入基线", "take all findings into the baseline"))
	f.BoolVar(&o.baselines.prune, "prune-baseline", false, a.say("从基线中删去已经没有的问题", "remove findings that are gone from the baseline"))
}

// runFlags are the flags about settings and about how the work is done.
func (a *app) runFlags(f *pflag.FlagSet, o *checkFlags) {
	f.StringVar(&o.config, "config", "", a.say("只用这个设置`文件`，不再寻找 gouji.toml", "use this settings `file` and look for no gouji.toml"))
	f.StringVar(&o.today, "today", "", a.say("按这一`天`判断忽略是否过期，如 2026-12-31（默认今天）", "the `day` by which suppressions run out, as 2026-12-31 (default today)"))
	f.Var(newChoice(&o.color, "auto", "always", "never"), "color", a.say("是否用颜色（默认 auto：在终端上才用）", "colours (default auto: on a terminal)"))
	f.IntVar(&o.jobs, "jobs", 0, a.say("同时检查的文件`个数`（默认为处理器个数）", "how many `files` are checked at once (default: the processors)"))
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, a.say("每个文件最多用多长`时间`（默认 30s）", "the `time` a file may take (default 30s)"))
}

// prepare finds the files and opens all that the run needs. Whoever gets a run
// must end it with conclude, and abandon it.
func (a *app) prepare(o *checkFlags, paths []string) (*runner, error) {
	ledger, err := a.ledger(*o)
	if err != nil {
		return nil, err
	}
	found := source.Found{}
	if o.handed != nil {
		found.Sources = o.handed.sources
	} else {
		found = source.Find(paths, o.stdinName)
	}
	if len(found.Sources) == 0 {
		return nil, wrong("在“%s”没有找到年报文件", "no report found in %q", paths[0])
	}
	r := &runner{sum: output.Summary{Skipped: found.Skipped}}
	if r.loader, err = config.NewLoader(a.catalog, config.Flags{Select: o.sel, Ignore: o.ignore, FailOn: o.failOn}, o.config); err != nil {
		return nil, a.ruleError(err)
	}
	jobs, err := a.jobs(r.loader, found.Sources)
	if err != nil {
		return nil, err
	}
	r.jobs = reports(jobs, *o)
	if o.organs != "" {
		organs, err := a.organsOf(o.organs)
		if err != nil {
			return nil, err
		}
		addOrgans(r.jobs, organs)
	}
	if o.sinceSet {
		if r.jobs, r.sum.Unchanged, err = since(o.since, r.jobs); err != nil {
			return nil, err
		}
	}
	if err := o.baselines.open(r.jobs); err != nil {
		return nil, err
	}
	a.settle(o, r.jobs)
	r.gate = &gate{ledger: ledger, baselines: &o.baselines}
	if r.gate.review, err = a.openReview(o.review); err != nil {
		return nil, err
	}
	if r.printers, err = a.printers(*o, r.loader.Catalog()); err != nil {
		r.abandon()
	}
	return r, err
}

// conclude prints what was found beside the reports and the end, sets the exit
// code and writes the baselines; err is what went wrong in printing the reports.
func (a *app) conclude(r *runner, err error) error {
	if err == nil {
		err = r.rest()
	}
	if errors.Is(err, errInterrupted) {
		return err
	}
	if err != nil {
		return unwritten("标准输出", "standard output", err)
	}
	a.code = exitCode(r.sum, r.gate.failed)
	if r.gate.review != nil {
		err = reviewError(r.gate.review.Save())
	}
	return errors.Join(err, r.gate.baselines.save())
}

// abandon leaves no half-written output behind, and closes what is open.
func (r *runner) abandon() {
	if r.printers != nil {
		r.printers.abandon()
	}
	if r.gate.review != nil {
		r.gate.review.Close()
	}
}

// rest prints what was found in settings and baselines, and the end.
func (r *runner) rest() error {
	rest, err := r.gate.rest(r.loader)
	if err != nil {
		return err
	}
	r.sum.AddRest(rest)
	if err := r.printers.report(rest); err != nil {
		return err
	}
	return r.printers.close(r.sum)
}

// ledger checks the flags that have no part in reading, and returns a ledger of
// the day.
func (a *app) ledger(o checkFlags) (*config.Ledger, error) {
	switch {
	case o.jobs < 0:
		return nil, wrong("--jobs 应为正整数", "--jobs must be positive")
	case o.timeout <= 0:
		return nil, wrong("--timeout 应大于 0", "--timeout must be positive")
	}
	if err := a.catalog.Validate(); err != nil {
		return nil, err
	}
	var day schema.Date
	if a.Today != nil {
		day = a.Today()
	}
	if o.today != "" {
		var ok bool
		if day, ok = config.ParseDate(o.today); !ok {
			return nil, wrong("--today 应为日期，如 2026-12-31，不是“%s”", "--today takes a date such as 2026-12-31, not %q", o.today)
		}
	}
	return config.NewLedger(day, source.MayBeReport), nil
}

// settle fills in what the flags leave to the settings: those of the first
// file hold for the run as a whole.
func (a *app) settle(o *checkFlags, jobs []job) {
	if o.jobs == 0 {
		o.jobs = runtime.GOMAXPROCS(0)
	}
	if len(jobs) == 0 {
		return
	}
	if !a.langSet && jobs[0].Language.V != "" {
		a.lang = jobs[0].Language.V
	}
	o.failOn = jobs[0].FailOn.V
}

// ruleError turns the engine's error about a word that names no rule into one
// of use.
func (a *app) ruleError(err error) error {
	var unknown *rules.UnknownRuleError
	if errors.As(err, &unknown) {
		return a.unknownRule(unknown)
	}
	return err
}

// severities are those that --fail-on names; never is none.
var severities = map[string]rules.Severity{"error": rules.Error, "warning": rules.Warning, "info": rules.Info}

// exitCode is the documented one; unread wins.
func exitCode(sum output.Summary, failed bool) int {
	switch {
	case sum.Unread > 0:
		return ExitUnread
	case failed:
		return ExitFindings
	}
	return ExitClean
}
