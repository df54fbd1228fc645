package made

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Layout is one of the ways in which reports stand in a text file.
type Layout struct {
	Name string
	// Lossy layouts lose figures of the tables: what is lost can only be said to
	// be unread.
	Lossy bool
	table func(d dice, g grid) []string // the lines of a table
	wrap  int                           // prose is wrapped after so many characters; 0: never
	first bool                          // tables stand in front of their headings
	page  bool                          // everything stands in one line
	cells bool                          // blank cells can be seen
}

// Layouts lists the layouts that keep every figure.
func Layouts() []Layout {
	return []Layout{
		{Name: "tabs", table: tabs, cells: true},
		{Name: "tabs-wrapped-prose", table: tabs, wrap: 38, cells: true},
		{Name: "pipes", table: pipes, cells: true},
		{Name: "pipes-repeated", table: pipesRepeated},
		{Name: "spaces", table: spaces},
		{Name: "values", table: values},
		{Name: "values-broken-labels", table: broken, wrap: 40},
		{Name: "tokens", table: tokens},
		{Name: "spaced-labels", table: spacedLabels},
		{Name: "wrapped-labels", table: wrappedLabels, wrap: 36},
		{Name: "merged-labels", table: mergedLabels},
		{Name: "labels-without-groups", table: withoutGroups},
		{Name: "split-by-pages", table: splitByPages, wrap: 42},
		{Name: "table-first", table: tabs, first: true},
		{Name: "one-paragraph", table: spaces, page: true},
	}
}

// LossyLayouts lists the layouts that lose figures: cells grown together,
// repeated lines dropped, zeros left blank.
func LossyLayouts() []Layout {
	return []Layout{
		{Name: "glued", Lossy: true, table: glued},
		{Name: "dropped", Lossy: true, table: dropped},
		{Name: "blanks", Lossy: true, table: zerosBlank},
	}
}

// LayoutByName returns the layout of that name.
func LayoutByName(name string) (Layout, bool) {
	for _, l := range append(Layouts(), LossyLayouts()...) {
		if l.Name == name {
			return l, true
		}
	}
	return Layout{}, false
}

// Text prints the report as a text file in UTF-8.
func (m *Made) Text(l Layout) string {
	d := newDice(m.Seed, streamPrint)
	var lines []string
	gap := d.in(3)
	for i, p := range m.parts(l.first) {
		if i > 0 && (gap || p.kind == headLine || p.kind == tablePart || p.kind == signedBy) {
			lines = append(lines, "")
		}
		switch p.kind {
		case tablePart:
			lines = append(lines, l.table(d, p.grid)...)
			lines = append(lines, "")
		case proseLine:
			lines = append(lines, wrapped(p.text, l.wrap)...)
		default:
			lines = append(lines, p.text)
		}
	}
	if l.page {
		return strings.Join(strings.Fields(strings.Join(lines, " ")), " ") + "\n"
	}
	return strings.Join(lines, "\n") + "\n"
}

// wrapped cuts a paragraph into lines of n characters.
func wrapped(s string, n int) []string {
	if n == 0 {
		return []string{s}
	}
	var out []string
	runes := []rune(s)
	for len(runes) > n {
		out = append(out, string(runes[:n]))
		runes = runes[n:]
	}
	return append(out, string(runes))
}

func tabs(_ dice, g grid) []string { return joined(g.matrix(false), "\t") }

func joined(rows [][]string, sep string) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = strings.Join(row, sep)
	}
	return out
}

// pipes is L1: what a merged cell covers is an empty cell.
func pipes(d dice, g grid) []string { return piped(d, g.matrix(false)) }

// pipesRepeated repeats a merged cell in every place it covers.
func pipesRepeated(d dice, g grid) []string { return piped(d, g.matrix(true)) }

func piped(d dice, rows [][]string) []string {
	out := make([]string, len(rows))
	open := pick(d, []string{"", "| "})
	for i, row := range rows {
		out[i] = open + strings.Join(row, " | ") + " |"
	}
	return out
}

// spaces is L4: nothing shows where a merged cell was.
func spaces(d dice, g grid) []string {
	sep := strings.Repeat(" ", d.between(1, 4))
	var out []string
	for _, row := range g.rows {
		out = append(out, strings.Join(texts(row), sep))
	}
	return out
}

// texts lists what is printed in a row.
func texts(row []box) []string {
	var out []string
	for _, b := range row {
		if b.text != "" {
			out = append(out, b.text)
		}
	}
	return out
}

// values is L2: one cell a line, blank lines between, or not.
func values(d dice, g grid) []string {
	gap := !d.in(3)
	var out []string
	for _, row := range g.rows {
		for _, s := range texts(row) {
			out = append(out, s)
			if gap {
				out = append(out, "")
			}
		}
	}
	return out
}

