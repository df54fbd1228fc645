package narrative

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// paragraph is the reading of one paragraph: a walk over its tokens that keeps
// in mind what is being spoken of.
type paragraph struct {
	*reader
	at     int
	s      string
	tokens []token

	frame            // what holds now
	stack    []frame // what holds again behind a bracket
	clause   int     // ordinal
	told     bool    // an application's number was told in this paragraph
	sentence int     // token where the sentence begins
	previous []int   // the mentions of the sentence before
	mentions []int   // of the sentence, indexes into out.Mentions
	before   []item  // quantities of the sentence before
}

// frame is what holds at a place of the text.
type frame struct {
	// Of the clause:
	start   int    // its first token
	part    int    // token of the last part, or -1
	compare bool   // differences follow
	channel bool   // ways follow
	ended   *sense // how the reviews and lawsuits spoken of ended: 被纠正的行政复议
	// Of the sentence:
	matter   []int   // tokens of the matters last named together
	disputed int     // token of the last matter of form four, or -1
	scope    Scope   // whose numbers follow
	when     Scope   // of which time
	split    bool    // a list by parts of the year says so
	class    bool    // kinds of documents are listed
	open     bool    // the work of disclosure was named
	apps     bool    // an application's number was told in this sentence
	total    bool    // 累计
	mine     int     // token of the last word that says that own numbers of this year follow, or -1
	kinds    []*Kind // what the last number of a known kind was, whoever's
	ours     bool    // it was this organ's
	every    bool    // all of the organ's cases are spoken of
	listed   bool    // a list has begun
	whole    string  // key of the quantity that a list divides, or ""
	divided  []int   // mentions that the list may divide, indexes into out.Mentions
	narrow   bool    // 本级 is spoken of
}

// maxSentence is how many tokens are taken for one sentence. No sentence has a
// tenth of them; without a bound, a file made so costs the square of its length.
const maxSentence = 600

func (p *paragraph) read() {
	p.malformed()
	p.reset(0)
	for t := range p.tokens {
		if t-p.sentence >= maxSentence {
			p.cut(t, t)
		}
		tok := &p.tokens[t]
		switch tok.kind {
		case kStop:
			p.endSentence(t)
		case kSemi, kComma, kColon:
			if !p.names(t) {
				p.endClause(t)
			}
		case kOpen:
			p.stack = append(p.stack, p.frame)
			p.endClause(t)
			p.openList()
		case kClose:
			if n := len(p.stack); n > 0 {
				apps, open := p.apps, p.open
				p.frame, p.stack = p.stack[n-1], p.stack[:n-1]
				p.apps, p.open = p.apps || apps, p.open || open
			}
		case kYear, kDate:
			p.yearToken(t)
		case kNumber:
			p.number(t)
		case kWord:
			if !tok.quoted {
				p.word(t)
			}
		case kText:
			if !tok.quoted {
				p.textAt(t)
			}
		}
	}
	p.endSentence(len(p.tokens))
}

func (p *paragraph) reset(t int) {
	p.frame = frame{start: t, part: -1, disputed: -1, mine: -1}
	p.stack = nil
	p.sentence = t
	p.previous, p.mentions = p.mentions, nil
}

func (p *paragraph) endSentence(t int) { p.cut(t, t+1) }

// cut ends the sentence in front of token end; the next begins at token next.
func (p *paragraph) cut(end, next int) {
	p.structure(end)
	p.clause++
	p.reset(next)
}

func (p *paragraph) endClause(t int) {
	p.clause++
	p.start, p.part, p.compare, p.channel, p.ended = t+1, -1, false, false, nil
	if p.tokens[t].kind == kSemi && p.split {
		p.when, p.split = Own, false // 100件，其中上半年43件、下半年57件；结转5件
	}
}

// names reports whether the colon at t stands between a name and its number:
// 予以公开：4件 in a list of items.
func (p *paragraph) names(t int) bool {
	if p.tokens[t].kind != kColon || t+1 == len(p.tokens) || p.tokens[t+1].kind != kNumber {
		return false
	}
	for k := p.start; k < t; k++ {
		if p.tokens[k].kind == kNumber {
			return false
		}
	}
	return true
}

