package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/reading"
	"github.com/gouji/gouji/schema"
)

// told is an app whose reader takes orders: a file says in words what reading
// and checking it shall bring, so that the command is tested apart from what it
// runs.
func told(stdin string) (*app, *bytes.Buffer, *bytes.Buffer) {
	var out, errs bytes.Buffer
	a := &app{
		Env:     Env{Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }},
		read:    readOrders,
		catalog: orders(),
	}
	return a, &out, &errs
}

func readOrders(ctx context.Context, path string, data []byte) []*schema.Report {
	var reports []*schema.Report
	for _, order := range strings.Split(string(data), ";") {
		r := schema.NewReport(path, "text")
		r.Title = schema.NewText(order, schema.Place{Path: path, Line: 1, Column: 1})
		switch order {
		case "unread":
			r.Title = schema.Text{}
			r.Problems = []schema.Problem{{Kind: schema.Unreadable, ZH: "读不出来。", EN: "unreadable"}}
		case "panic":
			panic("a fault of the reader")
		case "slow":
			<-ctx.Done()
		case "hang":
			select {}
		case "none":
			return nil
		}
		reports = append(reports, r)
	}
	return reports
}

// orders has a rule for each severity, which finds its own name in the title.
func orders() rules.Catalog {
	c := rules.Catalog{}
	for i, s := range []rules.Severity{rules.Info, rules.Warning, rules.Error} {
		w := rules.Words{ZH: s.ZH(), EN: s.String()}
		c = append(c, &rules.Rule{
			Code: "TB10" + string(rune('1'+i)), Name: s.String() + "-rule", Family: rules.Table, Severity: s, Since: "0.1.0",
			Title: w, Doc: rules.Doc{What: w, Why: w, Basis: w, Bad: "x", Good: "y"},
			Check: func(p *rules.Pass) {
				title := p.Report.Title
				if strings.Contains(title.Value, "crash") && s == rules.Info {
					panic("a fault of the rule")
				}
				if strings.Contains(title.Value, s.String()) {
					p.Add(rules.Finding{Message: rules.Words{ZH: "有" + s.ZH() + "。", EN: s.String() + " met"}, Place: title.Whole(), Key: s.String()})
				}
			},
		})
	}
	return append(c, reading.Unreadable, reading.NotAReport)
}

// files writes the orders into files of a folder, 0.txt and so on.
func files(t *testing.T, orders ...string) (dir string, paths []string) {
	t.Helper()
	dir = t.TempDir()
	for i, order := range orders {
		path := filepath.Join(dir, string(rune('0'+i))+".txt")
		require.NoError(t, os.WriteFile(path, []byte(order), 0o644))
		paths = append(paths, path)
	}
	return dir, paths
}

func TestExitCodes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		files []string
		flags string
		want  int
	}{
		{"clean", []string{"clean"}, "", ExitClean},
		{"info alone is clean", []string{"info"}, "", ExitClean},
		{"a warning alone is clean", []string{"warning"}, "", ExitClean},
		{"an error is found", []string{"error"}, "", ExitFindings},
		{"one of many is enough", []string{"clean", "error", "clean"}, "", ExitFindings},
		{"fail on warning: info", []string{"info"}, "--fail-on warning", ExitClean},
		{"fail on warning: warning", []string{"warning"}, "--fail-on warning", ExitFindings},
		{"fail on warning: error", []string{"error"}, "--fail-on=warning", ExitFindings},
		{"fail on info: info", []string{"info"}, "--fail-on info", ExitFindings},
		{"fail on info: clean", []string{"clean"}, "--fail-on info", ExitClean},
		{"fail on never: error", []string{"error"}, "--fail-on never", ExitClean},
		{"unread alone", []string{"unread"}, "", ExitUnread},
		{"unread wins over findings", []string{"error", "unread"}, "", ExitUnread},
		{"unread wins over never", []string{"unread"}, "--fail-on never", ExitUnread},
		{"unread is seen though its rule is left out", []string{"unread"}, "--ignore RD001", ExitUnread},
		{"unread is seen though another rule is chosen", []string{"unread"}, "--select TB101", ExitUnread},
		{"a file without any report is unread", []string{"none"}, "", ExitUnread},
		{"a reader that panics", []string{"panic", "clean"}, "", ExitUnread},
		{"a rule that panics", []string{"crash"}, "", ExitUnread},
		{"a reader that takes too long", []string{"slow", "clean"}, "--timeout 20ms", ExitUnread},
		{"a reader that never ends", []string{"hang", "clean"}, "--timeout 20ms", ExitUnread},
		{"a rule that is left out", []string{"error"}, "--ignore error-rule", ExitClean},
		{"a rule that is not chosen", []string{"error"}, "--select warning-rule", ExitClean},
		{"several reports in a file", []string{"clean;error"}, "", ExitFindings},
		{"quiet", []string{"error"}, "-q", ExitFindings},
		{"json", []string{"error"}, "--format json", ExitFindings},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, paths := files(t, tt.files...)
			a, out, errs := told("")
			got := a.main(append(append([]string{"check"}, strings.Fields(tt.flags)...), paths...))
			assert.Equal(t, tt.want, got, "%s%s", out, errs)
			assert.Empty(t, errs.String(), "findings are no errors of the command")
		})
	}
}

