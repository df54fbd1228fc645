package localrule

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// source returns a rule whose texts stand on lines 10 and 20 of a file.
func source(unit, expr, message string) Source {
	at := func(line int) schema.Place { return schema.Place{Path: "gouji.toml", Line: line, Column: 11} }
	var lines []schema.Text
	for i, line := range strings.SplitAfter(expr, "\n") {
		lines = append(lines, schema.NewText(line, at(10+i)))
	}
	return Source{
		Code: "LC001", Title: "试验", ForEach: unit, Place: at(9),
		Assert: schema.JoinText(lines, ""), Message: schema.NewText(message, at(20)),
	}
}

const report = `
[report]
title = "临江县青石镇人民政府2024年政府信息公开工作年度报告"
organ = "临江县青石镇人民政府"
year = 2024
[[section]]
number = 1
title = "总体情况"
text = '''
2024年，我镇制发行政规范性文件3件。
收到申请5件。'''
[disclosure]
regulations = { issued = 0, repealed = 0, in_force = 0 }
normative_documents = { issued = 3, repealed = "", in_force = 9 }
fees = { amount = 12.5 }
[applications]
received = [5, 0, 0, 0, 0, 0, 5]
carried_in = [0, 0, 0, 0, 0, 0, 0]
`

func run(t *testing.T, s Source, toml string) rules.Result {
	t.Helper()
	rule, faults := Compile(s)
	require.Empty(t, faults)
	return rules.Run(schema.DecodeTOML("report.toml", []byte(toml)), []*rules.Rule{rule})
}

func TestExpressionsSeeTheReport(t *testing.T) {
	t.Parallel()
	for _, expr := range []string{
		`report.year == 2024 && report.edition == "2021" && report.format == "toml"`,
		`report.organ.endsWith("镇人民政府")`,
		`report.signed == ""`,
		`report.sections.overview.found && !report.sections.other.found`,
		`report.sections.overview.length == 27`,
		`report.sections.overview.paragraphs.size() == 2`,
		`report.text.contains("规范性文件")`,
		`report.count("disclosure.normative_documents.issued") == 3`,
		`report.fen("disclosure.fees.amount") == 12500000`,
		`report.cell("disclosure.normative_documents.repealed").state == "blank"`,
		`report.cell("disclosure.licensing.decisions").state == "absent"`,
		`report.cell("applications.received.total").count() == 5`,
		`report.cell("applications.received.natural").column == "自然人"`,
		`report.rows.exists(r, r.key == "applications.received" && r.count("total") == 5)`,
		`report.columns.filter(c, c.form == "applications").size() == 7`,
		`report.claims.exists(c, c.what == "normative.issued" && c.count() == 3 && c.verdict == "verified")`,
		`report.claims.exists(c, "applications.received.total" in c.cells && c.section == "overview")`,
		`report.claims.all(c, c.sentence.endsWith("。"))`,
	} {
		t.Run(expr, func(t *testing.T) {
			t.Parallel()
			assert.Empty(t, run(t, source("report", expr, "不成立"), report).Findings)
			not := run(t, source("report", "!("+expr+")", "不成立"), report).Findings
			if assert.Len(t, not, 1, "its contrary holds too") {
				assert.Equal(t, "不成立", not[0].Message.ZH)
				assert.Equal(t, rules.Warning, not[0].Severity)
			}
		})
	}
}

