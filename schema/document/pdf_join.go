package document

import (
	"slices"
	"strings"
)

// Tables that a page's end cuts in two are one table again when nothing stands
// between their halves and their column lines agree: every line of one half
// that the other lacks runs through merged cells there.

// joinTable appends the table to the one before it when it goes on with it.
func joinTable(before, t *Table) bool {
	a, ok := columnLines(before)
	b, good := columnLines(t)
	if !ok || !good || !near(a[0], b[0], 2*snap) || !near(a[len(a)-1], b[len(b)-1], 2*snap) {
		return false
	}
	all := positions(slices.Concat(a, b))
	if len(all) > max(len(a), len(b)) {
		return false // neither has all the lines of the other
	}
	regrid(before, a, all)
	regrid(t, b, all)
	before.Rows = append(before.Rows, t.Rows[repeatedHead(before, t):]...)
	return true
}

// columnLines returns where the columns of the table begin, and where the last
// ends.
func columnLines(t *Table) ([]float64, bool) {
	at := map[int]float64{}
	last := 0
	for i := range t.Rows {
		for _, c := range t.Rows[i].Cells {
			at[c.Column], at[c.Column+c.ColSpan] = c.Place.Box.X0, c.Place.Box.X1
			last = max(last, c.Column+c.ColSpan)
		}
	}
	out := make([]float64, 0, last+1)
	for c := range last + 1 {
		x, ok := at[c]
		if !ok {
			return nil, false
		}
		out = append(out, x)
	}
	return out, last > 0
}

// regrid counts the columns of the table by the lines all instead of own.
func regrid(t *Table, own, all []float64) {
	if len(own) == len(all) {
		return
	}
	to := make([]int, len(own))
	for i, x := range own {
		for k, y := range all {
			if abs(x-y) < abs(x-all[to[i]]) {
				to[i] = k
			}
		}
	}
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			c := &t.Rows[i].Cells[k]
			end := to[c.Column+c.ColSpan]
			c.Column = to[c.Column]
			c.ColSpan = end - c.Column
		}
	}
}

// repeatedHead returns how many rows at the beginning of t repeat the first
// ones of the table before it, as the head of a table is repeated on every
// page. Rows of figures are none.
func repeatedHead(before, t *Table) int {
	n := 0
	for n < len(t.Rows) && n < len(before.Rows) && sameWords(before.Rows[n].Cells, t.Rows[n].Cells) {
		n++
	}
	for n > 0 && n < len(t.Rows) && slices.ContainsFunc(t.Rows[n].Cells, func(c Cell) bool { return c.Covered }) && reachesDown(t.Rows[:n], n) {
		n-- // a merged cell of the last head row would lose its beginning
	}
	return n
}

// reachesDown reports whether a cell of the rows reaches into row n.
func reachesDown(rows []Row, n int) bool {
	for i := range rows {
		for _, c := range rows[i].Cells {
			if i+c.RowSpan > n {
				return true
			}
		}
	}
	return false
}

func sameWords(a, b []Cell) bool {
	if len(a) != len(b) {
		return false
	}
	words, figures := false, false
	for i := range a {
		s := squeezed(a[i].Text.Value)
		if a[i].Column != b[i].Column || a[i].ColSpan != b[i].ColSpan || s != squeezed(b[i].Text.Value) {
			return false
		}
		words = words || s != ""
		figures = figures || s != "" && strings.Trim(s, "0123456789.,/-") == ""
	}
	return !figures && (words || slices.ContainsFunc(a, func(c Cell) bool { return c.Covered }))
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
