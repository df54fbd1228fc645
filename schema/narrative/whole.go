package narrative

// allEnded reads 收到13件申请，均予以公开: what the number in front counts all ended so.
// t is the outcome. It may be said loosely of the greater part, so that a
// contradiction is to be looked at.
func (p *paragraph) allEnded(t int, s *sense) {
	if s.Matter != "applications" || s.Generic || s.Quantity == "free" || KindOf(s.Quantity).Topic != Outcomes || !p.allInFront(t) || p.scopeAt(t) != Own {
		return
	}
	for k := t + 1; k < len(p.tokens); k++ { // 均予以公开5件, 均予以公开或部分公开 say something else
		tok := &p.tokens[k]
		if tok.kind == kNumber || tok.kind == kWord && (tok.word.as(rolePart) != nil || tok.word.as(roleNone) != nil) || tok.kind == kText && joiners[p.s[tok.i:tok.j]] {
			return
		}
		if tok.kind == kComma || tok.kind == kStop || tok.kind == kSemi || tok.kind == kClose {
			break
		}
	}
	if len(p.mentions) == 0 {
		return
	}
	at := p.mentions[len(p.mentions)-1]
	m := &p.out.Mentions[at]
	if m.Claim < 0 || m.clause != p.clause-1 || p.carriedNamed() {
		return
	}
	whole := p.out.Claims[m.Claim]
	switch whole.What.Key {
	case "received", "received_any", "handled", "handled_any":
	default:
		return
	}
	span := p.span(p.tokens[m.token].i, p.tokens[t].j)
	n := len(p.out.Claims)
	p.claim(KindOf(s.Quantity), span, t, linked{doubt: Likely, why: whyAll}, -1)
	c := &p.out.Claims[n]
	c.Value, c.Step, c.Bound, c.None = whole.Value, whole.Step, whole.Bound, false
	c.Doubt, c.Why = max(whole.Doubt, Likely), whyAll
}

// whyAll excuses 均予以公开.
var whyAll = Words{"“均”可能说得笼统", "“all” may be said loosely"}

// allInFront reports whether 均 or 全部 and nothing else stands in front of the
// outcome in its clause.
func (p *paragraph) allInFront(t int) bool {
	all := false
	for k := p.start; k < t; k++ {
		tok := &p.tokens[k]
		if tok.kind != kWord || !fills(tok.word) {
			return false
		}
		all = all || tok.word.as(roleEach) != nil || tok.word.text == "全部" || tok.word.text == "均已"
	}
	return all || p.tokens[t].word.text == "全部予以公开"
}

// carriedNamed reports whether the sentence tells of applications carried over:
// what ended may then be more, or less, than what was received.
func (p *paragraph) carriedNamed() bool {
	for _, at := range p.mentions {
		if c := p.out.Mentions[at].Claim; c >= 0 && carriesOver(p.out.Claims[c].What) && p.out.Claims[c].Value.Sign() > 0 {
			return true
		}
	}
	return false
}
