package narrative

import (
	"slices"
	"strings"
)

// none reads what there was nothing of: the first matters behind the word, in
// its clause. 未收到…申请, 无行政复议、行政诉讼, 没有结转.
func (p *paragraph) none(t int) {
	if p.nothingHere(t) || !p.plain(t) {
		return
	}
	end := p.clauseEnd(t)
	targets, last := p.targets(t, end)
	if len(targets) == 0 || p.spoiled(t+1, end) {
		return
	}
	if scope := p.scopeAt(t); scope != Own {
		if scope != OtherTime || targets[0].Key != "carried_out" {
			return
		}
		if !strings.ContainsAny(p.tokens[last].word.text, "下次明来") { // 无结转下年度办理 is of this year, whatever stands before
			targets = []*Kind{KindOf("carried_in")} // 上一年度无结转
		}
	}
	at := p.span(p.tokens[t].i, p.tokens[last].j)
	for _, k := range targets {
		p.claim(k, at, t, linked{}, -1)
	}
}

// allNatural reads 收到申请13件，均为自然人: no organisation was among them.
func (p *paragraph) allNatural(t int) {
	before := p.mentions
	if len(before) == 0 {
		before = p.previous // …收到13件。申请人均为自然人
	}
	if !p.each(t) || len(before) == 0 || p.scopeAt(t) != Own || p.severalApplicants() {
		return
	}
	for _, tok := range p.tokens[t+1 : p.clauseEnd(t)] {
		if tok.kind == kNumber {
			return
		}
	}
	if end := p.clauseEnd(t); end < len(p.tokens) && p.tokens[end].kind == kNumber {
		return
	}
	if !p.receivedAmong(before) {
		return
	}
	from := t - 1
	for p.tokens[from].word.as(roleEach) == nil {
		from--
	}
	p.claim(KindOf("organisations"), p.span(p.tokens[from].i, p.tokens[t].j), t, linked{}, -1)
}

// receivedAmong reports whether the last of the numbers counts applications; in
// a sentence before, one of them.
func (p *paragraph) receivedAmong(mentions []int) bool {
	for n, at := range slices.Backward(mentions) {
		if n < len(mentions)-1 && len(p.mentions) > 0 {
			return false
		}
		if c := p.out.Mentions[at].Claim; c >= 0 && p.out.Claims[c].What.Topic == Applications && !carriesOver(p.out.Claims[c].What) {
			return true
		}
	}
	return false
}

func carriesOver(k *Kind) bool { return k.Key == "carried_in" || k.Key == "carried_out" }

// nothingHere reads 本年度无此类情况 under the heading of a form.
func (p *paragraph) nothingHere(t int) bool {
	rest := p.s[p.tokens[t].j:]
	if !strings.HasPrefix(rest, "此类") && !strings.HasPrefix(rest, "该类") && !strings.HasPrefix(rest, "上述") || p.scopeAt(t) != Own {
		return false
	}
	at := p.span(p.tokens[t].i, p.tokens[t].j)
	switch p.section {
	case "applications":
		p.claim(KindOf("received"), at, t, linked{}, -1)
	case "review":
		p.claim(KindOf("review"), at, t, linked{}, -1)
		p.claim(KindOf("litigation"), at, t, linked{}, -1)
	}
	return true
}

// starts are the words, unknown to the lexicon, that may follow 未 and 无
// directly; anything else makes another sentence of it: 未按时, 无正当.
var starts = []string{"因", "被", "任何", "有", "涉及", "公民", "群众", "由", "对", "与", "关于", "出现", "提起", "引起", "引发", "单位", "个人", "社会", "其他", "相关", "针对", "符合", "发生", "产生", "人", "一", "政务", "向", "就", "针", "或", "依法", "实施", "作出"}

// plain reports whether the none is one: what follows is a word of the lexicon
// or one that may stand there.
func (p *paragraph) plain(t int) bool {
	if t+1 >= len(p.tokens) {
		return false
	}
	next := &p.tokens[t+1]
	if next.kind == kText {
		for _, s := range starts {
			if strings.HasPrefix(p.s[next.i:next.j], s) {
				return true
			}
		}
		return false
	}
	return next.kind == kWord || next.kind == kOpen
}

