package verdict

import (
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// state says what is known of the sum of some cells.
type state uint8

const (
	certain state = iota // its possible values are known
	missing              // a cell is blank, or its form has no figure at all
	lost                 // a cell was not read, or holds no figure
	foreign              // the report's edition has no such cell
)

// sum is what some cells may add up to. A row that is a value short has several
// possible values.
type sum struct {
	state  state
	values []schema.Number
	reason narrative.Words
}

// maxValues bounds the combinations of ragged rows.
const maxValues = 64

// sum adds up the cells.
func (b *bench) sum(cells []schema.CellID) sum {
	out := sum{values: []schema.Number{schema.Int(0)}}
	for _, id := range cells {
		form, has := b.form(id)
		switch {
		case !has:
			return sum{state: foreign, reason: noCell}
		case form == nil:
			return sum{state: lost, reason: noForm}
		}
		values, st := b.values(form, id)
		if st != certain {
			reason := unread
			if st == missing {
				reason = blank
			}
			if out.state != lost {
				out.state, out.reason = st, reason
			}
			continue
		}
		out.values = combine(out.values, values)
	}
	return out
}

func combine(a, b []schema.Number) []schema.Number {
	if len(b) == 1 {
		for i := range a {
			a[i] = a[i].Add(b[0])
		}
		return a
	}
	var out []schema.Number
	for _, x := range a {
		for _, y := range b {
			if len(out) < maxValues {
				out = append(out, x.Add(y))
			}
		}
	}
	return out
}

// form returns the report's form that the cell is of; has is false when the
// edition of that form has no such cell.
func (b *bench) form(id schema.CellID) (form *schema.Form, has bool) {
	for _, key := range schema.FormKeys() {
		form := b.report.Forms[key]
		switch {
		case form != nil:
			if _, ok := form.Spec.Cell(id); ok {
				return form, true
			}
		case b.report.Edition != nil:
			if _, ok := b.report.Edition.Form(key).Cell(id); ok {
				return nil, true
			}
		}
	}
	return nil, false
}

// values returns what the cell may hold.
func (b *bench) values(form *schema.Form, id schema.CellID) ([]schema.Number, state) {
	cell := b.report.Cell(id)
	switch cell.State {
	case schema.Numeric:
		return []schema.Number{cell.Value}, certain
	case schema.Blank, schema.Slash:
		return nil, missing
	case schema.Words:
		return nil, lost
	}
	if ints, ok := b.rel.Possible(id); ok {
		out := make([]schema.Number, 0, len(ints))
		for _, v := range ints {
			out = append(out, schema.Int(v))
		}
		return out, certain
	}
	if len(form.Rows) == 0 && !b.unreadForm(form.Spec.Key) {
		return nil, missing
	}
	return nil, lost
}

// unreadForm reports whether figures of the form may stand in the report and
// were not read.
func (b *bench) unreadForm(key schema.FormKey) bool {
	for _, p := range b.report.Problems {
		if p.Form == key || p.Kind == schema.UnreadTable || p.Kind == schema.Unreadable || p.Kind == schema.GluedCells {
			return true
		}
	}
	return false
}

// agrees reports whether the claim may hold for one of the values.
func (s sum) agrees(c *narrative.Claim) bool {
	if s.state != certain {
		return false
	}
	for _, v := range s.values {
		if holds(c, v) {
			return true
		}
	}
	return false
}

// holds reports whether the claim is true of a value. A hedge is taken at its
// word: 15余件 is 15 or more, though not twice as many; 约15件 is near it.
func holds(c *narrative.Claim, v schema.Number) bool {
	double := c.Value.Add(c.Value)
	switch c.Bound {
	case narrative.AtLeast:
		return v.Cmp(c.Value) >= 0 && v.Cmp(double) <= 0
	case narrative.AtMost:
		return v.Cmp(c.Value) <= 0
	case narrative.About:
		return gap(v, c.Value).Mul(schema.Int(10)).Cmp(double) <= 0
	}
	return rounded(c, v)
}

// rounded reports whether the claim is the value, or what is left of it when it
// is rounded or cut at the claim's last digit: 517.6万件 for 5176450, 40.68亿元.
// A digit that is more than a tenth of the number rounds nothing: 1万件 is no
// 14000. Of money the form's figure may be the rounded one.
func rounded(c *narrative.Claim, v schema.Number) bool {
	off := v.Sub(c.Value)
	if off.Sign() == 0 {
		return true
	}
	ten := schema.Int(10)
	if gap(v, c.Value).Mul(ten).Cmp(c.Value) <= 0 && off.Cmp(c.Step) < 0 && off.Mul(schema.Int(-2)).Cmp(c.Step) <= 0 {
		return true
	}
	half := schema.Int(5).Shift(-int32(v.Places()) - 1)
	return c.What != nil && c.What.Key == "fees" && v.Sign() > 0 && v.Places() < c.Value.Places() && gap(v, c.Value).Cmp(half) <= 0
}

// near returns the value that is nearest to n.
func (s sum) near(n schema.Number) schema.Number {
	best := s.values[0]
	for _, v := range s.values[1:] {
		if gap(v, n).Cmp(gap(best, n)) < 0 {
			best = v
		}
	}
	return best
}
