package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The two rules of the README, with samples of their own.
const localRules = `-- gouji.toml --
root = true

[[rule]]
code = "LC001"
name = "overview-length"
title = "总体情况过长"
assert = 'report.sections.overview.length <= 1000'
message = "总体情况有 {report.sections.overview.length} 字，应在 1000 字以内。"
basis = "省政府办公厅年度报告编制要求"
[[rule.bad]]
says = "1001 字"
file = "samples/long.toml"
[[rule.good]]
toml = """
[[section]]
number = 1
title = "总体情况"
text = "无。"
"""

[[rule]]
code = "LC002"
title = "制发的行政规范性文件没有在文字中说明"
severity = "error"
assert = '''
report.edition != "2021" || report.count("disclosure.normative_documents.issued") == 0 ||
  report.claims.exists(c, c.what == "normative.issued")'''
message = '表二填了制发 {report.count("disclosure.normative_documents.issued")} 件，文字中没有说到。'
[[rule.bad]]
says = "3 件"
toml = '''
[report]
year = 2024
[[section]]
number = 1
title = "总体情况"
text = "全年通过网站公开信息120条。"
[disclosure]
normative_documents = { issued = 3, repealed = 0, in_force = 9 }
'''
[[rule.good]]
toml = '''
[report]
year = 2024
[[section]]
number = 1
title = "总体情况"
text = "全年制发行政规范性文件3件。"
[disclosure]
normative_documents = { issued = 3, repealed = 0, in_force = 9 }
'''
`

func localProject(t *testing.T) project {
	t.Helper()
	long := "[[section]]\nnumber = 1\ntitle = \"总体情况\"\ntext = \"" + strings.Repeat("字", 1001) + "\"\n[report]"
	return newProject(t, localRules+"-- samples/long.toml --\n"+long+`
-- a.toml --
[report]
title = "临江县青石镇人民政府2024年政府信息公开工作年度报告"
organ = "临江县青石镇人民政府"
year = 2024
[[section]]
number = 1
title = "总体情况"
text = "全年通过网站公开信息120条。"
[disclosure]
normative_documents = { issued = 3, repealed = 0, in_force = 9 }
`)
}

func TestLocalRulesDoAsTheirSamplesSay(t *testing.T) {
	t.Parallel()
	p := localProject(t)
	code, out, errs := p.run("test-rules @")
	require.Equal(t, ExitClean, code, out+errs)
	assert.Contains(t, out, "规则 2 条，样例 4 个：符合 4，不符 0。")
	assert.Contains(t, out, "总体情况有 1001 字")
}

func TestSamplesThatDoNotHoldFail(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, old, new, say string }{
		{"nothing found", "text = \"全年通过网站公开信息120条。\"\n[disclosure]\nnormative_documents = { issued = 3, repealed = 0, in_force = 9 }\n'''\n[[rule.good]]", "text = \"无。\"\n'''\n[[rule.good]]", "没有按这条规则核对"},
		{"a good one that is bad", "全年制发行政规范性文件3件。", "全年公开信息3条。", "不应有问题，却说"},
		{"a bad one that is good", "\"全年通过网站公开信息120条。\"", "\"全年制发行政规范性文件3件。\"", "应当查出问题，却没有"},
		{"other words", "says = \"3 件\"", "says = \"4 件\"", "应当说到“4 件”"},
		{"a file that is not there", "samples/long.toml", "samples/none.toml", "样例没有读全：没有这个文件"},
		{"a slip in a sample", "normative_documents = { issued = 3, repealed = 0, in_force = 9 }\n'''\n[[rule.good]]", "normative_documnets = { issued = 3, repealed = 0, in_force = 9 }\n'''\n[[rule.good]]", "样例没有读全"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := localProject(t)
			require.Contains(t, localRules, c.old)
			p.write(strings.Replace(localRules, c.old, c.new, 1))
			code, out, errs := p.run("test-rules @")
			assert.Equal(t, ExitFindings, code, out+errs)
			assert.Contains(t, out, "✗")
			assert.Contains(t, out, c.say)
		})
	}
}

func TestARuleWithoutSamplesIsSaid(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- gouji.toml --\nroot = true\n[[rule]]\ncode = \"LC001\"\ntitle = \"a\"\nassert = \"true\"\nmessage = \"a\"\n")
	code, out, _ := p.run("test-rules @")
	assert.Equal(t, ExitClean, code)
	assert.Contains(t, out, "有 1 条规则缺少有误或正确的样例")
}

func TestWithoutLocalRulesThereIsNothingToTest(t *testing.T) {
	t.Parallel()
	code, _, errs := newProject(t, "").run("test-rules @")
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "没有本地规则")
}

