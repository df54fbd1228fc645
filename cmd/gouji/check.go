package main

import (
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/batch"
	"github.com/gouji/gouji/rules"
)

// checkFlags are what the flags of check say; audit has most of them.
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
	review    reviewFlags
	notices   noticeFlags
	audit     bool // reports are laid side by side
	cache     string
	noCache   bool
	organs    string
	facts     bool    // print what each file gave, for a reduce
	handed    *handed // what such runs printed, instead of files
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
	a.outputFlags(f, &o)
	f.StringVar(&o.since, "since", "", a.say("只查自这个 git `版本`以来改动过的年报（整份都查）", "check only reports that differ from this git `revision`, each whole"))
	a.runFlags(f, &o)
	f.BoolVar(&o.numbers, "show-numbers", false, a.say("列出文字中的每个数：与表或前后的数一致、不一致或没有核对", "print every number of the prose: agreeing with the forms and each other, not, or not checked"))
	f.BoolVarP(&o.quiet, "quiet", "q", false, a.say("只列出问题", "print findings only"))
	f.StringVar(&o.stdinName, "stdin-name", "-", a.say("标准输入的内容以这个`文件名`称呼", "what to call standard input: a `name`"))
	return cmd
}

// check runs the rules over all the paths lead to, prints, and sets the exit
// code.
func (a *app) check(o checkFlags, paths []string) error {
	r, err := a.prepare(&o, paths)
	if err != nil {
		return err
	}
	defer r.abandon()
	if err := alone(r.jobs); err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	in := &inspector{ctx: ctx, read: a.reader(isTerminal(a.Stderr)), stdin: a.Stdin, timeout: o.timeout, numbers: o.numbers}
	type done struct {
		job
		results []rules.Result
	}
	work := func(j job) done { return done{j, in.inspect(j)} }
	err = batch.Run(r.jobs, o.jobs, work, func(d done) error {
		if err := in.interrupted(); err != nil {
			return err
		}
		r.gate.pass(d.job, d.results)
		r.sum.Add(d.results)
		return r.printers.report(d.results)
	})
	return a.conclude(r, err)
}

// alone refuses a choice of rules that look across reports only: nothing would
// be checked beyond the reading, which no choice leaves out, and all be clean.
func alone(jobs []job) error {
	check := func(r *rules.Rule) bool { return r.Family != rules.Reading }
	for _, j := range jobs {
		if len(j.Across) > 0 && !slices.ContainsFunc(j.Rules, check) {
			return wrong("%s 是跨报告的规则，只在 gouji audit 中使用", "%s looks across reports; use gouji audit", j.Across[0].Code)
		}
	}
	return nil
}
