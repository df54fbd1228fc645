package document

import (
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// A table may arrange a page and be none to a reader: text pasted from a web
// page stands in one, its forms as tables within. The rows of it that hold a
// part of the page are read as the blocks in their cells.

// wordCell is a cell with what stands in it.
type wordCell struct {
	at     schema.Place
	blocks []Block
	sum    blockSum
}

// blockSum tells what blocks are.
type blockSum struct {
	chars, figures, tables, headings int
	prose                            bool
}

func newWordCell(at schema.Place, blocks []Block) wordCell {
	c := wordCell{at: at, blocks: blocks}
	for _, b := range blocks {
		switch {
		case b.Kind == TableBlock:
			c.sum.table(b.Table)
		case b.Kind != Break:
			c.sum.line(b.Text.Value)
			if b.Kind == Heading || isNumberedHeading(b.Text.Value) {
				c.sum.headings++
			}
		}
	}
	return c
}

func (s *blockSum) table(t *Table) {
	s.tables++
	for i := range t.Rows {
		for _, c := range t.Rows[i].Cells {
			s.line(c.Text.Value)
		}
	}
}

func (s *blockSum) line(words string) {
	s.chars += utf8.RuneCountInString(words)
	s.prose = s.prose || isSentence(words)
	if schema.ParseCell(words, schema.Place{}).IsNumber() {
		s.figures++
	}
}

// arranges reports whether a cell holds a part of the page, as it does in HTML.
func (c *wordCell) arranges() bool {
	nested := c.sum.tables > 0 && (c.sum.prose || c.sum.figures >= leastFigures || c.sum.chars >= longCell/2)
	return nested || c.sum.prose && c.sum.chars >= longCell || c.sum.prose && c.sum.headings > 0
}

// wordRows tells for each row of a table whether it arranges the page. A row of
// one cell with words does beside such a row, unless it stands over a grid.
func wordRows(rows [][]wordCell) (page []bool, any bool) {
	page, lone := make([]bool, len(rows)), make([]bool, len(rows))
	grid := make([]bool, len(rows)+1)
	for i, cells := range rows {
		filled, figures := 0, 0
		for k := range cells {
			page[i] = page[i] || cells[k].arranges()
			if cells[k].sum.chars > 0 {
				filled++
			}
			figures += cells[k].sum.figures
		}
		any = any || page[i]
		lone[i] = !page[i] && filled == 1 && figures == 0
		grid[i] = !page[i] && !lone[i] && len(cells) > 1
	}
	for i := range rows {
		if any && lone[i] {
			page[i] = !grid[i+1] || startsSection(rows[i])
		}
	}
	return page, any
}

func startsSection(cells []wordCell) bool {
	for _, c := range cells {
		if c.sum.headings > 0 {
			return true
		}
	}
	return false
}

// appendTable adds a table to the blocks, tables in its cells behind it; rows
// that arrange the page as what stands in them.
func appendTable(into *[]Block, t *Table, rows [][]wordCell) {
	page, any := wordRows(rows)
	for i := 0; i < len(t.Rows); {
		j := i
		for j < len(t.Rows) && (!any || !page[j]) {
			j++
		}
		if j > i {
			appendGrid(into, t, rows, i, j)
		}
		for ; j < len(t.Rows) && any && page[j]; j++ {
			for _, c := range rows[j] {
				appendCell(into, c)
			}
		}
		i = j
	}
}

func appendGrid(into *[]Block, t *Table, rows [][]wordCell, from, to int) {
	part := *t
	part.Rows = t.Rows[from:to]
	clampSpans(&part)
	*into = append(*into, Block{Kind: TableBlock, Table: &part})
	for _, cells := range rows[from:to] {
		for _, c := range cells {
			for _, b := range c.blocks {
				if b.Kind == TableBlock {
					*into = append(*into, b)
				}
			}
		}
	}
}

func appendCell(into *[]Block, c wordCell) {
	at := c.at
	at.Column = 1
	for _, b := range c.blocks {
		if b.Kind == Paragraph || b.Kind == Heading {
			if isChromeLine(b.Text.Value) { // the site it was pasted from
				continue
			}
			b.Text = schema.NewText(b.Text.Value, at)
		}
		*into = append(*into, b)
	}
}
