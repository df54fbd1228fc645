package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// sheetLine is one visible row of a sheet on its way into blocks.
type sheetLine struct {
	row    *sheetRow
	number int
	filled []*sheetCell // with words or figures
	framed int          // cells with a border
	beside int          // those left and right of the filled ones
	c0, c1 int          // from the first to the last filled cell, its merged cells included
	joined bool         // a merged cell from above reaches here
}

// cut makes blocks of a sheet's used area. Rows of several cells, and rows with
// borders, are tables; titles, headings and sentences between them are
// paragraphs; an empty row is a gap.
func (w *workbook) cut(s sheetEntry, scan *sheetScan) {
	c := &sheetCutter{w: w, sheet: s, scan: scan, anchors: scan.anchors()}
	lines := c.lines()
	for i := range lines {
		c.line(lines, i)
	}
	c.endTable()
	c.gap()
}

// sheetCutter cuts one sheet.
type sheetCutter struct {
	w       *workbook
	sheet   sheetEntry
	scan    *sheetScan
	anchors map[[2]int]cellRange // merged ranges by their first cell
	open    []sheetLine          // lines of the table being gathered
}

// anchors returns the merged ranges by their first visible cell. Of two that
// overlap in their first cell the first counts.
func (s *sheetScan) anchors() map[[2]int]cellRange {
	out := make(map[[2]int]cellRange, len(s.merges))
	for _, m := range s.merges {
		key := [2]int{m.r0, m.c0}
		if _, twice := out[key]; !twice {
			out[key] = m
		}
	}
	return out
}

// lines returns the visible rows that have something in them or a border.
func (c *sheetCutter) lines() []sheetLine {
	var out []sheetLine
	for _, row := range c.scan.rows {
		l := sheetLine{row: row, number: row.number}
		for _, cell := range row.cells {
			if c.w.style(cell.style).bordered {
				l.framed++
			}
			if strings.TrimFunc(cell.text, isBlank) == "" {
				continue
			}
			l.filled = append(l.filled, cell)
			if l.c0 == 0 {
				l.c0 = cell.col
			}
			l.c1 = max(l.c1, cell.col)
			if m, ok := c.anchors[[2]int{cell.row, cell.col}]; ok {
				l.c1 = max(l.c1, m.c1)
			}
		}
		for _, cell := range row.cells {
			if c.w.style(cell.style).bordered && (cell.col < l.c0 || cell.col > l.c1) {
				l.beside++
			}
		}
		if len(l.filled) > 0 || l.framed >= 2 {
			out = append(out, l)
		}
	}
	c.join(out)
	return out
}

// join marks the lines that a merged cell with words reaches down to.
func (c *sheetCutter) join(lines []sheetLine) {
	deep := 0
	for i := range lines {
		l := &lines[i]
		l.joined = deep >= l.number
		for _, cell := range l.filled {
			if m, ok := c.anchors[[2]int{cell.row, cell.col}]; ok && m.r1 < l.number+maxReach {
				deep = max(deep, m.r1)
			}
		}
	}
}

// maxReach is how many rows a merged cell of a form may cellRange; the largest, 三、
// 本年度办理结果, has 26.
const maxReach = 200

// line puts one line into the open table or makes paragraphs of it.
func (c *sheetCutter) line(lines []sheetLine, i int) {
	l := &lines[i]
	if i > 0 && l.number > lines[i-1].number+1 && !l.joined && !c.onlyHiddenBetween(lines[i-1].number, l.number) {
		c.endTable()
		c.gap()
	}
	switch {
	case len(l.filled) == 0:
		if len(c.open) > 0 {
			c.open = append(c.open, *l)
		}
	case c.isProse(lines, i):
		c.endTable()
		c.paragraphs(l)
	default:
		c.open = append(c.open, *l)
	}
}

// onlyHiddenBetween reports whether all rows between two lines are hidden: no
// gap is seen there.
func (c *sheetCutter) onlyHiddenBetween(a, b int) bool {
	hidden := 0
	for _, row := range c.scan.rows {
		if row.number > a && row.number < b && row.hidden {
			hidden++
		}
	}
	return hidden == b-a-1
}

