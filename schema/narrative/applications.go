package narrative

import (
	"strings"
	"unicode/utf8"
)

// byPart links a number directly behind a part: 新收11件, 予以公开5件.
func (p *paragraph) byPart(k, t int) linked {
	s := p.partHere(p.carrying(k))
	switch {
	case s.Quantity == "free":
		return unlinked(becauseFree)
	case s.Matter != "applications":
		return p.byRegulated(s.Quantity, t)
	case !caseUnits[p.tokens[t].num.unit]:
		return unlinked(becauseUnit)
	}
	if KindOf(s.Quantity).Topic == Applicants && p.divides() {
		return unlinked(becauseFree)
	}
	// What follows the number decides what a verb is about: 办理3件提案, 收到的1件结转.
	if b := p.behind(t); b >= 0 {
		if own := p.tokens[b].word.as(rolePart); s.Generic && own != nil && own.Matter == "applications" && !own.Generic && own.Quantity != "free" {
			return p.byPartBehind(own, t)
		}
		switch m := p.tokens[b].word.as(roleMatter); {
		case m == nil:
		case isDispute(m.Matter):
			return p.decided(s, p.disputes([]int{b}, t))
		case m.Matter != "applications":
			return unlinked(becauseOther)
		case !m.Bare:
			return surely(s.Quantity)
		default:
			return p.carriedPart(s, t, true)
		}
	}
	if p.matterHere() {
		switch matter := p.matterKey(); {
		case matter == "applications" && p.class && !p.apps:
			return unlinked(becauseClass)
		case matter == "applications":
			return surely(s.Quantity)
		case isDispute(matter):
			return p.decided(s, p.disputes(p.matter, t))
		default:
			return unlinked(becauseOther)
		}
	}
	return p.carriedPart(s, t, false)
}

// carriedPart links a part whose matter is not named in its clause: it was
// before, or the words can be of nothing else.
func (p *paragraph) carriedPart(s *sense, t int, bare bool) linked {
	if p.class && !p.apps {
		return unlinked(becauseClass)
	}
	if len(p.matter) > 0 && s.Generic {
		switch matter := p.matterKey(); {
		case matter == "applications":
		case isDispute(matter) && s.Quantity != "received_any":
			return p.concluded(s, t)
		case isDispute(matter):
			return p.disputes(p.matter, t)
		case !p.apps && !bare:
			return unlinked(becauseOther)
		}
	}
	if s.Generic && !p.apps && p.matterKey() != "applications" && p.ofCases(t) {
		return unlinked(becauseUnknown) // 平台受理案件4.6万件
	}
	switch {
	case p.apps, s.Generic && p.matterKey() == "applications", p.told, carries(s),
		p.head == "applications" && !s.Generic && p.splitHere(s, t):
		return surely(s.Quantity)
	case !s.Generic && s.Quantity != "granted_any" && applicantsTopic(s.Quantity) == bare,
		applicantsTopic(s.Quantity) && p.severalApplicants(),
		bare, p.head == "applications", p.outcomesAhead(t), s.Quantity == "handled" && p.outcomeAhead(t):
		return to(s.Quantity, Likely, whyContext)
	}
	return unlinked(becauseUnknown)
}

// splitHere reports whether the sentence splits what it counts by outcomes, or
// by applicants: under the sub-head of applications it can be nothing else.
func (p *paragraph) splitHere(s *sense, t int) bool {
	switch KindOf(s.Quantity).Topic {
	case Outcomes:
		return p.outcomesAhead(t)
	case Applicants:
		return p.severalApplicants()
	}
	return false
}

// ofCases reports whether the verb in front of the number has an object of its
// own, which is no application: 受理案件.
func (p *paragraph) ofCases(t int) bool {
	for k := t - 1; k >= p.start; k-- {
		tok := &p.tokens[k]
		switch {
		case tok.kind != kWord || !fills(tok.word):
			return false
		case tok.word.text == "案件" || tok.word.text == "事项":
			return true
		}
	}
	return false
}

// concluded links 已审结的3件均获维持: what form four counts is how they ended.
func (p *paragraph) concluded(s *sense, t int) linked {
	if b := p.behind(t); b >= 0 {
		if r := p.tokens[b].word.as(roleResult); r != nil {
			return p.byResult(r, t)
		}
	}
	return p.decided(s, p.disputes(p.matter, t))
}

