package document

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

func isText(_ string, data []byte) bool {
	_, _, ok := decodeText("", data[:min(len(data), 1<<16)&^1])
	return ok
}

// readText reads plain text: a line is a paragraph, an empty line a gap, and
// lines with tabs or pipes in them a table that is not ruled.
func readText(ctx context.Context, path string, data []byte) (*Document, error) {
	if len(data) > maxText {
		return nil, tooLarge(len(data))
	}
	text, problems, ok := decodeText(path, data)
	if !ok {
		return nil, &Error{Kind: Binary,
			ZH: "文件不是文本，也不是认得的文档格式；请用 Word、WPS 另存为 .docx，或导出为 PDF。",
			EN: "the file is neither text nor a known kind of document; save it as .docx or export it as PDF",
		}
	}
	doc := &Document{Path: path, Format: "text", Problems: problems}
	r := textReader{doc: doc}
	for number, line := range splitLines(string(text)) {
		if number%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		r.line(line, schema.Place{Path: path, Line: number + 1, Column: 1})
	}
	r.endTable()
	return doc, nil
}

// splitLines yields the lines of s at LF, CR, CRLF and the Unicode line
// breaks, numbered from 0 as editors number them: a form feed ends no line.
func splitLines(s string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for n := 0; s != ""; n++ {
			i, size := lineEnd(s)
			if !yield(n, s[:i]) {
				return
			}
			s = s[i+size:]
		}
	}
}

// lineEnd returns where the first line of s ends, and the length of its break.
func lineEnd(s string) (i, size int) {
	for i := range len(s) {
		switch s[i] {
		case '\n':
			return i, 1
		case '\r':
			if strings.HasPrefix(s[i:], "\r\n") {
				return i, 2
			}
			return i, 1
		case "\u2028"[0]:
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return i, len("\u2028")
			}
		}
	}
	return len(s), 0
}

// textReader gathers lines into blocks.
type textReader struct {
	doc      *Document
	table    *Table
	tables   int
	bordered []int // the rows of the table with a pipe in front
	open     bool  // other rows with pipes have none there
}

func (r *textReader) line(line string, at schema.Place) {
	if strings.TrimFunc(line, isBlank) == "" && !isTabRow(line) {
		r.endTable()
		if n := len(r.doc.Blocks); n > 0 && r.doc.Blocks[n-1].Kind != Break {
			r.doc.Blocks = append(r.doc.Blocks, Block{Kind: Break})
		}
		return
	}
	if cells, ok := splitRow(line, at); ok {
		if isRuleRow(cells) {
			return // the line under a head; it says nothing by itself
		}
		r.row(cells, at)
		r.border(line)
		return
	}
	r.endTable()
	if text := clean(line, at); !text.IsEmpty() {
		r.doc.Blocks = append(r.doc.Blocks, Block{Kind: Paragraph, Text: text})
	}
}

func (r *textReader) row(cells []Cell, at schema.Place) {
	if r.table == nil {
		r.tables++
		r.table = &Table{Place: at}
		r.table.Place.Table = r.tables
		r.doc.Blocks = append(r.doc.Blocks, Block{Kind: TableBlock, Table: r.table})
	}
	at.Table, at.Row = r.tables, len(r.table.Rows)+1
	for i := range cells {
		cells[i].Place.Table, cells[i].Place.Row, cells[i].Place.Cell = r.tables, at.Row, i+1
	}
	r.table.Rows = append(r.table.Rows, Row{Cells: cells, Place: at})
}

// border notes whether the row just taken has a pipe in front.
func (r *textReader) border(line string) {
	switch {
	case strings.HasPrefix(strings.TrimLeft(line, " 　"), "|"):
		r.bordered = append(r.bordered, len(r.table.Rows)-1)
	case strings.Contains(line, "|"):
		r.open = true
	}
}

// endTable closes the table. Where only some of its rows have a pipe in front,
// that pipe is no border: it ends a blank first cell.
func (r *textReader) endTable() {
	if r.open {
		for _, i := range r.bordered {
			r.table.Rows[i].shift()
		}
	}
	r.table, r.bordered, r.open = nil, nil, false
}

// shift puts a blank cell in front of a row.
func (row *Row) shift() {
	at := row.Place
	at.Cell = 1
	row.Cells = append([]Cell{{ColSpan: 1, RowSpan: 1, Place: at}}, row.Cells...)
	for i := range row.Cells[1:] {
		row.Cells[i+1].Column, row.Cells[i+1].Place.Cell = i+1, i+2
	}
}

