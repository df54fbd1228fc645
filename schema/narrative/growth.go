package narrative

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// growths finds the changes that the sentence tells with the number that they
// started from: 362条，较上年的305条增长18.7%; 由305件增至362件.
func (p *paragraph) growths() {
	var changes, others []int
	down := map[int]bool{}
	for _, at := range p.mentions {
		m := &p.out.Mentions[at]
		if falls, ok := p.changed(m); ok {
			changes, down[at] = append(changes, at), falls
		} else if m.Class == Quantity {
			others = append(others, at)
		}
	}
	p.sinces(changes, others, down)
	for _, at := range changes {
		g := Growth{Change: at, Now: -1, Base: -1, Down: down[at], Absolute: p.out.Mentions[at].Class == Quantity}
		p.ends(&g, others)
		if g.Now >= 0 && g.Base >= 0 {
			g.Sure = p.ownChange(at)
			p.out.Growths = append(p.out.Growths, g)
		}
	}
}

// changed reports whether a number is a percentage or difference behind a word
// of direction, and whether that is down.
func (p *paragraph) changed(m *Mention) (down, ok bool) {
	if m.Class != Percent && m.Class != Quantity || m.Unit == "个百分点" || strings.HasPrefix(p.s[m.number.end:], "倍") || strings.HasPrefix(p.s[m.number.end:], "成") {
		return false, false
	}
	k := m.token - 1
	for k >= p.sentence && p.light(k) {
		k--
	}
	if k < p.sentence || p.tokens[k].kind != kWord || p.tokens[k].word.as(roleCompare) == nil {
		return false, false
	}
	word := p.tokens[k].word.text
	down = strings.ContainsAny(word, "减降少落滑")
	return down, down || strings.ContainsAny(word, "增升多高浮")
}

// light reports whether the token may stand between a direction and its number.
func (p *paragraph) light(k int) bool {
	tok := &p.tokens[k]
	switch p.s[tok.i:tok.j] {
	case "了", "约", "近", "超", "超过", "达", "幅度为", "率为":
		return true
	}
	return false
}

// ends finds what a change led to, and what it started from: numbers of one
// measure word, the nearest first.
func (p *paragraph) ends(g *Growth, others []int) {
	var bases, nows []int
	for _, at := range others {
		switch m := &p.out.Mentions[at]; {
		case p.startsFrom(m), m.Scope == OtherTime, m.Scope == Relative && !p.arrives(m):
			bases = append(bases, at)
		case m.Scope == Own || m.Scope == Relative:
			if at < g.Change || p.arrives(m) {
				nows = append(nows, at)
			}
		}
	}
	slices.Reverse(nows)
	unit := p.out.Mentions[g.Change].Unit
	for _, now := range nows {
		m := &p.out.Mentions[now]
		if g.Absolute && m.Unit != unit {
			continue
		}
		for _, base := range bases {
			if p.out.Mentions[base].Unit != m.Unit {
				continue
			}
			if g.Now < 0 {
				g.Now, g.Base = now, base
			} else {
				g.Others = append(g.Others, [2]int{now, base})
			}
		}
	}
}

// startsFrom finds 由305件增至, 从305件下降到.
func (p *paragraph) startsFrom(m *Mention) bool {
	before, _ := utf8.DecodeLastRuneInString(p.s[:m.number.i])
	k := m.token + 1
	return (before == '由' || before == '从') && k < len(p.tokens) && p.tokens[k].j-p.tokens[k].i <= len("增加到") && strings.ContainsAny(p.s[p.tokens[k].i:p.tokens[k].j], "增减升降")
}

// arrives finds 增至362件, 下降到305件.
func (p *paragraph) arrives(m *Mention) bool {
	before := p.s[max(0, m.number.i-len("增加到")):m.number.i]
	last, _ := utf8.DecodeLastRuneInString(before)
	return (last == '至' || last == '到' || last == '为') && strings.ContainsAny(before, "增减升降")
}

// ownChange reports whether the clause of the change has no other subject: 网站访问
// 量同比增长30% tells nothing of the items before it.
func (p *paragraph) ownChange(at int) bool {
	m := &p.out.Mentions[at]
	for k := m.token - 1; k >= p.sentence; k-- {
		tok := &p.tokens[k]
		switch tok.kind {
		case kComma, kSemi, kOpen, kColon:
			return true
		case kClose, kYear, kDate, kPause:
		case kNumber:
			if p.tokens[k].num.unit != "" && k > p.sentence {
				return true
			}
		case kWord:
			w := tok.word
			if w.as(roleCompare) == nil && w.as(roleFill) == nil && w.as(roleWhen) == nil && w.as(roleNow) == nil {
				return false
			}
		default:
			if utf8.RuneCountInString(p.s[tok.i:tok.j]) > 2 {
				return false
			}
		}
	}
	return true
}
