package output

import (
	"fmt"
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
	head := p.ink.of(f.Severity)(severity) + " " + p.ink.bold(layout.Clean(f.Code)) + " " + p.title(f)
	if place := placeWords(f.Place, p.format, p.o.Lang); place != "" {
		head += p.say("　", "  ") + p.ink.faint(place)
	}
	p.line(indentHead, "%s", head)
	p.line(indentWords, "%s", layout.Clean(f.Message.In(p.o.Lang)))
	p.draw(f.Excerpt, f.Severity)
	p.related(f)
	p.proposals(r, f)
	if basis := layout.Clean(f.Basis.In(p.o.Lang)); basis != "" && !p.bases[basis] {
		p.bases[basis] = true
		p.line(indentWords, "%s%s", p.ink.faint(p.say("依据：", "basis: ")), p.ink.faint(basis))
	}
}

// title is the rule's title, for a person; its name where there is none.
func (p *textPrinter) title(f *rules.Finding) string {
	if p.o.Title != nil {
		if title := p.o.Title(f.Code).In(p.o.Lang); title != "" {
			return layout.Clean(title)
		}
	}
	return layout.Clean(f.Name)
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

func (p *textPrinter) related(f *rules.Finding) {
	for i, r := range f.Related {
		if i == maxRelated {
			p.line(indentWords, p.say("另有 %d 处相关，见 --format json。", "%d more related places, see --format json"), len(f.Related)-i)
			return
		}
		words := layout.Clean(r.Message.In(p.o.Lang))
		if place := placeWords(r.Place, p.format, p.o.Lang); place != "" {
			words = p.ink.faint(place) + p.say("　", "  ") + words
		}
		p.line(indentWords, "%s%s", p.say("对照：", "see: "), words)
		p.draw(r.Excerpt, rules.Info)
	}
}

// proposals prints what would agree: the changes of one explanation together,
// each alternative on a line of its own.
func (p *textPrinter) proposals(r *schema.Report, f *rules.Finding) {
	groups := groupsOf(f.Proposals)
	for i, group := range groups {
		if i == maxGroups {
			p.line(indentWords, p.say("还有 %d 种同样可能的改法，见 --format json。", "%d more explanations as likely, see --format json"), len(groups)-i)
			return
		}
		head := p.say("建议：", "proposal: ")
		if i > 0 {
			head = p.say("或者：", "or: ")
		}
		var changes []string
		for _, c := range group {
			changes = append(changes, p.change(r, c))
		}
		p.line(indentWords, "%s%s%s", p.ink.good(head), strings.Join(changes, p.say("；同时", "; and ")), p.say("。", ""))
	}
}

func (p *textPrinter) change(r *schema.Report, c rules.Proposal) string {
	from, to := layout.Clean(c.From), layout.Clean(c.To)
	if from == "" {
		from = p.say("空白", "blank")
	}
	words := fmt.Sprintf(p.say("%s应为 %s（现为 %s）", "%s should be %s (is %s)"), cellWords(r, c.Cell, p.o.Lang), p.ink.bold(to), from)
	if why := strings.TrimRight(layout.Clean(c.Why.In(p.o.Lang)), "。"); why != "" {
		words += p.say("，", ", ") + why
	}
	return words
}

// groupsOf parts the proposals by their group, in order of appearance.
func groupsOf(proposals []rules.Proposal) [][]rules.Proposal {
	var out [][]rules.Proposal
	at := map[int]int{}
	for _, c := range proposals {
		i, ok := at[c.Group]
		if !ok {
			i = len(out)
			at[c.Group] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}
