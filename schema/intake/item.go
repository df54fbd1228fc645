package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// item is one line, table or gap of a document on its way into a report.
type item struct {
	kind   document.Kind
	text   schema.Text
	table  *document.Table
	marked bool // the format itself calls it a heading
	used   bool // bound to a form, or taken for a fact

	read    bool     // as a heading
	heading *heading // what it was read as, or nil
}

func (it *item) isText() bool { return it.kind == document.Paragraph || it.kind == document.Heading }

// itemsOf flattens a document. A page in one paragraph is cut where a heading
// stands inline.
func itemsOf(doc *document.Document) []*item {
	items := make([]*item, 0, len(doc.Blocks))
	for _, b := range doc.Blocks {
		switch b.Kind {
		case document.TableBlock:
			items = append(items, &item{kind: b.Kind, table: b.Table})
		case document.Break:
			items = append(items, &item{kind: b.Kind})
		default:
			parts := inlineParts(b.Text)
			if len(items) == 0 && len(parts) > 0 {
				parts = append(titleInFront(parts[0]), parts[1:]...)
			}
			for _, part := range parts {
				if !part.IsEmpty() && !isPageNumber(part.Value) {
					items = append(items, &item{kind: b.Kind, text: part, marked: b.Kind == document.Heading})
				}
			}
		}
	}
	return items
}

// longLine is the length, in characters, from which a line may hold headings
// within: no heading is so long, and no line of a wrapped text.
const longLine = 100

// inlineParts cuts a long line in front of every section heading that stands
// in it with its number, and behind the heading's title; where there are such,
// also in front of the signature.
func inlineParts(t schema.Text) []schema.Text {
	if utf8.RuneCountInString(t.Value) < longLine {
		return headInFront(t)
	}
	var parts []schema.Text
	start := 0
	for at := 0; at < len(t.Value); {
		i := strings.Index(t.Value[at:], "、")
		if i < 0 {
			break
		}
		i += at
		at = i + len("、")
		from, ok := numeralBefore(t.Value, i)
		if !ok || !endsThought(t.Value[:from]) {
			continue
		}
		end, ok := titleAt(t.Value, at)
		if !ok {
			continue
		}
		parts = append(parts, t.Slice(start, from).TrimSpace(), t.Slice(from, end).TrimSpace())
		start, at = end, end
	}
	last := t.Slice(start, len(t.Value)).TrimSpace()
	if len(parts) == 0 {
		return append(parts, last)
	}
	return append(parts, signatureBehind(last)...)
}

// signatureBehind cuts organ and date from the end of the text, behind its last
// sentence.
func signatureBehind(t schema.Text) []schema.Text {
	i := strings.LastIndex(t.Value, "。") + len("。")
	if i < len("。") || i == len(t.Value) {
		return []schema.Text{t}
	}
	behind := t.Slice(i, len(t.Value)).TrimSpace()
	if _, ok := wholeDate(behind.Value); !ok {
		if _, _, ok = organAndDate(behind); !ok {
			return []schema.Text{t}
		}
	}
	return []schema.Text{t.Slice(0, i).TrimSpace(), behind}
}

// titleInFront cuts the title from the text that begins a page of one paragraph:
// it runs up to the first 报告 or 年报 with a gap, or the words that open a preface,
// behind it.
func titleInFront(t schema.Text) []schema.Text {
	for at := 0; at < len(t.Value) && at <= 4*maxTitle; {
		end := -1
		for _, word := range []string{"报告", "年报"} {
			if i := strings.Index(t.Value[at:], word); i >= 0 && (end < 0 || at+i+len(word) < end) {
				end = at + i + len(word)
			}
		}
		if end < 0 {
			break
		}
		at = end
		title, rest := t.Value[:end], strings.TrimLeftFunc(t.Value[end:], isSpace)
		if !isTitleEnd(title) || !isTitle(title) {
			continue
		}
		if opensPreface(rest) || rest != t.Value[end:] && strings.Contains(rest, "。") && !continuesWord(rest) {
			return []schema.Text{t.Slice(0, end).TrimSpace(), t.Slice(end, len(t.Value)).TrimSpace()}
		}
	}
	return []schema.Text{t}
}

