package schema_test

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// TestNumbersCountAsDecimalsDo holds the short way of whole numbers to the
// library's arithmetic, at the ends of int64 above all.
func TestNumbersCountAsDecimalsDo(t *testing.T) {
	t.Parallel()
	var numbers []schema.Number
	for _, v := range []int64{0, 1, -1, 7, -7, 1e15, 1e15 + 1, -1e15 - 1, math.MaxInt64, math.MaxInt64 - 1, math.MinInt64, math.MinInt64 + 1} {
		numbers = append(numbers, schema.Int(v))
	}
	for _, s := range []string{"0.0", "1.00", "-1.5", "0.000001", "999999999999.123456", "+12", "-0"} {
		n, ok := schema.ParseNumber(s)
		require.True(t, ok, s)
		numbers = append(numbers, n)
	}
	same := func(want decimal.Decimal, got schema.Number, what string) {
		assert.True(t, want.Equal(got.Decimal()), "%s: %s, not %s", what, got, want)
	}
	for _, a := range numbers {
		for _, b := range numbers {
			x, y := a.Decimal(), b.Decimal()
			same(x.Add(y), a.Add(b), a.String()+" + "+b.String())
			same(x.Sub(y), a.Sub(b), a.String()+" - "+b.String())
			same(x.Mul(y), a.Mul(b), a.String()+" * "+b.String())
			assert.Equal(t, x.Cmp(y), a.Cmp(b))
			assert.Equal(t, x.Equal(y), a.Equal(b))
		}
		assert.Equal(t, a.Decimal().Sign(), a.Sign())
		assert.Equal(t, a.Decimal().String(), a.String())
		same(a.Decimal().Shift(2), a.Shift(2), a.String()+" * 100")
	}
}

func TestANumberOfTheFormIsAnIntegerUpToTenToTheFifteenth(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]int64{"0": 0, "-3": -3, "3.00": 3, "1000000000000000": 1e15} {
		n, ok := schema.ParseNumber(words)
		require.True(t, ok, words)
		got, whole := n.Int64()
		assert.True(t, whole, words)
		assert.Equal(t, want, got)
	}
	for _, words := range []string{"0.5", "1000000000000001", "-1000000000000001", "999999999999999999"} {
		n, ok := schema.ParseNumber(words)
		require.True(t, ok, words)
		_, whole := n.Int64()
		assert.False(t, whole, words)
	}
	for _, words := range []string{"", "+", "1e5", "1.2.3", "5.", "1234567890123456789", "１"} {
		_, ok := schema.ParseNumber(words)
		assert.False(t, ok, words)
	}
}
