package narrative

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// opener is a place of a sentence where the parts of a number before it begin.
type opener struct {
	token  int
	group  int  // the bracket that it stands in, or -1
	closed bool // its words say that the parts are all
	open   bool // its words say that they are not: 主要有
	bare   bool // no word: a colon or a bracket behind the whole
}

// item is a quantity of the sentence.
type item struct {
	mention int
	token   int
	group   int // the bracket that it stands in, or -1
}

// wholly are words behind a whole that say that its list is not whole.
var wholly = map[string]bool{"主要有": true, "主要包括": true, "主要为": true, "主要是": true, "其中主要": true, "主要涉及": true}

// lists finds what the openers of the sentence up to token end divide. An
// opener that begins the sentence divides the only total of the one before.
func (p *paragraph) lists(end int) {
	groups := p.groups(end)
	items := p.items(groups)
	if len(items) > 0 {
		openers := p.openers(end, groups)
		first := len(p.out.Lists)
		for i, o := range openers {
			p.list(o, openers[i+1:], items)
		}
		p.trailing(items, openers)
		p.nest(first)
	}
	p.before = items
}

// groups gives each token of the sentence the bracket that it stands in.
func (p *paragraph) groups(end int) []int {
	out := make([]int, end-p.sentence)
	var stack []int
	for t := p.sentence; t < end; t++ {
		if p.tokens[t].kind == kClose && len(stack) > 0 {
			stack = stack[:len(stack)-1]
		}
		out[t-p.sentence] = -1
		if n := len(stack); n > 0 {
			out[t-p.sentence] = stack[n-1]
		}
		if p.tokens[t].kind == kOpen {
			stack = append(stack, t)
		}
	}
	return out
}

// items lists the quantities of the sentence. One that stands in brackets alone,
// behind a name, counts what the name says: 机构职能（12条）.
func (p *paragraph) items(groups []int) []item {
	var out []item
	for _, at := range p.mentions {
		m := &p.out.Mentions[at]
		if m.Class != Quantity {
			continue
		}
		g := groups[m.token-p.sentence]
		if g == m.token-1 && g > p.sentence && p.tokens[g-1].kind != kNumber && m.token+1-p.sentence < len(groups) && p.tokens[m.token+1].kind == kClose {
			g = groups[g-p.sentence]
		}
		out = append(out, item{at, m.token, g})
	}
	return out
}

// openers lists the places where parts begin. Two for the same list (其中，A、B分别
// 为) are one.
func (p *paragraph) openers(end int, groups []int) []opener {
	var out []opener
	numbers := 0 // behind the last opener
	for t := p.sentence; t < end; t++ {
		tok := &p.tokens[t]
		if tok.kind == kNumber {
			numbers++
		}
		o, ok := p.openerAt(t)
		if !ok {
			continue
		}
		o.group = groups[t-p.sentence]
		if tok.kind == kOpen {
			o.group = t
		}
		if n := len(out); n > 0 && numbers == 0 && out[n-1].group == o.group {
			last := &out[n-1]
			last.closed, last.open, last.bare = last.closed || o.closed, last.open || o.open, last.bare && o.bare
			continue
		}
		out, numbers = append(out, o), 0
	}
	return out
}

func (p *paragraph) openerAt(t int) (opener, bool) {
	tok := &p.tokens[t]
	behind := t > p.sentence && p.tokens[t-1].kind == kNumber
	switch {
	case tok.quoted:
	case tok.kind == kWord:
		if s := tok.word.as(roleOpener); s != nil {
			return opener{token: t, closed: s.Closed}, true
		}
		if wholly[tok.word.text] {
			return opener{token: t, open: true}, true
		}
	case tok.kind == kOpen && behind && p.beginsWith(t+1, "含"):
		return opener{token: t}, true
	case tok.kind == kText && tok.i >= 3 && p.beginsWith(t, "含") && (behind || t >= p.sentence+2 && p.tokens[t-1].kind == kComma && p.tokens[t-2].kind == kNumber):
		return opener{token: t}, true
	case tok.kind == kColon && behind, tok.kind == kOpen && behind:
		return opener{token: t, closed: true, bare: true}, true
	case tok.kind == kText && t >= p.sentence+2 && p.tokens[t-1].kind == kComma && p.tokens[t-2].kind == kNumber && strings.HasPrefix(p.s[tok.i:tok.j], "一是"):
		return opener{token: t}, true
	}
	return opener{}, false
}

