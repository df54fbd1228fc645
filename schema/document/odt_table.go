package document

import (
	"slices"
	"strconv"
)

// odtTable gathers one table.
type odtTable struct {
	*odtReader
	table *Table
	rows  [][]wordCell   // what stands in the cells of each row
	heads map[int][2]int // by column: row and index of the cell that reaches down
}

func (r *odtReader) table(into *[]Block) error {
	r.tables++
	at := r.at()
	at.Column, at.Table = 0, r.tables
	t := &odtTable{odtReader: r, table: &Table{Place: at, Ruled: true}, heads: map[int][2]int{}}
	err := r.xml.children(t.part)
	for i := range t.table.Rows {
		for k := range t.table.Rows[i].Cells {
			c := &t.table.Rows[i].Cells[k]
			c.RowSpan = min(c.RowSpan, len(t.table.Rows)-i)
		}
	}
	appendTable(into, t.table, t.rows)
	return err
}

func (t *odtTable) part(e element) error {
	switch e.name {
	case "table-row":
		return t.row(e)
	case "table-header-rows", "table-rows", "table-row-group":
		return t.xml.children(t.part)
	}
	return t.xml.skip()
}

func (t *odtTable) row(e element) error {
	at := t.table.Place
	at.Row = len(t.table.Rows) + 1
	t.table.Rows, t.rows = append(t.table.Rows, Row{Place: at}), append(t.rows, nil)
	column := 0
	err := t.xml.children(func(e element) error {
		switch e.name {
		case "table-cell", "covered-table-cell":
			return t.cell(e, &column)
		}
		return t.xml.skip()
	})
	if rows := t.table.Rows; slices.ContainsFunc(rows[len(rows)-1].Cells, hasWords) { // of blank rows one is enough
		for n := odtCount(e, "number-rows-repeated", maxDocxCells); n > 1 && err == nil; n-- {
			err = t.again()
		}
	}
	return err
}

func hasWords(c Cell) bool { return !c.Text.IsEmpty() }

// again repeats the last row.
func (t *odtTable) again() error {
	row := t.table.Rows[len(t.table.Rows)-1]
	row.Cells = slices.Clone(row.Cells)
	row.Place.Row++
	for i := range row.Cells {
		row.Cells[i].Place.Row++
	}
	if t.cells += 1 + len(row.Cells); t.cells > maxDocxCells {
		return errTooMany
	}
	t.table.Rows, t.rows = append(t.table.Rows, row), append(t.rows, nil)
	return nil
}

func (t *odtTable) cell(e element, column *int) error {
	var blocks []Block
	t.nested++
	err := t.xml.children(func(e element) error { return t.block(e, &blocks, &odtList{}) })
	t.nested--
	n := odtCount(e, "number-columns-repeated", maxDocxColumn)
	for range n {
		if t.cells++; t.cells > maxDocxCells || *column >= maxDocxColumn {
			return firstError(err, errTooMany)
		}
		if e.name == "covered-table-cell" {
			t.covered(*column)
			*column++
			continue
		}
		t.place(e, *column, blocks)
		blocks = textOnly(blocks)
		*column++
	}
	return err
}

// textOnly leaves out tables, which a repeated cell does not repeat.
func textOnly(blocks []Block) (out []Block) {
	for _, b := range blocks {
		if b.Kind != TableBlock {
			out = append(out, b)
		}
	}
	return out
}

// place puts a cell into the grid.
func (t *odtTable) place(e element, column int, blocks []Block) {
	r := len(t.table.Rows) - 1
	row := &t.table.Rows[r]
	at := row.Place
	at.Cell = column + 1
	c := Cell{Column: column, Place: at,
		ColSpan: odtCount(e, "number-columns-spanned", maxDocxColumn), RowSpan: odtCount(e, "number-rows-spanned", maxDocxCells)}
	c.Text = cellWords(blocks, at)
	t.rows[r] = append(t.rows[r], newWordCell(at, blocks))
	delete(t.heads, column)
	if c.RowSpan > 1 {
		t.heads[column] = [2]int{r, len(row.Cells)}
	}
	row.Cells = append(row.Cells, c)
}

// covered puts a place into the grid that another cell covers: one for a cell
// above, none for one beside it.
func (t *odtTable) covered(column int) {
	r := len(t.table.Rows) - 1
	row := &t.table.Rows[r]
	if n := len(row.Cells); n > 0 && column < row.Cells[n-1].Column+row.Cells[n-1].ColSpan {
		return
	}
	at := row.Place
	at.Cell = column + 1
	c := Cell{Column: column, ColSpan: 1, RowSpan: 1, Place: at}
	if above, ok := t.heads[column]; ok {
		head := t.table.Rows[above[0]].Cells[above[1]]
		if c.Covered = above[0]+head.RowSpan > r; c.Covered {
			c.ColSpan = head.ColSpan
		}
	}
	row.Cells = append(row.Cells, c)
}

// odtCount returns how often something is repeated or how far it reaches, at
// least once and at most limit times.
func odtCount(e element, name string, limit int) int {
	n, err := strconv.Atoi(e.attr(name))
	if err != nil {
		return 1
	}
	return max(1, min(n, limit))
}
