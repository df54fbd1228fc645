package intake

import (
	"slices"
	"strings"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// healCuts makes one row of the two halves that a page's end cut a row into: the
// rest of a label stands on the next page, beside blank places for figures that
// stand above. The labels of the forms tell it from a row that was left blank.
func healCuts(t *document.Table) {
	rows := t.Rows[:0]
	for i, row := range t.Rows {
		if n := len(rows); i > 0 && row.Place.Page != t.Rows[i-1].Place.Page && n > 0 {
			if joined, ok := joinHalves(rows, row); ok {
				rows[n-1] = joined
				continue
			}
		}
		rows = append(rows, row)
	}
	t.Rows = rows
}

// joinHalves joins the last of the rows with the one below it, when they are
// halves of one.
func joinHalves(rows []document.Row, below document.Row) (document.Row, bool) {
	above := rows[len(rows)-1]
	joined := above
	joined.Cells = append([]document.Cell(nil), above.Cells...)
	words := false
	for _, c := range below.Cells {
		if c.Text.IsEmpty() {
			continue
		}
		k := cellAt(joined.Cells, c)
		if k < 0 {
			return above, false
		}
		up := &joined.Cells[k]
		if up.Covered { // the rest of a group's label, which begins in a row above
			continue
		}
		if !up.Text.IsEmpty() && !(isWords(up) && isWords(&c)) {
			return above, false // two figures, or a figure and words
		}
		words = words || isWords(&c)
		up.Text = schema.JoinText([]schema.Text{up.Text, c.Text}, "")
	}
	return joined, areHalves(&above, &below, &joined, words)
}

func isWords(c *document.Cell) bool { return stateOf(c.Text.Value) == schema.Words }

func cellAt(cells []document.Cell, c document.Cell) int {
	for k := range cells {
		if cells[k].Column == c.Column && cells[k].ColSpan == c.ColSpan {
			return k
		}
	}
	return -1
}

// areHalves decides by the labels: joined they are a row's, and the lower half is
// none by itself; or more heads are known when they are joined. A lower half
// without words and figures is one.
func areHalves(above, below, joined *document.Row, words bool) bool {
	if headsIn(joined) > headsIn(above)+headsIn(below) {
		return true
	}
	up, low, both := rowOf(above), rowOf(below), rowOf(joined)
	if anyValue(&up) && anyValue(&low) {
		return false
	}
	for _, key := range schema.FormKeys() {
		index := formIndex(key)
		n, ok := both.findRow(index)
		if !ok || !n.whole {
			continue
		}
		if !words {
			return true
		}
		alone, found := low.findRow(index)
		return !found || !alone.whole || alone.slips && !n.slips
	}
	return false
}

// headsIn counts the cells of a row that are heads of columns.
func headsIn(row *document.Row) int {
	n := 0
	for i := range row.Cells {
		words := bare(row.Cells[i].Text.Value)
		if words == "" || strings.Trim(words, "0123456789") == "" {
			continue
		}
		_, known := findDisclosureHead(words)
		if known || isReviewWord(words) || isApplicationHead(words) {
			n++
		}
	}
	return n
}

func isApplicationHead(words string) bool {
	return slices.ContainsFunc(applicationColumns(), func(c applicationColumn) bool { return words == c.bare })
}