// beginsWith reports whether the token is unknown text that begins so.
func (p *paragraph) beginsWith(t int, words string) bool {
	return t < len(p.tokens) && p.tokens[t].kind == kText && strings.HasPrefix(p.s[p.tokens[t].i:], words)
}

// list reads the list that an opener begins; later are the openers behind it.
func (p *paragraph) list(o opener, later []opener, items []item) {
	l := List{Whole: -1, Closed: o.closed, Open: o.open, Bare: o.bare, Inside: -1}
	p.wholes(&l, o, items)
	if l.Whole < 0 {
		return
	}
	whole := &p.out.Mentions[l.Whole]
	last := o.token
	for _, it := range items {
		if it.token <= o.token || it.group != o.group {
			continue
		}
		m := &p.out.Mentions[it.mention]
		if m.Scope == Relative {
			continue
		}
		mb := Member{Mention: it.mention, Inner: between(later, last, it.token, o.group)}
		label := p.label(last, it.token)
		if n := len(l.Members); n > 0 {
			prev := &p.out.Mentions[l.Members[n-1].Mention]
			mb.Loose, mb.Semicolon = p.parted(last, it.token)
			mb.Break = mb.Loose && !p.alike(prev, m, last, label, o.group == o.token)
		}
		mb.Rest = isRest(label)
		mb.Way = p.ways(last, it.token)
		mb.Alien = m.Scope != whole.Scope || !sameUnit(whole.Unit, m.Unit)
		l.Members = append(l.Members, mb)
		last = it.token
	}
	if len(l.Members) == 0 {
		return
	}
	l.plain()
	p.finish(&l, o)
	p.out.Lists = append(p.out.Lists, l)
}

// between reports whether an opener of the group stands between two tokens.
func between(openers []opener, a, b, group int) bool {
	return slices.ContainsFunc(openers, func(o opener) bool { return o.group == group && o.token > a && o.token < b })
}

// wholes finds what the list divides: the nearest number before it that is no
// difference, and the others that it could be.
func (p *paragraph) wholes(l *List, o opener, items []item) {
	var before []item
	for _, it := range items {
		if it.token < o.token && (it.group == o.group || o.group >= 0 && it.token < o.group) {
			before = append(before, it)
		}
	}
	if o.group >= 0 && len(before) > 0 { // in a bracket: what stands in it, or the number in front of it
		if at := before[len(before)-1]; at.token < o.group && at.token != o.group-1 {
			return
		}
	}
	l.Direct = true
	if len(before) == 0 {
		if !p.begins(o.token) {
			return
		}
		if before = p.stated(p.before); len(before) != 1 {
			return
		}
	} else {
		stated := p.stated(before)
		if len(stated) == 0 {
			stated = before
		}
		l.Direct = p.direct(stated[len(stated)-1].token, o.token)
		before = append(slices.DeleteFunc(slices.Clone(before), func(it item) bool { return it == stated[len(stated)-1] }), stated[len(stated)-1])
	}
	l.Whole = before[len(before)-1].mention
	// A bracket divides the number in front of it. Only of what was received it may
	// divide what was carried in, too: 新收11件，上年结转2件（自然人13件）.
	if o.group >= 0 && before[len(before)-1].token == o.group-1 && !p.applied(l.Whole) {
		return
	}
	for _, it := range before[:len(before)-1] {
		l.Others = append(l.Others, it.mention)
	}
}

// applied reports whether the number is of applications that came in, or may be.
func (p *paragraph) applied(mention int) bool {
	m := &p.out.Mentions[mention]
	return m.Claim >= 0 && p.out.Claims[m.Claim].What.Topic == Applications
}

// stated are the numbers that are no differences.
func (p *paragraph) stated(items []item) []item {
	var out []item
	for _, it := range items {
		if p.out.Mentions[it.mention].Scope != Relative {
			out = append(out, it)
		}
	}
	return out
}