// clauseEnd returns the token that ends the clause of t.
func (p *paragraph) clauseEnd(t int) int {
	for k := t + 1; k < len(p.tokens); k++ {
		switch p.tokens[k].kind {
		case kComma, kStop, kSemi, kClose, kColon, kNumber:
			return k
		}
	}
	return len(p.tokens)
}

func (p *paragraph) spoiled(from, end int) bool {
	for k := from; k < end; k++ {
		if tok := &p.tokens[k]; tok.kind == kWord && tok.word.as(roleSpoil) != nil {
			return true
		}
	}
	return false
}

// targets returns the quantities that stand behind a none up to end, and the
// last token that names one.
func (p *paragraph) targets(t, end int) (found []*Kind, last int) {
	var row []int // matters named so far
	part, applicant := "", ""
	for k := t + 1; k < end; k++ {
		tok := &p.tokens[k]
		if tok.kind != kWord {
			continue
		}
		if s := tok.word.as(roleMatter); s != nil {
			if n := len(row); n > 0 && s.Matter == "other" && isDispute(p.tokens[row[n-1]].word.as(roleMatter).Matter) && p.joined(row[n-1], k) {
				end = k // 行政复议、行政诉讼和举报投诉
				break
			}
			if len(row) > 0 && !p.joined(row[len(row)-1], k) {
				// 因政府信息公开申请引起的行政复议: the last is what there was none of. Behind
				// 的 it is another matter's attribute.
				row = nil
			}
			row = append(row, k)
			continue
		}
		if s := p.noneSense(tok.word); s != nil && len(row) == 0 {
			switch {
			case namesApplicant(tok.word):
				applicant = s.Quantity
			case !s.Generic && s.Matter == "applications" && s.Quantity != "free":
				if (p.applicable() || carries(s)) && k == t+1 {
					return p.neither(k, end)
				}
			case s.Matter == "normative":
				part = s.Quantity
			case s.Quantity == "handled":
				part = "handled"
			}
		}
	}
	if len(row) == 0 {
		return p.noResult(t, end)
	}
	for _, k := range row {
		switch kind := p.nothingOf(k, part, end); {
		case kind == nil:
		case kind.Key == "received" && applicant != "" && applicant != "natural":
			found, last = append(found, KindOf(applicant)), k
		case kind.Key == "disputes": // no dispute is neither a review nor a lawsuit
			found, last = append(found, KindOf("review"), KindOf("litigation")), k
		default:
			found, last = append(found, kind), k
		}
	}
	return found, last
}

// neither returns what the part at k and those joined to it speak of: 无上年结转和
// 结转下年度的申请.
func (p *paragraph) neither(k, end int) (found []*Kind, last int) {
	found, last = []*Kind{KindOf(p.noneSense(p.tokens[k].word).Quantity)}, k
	for j := k + 1; j < end; j++ {
		tok := &p.tokens[j]
		if tok.kind != kWord || tok.word.as(rolePart) == nil {
			continue
		}
		s := p.noneSense(tok.word)
		if s.Matter != "applications" || s.Generic || s.Quantity == "free" || namesApplicant(tok.word) || !p.joined(last, j) {
			break
		}
		found, last = append(found, KindOf(s.Quantity)), j
	}
	return found, last
}

func carries(s *sense) bool { return s.Quantity == "carried_in" || s.Quantity == "carried_out" }

// noResult reads 未发生败诉 behind the lawsuits of the sentence.
func (p *paragraph) noResult(t, end int) ([]*Kind, int) {
	if p.disputed < 0 || p.newerApplications() || !p.ofDisclosure() {
		return nil, t
	}
	for k := t + 1; k < min(t+3, end); k++ {
		if tok := &p.tokens[k]; tok.kind == kWord && tok.word.as(roleResult) != nil {
			return []*Kind{KindOf(family(p.tokens[p.disputed].word.as(roleMatter).Matter) + "." + tok.word.as(roleResult).Column)}, k
		}
	}
	return nil, t
}

// noneSense returns the part that a word is behind a none: of documents before
// of applications when it is both.
func (p *paragraph) noneSense(w *word) *sense {
	var first *sense
	for i := range w.senses {
		if s := &w.senses[i]; s.Role == rolePart && (first == nil || s.Matter == "normative") {
			first = s
		}
	}
	return first
}

