package intake

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// gridRow is one row of a table: the labels in front, then its values.
type gridRow struct {
	row    *document.Row
	cells  []document.Cell // without covered places
	labels int             // how many cells in front are labels
	due    int             // how many figures the row should have; 0 when nothing tells
}

// splitCells divides a row into its labels, up to the last words, and its
// values. A row of words alone is all labels.
func splitCells(row *document.Row) gridRow {
	g := gridRow{row: row, cells: row.Cells}
	if slices.ContainsFunc(row.Cells, isUnseen) {
		g.cells = slices.DeleteFunc(slices.Clone(row.Cells), isUnseen)
	}
	for i := range g.cells {
		if isLabel(&g.cells[i]) {
			g.labels = i + 1
		}
	}
	// Words behind figures are a bad value (无, 0件件), not a label; nor is what
	// begins as a figure does: 13？ and 0O.
	for i := range g.labels {
		c := &g.cells[i]
		if i > 0 && (schema.ParseCell(c.Text.Value, c.Place).IsNumber() || brokenFigure(c.Text.Value) || saysNone(c.Text.Value)) {
			g.labels = i
			break
		}
	}
	return g
}

func isUnseen(c document.Cell) bool { return c.Covered || c.Hidden }

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

// isLabel reports whether a cell holds words. Where characters could not be
// read, the others tell a label from a figure.
func isLabel(c *document.Cell) bool {
	return isWords(strings.ReplaceAll(c.Text.Value, document.Unread, ""))
}

func isWords(s string) bool {
	c := schema.ParseCell(s, schema.Place{})
	return c.State == schema.Words
}

func (g *gridRow) values() []document.Cell { return g.cells[g.labels:] }

// label returns the words that may name the row, innermost first.
func (g *gridRow) labelTexts() []schema.Text {
	var out []schema.Text
	for i := g.labels - 1; i >= 0; i-- {
		if !g.cells[i].Text.IsEmpty() {
			out = append(out, g.cells[i].Text)
		}
	}
	return out
}

// named is the form's row that the labels of a table's row mean.
type named struct {
	match
	label schema.Text
	tail  schema.Text // figures that stand behind the label in its cell
}