// decided weighs a number of reviews or lawsuits that were concluded: 已审结2件 may
// be all there were, or all but those still pending.
func (p *paragraph) decided(s *sense, l linked) linked {
	if s.Quantity == "handled" && l.doubt < Doubtful {
		l.doubt, l.why = Doubtful, whyLoose
	}
	return l
}

// applicantsTopic: 企业3件 says of what only beside 申请.
func applicantsTopic(key string) bool { return KindOf(key).Topic == Applicants }

// severalApplicants reports whether the sentence names two kinds of applicants.
func (p *paragraph) severalApplicants() bool {
	seen := ""
	for k := p.sentence; k < len(p.tokens) && p.tokens[k].kind != kStop; k++ {
		if p.tokens[k].kind != kWord || !namesApplicant(p.tokens[k].word) {
			continue
		}
		q := p.tokens[k].word.as(rolePart).Quantity
		if seen != "" && seen != q {
			return true
		}
		seen = q
	}
	return false
}

// outcomeAhead reports whether an outcome of the form with a number follows in
// the sentence: 办结14件，予以公开10件.
func (p *paragraph) outcomeAhead(t int) bool {
	for k := t + 1; k+1 < len(p.tokens) && p.tokens[k].kind != kStop; k++ {
		if p.tokens[k].kind != kWord || p.tokens[k+1].kind != kNumber {
			continue
		}
		if s := p.tokens[k].word.as(rolePart); s != nil && s.Matter == "applications" && !s.Generic && s.Quantity != "free" && KindOf(s.Quantity).Topic == Outcomes {
			return true
		}
	}
	return false
}

// outcomesAhead reports whether two outcomes of the form are named in the rest
// of the sentence: what is split so are applications.
func (p *paragraph) outcomesAhead(t int) bool {
	seen := ""
	for k := t + 1; k < len(p.tokens) && p.tokens[k].kind != kStop; k++ {
		if p.tokens[k].kind != kWord {
			continue
		}
		s := p.tokens[k].word.as(rolePart)
		if s == nil || s.Matter != "applications" || s.Generic || s.Quantity == "free" || KindOf(s.Quantity).Topic != Outcomes {
			continue
		}
		if seen != "" && seen != s.Quantity {
			return true
		}
		seen = s.Quantity
	}
	return false
}

// byMatter links a number directly behind the matter: 收到政府信息公开申请14件,
// 行政复议3件.
func (p *paragraph) byMatter(t int) linked {
	last := p.matter[len(p.matter)-1]
	m := p.tokens[last].word.as(roleMatter)
	switch {
	case isDispute(m.Matter):
		if s := p.endedBehind(t); s != nil {
			return p.resultOf(p.matter, s, t)
		}
		return p.disputes(p.matter, t)
	case m.Matter == "other":
		return unlinked(becauseOther)
	case m.Matter != "applications":
		return p.byRegulatedMatter(m.Matter, last, t)
	case !caseUnits[p.tokens[t].num.unit]:
		return unlinked(becauseUnit)
	}
	if k := p.verbBefore(last); k >= 0 {
		return p.byVerb(p.tokens[k].word.as(rolePart), last, m)
	}
	if p.tokens[t].num.value.Sign() == 0 && !m.Bare {
		return to("received_any", Likely, whyContext) // 依申请公开0件: none of any class
	}
	return p.bareMatter(m, last)
}

// verbBefore returns the part in front of the matter at last in its clause, or
// -1.
func (p *paragraph) verbBefore(last int) int {
	for k := last - 1; k >= p.start; k-- {
		switch tok := &p.tokens[k]; tok.kind {
		case kNumber:
			return -1
		case kWord:
			if s := tok.word.as(rolePart); s != nil && s.Matter == "applications" {
				return p.receiving(p.carrying(k))
			}
		}
	}
	return -1
}