// applicable reports whether applications are being spoken of.
func (p *paragraph) applicable() bool {
	return p.apps || p.told || p.head == "applications" || p.matterKey() == "applications"
}

// nothingOf returns the quantity that is 0 when there was none of the matter at
// token k.
func (p *paragraph) nothingOf(k int, part string, end int) *Kind {
	s := p.tokens[k].word.as(roleMatter)
	switch {
	case isDispute(s.Matter):
		if r := p.resultBehind(k, end); r != "" {
			key := s.Matter
			if strings.HasPrefix(key, "litigation") {
				key = "litigation"
			}
			return KindOf(key + "." + r)
		}
		return KindOf(s.Matter)
	case s.Matter == "applications":
		if part == "handled" || s.Bare && !p.open && !p.applicable() {
			return nil
		}
		return KindOf("received")
	case behindNone[strings.TrimSuffix(s.Matter, "?")]:
		if s.Matter == "fees" || p.decisions(end) || p.acted(k) {
			return KindOf(strings.TrimSuffix(s.Matter, "?"))
		}
	case s.Matter == "normative" || s.Matter == "regulations":
		if part == "" {
			return nil
		}
		return KindOf(strings.Replace(part, "normative.", s.Matter+".", 1))
	}
	return nil
}

// resultBehind finds 行政复议被纠正, 行政诉讼败诉 directly behind a matter.
func (p *paragraph) resultBehind(k, end int) string {
	for j := k + 1; j < end; j++ {
		tok := &p.tokens[j]
		if tok.kind != kWord {
			return ""
		}
		if r := tok.word.as(roleResult); r != nil {
			return r.Column
		}
		if tok.word.as(roleFill) == nil {
			return ""
		}
	}
	return ""
}

// behindNone are matters of form two that there may be none of.
var behindNone = map[string]bool{"licensing": true, "penalties": true, "coercion": true, "fees": true}

// negated reports whether the clause denies something else: 未答复的申请为零.
func (p *paragraph) negated(t int) bool {
	for k := p.start; k < t; k++ {
		if strings.HasPrefix(p.s[p.tokens[k].i:p.tokens[k].j], "未") {
			return true
		}
	}
	return false
}

// decisions reports whether 处理决定 stands in the clause that ends at end:
// 无行政许可、行政处罚和行政强制处理决定.
func (p *paragraph) decisions(end int) bool {
	for k := p.start; k < end; k++ {
		if tok := &p.tokens[k]; tok.kind == kText && strings.Contains(p.s[tok.i:tok.j], "决定") || tok.kind == kWord && strings.HasSuffix(tok.word.text, "决定") {
			return true
		}
	}
	return false
}

// acted finds 实施 and 作出 in front of a matter: 未实施行政强制.
func (p *paragraph) acted(k int) bool {
	return strings.HasSuffix(p.s[:p.tokens[k].i], "实施") || strings.HasSuffix(p.s[:p.tokens[k].i], "作出")
}

// zero reads 申请为零, 零报告: nothing of what stands in front.
func (p *paragraph) zero(t int) {
	if p.scopeAt(t) != Own {
		return
	}
	if s := p.tokens[t].word.as(roleZero); s.Quantity != "" {
		if s.Quantity == "received" || p.ofDisclosure() {
			p.claim(KindOf(s.Quantity), p.span(p.tokens[t].i, p.tokens[t].j), t, linked{}, -1)
		}
		return
	}
	if len(p.matter) == 0 || !p.matterHere() && p.matterKey() != "applications" || p.negated(t) {
		return
	}
	at := p.span(p.tokens[p.matter[0]].i, p.tokens[t].j)
	for _, k := range p.matter {
		kind := p.nothingOf(k, "", t)
		if kind == nil {
			continue
		}
		if verb := p.verbBefore(k); kind.Key == "received" && verb >= 0 {
			if s := p.tokens[verb].word.as(rolePart); s.Quantity != "free" {
				kind = KindOf(s.Quantity)
			}
		}
		p.claim(kind, at, t, linked{}, -1)
	}
}
