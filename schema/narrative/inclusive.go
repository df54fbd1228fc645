package narrative

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// inclusive settles 受理52件，其中上年结转5件: the words say that what was received
// holds what was carried in. A bracket that only names it does not say so
// (共收到1466件（上年度结转16件）), one that names both does.
func (p *paragraph) inclusive() {
	for n, at := range p.mentions {
		m := &p.out.Mentions[at]
		if m.Claim < 0 {
			continue
		}
		c := &p.out.Claims[m.Claim]
		switch c.What.Key {
		case "received_any", "handled_any", "handled":
		default:
			continue
		}
		if c.What.Key != "handled" && p.holdsCarried(n) {
			c.What = KindOf("all")
			c.Readings = c.What.Readings
		}
	}
}

// apart settles 予以公开5件、部分公开2件: where both are told, neither holds the other.
func (p *paragraph) apart() {
	granted, partly := -1, false
	for _, at := range p.mentions {
		c := p.out.Mentions[at].Claim
		if c < 0 {
			continue
		}
		switch p.out.Claims[c].What.Key {
		case "granted", "granted_any":
			granted = c
		case "partly_granted":
			partly = true
		}
	}
	if !partly || granted < 0 {
		return
	}
	c := &p.out.Claims[granted]
	if c.What.Key == "granted_any" && c.Why == whyLoose { // 同意公开 is the row when 部分公开 stands beside it
		c.Doubt, c.Why = Sure, Words{}
		c.What = KindOf("granted")
		c.Slack = p.unlinkedCases()
		p.doubts(c)
	}
	c.Readings = c.Readings[:1]
}

// unlinkedCases adds up the cases of the sentence that no row of the form is
// called by. Some may be counted as granted: 属于已主动公开范围的3件，同意公开的8件.
func (p *paragraph) unlinkedCases() schema.Number {
	sum := schema.Int(0)
	for _, at := range p.mentions {
		m := &p.out.Mentions[at]
		if m.Class == Quantity && m.Scope == Own && m.Claim < 0 && (m.Reason == becauseFree || m.Reason == becauseUnknown) && caseUnits[m.Unit] {
			sum = sum.Add(m.Value)
		}
	}
	return sum
}

// unnamed notes beside a group of outcomes what the form does not know and may
// count with it: 不予公开1件、非政府信息1件 may both stand on rows of 不予公开.
func (p *paragraph) unnamed() {
	free := schema.Int(0)
	for _, at := range p.mentions {
		if m := &p.out.Mentions[at]; m.Reason == becauseFree && m.Scope == Own {
			free = free.Add(m.Value)
		}
	}
	if free.Sign() == 0 {
		return
	}
	for _, at := range p.mentions {
		if i := p.out.Mentions[at].Claim; i >= 0 {
			switch c := &p.out.Claims[i]; c.What.Key {
			case "refused", "unavailable", "unprocessed", "other_outcome":
				c.Slack = free
			}
		}
	}
}

// holdsCarried reports whether an opener behind the n-th number of the sentence
// lists what was carried in as a part of it.
func (p *paragraph) holdsCarried(n int) bool {
	whole := &p.out.Mentions[p.mentions[n]]
	carried, fresh := false, false
	limit := n + 3
	for _, at := range p.mentions[n+1 : min(limit, len(p.mentions))] {
		if c := p.out.Mentions[at].Claim; c >= 0 {
			switch p.out.Claims[c].What.Key {
			case "carried_in":
				carried = true
			case "received":
				fresh = true
			}
		}
	}
	if !carried {
		if n >= 2 { // 新收17件，加上结转2件，共办理19件
			return p.sumsUp(n)
		}
		return false
	}
	opener, bracket := p.openerBehind(whole.token)
	return opener || bracket && fresh
}

// sumsUp reports whether the number is the sum of what was new and carried in
// just before it.
func (p *paragraph) sumsUp(n int) bool {
	var fresh, carried *Claim
	for _, at := range p.mentions[:n] {
		if c := p.out.Mentions[at].Claim; c >= 0 {
			switch claim := &p.out.Claims[c]; claim.What.Key {
			case "carried_in":
				carried = claim
			case "received", "received_any":
				fresh = claim
			}
		}
	}
	whole := p.out.Mentions[p.mentions[n]].Value
	return fresh != nil && carried != nil && carried.Value.Sign() > 0 && whole.Equal(fresh.Value.Add(carried.Value))
}

// openerBehind says what stands between the number at t and the next: an opener
// (其中, 含, 包括) or only a bracket.
func (p *paragraph) openerBehind(t int) (opener, bracket bool) {
	for k := t + 1; k < len(p.tokens); k++ {
		switch tok := &p.tokens[k]; tok.kind {
		case kNumber, kStop, kSemi:
			return opener, bracket
		case kOpen:
			bracket = true
		case kWord:
			switch tok.word.text {
			case "其中", "其中，", "其中：", "包括", "包含", "其中包括", "含", "含有", "含上年结转", "内含":
				opener = true
			}
		case kText:
			switch s := p.s[tok.i:tok.j]; {
			case strings.HasSuffix(s, "不") || strings.HasSuffix(s, "不含") || strings.HasSuffix(s, "不包括"):
				return false, false
			case s == "含":
				opener = true
			}
		}
	}
	return opener, bracket
}