// carrying returns the verb of carrying over in front of 办理 at k, if that is
// what it is for: 顺延至2024年度继续办理2件.
func (p *paragraph) carrying(k int) int {
	if s := p.tokens[k].word.as(rolePart); s == nil || s.Quantity != "handled_any" {
		return k
	}
	for j := k - 1; j >= p.start; j-- {
		tok := &p.tokens[j]
		switch {
		case tok.kind == kNumber, tok.kind == kPause:
			return k
		case tok.kind == kWord && tok.word.as(rolePart) != nil && tok.word.as(rolePart).Quantity == "carried_out":
			return j
		}
	}
	return k
}

// receiving returns the verb in front of 公民 or 个人 at k: 收到公民的申请 tells no
// share of natural persons, who are not all that such words mean.
func (p *paragraph) receiving(k int) int {
	if w := p.tokens[k].word.text; w != "公民" && w != "个人" || p.severalApplicants() {
		return k
	}
	for j := k - 1; j >= p.start; j-- {
		tok := &p.tokens[j]
		if tok.kind == kNumber {
			break
		}
		if tok.kind == kWord && tok.word.as(rolePart) != nil && tok.word.as(rolePart).Generic {
			return j
		}
	}
	return k
}

// carryBack links a number whose fate only the next clause tells: 尚有3件正在办理，
// 结转至2024年度. t is the verb.
func (p *paragraph) carryBack(t int) {
	if len(p.mentions) == 0 {
		return
	}
	at := p.mentions[len(p.mentions)-1]
	m := &p.out.Mentions[at]
	if m.Claim >= 0 || m.Reason != becauseUnknown || m.clause != p.clause-1 || m.Class != Quantity || !caseUnits[m.Unit] || m.Scope != Own {
		return
	}
	for k := t + 1; k < len(p.tokens); k++ {
		switch p.tokens[k].kind {
		case kNumber:
			return
		case kComma, kStop, kSemi, kClose:
			k = len(p.tokens)
		}
	}
	if !p.apps && !p.told && p.head != "applications" && p.matterKey() != "applications" {
		return
	}
	m.Claim, m.Reason = len(p.out.Claims), Words{}
	p.claim(KindOf("carried_out"), m.Span, m.token, linked{}, at)
}

// eachOf links 新收申请和上年结转申请均为0件 to every part of the row.
func (p *paragraph) eachOf(t int) (linked, bool) {
	if !p.each(t) {
		return linked{}, false
	}
	var l linked
	for k := p.start; k < t; k++ {
		tok := &p.tokens[k]
		if tok.kind == kNumber {
			l = linked{}
		}
		if tok.kind != kWord {
			continue
		}
		if s := tok.word.as(rolePart); s != nil && s.Matter == "applications" && !s.Generic && s.Quantity != "free" {
			l.kinds = append(l.kinds, KindOf(s.Quantity))
		}
	}
	context := p.apps || p.told || p.head == "applications" || p.matterKey() == "applications"
	return l, len(l.kinds) > 1 && (context || p.severalApplicants())
}

// byVerb links 受理政府信息公开申请 by its verb.
func (p *paragraph) byVerb(s *sense, last int, m *sense) linked {
	switch {
	case s.Quantity == "free", KindOf(s.Quantity).Topic == Applicants && p.divides():
		return unlinked(becauseFree)
	case p.channelIn(p.start, last):
		return unlinked(becauseChannel)
	case !m.Bare || p.open || p.apps || p.head == "applications" || p.told && last > 0 && namesApplicant(p.tokens[last-1].word):
		return surely(s.Quantity)
	case p.told || p.attached(last):
		return to(s.Quantity, Likely, whyContext)
	}
	return unlinked(becauseOther)
}

// attached reports whether nothing tells what a bare 申请 applies for: 收到申请
// and 自然人提出的申请 mean those that a report is about, 收到残疾证申请 does not.
func (p *paragraph) attached(at int) bool {
	if at == 0 {
		return true
	}
	tok := &p.tokens[at-1]
	if tok.kind != kText {
		return true
	}
	words := p.s[tok.i:tok.j]
	return strings.HasSuffix(words, "的") || utf8.RuneCountInString(words) <= 1 || plainApplications[words]
}

var plainApplications = map[string]bool{"书面": true, "公开": true, "有效": true, "各类": true, "新": true, "群众": true, "公众": true, "居民": true, "村民": true, "企业": true}

