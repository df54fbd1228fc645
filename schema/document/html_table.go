package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// maxTableCells bounds the cells of a page's tables, covered places included.
const maxTableCells = 200_000

// maxColSpan is how far a cell may reach in HTML.
const maxColSpan = 1000

// htmlRow is a row of a table as it stands in the page.
type htmlRow struct {
	node  *htmlNode
	cells []*htmlNode
	group int // rows of one group; no cell reaches beyond its group
	kind  rowKind
	// spill is the last cell of a row of figures when the rest of the page got
	// into it, because the table's end tag is missing.
	spill *htmlNode
}

// rowKind says what a row is for.
type rowKind uint8

const (
	gridRow rowKind = iota // cells of a table
	loneRow                // one cell with words, the others empty
	pageRow                // arranges the page: running text, tables within
)

// table emits a table: as a grid, or, where it only arranges the page, as the
// blocks of its cells.
func (h *htmlBlocks) table(n *htmlNode, level int) {
	for _, c := range n.children {
		if c.tag == atom.Caption {
			h.walk(c, level)
		}
	}
	rows := rowsOf(n)
	classifyRows(rows)
	for i := 0; i < len(rows); {
		if rows[i].node.isChrome() {
			h.out = append(h.out, htmlBlock{chrome: true})
			i++
			continue
		}
		if rows[i].kind != gridRow {
			for _, c := range rows[i].cells {
				h.cell(c, level)
			}
			i++
			continue
		}
		j := i
		for j < len(rows) && rows[j].kind == gridRow && !rows[j].node.isChrome() {
			if j++; rows[j-1].spill != nil {
				break
			}
		}
		h.grid(n, rows[i:j])
		if c := rows[j-1].spill; c != nil {
			for _, child := range c.children[1:] {
				h.walk(child, level)
			}
		}
		i = j
	}
}

func (h *htmlBlocks) cell(c *htmlNode, level int) {
	if c.isChrome() {
		h.out = append(h.out, htmlBlock{chrome: true})
		return
	}
	for _, child := range c.children {
		h.walk(child, level)
	}
}

// rowsOf lists the rows of a table as they are shown: heads first, feet last.
func rowsOf(n *htmlNode) []htmlRow {
	var head, body, foot []htmlRow
	group := 0
	for _, c := range n.children {
		switch {
		case c.tag == atom.Tr:
			body = append(body, htmlRow{node: c, group: group})
		case isRowGroup(c.tag):
			group++
			for _, r := range c.children {
				if r.tag != atom.Tr {
					continue
				}
				row := htmlRow{node: r, group: group}
				switch c.tag {
				case atom.Thead:
					head = append(head, row)
				case atom.Tfoot:
					foot = append(foot, row)
				default:
					body = append(body, row)
				}
			}
			group++
		}
	}
	rows := slices.Concat(head, body, foot)
	for i := range rows {
		for _, c := range rows[i].node.children {
			if isCell(c.tag) {
				rows[i].cells = append(rows[i].cells, c)
			}
		}
	}
	return rows
}

// classifyRows decides which rows arrange the page. A row with one cell of words
// belongs to the grid it stands over, as 第二十条第（一）项 does, unless it is a
// numbered heading or the table has no grid.
func classifyRows(rows []htmlRow) {
	page, figures, wide := false, 0, false
	for i := range rows {
		rows[i].kind = kindOf(&rows[i])
		page = page || rows[i].kind == pageRow
		wide = wide || rows[i].kind == gridRow && len(rows[i].cells) > 1
		figures += rows[i].node.sum.figures
	}
	for i := range rows {
		if rows[i].kind != loneRow {
			continue
		}
		words := loneCell(&rows[i]).cellText().Value
		over := overGrid(rows, i)
		switch {
		case isNumberedHeading(words):
		case !wide:
			if figures == 0 || len(rows[i].cells) == 1 {
				continue
			}
			rows[i].kind = gridRow
		case !page || over:
			rows[i].kind = gridRow
		}
	}
}

// overGrid reports whether the next row that is not alone is a grid's.
func overGrid(rows []htmlRow, i int) bool {
	return i+1 < len(rows) && rows[i+1].kind == gridRow && len(rows[i+1].cells) > 1
}

func kindOf(r *htmlRow) rowKind {
	filled := 0
	for i, c := range r.cells {
		if arranges(c) {
			if i >= leastFigures && i == len(r.cells)-1 && figuresOf(r.cells[:i]) >= leastFigures && c.children[0].sum.figures == 1 && c.children[0].sum.tables == 0 {
				r.spill = c
				return gridRow
			}
			return pageRow
		}
		if c.sum.chars > 0 {
			filled++
		}
	}
	if filled == 1 {
		if c := loneCell(r); c.sum.figures == 0 && c.sum.prose && c.colSpan >= len(r.cells) {
			return pageRow
		} else if c.sum.figures == 0 {
			return loneRow
		}
	}
	return gridRow
}