// begins reports whether nothing stands before the token in its sentence.
func (p *paragraph) begins(t int) bool {
	for k := p.sentence; k < t; k++ {
		if tok := &p.tokens[k]; tok.kind != kPause && tok.kind != kComma {
			return false
		}
	}
	return true
}

// direct reports whether the opener follows the whole, with at most a comparison
// between: 362条，同比增长18.7%，其中.
func (p *paragraph) direct(whole, o int) bool {
	comparing := false
	for k := whole + 1; k < o; k++ {
		tok := &p.tokens[k]
		switch tok.kind {
		case kComma, kNumber, kYear, kOpen, kClose:
		case kWord:
			comparing = comparing || tok.word.as(roleCompare) != nil
			if !comparing && tok.word.as(roleFill) == nil && tok.word.as(roleSome) == nil {
				return false
			}
		case kText:
			if s := p.s[tok.i:tok.j]; !comparing && utf8.RuneCountInString(s) > 2 && s != "信息内容" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// label is what stands between two tokens, outside of brackets: the name of the
// part.
func (p *paragraph) label(a, b int) string {
	from, depth := p.tokens[a].j, 0
	for k := a + 1; k < b; k++ {
		switch p.tokens[k].kind {
		case kOpen:
			depth++
		case kClose:
			if depth--; depth <= 0 {
				from = p.tokens[k].j
			}
		}
	}
	return strings.Trim(p.s[from:p.tokens[b].i], "，、；：（）")
}

// parted reports whether a comma or semicolon parts two tokens, outside of the
// brackets between them.
func (p *paragraph) parted(a, b int) (loose, semicolon bool) {
	depth := 0
	for k := a + 1; k < b; k++ {
		switch p.tokens[k].kind {
		case kOpen:
			depth++
		case kClose:
			depth--
		case kComma, kColon:
			loose = loose || depth == 0
		case kSemi:
			if depth == 0 {
				return true, true
			}
		}
	}
	return loose, false
}

// deeds begin something else than the next part of a list of items.
var deeds = []string{
	"开展", "召开", "举办", "组织", "培训", "回复", "答复", "回应", "办理", "办结", "受理", "收到", "接待", "接听", "解答", "阅读", "浏览", "访问", "点击", "关注", "制作",
	"审查", "审核", "整改", "检查", "发放", "处理", "清理", "修订", "新增", "累计", "共", "同时", "另", "此外", "还", "并", "除",
}

// maxLabel is the length of the longest name of a part, in characters.
const maxLabel = 20

// alike reports whether the number behind a comma goes on with the list: both
// speak of the same kind of thing, and the words between only name it. In a
// bracket of their own one may be called as the form calls it and the other not.
func (p *paragraph) alike(a, b *Mention, last int, label string, bracket bool) bool {
	if isRest(label) {
		return true
	}
	if a.Unit != b.Unit || !bracket && a.Claim >= 0 != (b.Claim >= 0) || utf8.RuneCountInString(label) > maxLabel {
		return false
	}
	if a.Claim >= 0 && b.Claim >= 0 {
		x, y := p.out.Claims[a.Claim].What, p.out.Claims[b.Claim].What
		return x.Topic == y.Topic && x.Topic != Applications && rowGroup(x.Key) == rowGroup(y.Key)
	}
	label = strings.ReplaceAll(label, "另行制作", "") // is why nothing was provided
	if slices.ContainsFunc(deeds, func(d string) bool { return strings.Contains(label, d) }) {
		return false
	}
	for k := last + 1; k < b.token; k++ {
		if tok := &p.tokens[k]; tok.kind == kYear || tok.kind == kDate || tok.kind == kWord && (tok.word.as(roleNow) != nil || tok.word.as(roleWhen) != nil || tok.word.as(roleSome) != nil) {
			return false
		}
	}
	return true
}

// rowGroup is what stands before the point of a key: the rows of one group.
func rowGroup(key string) string {
	head, _, dotted := strings.Cut(key, ".")
	if !dotted {
		return ""
	}
	return head
}

// isRest finds 其他 and 其余 before a number: the parts are all told.
func isRest(label string) bool {
	if strings.HasPrefix(label, "其他处理") || strings.HasPrefix(label, "其它处理") || utf8.RuneCountInString(label) > 8 {
		return false
	}
	return strings.HasPrefix(label, "其他") || strings.HasPrefix(label, "其余") || strings.HasPrefix(label, "其它")
}

// ways reports whether a channel stands between two tokens.
func (p *paragraph) ways(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if tok := &p.tokens[k]; tok.kind == kWord && tok.word.as(roleChannel) != nil {
			return true
		}
	}
	return false
}

// sameUnit reports whether numbers of the measure words may be added up.
func sameUnit(whole, part string) bool { return whole == part || part == "" }

// plain chooses the plainest reading of where the list ends and what stands in
// inner lists: an inner list goes on to a semicolon or through its row of 、, and
// the outer ends at a semicolon behind two parts or where something else begins.
func (l *List) plain() {
	inner := false
	for n, m := range l.Members {
		switch {
		case m.Break, m.Semicolon && !inner && n >= 2 && !l.Members[n-1].Semicolon && !l.Members[1].Semicolon:
			return
		case m.Inner && n > 0:
			inner = true
			continue
		case inner && !m.Loose:
			continue
		}
		inner = false
		l.Parts = append(l.Parts, m.Mention)
	}
}

// finish notes what words within the list say of it, and where it stands.
func (p *paragraph) finish(l *List, o opener) {
	lastPart := l.Parts[len(l.Parts)-1]
	end := p.out.Mentions[lastPart].token
	for k := o.token + 1; k < len(p.tokens); k++ {
		tok := &p.tokens[k]
		if k > end && (tok.kind == kNumber || tok.kind == kStop || tok.kind == kSemi || tok.kind == kComma) {
			break
		}
		if tok.kind == kWord && tok.word.as(roleSome) != nil || tok.kind == kText && strings.HasPrefix(p.s[tok.i:tok.j], "等") {
			l.Open = true
		}
	}
	ways := 0
	for i := range l.Members {
		m := &l.Members[i]
		if !slices.Contains(l.Parts, m.Mention) {
			continue
		}
		l.Closed = l.Closed || m.Rest
		l.Mixed = l.Mixed || m.Alien
		if m.Way {
			ways++
		}
	}
	l.Channel = 2*ways >= len(l.Parts)
	if p.byQuarters(l) {
		l.Mixed, l.Closed = false, true
	}
	w := p.out.Mentions[l.Whole].Span
	l.Span = Span{w.Paragraph, w.I, p.out.Mentions[lastPart].J}
}

// byQuarters reports whether the parts are the quarters or halves of the year,
// each once and in their order, so that they make it.
func (p *paragraph) byQuarters(l *List) bool {
	whole := &p.out.Mentions[l.Whole]
	names := quarters
	if len(l.Parts) == 2 {
		names = halves
	}
	if len(l.Parts) != len(names) || len(l.Members) != len(l.Parts) || whole.Scope != Own {
		return false
	}
	from := whole.token
	for n, at := range l.Parts {
		m := &p.out.Mentions[at]
		if m.Unit != whole.Unit || !p.named(from, m.token, names[n]) {
			return false
		}
		from = m.token
	}
	return true
}

var (
	quarters = []string{"一季度", "二季度", "三季度", "四季度"}
	halves   = []string{"上半年", "下半年"}
)

// named reports whether a word that ends so stands between two tokens.
func (p *paragraph) named(a, b int, end string) bool {
	for k := a + 1; k < b; k++ {
		if tok := &p.tokens[k]; tok.kind == kWord && strings.HasSuffix(tok.word.text, end) {
			return true
		}
	}
	return false
}

// nest notes which lists divide a part of another.
func (p *paragraph) nest(first int) {
	for i := first; i < len(p.out.Lists); i++ {
		for k := first; k < i; k++ {
			if slices.Contains(p.out.Lists[k].Parts, p.out.Lists[i].Whole) {
				p.out.Lists[i].Inside = k
			}
		}
	}
}
