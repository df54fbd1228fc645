package narrative

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// reasons why a quantity is linked to no cell.
var (
	becauseOther   = Words{"说的是别的事项", "speaks of something else"}
	becauseChannel = Words{"按渠道或方式分，表中没有这一栏", "divided by channel, which no form is"}
	becauseBody    = Words{"说的是其他机关或更大范围", "speaks of another body or a wider area"}
	becauseTime    = Words{"说的是其他时间", "speaks of another time"}
	becauseCompare = Words{"是比较的差额或基数", "a difference or a base of comparison"}
	becauseClass   = Words{"可能是公文的公开属性，不是收到的申请", "may be a class of documents, not applications"}
	becauseFree    = Words{"表中没有对应的一行", "no row of the form is called so"}
	becauseUnknown = Words{"没有可对应的表格项目", "speaks of no quantity of the forms"}
	becauseUnit    = Words{"量词不是件数", "its measure word does not count cases"}
	becausePart    = Words{"是上文某数的一部分", "a part of a number before it"}
	becauseStage   = Words{"只说了某一审级", "told of one instance only"}
	becauseReview  = Words{"没有写明是政府信息公开引起的复议、诉讼", "it is not said that the work of disclosure led to it"}
)

// number reads a number and links it to what it speaks of.
func (p *paragraph) number(t int) {
	tok := &p.tokens[t]
	m := Mention{
		Span: p.span(tok.num.i, tok.num.end), Value: tok.num.value, Unit: tok.num.unit, Bound: tok.num.bound,
		Claim: -1, number: tok.num, clause: p.clause, token: t,
	}
	raw := p.span(tok.num.i, tok.num.j)
	m.Raw = p.out.Paragraphs[p.at].Text.Value[raw.I:raw.J]
	m.Class, m.Reason = p.classify(tok)
	m.Scope = p.scopeAt(t)
	at := len(p.out.Mentions)
	if m.Class == Ordinal {
		p.afterOrdinal(t)
	}
	if m.Class == Quantity {
		m.Scope = p.yearsInTurn(t, m.Scope)
		l := p.link(t)
		if p.leftOut(t) {
			l = unlinked(becauseFree)
		}
		if m.Scope == Own && p.partOf(&l, m.Value) {
			l = unlinked(becausePart)
		}
		if len(l.kinds) > 0 {
			p.settleCarry(&l, &m, t)
			p.kinds, p.ours = l.kinds, m.Scope == Own && !(l.doubt == Doubtful && l.why == whyReview)
		}
		if m.Reason = l.reason; m.Reason == (Words{}) || m.Reason == becauseUnknown && m.Scope != Own {
			m.Reason = becauseScope(m.Scope)
		}
		if m.Reason == (Words{}) && len(l.kinds) == 0 {
			m.Reason = becauseUnknown
		}
		if m.Reason == (Words{}) {
			m.Claim = len(p.out.Claims)
			for _, k := range l.kinds {
				p.claim(k, m.Span, t, l, at)
			}
		}
	}
	p.out.Mentions = append(p.out.Mentions, m)
	p.mentions = append(p.mentions, at)
}

// afterOrdinal begins the clause behind the ordinal at t when nothing stands in
// front of it: 1.主动公开…, （2）收到….
func (p *paragraph) afterOrdinal(t int) {
	if t != p.start {
		return
	}
	p.start = t + 1
	if p.start < len(p.tokens) {
		if tok := &p.tokens[p.start]; tok.kind == kPause || p.s[tok.i:tok.j] == "." {
			p.start++
		}
	}
}

// partOf reports whether the list being read divides a larger number of the same
// quantity: 新收318件，其中县政府受理41件 and 行政复议19件（含自行受理的17件）.
func (p *paragraph) partOf(l *linked, value schema.Number) bool {
	if len(l.kinds) != 1 {
		return false
	}
	key := l.kinds[0].Key
	for _, at := range p.divided {
		c := p.out.Mentions[at].Claim
		if c < 0 || p.out.Claims[c].Doubt == Doubtful || p.out.Claims[c].Value.Cmp(value) <= 0 {
			continue
		}
		if whole := p.out.Claims[c].What.Key; whole == key || whole == "received" && key == "received_any" {
			return true
		}
	}
	return false
}

