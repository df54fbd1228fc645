package relation

import (
	"slices"
	"strconv"

	"github.com/gouji/gouji/schema"
)

// Slip is a way of mistyping that explains a change.
type Slip struct {
	Key    string // "digit-dropped"; empty when no slip fits
	ZH, EN string
	rank   int // the likelier the smaller
}

// The slips, by how likely they are when they fit.
var (
	slipExchanged  = Slip{"exchanged", "两格的数填反了", "two cells exchanged", 1}
	slipMisplaced  = Slip{"misplaced", "填到了相邻的格里", "put in the wrong cell", 1}
	slipShifted    = Slip{"row-shifted", "整行错开了一列", "the row moved by one column", 1}
	slipRows       = Slip{"rows-exchanged", "两行的数填反了", "two rows exchanged", 1}
	slipTotalEmpty = Slip{"total-empty", "总计没有填", "the total was never filled in", 2}
	slipTotalOld   = Slip{"total-not-updated", "总计没有随一项的改动更新", "the total was not updated with one of its parts", 2}
	slipSwapped    = Slip{"digits-swapped", "两位数字颠倒", "two digits swapped", 3}
	slipDoubled    = Slip{"digit-doubled", "多打了一位重复的数字", "a digit doubled", 3}
	slipDropped    = Slip{"digit-dropped", "少打了一位数字", "a digit dropped", 4}
	slipAdded      = Slip{"digit-added", "多打了一位数字", "a digit too many", 4}
	slipTen        = Slip{"times-ten", "差了十倍", "off by a factor of ten", 3}
	slipDigit      = Slip{"digit-wrong", "打错一位数字", "one digit mistyped", 5}
	slipNone       = Slip{rank: 9}
)

// nameSlip finds the slip behind the changes.
func (p *problem) nameSlip(changes []Change) Slip {
	switch len(changes) {
	case 1:
		if s := p.totalSlip(changes[0]); s.Key != "" {
			return s
		}
		return digitSlip(changes[0].From, changes[0].To)
	case 2:
		a, b := changes[0], changes[1]
		if a.From == b.To && b.From == a.To && p.together(a.Cell, b.Cell) {
			if a.From == 0 || b.From == 0 {
				return slipMisplaced
			}
			return slipExchanged
		}
	}
	worst := Slip{rank: 0}
	for _, c := range changes {
		if s := p.nameSlip([]Change{c}); s.rank > worst.rank {
			worst = s
		}
	}
	worst.rank += len(changes) - 1
	if worst.rank >= slipNone.rank {
		return slipNone
	}
	return worst
}

// together reports whether two cells stand in one row or one column.
func (p *problem) together(a, b schema.CellID) bool {
	x, okX := p.form.Cell(a)
	y, okY := p.form.Cell(b)
	return okX && okY && (x.Row == y.Row || x.Column.Key == y.Column.Key)
}

// totalSlip finds a total that was left as it stood before a part was filled
// in.
func (p *problem) totalSlip(c Change) Slip {
	for _, t := range p.touch[p.index[c.Cell]] {
		sum := p.sums[t.sum]
		if len(sum.Right) != 1 || sum.Right[0] != c.Cell || p.residual[t.sum] == 0 {
			continue
		}
		if c.From == 0 {
			return slipTotalEmpty
		}
		for _, part := range sum.Left {
			if v, ok := p.state.value(part); ok && v > 0 && c.From == c.To-v {
				return slipTotalOld
			}
		}
	}
	return Slip{}
}

// digitSlip compares two figures as they are typed.
func digitSlip(from, to int64) Slip {
	if from == 0 || to == 0 {
		return slipNone
	}
	typed, meant := strconv.FormatInt(from, 10), strconv.FormatInt(to, 10)
	switch {
	case from == 10*to || to == 10*from:
		return slipTen
	case isSwap(typed, meant):
		return slipSwapped
	case len(typed) == len(meant)+1 && lacksOne(typed, meant):
		if isDouble(typed, meant) {
			return slipDoubled
		}
		return slipAdded
	case len(typed)+1 == len(meant) && lacksOne(meant, typed):
		return slipDropped
	case len(typed) == len(meant) && len(typed) > 1 && differences(typed, meant) == 1:
		return slipDigit
	}
	return slipNone
}

func isSwap(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// lacksOne reports whether short is long without one of its digits.
func lacksOne(long, short string) bool {
	for i := range len(long) {
		if long[:i]+long[i+1:] == short {
			return true
		}
	}
	return false
}

func isDouble(typed, meant string) bool {
	for i := 1; i < len(typed); i++ {
		if typed[i] == typed[i-1] && typed[:i]+typed[i+1:] == meant {
			return true
		}
	}
	return false
}

func differences(a, b string) int {
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// rowSlip looks for one slip that moved many cells: a row shifted by one
// column, or two rows exchanged.
func (p *problem) rowSlip(group []int) (Explanation, bool) {
	var rows []*schema.RowSpec
	for _, row := range p.form.Rows {
		if p.whole(row) {
			rows = append(rows, row)
		}
	}
	for _, row := range rows {
		n := len(row.Cells)
		for _, by := range []int{1, n - 1} {
			var changes []Change
			for i, id := range row.Cells {
				changes = appendChange(changes, id, p.state.values[id], p.state.values[row.Cells[(i+by)%n]])
			}
			if len(changes) > 0 && p.settles(group, changes) {
				return Explanation{Changes: changes, Slip: slipShifted}, true
			}
		}
	}
	for i, a := range rows {
		for _, b := range rows[i+1:] {
			if a.Block != b.Block {
				continue
			}
			var changes []Change
			for k := range a.Cells {
				x, y := p.state.values[a.Cells[k]], p.state.values[b.Cells[k]]
				changes = appendChange(appendChange(changes, a.Cells[k], x, y), b.Cells[k], y, x)
			}
			if len(changes) > 0 && p.settles(group, changes) {
				return Explanation{Changes: changes, Slip: slipRows}, true
			}
		}
	}
	return Explanation{}, false
}

func (p *problem) whole(row *schema.RowSpec) bool {
	return !slices.ContainsFunc(row.Cells, func(id schema.CellID) bool { return !p.state.known[id] })
}

func appendChange(changes []Change, id schema.CellID, from, to int64) []Change {
	if from == to {
		return changes
	}
	return append(changes, Change{id, from, to})
}

// settles reports whether the changes make every sum of the group hold and
// break none.
func (p *problem) settles(group []int, changes []Change) bool {
	rest := slices.Clone(p.residual)
	for _, c := range changes {
		at, ok := p.index[c.Cell]
		if !ok {
			return false
		}
		for _, t := range p.touch[at] {
			rest[t.sum] += t.sign * (c.To - c.From)
		}
	}
	for _, k := range group {
		if rest[k] != 0 {
			return false
		}
	}
	for k := range rest {
		if rest[k] != 0 && p.residual[k] == 0 && !p.open[k] {
			return false
		}
	}
	return true
}
