package document

import (
	"cmp"
	"slices"
)

// A merged cell shows the words of its first cell wherever any of it is seen,
// also where its first row or column is hidden.

// movedCell is the first cell of a merged range, which is hidden, and the one
// that shows its words.
type movedCell struct {
	cell     *sheetCell
	row, col int // where it shows
	merge    int
}

// moved lists the cells that show elsewhere than they stand.
func (s *sheetScan) moved() map[*sheetCell]movedCell {
	if len(s.merges) == 0 {
		return nil
	}
	rows := make(map[int]*sheetRow, len(s.rows))
	for _, row := range s.rows {
		rows[row.number] = row
	}
	out := map[*sheetCell]movedCell{}
	for i, m := range s.merges {
		head := rows[m.r0]
		if head == nil || !head.hidden && !s.columnHidden(m.c0) {
			continue
		}
		row, col := m.r0, m.c0
		for row <= m.r1 && row < m.r0+maxReach && (rows[row] == nil || rows[row].hidden) {
			row++
		}
		for col <= m.c1 && s.columnHidden(col) {
			col++
		}
		k := slices.IndexFunc(head.cells, func(c *sheetCell) bool { return c.col == m.c0 })
		if k >= 0 && row <= m.r1 && row < m.r0+maxReach && col <= m.c1 && head.cells[k].value {
			out[head.cells[k]] = movedCell{head.cells[k], row, col, i}
		}
	}
	return out
}

// move puts the cells where they show; their words are known by then.
func (s *sheetScan) move(moved map[*sheetCell]movedCell) {
	if len(moved) == 0 {
		return
	}
	for _, row := range s.rows {
		row.cells = slices.DeleteFunc(row.cells, func(c *sheetCell) bool { _, gone := moved[c]; return gone })
	}
	to := map[int][]movedCell{}
	for _, m := range moved {
		to[m.row] = append(to[m.row], m)
	}
	for _, row := range s.rows {
		slices.SortFunc(to[row.number], func(a, b movedCell) int { return cmp.Compare(a.merge, b.merge) })
		for _, m := range to[row.number] {
			row.cells = slices.DeleteFunc(row.cells, func(c *sheetCell) bool { return c.col == m.col })
			m.cell.row, m.cell.col = m.row, m.col
			row.cells = append(row.cells, m.cell)
			s.merges[m.merge].r0, s.merges[m.merge].c0 = m.row, m.col
		}
		slices.SortFunc(row.cells, func(a, b *sheetCell) int { return cmp.Compare(a.col, b.col) })
	}
}
