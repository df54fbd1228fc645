package intake

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// heading is a line that may open a section.
type heading struct {
	at     int // index of its item
	lines  int // how many items it takes: 2 when it is wrapped
	key    string
	number int
	style  enumStyle
	exact  bool // its words are a known title
	text   schema.Text
	title  schema.Text
}

// maxHeading is the length, in characters, beyond which a line is no heading.
const maxHeading = 45

// findHeadings finds the headings that open sections, by what they say. Where a
// section's words stand more than once, in a table of contents or in a list,
// the heading with something under it counts.
func findHeadings(items []*item) []heading {
	all := withoutInner(oneStyle(allHeadings(items)))
	return slices.DeleteFunc(all, func(h heading) bool {
		return emptyRepeat(items, all, h)
	})
}

// allHeadings lists what may be headings. Each item is read once, also where the
// items are then divided into several reports.
func allHeadings(items []*item) []heading {
	var all []heading
	for i, it := range items {
		if !it.isText() {
			continue
		}
		if !it.read {
			it.read = true
			if h, ok := readHeading(items, i); ok {
				it.heading = &h
			}
		}
		if it.heading != nil {
			h := *it.heading
			h.at = i
			all = append(all, h)
		}
	}
	return all
}

// readHeading reads the item, alone or with the next line, as a heading.
func readHeading(items []*item, i int) (heading, bool) {
	t := items[i].text
	if utf8.RuneCountInString(t.Value) > maxHeading || endsInFigures(t.Value) {
		return heading{}, false
	}
	h, ok := titled(t, items[i].marked)
	if ok && h.style == 0 && !items[i].marked && inSentence(items, i) {
		return heading{}, false
	}
	if ok && h.exact {
		h.at, h.lines = i, 1
		return h, true
	}
	if _, style, _ := enumerator(t.Value); style == chinese || style == asPart {
		if j := nextText(items, i); j > 0 && utf8.RuneCountInString(items[j].text.Value) < maxHeading {
			if joined, both := titled(schema.JoinText([]schema.Text{t, items[j].text}, ""), items[i].marked); both && joined.exact {
				joined.at, joined.lines = i, j-i+1
				return joined, true
			}
		}
	}
	h.at, h.lines = i, 1
	return h, ok
}

// endsInFigures reports whether a line is a row of a table that lost its grid,
// 一、本年新收政府信息公开申请数量 5 0 0: no heading ends in two figures.
func endsInFigures(line string) bool {
	words := strings.Fields(line)
	n := len(words)
	return n > 2 && isFigure(words[n-1]) && isFigure(words[n-2])
}

func isFigure(s string) bool { return schema.ParseCell(s, schema.Place{}).State == schema.Numeric }

// inSentence reports whether a line without a number is a piece of the text
// around it that happens to hold a section's words: it ends in a full stop, or
// the long line right above it has not ended its sentence.
func inSentence(items []*item, i int) bool {
	if strings.HasSuffix(strings.TrimRightFunc(items[i].text.Value, isSpace), "。") {
		return true
	}
	if i == 0 || !items[i-1].isText() {
		return false
	}
	above := strings.TrimRightFunc(items[i-1].text.Value, isSpace)
	last, _ := utf8.DecodeLastRuneInString(above)
	return utf8.RuneCountInString(above) >= longSentence && !strings.ContainsRune("。！？：；|", last)
}

// longSentence is the length, in characters, from which a line that ends in the
// middle of a sentence was wrapped.
const longSentence = 25

// nextText returns the next line when only a gap stands between, or 0.
func nextText(items []*item, i int) int {
	for j := i + 1; j < len(items) && j <= i+2; j++ {
		if items[j].isText() {
			return j
		}
		if items[j].kind != document.Break {
			return 0
		}
	}
	return 0
}

// titled reads a line as a heading: a number and one of the known titles, or a
// number and all the telling words of one section; without a number, only a
// known title as a whole.
func titled(t schema.Text, marked bool) (heading, bool) {
	number, style, rest := enumerator(t.Value)
	if number == 0 && strings.TrimFunc(t.Value, isSpace) == "" {
		return heading{}, false
	}
	words := bare(rest)
	if words == "" || strings.ContainsAny(strings.TrimRight(rest, "。：: "), "。；！？") {
		return heading{}, false
	}
	offset := len(t.Value) - len(rest)
	title := t.Slice(offset, len(t.Value)).TrimSpace()
	h := heading{number: number, style: style, text: t, title: title}
	best := 3 // slips a known title may have
	var buffer [64]rune
	spelt := schema.SpellInto(buffer[:0], words)
	for i := range sectionNames() {
		known := &sectionNames()[i]
		limit := min(2, known.spelt.Len()/4)
		if d := spelt.Distance(&known.spelt, limit); d <= limit && d < best {
			best, h.key, h.exact = d, known.key, d == 0
		}
	}
	if spec := looseTitle(number, style, words); spec != nil {
		h.key, h.exact = spec.Key, true
		return h, true
	}
	if h.key != "" && (style != 0 || best == 0 && spelt.Len() >= 4 || marked) {
		return h, true
	}
	if (style == chinese || style == asPart || marked) && !strings.HasSuffix(words, "等") && !tells(rest) {
		if spec := byWords(words); spec != nil {
			h.key = spec.Key
			return h, true
		}
	}
	if style == chinese || style == asPart {
		h.key = ""
		return h, ownSection(words)
	}
	return heading{}, false
}