func TestFindingsOfLocalRulesAreLikeOthers(t *testing.T) {
	t.Parallel()
	p := localProject(t)
	check := "check --select LC001,LC002 "
	code, out, _ := p.run(check + "@/a.toml")
	assert.Equal(t, ExitFindings, code)
	assert.Contains(t, out, "错误 LC002 制发的行政规范性文件没有在文字中说明　第10行第34列")
	assert.Contains(t, out, "表二填了制发 3 件，文字中没有说到。")

	t.Run("in every format", func(t *testing.T) {
		for _, format := range []string{"json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "html"} {
			_, out, _ := p.run(check + "--format " + format + " @/a.toml")
			assert.Contains(t, out, "LC002", format)
			assert.Contains(t, out, "文字中没有说到", format)
		}
	})
	t.Run("in SARIF with their rule", func(t *testing.T) {
		_, out, _ := p.run(check + "--format sarif @/a.toml")
		var log struct {
			Runs []struct {
				Tool struct {
					Driver struct{ Rules []struct{ ID string } }
				}
				Results []struct {
					RuleID    string
					RuleIndex int
				}
			}
		}
		require.NoError(t, json.Unmarshal([]byte(out), &log))
		require.Len(t, log.Runs[0].Results, 1)
		res := log.Runs[0].Results[0]
		assert.Equal(t, res.RuleID, log.Runs[0].Tool.Driver.Rules[res.RuleIndex].ID)
	})
	t.Run("left out", func(t *testing.T) {
		code, _, _ := p.run("check --select LC001 @/a.toml")
		assert.Equal(t, ExitClean, code)
		code, _, _ = p.run("check --select local --ignore LC002 @/a.toml")
		assert.Equal(t, ExitClean, code)
	})
	t.Run("of another severity", func(t *testing.T) {
		q := localProject(t)
		q.write(localRules + "[rules.LC002]\nseverity = \"info\"\n")
		code, out, _ := q.run(check + "@/a.toml")
		assert.Equal(t, ExitClean, code)
		assert.Contains(t, out, "提示 LC002")
	})
	t.Run("put aside in gouji.toml", func(t *testing.T) {
		q := localProject(t)
		q.write(localRules + "[[suppress]]\npath = \"a.toml\"\ncode = \"LC002\"\ncell = \"disclosure.normative_documents.issued\"\nreason = \"另行公布\"\n")
		code, out, _ := q.run(check + "@/a.toml")
		assert.Equal(t, ExitClean, code, out)
	})
	t.Run("put aside by a comment", func(t *testing.T) {
		q := localProject(t)
		q.write("-- a.toml --\n" + strings.Replace(q.read("a.toml"), "in_force = 9 }", "in_force = 9 } # gouji:ignore LC002 另行公布", 1))
		code, out, _ := q.run(check + "@/a.toml")
		assert.Equal(t, ExitClean, code, out)
	})
	t.Run("in a baseline", func(t *testing.T) {
		q := localProject(t)
		code, _, errs := q.run(check + "--baseline @/b.toml --write-baseline @/a.toml")
		require.Equal(t, ExitClean, code, errs)
		assert.Contains(t, q.read("b.toml"), "LC002")
		code, _, _ = q.run(check + "--baseline @/b.toml @/a.toml")
		assert.Equal(t, ExitClean, code)
	})
	t.Run("listed and explained", func(t *testing.T) {
		_, out, _ := p.run("rules --config @/gouji.toml")
		assert.Contains(t, out, "LC001  overview-length")
		_, out, _ = p.run("explain --config @/gouji.toml lc002")
		assert.Contains(t, out, "report.claims.exists")
		assert.Contains(t, out, "全年制发行政规范性文件3件。")
		_, out, _ = p.run("rules --format json --config @/gouji.toml")
		assert.Contains(t, out, `"family": "local"`)
	})
	t.Run("shown among the settings", func(t *testing.T) {
		_, out, _ := p.run("config @/a.toml")
		assert.Contains(t, out, `"LC001", # overview-length`)
		assert.Contains(t, out, `code = "LC002"`)
	})
}

func TestALocalRuleThatFailsMakesTheExitCode3AndKeepsTheOthers(t *testing.T) {
	t.Parallel()
	p := localProject(t)
	p.write(localRules + "[[rule]]\ncode = \"LC003\"\ntitle = \"a\"\nassert = '1 / report.count(\"disclosure.normative_documents.repealed\") == 1'\nmessage = \"a\"\n")
	code, out, _ := p.run("check --select local @/a.toml")
	assert.Equal(t, ExitUnread, code)
	assert.Contains(t, out, "规则 LC003 的 assert")
	assert.Contains(t, out, "除数为 0")
	assert.Contains(t, out, "LC002")
}

func TestAFaultyLocalRuleStopsTheRunWithItsPlace(t *testing.T) {
	t.Parallel()
	p := localProject(t)
	p.write(strings.Replace(localRules, "c.what ==", "c.waht ==", 1))
	for _, line := range []string{"check @/a.toml", "test-rules @", "config @/a.toml"} {
		code, _, errs := p.run(line)
		assert.Equal(t, ExitUsage, code)
		assert.Contains(t, errs, "gouji.toml:27:28：assert 第 2 行第 28 列：没有“waht”这个字段，是否指 what", line)
	}
}

func TestTheRulesOfTheReadmeDoAsTheySay(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, after, ok := strings.Cut(string(readme), "```toml\n[[rule]]\n")
	require.True(t, ok)
	block, _, ok := strings.Cut(after, "```")
	require.True(t, ok)
	p := newProject(t, "-- gouji.toml --\nroot = true\n[[rule]]\n"+block)
	code, out, errs := p.run("test-rules @")
	assert.Equal(t, ExitClean, code, errs)
	assert.Contains(t, out, "规则 2 条，样例 2 个：符合 2，不符 0。")
}
