package schema

import (
	"math"

	"github.com/shopspring/decimal"
)

// Number is an exact decimal. The zero value is 0.
type Number struct{ d decimal.Decimal }

// Int returns n as a Number.
func Int(n int64) Number { return Number{decimal.NewFromInt(n)} }

// maxDigits bounds a figure; no count of a report has more.
const maxDigits = 18

// ParseNumber reads plain decimal notation: an optional sign, ASCII digits, at
// most one point. Separators, units and full-width digits are the business of
// [ParseCell]. ok is false for anything else, exponents included, and for more
// than 18 digits.
func ParseNumber(s string) (n Number, ok bool) {
	digits, points := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		case (c == '-' || c == '+') && i == 0:
		default:
			return Number{}, false
		}
	}
	if digits == 0 || digits > maxDigits || points > 1 || s[len(s)-1] == '.' {
		return Number{}, false
	}
	d, err := decimal.NewFromString(s)
	return Number{d}, err == nil
}

// Int64 returns the value as an integer; ok is false when it has a fraction or
// is beyond ±10^15, where sums could no longer be trusted to fit.
func (n Number) Int64() (v int64, ok bool) {
	if !n.d.IsInteger() {
		return 0, false
	}
	const limit = 1e15
	f := n.d.IntPart()
	if f > limit || f < -limit || n.d.NumDigits() > maxDigits {
		return 0, false
	}
	return f, true
}

// IsInteger reports whether the value has no fraction: 3.00 has none.
func (n Number) IsInteger() bool { return n.d.IsInteger() }

// Sign returns -1, 0 or 1.
func (n Number) Sign() int { return n.d.Sign() }

// Cmp compares by value: 1.0 equals 1.
func (n Number) Cmp(m Number) int { return n.d.Cmp(m.d) }

// Equal reports whether the values are the same: 1.0 equals 1.
func (n Number) Equal(m Number) bool { return n.d.Equal(m.d) }

// Add returns n + m.
func (n Number) Add(m Number) Number { return Number{n.d.Add(m.d)} }

// Sub returns n − m.
func (n Number) Sub(m Number) Number { return Number{n.d.Sub(m.d)} }

// Mul returns n · m.
func (n Number) Mul(m Number) Number { return Number{n.d.Mul(m.d)} }

// Shift returns n · 10^k.
func (n Number) Shift(k int32) Number { return Number{n.d.Shift(k)} }

// Decimal returns the value for arithmetic this type does not offer.
func (n Number) Decimal() decimal.Decimal { return n.d }

// Places returns how many digits were written after the point.
func (n Number) Places() int {
	if e := n.d.Exponent(); e < 0 && e > math.MinInt32 {
		return int(-e)
	}
	return 0
}

// String prints plain decimal notation without an exponent.
func (n Number) String() string { return n.d.String() }

// MarshalText writes the number with the places it was printed with: 18.70.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.d.StringFixed(int32(n.Places()))), nil }

// UnmarshalText reads what MarshalText wrote.
func (n *Number) UnmarshalText(text []byte) error { return n.d.UnmarshalText(text) }
