package output

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// hostile are words that some format gives a meaning of its own.
var hostile = []string{
	`"><script>alert(1)</script>`, "::error::拦不住", "a,b;c\td", "第一行\n第二行\r\n::warning::第三行", "👨‍👩‍👧🇨🇳", "]]>", "<!-- -->", "=1+1", "+86", "-1", "@SUM(A1)", "＝甲",
	"%0A%25", "a\x00b\x1b[31m\u202Ec", "a\xffb", "'单引号'", "&lt;&amp;", "${x} {{.}}", `\u0041\n`, "_x0041_", "",
}

// hostileReport says the words everywhere.
func hostileReport() rules.Result {
	title := strings.Join(hostile, "")
	r := schema.NewReport("报告/"+strings.ReplaceAll(title, "\x00", "")+".txt", "text")
	r.Title, r.Organ, r.Year = schema.NewText(title, schema.Place{Path: r.Path, Line: 1, Column: 1}), schema.NewText(title, schema.Place{}), 2024
	r.Edition = schema.EditionForYear(2024)
	res := rules.Result{Report: r}
	for i, words := range hostile {
		w := rules.Words{ZH: words + "。", EN: words}
		place := schema.Place{Path: r.Path, Line: i + 1, Column: 1, EndLine: i + 1, EndColumn: 2}
		res.Findings = append(res.Findings, rules.Finding{
			Code: fmt.Sprintf("TX2%02d", i), Name: "words", Severity: rules.Severity(i%3 + 1), Message: w, Basis: w, Place: place,
			Excerpt: rules.Excerpt{Line: words, End: 3}, Cells: []string{words}, Actual: words, Expected: words, Key: words,
			Proposals: []rules.Proposal{{Cell: words, From: words, To: words, Why: w, Group: 1}},
			Related:   []rules.Related{{Message: w, Place: place, Excerpt: rules.Excerpt{Line: words, Header: []string{words}, Cells: []string{words}, Marked: []int{0}}}},

			Fingerprint: fmt.Sprintf("%016x", i),
		})
	}
	res.Findings[4].Suppressed = &rules.Suppression{Kind: rules.Inline, Reason: hostile[0], Place: schema.Place{Path: r.Path, Line: 3}}
	return res
}

// said is a finding as a format's reader sees it.
type said struct{ code, message string }

// parsers read each format back.
var parsers = map[string]func(t *testing.T, out []byte) []said{
	"json": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		var v struct {
			Reports []struct {
				Findings []struct{ Code, Message string }
			}
		}
		require.NoError(t, json.Unmarshal(out, &v))
		for _, r := range v.Reports {
			for _, f := range r.Findings {
				list = append(list, said{f.Code, f.Message})
			}
		}
		return list
	},
	"jsonl": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		for i, line := range lines {
			var v struct {
				Findings []struct{ Code, Message string }
				Summary  *struct{ Files int }
			}
			require.NoError(t, json.Unmarshal([]byte(line), &v))
			for _, f := range v.Findings {
				list = append(list, said{f.Code, f.Message})
			}
			assert.Equal(t, i == len(lines)-1, v.Summary != nil, "the summary is the last line")
		}
		return list
	},
	"csv": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		rest, ok := strings.CutPrefix(string(out), "\uFEFF")
		require.True(t, ok, "Excel needs the mark")
		rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
		require.NoError(t, err)
		for _, row := range rows[1:] {
			for _, cell := range row {
				assert.Equal(t, cell, harmless(cell), "no cell is a formula")
			}
			list = append(list, said{row[4], row[6]})
		}
		return list
	},
	"gitlab": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		var issues []gitlabIssue
		require.NoError(t, json.Unmarshal(out, &issues))
		prints := map[string]bool{}
		for _, i := range issues {
			first, _, _ := strings.Cut(i.Description, "\n")
			list = append(list, said{i.CheckName, first})
			assert.Positive(t, i.Location.Lines.Begin)
			assert.NotEmpty(t, i.Location.Path)
			assert.False(t, prints[i.Fingerprint], "each fingerprint once")
			prints[i.Fingerprint] = true
		}
		return list
	},
	"github": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		for line := range strings.Lines(string(out)) {
			command, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "::")
			require.True(t, ok, "every line is a command: %q", line)
			head, data, ok := strings.Cut(command, "::")
			require.True(t, ok)
			level, properties, _ := strings.Cut(head, " ")
			require.Contains(t, []string{"error", "warning", "notice"}, level)
			undo := strings.NewReplacer("%0A", "\n", "%0D", "\r", "%3A", ":", "%2C", ",", "%25", "%")
			for _, p := range strings.Split(properties, ",") {
				name, value, _ := strings.Cut(p, "=")
				if code, _, found := strings.Cut(undo.Replace(value), " "); name == "title" && found {
					first, _, _ := strings.Cut(undo.Replace(data), "\n")
					list = append(list, said{code, first})
				}
			}
		}
		return list
	},
	"sarif": func(t *testing.T, out []byte) []said {
		t.Helper()
		_, list := parseSARIF(t, out)
		return list
	},
	"xlsx": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		rows := workbook(t, out)["问题"]
		if rows == nil {
			rows = workbook(t, out)["findings"]
		}
		for _, row := range rows[1:] {
			list = append(list, said{row[4], row[6]})
		}
		return list
	},
	"html": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		for _, f := range elements(page(t, out), "li", "finding") {
			list = append(list, said{words(elements(f, "span", "code")[0]), words(elements(f, "p", "message")[0])})
		}
		return list
	},
	"junit": func(t *testing.T, out []byte) (list []said) {
		t.Helper()
		var v struct {
			Suites []junitSuite `xml:"testsuite"`
		}
		require.NoError(t, xml.Unmarshal(out, &v))
		for _, s := range v.Suites {
			assert.Len(t, s.Cases, s.Tests)
			for _, c := range s.Cases {
				for _, result := range []*junitResult{c.Failure, c.Skipped} {
					if result != nil {
						code, _, _ := strings.Cut(c.Name, " ")
						list = append(list, said{code, result.Message})
					}
				}
			}
		}
		return list
	},
}

