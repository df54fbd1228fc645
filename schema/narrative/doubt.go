package narrative

import "slices"

// what could excuse a contradiction.
var (
	whyWide    = Words{"本级与全辖区的统计口径可能不同", "the organ's own figures and those of its area may differ"}
	whyHedge   = Words{"数字前后有“余”“约”一类的词", "the number is hedged"}
	whySum     = Words{"“累计”可能不限于本年", "累计 may reach beyond the year"}
	whyContext = Words{"要看上下文才知道说的是哪一项", "only the context tells what is meant"}
	whyLoose   = Words{"用语不是表中的说法", "its words are not the form's"}

	whyChannel  = Words{"可能只是某一渠道的", "it may only be what came by one way"}
	whyPlatform = Words{"可能只是从这个平台收到的", "it may only be what came by that platform"}
)

// requests are the topics that applications are told by.
var requests = []Topic{Applications, Outcomes, Applicants}

// claim notes a claim, with what makes it doubtful. mention is -1 for one that
// a word makes.
func (p *paragraph) claim(k *Kind, at Span, t int, l linked, mention int) {
	c := Claim{Span: at, What: k, Readings: k.Readings, Doubt: l.doubt, Why: l.why, Section: p.section, Mention: mention, None: mention < 0, Named: p.matterHere()}
	if mention >= 0 {
		num := p.tokens[t].num
		c.Value, c.Step, c.Bound = num.value, num.step, num.bound
		if by := tenThousands[num.unit]; k.Key == "fees" {
			c.Value, c.Step = c.Value.Shift(by), c.Step.Shift(by)
		}
	}
	c.open, c.narrow, c.stated = p.open, p.narrow, p.mineStated()
	p.doubts(&c)
	p.out.Claims = append(p.out.Claims, c)
	if slices.Contains(requests, k.Topic) {
		p.apps, p.told = true, true
	}
}

// tenThousands are the powers of ten that turn a unit of money into 万元, in which
// the form counts.
var tenThousands = map[string]int32{"元": -4, "亿元": 4}

// doubts weighs what could excuse a contradiction.
func (p *paragraph) doubts(c *Claim) {
	raise := func(d Doubt, why Words) {
		if d > c.Doubt {
			c.Doubt, c.Why = d, why
		}
	}
	if c.What.Loose {
		raise(Doubtful, whyLoose)
	}
	if c.None || c.Value.Sign() == 0 {
		return // no application at all is none under every 口径
	}
	if c.Bound != Exactly {
		raise(Likely, whyHedge)
	}
	if p.body.wide && !p.mineStated() {
		raise(Likely, whyWide)
	}
	if p.total {
		raise(Likely, whySum)
	}
	if c.What.Topic == Applications && p.channel {
		if p.channels() > 1 {
			raise(Doubtful, whyChannel)
		}
		raise(Likely, whyChannel)
	}
	if p.head == "platform" && slices.Contains(requests, c.What.Topic) {
		raise(Doubtful, whyPlatform)
	}
}

// channels counts the clauses of the sentence that name a way.
func (p *paragraph) channels() int {
	n, here := 0, false
	for k := p.sentence; k < len(p.tokens) && p.tokens[k].kind != kStop; k++ {
		switch tok := &p.tokens[k]; tok.kind {
		case kComma, kSemi, kPause:
			here = false
		case kWord:
			if !here && tok.word.as(roleChannel) != nil {
				n, here = n+1, true
			}
		}
	}
	return n
}

// mineStated reports whether the sentence says whose number it is: 全县, 我县.
// Without that, the number of a government may be that of its office alone.
func (p *paragraph) mineStated() bool {
	return p.mine >= 0 && p.tokens[p.mine].kind == kWord && p.tokens[p.mine].word.as(roleLevel) != nil
}
