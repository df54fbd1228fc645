package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// grid is a table with its cells read once, for all the forms that it may be.
type grid struct {
	table *document.Table
	rows  []gridRow
}

// gridRow is one row of a table: the labels in front, then its values.
type gridRow struct {
	row    *document.Row
	cells  []gridCell // without covered places
	labels int        // how many cells in front are labels
	due    int        // how many figures the row should have; 0 when nothing tells
	// form is the one that has a row of exactly this label, or nil: no other
	// looks for one that is like it.
	form *labelIndex
}

// gridCell is a cell with what its words are.
type gridCell struct {
	*document.Cell
	printed
	state schema.State // as a figure
}

func gridOf(t *document.Table) *grid {
	g := &grid{table: t, rows: make([]gridRow, len(t.Rows))}
	n := 0
	for i := range t.Rows {
		n += len(t.Rows[i].Cells)
	}
	cells := make([]gridCell, 0, n)
	for i := range t.Rows {
		start := len(cells)
		cells = gridCells(cells, &t.Rows[i])
		g.rows[i] = splitCells(&t.Rows[i], cells[start:len(cells):len(cells)])
	}
	return g
}

// rowOf reads one row by itself.
func rowOf(row *document.Row) gridRow { return splitCells(row, gridCells(nil, row)) }

func gridCells(to []gridCell, row *document.Row) []gridCell {
	for i := range row.Cells {
		if c := &row.Cells[i]; !c.Covered && !c.Hidden {
			to = append(to, newGridCell(c))
		}
	}
	return to
}

func newGridCell(c *document.Cell) gridCell {
	words := c.Text.Value
	out := gridCell{Cell: c, state: stateOf(words)}
	if out.state == schema.Words || strings.Contains(words, document.Unread) {
		out.printed = newPrinted(words)
	} else {
		out.all = bare(words)
	}
	return out
}

// stateOf tells words from figures. Where characters could not be read, the
// others tell.
func stateOf(words string) schema.State {
	return schema.ParseCell(strings.ReplaceAll(words, document.Unread, ""), schema.Place{}).State
}

// splitCells divides a row into its labels, up to the last words, and its
// values. A row of words alone is all labels.
func splitCells(row *document.Row, cells []gridCell) gridRow {
	g := gridRow{row: row, cells: cells}
	for i := range cells {
		if cells[i].state == schema.Words {
			g.labels = i + 1
		}
	}
	// Words behind figures are a bad value (无, 0件件), not a label; nor is what
	// begins as a figure does: 13？ and 0O.
	for i := 1; i < g.labels; i++ {
		if c := &cells[i]; c.state == schema.Numeric || brokenFigure(c.Text.Value) || saysNone(c.Text.Value) {
			g.labels = i
			break
		}
	}
	for i := g.labels - 1; i >= 0 && g.form == nil; i-- {
		g.form = formOfLabel(&cells[i].printed)
	}
	return g
}

// formOfLabel returns the one form that has a row of exactly this label, or nil.
func formOfLabel(p *printed) *labelIndex {
	var only *labelIndex
	for _, key := range schema.FormKeys() {
		if x := formIndex(key); p.words != "" && x.exactly(p) != nil {
			if only != nil {
				return nil
			}
			only = x
		}
	}
	return only
}

// brokenFigure reports whether words begin with a digit and are no numbered
// label.
func brokenFigure(s string) bool {
	s = strings.TrimLeftFunc(s, isSpace)
	r, _ := utf8.DecodeRuneInString(s)
	if r = narrow(r); r < '0' || r > '9' {
		return false
	}
	_, style, _ := enumerator(s)
	return style == 0
}

// saysNone reports whether words stand where 0 should: no label is one of them.
func saysNone(s string) bool {
	switch squeeze(s) {
	case "零", "无", "没有", "暂无", "〇", "O", "o":
		return true
	}
	return false
}

func (g *gridRow) values() []gridCell { return g.cells[g.labels:] }

func anyValue(g *gridRow) bool { return countGiven(g.values()) > 0 }

// countGiven counts the cells that are not blank.
func countGiven(cells []gridCell) int {
	n := 0
	for i := range cells {
		if !cells[i].Text.IsEmpty() {
			n++
		}
	}
	return n
}

// labelTexts returns the words that may name the row, innermost first.
func (g *gridRow) labelTexts() []schema.Text {
	var out []schema.Text
	for i := g.labels - 1; i >= 0; i-- {
		if !g.cells[i].Text.IsEmpty() {
			out = append(out, g.cells[i].Text)
		}
	}
	return out
}