// channelIn reports whether a way stands among the tokens: 网上收到申请8件.
func (p *paragraph) channelIn(from, to int) bool {
	for j := from; j < to; j++ {
		if tok := &p.tokens[j]; tok.kind == kWord && tok.word.as(roleChannel) != nil && !p.severalChannels(from, to) {
			return true
		}
	}
	return false
}

// severalChannels reports whether two ways or more are named, which makes them
// all: 通过网站、信函等渠道共收到申请14件.
func (p *paragraph) severalChannels(from, to int) bool {
	n := 0
	for j := from; j < to; j++ {
		if tok := &p.tokens[j]; tok.kind == kWord && tok.word.as(roleChannel) != nil {
			n++
		}
	}
	return n > 1
}

// bareMatter links a matter without a verb: 政府信息公开申请14件.
func (p *paragraph) bareMatter(m *sense, last int) linked {
	switch {
	case p.channelIn(p.start, last):
		return unlinked(becauseChannel)
	case m.Strong && !p.class:
		return to("received_any", Likely, whyContext)
	case m.Weak:
		p.class = true // what stands beside it is a class, too
		return unlinked(becauseClass)
	case m.Bare && p.startsClause(last):
		return to("received_any", Likely, whyContext)
	}
	return unlinked(becauseUnknown)
}

// startsClause reports whether nothing but times and the organ stands in front
// of the token in its clause: 申请2件均已办结.
func (p *paragraph) startsClause(last int) bool {
	for k := p.start; k < last; k++ {
		tok := &p.tokens[k]
		if tok.kind == kYear || tok.kind == kWord && (tok.word.as(roleNow) != nil || tok.word.as(roleLevel) != nil || tok.word.as(roleOwn) != nil) {
			continue
		}
		return false
	}
	return true
}

// byMatterBehind links 14件政府信息公开申请 by the verb in front of the number.
func (p *paragraph) byMatterBehind(b int, m *sense, t int) linked {
	switch {
	case isDispute(m.Matter):
		if s := p.endedBehind(b); s != nil {
			return p.resultOf([]int{b}, s, t)
		}
		return p.disputes([]int{b}, t)
	case m.Matter == "disclosed":
		return p.disclosed(m.Matter, b, t)
	case m.Matter == "normative" || m.Matter == "regulations":
		p.matter = []int{b}
		return p.documents(t, t) // 制发3件行政规范性文件
	case m.Matter != "applications":
		return unlinked(becauseOther)
	}
	if k := p.verbBefore(t); k >= 0 {
		return p.byVerb(p.tokens[k].word.as(rolePart), b, m)
	}
	if (p.verbLess(t) || m.Strong && p.startsClause(t)) && !m.Bare {
		return to("received_any", Likely, whyContext)
	}
	if b+1 < len(p.tokens) && p.tokens[b+1].kind == kText && strings.HasPrefix(p.s[p.tokens[b+1].i:], "中") {
		if p.clear(t) {
			return to("handled_any", Likely, whyContext) // 19件申请中: all, or those concluded
		}
		return unlinked(becauseUnknown)
	}
	if key := p.verbBehind(b); key != "" {
		return to(key, Likely, whyContext)
	}
	return unlinked(becauseUnknown)
}

// verbBehind returns what is said of 4件申请 in the rest of its clause: 逐一答复,
// 告知不掌握.
func (p *paragraph) verbBehind(b int) string {
	for k := b + 1; k < len(p.tokens); k++ {
		switch tok := &p.tokens[k]; tok.kind {
		case kComma, kStop, kSemi, kClose, kNumber:
			return ""
		case kWord:
			if s := tok.word.as(rolePart); s != nil && s.Matter == "applications" && s.Quantity != "free" {
				if strings.HasSuffix(p.s[:tok.i], "正在") || strings.HasSuffix(p.s[:tok.i], "尚在") || strings.HasSuffix(p.s[:tok.i], "在") {
					return ""
				}
				return s.Quantity
			}
		}
	}
	return ""
}

// verbLess finds 有3件政府信息公开申请.
func (p *paragraph) verbLess(t int) bool {
	return strings.HasSuffix(p.s[:p.tokens[t].i], "有") && p.clear(t)
}