// marksAside are the formats that have a way to show what was put aside.
var marksAside = map[string]bool{"json": true, "jsonl": true, "csv": true, "junit": true, "sarif": true, "xlsx": true, "html": true}

// keepsControls are the formats that carry any words as they are.
var keepsControls = map[string]bool{"json": true, "jsonl": true, "sarif": true}

func TestEveryFormatTellsTheSameFindingsInTheSameOrder(t *testing.T) {
	t.Parallel()
	results := []rules.Result{clean(), township(), accepted(1), unread(), hostileReport()}
	for _, format := range Formats() {
		if format.Name == "text" {
			continue // read by people: its goldens are
		}
		t.Run(format.Name, func(t *testing.T) {
			t.Parallel()
			var want []said
			for _, res := range results {
				for _, f := range res.Findings {
					message := layout.Clean(f.Message.ZH)
					if keepsControls[format.Name] {
						message = strings.ToValidUTF8(f.Message.ZH, "\uFFFD")
					}
					if format.Name == "csv" {
						message = harmless(message)
					}
					if f.Suppressed == nil || marksAside[format.Name] {
						want = append(want, said{f.Code, message})
					}
				}
			}
			out := printed(t, format, Options{Lang: "zh", Rules: titled, FailOn: rules.Error}, results...)
			var got []said
			for _, s := range parsers[format.Name](t, out) {
				if s.code != "" && s.code != "RD001" {
					got = append(got, s)
				}
			}
			assert.Equal(t, want, got)
			shown, err := url.PathUnescape(string(shownText(t, format, bytes.ReplaceAll(out, []byte("%0A"), nil))))
			if err != nil { // no format but SARIF is escaped as a whole
				shown = string(shownText(t, format, out))
			}
			assert.Contains(t, shown, "扫描.pdf", "what was not read is never left out")
			assert.Equal(t, out, printed(t, format, Options{Lang: "zh", Rules: titled, FailOn: rules.Error}, results...), "the same bytes again")
		})
	}
}

// shownText is the output for a golden: what it holds packed unpacked, and
// without the style that every page has.
func shownText(t *testing.T, format Format, out []byte) []byte {
	t.Helper()
	if format.Name == "html" {
		return regexp.MustCompile(`sha256-[^']*`).ReplaceAll(bytes.ReplaceAll(out, []byte(htmlStyle), nil), []byte("sha256-"))
	}
	if format.Name != "xlsx" {
		return out
	}
	var b bytes.Buffer
	book := workbook(t, out)
	for _, name := range slices.Sorted(maps.Keys(book)) {
		fmt.Fprintf(&b, "== %s\n", name)
		for _, row := range book[name] {
			fmt.Fprintln(&b, strings.TrimRight(strings.Join(row, " | "), " |"))
		}
	}
	return b.Bytes()
}

