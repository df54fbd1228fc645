package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/gouji/gouji/schema"
)

// table reads a pipe table. Markdown gives each row as many cells as the head
// has, whatever it really has: cells that it made up are dropped here, and those
// it dropped are read from the source, so that a row that is a cell short or
// long stays so.
func (r *markdownReader) table(n *east.Table) {
	r.text.endTable()
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		start := row.Pos()
		if start < r.done {
			continue
		}
		end := len(r.source)
		if i := bytes.IndexByte(r.source[start:], '\n'); i >= 0 {
			end = start + i
		}
		at := r.lines.place(start)
		r.text.row(r.rowCells(row, start, end), at)
	}
	r.text.endTable()
}

func (r *markdownReader) rowCells(row ast.Node, start, end int) []Cell {
	var cells []Cell
	c := row.FirstChild()
	for _, raw := range pipeCells(r.source[start:end]) {
		from, to := start+raw[0], start+raw[1]
		cell := Cell{Column: len(cells), ColSpan: 1, RowSpan: 1, Place: r.lines.place(from)}
		if c != nil && c.ChildCount() > 0 {
			cell.Text = schema.JoinText(r.inlineLines(c), "\n").TrimSpace()
		} else if c == nil {
			cell.Text = clean(string(r.source[from:to]), cell.Place)
		}
		if c != nil {
			c = c.NextSibling()
		}
		if cell.Text.IsEmpty() {
			cell.Place.EndLine, cell.Place.EndColumn = cell.Place.Line, r.lines.place(to).Column
		} else {
			cell.Place = cell.Text.Whole()
		}
		cells = append(cells, cell)
	}
	return cells
}

// pipeCells cuts a row at its pipes as Markdown does: a pipe behind a backslash
// is none, and those at both ends may be left out. It returns the bytes of the
// cells.
func pipeCells(line []byte) [][2]int {
	end := len(bytes.TrimRight(line, " \t\r\n"))
	start := end - len(bytes.TrimLeft(line[:end], " \t"))
	if start < end && line[start] == '|' {
		start++
	}
	if end > start && line[end-1] == '|' && (end < 2 || line[end-2] != '\\') {
		end--
	}
	var out [][2]int
	from := start
	for i := start; i < end; i++ {
		if line[i] == '|' && line[i-1] != '\\' {
			out = append(out, [2]int{from, i})
			from = i + 1
		}
	}
	return append(out, [2]int{from, end})
}
