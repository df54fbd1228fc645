package document

import (
	"cmp"
	"slices"

	"github.com/gouji/gouji/schema"
)

// layout turns a page into blocks from top to bottom: ruled tables, and the
// lines of text between them.
func (p *pdfPage) layout() []Block {
	glyphs := dropOverprint(p.glyphs)
	grids := findGrids(p.rules)
	inside := make([][]glyph, len(grids))
	var free []glyph
outer:
	for _, g := range glyphs {
		for i := range grids {
			if within(g, grids[i].box()) {
				inside[i] = append(inside[i], g)
				continue outer
			}
		}
		free = append(free, g)
	}
	type placed struct {
		y     float64
		block Block
		box   schema.Box
	}
	var all []placed
	for i := range grids {
		if len(inside[i]) == 0 {
			continue // a frame around nothing, a drawing
		}
		t := p.table(&grids[i], inside[i])
		all = append(all, placed{grids[i].ys[0], Block{Kind: TableBlock, Table: t}, grids[i].box()})
	}
	for _, l := range lines(free) {
		text := l.words(p.place())
		all = append(all, placed{l.box.Y0, Block{Kind: Paragraph, Text: text}, l.box})
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.y, b.y) })
	var blocks []Block
	for i, b := range all {
		if i > 0 && b.box.Y0-all[i-1].box.Y1 > 1.5*(b.box.Y1-b.box.Y0) && b.block.Kind == Paragraph {
			blocks = append(blocks, Block{Kind: Break})
		}
		blocks = append(blocks, b.block)
	}
	return blocks
}

func within(g glyph, b schema.Box) bool {
	return g.cx() >= b.X0 && g.cx() <= b.X1 && g.cy() >= b.Y0 && g.cy() <= b.Y1
}

// table fills the grid with the characters that stand in its cells.
func (p *pdfPage) table(g *grid, glyphs []glyph) *Table {
	content := make([][]glyph, len(g.cells))
	field := g.fieldIndex()
	cols := len(g.xs) - 1
	for _, ch := range glyphs {
		r, c := between(g.ys, ch.cy()), between(g.xs, ch.cx())
		if r >= 0 && c >= 0 {
			k := field[r*cols+c]
			content[k] = append(content[k], ch)
		}
	}
	t := &Table{Ruled: true, Place: schema.Place{Path: p.path, Page: p.number, Box: g.box()}, Rows: make([]Row, len(g.ys)-1)}
	for r := range t.Rows {
		t.Rows[r].Place = schema.Place{Path: p.path, Page: p.number, Box: schema.Box{X0: g.xs[0], Y0: g.ys[r], X1: g.xs[cols], Y1: g.ys[r+1]}}
	}
	for k, cell := range g.cells {
		place := schema.Place{Path: p.path, Page: p.number, Box: schema.Box{X0: g.xs[cell.c0], Y0: g.ys[cell.r0], X1: g.xs[cell.c1], Y1: g.ys[cell.r1]}}
		t.Rows[cell.r0].Cells = append(t.Rows[cell.r0].Cells, Cell{
			Text: cellText(content[k], p.place()), Column: cell.c0, ColSpan: cell.c1 - cell.c0, RowSpan: cell.r1 - cell.r0, Place: place,
		})
		for r := cell.r0 + 1; r < cell.r1; r++ {
			t.Rows[r].Cells = append(t.Rows[r].Cells, Cell{Column: cell.c0, ColSpan: cell.c1 - cell.c0, RowSpan: 1, Covered: true, Place: place})
		}
	}
	for r := range t.Rows {
		slices.SortFunc(t.Rows[r].Cells, func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) })
	}
	return t
}

// fieldIndex returns for each elementary field the cell it belongs to.
func (g *grid) fieldIndex() []int {
	cols := len(g.xs) - 1
	out := make([]int, (len(g.ys)-1)*cols)
	for k, cell := range g.cells {
		for r := cell.r0; r < cell.r1; r++ {
			for c := cell.c0; c < cell.c1; c++ {
				out[r*cols+c] = k
			}
		}
	}
	return out
}

func between(at []float64, v float64) int {
	for i := 1; i < len(at); i++ {
		if v >= at[i-1] && v <= at[i] {
			return i - 1
		}
	}
	return -1
}

// number gives every place of the table its ordinals.
func number(t *Table, n int) {
	t.Place.Table = n
	for r := range t.Rows {
		t.Rows[r].Place.Table, t.Rows[r].Place.Row = n, r+1
		for c := range t.Rows[r].Cells {
			cell := &t.Rows[r].Cells[c]
			cell.Place.Table, cell.Place.Row, cell.Place.Cell = n, r+1, cell.Column+1
		}
	}
}
