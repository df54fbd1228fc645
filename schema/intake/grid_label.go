package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// named is the form's row that the labels of a table's row mean.
type named struct {
	match
	label schema.Text
	tail  schema.Text // figures that stand behind the label in its cell
}

// findRow returns the form's row that the labels of a row mean. Words behind the
// label that was found stand in the places of values.
func (g *gridRow) findRow(index *labelIndex) (named, bool) {
	if g.form != nil && g.form != index {
		return named{}, false
	}
	k := 0
	for i := g.labels - 1; i >= 0; i-- {
		if g.cells[i].Text.IsEmpty() {
			continue
		}
		n, ok := nameOf(index, &g.cells[i])
		if !ok && k == 0 { // a label cut in two by a column
			n, ok = g.cutInTwo(index, i)
		}
		if ok {
			if k > 0 && g.wordsAreValues(i+1) {
				g.labels = i + 1
			}
			return n, true
		}
		k++
	}
	return named{}, false
}

// nameOf finds the row that one cell names, with or without figures behind.
func nameOf(index *labelIndex, c *gridCell) (named, bool) {
	t := c.Text
	if c.label == "" {
		return named{}, false // a figure
	}
	m, ok := index.findPrinted(&c.printed)
	end := len(t.Value)
	if !ok {
		end = len(strings.TrimRightFunc(t.Value, isTail))
		if end == len(t.Value) || strings.TrimFunc(t.Value[end:], notDigit) == "" {
			return named{}, false
		}
		if m, ok = index.find(t.Value[:end]); !ok {
			return named{}, false
		}
	}
	return named{m, t.Slice(m.from, end).TrimSpace(), t.Slice(end, len(t.Value)).TrimSpace()}, true
}

func isTail(r rune) bool { return isSpace(r) || strings.ContainsRune(figureRunes, narrow(r)) }

func notDigit(r rune) bool { r = narrow(r); return r < '0' || r > '9' }

// figureRunes are what figures are made of, and what stands between them.
const figureRunes = "0123456789.,+-增减/|、，（）()"

// cutInTwo joins the words of cell i with those in front of it, unless those are
// a label by themselves.
func (g *gridRow) cutInTwo(index *labelIndex, i int) (named, bool) {
	for j := i - 1; j >= 0; j-- {
		if front := g.cells[j].Text; !front.IsEmpty() {
			joined := schema.JoinText([]schema.Text{front, g.cells[i].Text}, "")
			if alone, ok := index.findPrinted(&g.cells[j].printed); ok && alone.whole && !alone.slips {
				return named{}, false
			}
			p := newPrinted(joined.Value)
			m, ok := index.row(&p)
			return named{match: m, label: joined}, ok
		}
	}
	return named{}, false
}

// wordsAreValues reports whether the words from cell i on stand where figures
// are due: 行政许可 | 无. They are short and no label, and the row does not have
// its figures behind them.
func (g *gridRow) wordsAreValues(i int) bool {
	const longest = 8
	for k := i; k < g.labels; k++ {
		words := g.cells[k].Text.Value
		_, style, _ := enumerator(words)
		if style != 0 || utf8.RuneCountInString(squeeze(words)) > longest {
			return false
		}
	}
	return countGiven(g.values()) < max(g.due, 1)
}
