package narrative

import (
	"regexp"
	"strconv"
)

// Since is a change since the year before that is told of one number: 收到申请15件,
// 同比增长50%. What it was counted from stands in last year's report, and may stand
// in the sentence.
type Since struct {
	Change   int  // index into Mentions: the percentage or difference
	Now      int  // the number of this year
	Base     int  // last year's number; -1 when the sentence does not tell it
	Down     bool // it fell
	Absolute bool // a difference, not a percentage
}

// lastYear is said of the year before; beside it stand no spans that are parts
// of a year, and no other years.
var (
	lastYear   = regexp.MustCompile(`同比|上年|去年|上一年|前一年`)
	otherTimes = regexp.MustCompile(`环比|季度|上月|月份|半年|年初|年均|前年|往年|历年|以来|[1-9]月|近[两三五]年|再次`)
	fullYear   = regexp.MustCompile(`(\d{4})年`)
)

// sinces finds the changes that have one number of this year in front of them in
// their sentence: with two, nobody can say which of them grew.
func (p *paragraph) sinces(changes, others []int, down map[int]bool) {
	for _, at := range changes {
		g := Since{Change: at, Now: -1, Base: -1, Down: down[at], Absolute: p.out.Mentions[at].Class == Quantity}
		if p.oneNow(&g, others) && p.sinceLastYear(&g) && p.ownChange(at) {
			p.out.Sinces = append(p.out.Sinces, g)
		}
	}
}

// oneNow looks for the number that changed, and for last year's. 0 as the start of
// a growth tells nothing.
func (p *paragraph) oneNow(g *Since, others []int) bool {
	change := &p.out.Mentions[g.Change]
	for _, at := range others {
		m := &p.out.Mentions[at]
		switch {
		case m.Scope == OtherBody:
			return false
		case p.startsFrom(m), m.Scope == OtherTime, m.Scope == Relative && !p.arrives(m):
			if g.Base >= 0 {
				return false
			}
			g.Base = at
		case at < g.Change:
			if g.Now >= 0 {
				return false
			}
			g.Now = at
		}
	}
	if g.Now < 0 {
		return false
	}
	now := &p.out.Mentions[g.Now]
	return (!g.Absolute || now.Unit == change.Unit) && (g.Base < 0 || p.out.Mentions[g.Base].Unit == now.Unit)
}

// sinceLastYear reports whether the sentence, up to the change, compares with the
// year before and with nothing else.
func (p *paragraph) sinceLastYear(g *Since) bool {
	words := p.s[p.tokens[p.sentence].i:p.out.Mentions[g.Change].number.i]
	named := lastYear.MatchString(words)
	for _, year := range fullYear.FindAllStringSubmatch(words, -1) {
		switch n, _ := strconv.Atoi(year[1]); n {
		case p.year:
		case p.year - 1:
			named = true
		default:
			return false
		}
	}
	return named && !otherTimes.MatchString(words)
}
