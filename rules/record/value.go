package record

import (
	"math"

	"github.com/gouji/gouji/schema"
)

// Value is what a cell holds: a figure in millionths, or why there is none. The
// zero value is an absent cell. Two values are the same exactly when they are
// equal.
type Value struct{ n int64 }

// What is no figure stands at the far end of what an int64 holds, absent first.
const (
	notFigure = math.MinInt64 + 16
	million   = 1_000_000
	largest   = math.MaxInt64 / million
)

func noFigure(s schema.State) Value {
	if s == schema.Absent {
		return Value{}
	}
	return Value{math.MinInt64 + int64(s)}
}

// figure keeps a figure; 0 is told from an absent cell by an offset of one.
func figure(n int64) Value {
	if n >= 0 {
		n++
	}
	return Value{n}
}

func valueOf(c schema.Cell) Value {
	if c.State != schema.Numeric {
		return noFigure(c.State)
	}
	return ValueOf(c.Value)
}

// ValueOf returns the value of a number. One with more than six digits behind
// the point, or beyond what counts of reports reach, is kept as words.
func ValueOf(n schema.Number) Value {
	if whole, ok := n.Int64(); ok {
		if whole >= largest || whole <= -largest {
			return noFigure(schema.Words)
		}
		return figure(whole * million)
	}
	if v, ok := n.Shift(6).Int64(); ok {
		return figure(v)
	}
	return noFigure(schema.Words)
}

// State returns the state of the cell. A figure too long to keep is [schema.Words].
func (v Value) State() schema.State {
	switch {
	case v.n == 0:
		return schema.Absent
	case v.n > notFigure:
		return schema.Numeric
	}
	return schema.State(v.n - math.MinInt64)
}

// IsNumber reports whether there is a figure.
func (v Value) IsNumber() bool { return v.n != 0 && v.n > notFigure }

// Number returns the figure; 0 when there is none.
func (v Value) Number() schema.Number {
	n := v.n
	switch {
	case !v.IsNumber():
		return schema.Number{}
	case n > 0:
		n--
	}
	return schema.Int(n).Shift(-6)
}

// Int returns the figure when it is a whole number.
func (v Value) Int() (int64, bool) {
	if !v.IsNumber() {
		return 0, false
	}
	return v.Number().Int64()
}

// String prints the figure; "" when there is none.
func (v Value) String() string {
	if !v.IsNumber() {
		return ""
	}
	return v.Number().String()
}