func TestWrongUseIsOneLineInBothLanguagesAndExitsTwo(t *testing.T) {
	t.Parallel()
	dir, paths := files(t, "clean")
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"check"}, "请写明要检查的文件"},
		{[]string{"chekc", paths[0]}, "是否指 check"},
		{[]string{paths[0]}, "gouji check " + paths[0]},
		{[]string{"help", "explian"}, "是否指 explain"},
		{[]string{"check", "--formt", "json", paths[0]}, "是否指 --format"},
		{[]string{"check", "-z", paths[0]}, "没有参数“-z”"},
		{[]string{"check", "--format", "xml", paths[0]}, "可用的有 text json"},
		{[]string{"check", "--fail-on", "fatal", paths[0]}, "可用的有 error warning info never"},
		{[]string{"check", "--lang", "fr", paths[0]}, "可用的有 zh en"},
		{[]string{"check", "--color", "red", paths[0]}, "可用的有 auto always never"},
		{[]string{"check", "--jobs", "two", paths[0]}, "--jobs 不能是“two”"},
		{[]string{"check", "--jobs", "-1", paths[0]}, "--jobs 应为正整数"},
		{[]string{"check", "--timeout", "0s", paths[0]}, "--timeout 应大于 0"},
		{[]string{"check", "--timeout"}, "参数 --timeout 后面要有值"},
		{[]string{"check", "--select", "eror-rule", paths[0]}, "是否指 error-rule"},
		{[]string{"check", "--ignore", "nothing-alike", paths[0]}, "全部规则见 gouji rules"},
		{[]string{"check", "--output", "json", paths[0]}, "格式=文件"},
		{[]string{"check", "--output", "xml=a", paths[0]}, "可用的有 text json"},
		{[]string{"check", "--output", "json=" + dir + "/a", "--output", "text=" + dir + "/./a", paths[0]}, "同一个文件"},
		{[]string{"check", t.TempDir()}, "没有找到年报文件"},
		{[]string{"check", filepath.Join(dir, "*.pdf")}, "没有找到年报文件"},
		{[]string{"convert"}, "请写明一个要转换的文件"},
		{[]string{"convert", paths[0]}, "--to"},
		{[]string{"convert", paths[0], "--to", "pdf"}, "可用的有 toml json md"},
		{[]string{"explain"}, "请写明规则"},
		{[]string{"explain", "TB1O1"}, "是否指 TB101"},
		{[]string{"rules", "TB101"}, "gouji explain TB101"},
		{[]string{"rules", "--format", "csv"}, "可用的有 text md json"},
	} {
		t.Run(strings.Join(tt.args[:min(len(tt.args), 3)], " "), func(t *testing.T) {
			t.Parallel()
			a, out, errs := told("")
			assert.Equal(t, ExitUsage, a.main(tt.args))
			assert.Empty(t, out.String())
			assert.Contains(t, errs.String(), tt.want)
			assert.Equal(t, 1, strings.Count(errs.String(), "\n"), "%s", errs)
			assert.Regexp(t, `^gouji: .*\p{Han}.*（.*[a-z].*）\n$`, errs.String())
		})
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1, "nothing was written")
}

