package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

// printed prints the results in the format as a run over files of one report
// each would.
func printed(tb testing.TB, format Format, o Options, results ...rules.Result) []byte {
	tb.Helper()
	var buf bytes.Buffer
	p := format.New(&buf, o)
	var sum Summary
	for _, res := range results {
		sum.Add([]rules.Result{res})
		require.NoError(tb, p.Report(res))
	}
	require.NoError(tb, p.Close(sum))
	return buf.Bytes()
}

var heads = []string{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"}

// township is a report with a finding of every shape.
func township() rules.Result {
	r := schema.NewReport("reports/柳河镇.txt", "text")
	r.Organ = schema.NewText("柳河镇人民政府", schema.Place{Line: 1, Column: 1})
	r.Year, r.Edition = 2024, schema.EditionForYear(2024)
	at := func(line, column, end int) schema.Place {
		return schema.Place{Path: r.Path, Line: line, Column: column, EndLine: line, EndColumn: end}
	}
	res := rules.Result{Report: r}
	res.Coverage.Relations.Held, res.Coverage.Relations.Violated, res.Coverage.Relations.Unchecked = 41, 2, 3
	res.Coverage.Numbers.Verified, res.Coverage.Numbers.Contradicted, res.Coverage.Numbers.Unlinked = 4, 1, 6
	basis := rules.Words{ZH: "国办公开办函〔2021〕30号：第一项加第二项之和，等于第三项加第四项之和", EN: "circular 〔2021〕30: rows one and two equal rows three and four"}
	res.Findings = []rules.Finding{
		{
			Code: "TX201", Name: "applications", Severity: rules.Warning, Fingerprint: "0011223344556677", Basis: rules.Words{ZH: "文表一致", EN: "prose and tables agree"},
			Message: rules.Words{ZH: "正文写全年受理申请14件，表三“一、本年新收”总计为0，相差14。", EN: "the prose says 14 applications, form three has 0 new ones, a difference of 14"},
			Place:   at(12, 30, 35),
			Excerpt: rules.Excerpt{Line: "（二）依申请公开。“网上”平台畅通，全年共受理依申请公开14件，均已答复。", Start: 26, End: 29},
			Related: []rules.Related{{
				Message: rules.Words{ZH: "表三“一、本年新收政府信息公开申请数量”总计为0", EN: "form three, row one, total is 0"},
				Place:   at(40, 1, 2),
				Excerpt: rules.Excerpt{Line: "一、本年新收政府信息公开申请数量", Header: heads, Cells: []string{"0", "0", "0", "0", "0", "0", "0"}, Marked: []int{6}},
			}},
			Cells: []string{"applications.received.total"}, Expected: "14", Actual: "0", Key: "14件",
		},
		{
			Code: "TB103", Name: "balance", Severity: rules.Error, Fingerprint: "8899aabbccddeeff", Basis: basis,
			Message: rules.Words{ZH: "表三“（七）总计”行“自然人”列：新收与结转之和为12，办理结果与结转下年之和为11，相差1。", EN: "form three, natural persons: 12 came in, 11 are accounted for"},
			Place:   at(60, 3, 5),
			Excerpt: rules.Excerpt{Line: "（七）总计", Header: heads, Cells: []string{"11", "1,362", "", "/", "0", "0", "1373"}, Marked: []int{0, 2}},
			Cells:   []string{"applications.outcome.total.natural"}, Expected: "12", Actual: "11",
			Proposals: []rules.Proposal{
				{Cell: "applications.outcome.total.natural", From: "11", To: "12", Why: rules.Words{ZH: "总计没有随分项更新", EN: "the total was never updated"}, Group: 1},
				{Cell: "applications.received.natural", From: "12", To: "11", Group: 2},
				{Cell: "applications.outcome.partly_granted.natural", From: "", To: "1", Group: 2},
			},
		},
		{
			Code: "TB101", Name: "row-total", Severity: rules.Error, Fingerprint: "0123456789abcdef", Basis: basis,
			Message: rules.Words{ZH: "两处说法不一。", EN: "two places differ"},
			Place:   schema.Place{Path: r.Path, Line: 70, EndLine: 79},
		},
		{
			Code: "YR403", Name: "stale-plan", Severity: rules.Info, Fingerprint: "fedcba9876543210",
			Message: rules.Words{ZH: "计划写的是报告年度。", EN: "the plan names the year reported"},
			Place:   schema.Place{Path: r.Path, Page: 2, Box: schema.Box{X0: 1.005, Y0: 2, X1: 3.33333, Y1: 4}, Section: 5},
			Excerpt: rules.Excerpt{Line: strings.Repeat("前文很长", 30) + "2024年将" + strings.Repeat("后文也长", 30), Start: 120, End: 126},
		},
	}
	return res
}

// accepted is a report of which somebody put all findings aside, or all but
// the first.
func accepted(but int) rules.Result {
	res := township()
	for i := but; i < len(res.Findings); i++ {
		res.Findings[i].Suppressed = &rules.Suppression{Kind: rules.Baseline, Place: schema.Place{Path: "gouji-baseline.toml"}}
	}
	res.Findings[3].Suppressed = &rules.Suppression{Kind: rules.Inline, Reason: "“将”指已批未建", Place: schema.Place{Path: res.Report.Path, Line: 9}}
	return res
}

// clean is a report in which everything holds.
func clean() rules.Result {
	r := schema.NewReport("reports/南桥镇.toml", "toml")
	r.Organ, r.Year, r.Edition = schema.NewText("南桥镇人民政府", schema.Place{}), 2024, schema.EditionForYear(2024)
	res := rules.Result{Report: r}
	res.Coverage.Relations.Held = 46
	res.Coverage.Numbers.Verified = 3
	return res
}

// unread is a file that could not be read, its rule left out by the user.
func unread() rules.Result {
	r := schema.NewReport("reports/扫描.pdf", "")
	r.Problems = []schema.Problem{{Kind: schema.NoTextLayer, ZH: "这是扫描件，没有文字。", EN: "this is a scan without text"}}
	return rules.Result{Report: r, Unread: true}
}

// titled are rules of which nothing but the words is needed.
var titled = rules.Catalog{
	{
		Code: "TX201", Name: "applications", Severity: rules.Warning, Family: rules.Prose, Since: "0.1.0", Title: rules.Words{ZH: "申请数量文表不符", EN: "applications differ"},
		Doc: rules.Doc{
			What: rules.Words{ZH: "正文的申请数量与表三相符。", EN: "the prose agrees with form three"}, Why: rules.Words{ZH: "公开的数字不能自相矛盾。", EN: "published figures must not contradict each other"},
			Basis: rules.Words{ZH: "文表一致", EN: "prose and tables agree"}, Bad: "新收14件 <表三为0>", Good: "新收0件",
		},
	},
	{Code: "TB103", Name: "balance", Severity: rules.Error, Family: rules.Table, Since: "0.1.0", Title: rules.Words{ZH: "申请收办不平衡", EN: "out of balance"}},
}

func TestTextOutput(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		options Options
		results []rules.Result
	}{
		{"one.zh.txt", Options{Lang: "zh", Rules: titled}, []rules.Result{township()}},
		{"one.en.txt", Options{Lang: "en", Rules: titled}, []rules.Result{township()}},
		{"one.colour.txt", Options{Lang: "zh", Color: true}, []rules.Result{township()}},
		{"clean.zh.txt", Options{Lang: "zh"}, []rules.Result{clean()}},
		{"clean.en.txt", Options{Lang: "en"}, []rules.Result{clean()}},
		{"accepted.zh.txt", Options{Lang: "zh", Rules: titled}, []rules.Result{accepted(0), accepted(1)}},
		{"accepted.en.txt", Options{Lang: "en", Rules: titled}, []rules.Result{accepted(0)}},
		{"several.zh.txt", Options{Lang: "zh", Rules: titled}, []rules.Result{clean(), clean(), township(), unread(), clean()}},
		{"several.quiet.txt", Options{Lang: "zh", Quiet: true}, []rules.Result{clean(), unread(), township()}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			golden(t, tt.name, printed(t, Text, tt.options, tt.results...))
		})
	}
}

