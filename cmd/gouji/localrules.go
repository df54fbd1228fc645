package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/localrule"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func (a *app) testRulesCommand() *cobra.Command {
	var only string
	var names bool
	cmd := &cobra.Command{
		Use:   "test-rules " + a.say("[参数] [文件夹]", "[flags] [FOLDER]"),
		Short: a.say("用样例试 gouji.toml 里的本地规则", "run the samples of the rules in gouji.toml"),
		Long: a.say("试本地规则：对文件夹（默认当前文件夹）生效的每个 gouji.toml 里，每条 [[rule]] 应在它的 [[rule.bad]] 样例中查出问题，在 [[rule.good]] 样例中查不出。\n退出码：0 全部符合，1 有样例不符，2 用法或 gouji.toml 有误。",
			"Test local rules: each [[rule]] of every gouji.toml that holds for the folder (the current one unless named) must find something in its [[rule.bad]] samples and nothing in its [[rule.good]] samples.\nExit codes: 0 all do as they should, 1 some do not, 2 wrong use or gouji.toml."),
		Example: "  gouji test-rules\n  gouji test-rules reports/2024",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrong("gouji test-rules 后面最多写一个文件夹", "gouji test-rules takes one folder at most")
			}
			a.langSet = cmd.Flag("lang").Changed
			if names {
				_, err := a.Stdout.Write([]byte(localrule.Names(a.lang)))
				return err
			}
			return a.testRules(strings.Join(args, ""), only)
		},
	}
	a.configFlag(cmd, &only)
	cmd.Flags().BoolVar(&names, "names", false, a.say("列出表达式里能用的名字", "list what expressions may name"))
	return cmd
}

func (a *app) configFlag(cmd *cobra.Command, only *string) {
	cmd.Flags().StringVar(only, "config", "", a.say("只用这个设置`文件`，不再寻找 gouji.toml", "use this settings `file` and look for no gouji.toml"))
}

// effective returns what holds for a file, or for the files of a folder; "" is
// the current one.
func (a *app) effective(path, only string) (*config.Effective, error) {
	if info, err := os.Stat(path); path == "" || err == nil && info.IsDir() {
		path = filepath.Join(path, "-")
	}
	l, err := config.NewLoader(a.catalog, config.Flags{}, only)
	if err != nil {
		return nil, err
	}
	e, err := l.For(path)
	if err == nil {
		err = l.Err()
	}
	if err == nil && !a.langSet && e.Language.V != "" {
		a.lang = e.Language.V
	}
	return e, err
}

// tally counts what came of samples.
type tally struct{ rules, samples, failed, untested int }

func (a *app) testRules(path, only string) error {
	e, err := a.effective(path, only)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	var n tally
	for _, f := range e.Files {
		for _, l := range f.Local {
			a.testRule(&buf, l, &n)
		}
	}
	if n.rules == 0 {
		return wrong("没有本地规则：在 gouji.toml 里写 [[rule]]，写法见 gouji init", "no local rule; write [[rule]] in gouji.toml, see gouji init")
	}
	fmt.Fprintf(&buf, a.say("规则 %d 条，样例 %d 个：符合 %d，不符 %d。\n", "%d rules, %d samples: %d as they should, %d not\n"), n.rules, n.samples, n.samples-n.failed, n.failed)
	if n.untested > 0 {
		fmt.Fprintf(&buf, a.say("有 %d 条规则缺少有误或正确的样例，没有试全。\n", "%d rules lack a bad or a good sample and are not tested whole\n"), n.untested)
	}
	if n.failed > 0 {
		a.code = ExitFindings
	}
	_, err = a.Stdout.Write(buf.Bytes())
	return err
}

func (a *app) testRule(buf *bytes.Buffer, l *config.Local, n *tally) {
	fmt.Fprintf(buf, "%s %s  %s:%d\n", l.Rule.Code, l.Rule.Title.In(a.lang), l.Place.Path, l.Place.Line)
	good, bad := 0, 0
	for _, s := range l.Samples {
		kind := a.say("正确", "good")
		if s.Bad {
			kind = a.say("有误", "bad")
			bad++
		} else {
			good++
		}
		fault, said := a.testSample(l.Rule, s)
		mark := "✓"
		if fault != "" {
			mark, said = "✗", fault
			n.failed++
		}
		fmt.Fprintf(buf, "  %s %s %s:%d", mark, kind, s.Place.Path, s.Place.Line)
		if said != "" {
			fmt.Fprintf(buf, "  %s", said)
		}
		buf.WriteByte('\n')
	}
	n.rules, n.samples = n.rules+1, n.samples+len(l.Samples)
	if good == 0 || bad == 0 {
		n.untested++
	}
	buf.WriteByte('\n')
}

// testSample says what is wrong with a sample, or what the rule says of a bad
// one that is right.
func (a *app) testSample(rule *rules.Rule, s config.Sample) (fault, said string) {
	var found []rules.Finding
	for _, res := range a.readSample(rule, s) {
		for _, p := range res.Report.Problems {
			if p.Kind != schema.Remark {
				return a.say("样例没有读全："+p.ZH, "the sample was not read whole: "+p.EN), ""
			}
		}
		found = append(found, res.Findings...)
	}
	var words []string
	for _, f := range found {
		words = append(words, f.Message.In(a.lang))
		if f.Code != rule.Code || f.Key == "unchecked" {
			return f.Message.In(a.lang), ""
		}
	}
	said = strings.Join(words, " ")
	switch {
	case s.Bad && len(found) == 0:
		return a.say("应当查出问题，却没有", "nothing was found and something should be"), ""
	case !s.Bad && len(found) > 0:
		return a.say("不应有问题，却说：", "nothing should be found, but: ") + said, ""
	case !strings.Contains(said, s.Says):
		return fmt.Sprintf(a.say("应当说到“%s”，却说：%s", "%q should be said, but: %s"), s.Says, said), ""
	}
	return "", said
}

func (a *app) readSample(rule *rules.Rule, s config.Sample) []rules.Result {
	j := job{Source: source.Source{Path: "-", Name: "sample.toml"}, Effective: &config.Effective{Rules: []*rules.Rule{rule}}}
	data := s.TOML
	switch {
	case s.File != "":
		j.Source = source.Source{Path: s.File, Name: config.Shown(s.File)}
	case s.Text != "":
		j.Name, data = "sample.md", s.Text
	}
	if n, problem := schema.ReadTOML(j.Name, []byte(data)); s.TOML != "" && problem == nil && n.Child("report").Kind() == schema.TOMLNone {
		data += "\n[report]\n" // a part of one is enough
	}
	in := &inspector{read: a.read, stdin: strings.NewReader(data), timeout: 30 * time.Second}
	return in.inspect(j)
}