func TestFindingsStandWhereTheExpressionLooks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, unit, expr, message string
		line                      int
		cells                     []string
		say                       string
	}{
		{"at the cell it names", "report", `report.count("applications.received.total") < 5`, `{report.count("applications.received.total")}件`, 17, []string{"applications.received.total"}, "5件"},
		{"at the section it names", "report", `report.sections.overview.length < 10`, `有 {report.sections.overview.length} 字 {{}}`, 8, nil, "有 27 字 {}"},
		{"at the title, naming neither", "report", `report.year < 2000`, "x", 3, nil, "x"},
		{"at the row", "row", `row.key != "applications.received"`, "{row.label}", 17, []string{
			"applications.received.natural", "applications.received.business", "applications.received.research", "applications.received.charity",
			"applications.received.legal", "applications.received.other", "applications.received.total",
		}, "一、本年新收政府信息公开申请数量"},
		{"at the column", "column", `column.key != "natural"`, "{column.label}", 17, []string{"applications.received.natural", "applications.carried_in.natural"}, "自然人"},
		{"at the words", "claim", `claim.what != "normative.issued"`, "{claim.text}：{claim.name}", 10, nil, "3件：本年制发的行政规范性文件"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			findings := run(t, source(c.unit, c.expr, c.message), report).Findings
			require.Len(t, findings, 1)
			assert.Equal(t, c.line, findings[0].Place.Line)
			assert.Equal(t, c.cells, findings[0].Cells)
			assert.Equal(t, c.say, findings[0].Message.ZH)
			assert.NotEmpty(t, findings[0].Fingerprint)
			assert.False(t, findings[0].Excerpt.IsZero())
		})
	}
}

func TestAFigureThatIsNotThereLeavesTheRuleUncheckedAndSaysSo(t *testing.T) {
	t.Parallel()
	res := run(t, source("report", `report.count("disclosure.normative_documents.repealed") == 0`, "x"), report)
	require.Len(t, res.Findings, 1)
	assert.Equal(t, rules.Info, res.Findings[0].Severity)
	assert.Contains(t, res.Findings[0].Message.ZH, "没有按这条规则核对")
	assert.Contains(t, res.Findings[0].Message.ZH, "空白")
	assert.False(t, res.Unread)
	rows := run(t, source("row", `row.cells.all(c, c.count() >= 0)`, "x"), report)
	require.Len(t, rows.Findings, 1, "many of a kind are told once")
	assert.False(t, rows.Unread)
}

func TestAnExpressionThatFailsCostsTheReportItsCleanBill(t *testing.T) {
	t.Parallel()
	big := strings.Replace(report, "收到申请5件。", strings.Repeat("字", 3000), 1)
	for _, c := range []struct{ name, expr, say string }{
		{"a division by zero", `1 / report.count("applications.carried_in.total") == 1`, "除数为 0"},
		{"an index beyond the end", `report.sections.other.paragraphs[0] == ""`, "没有这一项"},
		{"more work than is allowed", `report.text.split("").all(a, report.text.split("").all(b, a + b != "xx"))`, "计算量超过上限"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			res := run(t, source("report", c.expr, "x"), big)
			require.Len(t, res.Findings, 1)
			assert.True(t, res.Unread)
			assert.Equal(t, "RD001", res.Findings[0].Code)
			assert.Contains(t, res.Findings[0].Message.ZH, "LC001")
			assert.Contains(t, res.Findings[0].Message.ZH, "gouji.toml:10:11")
			assert.Contains(t, res.Findings[0].Message.ZH, c.say)
		})
	}
}

