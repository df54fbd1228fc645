package narrative

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// Read reads the preface and the sections of a report.
func Read(r *schema.Report) *Prose {
	numbers := numbersOf(r)
	out := &Prose{Mentions: make([]Mention, 0, numbers), Claims: make([]Claim, 0, numbers/2)}
	rd := &reader{out: out, body: bodyOf(r.Organ.Value), year: r.WorkYear()}
	rd.room("", r.Preface)
	for _, s := range r.Sections {
		rd.room(s.Key, s.Body)
	}
	out.settle()
	return out
}

// numbersOf counts the figures of a report, so that what is found has room.
func numbersOf(r *schema.Report) int {
	n := countFigures(r.Preface)
	for _, s := range r.Sections {
		n += countFigures(s.Body)
	}
	return n
}

func countFigures(paragraphs []schema.Text) int {
	n := 0
	for _, t := range paragraphs {
		inside := false
		for i := range len(t.Value) {
			digit := isDigit(rune(t.Value[i]))
			if digit && !inside {
				n++
			}
			inside = digit
		}
	}
	return n
}

// reader carries what is known of the report from paragraph to paragraph.
type reader struct {
	out     *Prose
	body    body
	year    int
	section string
	head    string // matter of the sub-head above
}

// room reads the paragraphs of one section.
func (rd *reader) room(section string, paragraphs []schema.Text) {
	rd.section, rd.head = section, ""
	for i, t := range paragraphs {
		rd.paragraph(i, t)
	}
}

func (rd *reader) paragraph(index int, t schema.Text) {
	p := Paragraph{Text: t, Section: rd.section, Index: index, view: newView(t.Value)}
	if head, ok := headOf(p.view.s); ok {
		rd.head = head
	}
	p.Head = rd.head
	p.tokens = tokenize(&p.view)
	rd.out.Paragraphs = append(rd.out.Paragraphs, p)
	at := len(rd.out.Paragraphs) - 1
	pr := &paragraph{reader: rd, at: at, s: p.view.s, tokens: p.tokens}
	pr.read()
}

// heads are words of sub-heads and the matter they announce.
var heads = []struct{ words, matter string }{
	{"依申请公开", "applications"}, {"依申请", "applications"}, {"信息公开申请", "applications"}, {"申请公开", "applications"},
	{"主动公开", "disclosure"}, {"管理", "management"}, {"平台", "platform"}, {"保障", "supervision"}, {"监督", "supervision"}, {"复议", "review"}, {"诉讼", "review"},
}

// maxHead is the length, in characters, of the longest sub-head.
const maxHead = 24

// headOf reads the sub-head that a paragraph begins with, or is: （二）依申请公开
// 情况。 A paragraph that begins with a number of another kind ends what the
// sub-head above it announced.
func headOf(s string) (string, bool) {
	rest, numbered := cutNumber(s)
	if !numbered {
		rest = s
	}
	end := strings.IndexAny(rest, "。：，；")
	if end < 0 {
		end = len(rest)
	}
	title := rest[:end]
	if utf8.RuneCountInString(title) > maxHead || !numbered && end < len(rest) && !strings.HasPrefix(rest[end:], "。") && !strings.HasPrefix(rest[end:], "：") {
		return "", false
	}
	if !numbered && utf8.RuneCountInString(title) > 12 || strings.ContainsAny(title, "0123456789") {
		return "", false
	}
	for _, h := range heads {
		if strings.Contains(title, h.words) {
			return h.matter, true
		}
	}
	return "", numbered && strings.HasPrefix(s, "（")
}

// cutNumber cuts （二） 2. 2、 二是 from the front of a paragraph.
func cutNumber(s string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, "（"); ok {
		if i := strings.Index(rest, "）"); i > 0 && utf8.RuneCountInString(rest[:i]) <= 3 {
			return rest[i+len("）"):], true
		}
	}
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isDigit(r) && chineseDigit(r) < 0 && r != '十' {
			break
		}
		i += size
	}
	if i == 0 || i > 6 {
		return s, false
	}
	for _, mark := range []string{"、", ".", "是"} {
		if rest, ok := strings.CutPrefix(s[i:], mark); ok {
			return rest, true
		}
	}
	return s, false
}

// span gives bytes of the view as a span of the text.
func (p *paragraph) span(i, j int) Span {
	para := &p.out.Paragraphs[p.at]
	from, to := para.view.span(para.Text.Value, i, j)
	return Span{p.at, from, to}
}
