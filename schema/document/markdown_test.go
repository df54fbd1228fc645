package document

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func readMD(t *testing.T, text string) *Document {
	t.Helper()
	doc, err := Read(t.Context(), "a.md", []byte(text))
	require.NoError(t, err)
	require.Equal(t, "markdown", doc.Format)
	return doc
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"headings, marked and underlined", "# 年度报告\n\n一、总体情况\n----\n\n## 二、情况 ##\n", "# 年度报告\n## 一、总体情况\n## 二、情况\n"},
		{"the lines of a paragraph are lines", "第一行\n第二行  \n第三行\\\n第四行\n", "第一行\n第二行\n第三行\n第四行\n"},
		{"markup is taken out", "**一、总体情况** *a*`b`[c](http://x.invalid) ~~d~~ <b>e</b>&nbsp;&lt;\\*f\\_ 2*3 <http://y.invalid>", "一、总体情况 abc d e <*f_ 2*3 http://y.invalid\n"},
		{"numbers of a list are text, points are not", "1. 甲\n2. 乙\n\n- 丙\n  丁\n\n1) 戊", "1.甲\n2.乙\n丙\n丁\n1)戊\n"},
		{"quotations and indented lines are text", "> 引文\n\n    收到申请14件。\n\n```\n代码\n```\n", "引文\n收到申请14件。\n代码\n"},
		{"a pipe table", "| 项 | 数 |\n| --- | ---: |\n| **甲** | 1 |\n| 乙\\|丙 | |\n", "| 0:项 | 1:数\n| 0:甲 | 1:1\n| 0:乙|丙 | 1:\n"},
		{"a table behind a line of text", "表一\n项|数\n---|---\n甲|1\n\n后文", "表一\n| 0:项 | 1:数\n| 0:甲 | 1:1\n后文\n"},
		{"a row a cell short stays short, a row too long stays long", "| a | b | c |\n|---|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 | 6 |\n", "| 0:a | 1:b | 2:c\n| 0:1 | 1:2\n| 0:3 | 1:4 | 2:5 | 3:6\n"},
		{"a table whose rule is of another length is read as lines", "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n", "| 0:a | 1:b | 2:c\n| 0:1 | 1:2 | 2:3\n"},
		{"a table without a rule", "甲\t1\t2\n乙\t3\t4\n", "| 0:甲 | 1:1 | 2:2\n| 0:乙 | 1:3 | 2:4\n"},
		{"a break in a cell", "| a<br>b | c |\n|---|---|\n| 1 | 2 |\n", "| 0:a⏎b | 1:c\n| 0:1 | 1:2\n"},
		{"a table in HTML, with blank lines in it", "前文\n\n<table>\n<tr><td rowspan=2>a</td>\n\n<td>1</td></tr>\n\n<tr><td>2</td></tr>\n</table>\n\n后文\n", "前文\n| 0:a<1x2> | 1:1\n| 0:^ | 1:2\n后文\n"},
		{"a box in HTML around Markdown", "<div align=center>\n\n# 年报\n\n</div>\n", "# 年报\n"},
		{"a rule between paragraphs says nothing", "甲\n\n---\n\n乙", "甲\n乙\n"},
		{"a sentence with a pipe", "甲|乙的说法。\n", "甲|乙的说法。\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, show(readMD(t, tt.text)))
		})
	}
}

func TestMarkdownPlacesAreLinesAndColumns(t *testing.T) {
	t.Parallel()
	doc := readMD(t, "# 年报\r\n\r\n收到**申请**14件\r\n\r\n| 项 | 数 |\r\n|---|---|\r\n| 甲 | 1&#48; |\r\n\r\n<table><tr><td>乙</td><td>2</td></tr>\r\n</table>\r\n")
	at := doc.Blocks[0].Text.Whole()
	assert.Equal(t, []int{1, 3, 1, 5}, []int{at.Line, at.Column, at.EndLine, at.EndColumn})
	text := doc.Blocks[2].Text
	require.Equal(t, "收到申请14件", text.Value)
	at = text.Place(len("收到申请"), len("收到申请14"))
	assert.Equal(t, []int{3, 9, 3, 11}, []int{at.Line, at.Column, at.EndLine, at.EndColumn})
	cell := doc.Blocks[4].Table.Rows[1].Cells[1]
	assert.Equal(t, "10", cell.Text.Value)
	assert.Equal(t, []int{7, 7, 1, 2, 2}, []int{cell.Place.Line, cell.Place.Column, cell.Place.Table, cell.Place.Row, cell.Place.Cell})
	cell = doc.Blocks[6].Table.Rows[0].Cells[1]
	assert.Equal(t, []int{9, 26, 2, 1, 2}, []int{cell.Place.Line, cell.Place.Column, cell.Place.Table, cell.Place.Row, cell.Place.Cell})
}

func TestHostileMarkdownIsReadInBoundedTime(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"quotations":   strings.Repeat(">", 5_000) + "a",
		"lists":        strings.Repeat("- ", 2_000) + "a",
		"emphasis":     strings.Repeat("**a ", 20_000),
		"brackets":     strings.Repeat("[", 20_000),
		"pipes":        strings.Repeat("|", 20_000) + "\n" + strings.Repeat("|-", 10_000) + "|\n",
		"a long table": "|a|b|\n|-|-|\n" + strings.Repeat("|1|2|\n", 5_000),
		"open tables":  strings.Repeat("<table>\n\n", 3_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := Read(t.Context(), "a.md", []byte(text))
			assert.NoError(t, err)
		})
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# a\n\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n", "1. a\n   > b\n", "<table>\n<tr><td>a\n\n<td>1\n</table>\n", "a\\\nb  \nc&nbsp;\\*", "a\n---\n\tb|c|d\n", "<http://a.b> ![x](y) `c|d`", "\ufeff|a|\r|-|\r",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		source, _, ok := decodeText("a.md", []byte(text))
		if !ok {
			return
		}
		doc, err := readMarkdown(t.Context(), "a.md", []byte(text))
		require.NoError(t, err)
		checkPlaces(t, doc, string(source))
	})
}
