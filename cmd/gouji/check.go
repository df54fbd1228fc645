package main

import (
	"errors"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/batch"
	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// checkFlags are what the flags of check say.
type checkFlags struct {
	format    string
	outputs   []string
	sel       []string
	ignore    []string
	failOn    string
	color     string
	jobs      int
	timeout   time.Duration
	quiet     bool
	numbers   bool
	stdinName string
	config    string
	today     string
	since     string
	sinceSet  bool
	baselines baselines
}

func (a *app) checkCommand() *cobra.Command {
	o := checkFlags{format: "text", color: "auto"}
	cmd := &cobra.Command{
		Use:   "check " + a.say("[参数] 文件或文件夹…", "[flags] PATH…"),
		Short: a.say("检查年报，指出哪一格、哪一句不对", "check reports and name the cells and words that cannot be right"),
		Long: a.say("检查年报：文件、文件夹（含下级文件夹）、通配符（可用 **）、“-”表示标准输入。\n退出码：0 没有问题，1 有问题（见 --fail-on），2 用法或 gouji.toml 有误，3 有文件没能读完或查完。",
			"Check reports: files, folders with all in them, globs (also **), - for standard input.\nExit codes: 0 clean, 1 findings (see --fail-on), 2 wrong use or gouji.toml, 3 something could not be read or checked to its end."),
		Example: "  gouji check 年报.docx\n  gouji check --format json --output text=结果.txt reports/\n  gouji check --ignore structure 'reports/**/*.toml'",
		RunE: func(cmd *cobra.Command, args []string) error {
			a.langSet, o.sinceSet = cmd.Flag("lang").Changed, cmd.Flag("since").Changed
			if len(args) == 0 {
				return wrong("请写明要检查的文件或文件夹，如 gouji check 年报.docx", "name the files or folders to check: gouji check report.docx")
			}
			return a.check(o, args)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.Var(newChoice(&o.format, output.Names()...), "format", a.say("输出格式", "format of the output"))
	f.StringArrayVar(&o.outputs, "output", nil, a.say("另存一份结果：`格式=文件`，可多次使用", "write the result to a file too: `FORMAT=FILE`, any number of times"))
	f.StringSliceVar(&o.sel, "select", nil, a.say("只用这些`规则`：代码、代码开头、名称或类别，用逗号隔开", "run only these `rules`: codes, their beginnings, names or families"))
	f.StringSliceVar(&o.ignore, "ignore", nil, a.say("不用这些`规则`", "leave these `rules` out"))
	f.Var(newChoice(&o.failOn, "error", "warning", "info", "never"), "fail-on", a.say("达到这个程度的问题使退出码为 1（默认按 gouji.toml，没有则为 error）", "the severity that makes the exit code 1 (default: gouji.toml's, else error)"))
	f.StringVar(&o.baselines.flag, "baseline", "", a.say("基线`文件`：其中记下的问题不再计入", "the baseline, a `file`: findings in it do not count"))
	f.BoolVar(&o.baselines.write, "write-baseline", false, a.say("把现有的问题都记入基线", "take all findings into the baseline"))
	f.BoolVar(&o.baselines.prune, "prune-baseline", false, a.say("从基线中删去已经没有的问题", "remove findings that are gone from the baseline"))
	f.StringVar(&o.since, "since", "", a.say("只查自这个 git `版本`以来改动过的年报（整份都查）", "check only reports that differ from this git `revision`, each whole"))
	f.StringVar(&o.config, "config", "", a.say("只用这个设置`文件`，不再寻找 gouji.toml", "use this settings `file` and look for no gouji.toml"))
	f.StringVar(&o.today, "today", "", a.say("按这一`天`判断忽略是否过期，如 2026-12-31（默认今天）", "the `day` by which suppressions run out, as 2026-12-31 (default today)"))
	f.Var(newChoice(&o.color, "auto", "always", "never"), "color", a.say("是否用颜色（默认 auto：在终端上才用）", "colours (default auto: on a terminal)"))
	f.IntVar(&o.jobs, "jobs", 0, a.say("同时检查的文件`个数`（默认为处理器个数）", "how many `files` are checked at once (default: the processors)"))
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, a.say("每个文件最多用多长`时间`（默认 30s）", "the `time` a file may take (default 30s)"))
	f.BoolVar(&o.numbers, "show-numbers", false, a.say("列出文字中的每个数：与表一致、不一致或没有核对", "print every number of the prose: agreeing with the forms, not, or not checked"))
	f.BoolVarP(&o.quiet, "quiet", "q", false, a.say("只列出问题", "print findings only"))
	f.StringVar(&o.stdinName, "stdin-name", "-", a.say("标准输入的内容以这个`文件名`称呼", "what to call standard input: a `name`"))
	return cmd
}

// check runs the rules over all the paths lead to, prints, and sets the exit
// code.
func (a *app) check(o checkFlags, paths []string) error {
	ledger, err := a.ledger(o)
	if err != nil {
		return err
	}
	found := source.Find(paths, o.stdinName)
	if len(found.Sources) == 0 {
		return wrong("在“%s”没有找到年报文件", "no report found in %q", paths[0])
	}
	loader, err := config.NewLoader(a.catalog, config.Flags{Select: o.sel, Ignore: o.ignore, FailOn: o.failOn}, o.config)
	if err != nil {
		return a.ruleError(err)
	}
	jobs, err := a.jobs(loader, found.Sources)
	if err != nil {
		return err
	}
	jobs = reports(jobs, o)
	sum := output.Summary{Skipped: found.Skipped}
	if o.sinceSet {
		if jobs, sum.Unchanged, err = since(o.since, jobs); err != nil {
			return err
		}
	}
	if err := o.baselines.open(jobs); err != nil {
		return err
	}
	a.settle(&o, jobs)
	printers, err := a.printers(o)
	if err != nil {
		return err
	}
	defer printers.abandon()
	g := &gate{ledger: ledger, baselines: &o.baselines}
	in := &inspector{read: a.read, stdin: a.Stdin, timeout: o.timeout, numbers: o.numbers}
	type done struct {
		job
		results []rules.Result
	}
	work := func(j job) done { return done{j, in.inspect(j)} }
	err = batch.Run(jobs, o.jobs, work, func(d done) error {
		g.pass(d.job, d.results)
		sum.Add(d.results)
		return printers.report(d.results)
	})
	if err == nil {
		err = a.finishRun(g, loader, printers, sum)
	}
	if err != nil {
		return unwritten("标准输出", "standard output", err)
	}
	a.code = exitCode(sum, g.failed)
	return o.baselines.save()
}

// finishRun prints what was found beside the reports, and the end.
func (a *app) finishRun(g *gate, l *config.Loader, p *printers, sum output.Summary) error {
	rest, err := g.rest(l)
	if err != nil {
		return err
	}
	sum.AddRest(rest)
	if err := p.report(rest); err != nil {
		return err
	}
	return p.close(sum)
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