func figuresOf(cells []*htmlNode) int {
	n := 0
	for _, c := range cells {
		n += c.sum.figures
	}
	return n
}

func loneCell(r *htmlRow) *htmlNode {
	for _, c := range r.cells {
		if c.sum.chars > 0 {
			return c
		}
	}
	return r.node
}

// longCell is the length, in characters, from which a cell with a sentence in it
// is running text: no label of a form is half as long.
const longCell = 120

// arranges reports whether a cell holds a part of the page, not of a table. A
// table in it that is only a frame around a label or a figure is none.
func arranges(c *htmlNode) bool {
	nested := c.sum.tables > 0 && (c.sum.prose || c.sum.figures >= leastFigures || c.sum.chars >= longCell/2)
	return nested || c.sum.prose && c.sum.chars >= longCell || c.sum.prose && c.sum.headings > 0
}

// grid emits rows as a table with its cells in their columns.
func (h *htmlBlocks) grid(n *htmlNode, rows []htmlRow) {
	t := &Table{Ruled: true, Place: n.at.place(h.path)}
	if len(rows) > 0 && rows[0].node.at.line > 0 && n.children[0] != rows[0].node {
		t.Place = rows[0].node.at.place(h.path)
	}
	var reach []span // cells of rows above that reach down, by column
	figures := 0
	for i := range rows {
		if i > 0 && rows[i].group != rows[i-1].group {
			reach = nil
		}
		var row Row
		row, reach = h.gridRow(&rows[i], reach)
		if h.cells > maxTableCells {
			h.notes.wide = rows[i].node.at
			break
		}
		figures += rows[i].node.sum.figures
		if len(rows[i].cells) > 0 {
			t.Rows = append(t.Rows, row)
		}
	}
	clampSpans(t)
	if len(t.Rows) == 0 || !anyText(t) {
		return
	}
	h.tables++
	number(t, h.tables)
	h.out = append(h.out, htmlBlock{Block: Block{Kind: TableBlock, Table: t}, text: figures >= leastFigures || len(t.Rows) > 2 && !isMetadataTable(t)})
}

// span is a cell that reaches down: its columns and how many rows are left.
type span struct{ column, width, left int }

// gridRow places the cells of a row around those that reach down into it.
func (h *htmlBlocks) gridRow(r *htmlRow, reach []span) (Row, []span) {
	row := Row{Place: r.node.at.place(h.path)}
	var next []span
	column, k := 0, 0
	covered := func() {
		for k < len(reach) && reach[k].column <= column {
			s := reach[k]
			row.Cells = append(row.Cells, Cell{Column: s.column, ColSpan: s.width, RowSpan: 1, Covered: true, Place: row.Place})
			column = max(column, s.column+s.width)
			if s.left > 1 {
				next = append(next, span{s.column, s.width, s.left - 1})
			}
			k++
		}
	}
	for _, c := range r.cells {
		covered()
		text := c
		if c == r.spill {
			text = c.children[0]
		}
		cell := Cell{Text: text.cellText(), Column: column, ColSpan: min(max(c.colSpan, 1), maxColSpan), RowSpan: max(c.rowSpan, 1), Place: c.at.place(h.path)}
		if c.rowSpan == 0 {
			cell.RowSpan = 1 << 16
		}
		if k < len(reach) { // a cell does not lie over one that reaches down
			cell.ColSpan = min(cell.ColSpan, reach[k].column-column)
		}
		if !cell.Text.IsEmpty() {
			cell.Place = cell.Text.Whole()
		}
		row.Cells = append(row.Cells, cell)
		if cell.RowSpan > 1 {
			next = append(next, span{column, cell.ColSpan, cell.RowSpan - 1})
		}
		column += cell.ColSpan
	}
	for k < len(reach) {
		column = max(column, reach[k].column)
		covered()
	}
	slices.SortStableFunc(next, func(a, b span) int { return a.column - b.column })
	h.cells += len(row.Cells)
	return row, next
}

// clampSpans ends cells that would reach below the table.
func clampSpans(t *Table) {
	for r := range t.Rows {
		for c := range t.Rows[r].Cells {
			cell := &t.Rows[r].Cells[c]
			cell.RowSpan = min(cell.RowSpan, len(t.Rows)-r)
		}
	}
}

func anyText(t *Table) bool {
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			if !t.Rows[i].Cells[j].Text.IsEmpty() {
				return true
			}
		}
	}
	return false
}

// isMetadataTable finds the table of 索引号, 发布机构 and the like.
func isMetadataTable(t *Table) bool {
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			s := t.Rows[i].Cells[j].Text.Value
			if utf8.RuneCountInString(s) <= 12 && isMetadataLine(strings.TrimRight(s, "：: ")) {
				return true
			}
		}
	}
	return false
}
