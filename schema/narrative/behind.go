package narrative

import (
	"unicode/utf8"
)

// byBehind links a number that no word owns from the front: by what stands
// behind it (14件政府信息公开申请, 5件予以公开), as a sum of what was told (共16件), or as
// this organ's share of another's number (其中我县12件).
func (p *paragraph) byBehind(t int) linked {
	if !caseUnits[p.tokens[t].num.unit] {
		return unlinked(becauseUnknown)
	}
	if b := p.behind(t); b >= 0 {
		w := p.tokens[b].word
		switch {
		case w.as(roleMatter) != nil:
			return p.byMatterBehind(b, w.as(roleMatter), t)
		case w.as(roleResult) != nil && p.disputed >= 0 && !p.newerApplications() && p.clear(t):
			return p.byResult(w.as(roleResult), t)
		case w.as(rolePart) != nil && p.clear(t):
			return p.byPartBehind(w.as(rolePart), t)
		}
	}
	if l, ok := p.otherResult(t); ok {
		return l
	}
	if p.sumBefore(t) {
		if l, ok := p.sumOf(); ok {
			return l
		}
	}
	if l, ok := p.ownShare(t); ok {
		return l
	}
	if len(p.matter) > 0 && !p.matterHere() && p.onlyYear(t) {
		return p.byCarriedMatter(t)
	}
	if len(p.matter) == 0 && p.head == "applications" && !p.told && p.sentence > 0 && p.onlyYear(t) && p.underHead() {
		return to("received_any", Likely, whyContext) // （二）依申请公开数量下降。全年23件
	}
	return unlinked(becauseUnknown)
}

// onlyYear reports whether the clause is a year and the number: 行政复议，2022年1件，
// 2023年0件.
func (p *paragraph) onlyYear(t int) bool {
	year := false
	for k := p.start; k < t; k++ {
		tok := &p.tokens[k]
		switch {
		case tok.kind == kYear, tok.kind == kWord && tok.word.as(roleNow) != nil:
			year = true
		case tok.kind == kWord && fills(tok.word):
		default:
			return false
		}
	}
	return year
}

// underHead reports whether the sub-head that tells of applications stands
// directly in front of the sentence.
func (p *paragraph) underHead() bool {
	stops := 0
	for k := range p.sentence {
		if p.tokens[k].kind == kStop {
			stops++
		}
	}
	head, ok := headOf(p.s)
	return stops == 1 && ok && head == "applications"
}

// byCarriedMatter links the number to the matter of the clause before.
func (p *paragraph) byCarriedMatter(t int) linked {
	last := p.matter[len(p.matter)-1]
	m := p.tokens[last].word.as(roleMatter)
	switch {
	case isDispute(m.Matter):
		return p.disputes(p.matter, t)
	case m.Matter == "applications" && !m.Weak:
		return to("received_any", Likely, whyContext)
	}
	return unlinked(becauseUnknown)
}

// ownShare links 其中我县12件, 2023年3件, 其中因政府信息公开引起的4件 behind a number of
// another body, another time, or all of the organ's cases: it is the same
// quantity, and this organ's.
func (p *paragraph) ownShare(t int) (linked, bool) {
	mine := p.mine >= p.start || p.opened(t)
	if !mine || p.ours || len(p.kinds) == 0 || len(p.mentions) == 0 {
		return linked{}, false
	}
	previous := &p.out.Mentions[p.mentions[len(p.mentions)-1]]
	if previous.Class != Quantity || previous.Claim >= 0 && p.out.Claims[previous.Claim].Doubt != Doubtful {
		return linked{}, false
	}
	for k := p.start; k < t; k++ {
		if tok := &p.tokens[k]; tok.kind == kText && utf8.RuneCountInString(p.s[tok.i:tok.j]) > 6 {
			return linked{}, false
		}
	}
	return linked{kinds: p.kinds, doubt: Likely, why: whyContext}, true
}

// opened reports whether 信息公开 stands in front of the number in its clause,
// behind reviews or lawsuits of any kind.
func (p *paragraph) opened(t int) bool {
	if p.disputed < 0 || p.newerApplications() {
		return false
	}
	for k := p.start; k < t; k++ {
		if tok := &p.tokens[k]; tok.kind == kWord && (tok.word.as(roleOpen) != nil || tok.word.as(roleMatter) != nil && tok.word.as(roleMatter).Matter == "applications") {
			return true
		}
	}
	return false
}

// clear reports whether nothing that could own the number stands in front of it
// in its clause.
func (p *paragraph) clear(t int) bool {
	for k := p.start; k < t; k++ {
		tok := &p.tokens[k]
		switch tok.kind {
		case kWord:
			if fills(tok.word) || tok.word.as(roleOpener) != nil || tok.word.as(roleLevel) != nil || tok.word.as(roleOwn) != nil || tok.word.as(roleSome) != nil {
				continue
			}
			return false
		case kYear, kPause:
			continue
		case kText:
			if gapText[p.s[tok.i:tok.j]] || clearText[p.s[tok.i:tok.j]] {
				continue
			}
			return false
		case kNumber:
			// 予以公开5件、3件部分公开: what follows a pause is on its own.
			if p.tokens[t-1].kind == kPause {
				return true
			}
			return false
		}
	}
	return true
}

// clearText are words that own no number: 其余3件未到期.
var clearText = map[string]bool{"其余": true, "另": true, "剩余": true, "和": true, "及": true, "尚": true, "还": true, "另外": true, "余下": true, "其它": true, "余": true}

// sumBefore reports whether the clause is 共N件 and nothing else.
func (p *paragraph) sumBefore(t int) bool {
	sum := false
	for k := p.start; k < t; k++ {
		tok := &p.tokens[k]
		if tok.kind != kWord || tok.word.as(roleSum) == nil && tok.word.as(roleFill) == nil && tok.word.as(roleNow) == nil {
			return false
		}
		sum = sum || tok.word.as(roleSum) != nil
	}
	return sum
}

// sumOf returns what 共N件 adds up: new applications and those carried in, both
// kinds of lawsuits, or reviews and lawsuits.
func (p *paragraph) sumOf() (linked, bool) {
	told := map[string]bool{}
	for _, m := range p.mentions {
		if c := p.out.Mentions[m].Claim; c >= 0 {
			told[p.out.Claims[c].What.Key] = true
		}
	}
	applicants, outcomes := 0, 0
	for key := range told {
		switch KindOf(key).Topic {
		case Applicants:
			applicants++
		case Outcomes:
			outcomes++
		}
	}
	switch {
	case outcomes > 2 && !told["handled"] && !told["received"] && !told["received_any"]:
		return to("handled", Likely, whyContext), true
	case applicants > 1 && applicants == len(told):
		return to("received_any", Likely, whyContext), true
	case told["carried_in"] && !told["granted"]:
		return surely("all"), true
	case told["litigation.direct"] && told["litigation.after_review"] && !told["review"]:
		return surely("litigation"), true
	case told["review"] && (told["litigation"] || told["litigation.direct"]):
		return surely("disputes"), true
	}
	return linked{}, false
}