// workbook is what the sheets of a workbook hold, by their names, every row as
// wide as the first.
func workbook(t *testing.T, out []byte) map[string][][]string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(out))
	require.NoError(t, err)
	defer book.Close()
	sheets := map[string][][]string{}
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		require.NoError(t, err)
		for i := range rows {
			rows[i] = append(rows[i], make([]string, max(len(rows[0])-len(rows[i]), 0))...)
		}
		sheets[name] = rows
	}
	return sheets
}

func TestAWorkbookHoldsNoFormulaAndGoesOnInAnotherSheet(t *testing.T) {
	t.Parallel()
	var buf bytes.Buffer
	p := newXLSX(&buf, Options{Lang: "zh"}, 8)
	res := hostileReport()
	require.NoError(t, p.Report(res))
	require.NoError(t, p.Close(Summary{Files: 1}))
	book, err := excelize.OpenReader(bytes.NewReader(buf.Bytes()))
	require.NoError(t, err)
	assert.Equal(t, []string{"问题", "年报", "问题 2", "问题 3", "汇总"}, book.GetSheetList())
	rows := 0
	for _, sheet := range book.GetSheetList()[:4] {
		cells, err := book.GetRows(sheet)
		require.NoError(t, err)
		for i, row := range cells {
			for j := range row {
				name, err := excelize.CoordinatesToCellName(j+1, i+1)
				require.NoError(t, err)
				formula, err := book.GetCellFormula(sheet, name)
				require.NoError(t, err)
				assert.Empty(t, formula)
			}
		}
		tables, err := book.GetTables(sheet)
		require.NoError(t, err)
		assert.Len(t, tables, 1, "it can be filtered")
		rows += len(cells) - 1
	}
	assert.Equal(t, len(res.Findings)+1, rows)
}

func TestGoldensOfEveryFormat(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		if format.Name == "text" || format.Name == "json" {
			continue // these have goldens of their own
		}
		for _, lang := range []string{"zh", "en"} {
			t.Run(format.Name+" "+lang, func(t *testing.T) {
				t.Parallel()
				out := printed(t, format, Options{Lang: lang, Rules: titled, FailOn: rules.Error, Version: "0.1.0"}, clean(), township(), accepted(1), unread())
				golden(t, "several."+lang+"."+format.Name, shownText(t, format, out))
				none := printed(t, format, Options{Lang: lang, Rules: titled, Version: "0.1.0"})
				golden(t, "none."+lang+"."+format.Name, shownText(t, format, none))
			})
		}
	}
}

func TestGitHubNamesARangeAsFarAsItTakesOne(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		span [4]int
		want string
	}{
		{[4]int{12, 30, 12, 35}, "line=12,col=30,endLine=12,endColumn=34"},
		{[4]int{12, 30, 12, 30}, "line=12,col=30"},
		{[4]int{12, 30, 14, 2}, "line=12,endLine=14"},
		{[4]int{12, 0, 0, 0}, "line=12"},
	} {
		assert.Equal(t, tt.want, strings.Join(githubSpan(tt.span[0], tt.span[1], tt.span[2], tt.span[3]), ","))
	}
}

func TestGitHubSaysWhatItWillNotShow(t *testing.T) {
	t.Parallel()
	res := township()
	for range 12 {
		res.Findings = append(res.Findings, res.Findings[0])
	}
	out := printed(t, GitHub, Options{Lang: "zh"}, res)
	assert.Equal(t, 17, bytes.Count(out, []byte("\n")), "each stands in the log")
	assert.Contains(t, string(out), "另有 3 条见运行日志")
}

func TestJUnitFailsWhatFailsTheRun(t *testing.T) {
	t.Parallel()
	for level, want := range map[rules.Severity]string{
		rules.Error: `tests="4" failures="2" errors="0" skipped="2"`, rules.Warning: `failures="3" errors="0" skipped="1"`,
		rules.Info: `failures="4" errors="0" skipped="0"`, 0: `failures="0" errors="0" skipped="4"`,
	} {
		assert.Contains(t, string(printed(t, JUnit, Options{Lang: "zh", FailOn: level}, township())), want)
	}
	assert.Contains(t, string(printed(t, JUnit, Options{Lang: "zh"}, unread())), `tests="1" failures="0" errors="1"`)
}