// findRow returns the form's row that the labels of a row mean. Words behind the
// label that was found stand in the places of values.
func (g *gridRow) findRow(index *labelIndex) (named, bool) {
	k := 0
	for i := g.labels - 1; i >= 0; i-- {
		t := g.cells[i].Text
		if t.IsEmpty() {
			continue
		}
		n, ok := nameOf(index, t)
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
func nameOf(index *labelIndex, t schema.Text) (named, bool) {
	m, ok := index.find(t.Value)
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
			if alone, ok := index.find(front.Value); ok && alone.whole && !alone.slips {
				return named{}, false
			}
			m, ok := index.row(joined.Value)
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
	for _, c := range g.cells[i:g.labels] {
		_, style, _ := enumerator(c.Text.Value)
		if style != 0 || utf8.RuneCountInString(squeeze(c.Text.Value)) > longest {
			return false
		}
	}
	given := 0
	for _, v := range g.values() {
		if !v.Text.IsEmpty() {
			given++
		}
	}
	return given < max(g.due, 1)
}

// applicationsGrid binds the rows of a table to form three.
func applicationsGrid(c *collected, t *document.Table) bool {
	const columns = 7
	index := formIndex(schema.Applications)
	rows := make([]gridRow, len(t.Rows))
	type bound struct {
		at int
		named
	}
	var hits []bound
	for i := range t.Rows {
		rows[i] = splitCells(&t.Rows[i])
		rows[i].due = columns
		n, ok := rows[i].findRow(index)
		number, _, _ := enumerator(n.label.Value)
		if ok && (anyValue(&rows[i]) || number > 0 || utf8.RuneCountInString(bare(n.label.Value)) >= 4) {
			hits = append(hits, bound{i, n})
		}
	}
	if len(hits) < 2 && !(len(hits) == 1 && len(t.Rows) <= 3) {
		return headsOnly(c, t)
	}
	c.seen(t.Place, "grid")
	c.header = true
	c.labels = append(c.labels, applicationHeads(rows)...)
	start := valueStart(rows, columns, t.Ruled)
	taken := map[int]bool{}
	for n, h := range hits {
		taken[h.at] = true
		g := &rows[h.at]
		if c.tail(h.named, g, columns) {
			continue
		}
		values, exact := rowValues(g, columns, start, t.Ruled)
		if len(values) == 0 && !anyValue(g) {
			continue // a label whose figures stand elsewhere; if nowhere, the row is missing
		}
		whole := h.match.whole
		if !whole {
			next := len(rows)
			if n+1 < len(hits) {
				next = hits[n+1].at
			}
			whole = !goesOnBelow(rows, h.at, next)
		}
		c.rows = append(c.rows, found{key: h.key, label: h.label, whole: whole, values: values, exact: exact, place: g.row.Place})
	}
	for i := hits[0].at; i < hits[len(hits)-1].at; i++ {
		if !taken[i] {
			c.strange(index, &rows[i], 2)
		}
	}
	return true
}

// goesOnBelow reports whether the row below, up to the next bound one, may
// hold the rest of a label: words without figures.
func goesOnBelow(rows []gridRow, at, next int) bool {
	if at+1 >= next || at+1 >= len(rows) {
		return false
	}
	below := &rows[at+1]
	return below.labels > 0 && !anyValue(below)
}

func anyValue(g *gridRow) bool {
	for _, v := range g.values() {
		if !v.Text.IsEmpty() {
			return true
		}
	}
	return false
}

// valueStart finds the position from which the values of full rows begin, by
// the rows that have all of them; -1 when no row tells.
func valueStart(rows []gridRow, columns int, ruled bool) int {
	count := map[int]int{}
	for i := range rows {
		g := &rows[i]
		values := g.values()
		first, last := -1, -1
		for k, v := range values {
			if !v.Text.IsEmpty() {
				if first < 0 {
					first = k
				}
				last = k
			}
		}
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

// rowValues takes the values of a row. exact says that each stands in its
// column for certain.
func rowValues(g *gridRow, columns, start int, ruled bool) (values []schema.Cell, exact bool) {
	cells := g.values()
	first, last := -1, -1
	for k, v := range cells {
		if !v.Text.IsEmpty() {
			if first < 0 {
				first = k
			}
			last = k
		}
	}
	switch {
	case first >= 0 && last-first+1 == columns:
		return parseCells(cells[first : last+1]), true
	case ruled && start >= 0:
		var in []document.Cell
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

func parseCells(cells []document.Cell) []schema.Cell {
	out := make([]schema.Cell, len(cells))
	for i, c := range cells {
		out[i] = schema.ParseCell(c.Text.Value, c.Place)
		if strings.Contains(out[i].Raw, document.Unread) {
			out[i].State = schema.Absent
		}
	}
	return out
}

// strange says that a row with figures is none of the form's: a subtotal, a
// remark, a label that nobody can read.
func (c *collected) strange(index *labelIndex, g *gridRow, least int) {
	figures := 0
	for _, v := range g.values() {
		if schema.ParseCell(v.Text.Value, v.Place).IsNumber() {
			figures++
		}
	}
	if figures < least {
		return
	}
	var words []string
	for _, t := range g.labelTexts() {
		words = append([]string{flat(t.Value)}, words...)
	}
	label := strings.Join(words, " ")
	number := schema.Editions()[0].Form(c.key).Number
	p := schema.Problem{
		Kind: schema.UnreadTable, Place: g.row.Place, Form: c.key, Words: label,
		ZH: fmt.Sprintf("表%s有一行认不出是哪一项（“%s”，%d 个数），没有核对。", zhNumber(number), label, figures),
		EN: fmt.Sprintf("a row of form %d (%q, %d figures) fits no row of the form and was not checked", number, label, figures),
	}
	if len(words) > 0 && index.isGroup(words[len(words)-1]) || strings.Contains(label, "小计") || strings.Contains(label, "合计") {
		p.Kind = schema.ExtraRow
		p.ZH = fmt.Sprintf("表%s多出一行小计（“%s”），格式没有这一行，没有计入；请核对。", zhNumber(number), label)
		p.EN = fmt.Sprintf("form %d has a subtotal (%q) that the form does not have; it was not counted", number, label)
	}
	c.extra = append(c.extra, p)
}

// headsOnly notes a table that has the heads of form three and none of its
// rows.
func headsOnly(c *collected, t *document.Table) bool {
	heads := 0
	for i := range t.Rows {
		g := splitCells(&t.Rows[i])
		heads += len(applicationHeads([]gridRow{g}))
	}
	if heads < 4 {
		return false
	}
	c.seen(t.Place, "grid")
	c.header = true
	return true
}

// applicationHeads collects the column heads of form three as printed.
func applicationHeads(rows []gridRow) []schema.Label {
	columns, names := applicationColumns()
	var out []schema.Label
	for i := range rows {
		for _, cell := range rows[i].cells {
			if len(cell.Text.Value) < len("自然") || len(cell.Text.Value) > longHead {
				continue
			}
			words := bare(cell.Text.Value)
			for k, col := range columns {
				if schema.Distance(words, names[k], 1) <= 1 && utf8.RuneCountInString(names[k]) > 2 {
					out = append(out, schema.Label{Printed: cell.Text, Official: col.Label, Aliases: col.Aliases, Whole: true})
				}
			}
		}
	}
	return out
}

// applicationColumns returns form three's columns and their bare names.
var applicationColumns = sync.OnceValues(func() ([]schema.ColumnSpec, []string) {
	columns := schema.Editions()[0].Form(schema.Applications).Blocks[0].Columns
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = bare(c.Label)
	}
	return columns, names
})