func TestAReportWithoutAnyRelationHeldGetsNoTick(t *testing.T) {
	t.Parallel()
	res := clean()
	assert.Contains(t, string(printed(t, Text, Options{Lang: "zh"}, res)), "✓ reports/南桥镇.toml")
	res.Coverage.Relations.Held, res.Coverage.Relations.Unchecked = 0, 46
	got := string(printed(t, Text, Options{Lang: "zh"}, res))
	assert.NotContains(t, got, "✓")
	assert.Contains(t, got, "未能核对 46")
}

func TestJSONOutput(t *testing.T) {
	t.Parallel()
	for name, lang := range map[string]string{"several.zh.json": "zh", "several.en.json": "en"} {
		got := printed(t, JSON, Options{Lang: lang}, clean(), township(), unread())
		assert.True(t, json.Valid(got))
		golden(t, name, got)
	}
	golden(t, "accepted.zh.json", printed(t, JSON, Options{Lang: "zh"}, accepted(1)))
	none := printed(t, JSON, Options{Lang: "zh"})
	assert.JSONEq(t, `{"version":1,"reports":[],"summary":{"files":0,"errors":0,"warnings":0,"infos":0,"unread":0}}`, string(none))
}

func TestWhatWasPutAsideCountsApart(t *testing.T) {
	t.Parallel()
	var sum Summary
	sum.Add([]rules.Result{accepted(0)})
	sum.Add([]rules.Result{accepted(1)})
	assert.Equal(t, Summary{Files: 2, Clean: 1, Warnings: 1, Suppressed: 7}, sum)
}

