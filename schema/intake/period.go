package intake

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// findPeriod reads the period of the figures from the first paragraph that
// names one: 统计期限自…起至…止, in all its lawful forms.
func findPeriod(paragraphs []schema.Text) schema.Period {
	for _, t := range paragraphs {
		if p, ok := periodIn(t); ok {
			return p
		}
	}
	return schema.Period{}
}

// periodWords stand near a period; a span of time without any of them is about
// something else.
var periodWords = []string{"期限", "时限", "时间", "时段", "周期", "统计", "数据", "起至", "本报告", "本年度报告", "止"}

func periodIn(t schema.Text) (schema.Period, bool) {
	s := t.Value
	for i := 0; i < len(s); {
		n := nextDigit(s, i)
		if n < 0 {
			return schema.Period{}, false
		}
		from, end, ok := dateAt(s, n)
		if !ok || from.Year == 0 {
			i = afterDigits(s, n)
			continue
		}
		link, ok := periodLink(s, end)
		if !ok {
			i = end
			continue
		}
		to, stop, ok := dateAt(s, link)
		if !ok || !aboutFigures(s, n, stop) {
			i = end
			continue
		}
		from.Place = t.Place(n, end)
		to.Place = t.Place(skipSpace(s, link), stop)
		if to.Year == 0 {
			to.Year = from.Year // 2020年1月1日至12月31日
		}
		return schema.Period{From: from, To: to, Text: t.Slice(n, stop)}, true
	}
	return schema.Period{}, false
}

// aboutFigures reports whether the sentence around a span of time speaks of
// the report's figures.
func aboutFigures(s string, i, j int) bool {
	from := strings.LastIndexAny(s[:i], "。；") + 1
	to := len(s)
	if k := strings.IndexAny(s[j:], "。；"); k >= 0 {
		to = j + k
	}
	for _, w := range periodWords {
		if strings.Contains(s[from:to], w) {
			return true
		}
	}
	return false
}

// periodLink skips what stands between the two dates of a period.
func periodLink(s string, i int) (int, bool) {
	j := skipSpace(s, i)
	j += len(s[j:]) - len(strings.TrimPrefix(s[j:], "起"))
	j = skipSpace(s, j)
	j += len(s[j:]) - len(strings.TrimPrefix(s[j:], "，"))
	j = skipSpace(s, j)
	for _, link := range []string{"截至", "截止", "至", "到", "——", "—", "–", "－", "-", "~", "～", "、"} {
		if rest, found := strings.CutPrefix(s[j:], link); found {
			return len(s) - len(strings.TrimPrefix(rest, "到")), true
		}
	}
	return 0, false
}

// nextDigit returns the byte of the next digit of any kind, or -1.
func nextDigit(s string, i int) int {
	for k, r := range s[i:] {
		if digitOf(r) >= 0 {
			return i + k
		}
	}
	return -1
}

func afterDigits(s string, i int) int {
	for k, r := range s[i:] {
		if digitOf(r) < 0 {
			return i + k
		}
	}
	return len(s)
}
