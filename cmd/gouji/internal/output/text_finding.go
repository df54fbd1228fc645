package output

import (
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// The indents of a finding: its head, its sentences, its drawings.
const (
	indentHead  = "  "
	indentWords = "    "
	gutter      = "      "
)

// finding prints one finding: what, where, the sentence, the drawing, what else
// it is about, what would agree, and what it rests on.
func (p *textPrinter) finding(r *schema.Report, f *rules.Finding) {
	severity := p.say(f.Severity.ZH(), f.Severity.String())
	head := p.ink.of(f.Severity)(severity) + " " + p.ink.bold(layout.Clean(f.Code)) + " " + layout.Clean(p.o.title(f))
	if place := placeWords(f.Place, p.format, p.o.Lang); place != "" {
		head += p.say("　", "  ") + p.ink.faint(place)
	}
	p.line(indentHead, "%s", head)
	p.line(indentWords, "%s", layout.Clean(f.Message.In(p.o.Lang)))
	if f.Review != nil {
		p.line(indentWords, "%s%s", p.say("复核：", "review: "), reviewWords(f.Review, p.o.Lang))
	}
	p.draw(f.Excerpt, f.Severity)
	p.related(r, f)
	p.proposals(r, f)
	if basis := layout.Clean(f.Basis.In(p.o.Lang)); basis != "" && !p.bases[basis] {
		p.bases[basis] = true
		p.line(indentWords, "%s%s", p.ink.faint(p.say("依据：", "basis: ")), p.ink.faint(basis))
	}
}

func (p *textPrinter) draw(e rules.Excerpt, severity rules.Severity) {
	for _, line := range layout.Draw(e, drawWidth) {
		var b strings.Builder
		for _, s := range line {
			if s.Marked {
				b.WriteString(p.ink.of(severity)(s.Text))
			} else {
				b.WriteString(s.Text)
			}
		}
		p.line(gutter, "%s", b.String())
	}
}

func (p *textPrinter) related(report *schema.Report, f *rules.Finding) {
	for i, r := range f.Related {
		if i == maxRelated {
			p.line(indentWords, p.say("另有 %d 处相关，见 --format json。", "%d more related places, see --format json"), len(f.Related)-i)
			return
		}
		words := layout.Clean(r.Message.In(p.o.Lang))
		if place := relatedWords(r.Place, report, p.o.Lang); place != "" {
			words = p.ink.faint(place) + p.say("　", "  ") + words
		}
		p.line(indentWords, "%s%s", p.say("对照：", "see: "), words)
		p.draw(r.Excerpt, rules.Info)
	}
}

// proposals prints what would agree, each alternative on a line of its own.
func (p *textPrinter) proposals(r *schema.Report, f *rules.Finding) {
	lines := proposalLines(r, f, p.o.Lang, p.ink.bold)
	for i, line := range lines {
		if i == maxGroups {
			p.line(indentWords, p.say("还有 %d 种同样可能的改法，见 --format json。", "%d more explanations as likely, see --format json"), len(lines)-i)
			return
		}
		head := p.say("建议：", "proposal: ")
		if i > 0 {
			head = p.say("或者：", "or: ")
		}
		p.line(indentWords, "%s%s", p.ink.good(head), line)
	}
}