// tells reports whether words are a sentence that says what there was, and no
// title: 四、全年没有行政复议案件和行政诉讼案件。
func tells(words string) bool {
	if !strings.HasSuffix(strings.TrimRightFunc(words, isSpace), "。") {
		return false
	}
	for _, w := range []string{"没有", "未", "无", "全年", "我", "均", "已", "共"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// looseTitle returns the section that a short title means behind the section's
// own number.
func looseTitle(number int, style enumStyle, words string) *schema.SectionSpec {
	if style != chinese && style != asPart {
		return nil
	}
	for _, e := range schema.Editions() {
		for i := range e.Sections {
			if spec := &e.Sections[i]; spec.Number == number && slices.Contains(spec.Loose, words) {
				return spec
			}
		}
	}
	return nil
}

// sectionName is a title that a section may have.
type sectionName struct {
	spelt schema.Spelling // bare
	key   string
}

// sectionNames lists the titles of all sections over all editions.
var sectionNames = sync.OnceValue(func() []sectionName {
	var out []sectionName
	seen := map[string]bool{}
	for _, e := range schema.Editions() {
		for i := range e.Sections {
			spec := &e.Sections[i]
			for _, name := range append([]string{spec.Title}, spec.Aliases...) {
				name = bare(name)
				if !seen[spec.Key+name] {
					seen[spec.Key+name] = true
					out = append(out, sectionName{schema.Spell(name), spec.Key})
				}
			}
		}
	}
	return out
})

// byWords returns the one section whose telling words all stand in the title.
func byWords(words string) *schema.SectionSpec {
	var found *schema.SectionSpec
	newest := schema.Editions()[len(schema.Editions())-1]
	for i := range newest.Sections {
		spec := &newest.Sections[i]
		all := true
		for _, w := range spec.Words {
			all = all && strings.Contains(words, w)
		}
		if !all {
			continue
		}
		if found != nil {
			// 主要问题 … and 其他需要报告 … share no words; 主动公开 … stands in
			// titles of section one, too.
			return nil
		}
		found = spec
	}
	return found
}

// ownSection reports whether a numbered line that is none of the six may open a
// section of the organ's own: 七、附件. Rows of form three are numbered alike.
func ownSection(words string) bool {
	if utf8.RuneCountInString(words) > 20 || strings.Contains(words, "本年度办理结果") {
		return false
	}
	index := formIndex(schema.Applications)
	p := newPrinted(words)
	_, isRow := index.row(&p)
	return !isRow && !index.isGroup(words) && !index.begins(words)
}

// oneStyle keeps the headings of the style the report numbers its sections in:
// （一）主动公开政府信息情况 is a sub-heading where 一、 stands beside it.
func oneStyle(all []heading) []heading {
	count := map[enumStyle]int{}
	for _, h := range all {
		if h.key != "" {
			count[h.style]++
		}
	}
	main := enumStyle(0)
	for _, style := range []enumStyle{chinese, asPart, 0, inBrackets, arabic} {
		if count[style] >= 2 && count[style] > count[main] || main == 0 && style != 0 && count[style] > count[main] {
			main = style
		}
	}
	return slices.DeleteFunc(all, func(h heading) bool {
		if h.style == main {
			return false
		}
		// A heading that lost its number is still one, when its words are exact.
		return h.style != 0 || !h.exact
	})
}

// emptyRepeat reports whether the heading is one of a list: another with the
// same words follows, and nothing but headings stands between it and the next.
func emptyRepeat(items []*item, all []heading, h heading) bool {
	later := false
	for _, other := range all {
		if other.key == h.key && other.title.Value == h.title.Value && other.at > h.at {
			later = true
		}
	}
	if !later {
		return false
	}
	for i := h.at + h.lines; i < len(items); i++ {
		if items[i].kind == document.Break {
			continue
		}
		return slices.ContainsFunc(all, func(o heading) bool { return o.at == i })
	}
	return true
}
