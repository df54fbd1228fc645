package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
)

func TestWidthCountsDisplayColumns(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{
		"": 0, "abc": 3, "勾稽": 4, "１４": 4, "（七）": 6, "“14”": 4, "e\u0301": 1, "😀": 2, "ｶﾞ": 2,
	} {
		assert.Equal(t, want, Width(s), s)
	}
}

func TestCleanLeavesNothingThatCommandsATerminal(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"表三 14件":        "表三 14件",
		"a\tb\r\nc":     "a    b  c",
		"\x1b[31m":      "␛[31m",
		"\x00\x7f":      "␀␡",
		"\u009b31m":     "\uFFFD31m",
		"a\u202ab":      "a\uFFFDb",
		"\uFEFF一\u200b": "一",
		"\xff":          "\uFFFD",
		"é e\u0301 👍":   "é e\u0301 👍",
	} {
		assert.Equal(t, want, Clean(in), "%q", in)
	}
}

func drawn(e rules.Excerpt, width int) string {
	var lines []string
	for _, l := range Draw(e, width) {
		lines = append(lines, strings.TrimRight(l.String(), " "))
	}
	return strings.Join(lines, "\n")
}

func TestWordsAreUnderlinedWhereTheyStand(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("前", 40) + "14件" + strings.Repeat("后", 40)
	for _, tt := range []struct {
		name string
		e    rules.Excerpt
		want string
	}{
		{"Chinese before the mark takes two columns", rules.Excerpt{Line: "共受理14件。", Start: 3, End: 6}, "共受理14件。\n      ~~~~"},
		{"a tab takes four", rules.Excerpt{Line: "规章\t0\t1", Start: 5, End: 6}, "规章    0    1\n             ~"},
		{"a combining mark takes none", rules.Excerpt{Line: "e\u0301a1", Start: 3, End: 4}, "e\u0301a1\n  ~"},
		{"an emoji takes two", rules.Excerpt{Line: "😀1", Start: 1, End: 2}, "😀1\n  ~"},
		{"without a mark nothing is underlined", rules.Excerpt{Line: "一行字"}, "一行字"},
		{"space at the ends is left out", rules.Excerpt{Line: "　　一行字 ", Start: 2, End: 3}, "一行字\n~~"},
		{"a long line is cut on both sides", rules.Excerpt{Line: long, Start: 40, End: 43}, "…前前前前前前前前前前14件后后后后后后后…\n                     ~~~~"},
		{"a short start leaves its room to the end", rules.Excerpt{Line: "前" + long[120:], Start: 1, End: 4}, "前14件后后后后后后后后后后后后后后后后…\n  ~~~~"},
		{"a mark beyond the end is no mark", rules.Excerpt{Line: "字", Start: 7, End: 9}, "字"},
		{"a mark behind itself is no mark", rules.Excerpt{Line: "一二三", Start: 2, End: 1}, "一二三"},
		{"nothing is drawn of nothing", rules.Excerpt{}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, drawn(tt.e, 40))
		})
	}
}

func TestARowIsDrawnUnderItsHeads(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		e     rules.Excerpt
		width int
		want  string
	}{
		{
			"values stand under their heads and the marked one is underlined",
			rules.Excerpt{Line: "规章", Header: []string{"制发", "现行有效件数"}, Cells: []string{"12", "7"}, Marked: []int{1}}, 60,
			"规章\n制发 | 现行有效件数\n  12 |            7\n       ~~~~~~~~~~~~",
		},
		{
			"a blank is blank, and marked all the same",
			rules.Excerpt{Header: []string{"制发", "废止"}, Cells: []string{"", "0"}, Marked: []int{0}}, 60,
			"制发 | 废止\n     |    0\n~~~~",
		},
		{
			"a row a value short is never aligned with its heads",
			rules.Excerpt{Line: "行", Header: []string{"制发", "废止", "有效"}, Cells: []string{"5", "0"}}, 60,
			"行\n制发 | 废止 | 有效\n5 | 0",
		},
		{
			"of a row too wide the part with the mark is shown",
			rules.Excerpt{Header: []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}, Cells: []string{"1", "2", "3", "4", "99"}, Marked: []int{3}}, 30,
			"… 其他结果 | 尚未审结 …\n…        3 |        4 …\n             ~~~~~~~~",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, drawn(tt.e, tt.width))
		})
	}
}

func TestEveryLineFitsAndEveryMarkIsBelowItsWords(t *testing.T) {
	t.Parallel()
	line := "a规\t“章”e\u0301😀" + strings.Repeat("统计期限1 ", 30)
	n := len([]rune(line))
	for start := 0; start <= n; start++ {
		for _, length := range []int{1, 3, 50, 200} {
			lines := Draw(rules.Excerpt{Line: line, Start: start, End: start + length}, 50)
			require.NotEmpty(t, lines)
			for _, l := range lines {
				assert.LessOrEqual(t, Width(l.String()), 50)
			}
			if len(lines) == 2 {
				assert.Equal(t, Width(lines[0][0].Text), Width(lines[1][0].Text), "%d+%d", start, length)
			}
		}
	}
}

func BenchmarkDrawRow(b *testing.B) {
	e := rules.Excerpt{
		Line: "一、本年新收政府信息公开申请数量", Marked: []int{6},
		Header: []string{"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"},
		Cells:  []string{"705", "3", "0", "0", "5", "0", "713"},
	}
	b.ReportAllocs()
	for b.Loop() {
		Draw(e, 96)
	}
}