// tokens is L3: one token a line, a pipe on a line of its own between.
func tokens(_ dice, g grid) []string {
	var out []string
	for _, row := range g.rows {
		out = append(out, "|")
		for _, b := range row {
			if b.text != "" {
				out = append(out, b.text)
			}
			out = append(out, "|")
		}
	}
	return out
}

// broken is L2 with labels over several lines, the outermost a character a line.
func broken(d dice, g grid) []string {
	width := d.between(5, 8)
	var out []string
	for _, row := range g.rows {
		for _, b := range row {
			switch {
			case b.text == "":
			case b.value:
				out = append(out, b.text, "")
			case b.rows > 3:
				out = append(out, wrapped(b.text, 1)...)
			default:
				out = append(out, wrapped(b.text, width)...)
			}
		}
	}
	return out
}

// spacedLabels puts spaces between the characters of short labels: 总  计.
func spacedLabels(_ dice, g grid) []string {
	return tabs(dice{}, g.relabel(func(b box) string {
		if n := utf8.RuneCountInString(b.text); n > 1 && n < 5 {
			return strings.Join(strings.Split(b.text, ""), "  ")
		}
		return b.text
	}))
}

// wrappedLabels is L7: where a label was wrapped in its cell, a space is left.
func wrappedLabels(d dice, g grid) []string {
	width := d.between(6, 9)
	return tabs(d, g.relabel(func(b box) string { return strings.Join(wrapped(b.text, width), " ") }))
}

// relabel returns the grid with other labels.
func (g grid) relabel(change func(box) string) grid {
	out := g
	out.rows = make([][]box, len(g.rows))
	for i, row := range g.rows {
		for _, b := range row {
			if !b.value {
				b.text = change(b)
			}
			out.rows[i] = append(out.rows[i], b)
		}
	}
	return out
}

// mergedLabels writes a row's labels in one cell: （三）不予公开 1.属于国家秘密.
func mergedLabels(_ dice, g grid) []string {
	var out []string
	for _, row := range g.rows {
		var labels, figures []string
		heads := true
		for _, b := range row {
			heads = heads && !b.value
		}
		if heads {
			out = append(out, strings.Join(texts(row), "\t"))
			continue
		}
		for _, b := range row {
			if b.value {
				figures = append(figures, b.text)
			} else if b.text != "" {
				labels = append(labels, b.text)
			}
		}
		out = append(out, strings.Join(append([]string{strings.Join(labels, " ")}, figures...), "\t"))
	}
	return out
}

// withoutGroups leaves the first columns to the rows that have a label there:
// the other rows begin with their own.
func withoutGroups(_ dice, g grid) []string {
	var out []string
	for _, row := range g.rows {
		cells := make([]string, len(row))
		for i, b := range row {
			cells[i] = b.text
		}
		out = append(out, strings.Join(cells, "\t"))
	}
	return out
}

// splitByPages cuts a long table once or twice; a page's number stands between.
func splitByPages(d dice, g grid) []string {
	lines := tabs(d, g)
	if len(lines) < 10 {
		return lines
	}
	cuts := []int{d.between(5, len(lines)-2)}
	if d.in(2) && len(lines) > 20 {
		cuts = []int{d.between(5, 12), d.between(14, len(lines)-2)}
	}
	var out []string
	page := d.between(2, 5)
	for i, line := range lines {
		for _, cut := range cuts {
			if i == cut {
				out = append(out, "", pick(d, []string{"-%-", "— % —", "第%页"}), "")
				out[len(out)-2] = strings.ReplaceAll(out[len(out)-2], "%", strconv.Itoa(page))
				page++
			}
		}
		out = append(out, line)
	}
	return out
}

// glued is L5: the figures of a row run together with its label.
func glued(_ dice, g grid) []string {
	var out []string
	for _, row := range g.rows {
		var words []string
		for i, b := range row {
			if i > 0 && b.value {
				words[len(words)-1] += b.text
			} else {
				words = append(words, b.text)
			}
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// dropped is L6: an extractor that drops a line it has just seen.
func dropped(d dice, g grid) []string {
	var out []string
	for _, line := range values(d, g) {
		if line != "" && (len(out) == 0 || out[len(out)-1] != line) {
			out = append(out, line)
		}
	}
	return out
}

// zerosBlank is L8: zeros are left blank.
func zerosBlank(_ dice, g grid) []string {
	for _, row := range g.rows {
		for i := range row {
			if row[i].value && row[i].text == "0" {
				row[i].text = ""
			}
		}
	}
	return tabs(dice{}, g)
}
