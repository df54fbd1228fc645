package intake

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji/gouji/schema"
)

// A table without ruling lines on a page has nothing but places: figures stand
// under one another, and a label that wraps stands on the lines around its
// figures, above, below or both. Its rows are found by the labels: the lines are
// divided so that each part has one line of figures and, nearest to it, the whole
// label of a row. A part of which that cannot be said is not read.

// piece is words that stand together on a line of a page.
type piece struct {
	text   schema.Text
	x0, x1 float64
	figure bool
}

// alignedLine is one line of a page: labels in front, and what stands where
// values do.
type alignedLine struct {
	page   int
	labels []piece
	values []piece
	filled bool // a figure is among the values
	used   *item
}

// maxAligned bounds the lines of one form: at its longest it has a hundred.
const maxAligned = 600

// alignedLines cuts lines of a page into pieces; ok is false when they have no
// places on a page.
func alignedLines(items []*item) (lines []alignedLine, ok bool) {
	for _, it := range items {
		if it.used || !it.isText() || isProse(it.text.Value) {
			continue
		}
		at := it.text.Whole()
		if at.Page == 0 || at.Box == (schema.Box{}) || len(lines) == maxAligned {
			return nil, false
		}
		lines = append(lines, alignedLine{page: at.Page, labels: piecesOf(it.text), used: it})
	}
	return lines, len(lines) > 0
}

// piecesOf cuts a line where its words have another box, and at white space.
func piecesOf(t schema.Text) []piece {
	var out []piece
	start := -1
	var box schema.Box
	flush := func(end int) {
		if start >= 0 {
			words := t.Slice(start, end)
			figure := token{words, schema.ParseCell(words.Value, words.Whole()), false}.isFigures()
			out = append(out, piece{words, box.X0, box.X1, figure})
		}
		start = -1
	}
	for i, r := range t.Value {
		b := t.Place(i, i).Box
		if isSpace(r) || r == '|' || r == '│' || b != box {
			flush(i)
		}
		if box = b; start < 0 && !isSpace(r) && r != '|' && r != '│' {
			start = i
		}
	}
	flush(len(t.Value))
	return out
}

// extent is where a column stands from side to side.
type extent struct{ x0, x1 float64 }

// fullColumns returns the columns that the lines with n figures at their ends
// agree on; nil when fewer than two lines have them, or they do not agree.
func fullColumns(lines []alignedLine, n int) []extent {
	var out []extent
	full := 0
	for _, l := range lines {
		k := len(l.labels) - n
		if k < 0 || slices.ContainsFunc(l.labels[k:], func(p piece) bool { return !p.figure }) || k > 0 && l.labels[k-1].figure {
			continue
		}
		if full++; out == nil {
			out = make([]extent, n)
		}
		for i, p := range l.labels[k:] {
			if out[i] == (extent{}) {
				out[i] = extent{p.x0, p.x1}
			}
			out[i] = extent{min(out[i].x0, p.x0), max(out[i].x1, p.x1)}
		}
	}
	for i := 1; i < len(out); i++ {
		if out[i].x0 <= out[i-1].x1 {
			return nil
		}
	}
	if full < 2 {
		return nil
	}
	return out
}

// divide parts the pieces of each line into labels and values: what stands in
// front of the place where the values begin, and the rest.
func divide(lines []alignedLine, from float64) {
	for i := range lines {
		l := &lines[i]
		all := l.labels
		k := 0
		for k < len(all) && (all[k].x0+all[k].x1)/2 < from {
			k++
		}
		l.labels, l.values = all[:k], all[k:]
		l.filled = slices.ContainsFunc(l.values, func(p piece) bool { return p.figure })
	}
}

// under puts the values of a line into the columns they stand under; ok is
// false when two stand under one, or one under none.
func (l *alignedLine) under(columns []extent) (cells []schema.Cell, ok bool) {
	at := schema.Place{}
	for i, p := range l.values {
		if at = at.To(p.text.Whole()); i == 0 {
			at = p.text.Whole()
		}
	}
	cells = make([]schema.Cell, len(columns))
	taken := make([]bool, len(columns))
	for k := range cells {
		cells[k] = schema.ParseCell("", at)
	}
	for _, p := range l.values {
		k := columnOf(columns, p)
		if k < 0 || taken[k] {
			return nil, false
		}
		taken[k] = true
		cells[k] = schema.ParseCell(p.text.Value, p.text.Whole())
	}
	return cells, true
}

// columnOf returns the column that the piece stands under: the one whose middle
// is nearest, and no further than half way to the next.
func columnOf(columns []extent, p piece) int {
	mid := (p.x0 + p.x1) / 2
	for k := range columns {
		left, right := columns[k].x0-pitch(columns)/2, columns[k].x1+pitch(columns)/2
		if k > 0 {
			left = (columns[k-1].x1 + columns[k].x0) / 2
		}
		if k+1 < len(columns) {
			right = (columns[k].x1 + columns[k+1].x0) / 2
		}
		if mid > left && mid < right {
			return k
		}
	}
	return -1
}

// pitch is the least distance from one column to the next.
func pitch(columns []extent) float64 {
	least := 0.0
	for k := 1; k < len(columns); k++ {
		if d := columns[k].x0 - columns[k-1].x0; least == 0 || d < least {
			least = d
		}
	}
	return least
}

// labelOf joins the pieces of the lines that stand nearest to the values: those
// over one another, rightmost.
func labelOf(lines []alignedLine) schema.Text {
	var all []piece
	for i := range lines {
		all = append(all, lines[i].labels...)
	}
	if len(all) == 0 {
		return schema.Text{}
	}
	right := slices.MaxFunc(all, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	span := extent{right.x0, right.x1}
	for grown := true; grown; {
		grown = false
		for _, p := range all {
			if p.x0 < span.x1 && p.x1 > span.x0 && (p.x0 < span.x0 || p.x1 > span.x1) {
				span, grown = extent{min(span.x0, p.x0), max(span.x1, p.x1)}, true
			}
		}
	}
	var parts []schema.Text
	for _, p := range all {
		if p.x0 < span.x1 && p.x1 > span.x0 {
			parts = append(parts, p.text)
		}
	}
	return schema.JoinText(parts, "")
}

// figuresOf lists the values of a line that no row was found for.
func (l *alignedLine) figuresOf() []token {
	var out []token
	for i, p := range l.values {
		if p.figure {
			out = append(out, token{p.text, schema.ParseCell(p.text.Value, p.text.Whole()), i == len(l.values)-1})
		}
	}
	return out
}

func wordsOf(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text.Value)
	}
	return b.String()
}