// word takes a word of the lexicon into account.
func (p *paragraph) word(t int) {
	w := p.tokens[t].word
	for i := range w.senses {
		s := &w.senses[i]
		switch s.Role {
		case roleMatter:
			p.matterAt(t, s)
		case rolePart:
			p.part = t
			if s.Quantity == "natural" {
				p.allNatural(t)
			}
			if s.Quantity == "carried_out" {
				p.carryBack(t)
			}
			p.allEnded(t, s)
		case roleOpener:
			p.openList()
		case roleEvery:
			p.every = true
		case roleNone:
			p.none(t)
		case roleZero:
			p.zero(t)
		case roleOwn:
			p.scope, p.mine = Own, t
		case roleLevel:
			p.noteSelf(t, s)
			p.levelAt(t, s)
		case roleNarrow:
			p.narrowAt(t)
		case roleWho:
			switch {
			case p.represented(t) || p.isObject(t):
			case (p.isOwn(w.text) || p.calledShort(t)) && !p.partOfName(t):
				p.scope, p.mine = Own, t
			case p.speaks(t) && !(p.body.wide && p.mine >= p.start):
				p.scope = OtherBody
			}
		case roleWhen:
			if p.comparesWith(t) {
				p.compare = true
			} else {
				p.when = OtherTime
				p.split = p.listed && partOfYear(w.text)
			}
		case roleNow:
			p.when, p.mine = Own, t
		case roleCompare:
			p.compare = true
		case roleChannel:
			p.channel = true
		case roleClass:
			p.class = true
		case roleOpen:
			p.open = true
		case roleSum:
			p.total = p.total || w.text == "累计"
		}
	}
}

// partOfYear reports whether the word names a half or a quarter.
func partOfYear(words string) bool {
	return strings.HasSuffix(words, "半年") || strings.HasSuffix(words, "季度")
}

// openList notes what the list that begins here divides.
func (p *paragraph) openList() {
	p.whole, p.listed = "", true
	if n := len(p.mentions); n > 0 {
		if c := p.out.Mentions[p.mentions[n-1]].Claim; c >= 0 {
			p.whole = p.out.Claims[c].What.Key
		}
	}
	p.divided = p.mentions
	if len(p.mentions) == 0 {
		p.divided = p.previous // …318件。其中，县政府41件
	}
	if p.whole == "carried_in" && len(p.mentions) > 1 {
		// 新收11件，上年结转2件，其中自然人12件: both together are divided.
		before := p.out.Mentions[p.mentions[len(p.mentions)-2]].Claim
		if before >= 0 && p.out.Claims[before].What.Topic == Applications {
			p.whole = "all"
		}
	}
}

// divides reports whether the list being read divides something that has no
// columns of its own on the forms: applicants among those carried in, or among
// those granted.
func (p *paragraph) divides() bool {
	k := KindOf(p.whole)
	return k != nil && (k.Topic == Outcomes || k.Key == "carried_in" || k.Key == "carried_out")
}

// matterAt takes a matter: the next of a row (行政复议、行政诉讼) or a new one.
func (p *paragraph) matterAt(t int, s *sense) {
	if n := len(p.matter); n > 0 && p.joined(p.matter[n-1], t) {
		p.matter = append(p.matter[:n:n], t)
	} else {
		p.matter = []int{t}
	}
	if isDispute(s.Matter) {
		p.disputed = t
		if r := p.attributeOf(t); r != nil {
			p.ended = r
		}
	}
	if s.Matter == "applications" && !s.Bare {
		p.open = true
	}
}

// attributeOf returns the result in front of the review or lawsuit at t, of
// which it says how it ended: 被纠正的行政复议3件.
func (p *paragraph) attributeOf(t int) *sense {
	if t < p.start+2 || p.s[p.tokens[t-1].i:p.tokens[t-1].j] != "的" || p.tokens[t-2].kind != kWord {
		return nil
	}
	return p.tokens[t-2].word.as(roleResult)
}

func isDispute(matter string) bool {
	return matter == "review" || matter == "disputes" || strings.HasPrefix(matter, "litigation")
}

// joiners stand between the members of a row.
var joiners = map[string]bool{"、": true, "和": true, "或": true, "及": true, "与": true, "或者": true, "以及": true, "和被": true, "及被": true, "或被": true, "被": true, "和因": true, "及其": true, "或者被": true, "以及被": true, "，": false}

