package verdict

import (
	"github.com/shopspring/decimal"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// Share is a share of the prose, worked out again.
type Share struct {
	Share  *narrative.Share
	Status Status
	Whole  int           // index into Prose.Mentions: the whole that was compared
	Right  schema.Number // the share there is, to as many places as are printed
}

// Growth is a growth of the prose, worked out again.
type Growth struct {
	Growth *narrative.Growth
	Status Status
	Now    int           // index into Prose.Mentions: what was compared
	Base   int           // with this
	Right  schema.Number // the change there is, without its sign
	Fell   bool          // and its direction
}

// CheckShares works out every share of the prose. A list that is contradicted
// tells of the fault itself.
func CheckShares(prose *narrative.Prose, parts []Parts) []Share {
	out := make([]Share, len(prose.Shares))
	for i := range prose.Shares {
		s := &prose.Shares[i]
		v := Share{Share: s, Whole: -1}
		percent := &prose.Mentions[s.Percent]
		try := func(whole int) bool {
			w, part := &prose.Mentions[whole], &prose.Mentions[s.Part]
			if !ratio(percent, part, w, 0) {
				return false
			}
			v.Status, v.Whole = Verified, whole
			return true
		}
		if s.Whole < 0 || !try(s.Whole) {
			for _, w := range s.Others {
				if try(w) {
					break
				}
			}
		}
		if v.Status == Unlinked && s.Whole >= 0 && s.Sure && parts[s.List].Status != Contradicted && summable(prose, s.Part, s.Whole) {
			v.Status, v.Whole = Contradicted, s.Whole
			v.Right = percentOf(prose.Mentions[s.Part].Value, prose.Mentions[s.Whole].Value, percent.Value.Places())
		}
		out[i] = v
	}
	return out
}

// summable reports whether both numbers are known and count the same.
func summable(prose *narrative.Prose, part, whole int) bool {
	a, b := &prose.Mentions[part], &prose.Mentions[whole]
	_, known := spanOf(a)
	_, too := spanOf(b)
	return known && too && b.Value.Sign() > 0 && a.Unit == b.Unit && a.Scope == b.Scope
}

// CheckGrowths works out every growth of the prose.
func CheckGrowths(prose *narrative.Prose) []Growth {
	out := make([]Growth, len(prose.Growths))
	for i := range prose.Growths {
		g := &prose.Growths[i]
		v := Growth{Growth: g, Now: g.Now, Base: g.Base}
		for _, pair := range append([][2]int{{g.Now, g.Base}}, g.Others...) {
			if grows(prose, g, pair[0], pair[1]) {
				v.Status, v.Now, v.Base = Verified, pair[0], pair[1]
				break
			}
		}
		if v.Status == Unlinked && g.Sure && summableGrowth(prose, g) {
			now, base := prose.Mentions[g.Now].Value, prose.Mentions[g.Base].Value
			v.Status, v.Right, v.Fell = Contradicted, gap(now, base), now.Cmp(base) < 0
			if !g.Absolute {
				v.Right = percentOf(v.Right, base, prose.Mentions[g.Change].Value.Places())
			}
		}
		out[i] = v
	}
	return out
}

// summableGrowth reports whether both ends are known and the base is no zero.
func summableGrowth(prose *narrative.Prose, g *narrative.Growth) bool {
	_, known := spanOf(&prose.Mentions[g.Now])
	_, too := spanOf(&prose.Mentions[g.Base])
	return known && too && prose.Mentions[g.Base].Value.Sign() > 0
}

// grows reports whether the change may lead from the base to the number.
func grows(prose *narrative.Prose, g *narrative.Growth, now, base int) bool {
	change := &prose.Mentions[g.Change]
	from, ok := spanOf(&prose.Mentions[base])
	to, too := spanOf(&prose.Mentions[now])
	if !ok || !too {
		return false
	}
	if g.Absolute {
		by, ok := spanOf(change)
		if g.Down {
			from, to = to, from
		}
		return ok && from.plus(by).meets(to)
	}
	sign := int64(1)
	if g.Down {
		sign = -1
	}
	return ratio(change, &prose.Mentions[now], &prose.Mentions[base], sign)
}

// ratio reports whether a percentage is part / whole, or with a sign ± (part −
// whole) / whole: rounded, cut off, or bent in its last digit so that shares
// make 100.
func ratio(percent, part, whole *narrative.Mention, sign int64) bool {
	a, ok := spanOf(part)
	w, too := spanOf(whole)
	return ok && too && ratioFits(percent.Value, percent.Bound != narrative.Exactly, a, w, sign)
}

// ratioFits is ratio over what the numbers may mean.
func ratioFits(percent schema.Number, hedged bool, a, w span, sign int64) bool {
	if w.lo <= 0 {
		return false
	}
	low, high := span{a.lo, w.hi}, span{a.hi, w.lo} // part and whole of the least and of the greatest share
	switch {
	case sign > 0:
		low.lo, high.lo = a.lo-w.hi, a.hi-w.lo
	case sign < 0:
		low, high = span{w.lo - a.hi, w.lo}, span{w.hi - a.lo, w.hi}
	}
	unit := decimal.New(1, -int32(percent.Places()))
	p := percent.Decimal()
	if hedged {
		unit = decimal.Max(unit, p.Div(decimal.NewFromInt(5)))
	}
	hundred := func(v int64) decimal.Decimal { return decimal.NewFromInt(v).Mul(decimal.NewFromInt(100)) }
	least := p.Add(unit).Mul(decimal.NewFromInt(low.hi))
	most := p.Sub(unit).Mul(decimal.NewFromInt(high.hi))
	return hundred(low.lo).Cmp(least) <= 0 && hundred(high.lo).Cmp(most) >= 0
}

// percentOf is a / b in percent, rounded half up.
func percentOf(a, b schema.Number, places int) schema.Number {
	q := a.Shift(2).Decimal().DivRound(b.Decimal(), int32(places))
	n, _ := schema.ParseNumber(q.StringFixed(int32(places)))
	return n
}