func TestNoArgumentPrintsHelpAndExitsTwo(t *testing.T) {
	t.Parallel()
	a, out, errs := told("")
	assert.Equal(t, ExitUsage, a.main(nil))
	assert.Empty(t, out.String())
	assert.Contains(t, errs.String(), "check ")
}

func TestOneBadFileStopsNoOther(t *testing.T) {
	t.Parallel()
	_, paths := files(t, "panic", "error", "hang", "none", "warning")
	missing := filepath.Join(filepath.Dir(paths[0]), "没有.txt")
	a, out, _ := told("")
	code := a.main(append([]string{"check", "--timeout", "1s", "--jobs", "2", "--format", "json", missing}, paths...))
	assert.Equal(t, ExitUnread, code)
	var got struct {
		Reports []struct {
			Path     string
			Unread   bool
			Findings []struct{ Code, Message string }
		}
		Summary map[string]int
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	assert.Equal(t, map[string]int{"files": 6, "errors": 5, "warnings": 1, "infos": 0, "unread": 4}, got.Summary)
	var order []string
	for _, r := range got.Reports {
		require.NotEmpty(t, r.Findings, r.Path)
		order = append(order, filepath.Base(r.Path)+" "+r.Findings[0].Code)
	}
	assert.Equal(t, []string{"没有.txt RD001", "0.txt RD001", "1.txt TB103", "2.txt RD001", "3.txt RD001", "4.txt TB102"}, order)
	assert.Contains(t, got.Reports[0].Findings[0].Message, "没有这个文件")
	assert.Contains(t, got.Reports[1].Findings[0].Message, "a fault of the reader")
	assert.Contains(t, got.Reports[3].Findings[0].Message, "1s")
	assert.True(t, got.Reports[4].Unread)
}

func TestStandardInput(t *testing.T) {
	t.Parallel()
	a, out, _ := told("error")
	assert.Equal(t, ExitFindings, a.main([]string{"check", "-"}))
	assert.Contains(t, out.String(), "（标准输入）")
	a, out, _ = told("error")
	assert.Equal(t, ExitFindings, a.main([]string{"check", "--format", "json", "--stdin-name", "年报.txt", "-"}))
	assert.Contains(t, out.String(), `"path": "年报.txt"`)
}

func TestOutputsAreWrittenWholeBesideStandardOutput(t *testing.T) {
	t.Parallel()
	dir, paths := files(t, "error", "clean")
	jsonFile, textFile := filepath.Join(dir, "结果.json"), filepath.Join(dir, "result.out")
	require.NoError(t, os.WriteFile(textFile, []byte(strings.Repeat("older and longer ", 1000)), 0o644))
	a, out, _ := told("")
	code := a.main([]string{"check", "--color", "always", "--output", "json=" + jsonFile, "--output", "text=" + textFile, paths[0], paths[1]})
	assert.Equal(t, ExitFindings, code)
	assert.Contains(t, out.String(), "\x1b[")
	data, err := os.ReadFile(jsonFile)
	require.NoError(t, err)
	assert.True(t, json.Valid(data))
	data, err = os.ReadFile(textFile)
	require.NoError(t, err)
	assert.Contains(t, string(data), "共 2 个文件")
	assert.NotContains(t, string(data), "\x1b[", "a file has no colours")
	assert.NotContains(t, string(data), "older")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 4, "no half-written file is left")
}