// leftOut finds 不计入, 不列入 behind the number in its clause.
func (p *paragraph) leftOut(t int) bool {
	rest := p.s[p.tokens[t].j:]
	if end := strings.IndexAny(rest, "，。；）0123456789"); end >= 0 {
		rest = rest[:end]
	}
	for _, w := range []string{"不计入", "不列入", "未计入", "不纳入", "不含在内"} {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

// yearsInTurn gives the numbers of 2021年、2022年、2023年分别收到96件、118件、130件 their
// years in turn.
func (p *paragraph) yearsInTurn(t int, s Scope) Scope {
	var years []int
	turn, before := false, 0
	for k := p.start; k < t; k++ {
		switch tok := &p.tokens[k]; {
		case tok.kind == kYear && !turn:
			years = append(years, tok.year)
		case tok.kind == kText && strings.Contains(p.s[tok.i:tok.j], "分别"):
			turn = true
		case tok.kind == kNumber && turn:
			before++
		}
	}
	if !turn || len(years) < 2 || before >= len(years) {
		return s
	}
	if years[before] == p.year {
		return Own
	}
	return OtherTime
}

func becauseScope(s Scope) Words {
	switch s {
	case OtherBody:
		return becauseBody
	case OtherTime:
		return becauseTime
	case Relative:
		return becauseCompare
	}
	return Words{}
}

// scopeAt says whose and which time's the number at t is.
func (p *paragraph) scopeAt(t int) Scope {
	switch {
	case p.compare && !p.reaches(t), p.isBase(t):
		return Relative
	case p.roseFrom(t) >= 0 && p.scope == Own:
		return Own
	case p.scope != Own:
		return p.scope
	}
	return p.when
}

// reaches finds 增加到14件, 增长至14件, 降为1件: what was reached is no difference.
func (p *paragraph) reaches(t int) bool {
	k := t - 1
	for k >= p.start && p.tokens[k].kind == kWord && p.tokens[k].word.as(roleSum) != nil {
		k--
	}
	before, _ := utf8.DecodeLastRuneInString(p.s[:p.tokens[k+1].i])
	return before == '到' || before == '至' || before == '达' || before == '为'
}

// linked is what a number or a none speaks of.
type linked struct {
	kinds  []*Kind
	reason Words // why nothing
	doubt  Doubt
	why    Words
}

func unlinked(reason Words) linked { return linked{reason: reason} }

// to links to one quantity, with what makes it doubtful.
func to(key string, d Doubt, why Words) linked {
	k := KindOf(key)
	if k == nil {
		return unlinked(becauseUnknown)
	}
	return linked{kinds: []*Kind{k}, doubt: d, why: why}
}

func surely(key string) linked { return to(key, Sure, Words{}) }

// caseUnits are the measure words of applications and cases; a bare number is
// one, too.
var caseUnits = map[string]bool{
	"件": true, "条": true, "宗": true, "份": true, "起": true, "项": true, "个": true, "次": true, "件次": true, "条次": true, "人次": true,
	"例": true, "": true, "则": true, "篇": true, "余": true,
}

// link finds what the number at t speaks of: by the word directly in front of
// it, by the one directly behind it, by what the sentence is about.
func (p *paragraph) link(t int) linked {
	if l, ok := p.respectively(t); ok {
		return l
	}
	if l, ok := p.eachOf(t); ok {
		return l
	}
	if l, ok := p.unfinished(t); ok {
		return l
	}
	k := p.anchor(t)
	if k < 0 {
		k = p.shareOwner(t)
	}
	if from := p.roseFrom(t); from >= 0 {
		k = p.anchor(from)
	}
	if k >= 0 {
		w := p.tokens[k].word
		switch {
		case w.as(roleResult) != nil && p.disputed >= 0 && !p.newerApplications():
			return p.byResult(w.as(roleResult), t)
		case w.as(rolePart) != nil && p.partHere(k) != nil:
			return p.byPart(k, t)
		case w.as(roleMatter) != nil && p.amongThem(k, t):
			return p.byBehind(t)
		case w.as(roleMatter) != nil:
			return p.byMatter(t)
		case w.as(roleResult) != nil:
			return p.byResult(w.as(roleResult), t)
		case w.as(roleChannel) != nil:
			return unlinked(becauseChannel)
		}
	}
	return p.byBehind(t)
}

// shareOwner returns the word that the clause in front gives a share: 自然人占80%，
// 为16件; or -1. The clause of t must tell the number alone.
func (p *paragraph) shareOwner(t int) int {
	if p.start < 2 || t == p.start || p.tokens[p.start-1].kind != kComma || p.tokens[p.start-2].kind != kNumber || p.tokens[p.start-2].num.unit != "%" {
		return -1
	}
	for k := p.start; k < t; k++ {
		if p.tokens[k].kind != kWord || !fills(p.tokens[k].word) {
			return -1
		}
	}
	share := p.start - 2
	for k := share - 1; k >= p.sentence; k-- {
		tok := &p.tokens[k]
		switch {
		case tok.kind == kWord && tok.word.as(rolePart) != nil && !p.denied(k):
			return k
		case tok.kind == kWord && (fills(tok.word) || tok.word.as(roleFill) != nil), tok.kind == kText && shareText[p.s[tok.i:tok.j]]:
		default:
			return -1
		}
	}
	return -1
}

// shareText are words between the name of a part and its percentage.
var shareText = map[string]bool{"占": true, "占比": true, "占比为": true, "的占": true, "申请占": true, "占总数的": true, "占总量的": true, "比例为": true, "所占比例为": true, "提出的占": true, "占全部申请的": true}

// roseFrom returns the token of 由 or 从 in 申请由14件增至19件 for the second number:
// it counts what stands in front of 由; or -1.
func (p *paragraph) roseFrom(t int) int {
	if !p.reaches(t) {
		return -1
	}
	for k := t - 1; k > p.start; k-- {
		if tok := &p.tokens[k]; tok.kind == kText && endsWithAny(p.s[tok.i:tok.j], []string{"由", "从"}) {
			return k
		}
	}
	return -1
}

// isBase reports whether the number is what another rose from in its clause:
// 由14件增至19件.
func (p *paragraph) isBase(t int) bool {
	for k := t - 1; k >= p.start; k-- {
		tok := &p.tokens[k]
		switch {
		case tok.kind == kNumber:
			return false
		case tok.kind == kText && endsWithAny(p.s[tok.i:tok.j], []string{"由", "从"}):
			for j := t + 1; j < len(p.tokens); j++ {
				switch p.tokens[j].kind {
				case kNumber:
					return p.reaches(j)
				case kComma, kStop, kSemi, kColon, kClose:
					return false
				}
			}
			return false
		}
	}
	return false
}

// amongThem reports whether the number counts some of the reviews or lawsuits
// that the matter at k was told with: 7件复议中有2件.
func (p *paragraph) amongThem(k, t int) bool {
	among := false
	for j := k + 1; j < t; j++ {
		tok := &p.tokens[j]
		among = among || tok.kind == kText && strings.HasSuffix(p.s[tok.i:tok.j], "中")
	}
	if !among {
		return false
	}
	for j := k - 1; j >= p.start; j-- {
		if p.tokens[j].kind == kNumber {
			return true
		}
	}
	return false
}

// newerApplications reports whether applications were named after the reviews
// and lawsuits of the sentence.
func (p *paragraph) newerApplications() bool {
	return p.matterKey() == "applications" && p.matter[len(p.matter)-1] > p.disputed
}

// anchor returns the token of the word that the number stands behind with
// nothing but fillers between, or -1.
func (p *paragraph) anchor(t int) int {
	for k := t - 1; k >= p.start; k-- {
		tok := &p.tokens[k]
		switch tok.kind {
		case kWord:
			w := tok.word
			if tok.quoted {
				return -1
			}
			if w.as(rolePart) != nil && p.denied(k) {
				return -1
			}
			if w.as(roleMatter) != nil && len(p.matter) > 0 || w.as(rolePart) != nil && p.partHere(k) != nil || w.as(roleResult) != nil || w.as(roleChannel) != nil {
				return k
			}
			if fills(w) {
				continue
			}
		case kClose:
			if open := p.bracketWithout(k); open >= p.start {
				k = open
				continue
			}
		case kYear:
			if tok.year == p.year+1 || tok.year == p.year {
				continue // 结转2024年3件, 申请2023年3件
			}
		case kColon:
			if p.isLabel(k) {
				continue // 予以公开：4件
			}
		case kText:
			if gapText[p.s[tok.i:tok.j]] {
				continue
			}
		}
		return -1
	}
	return -1
}

// isLabel reports whether the words in front of the colon at k are a name, with
// nothing but 数 and 总量 behind it; 答复情况如下：3件… tells of what follows.
func (p *paragraph) isLabel(k int) bool {
	if k == p.start {
		return true
	}
	tok := &p.tokens[k-1]
	if tok.kind == kClose {
		return true
	}
	return tok.kind == kWord && (tok.word.as(roleFill) == nil || labelEnds[tok.word.text]) || tok.kind == kText && gapText[p.s[tok.i:tok.j]]
}

var labelEnds = map[string]bool{"数量": true, "数": true, "件数": true, "总量": true, "总": true, "案件": true, "合计": true}

// denied reports whether 不, 未 or 非 stands directly in front of the word: 不公开
// is not 公开.
func (p *paragraph) denied(k int) bool {
	if k == 0 || p.tokens[k-1].kind != kText && !(p.tokens[k-1].kind == kWord && p.tokens[k-1].word.as(roleNone) != nil) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(p.s[:p.tokens[k].i])
	return strings.ContainsRune("不未非没", r)
}

// unfinished links 未办结2件: what was not concluded is carried out, or in where the
// clause speaks of last year. What was only not answered may be late, or not due
// yet.
func (p *paragraph) unfinished(t int) (linked, bool) {
	for k := t - 1; k > p.start; k-- {
		w := p.tokens[k].word
		switch {
		case p.tokens[k].kind != kWord:
			return linked{}, false
		case fills(w), w.as(roleMatter) != nil && w.as(roleMatter).Matter == "applications":
			continue
		}
		s := w.as(rolePart)
		if s == nil || s.Quantity != "handled" || !p.denied(k) || !p.apps && !p.told || !caseUnits[p.tokens[t].num.unit] || p.disputed >= 0 && !p.newerApplications() {
			return linked{}, false
		}
		if strings.Contains(w.text, "办结") {
			return to("carried_out", Likely, whyContext), true
		}
		return to("carried_out", Doubtful, whyLoose), true
	}
	return linked{}, false
}

// fills reports whether a word may stand between a word and its number.
func fills(w *word) bool {
	return w.as(roleFill) != nil || w.as(roleSum) != nil || w.as(roleEach) != nil || w.as(roleNow) != nil || w.as(roleOpen) != nil
}

// bracketWithout returns the token that opens the bracket closed at k when no
// number stands in it: 行政应诉（政府信息公开类）3件.
func (p *paragraph) bracketWithout(k int) int {
	for j := k - 1; j >= p.sentence; j-- {
		switch p.tokens[j].kind {
		case kNumber:
			return -1
		case kOpen:
			return j
		}
	}
	return -1
}

// gapText are words that the lexicon does not know and that may stand between a
// word and its number.
var gapText = map[string]bool{
	"至": true, "继续": true, "继续办理": true, "件均": true, "方面": true, "中": true, "分": true, "提": true, "办理的": true, "案件共": true, "总量": true, "等": true,
	"度": true, "度办理": true, "一": true, "本": true, "案共": true, "量": true, "数量": true, "相关": true, "收入": true, "总额": true, "降至": true, "增至": true, "升至": true, "上升至": true, "下降至": true, "减少至": true, "增加至": true, "增长至": true,
}

// partHere returns the sense of a part that fits what is being spoken of.
func (p *paragraph) partHere(k int) *sense {
	w := p.tokens[k].word
	matter := p.matterKey()
	var first *sense
	for i := range w.senses {
		s := &w.senses[i]
		if s.Role != rolePart {
			continue
		}
		if s.Matter == matter || s.Matter == "normative" && matter == "regulations" {
			return s
		}
		if s.Matter == "applications" {
			first = s
		}
	}
	return first
}

// matterKey is the matter spoken of, "" for none.
func (p *paragraph) matterKey() string {
	if len(p.matter) == 0 {
		return ""
	}
	return p.tokens[p.matter[len(p.matter)-1]].word.as(roleMatter).Matter
}

// matterHere reports whether the matter was named in this clause.
func (p *paragraph) matterHere() bool {
	return len(p.matter) > 0 && p.matter[len(p.matter)-1] >= p.start
}

// behind returns the word directly behind the number, 的 aside: 14件政府信息公开申请.
// A longer stretch between is allowed in front of a strong matter of the same
// clause: 14件关于征地的政府信息公开申请.
func (p *paragraph) behind(t int) int {
	far := false
	for k := t + 1; k < len(p.tokens); k++ {
		tok := &p.tokens[k]
		switch tok.kind {
		case kText:
			far = far || !causes[p.s[tok.i:tok.j]]
			continue
		case kWord:
			w := tok.word
			if m := w.as(roleMatter); m != nil && (!far || m.Strong) {
				return k
			}
			if !far && (w.as(rolePart) != nil && !namesApplicant(w) || w.as(roleResult) != nil) {
				return k
			}
			if w.as(roleMatter) == nil {
				far = far || !fills(w) && !namesApplicant(w)
				continue
			}
		}
		return -1
	}
	return -1
}

// causes are words between a number and what became of it: 1件因不掌握无法提供.
var causes = map[string]bool{"因": true, "由于": true, "属": true, "属于": true, "系": true, "获": true, "被": true, "则": true, "作": true}

// namesApplicant reports whether the word only says who applied.
func namesApplicant(w *word) bool {
	if w == nil {
		return false
	}
	s := w.as(rolePart)
	return s != nil && s.Quantity != "free" && KindOf(s.Quantity).Topic == Applicants
}