// isProse decides whether a line is a paragraph.
func (c *sheetCutter) isProse(lines []sheetLine, i int) bool {
	l := &lines[i]
	first := l.filled[0].text
	if len(l.filled) > 1 {
		return l.sentences() || len(l.filled) == 2 && isNumeralOnly(first) && l.framed < 3
	}
	if isFigure(first) || l.joined {
		return false
	}
	if isLong(first) || isHeadline(first) && (c.wide(lines, i) || l.framed < 2) {
		return true
	}
	if l.framed >= 2 && !c.wide(lines, i) {
		return false
	}
	next := i+1 < len(lines) && lines[i+1].number == l.number+1 && (len(lines[i+1].filled) > 1 || lines[i+1].framed >= 2)
	if len(c.open) > 0 {
		return !next && l.framed < 2
	}
	return !next || l.framed < 2 || isTitle(first) || c.larger(lines, i)
}

// wide reports whether the only cell of a line is as wide as the rows around it.
func (c *sheetCutter) wide(lines []sheetLine, i int) bool {
	l := &lines[i]
	if l.beside > 0 {
		return false
	}
	for _, k := range []int{i + 1, i - 1} {
		if k >= 0 && k < len(lines) && len(lines[k].filled) > 1 {
			return l.c0 <= lines[k].c0 && l.c1 >= lines[k].c1
		}
	}
	return true
}

// larger reports whether the letters of a line are larger than those below it.
func (c *sheetCutter) larger(lines []sheetLine, i int) bool {
	if i+1 >= len(lines) || len(lines[i+1].filled) == 0 {
		return false
	}
	return c.w.style(lines[i].filled[0].style).size > c.w.style(lines[i+1].filled[0].style).size+1
}

// sentences reports whether a line of several cells is running text beside a
// heading: 一、总体情况 | 2024年，……。
func (l *sheetLine) sentences() bool {
	long := false
	for _, cell := range l.filled {
		if isFigure(cell.text) {
			return false
		}
		long = long || isLong(cell.text)
	}
	return long
}

func isLong(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > 120 || n >= 20 && strings.ContainsAny(s, "。；")
}

func isFigure(s string) bool {
	if s == Unread {
		return true
	}
	state := schema.ParseCell(s, schema.Place{}).State
	return state == schema.Numeric || state == schema.Slash
}

// isHeadline finds 三、 and 第三部分 at the beginning of a line.
func isHeadline(s string) bool {
	s = strings.TrimLeftFunc(s, isBlank)
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		return strings.HasPrefix(strings.TrimLeft(rest, numerals), "部分") && rest != ""
	}
	rest := strings.TrimLeft(s, numerals)
	return rest != s && strings.HasPrefix(rest, "、")
}

const numerals = "一二三四五六七八九十"

// isNumeralOnly finds a heading's number in a cell of its own.
func isNumeralOnly(s string) bool {
	s = strings.TrimFunc(s, isBlank)
	return s != "" && strings.Trim(s, numerals+"、（）()") == ""
}

// isTitle finds what stands above a table and not in it.
func isTitle(s string) bool {
	s = strings.TrimFunc(s, isBlank)
	if strings.Contains(s, "年度") || strings.Contains(s, "单位：") || strings.Contains(s, "单位:") {
		return true
	}
	return slices.ContainsFunc([]string{"报告", "年报", "情况", "表", "统计"}, func(tail string) bool { return strings.HasSuffix(s, tail) })
}

// paragraphs makes a paragraph of each line of words in the cells.
func (c *sheetCutter) paragraphs(l *sheetLine) {
	if len(l.filled) == 2 && isNumeralOnly(l.filled[0].text) && !isLong(l.filled[1].text) {
		number := schema.NewText(strings.TrimFunc(l.filled[0].text, isBlank), c.place(l.filled[0]))
		c.add(schema.JoinText([]schema.Text{number, schema.NewText(l.filled[1].text, c.place(l.filled[1]))}, ""))
		return
	}
	for _, cell := range l.filled {
		for _, line := range splitLines(cell.text) {
			if text := clean(line, c.place(cell)); !text.IsEmpty() {
				c.add(text)
			} else {
				c.gap()
			}
		}
	}
}

func (c *sheetCutter) add(t schema.Text) {
	c.w.doc.Blocks = append(c.w.doc.Blocks, Block{Kind: Paragraph, Text: t})
}

func (c *sheetCutter) gap() {
	if n := len(c.w.doc.Blocks); n > 0 && c.w.doc.Blocks[n-1].Kind != Break {
		c.w.doc.Blocks = append(c.w.doc.Blocks, Block{Kind: Break})
	}
}

func (c *sheetCutter) place(cell *sheetCell) schema.Place { return c.w.at(c.sheet, cell) }