func TestAnOutputThatCannotBeWrittenExitsThree(t *testing.T) {
	t.Parallel()
	dir, paths := files(t, "clean")
	a, out, errs := told("")
	assert.Equal(t, ExitUnread, a.main([]string{"check", "--output", "json=" + filepath.Join(dir, "no", "x.json"), paths[0]}))
	assert.Empty(t, out.String(), "seen before anything is checked")
	assert.Contains(t, errs.String(), "写不进去")

	a, _, errs = told("")
	a.Stdout = failing{}
	target := filepath.Join(dir, "x.json")
	assert.Equal(t, ExitUnread, a.main([]string{"check", "--output", "json=" + target, paths[0]}))
	assert.Contains(t, errs.String(), "no space left")
	assert.NoFileExists(t, target)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestColoursAreOffWhereThereIsNoTerminal(t *testing.T) {
	t.Parallel()
	_, paths := files(t, "error")
	for _, args := range [][]string{{"check"}, {"check", "--color", "never"}} {
		a, out, _ := told("")
		a.main(append(args, paths...))
		assert.NotContains(t, out.String(), "\x1b[")
	}
}

func TestResultsAreTheSameHoweverManyRunAtOnce(t *testing.T) {
	t.Parallel()
	_, paths := files(t, "error", "clean", "warning", "info;error", "unread", "none", "crash", "clean")
	var first string
	for _, jobs := range []string{"1", "2", "8"} {
		a, out, _ := told("")
		a.main(append([]string{"check", "--jobs", jobs}, paths...))
		if first == "" {
			first = out.String()
		}
		assert.Equal(t, first, out.String())
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		args []string
		env  map[string]string
		want string
	}{
		{"no locale", nil, nil, "zh"},
		{"C", nil, map[string]string{"LANG": "C.UTF-8"}, "zh"},
		{"POSIX", nil, map[string]string{"LC_ALL": "POSIX"}, "zh"},
		{"Chinese", nil, map[string]string{"LANG": "zh_CN.UTF-8"}, "zh"},
		{"English", nil, map[string]string{"LANG": "en_US.UTF-8"}, "en"},
		{"another language", nil, map[string]string{"LANG": "de_DE"}, "en"},
		{"LC_ALL wins", nil, map[string]string{"LANG": "en_US", "LC_MESSAGES": "en_US", "LC_ALL": "zh_CN"}, "zh"},
		{"LC_MESSAGES wins over LANG", nil, map[string]string{"LANG": "zh_CN", "LC_MESSAGES": "en_GB"}, "en"},
		{"the flag wins", []string{"check", "--lang", "en", "a"}, map[string]string{"LANG": "zh_CN"}, "en"},
		{"the flag with =", []string{"--lang=zh"}, map[string]string{"LANG": "en_US"}, "zh"},
		{"behind -- is no flag", []string{"--", "--lang=en"}, nil, "zh"},
	} {
		assert.Equal(t, tt.want, language(tt.args, func(k string) string { return tt.env[k] }), tt.name)
	}
}

func TestHelpVersionAndCompletion(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ args, want string }{
		{"--version", "gouji "}, {"help check", "--fail-on"}, {"check --help", "退出码"}, {"--lang en check -h", "Exit codes"},
		{"completion bash", "complete"}, {"completion powershell", "Register"}, {"help", "explain"},
	} {
		a, out, errs := told("")
		assert.Equal(t, ExitClean, a.main(strings.Fields(tt.args)), tt.args)
		assert.Contains(t, out.String(), tt.want, tt.args)
		assert.Empty(t, errs.String(), tt.args)
	}
}

func TestTheShellCompletesValuesAndCodes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"check", "--fail-on", ""}, "never\n"},
		{[]string{"check", "--lang", ""}, "en\n"},
		{[]string{"explain", "TB"}, "TB103\t错误\n"},
	} {
		a, out, _ := told("")
		assert.Equal(t, ExitClean, a.main(append([]string{"__complete"}, tt.args...)))
		assert.Contains(t, out.String(), tt.want)
	}
}

func TestRulesAndExplain(t *testing.T) {
	t.Parallel()
	a, out, _ := told("")
	assert.Equal(t, ExitClean, a.main([]string{"rules"}))
	assert.Contains(t, out.String(), "表内勾稽")
	a, out, _ = told("")
	assert.Equal(t, ExitClean, a.main([]string{"rules", "--format", "json"}))
	var list struct{ Rules []struct{ Code string } }
	require.NoError(t, json.Unmarshal(out.Bytes(), &list))
	assert.Len(t, list.Rules, len(orders()))
	a, out, _ = told("")
	assert.Equal(t, ExitClean, a.main([]string{"explain", "rd001", "error-rule", "--lang", "en"}))
	assert.Contains(t, out.String(), "RD001 unreadable")
	assert.Contains(t, out.String(), "TB103 error-rule")
}
