package schema

import (
	"cmp"
	"math"
	"strconv"

	"github.com/shopspring/decimal"
)

// Number is an exact decimal. The zero value is 0.
type Number struct {
	whole    int64
	fraction *decimal.Decimal // the value, when it was written with a point or is past int64
}

// Int returns n as a Number.
func Int(n int64) Number { return Number{whole: n} }

func ofDecimal(d decimal.Decimal) Number { return Number{fraction: &d} }

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
	if points == 0 {
		v, err := strconv.ParseInt(s, 10, 64)
		return Int(v), err == nil
	}
	d, err := decimal.NewFromString(s)
	return ofDecimal(d), err == nil
}

// Int64 returns the value as an integer; ok is false when it has a fraction or
// is beyond ±10^15, where sums could no longer be trusted to fit.
func (n Number) Int64() (v int64, ok bool) {
	const limit = 1e15
	v = n.whole
	if d := n.fraction; d != nil {
		if !d.IsInteger() || d.NumDigits() > maxDigits {
			return 0, false
		}
		v = d.IntPart()
	}
	if v > limit || v < -limit {
		return 0, false
	}
	return v, true
}

// IsInteger reports whether the value has no fraction: 3.00 has none.
func (n Number) IsInteger() bool { return n.fraction == nil || n.fraction.IsInteger() }

// Sign returns -1, 0 or 1.
func (n Number) Sign() int {
	if n.fraction != nil {
		return n.fraction.Sign()
	}
	return cmp.Compare(n.whole, 0)
}

// Cmp compares by value: 1.0 equals 1.
func (n Number) Cmp(m Number) int {
	if n.fraction == nil && m.fraction == nil {
		return cmp.Compare(n.whole, m.whole)
	}
	return n.Decimal().Cmp(m.Decimal())
}

// Equal reports whether the values are the same: 1.0 equals 1.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Add returns n + m.
func (n Number) Add(m Number) Number {
	if n.fraction == nil && m.fraction == nil {
		if sum := n.whole + m.whole; (sum > n.whole) == (m.whole > 0) {
			return Int(sum)
		}
	}
	return ofDecimal(n.Decimal().Add(m.Decimal()))
}

// Sub returns n − m.
func (n Number) Sub(m Number) Number {
	if n.fraction == nil && m.fraction == nil {
		if left := n.whole - m.whole; (left < n.whole) == (m.whole > 0) {
			return Int(left)
		}
	}
	return ofDecimal(n.Decimal().Sub(m.Decimal()))
}

// Mul returns n · m.
func (n Number) Mul(m Number) Number { return ofDecimal(n.Decimal().Mul(m.Decimal())) }

// Shift returns n · 10^k.
func (n Number) Shift(k int32) Number { return ofDecimal(n.Decimal().Shift(k)) }

// Decimal returns the value for arithmetic this type does not offer.
func (n Number) Decimal() decimal.Decimal {
	if n.fraction != nil {
		return *n.fraction
	}
	return decimal.NewFromInt(n.whole)
}

// Places returns how many digits were written after the point.
func (n Number) Places() int {
	if n.fraction == nil {
		return 0
	}
	if e := n.fraction.Exponent(); e < 0 && e > math.MinInt32 {
		return int(-e)
	}
	return 0
}

// String prints plain decimal notation without an exponent.
func (n Number) String() string {
	if n.fraction != nil {
		return n.fraction.String()
	}
	return strconv.FormatInt(n.whole, 10)
}

// MarshalText writes the number with the places it was printed with: 18.70.
func (n Number) MarshalText() ([]byte, error) {
	if n.fraction != nil {
		return []byte(n.fraction.StringFixed(int32(n.Places()))), nil
	}
	return strconv.AppendInt(nil, n.whole, 10), nil
}

// UnmarshalText reads what MarshalText wrote.
func (n *Number) UnmarshalText(text []byte) error {
	if whole, err := strconv.ParseInt(string(text), 10, 64); err == nil {
		*n = Int(whole)
		return nil
	}
	d, err := decimal.NewFromString(string(text))
	*n = ofDecimal(d)
	return err
}
