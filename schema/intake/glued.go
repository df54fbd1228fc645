package intake

import (
	"strings"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// valuesOf makes the values of a row of n figures of its tokens. Where figures
// grew together they are split when there is one way only; ok is false when
// there are several.
func valuesOf(tokens []token, n int) (values []schema.Cell, ok bool) {
	whole := true
	var digits strings.Builder
	for _, t := range tokens {
		whole = whole && t.isValue()
		values = append(values, t.cell)
		digits.WriteString(t.text.Value)
	}
	if len(tokens) == n && whole {
		return values, true
	}
	// As many digits as figures are one digit each, wherever the gaps are; but two
	// figures of three are not to be cut again.
	if len(tokens) == 1 && (!whole || n > 5) || !whole && digits.Len() == n {
		at := tokens[0].text.Whole().To(tokens[len(tokens)-1].text.Whole())
		parts, one := onlySplit(digits.String(), n)
		if one {
			return parsed(parts, at), true
		}
	}
	return values, whole
}

// take adds the row with the values that its tokens are, or the problem that
// nobody can tell them apart.
func (c *collected) take(row found, tokens []token, n int) {
	values, ok := valuesOf(tokens, n)
	if !ok {
		at := tokens[0].text.Whole().To(tokens[len(tokens)-1].text.Whole())
		c.extra = append(c.extra, c.gluedProblem(row.label.Value, tokens[0].text.Value, at, row.key))
		return
	}
	row.values = values
	c.rows = append(c.rows, row)
}

// tail deals with figures that stand behind the label in its own cell, where the
// cells of the row lack them: 规章0210. It reports whether it did; where the row
// has all its figures, those are a mark of a note and nothing else.
func (c *collected) tail(n named, g *gridRow, columns int) bool {
	given := countGiven(g.values())
	if n.tail.IsEmpty() || given >= columns {
		return false
	}
	c.seen(g.row.Place, "grid")
	at := n.tail.Whole()
	parts, ok := strings.Fields(n.tail.Value), given == 0
	if ok && len(parts) != columns {
		parts, ok = onlySplit(n.tail.Value, columns)
	}
	if !ok || strings.Contains(n.tail.Value, document.Unread) {
		c.extra = append(c.extra, c.gluedProblem(n.label.Value, n.tail.Value, at, n.key))
		return true
	}
	c.rows = append(c.rows, found{key: n.key, label: n.label, whole: n.whole, values: parsed(parts, at), exact: true, place: g.row.Place})
	return true
}

func parsed(parts []string, at schema.Place) []schema.Cell {
	values := make([]schema.Cell, len(parts))
	for i, p := range parts {
		values[i] = schema.ParseCell(p, at)
	}
	return values
}

// columnsOf returns how many figures a row of form two has: as many as there are
// heads over it, or as its edition has.
func (c *collected) columnsOf(key string, heads []string) int {
	if n := len(appendNew(nil, heads...)); n > 0 {
		return n
	}
	if row := c.edition(c.due).Form(c.key).Row(key); row != nil {
		return len(row.Cells)
	}
	return 0
}

// glued looks for labels with their values grown on to them: 规章000. They are
// split where there is one way only, and said otherwise.
func (c *collected) glued(tokens []token, index *labelIndex, columns func(key string) int) {
	for i, t := range tokens {
		words := strings.TrimRight(t.text.Value, "0123456789.,+-增减")
		digits := t.text.Value[len(words):]
		if len(digits) < 2 || words == "" || i+1 < len(tokens) && tokens[i+1].isFigures() {
			continue
		}
		m, ok := index.find(words)
		if !ok || c.has(m.key) {
			continue
		}
		label := t.text.Slice(m.from, len(words))
		at := t.text.Place(len(words), len(t.text.Value))
		c.seen(label.Whole(), "lines")
		c.header = true
		if parts, ok := onlySplit(digits, columns(m.key)); ok {
			c.rows = append(c.rows, found{key: m.key, label: label, whole: m.whole, place: label.Whole(), exact: true, values: parsed(parts, at)})
			continue
		}
		c.extra = append(c.extra, c.gluedProblem(label.Value, digits, at, m.key))
	}
}

// gluedProblem says that figures behind words cannot be told apart.
func (c *collected) gluedProblem(words, digits string, at schema.Place, keys ...string) schema.Problem {
	words = flat(words)
	p := schema.Problem{
		Kind: schema.GluedCells, Place: at, Form: c.key, Words: words + digits,
		ZH: "“" + words + "”后面的数字粘连成“" + digits + "”，分不出各格是多少，没有核对；请用原来的文件检查。",
		EN: "the figures behind " + words + " have run together as " + digits + " and cannot be told apart; they were not checked",
	}
	for _, key := range keys {
		if row := c.edition(c.due).Form(c.key).Row(key); row != nil {
			p.Cells = append(p.Cells, row.Cells...)
		}
	}
	return p
}

// onlySplit cuts digits into n figures when there is only one way to: a figure
// has no leading zero.
func onlySplit(digits string, n int) ([]string, bool) {
	if !allDigits(digits) || n == 0 || len(digits) > 40 {
		return nil, false
	}
	var only []string
	ways := 0
	var cut func(at int, parts []string)
	cut = func(at int, parts []string) {
		if ways > 1 {
			return
		}
		left := n - len(parts)
		if left == 0 {
			if at == len(digits) {
				ways++
				only = append([]string(nil), parts...)
			}
			return
		}
		if len(digits)-at < left {
			return
		}
		for end := at + 1; end <= len(digits)-left+1; end++ {
			cut(end, append(parts, digits[at:end]))
			if digits[at] == '0' {
				break
			}
		}
	}
	cut(0, nil)
	return only, ways == 1
}