func isBlank(r rune) bool {
	return r <= ' ' || r == 0xA0 || r == 0x3000 || r == 0xFEFF || r >= 0x2000 && r <= 0x200F
}

// isTabRow finds a row of blank cells, which is not an empty line.
func isTabRow(line string) bool { return strings.Count(line, "\t") >= 2 }

// splitRow cuts a line into cells at its tabs or pipes. A tab that only indents,
// or stands once in a sentence, makes no row; nor does a pipe in a sentence.
func splitRow(line string, at schema.Place) ([]Cell, bool) {
	indent := len(line) - len(strings.TrimLeft(line, " 　"))
	trimmed := strings.TrimLeft(line, "\t 　")
	switch {
	case strings.HasPrefix(line[indent:], "|") && strings.Count(line, "|") >= 2:
		inner := strings.TrimRight(line[indent+1:], " \t　")
		inner = strings.TrimSuffix(inner, "|")
		return cellsOf(inner, "|", at, utf8.RuneCountInString(line[:indent+1])), true
	case strings.Contains(trimmed, "\t") || isTabRow(line):
		if fields := strings.Split(trimmed, "\t"); len(fields) == 2 && sentence(fields) {
			return nil, false
		}
		return cellsOf(line, "\t", at, 0), true
	case strings.Count(line, "|") >= 2 || strings.Count(line, "│") >= 2:
		sep := "|"
		if !strings.Contains(line, sep) {
			sep = "│"
		}
		if sentence(strings.Split(line, sep)) {
			return nil, false
		}
		return cellsOf(line, sep, at, 0), true
	}
	return nil, false
}

// sentence reports whether one of the fields is running text.
func sentence(fields []string) bool {
	for _, f := range fields {
		if strings.Contains(f, "。") || utf8.RuneCountInString(f) > 60 {
			return true
		}
	}
	return false
}

func cellsOf(line, sep string, at schema.Place, column int) []Cell {
	at.Column += column
	cells := make([]Cell, 0, strings.Count(line, sep)+1)
	rest := schema.NewText(line, at)
	unseen := strings.ContainsFunc(line, unseen)
	for last := false; !last; {
		end := strings.Index(rest.Value, sep)
		if last = end < 0; last {
			end = len(rest.Value)
		}
		width := utf8.RuneCountInString(rest.Value[:end])
		place := at
		place.EndLine, place.EndColumn = at.Line, at.Column+width
		text := rest.Slice(0, end).TrimSpace()
		if unseen {
			text = clean(rest.Value[:end], at)
		}
		if !text.IsEmpty() {
			place = text.Whole()
		}
		cells = append(cells, Cell{Text: text, Column: len(cells), ColSpan: 1, RowSpan: 1, Place: place})
		at.Column += width + 1
		if !last {
			rest = rest.Slice(end+len(sep), len(rest.Value))
		}
	}
	return cells
}

// isRuleRow finds |---|:--| and ------<tab>------.
func isRuleRow(cells []Cell) bool {
	rule := false
	for _, c := range cells {
		s := strings.TrimSpace(c.Text.Value)
		if strings.Trim(s, "-=:+ ") != "" {
			return false
		}
		rule = rule || strings.Count(s, "-") >= 2 || strings.Count(s, "=") >= 2
	}
	return rule
}

// clean takes white space from both ends of a line, and characters that cannot
// be seen from within it; what is left keeps its columns.
func clean(line string, at schema.Place) schema.Text {
	if !strings.ContainsFunc(line, unseen) {
		return schema.NewText(line, at).TrimSpace()
	}
	var parts []schema.Text
	start, column := 0, at.Column
	flush := func(end int) {
		if end > start {
			part := at
			part.Column = column
			parts = append(parts, schema.NewText(line[start:end], part))
			column += utf8.RuneCountInString(line[start:end])
		}
	}
	for i, r := range line {
		if unseen(r) {
			flush(i)
			column++
			start = i + utf8.RuneLen(r)
		}
	}
	flush(len(line))
	return schema.JoinText(parts, "").TrimSpace()
}

func unseen(r rune) bool {
	return r < ' ' && r != '\t' || r == 0x7F || r == 0xFEFF || r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064
}
