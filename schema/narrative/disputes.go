package narrative

import (
	"slices"
	"strings"
)

// byResult links 维持2件 to the review or lawsuit last named.
func (p *paragraph) byResult(s *sense, t int) linked {
	if p.disputed < 0 || !caseUnits[p.tokens[t].num.unit] {
		return unlinked(becauseUnknown)
	}
	p.ended = nil
	if (p.every || p.body.judges()) && !p.ofDisclosure() {
		return unlinked(becauseReview)
	}
	key := family(p.tokens[p.disputed].word.as(roleMatter).Matter) + "." + s.Column
	if s.Loose {
		return to(key, Doubtful, whyLoose)
	}
	return to(key, p.disputeDoubt(), whyReview)
}

// endedBehind returns the result that the clause tells behind token k, unless a
// number of its own follows it: 1件被复议机关纠正, and not 3件维持2件.
func (p *paragraph) endedBehind(k int) *sense {
	for k++; k < len(p.tokens); k++ {
		switch tok := &p.tokens[k]; tok.kind {
		case kText, kYear:
		case kWord:
			s := tok.word.as(roleResult)
			switch {
			case s == nil:
			case k+1 < len(p.tokens) && p.tokens[k+1].kind == kNumber:
				return nil
			default:
				return s
			}
		default:
			return nil
		}
	}
	return nil
}

// resultOf links 1件行政复议被纠正 to the result of the row. The number may be of
// the whole row too, all of which ended so.
func (p *paragraph) resultOf(row []int, s *sense, t int) linked {
	l := p.disputes(row, t)
	if len(l.kinds) != 1 {
		return l
	}
	if k := KindOf(family(l.kinds[0].Key) + "." + s.Column); k != nil {
		l.kinds = []*Kind{k}
	}
	if s.Loose && l.doubt < Doubtful {
		l.doubt, l.why = Doubtful, whyLoose
	}
	return l
}

// whyReview excuses a number of reviews or lawsuits.
var whyReview = Words{"没有写明是政府信息公开引起的", "it is not said that the work of disclosure led to it"}

// disputeDoubt: a number of reviews or lawsuits that is not said to be of this
// work may hold others; a township hardly tells any here.
func (p *paragraph) disputeDoubt() Doubt {
	switch {
	case p.ofDisclosure():
		return Sure
	case p.body.local() && !p.every:
		return Likely
	}
	return Doubtful
}

// family is the matter by which results are told: both groups of lawsuits are
// one.
func family(matter string) string {
	if strings.HasPrefix(matter, "litigation") {
		return "litigation"
	}
	return matter
}

// ofDisclosure reports whether the reviews and lawsuits spoken of came from the
// work of disclosure: a bureau has others.
func (p *paragraph) ofDisclosure() bool {
	if p.every && !p.open {
		return false
	}
	return p.open || p.told || p.head == "applications" || p.head == "review" || p.section == "review"
}

// disputes links a number to reviews or lawsuits, to each of a row or to their
// sum.
func (p *paragraph) disputes(row []int, t int) linked {
	num := p.tokens[t].num
	switch {
	case !caseUnits[num.unit]:
		return unlinked(becauseUnit)
	case p.instance(t):
		return unlinked(becauseStage)
	case p.ended != nil:
		ended := p.ended
		l := p.byResult(ended, t)
		p.ended = ended // 被纠正的行政复议3件、行政诉讼1件
		return l
	}
	l := linked{}
	keys := p.disputeKeys(row)
	switch {
	case len(keys) > 1 && !p.each(t) && (num.value.Sign() != 0 || p.summed(t)):
		l.kinds = []*Kind{KindOf("disputes")}
	case len(keys) == 1 && keys[0] == "disputes" && num.value.Sign() == 0:
		l.kinds = []*Kind{KindOf("review"), KindOf("litigation")} // 复议诉讼：0件
	default:
		for _, key := range keys {
			l.kinds = append(l.kinds, KindOf(key))
		}
	}
	if p.ofDisclosure() || num.value.Sign() == 0 {
		return l
	}
	if p.every || p.body.judges() {
		p.kinds, p.ours = l.kinds, false
		return unlinked(becauseReview)
	}
	l.doubt, l.why = p.disputeDoubt(), whyReview
	return l
}

