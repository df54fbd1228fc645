package relation

import (
	"slices"

	"github.com/gouji/gouji/schema"
)

// ragged holds the rows that are a cell short to what is true under every
// alignment: the lost cell may be any of the row's, and hold anything. If each
// alignment breaks some relation, the row is wrong for certain, whichever
// column its values belong to.
func (res *Result) ragged(form *schema.Form) {
	for i := range form.Rows {
		row := &form.Rows[i]
		if !row.Ragged || len(row.Values) != len(row.Spec.Cells)-1 {
			continue
		}
		values, ok := rowInts(row)
		if !ok {
			continue
		}
		if broken, certain := res.brokenAlways(form, row, values); certain {
			res.Causes = append(res.Causes, Cause{Rule: raggedRule(broken), Form: form.Spec, Violated: broken, Row: row})
			res.Violated = append(res.Violated, broken...)
			res.Unchecked = slices.DeleteFunc(res.Unchecked, func(o Outcome) bool {
				return slices.ContainsFunc(broken, func(b Outcome) bool { return b.Sum == o.Sum })
			})
		}
	}
}

func rowInts(row *schema.Row) ([]int64, bool) {
	values := make([]int64, len(row.Values))
	for i, c := range row.Values {
		v, ok := c.Int()
		if !ok || v < 0 {
			return nil, false
		}
		values[i] = v
	}
	return values, true
}

// brokenAlways tries the alignments; broken are the relations that fail in the
// first of them that keeps the total in its column, for showing.
func (res *Result) brokenAlways(form *schema.Form, row *schema.Row, values []int64) (broken []Outcome, certain bool) {
	cells := row.Spec.Cells
	for lost := range cells {
		for i, id := range cells {
			res.state.known[id] = i != lost
			switch {
			case i < lost:
				res.state.values[id] = values[i]
			case i > lost:
				res.state.values[id] = values[i-1]
			}
		}
		got := res.failing(form, row)
		if len(got) == 0 {
			broken = nil
			break
		}
		if broken == nil || onlyColumns(got) && !onlyColumns(broken) {
			broken = got
		}
	}
	for _, id := range cells {
		res.state.known[id], res.state.values[id] = false, 0
	}
	return broken, broken != nil
}

func onlyColumns(list []Outcome) bool {
	return !slices.ContainsFunc(list, func(o Outcome) bool { return o.Sum.Row != nil })
}

// failing returns the relations over the row's cells that fail whatever the
// unknown cells hold.
func (res *Result) failing(form *schema.Form, row *schema.Row) []Outcome {
	probe := &Result{state: res.state}
	for _, rel := range form.Spec.Relations {
		for i := range rel.Sums {
			sum := &rel.Sums[i]
			if sum.Row != nil && sum.Row != row.Spec || sum.Row == nil && !touchesRow(sum, row.Spec) {
				continue
			}
			probe.evaluate(sum)
		}
	}
	return probe.Violated
}

func touchesRow(sum *schema.Sum, row *schema.RowSpec) bool {
	for _, id := range row.Cells {
		if slices.Contains(sum.Left, id) || slices.Contains(sum.Right, id) {
			return true
		}
	}
	return false
}

func raggedRule(broken []Outcome) string {
	for _, code := range []string{"TB102", "TB103", "TB101"} {
		if slices.ContainsFunc(broken, func(o Outcome) bool { return o.Sum.Relation.Rule == code }) {
			return code
		}
	}
	return broken[0].Sum.Relation.Rule
}

// Possible returns the values that a cell can have: its own, or, in a row that
// is a cell short, those of every alignment that its own row's sum allows. known
// is false when anything may stand there.
func (res *Result) Possible(id schema.CellID) (values []int64, known bool) {
	if v, ok := res.state.value(id); ok {
		return []int64{v}, true
	}
	for _, form := range res.state.report.Forms {
		for i := range form.Rows {
			row := &form.Rows[i]
			if at := slices.Index(row.Spec.Cells, id); at >= 0 && row.Ragged {
				return raggedValues(row, at)
			}
		}
	}
	return nil, false
}

// raggedValues lists what the cell at place at of a row one value short may
// hold. When the cell itself is the lost one, the row's total decides, where it
// has one.
func raggedValues(row *schema.Row, at int) ([]int64, bool) {
	n := len(row.Spec.Cells)
	given, ok := rowInts(row)
	if !ok || len(given) != n-1 || row.Spec.Block.Columns[n-1].Key != "total" {
		return nil, false
	}
	var out []int64
	for lost := range n {
		full := slices.Insert(slices.Clone(given), lost, 0)
		var parts int64
		for _, v := range full[:n-1] {
			parts += v
		}
		if lost == n-1 {
			full[lost] = parts
		} else {
			full[lost] = full[n-1] - parts
		}
		if full[lost] < 0 {
			continue // this alignment breaks the row's own sum
		}
		if !slices.Contains(out, full[at]) {
			out = append(out, full[at])
		}
	}
	slices.Sort(out)
	return out, len(out) > 0
}
