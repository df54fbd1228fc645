package main

import (
	"errors"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/batch"
	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
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
	stdinName string
}

func (a *app) checkCommand() *cobra.Command {
	o := checkFlags{format: "text", failOn: "error", color: "auto"}
	cmd := &cobra.Command{
		Use:   "check " + a.say("[参数] 文件或文件夹…", "[flags] PATH…"),
		Short: a.say("检查年报，指出哪一格、哪一句不对", "check reports and name the cells and words that cannot be right"),
		Long: a.say("检查年报：文件、文件夹（含下级文件夹）、通配符（可用 **）、“-”表示标准输入。\n退出码：0 没有问题，1 有问题（见 --fail-on），2 用法有误，3 有文件没能读完或查完。",
			"Check reports: files, folders with all in them, globs (also **), - for standard input.\nExit codes: 0 clean, 1 findings (see --fail-on), 2 wrong use, 3 something could not be read or checked to its end."),
		Example: "  gouji check 年报.docx\n  gouji check --format json --output text=结果.txt reports/\n  gouji check --ignore structure 'reports/**/*.toml'",
		RunE: func(_ *cobra.Command, args []string) error {
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
	f.Var(newChoice(&o.failOn, "error", "warning", "info", "never"), "fail-on", a.say("达到这个程度的问题使退出码为 1（默认 error）", "the severity that makes the exit code 1 (default error)"))
	f.Var(newChoice(&o.color, "auto", "always", "never"), "color", a.say("是否用颜色（默认 auto：在终端上才用）", "colours (default auto: on a terminal)"))
	f.IntVar(&o.jobs, "jobs", 0, a.say("同时检查的文件`个数`（默认为处理器个数）", "how many `files` are checked at once (default: the processors)"))
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, a.say("每个文件最多用多长`时间`（默认 30s）", "the `time` a file may take (default 30s)"))
	f.BoolVarP(&o.quiet, "quiet", "q", false, a.say("只列出问题", "print findings only"))
	f.StringVar(&o.stdinName, "stdin-name", "-", a.say("标准输入的内容以这个`文件名`称呼", "what to call standard input: a `name`"))
	return cmd
}

// check runs the rules over all the paths lead to, prints, and sets the exit
// code.
func (a *app) check(o checkFlags, paths []string) error {
	selected, err := a.selectRules(o)
	if err != nil {
		return err
	}
	switch {
	case o.jobs < 0:
		return wrong("--jobs 应为正整数", "--jobs must be positive")
	case o.timeout <= 0:
		return wrong("--timeout 应大于 0", "--timeout must be positive")
	case o.jobs == 0:
		o.jobs = runtime.GOMAXPROCS(0)
	}
	found := source.Find(paths, o.stdinName)
	if len(found.Sources) == 0 {
		return wrong("在“%s”没有找到年报文件", "no report found in %q", paths[0])
	}
	printers, err := a.printers(o)
	if err != nil {
		return err
	}
	defer printers.abandon()
	sum := output.Summary{Skipped: found.Skipped}
	in := &inspector{rules: selected, settings: &rules.Settings{Codes: a.codes()}, read: a.read, stdin: a.Stdin, timeout: o.timeout}
	err = batch.Run(found.Sources, o.jobs, in.inspect, func(results []rules.Result) error {
		sum.Add(results)
		return printers.report(results)
	})
	if err == nil {
		err = printers.close(sum)
	}
	if err != nil {
		return unwritten("标准输出", "standard output", err)
	}
	a.code = exitCode(sum, o.failOn)
	return nil
}

// selectRules chooses the rules. Those of reading are always among them unless
// they are left out by name: a rule over a table that was not read would
// otherwise look kept.
func (a *app) selectRules(o checkFlags) ([]*rules.Rule, error) {
	if err := a.catalog.Validate(); err != nil {
		return nil, err
	}
	sel := o.sel
	if len(sel) > 0 {
		sel = append(append([]string{}, sel...), rules.Reading.Key)
	}
	selected, err := a.catalog.Select(sel, o.ignore)
	var unknown *rules.UnknownRuleError
	if errors.As(err, &unknown) {
		return nil, a.unknownRule(unknown)
	}
	return selected, err
}

// severities are those that --fail-on names; never is none.
var severities = map[string]rules.Severity{"error": rules.Error, "warning": rules.Warning, "info": rules.Info}

// exitCode is the documented one; unread wins.
func exitCode(sum output.Summary, failOn string) int {
	worst := sum.Worst()
	switch {
	case sum.Unread > 0:
		return ExitUnread
	case failOn != "never" && worst != 0 && worst >= severities[failOn]:
		return ExitFindings
	}
	return ExitClean
}
