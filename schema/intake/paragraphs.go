package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// paragraphs joins wrapped lines into paragraphs. A line goes on in the next
// when it does not end a thought and the next begins no item; a gap between
// them, which a page's end leaves, does not matter then. Lines that stand
// without a gap are only joined when the first is as long as its neighbours:
// short lines are lines of their own.
func paragraphs(items []*item) []schema.Text {
	var (
		out  []schema.Text
		open []schema.Text
	)
	flush := func() {
		if len(open) > 0 {
			out = append(out, schema.JoinText(open, ""))
			open = nil
		}
	}
	for _, it := range items {
		switch {
		case it.used || it.kind == document.Break:
			continue
		case it.kind == document.TableBlock:
			flush()
			continue
		}
		if len(open) > 0 && !goesOn(open[len(open)-1].Value, it.text.Value) {
			flush()
		}
		open = append(open, it.text)
	}
	flush()
	return out
}

// goesOn reports whether a line that ends as a goes on in one that begins as b.
func goesOn(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(a, isSpace))
	if strings.ContainsRune("。！？：:；;", last) {
		return last == '；' && !beginsItem(b) && utf8.RuneCountInString(a) > 25
	}
	if beginsItem(b) || looksLikeOrgan(b) && utf8.RuneCountInString(squeeze(b)) < 20 {
		return false
	}
	if _, ok := wholeDate(b); ok {
		return false
	}
	return utf8.RuneCountInString(a) >= 12 || strings.ContainsRune("，、", last)
}

// beginsItem reports whether a line begins with a number of a list, and so is
// no continuation: （一） 1. 一是 第一，
func beginsItem(s string) bool {
	if _, style, _ := enumerator(s); style != 0 {
		return style != arabic || !continuesFigure(s)
	}
	for _, w := range []string{"一是", "二是", "三是", "四是", "五是", "首先", "其次", "第一，", "第二，", "第三，"} {
		if strings.HasPrefix(strings.TrimLeftFunc(s, isSpace), w) {
			return true
		}
	}
	return false
}

// continuesFigure finds a line that begins in the middle of a figure: 5.38万元.
func continuesFigure(s string) bool {
	s = strings.TrimLeftFunc(s, isSpace)
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) > 1 && (rest[0] == '.' || rest[0] == ',') && rest[1] >= '0' && rest[1] <= '9'
}
