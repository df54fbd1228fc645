package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// maxTitle is the length, in characters, beyond which a line is no title.
const maxTitle = 70

// findTitle finds the report's title among the lines before the first section.
// It may stand on two or three lines: the organ, the year, the words.
func findTitle(items []*item, end int) (title schema.Text, at int) {
	at = -1
	for i := range items[:end] {
		if !items[i].isText() || !isTitleEnd(items[i].text.Value) {
			continue
		}
		joined, first, ok := titleEndingAt(items, i)
		if !ok {
			continue
		}
		for k := first; k <= i; k++ {
			items[k].used = true
		}
		// A page's head repeats the title; the last one before the text is the
		// report's, unless an earlier one says more.
		if title.IsEmpty() || utf8.RuneCountInString(squeeze(joined.Value)) >= utf8.RuneCountInString(squeeze(title.Value)) {
			title, at = joined, first
		}
	}
	return title, at
}

// titleEndingAt joins the lines of a title whose last one is item i.
func titleEndingAt(items []*item, i int) (title schema.Text, first int, ok bool) {
	title, first = items[i].text, i
	for j := previousText(items, first); j >= 0 && !isTitle(title.Value); j = previousText(items, first) {
		if !continuesTitle(items[j].text.Value) || len(title.Value) > 4*maxTitle {
			break
		}
		title, first = schema.JoinText([]schema.Text{items[j].text, title}, ""), j
	}
	return title, first, isTitle(title.Value)
}

func isTitleEnd(s string) bool {
	s = squeeze(s)
	if utf8.RuneCountInString(s) > maxTitle || strings.ContainsAny(s, "。；，") {
		return false
	}
	if strings.HasPrefix(s, "本报告") || strings.HasPrefix(s, "本年度报告") {
		return false
	}
	s = strings.TrimRight(s, "》」）)")
	if i := strings.IndexAny(s, "（("); i > 0 { // （2024年1月公布）
		s = s[:i]
	}
	return strings.HasSuffix(s, "报告") || strings.HasSuffix(s, "年报") || aboutReport(s)
}

// aboutReport finds the title of a page about a report: a 解读 of it.
func aboutReport(s string) bool {
	for _, w := range otherKinds {
		if strings.HasSuffix(s, w) {
			return strings.Contains(s, "报告") || strings.Contains(s, "年报")
		}
	}
	return false
}

// isTitle reports whether the words name a report of this kind.
func isTitle(s string) bool {
	s = squeeze(s)
	if utf8.RuneCountInString(s) > maxTitle {
		return false
	}
	about := strings.Contains(s, "信息公开") || strings.Contains(s, "政务公开")
	return about && (strings.Contains(s, "年度报告") || strings.Contains(s, "年报") ||
		strings.Contains(s, "报告") && strings.Contains(s, "年"))
}

func continuesTitle(s string) bool {
	s = squeeze(s)
	return s != "" && utf8.RuneCountInString(s) <= 40 && !strings.ContainsAny(s, "。；，：:")
}

func previousText(items []*item, i int) int {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if items[j].isText() {
			return j
		}
	}
	return -1
}

// titleYear returns the first year that the title names before 年, with its
// bytes.
func titleYear(title string) (year, i, j int) {
	for at := 0; at < len(title); {
		n := nextDigit(title, at)
		if n < 0 {
			break
		}
		y, end := yearAt(title, n)
		if sep, _ := separator(title, end); y >= 1990 && y < 2100 && (sep == '年' || sep == '—' || sep == '-') {
			return y, n, end
		}
		at = afterDigits(title, n)
	}
	return 0, 0, 0
}

// findOrgan finds the organ that reports: in front of the year in the title or
// behind it, on the line above it, or under the text.
func findOrgan(items []*item, title schema.Text, at int, signature schema.Text) schema.Text {
	year, i, j := titleYear(title.Value)
	if year == 0 {
		i = strings.Index(title.Value, "政府信息公开")
	}
	if i > 0 {
		front := title.Slice(0, i).TrimSpace()
		front = withoutChrome(front)
		front = trimWords(front, "关于", "公布", "发布")
		if utf8.RuneCountInString(squeeze(front.Value)) >= 3 {
			return front
		}
	}
	if year != 0 {
		if behind := organBehind(title, j); looksLikeOrgan(behind.Value) {
			return behind
		}
	}
	if at >= 0 {
		if j := previousText(items, at); j >= 0 && looksLikeOrgan(items[j].text.Value) {
			items[j].used = true
			return items[j].text
		}
	}
	return signature
}

// organBehind returns what stands between the year of a title, which ends at j,
// and the words for what is reported: 2024年度青石镇人民政府政府信息公开工作年度报告.
func organBehind(title schema.Text, j int) schema.Text {
	rest := title.Value[j:]
	end := -1
	for _, matter := range []string{"政府信息公开", "政务公开", "信息公开"} {
		if end = strings.Index(rest, matter); end >= 0 {
			break
		}
	}
	if end < 0 {
		return schema.Text{}
	}
	behind := title.Slice(j, j+end).TrimSpace()
	for _, word := range []string{"年度", "年"} {
		if after, ok := strings.CutPrefix(behind.Value, word); ok {
			return behind.Slice(len(behind.Value)-len(after), len(behind.Value)).TrimSpace()
		}
	}
	return behind
}

// withoutChrome cuts what is no part of an organ's name: 名称： in front of it, 关于,
// and the report's own words behind it.
func withoutChrome(t schema.Text) schema.Text {
	for _, colon := range []string{"：", ":"} {
		if i := strings.LastIndex(t.Value, colon); i >= 0 {
			t = t.Slice(i+len(colon), len(t.Value)).TrimSpace()
		}
	}
	if rest, found := strings.CutPrefix(t.Value, "关于"); found {
		t = t.Slice(len(t.Value)-len(rest), len(t.Value)).TrimSpace()
	}
	if i := strings.Index(t.Value, "政府信息公开"); i > 0 {
		t = t.Slice(0, i).TrimSpace()
	}
	return t
}

func trimWords(t schema.Text, words ...string) schema.Text {
	for _, w := range words {
		if rest, found := strings.CutSuffix(t.Value, w); found {
			t = t.Slice(0, len(rest)).TrimSpace()
		}
	}
	return t
}

// organTails end the names of organs.
var organTails = []string{
	"政府", "街道办事处", "办事处", "委员会", "办公室", "管委会", "局", "厅", "部", "镇", "乡", "街道", "苏木", "委", "办", "院", "署", "中心", "公司", "队", "所", "会", "学校", "大学", "区", "县", "市", "旗", "州", "省",
}

func looksLikeOrgan(s string) bool {
	s = strings.TrimRight(squeeze(s), "（盖章）()公")
	n := utf8.RuneCountInString(s)
	if n < 3 || n > 40 || strings.ContainsAny(s, "。，；：、！？0123456789") {
		return false
	}
	for _, tail := range organTails {
		if strings.HasSuffix(s, tail) {
			return true
		}
	}
	return false
}