func opensPreface(s string) bool {
	for _, w := range []string{"依照", "根据", "按照", "依据", "本报告", "为贯彻", "现将", "本年度报告", "遵照"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// continuesWord reports whether the words behind 报告 belong to it: a title that
// goes on, or its year in brackets.
func continuesWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("》」）)、，。的和与及（(", r)
}

// headInFront cuts a heading from the text behind it on one line: 一、总体情况（一）
// 主动公开。全年公开信息12条。
func headInFront(t schema.Text) []schema.Text {
	whole := []schema.Text{t}
	i := strings.Index(t.Value, "、")
	if i < 0 {
		return whole
	}
	from, ok := numeralBefore(t.Value, i)
	if !ok || squeeze(t.Value[:from]) != "" {
		return whole
	}
	end, ok := titleAt(t.Value, i+len("、"))
	if !ok {
		return whole
	}
	rest := strings.TrimLeftFunc(t.Value[end:], isSpace)
	if _, style, _ := enumerator(rest); style != inBrackets && !strings.Contains(rest, "。") {
		return whole // more of a title
	}
	if next, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("、，及和与", next) {
		return whole // a list of the sections
	}
	return []schema.Text{t.Slice(0, end).TrimSpace(), t.Slice(end, len(t.Value)).TrimSpace()}
}

// numeralBefore finds the numeral one to six that ends at byte i.
func numeralBefore(s string, i int) (int, bool) {
	trimmed := strings.TrimRight(s[:i], " ")
	for _, n := range []string{"一", "二", "三", "四", "五", "六"} {
		if strings.HasSuffix(trimmed, n) {
			return len(trimmed) - len(n), true
		}
	}
	return 0, false
}

// endsThought reports whether a heading may begin behind s: at the beginning,
// behind the end of a sentence, white space, or a figure of a table. Behind 、
// or ： it is one of a list.
func endsThought(s string) bool {
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return isSpace(r) || strings.ContainsRune("。！？”）》0123456789", r) && !strings.HasSuffix(strings.TrimRightFunc(s, isSpace), "：")
}

// titleAt finds the longest section title that begins at byte at, white space
// in it allowed.
func titleAt(s string, at int) (end int, ok bool) {
	for _, e := range schema.Editions() {
		for i := range e.Sections {
			spec := &e.Sections[i]
			for _, name := range append([]string{spec.Title}, spec.Aliases...) {
				if j, found := hasWords(s, at, name); found && j > end {
					end, ok = j, true
				}
			}
		}
	}
	return end, ok
}

// hasWords reports whether the words stand at byte at of s, and where they end.
func hasWords(s string, at int, words string) (int, bool) {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !isSpace(r) {
			break
		}
		at += size
	}
	for _, w := range words {
		for {
			if at >= len(s) {
				return 0, false
			}
			r, size := utf8.DecodeRuneInString(s[at:])
			if r != w && isSpace(r) {
				at += size
				continue
			}
			if r != w {
				return 0, false
			}
			at += size
			break
		}
	}
	return at, true
}

// isPageNumber finds -4-, — 4 —, 第4页, 第 4 页 共 9 页 and 4/9 on a line of
// their own. A bare number may be a figure of a table and is not one.
func isPageNumber(s string) bool {
	s = squeeze(s)
	if s == "" || utf8.RuneCountInString(s) > 12 {
		return false
	}
	if core := strings.Trim(s, "-—－–―─·"); core != s && core != "" && len(core) <= 4 && allDigits(core) {
		return strings.HasPrefix(s, s[:len(s)-len(strings.TrimLeft(s, "-—－–―─·"))]) && len(strings.TrimLeft(s, "-—－–―─·")) < len(s) && len(strings.TrimRight(s, "-—－–―─·")) < len(s)
	}
	if strings.HasPrefix(s, "第") && strings.Contains(s, "页") {
		rest := strings.NewReplacer("第", "", "页", "", "共", "", "，", "", ",", "", "/", "").Replace(s)
		return allDigits(rest)
	}
	return false
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
