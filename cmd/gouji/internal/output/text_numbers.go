package output

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
)

// numbers prints the paragraphs of the prose that hold numbers, each number
// with what became of it behind it: 14件〔✗ 收到的申请〕.
func (p *textPrinter) numbers(list []rules.ProseNumber) {
	if len(list) == 0 {
		return
	}
	p.line("", "")
	p.line("  ", "%s", p.ink.bold(p.say("文中的数字（✓ 与表或前后的数一致，✗ 不一致，－ 没有核对）：", "numbers of the text (✓ agrees with the forms or the numbers around it, ✗ does not, － not checked):")))
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].Text.Value == list[from].Text.Value {
			to++
		}
		if line, any := p.marked(list[from:to]); any {
			at := list[from].Text.Whole()
			at.Column = 0
			p.line("  ", "%s", p.ink.faint(placeWords(at, p.format, p.o.Lang)))
			p.line("    ", "%s", line)
		}
		from = to
	}
}

// marked writes out one paragraph with its numbers marked; any is false when
// none of them counts anything.
func (p *textPrinter) marked(list []rules.ProseNumber) (line string, any bool) {
	var b strings.Builder
	text, at := list[0].Text.Value, 0
	for i := range list {
		n := &list[i]
		if !n.Counts || n.I < at {
			continue
		}
		b.WriteString(text[at:n.J])
		b.WriteString(p.mark(n))
		at, any = n.J, true
	}
	b.WriteString(text[at:])
	return strings.Join(strings.Fields(b.String()), " "), any
}

func (p *textPrinter) mark(n *rules.ProseNumber) string {
	what := n.Quantity.In(p.o.Lang)
	if what == "" && n.Status != rules.NumberUnlinked {
		what = p.say("前后的数", "numbers around it")
	}
	switch n.Status {
	case rules.NumberVerified:
		return p.ink.good(fmt.Sprintf("〔✓ %s〕", what))
	case rules.NumberContradicted:
		return p.ink.red(fmt.Sprintf("〔✗ %s〕", what))
	}
	if what == "" {
		what = n.Reason.In(p.o.Lang)
	} else if why := n.Reason.In(p.o.Lang); why != "" {
		what += p.say("：", ": ") + why
	}
	return p.ink.faint(fmt.Sprintf("〔－ %s〕", what))
}