// joined reports whether only joiners stand between two tokens.
func (p *paragraph) joined(a, b int) bool {
	if b == a+1 { // 政府信息公开申请行政复议: one thing
		return isDispute(p.tokens[a].word.as(roleMatter).Matter)
	}
	for k := a + 1; k < b; k++ {
		tok := &p.tokens[k]
		if tok.kind == kWord && tok.word.as(roleFill) != nil || tok.kind == kPause || joiners[p.s[tok.i:tok.j]] {
			continue
		}
		return false
	}
	return true
}

func (p *paragraph) levelAt(t int, s *sense) {
	if p.body.owns(s.Column, s.Matter) {
		p.scope, p.mine, p.narrow = Own, t, false
		return
	}
	if p.speaks(t) {
		p.scope = OtherBody
	}
}

// narrowAt takes 本级: a part of what a government's forms count, and another body
// to anyone else.
func (p *paragraph) narrowAt(t int) {
	switch {
	case p.body.wide || p.body.name == "":
		p.scope, p.narrow = Own, true
	case p.speaks(t):
		p.scope = OtherBody
	}
}

// textAt looks for names of organs and places in words that the lexicon does
// not know: 平岚县收到3件 is another's number, 青石镇收到3件 may be this one's.
func (p *paragraph) textAt(t int) {
	words := p.s[p.tokens[t].i:p.tokens[t].j]
	switch {
	case t > 0 && p.tokens[t-1].kind == kNumber && p.tokens[t-1].num.unit == "个" && bodies(words):
		if !(p.body.wide && p.mine >= p.start) { // 全区22个部门 are the district
			p.scope = OtherBody
		}
	case p.body.name != "" && (p.body.named(words) || slices.Contains(p.body.levels, words)):
		p.scope, p.mine = Own, t
	case p.body.other(words) && p.speaks(t):
		p.scope = OtherBody
	}
}

// bodies reports whether words begin with a kind of body: 3个街道.
func bodies(words string) bool {
	for _, b := range []string{"街道", "镇", "乡", "部门", "单位", "社区", "村", "县", "区"} {
		if strings.HasPrefix(words, b) {
			return true
		}
	}
	return false
}

// speaks reports whether the word is the subject of what follows: a verb, a sum,
// a number or a time stands behind it, with little between.
func (p *paragraph) speaks(t int) bool {
	for k := t + 1; k < len(p.tokens); k++ {
		tok := &p.tokens[k]
		switch tok.kind {
		case kNumber, kYear, kDate:
			return true
		case kText:
			if utf8.RuneCountInString(p.s[tok.i:tok.j]) > 8 {
				return false
			}
			continue
		case kWord:
			w := tok.word
			if m := w.as(roleMatter); m != nil && m.Matter != "applications" && m.Bare {
				return false // 民办学校许可: a kind of thing, nobody who tells
			}
			if w.as(rolePart) != nil || w.as(roleSum) != nil || w.as(roleNow) != nil || w.as(roleWhen) != nil || w.as(roleNone) != nil || w.as(roleMatter) != nil {
				return true
			}
			if w.as(roleFill) != nil || w.as(roleWho) != nil || w.as(roleOpen) != nil || w.as(roleIdle) != nil {
				continue
			}
			return false
		}
		return false
	}
	return false
}

// isOwn reports whether a body's name is this organ's own.
func (p *paragraph) isOwn(words string) bool {
	short := func(s string) string { return strings.ReplaceAll(s, "人民政府", "政府") }
	name, words := short(p.body.name), short(words)
	return utf8.RuneCountInString(words) > 2 && strings.HasSuffix(name, words) ||
		strings.HasSuffix(words, "办公室") && strings.HasSuffix(name, words) ||
		strings.HasSuffix(words, "办") && strings.HasSuffix(name, words+"公室")
}

// calledShort reports whether the word, with the level in front of it, is what
// this organ is called for short: 人社局, but not 市人社局 in a district.
func (p *paragraph) calledShort(t int) bool {
	tok := &p.tokens[t]
	words := p.s[tok.i:tok.j]
	if r, size := utf8.DecodeLastRuneInString(p.s[:tok.i]); size > 0 && strings.ContainsRune(areas, r) {
		words = p.s[tok.i-size : tok.j]
	}
	return p.body.short(words)
}

