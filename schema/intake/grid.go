package intake

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// gridRow is one row of a table: the labels in front, then its values.
type gridRow struct {
	row    *document.Row
	cells  []document.Cell // without covered places
	labels int             // how many cells in front are labels
}

// splitCells divides a row into its labels, up to the last words, and its
// values. A row of words alone is all labels.
func splitCells(row *document.Row) gridRow {
	g := gridRow{row: row}
	for _, c := range row.Cells {
		if !c.Covered && !c.Hidden {
			g.cells = append(g.cells, c)
		}
	}
	for i, c := range g.cells {
		if isLabel(c) {
			g.labels = i + 1
		}
	}
	// Words behind figures are a bad value (无, 0件件), not a label; nor is what
	// begins as a figure does: 13？ and 0O.
	for i, c := range g.cells[:g.labels] {
		if i > 0 && (schema.ParseCell(c.Text.Value, c.Place).IsNumber() || brokenFigure(c.Text.Value)) {
			g.labels = i
			break
		}
	}
	return g
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

// isLabel reports whether a cell holds words. Where characters could not be
// read, the others tell a label from a figure.
func isLabel(c document.Cell) bool {
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

// findRow returns the form's row that the labels of a row mean.
func (g *gridRow) findRow(index *labelIndex) (schema.Text, match, bool) {
	texts := g.labelTexts()
	for k, t := range texts {
		if m, ok := index.find(t.Value); ok {
			return t.Slice(m.from, len(t.Value)).TrimSpace(), m, true
		}
		if k == 0 && len(texts) > 1 { // a label cut in two by a column
			joined := schema.JoinText([]schema.Text{texts[1], texts[0]}, "")
			if m, ok := index.row(joined.Value); ok {
				return joined, m, true
			}
		}
	}
	return schema.Text{}, match{}, false
}

// applicationsGrid binds the rows of a table to form three.
func applicationsGrid(c *collected, t *document.Table) bool {
	index := formIndex(schema.Applications)
	rows := make([]gridRow, len(t.Rows))
	type bound struct {
		at    int
		label schema.Text
		match match
	}
	var hits []bound
	for i := range t.Rows {
		rows[i] = splitCells(&t.Rows[i])
		label, m, ok := rows[i].findRow(index)
		number, _, _ := enumerator(label.Value)
		if ok && (anyValue(&rows[i]) || number > 0 || utf8.RuneCountInString(bare(label.Value)) >= 4) {
			hits = append(hits, bound{i, label, m})
		}
	}
	if len(hits) < 2 && !(len(hits) == 1 && len(t.Rows) <= 3) {
		return headsOnly(c, t)
	}
	c.seen(t.Place, "grid")
	c.header = true
	c.labels = append(c.labels, applicationHeads(rows)...)
	const columns = 7
	start := valueStart(rows, columns, t.Ruled)
	taken := map[int]bool{}
	for n, h := range hits {
		taken[h.at] = true
		g := &rows[h.at]
		values, exact := rowValues(g, columns, start, t.Ruled)
		if len(values) == 0 && !anyValue(g) {
			continue // a group's label, or a label whose figures stand elsewhere
		}
		whole := h.match.whole
		if !whole {
			next := len(rows)
			if n+1 < len(hits) {
				next = hits[n+1].at
			}
			whole = !goesOnBelow(rows, h.at, next)
		}
		c.rows = append(c.rows, found{key: h.match.key, label: h.label, whole: whole, values: values, exact: exact, place: g.row.Place})
	}
	for i := hits[0].at; i < hits[len(hits)-1].at; i++ {
		if !taken[i] {
			c.strange(index, &rows[i])
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
func (c *collected) strange(index *labelIndex, g *gridRow) {
	figures := 0
	for _, v := range g.values() {
		if schema.ParseCell(v.Text.Value, v.Place).IsNumber() {
			figures++
		}
	}
	if figures < 2 {
		return
	}
	var words []string
	for _, t := range g.labelTexts() {
		words = append([]string{flat(t.Value)}, words...)
	}
	label := strings.Join(words, " ")
	p := schema.Problem{
		Kind: schema.UnreadTable, Place: g.row.Place, Form: c.key, Words: label,
		ZH: fmt.Sprintf("表三有一行认不出是哪一项（“%s”，%d 个数），没有核对。", label, figures),
		EN: fmt.Sprintf("a row of form three (%q, %d figures) fits no row of the form and was not checked", label, figures),
	}
	if len(words) > 0 && index.isGroup(words[len(words)-1]) || strings.Contains(label, "小计") || strings.Contains(label, "合计") {
		p.Kind = schema.ExtraRow
		p.ZH = fmt.Sprintf("表三多出一行小计（“%s”），格式没有这一行，没有计入；请核对。", label)
		p.EN = fmt.Sprintf("form three has a subtotal (%q) that the form does not have; it was not counted", label)
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
	block := schema.Editions()[0].Form(schema.Applications).Blocks[0]
	var out []schema.Label
	for i := range rows {
		for _, cell := range rows[i].cells {
			words := bare(cell.Text.Value)
			for _, col := range block.Columns {
				if name := bare(col.Label); words != "" && distance(words, name, 1) <= 1 && len([]rune(words)) >= len([]rune(name))-1 && len([]rune(name)) > 2 {
					out = append(out, schema.Label{Printed: cell.Text, Official: col.Label, Aliases: col.Aliases, Whole: true})
				}
			}
		}
	}
	return out
}
