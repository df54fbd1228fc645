package document

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// maxTableFields bounds the fields of one table's grid, blank ones included.
const maxTableFields = 400_000

// endTable makes a table of the lines gathered. Blank lines with borders at its
// end are one at most: the values of form four stand in a row without a label.
func (c *sheetCutter) endTable() {
	lines := c.open
	c.open = nil
	for n := len(lines); n > 1 && len(lines[n-1].filled) == 0 && len(lines[n-2].filled) == 0; n-- {
		lines = lines[:n-1]
	}
	if len(lines) == 0 {
		return
	}
	g := sheetGrid{c: c, lines: lines}
	g.columns()
	if len(g.cols)*len(lines) > maxTableFields {
		c.w.problem(schema.UnreadTable, c.place(lines[0].filled[0]),
			"这张表的行和列太多，不像是年报的表格，没有核对。", "this table has too many rows and columns for a form of a report and was not checked")
		return
	}
	for _, part := range g.split() {
		t := g.table(part)
		c.w.tables++
		number(t, c.w.tables)
		c.w.doc.Blocks = append(c.w.doc.Blocks, Block{Kind: TableBlock, Table: t})
	}
}

// sheetGrid is the lines of one table and the columns they use.
type sheetGrid struct {
	c     *sheetCutter
	lines []sheetLine
	cols  []int // visible columns from the first used to the last
	used  map[int]bool
}

// columns finds the columns from the first to the last with something in
// them.
func (g *sheetGrid) columns() {
	g.used = map[int]bool{}
	first, last := maxSheetCol, 0
	for i := range g.lines {
		for _, cell := range g.lines[i].filled {
			end := cell.col
			if m, ok := g.c.anchors[[2]int{cell.row, cell.col}]; ok {
				end = min(m.c1, maxSheetCol)
			}
			first, last = min(first, cell.col), max(last, end)
			for k := cell.col; k <= end; k++ {
				g.used[k] = true
			}
		}
	}
	for k := first; k <= last; k++ {
		if !g.c.scan.columnHidden(k) {
			g.cols = append(g.cols, k)
		}
	}
}

// split parts tables that stand side by side, with a column between them that
// has neither words nor borders.
func (g *sheetGrid) split() [][]int {
	framed := map[int]bool{}
	for i := range g.lines {
		for _, cell := range g.lines[i].row.cells {
			if g.c.w.style(cell.style).bordered {
				framed[cell.col] = true
			}
		}
	}
	var parts [][]int
	start := 0
	for k, col := range g.cols {
		if !g.used[col] && !framed[col] && len(g.lines) > 1 {
			if k-start >= 2 {
				parts = append(parts, g.cols[start:k])
				start = k + 1
			} else if k == start {
				start = k + 1
			}
		}
	}
	return append(parts, g.cols[start:])
}

// table lays the cells of the columns out as a grid.
func (g *sheetGrid) table(cols []int) *Table {
	t := &Table{Ruled: true, Rows: make([]Row, len(g.lines))}
	covered := make([][]int, len(g.lines)) // 0: free; 1: below a cell; 2: beside one
	for i := range covered {
		covered[i] = make([]int, len(cols))
	}
	for i := range g.lines {
		l := &g.lines[i]
		byCol := map[int]*sheetCell{}
		for _, cell := range l.row.cells {
			byCol[cell.col] = cell
		}
		row := &t.Rows[i]
		row.Place = g.c.place(&sheetCell{row: l.number, col: cols[0]})
		for k, col := range cols {
			switch covered[i][k] {
			case beside:
			case below:
				row.Cells = append(row.Cells, Cell{Column: k, ColSpan: width(covered[i], k), RowSpan: 1, Covered: true, Place: row.Place})
			default:
				row.Cells = append(row.Cells, g.cell(covered, i, k, cols, byCol[col]))
			}
		}
	}
	t.Place = t.Rows[0].Place
	return t
}

// What covers a field of a grid.
const (
	below  = 1 // a cell above reaches down to it; the first of its columns
	beside = 2 // a cell to its left, or to its left and above
)

func width(covered []int, k int) int {
	n := 1
	for k+n < len(covered) && covered[k+n] == beside {
		n++
	}
	return n
}

// cell makes one cell and marks the fields it covers.
func (g *sheetGrid) cell(covered [][]int, i, k int, cols []int, at *sheetCell) Cell {
	l := &g.lines[i]
	if at == nil {
		at = &sheetCell{row: l.number, col: cols[k]}
	}
	place := g.c.place(at)
	out := Cell{Text: sheetText(at.text, place), Column: k, ColSpan: 1, RowSpan: 1, Place: place}
	m, ok := g.c.anchors[[2]int{l.number, cols[k]}]
	if !ok {
		return out
	}
	for k+out.ColSpan < len(cols) && cols[k+out.ColSpan] <= m.c1 && covered[i][k+out.ColSpan] == 0 {
		covered[i][k+out.ColSpan] = beside
		out.ColSpan++
	}
	for i+out.RowSpan < len(g.lines) && g.lines[i+out.RowSpan].number <= m.r1 && g.free(covered[i+out.RowSpan], k, out.ColSpan) {
		for n := range out.ColSpan {
			covered[i+out.RowSpan][k+n] = beside
		}
		covered[i+out.RowSpan][k] = below
		out.RowSpan++
	}
	return out
}

// sheetText is the words of a cell, its line breaks kept: 1 over 0 is not 10.
func sheetText(s string, at schema.Place) schema.Text {
	if !strings.ContainsAny(s, "\n\r\u2028\u2029") {
		return clean(s, at)
	}
	var parts []schema.Text
	for _, line := range splitLines(s) {
		parts = append(parts, clean(line, at))
	}
	return schema.JoinText(parts, "\n").TrimSpace()
}

func (g *sheetGrid) free(covered []int, k, n int) bool {
	for i := range n {
		if covered[k+i] != 0 {
			return false
		}
	}
	return true
}
