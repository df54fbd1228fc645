package verdict

import (
	"strings"

	"github.com/gouji/gouji/schema/narrative"
)

// span is what a number may mean: from lo to hi. 400余 is 400 to 600, 2.6万 is
// 25,000 to 27,000, 12 is 12.
type span struct{ lo, hi int64 }

// spanOf returns what a number may mean; ok is false for one with a fraction or
// too large to be added up.
func spanOf(m *narrative.Mention) (s span, ok bool) {
	v, ok := m.Value.Int64()
	if !ok || v > 1e12 {
		return span{}, false
	}
	step := roundness(v)
	switch m.Bound {
	case narrative.AtLeast:
		return span{v, v + max(step, v/2)}, true
	case narrative.AtMost:
		return span{v / 2, v}, true
	case narrative.About:
		by := max(step, v/10)
		return span{v - by, v + by}, true
	}
	if by := scaled(m.Raw); by > 1 {
		return span{v - by, v + by}, true
	}
	return span{v, v}, true
}

// roundness is the place value of the last digit that is not 0: 100 for 400.
func roundness(v int64) int64 {
	step := int64(1)
	for v > 0 && v%10 == 0 {
		v, step = v/10, step*10
	}
	return step
}

// scaled is the place value of the last digit of a figure in 万 or 亿: 1,000 for
// 2.6万; 1 for others.
func scaled(raw string) int64 {
	var unit int64
	switch {
	case strings.HasSuffix(raw, "万"):
		unit = 1e4
	case strings.HasSuffix(raw, "亿"):
		unit = 1e8
	default:
		return 1
	}
	if _, frac, ok := strings.Cut(strings.TrimRight(raw, "万亿"), "."); ok {
		for range frac {
			unit = max(unit/10, 1)
		}
	}
	return unit
}

func (s span) plus(t span) span   { return span{s.lo + t.lo, s.hi + t.hi} }
func (s span) meets(t span) bool  { return s.lo <= t.hi && t.lo <= s.hi }
func (s span) above(t span) bool  { return s.lo > t.hi }
func (s span) apart(t span) int64 { return max(s.lo-t.hi, t.lo-s.hi, 0) }
func (s span) meetsAny(t []span) bool {
	for _, u := range t {
		if s.meets(u) {
			return true
		}
	}
	return false
}

// MayBeEqual reports whether two numbers may mean the same: 2.6万 and 26,118.
func MayBeEqual(a, b *narrative.Mention) bool {
	s, ok := spanOf(a)
	t, too := spanOf(b)
	if !ok || !too {
		return a.Value.Equal(b.Value)
	}
	return s.meets(t)
}