// represented finds 代表县政府受理: it is not the represented that speaks.
func (p *paragraph) represented(t int) bool {
	before := p.s[:p.tokens[t].i]
	return strings.HasSuffix(before, "代表") || strings.HasSuffix(before, "代")
}

// isObject finds 收到上级来文: the body is not whose number follows.
func (p *paragraph) isObject(t int) bool {
	return t > p.start && p.tokens[t-1].kind == kWord && p.tokens[t-1].word.as(rolePart) != nil
}

// partOfName finds 县政府部门 and 县政府各部门, which are not 县政府.
func (p *paragraph) partOfName(t int) bool {
	for k := t + 1; k < len(p.tokens); k++ {
		tok := &p.tokens[k]
		if tok.kind == kWord && tok.word.as(roleWho) != nil {
			return true
		}
		if !(tok.kind == kWord && tok.word.as(roleFill) != nil || joiners[p.s[tok.i:tok.j]]) {
			return false
		}
	}
	return false
}

// comparesWith reports whether a time is only compared with: 较2022年, 与上年相比.
func (p *paragraph) comparesWith(t int) bool {
	tok := &p.tokens[t]
	before, _ := utf8.DecodeLastRuneInString(p.s[:tok.i])
	if strings.ContainsRune("较比与同", before) && !strings.HasSuffix(p.s[:tok.i], "连同") {
		return true
	}
	return strings.HasPrefix(p.s[tok.j:], "相比") || strings.HasPrefix(p.s[tok.j:], "同期相比")
}

// yearToken takes a year into account for what follows it.
func (p *paragraph) yearToken(t int) {
	tok := &p.tokens[t]
	p.noteYear(t)
	if tok.quoted {
		return
	}
	switch {
	case tok.kind == kDate && p.partOfYear(t), p.rangeOfYears(t):
		p.when = OtherTime
		return
	case tok.year == 0:
		return
	}
	switch {
	case p.comparesWith(t):
		p.compare = true
	case tok.year == p.year:
		p.when, p.mine = Own, t
	case p.carriesOver(t):
		// 结转至2024年: a year behind the verb is where it goes to
	default:
		p.when = OtherTime
	}
}

// partOfYear reports whether a date cuts a part out of the year: 5月受理, 1至6月, 截至
// 6月30日. 1至12月 and 截至12月31日 are all of it; a day is one case's.
func (p *paragraph) partOfYear(t int) bool {
	tok := &p.tokens[t]
	words := p.s[tok.i:tok.j]
	if strings.Contains(words, "12月") || strings.HasSuffix(p.s[:tok.i], "于") {
		return false
	}
	if strings.HasSuffix(words, "月") {
		return !strings.HasPrefix(p.s[tok.j:], "至12月") && !strings.HasPrefix(p.s[tok.j:], "-12月") && !strings.HasPrefix(p.s[tok.j:], "到12月")
	}
	return strings.HasSuffix(p.s[:tok.i], "截至") || strings.HasSuffix(p.s[:tok.i], "截止") || strings.HasSuffix(p.s[:tok.i], "截止到")
}

// rangeOfYears reports whether the year ends a span of several: 2021年至2023年.
func (p *paragraph) rangeOfYears(t int) bool {
	if t < 2 || p.tokens[t].kind != kYear || p.tokens[t-2].kind != kYear {
		return false
	}
	switch p.s[p.tokens[t-1].i:p.tokens[t-1].j] {
	case "至", "到", "-", "—", "~":
		return p.tokens[t-2].year != p.tokens[t].year
	}
	return false
}

// carriesOver reports whether the year is the source or aim of a carry-over:
// 2022年结转, 结转至2024年.
func (p *paragraph) carriesOver(t int) bool {
	tok := &p.tokens[t]
	for _, verb := range []string{"结转", "未办结"} {
		if strings.HasPrefix(p.s[tok.j:], verb) {
			return true
		}
	}
	for _, verb := range []string{"结转", "结转至", "结转到", "顺延至", "顺延到", "转入", "转至", "延至"} {
		if strings.HasSuffix(p.s[:tok.i], verb) {
			return true
		}
	}
	return false
}
