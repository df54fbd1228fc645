package intake

import (
	"strings"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// valueStart finds the position from which the values of full rows begin, by
// the rows that have all of them; -1 when no row tells.
func valueStart(rows []gridRow, columns int, ruled bool) int {
	count := map[int]int{}
	for i := range rows {
		g := &rows[i]
		first, last := givenSpan(g.values())
		if first < 0 || last-first+1 != columns {
			continue
		}
		at := g.labels + first
		if ruled {
			at = g.cells[at].Column
		}
		count[at]++
	}
	best := -1
	for at := range 64 { // positions in order, so that ties are broken alike
		if count[at] > 0 && (best < 0 || count[at] > count[best]) {
			best = at
		}
	}
	return best
}

// givenSpan returns the first and the last cell that is not blank, or -1.
func givenSpan(cells []gridCell) (first, last int) {
	first, last = -1, -1
	for i := range cells {
		if !cells[i].Text.IsEmpty() {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// rowValues takes the values of a row. exact says that each stands in its
// column for certain.
func rowValues(g *gridRow, columns, start int, ruled bool) (values []schema.Cell, exact bool) {
	cells := g.values()
	first, last := givenSpan(cells)
	switch {
	case first >= 0 && last-first+1 == columns:
		return parseCells(cells[first : last+1]), true
	case ruled && start >= 0:
		var in []gridCell
		for _, v := range cells {
			if v.Column >= start && len(in) < columns {
				in = append(in, v)
			}
		}
		if len(in) == columns {
			return parseCells(in), true
		}
	case start >= g.labels:
		if from := start - g.labels; from+columns <= len(cells) && (first < 0 || first >= from && last < from+columns) {
			return parseCells(cells[from : from+columns]), true
		}
	}
	if ruled && len(cells) == columns {
		return parseCells(cells), true
	}
	if first < 0 {
		// No figure at all: blanks that were trimmed are blanks.
		if len(cells) == 0 {
			return nil, false
		}
		blank := make([]schema.Cell, columns)
		for i := range blank {
			blank[i] = schema.ParseCell("", cells[min(i, len(cells)-1)].Place)
		}
		return blank, true
	}
	from := first
	if start >= g.labels && start-g.labels <= first {
		from = start - g.labels
	}
	return parseCells(cells[from : last+1]), false
}

func parseCells(cells []gridCell) []schema.Cell {
	out := make([]schema.Cell, len(cells))
	for i := range cells {
		out[i] = schema.ParseCell(cells[i].Text.Value, cells[i].Place)
		if strings.Contains(out[i].Raw, document.Unread) {
			out[i].State = schema.Absent
		}
	}
	return out
}
