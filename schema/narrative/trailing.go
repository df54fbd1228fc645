package narrative

import "slices"

// trailing finds wholes that stand behind their parts: 建议24件、提案31件，合计55件.
// The parts are the numbers in front that have its measure word, back to the
// first that has another; where among them the sum begins is left open. A whole
// that speaks of a quantity of the forms is held to those alone.
func (p *paragraph) trailing(items []item, openers []opener) {
	for n, it := range items {
		m := &p.out.Mentions[it.mention]
		if m.Claim >= 0 || m.Scope == Relative || !p.sumBehind(it.token) {
			continue
		}
		l := List{Whole: it.mention, Ahead: true, Inside: -1}
		first := it.token
		for _, part := range slices.Backward(items[:n]) {
			if part.group != it.group {
				continue
			}
			if a := &p.out.Mentions[part.mention]; a.Unit != m.Unit || a.Scope != m.Scope || a.Class != m.Class || p.sumBehind(part.token) {
				break
			}
			l.Members = append(l.Members, Member{Mention: part.mention, Loose: true})
			l.Parts = append(l.Parts, part.mention)
			first = part.token
		}
		if len(l.Parts) < 2 || slices.ContainsFunc(openers, func(o opener) bool {
			return o.group == it.group && o.token > first && o.token < it.token
		}) {
			continue
		}
		slices.Reverse(l.Parts)
		l.Open = p.someBetween(first, it.token)
		l.Span = Span{m.Paragraph, p.out.Mentions[l.Parts[0]].I, m.J}
		p.out.Lists = append(p.out.Lists, l)
	}
}

// sumBehind reports whether the clause in front of the number is 合计, 共计 or
// 总计 and nothing else.
func (p *paragraph) sumBehind(t int) bool {
	for k := t - 1; k >= p.sentence; k-- {
		tok := &p.tokens[k]
		switch {
		case tok.kind == kComma || tok.kind == kSemi || tok.kind == kPause:
			return k < t-1
		case tok.kind != kWord:
			return false
		case tok.word.as(roleSum) == nil && tok.word.as(roleFill) == nil:
			return false
		case tok.word.as(roleSum) != nil && !plainSums[tok.word.text]:
			return false
		}
	}
	return false
}

// plainSums are the words of a sum of what was just told. 累计 is not among them:
// it may reach further back.
var plainSums = map[string]bool{"共": true, "共计": true, "总计": true, "合计": true, "总共": true, "一共": true, "计": true}

// someBetween reports whether 等 or 主要 among the tokens says that more is meant
// than is told.
func (p *paragraph) someBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if tok := &p.tokens[k]; tok.kind == kWord && tok.word.as(roleSome) != nil {
			return true
		}
	}
	return false
}