// instance reports whether the number is of one instance: 一审案件7件.
func (p *paragraph) instance(t int) bool {
	clause := p.s[p.tokens[p.start].i:p.tokens[t].i]
	for _, w := range []string{"一审", "二审", "再审"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

func (p *paragraph) disputeKeys(row []int) []string {
	var keys []string
	for _, k := range row {
		m := p.tokens[k].word.as(roleMatter).Matter
		if isDispute(m) && (len(keys) == 0 || keys[len(keys)-1] != m) {
			keys = append(keys, m)
		}
	}
	return keys
}

// otherResult reads 其他5件 behind another result.
func (p *paragraph) otherResult(t int) (linked, bool) {
	if t == 0 || p.tokens[t-1].kind != kWord || p.tokens[t-1].word.text != "其他" || len(p.mentions) == 0 {
		return linked{}, false
	}
	c := -1
	for _, at := range slices.Backward(p.mentions) {
		if m := &p.out.Mentions[at]; m.Class != Percent { // 无法提供5件，占25%；其他1件
			c = m.Claim
			break
		}
	}
	if c < 0 {
		return linked{}, false
	}
	for _, column := range []string{".upheld", ".corrected", ".pending"} {
		if strings.HasSuffix(p.out.Claims[c].What.Key, column) {
			return p.byResult(&sense{Column: "other"}, t), true
		}
	}
	return p.otherKind(p.out.Claims[c].What)
}

// groups are the outcomes and the applicants beside which 其他 is the last.
var groups = map[Topic][]string{
	Outcomes:   {"granted", "partly_granted", "refused", "unavailable", "unprocessed"},
	Applicants: {"natural", "business", "research", "charity", "legal"},
}

// otherKind links 其他2件 behind outcomes or applicants. It is the form's 其他 only
// where all others were told; else it may hold them, too.
func (p *paragraph) otherKind(last *Kind) (linked, bool) {
	group := groups[last.Topic]
	if !slices.Contains(group, last.Key) {
		return linked{}, false
	}
	told := 0
	for _, key := range group {
		if slices.ContainsFunc(p.mentions, func(m int) bool {
			c := p.out.Mentions[m].Claim
			return c >= 0 && p.out.Claims[c].What.Key == key
		}) {
			told++
		}
	}
	key := "other_outcome"
	if last.Topic == Applicants {
		key = "other_applicants"
	}
	switch {
	case told == len(group):
		return surely(key), true
	case told > 1:
		return to(key, Doubtful, whyLoose), true
	}
	return linked{}, false
}

// each reports whether the number holds for each of a row: 均为0件, 各1件.
func (p *paragraph) each(t int) bool { return p.fillsWith(t, roleEach) }

// summed reports whether the number is said to be a sum: 共计0件.
func (p *paragraph) summed(t int) bool { return p.fillsWith(t, roleSum) }

// fillsWith reports whether a word of the role stands among the fillers in front
// of the number.
func (p *paragraph) fillsWith(t int, r role) bool {
	for k := t - 1; k >= p.start; k-- {
		tok := &p.tokens[k]
		if tok.kind != kWord || !fills(tok.word) {
			return false
		}
		if tok.word.as(r) != nil {
			return true
		}
	}
	return false
}

// respectively links the numbers of 行政复议和行政诉讼分别为8件和5件 to the members of
// the row in their order.
func (p *paragraph) respectively(t int) (linked, bool) {
	opener, before := -1, 0
	for k := p.start; k < t; k++ {
		switch tok := &p.tokens[k]; tok.kind {
		case kNumber:
			before++
		case kWord:
			if w := tok.word.text; w == "分别为" || w == "分别是" || w == "依次为" {
				opener, before = k, 0
			}
		}
	}
	if opener < 0 {
		return linked{}, false
	}
	var row []string
	disputed := false
	for k := p.start; k < opener; k++ {
		tok := &p.tokens[k]
		if tok.kind == kNumber {
			return linked{}, false // a whole with its parts
		}
		if tok.kind != kWord {
			continue
		}
		if m := tok.word.as(roleMatter); m != nil && isDispute(m.Matter) {
			row, disputed = append(row, m.Matter), true
		} else if m != nil && KindOf(strings.TrimSuffix(m.Matter, "?")) != nil {
			row = append(row, strings.TrimSuffix(m.Matter, "?"))
		} else if s := tok.word.as(rolePart); s != nil && s.Matter == "applications" && !s.Generic && s.Quantity != "free" {
			row = append(row, s.Quantity)
		}
	}
	if len(row) < 2 || before >= len(row) || disputed && !p.ofDisclosure() {
		return linked{}, false
	}
	return surely(row[before]), true
}
