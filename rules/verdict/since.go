package verdict

import (
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// RangeOf returns what a number may mean; ok is false for one with a fraction, or
// too large to be added up.
func RangeOf(m *narrative.Mention) (record.Range, bool) {
	s, ok := spanOf(m)
	return record.Range{Lo: s.lo, Hi: s.hi}, ok
}

// Grew reports whether the change that a growth tells may lead from the base to
// its number. The base of a percentage must be above 0.
func Grew(g *record.Growth, base record.Range) bool {
	now, from := span{g.Now.Lo, g.Now.Hi}, span{base.Lo, base.Hi}
	if g.Absolute {
		if g.Down {
			now, from = from, now
		}
		return from.plus(span{g.By.Lo, g.By.Hi}).meets(now)
	}
	sign := int64(1)
	if g.Down {
		sign = -1
	}
	return ratioFits(g.Change, g.Hedged, now, from, sign)
}

// Change works out the change that there is from a base: the difference, or a
// percentage to as many places as are printed; fell is its direction.
func Change(g *record.Growth, base int64) (change schema.Number, fell bool) {
	now := schema.Int(g.Now.Lo)
	by := gap(now, schema.Int(base))
	if !g.Absolute {
		by = percentOf(by, schema.Int(base), g.Change.Places())
	}
	return by, g.Now.Lo < base
}