// byPartBehind links 5件予以公开, 1件结转下年度.
func (p *paragraph) byPartBehind(s *sense, t int) linked {
	switch {
	case s.Quantity == "handled" && (p.apps || p.told) && p.allOf(t):
		return to("handled", Likely, whyContext) // 全部20件均按期答复
	case s.Matter != "applications" || s.Generic:
		return unlinked(becauseUnknown)
	case s.Quantity == "free":
		if key := p.betterBehind(t); key != "" && p.apps {
			return to(key, Likely, whyContext) // 2件告知信息不存在
		}
		return unlinked(becauseFree)
	case p.class && !p.apps:
		return unlinked(becauseClass)
	case !p.apps && !p.told && p.head != "applications" && !p.outcomesAhead(t) && s.Quantity != "carried_out" && s.Quantity != "carried_in":
		return unlinked(becauseUnknown)
	}
	if p.apps || p.told || p.head == "applications" {
		return surely(s.Quantity)
	}
	return to(s.Quantity, Likely, whyContext)
}

// allOf reports whether 均 stands directly behind the number and 全部 or 上述 in
// front of it.
func (p *paragraph) allOf(t int) bool {
	if t == p.start || t+1 == len(p.tokens) || p.tokens[t+1].kind != kWord {
		return false
	}
	front := p.s[p.tokens[p.start].i:p.tokens[t].i]
	return p.tokens[t+1].word.as(roleEach) != nil && (strings.HasSuffix(front, "全部") || strings.HasSuffix(front, "上述") || strings.HasSuffix(front, "以上"))
}

// betterBehind returns the outcome that follows a free word directly.
func (p *paragraph) betterBehind(t int) string {
	if t+2 >= len(p.tokens) || p.tokens[t+1].kind != kWord || p.tokens[t+2].kind != kWord {
		return ""
	}
	s := p.tokens[t+2].word.as(rolePart)
	if s == nil || s.Matter != "applications" || s.Generic || s.Quantity == "free" {
		return ""
	}
	return s.Quantity
}

// settleCarry tells which way applications were carried where the words do not:
// 2022年结转3件, 其中2件结转至2023年 in a report about 2023 were carried in.
func (p *paragraph) settleCarry(l *linked, m *Mention, t int) {
	if len(l.kinds) != 1 || l.kinds[0].Key != "carried_out" {
		return
	}
	for k := p.start; k < len(p.tokens) && k < t+6; k++ {
		tok := &p.tokens[k]
		if k > t && (tok.kind == kComma || tok.kind == kStop || tok.kind == kSemi || tok.kind == kNumber) {
			break
		}
		switch {
		case tok.kind == kYear && tok.year == p.year-1 && k < t,
			tok.kind == kYear && tok.year == p.year && m.Scope == OtherTime,
			tok.kind == kWord && tok.word.as(roleNow) != nil && m.Scope == OtherTime,
			tok.kind == kWord && k < t && ofLastYear(tok.word),
			p.bareCarry(k, t):
			l.kinds = []*Kind{KindOf("carried_in")}
			if m.Scope == OtherTime {
				m.Scope = Own
			}
			return
		}
	}
}

// ofLastYear finds 上年度, and 结转上年度 in front of 未办结.
func ofLastYear(w *word) bool {
	s := w.as(rolePart)
	return s != nil && s.Quantity == "carried_in" || w.as(roleWhen) != nil && (strings.HasPrefix(w.text, "上年") || strings.HasPrefix(w.text, "上一年") || strings.HasPrefix(w.text, "去年"))
}

// bareCarry finds 新收26件、结转2件, where 结转 without a year stands beside what
// is new and before what was concluded.
func (p *paragraph) bareCarry(k, t int) bool {
	if k >= t || p.tokens[k].kind != kWord || p.tokens[k].word.text != "结转" || p.tokens[k+1].kind == kYear {
		return false
	}
	received, handled := false, false
	for _, at := range p.mentions {
		if c := p.out.Mentions[at].Claim; c >= 0 {
			switch p.out.Claims[c].What.Key {
			case "received", "received_any":
				received = true
			case "handled", "granted":
				handled = true
			}
		}
	}
	return received && !handled
}
