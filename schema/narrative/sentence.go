package narrative

import (
	"strings"
	"unicode/utf8"
)

// View returns the paragraph's words as the reader sees them: without white
// space, full-width forms folded, brackets of numbers as 〔〕. [Prose.Span] leads
// back to the text.
func (p *Paragraph) View() string { return p.view.s }

// Run is a run of bytes of a paragraph's view.
type Run struct{ I, J int }

// Sentences returns the sentences of the paragraph's view, without the stops.
func (p *Paragraph) Sentences() []Run {
	var out []Run
	s, from := p.view.s, 0
	for from < len(s) {
		k := strings.IndexAny(s[from:], "。！？")
		if k < 0 {
			return append(out, Run{from, len(s)})
		}
		if k > 0 {
			out = append(out, Run{from, from + k})
		}
		_, size := utf8.DecodeRuneInString(s[from+k:])
		from += k + size
	}
	return out
}

// Span returns bytes of a paragraph's view as a span of its text.
func (p *Prose) Span(paragraph, i, j int) Span {
	para := &p.Paragraphs[paragraph]
	from, to := para.view.span(para.Text.Value, i, j)
	return Span{paragraph, from, to}
}

// Self is a word by which a report calls its organ or place: 我镇, 本局.
type Self struct {
	Span
	Prefix, Level string // 我, 镇
	Front         string // the words of its clause in front of it
	Next          string // the character behind it, or ""
}

// noteSelf notes a word by which the organ may call itself.
func (p *paragraph) noteSelf(t int, s *sense) {
	if s.Column == "全" {
		return
	}
	tok := &p.tokens[t]
	front := p.s[:tok.i]
	if k := strings.LastIndexAny(front, "。；，：！？（"); k >= 0 {
		_, size := utf8.DecodeRuneInString(front[k:])
		front = front[k+size:]
	}
	next := ""
	if tok.j < len(p.s) {
		_, size := utf8.DecodeRuneInString(p.s[tok.j:])
		next = p.s[tok.j : tok.j+size]
	}
	p.out.Selves = append(p.out.Selves, Self{Span: p.span(tok.i, tok.j), Prefix: s.Column, Level: s.Matter, Front: front, Next: next})
}