func TestFaultsOfExpressionsHaveTheirPlace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, unit, expr, message string
		line, column              int
		say                       string
	}{
		{"a name that is none", "report", `reprot.year > 0`, "x", 10, 11, "assert 第 1 行第 1 列：没有“reprot”这个名字，是否指 report"},
		{"a variable of another unit", "report", `row.key == ""`, "x", 10, 11, "没有“row”这个名字"},
		{"a field that is none", "report", `report.sections.overveiw.length < 1`, "x", 10, 26, "没有“overveiw”这个字段，是否指 overview"},
		{"Chinese in front", "report", `report.title == "年报" && report.yaer == 1`, "x", 10, 41, "是否指 year"},
		{"on the second line", "report", "report.year > 0 &&\n  report.organ > 3", "x", 11, 26, "assert 第 2 行第 16 列：“>”不能用在这样的值上"},
		{"no bool", "report", `report.year`, "x", 10, 11, "结果应为真假，不是整数"},
		{"half an expression", "report", `report.year >`, "x", 10, 24, "写到这里中断了"},
		{"nothing", "report", ` `, "x", 10, 11, "要写一个表达式"},
		{"a cell that is none", "report", `report.count("applications.recieved.total") > 0`, "x", 10, 24, "没有“applications.recieved.total”这一格或这一行，是否指 applications.received.total"},
		{"a column that is none", "row", `row.count("totl") > 0`, "x", 10, 21, "是否指 total"},
		{"a verdict that is none", "claim", `claim.verdict == "ok"`, "x", 10, 28, "可用的有 unlinked verified contradicted"},
		{"a quantity that is none", "claim", `claim.what != "normative.isued"`, "x", 10, 25, "是否指 normative.issued"},
		{"a regular expression that is none", "report", `report.text.matches("(")`, "x", 10, 31, "正则表达式写法有误"},
		{"in the message", "report", `true`, "有 {report.yaer} 年", 20, 20, "message 第 1 行第 10 列：没有“yaer”这个字段，是否指 year"},
		{"a list in the message", "report", `true`, "{report.rows}", 20, 12, "结果应为文字"},
		{"a brace that nothing closes", "report", `true`, "有 {report.year 年", 20, 13, "没有配对的“}”"},
		{"a brace that nothing opens", "report", `true`, "有 } 年", 20, 13, "多了“}”"},
		{"too deep", "report", strings.Repeat("(", 200) + "true" + strings.Repeat(")", 200), "x", 10, 11, "太长、太深"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			rule, faults := Compile(source(c.unit, c.expr, c.message))
			assert.Nil(t, rule)
			require.NotEmpty(t, faults)
			assert.Contains(t, faults[0].Words.ZH, c.say)
			assert.NotEmpty(t, faults[0].Words.EN)
			assert.Equal(t, [2]int{c.line, c.column}, [2]int{faults[0].Place.Line, faults[0].Place.Column})
		})
	}
}

func TestAFileThatWasNotReadIsHeldToNoRule(t *testing.T) {
	t.Parallel()
	rule, faults := Compile(source("report", "report.sections.overview.found", "缺"))
	require.Empty(t, faults)
	r := schema.NewReport("x.docx", "")
	r.Problems = []schema.Problem{{Kind: schema.Unreadable}}
	assert.Empty(t, rules.Run(r, []*rules.Rule{rule}).Findings)
}

func TestAllThatExpressionsMayNameIsDocumented(t *testing.T) {
	t.Parallel()
	for _, v := range viewTypes {
		r := reflect.TypeOf(v.value)
		for i := range r.NumField() {
			if f := r.Field(i); f.Tag.Get("cel") != "" {
				assert.NotEmpty(t, f.Tag.Get("zh"), f.Name)
				assert.NotEmpty(t, f.Tag.Get("en"), f.Name)
			}
		}
	}
	for _, lang := range []string{"zh", "en"} {
		assert.Contains(t, Names(lang), "normative.issued")
		assert.Contains(t, Names(lang), ".overview")
	}
	for _, f := range functionDocs {
		if f.on == "report" {
			_, faults := Compile(source("report", "report."+f.name+" == report."+f.name, "x"))
			assert.Empty(t, faults, "a function that is documented is there: %s", f.name)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		Compile(source("report", `report.edition != "2021" || report.count("disclosure.normative_documents.issued") == 0 || report.claims.exists(c, c.what == "normative.issued")`, "x {report.year}"))
	}
}

func BenchmarkCheck(b *testing.B) {
	rule, _ := Compile(source("report", `report.count("disclosure.normative_documents.issued") == 0 || report.claims.exists(c, c.what == "normative.issued")`, "x"))
	r := schema.DecodeTOML("report.toml", []byte(report))
	b.Run("with", func(b *testing.B) {
		for b.Loop() {
			rules.Run(r, []*rules.Rule{rule})
		}
	})
	b.Run("without", func(b *testing.B) {
		for b.Loop() {
			rules.Run(r, nil)
		}
	})
}
