// Package relation holds the forms of a report to their relations (勾稽关系)
// and, where they do not hold, finds the fewest cells whose change would make
// them: the cause behind several violations. All is exact arithmetic over
// whole numbers, without randomness.
package relation

import "github.com/gouji/gouji/schema"

// Result is what the relations of one report say.
type Result struct {
	Held, Violated, Unchecked []Outcome
	Causes                    []Cause // of the violated ones, each relation in one cause
	state                     *state
}

// Outcome is one relation held to one row or column.
type Outcome struct {
	Sum         *schema.Sum
	Left, Right int64 // sums of the two sides; lower bounds where cells are unknown
	// Unknown are the cells that stand in the way of a check. A relation over
	// unknown cells is violated when it fails whatever they hold.
	Unknown []schema.CellID
}

// Difference returns how much the left side is larger.
func (o Outcome) Difference() int64 { return o.Left - o.Right }

// Witness is what the prose says a cell should hold.
type Witness struct {
	Cell  schema.CellID
	Value int64
}

// Cause is one fault behind violated relations.
type Cause struct {
	Rule         string // the rule that speaks of it: "TB101"
	Form         *schema.FormSpec
	Explanations []Explanation // equally small, the likeliest first; empty when none is small
	Violated     []Outcome
	// Row is set when the fault lies in a ragged row, where no column is known.
	Row *schema.Row
}

// Explanation is a set of changes that makes every relation of a cause hold.
type Explanation struct {
	Changes []Change
	Slip    Slip // the slip that made it, if one fits
	witness int  // how many witnesses speak for it, less those against
}

// Attested reports whether the prose speaks for the explanation.
func (e Explanation) Attested() bool { return e.witness > 0 }

// Change is one cell's change.
type Change struct {
	Cell     schema.CellID
	From, To int64
}

// Check evaluates the relations of the report's forms and explains the violated
// ones, with witnesses to choose between equally small explanations.
func Check(r *schema.Report, witnesses []Witness) *Result {
	res := &Result{state: newState(r)}
	for _, key := range schema.FormKeys() {
		form := r.Forms[key]
		if form == nil || len(form.Rows) == 0 {
			res.unchecked(r, key)
			continue
		}
		first := len(res.Violated)
		for _, rel := range form.Spec.Relations {
			for i := range rel.Sums {
				res.evaluate(&rel.Sums[i])
			}
		}
		if violated := res.Violated[first:]; len(violated) > 0 {
			res.Causes = append(res.Causes, explain(res.state, form.Spec, violated, witnesses)...)
		}
		res.ragged(form)
	}
	return res
}

// unchecked counts the relations of a form that the report does not have.
func (res *Result) unchecked(r *schema.Report, key schema.FormKey) {
	if r.Edition == nil {
		return
	}
	for _, rel := range r.Edition.Form(key).Relations {
		for i := range rel.Sums {
			res.Unchecked = append(res.Unchecked, Outcome{Sum: &rel.Sums[i]})
		}
	}
}

// evaluate holds one sum to the report. Counts are 0 or more, so with unknown
// cells on one side only, the other side is too small for certain when the
// known part alone exceeds it.
func (res *Result) evaluate(sum *schema.Sum) {
	o := Outcome{Sum: sum}
	unknownLeft, unknownRight := 0, 0
	for _, id := range sum.Left {
		if v, ok := res.state.value(id); ok {
			o.Left += v
		} else {
			unknownLeft++
		}
	}
	for _, id := range sum.Right {
		if v, ok := res.state.value(id); ok {
			o.Right += v
		} else {
			unknownRight++
		}
	}
	switch {
	case unknownLeft+unknownRight == 0 && o.Left == o.Right:
		res.Held = append(res.Held, o)
	case unknownLeft+unknownRight == 0,
		unknownRight == 0 && o.Left > o.Right,
		unknownLeft == 0 && o.Right > o.Left:
		o.Unknown = res.state.unknown(sum)
		res.Violated = append(res.Violated, o)
	default:
		o.Unknown = res.state.unknown(sum)
		res.Unchecked = append(res.Unchecked, o)
	}
}

// state is the report's cells as whole numbers.
type state struct {
	report *schema.Report
	values []int64
	known  []bool
}

func newState(r *schema.Report) *state {
	s := &state{report: r, values: make([]int64, len(r.Cells)), known: make([]bool, len(r.Cells))}
	for i := range r.Cells {
		// A fraction or a negative count is TB106's; it proves nothing about sums.
		if v, ok := r.Cells[i].Int(); ok && v >= 0 {
			s.values[i], s.known[i] = v, true
		}
	}
	return s
}

func (s *state) value(id schema.CellID) (int64, bool) { return s.values[id], s.known[id] }

func (s *state) unknown(sum *schema.Sum) []schema.CellID {
	var out []schema.CellID
	for _, side := range [2][]schema.CellID{sum.Left, sum.Right} {
		for _, id := range side {
			if !s.known[id] {
				out = append(out, id)
			}
		}
	}
	return out
}