func TestAFileOfSeveralReportsCountsOnce(t *testing.T) {
	t.Parallel()
	var sum Summary
	sum.Add([]rules.Result{clean(), township(), unread()})
	sum.Add([]rules.Result{clean(), clean()})
	assert.Equal(t, Summary{Files: 2, Unread: 1, Clean: 1, Errors: 2, Warnings: 1, Infos: 1}, sum)
}

func TestPlacesAreSaidAsTheFormatAllows(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		place  schema.Place
		format string
		zh, en string
	}{
		{schema.Place{Path: "a"}, "text", "", ""},
		{schema.Place{Line: 12, Column: 5, EndLine: 12, EndColumn: 9}, "text", "第12行第5列", "line 12, column 5"},
		{schema.Place{Line: 12, Column: 5, EndLine: 20}, "text", "第12至20行", "lines 12 to 20"},
		{schema.Place{Line: 12, Column: 5, EndLine: 13}, "text", "第12行第5列", "line 12, column 5"},
		{schema.Place{Line: 40, Table: 2, Row: 3, Cell: 4}, "text", "第40行", "line 40"},
		{schema.Place{Line: 37}, "docx", "第37段", "paragraph 37"},
		{schema.Place{Line: 37}, "rtf", "第37段", "paragraph 37"},
		{schema.Place{Line: 37, Table: 2, Row: 8, Cell: 3}, "docx", "第2个表格第8行第3格", "table 2, row 8, cell 3"},
		{schema.Place{Page: 2}, "pdf", "第2页", "page 2"},
		{schema.Place{Page: 2, Table: 1, Row: 8}, "pdf", "第2页第1个表格第8行", "page 2, table 1, row 8"},
		{schema.Place{Ref: "表三!C7"}, "xlsx", "工作表“表三”C7 单元格", "sheet 表三, cell C7"},
	} {
		assert.Equal(t, tt.zh, placeWords(tt.place, tt.format, "zh"))
		assert.Equal(t, tt.en, placeWords(tt.place, tt.format, "en"))
	}
}

type full struct{ room int }

func (w *full) Write(p []byte) (int, error) {
	if w.room -= len(p); w.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

func TestAWriterThatFailsIsReported(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		size := len(printed(t, format, Options{Lang: "zh"}, township()))
		for _, room := range []int{0, size / 2, size - 1} {
			p := format.New(&full{room: room}, Options{Lang: "zh"})
			require.Error(t, errors.Join(p.Report(township()), p.Close(Summary{Files: 1, Errors: 2, Warnings: 1, Infos: 1})), "%s, %d of %d bytes", format.Name, room, size)
		}
	}
}

func FuzzPrinters(f *testing.F) {
	f.Add("（七）总计", "错误\x1b[31m", "0\t1", 3, 9, 2)
	f.Add("a\xff\x00b", "“引号”", "👨‍👩‍👧e\u0301", -4, 2, 99)
	valid := sarifValid(f)
	f.Fuzz(func(t *testing.T, line, message, cell string, start, end, marked int) {
		res := township()
		res.Report.Path, res.Report.Organ = line, schema.NewText(message, schema.Place{})
		words := rules.Words{ZH: message, EN: message}
		for _, e := range []rules.Excerpt{
			{Line: line, Start: start, End: end},
			{Line: line, Header: []string{message, cell}, Cells: []string{cell, line}, Marked: []int{marked, 1}},
			{Header: []string{cell}, Cells: []string{cell, line}, Marked: []int{marked}},
		} {
			res.Findings = append(res.Findings, rules.Finding{
				Code: cell, Name: line, Severity: rules.Info, Message: words, Basis: words, Excerpt: e,
				Place: schema.Place{Line: start, Column: end, Ref: cell}, Cells: []string{line},
				Proposals: []rules.Proposal{{Cell: cell, From: line, To: message, Why: words, Group: marked}},
				Related:   []rules.Related{{Message: words, Excerpt: e}},
			})
		}
		for _, lang := range []string{"zh", "en"} {
			text := printed(t, Text, Options{Lang: lang}, res)
			assert.True(t, utf8.Valid(text))
			assert.NotContains(t, string(text), "\x1b", "nothing of a report commands the terminal")
			assert.Equal(t, -1, bytes.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7F && r < 0xA0 }))
			for name, parse := range parsers {
				format, ok := ByName(name)
				require.True(t, ok)
				out := printed(t, format, Options{Lang: lang, FailOn: rules.Error}, res)
				parse(t, out)
				if name == "sarif" {
					require.NoError(t, valid(out))
				}
			}
		}
	})
}
