package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// tableReader gathers one table.
type tableReader struct {
	*docxReader
	table *Table
	// open is, by grid column, the cell above that goes on downwards: its row
	// and its index in the row.
	open   map[int][2]int
	rows   [][]wordCell // what stands in the cells of each row
	column int          // of the next cell of the row
}

// table reads a table; one within a cell of it becomes a table of its own
// behind it.
func (r *docxReader) table(into *[]Block) error {
	r.tables++
	at := r.at()
	at.Column, at.Table = 0, r.tables
	t := &tableReader{docxReader: r, table: &Table{Place: at, Ruled: true}, open: map[int][2]int{}}
	err := r.xml.children(t.part)
	appendTable(into, t.table, t.rows)
	return err
}

func (t *tableReader) part(e element) error {
	switch e.name {
	case "tr":
		return t.row()
	case "ins", "moveTo":
		t.tracked++
		return t.xml.children(t.part)
	case "sdt", "sdtContent", "customXml":
		return t.xml.children(t.part)
	case "AlternateContent":
		return t.alternate(t.part)
	case "del", "moveFrom":
		t.tracked++
	}
	return t.xml.skip()
}

func (t *tableReader) row() error {
	at := t.table.Place
	at.Row = len(t.table.Rows) + 1
	t.table.Rows, t.rows = append(t.table.Rows, Row{Place: at}), append(t.rows, nil)
	t.column = 0
	deleted := false
	err := t.xml.children(func(e element) error { return t.rowPart(e, &deleted) })
	if deleted {
		t.table.Rows, t.rows = t.table.Rows[:len(t.table.Rows)-1], t.rows[:len(t.rows)-1]
	}
	return err
}

func (t *tableReader) rowPart(e element, deleted *bool) error {
	each := func(inner element) error { return t.rowPart(inner, deleted) }
	switch e.name {
	case "trPr":
		return t.xml.children(func(prop element) error {
			switch prop.name {
			case "gridBefore":
				t.column = gridSpan(prop, 0)
			case "del":
				t.tracked++
				*deleted = true
			case "ins":
				t.tracked++
			}
			return t.xml.skip()
		})
	case "tc":
		if *deleted {
			return t.xml.skip()
		}
		return t.cell()
	case "sdt", "sdtContent", "customXml":
		return t.xml.children(each)
	case "AlternateContent":
		return t.alternate(each)
	}
	return t.xml.skip()
}

// cellProps are the properties of a cell that a grid is made of.
type cellProps struct {
	span    int
	goesOn  bool // merged with the cell above
	begins  bool // merged with those below
	deleted bool
}

func (t *tableReader) cell() error {
	if t.cells++; t.cells > maxDocxCells {
		return errTooMany
	}
	props := cellProps{span: 1}
	var blocks []Block
	t.nested++
	err := t.xml.children(func(e element) error {
		if e.name == "tcPr" {
			return t.cellProps(&props)
		}
		return t.block(e, &blocks)
	})
	t.nested--
	if props.deleted {
		return err
	}
	return firstError(err, t.place(props, blocks))
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tableReader) cellProps(props *cellProps) error {
	return t.xml.children(func(e element) error {
		switch e.name {
		case "gridSpan":
			props.span = gridSpan(e, 1)
		case "vMerge":
			props.goesOn = e.attr("val") != "restart"
			props.begins = !props.goesOn
		case "cellDel":
			t.tracked++
			props.deleted = true
		case "cellIns":
			t.tracked++
		case "cellMerge":
			t.tracked++
			props.goesOn = e.attr("vMerge") == "cont"
			props.begins = e.attr("vMerge") == "rest"
		}
		return t.xml.skip()
	})
}

func gridSpan(e element, least int) int {
	n, err := strconv.Atoi(e.attr("val"))
	if err != nil || n < least {
		return least
	}
	return min(n, maxDocxColumn)
}

// place puts a cell into the grid.
func (t *tableReader) place(props cellProps, blocks []Block) error {
	if t.column+props.span > maxDocxColumn {
		return errTooMany
	}
	r := len(t.table.Rows) - 1
	row := &t.table.Rows[r]
	at := row.Place
	at.Cell = t.column + 1
	c := Cell{Column: t.column, ColSpan: props.span, RowSpan: 1, Place: at}
	c.Text = cellWords(blocks, at)
	t.rows[r] = append(t.rows[r], newWordCell(at, blocks))
	above, ok := t.open[c.Column]
	switch {
	case props.goesOn && ok && t.reaches(above, r):
		head := &t.table.Rows[above[0]].Cells[above[1]]
		head.RowSpan++
		if c.Text.Value != head.Text.Value { // Word shows only the first cell's words; nothing is lost
			head.Text = joinWords(head.Text, c.Text)
		}
		c.Text = schema.Text{}
		c.Covered = true
	case props.begins:
		t.open[c.Column] = [2]int{r, len(row.Cells)}
	default:
		delete(t.open, c.Column)
	}
	row.Cells = append(row.Cells, c)
	t.column += props.span
	return nil
}

// reaches reports whether the cell above, given by row and index, goes on into
// row r.
func (t *tableReader) reaches(above [2]int, r int) bool {
	head := &t.table.Rows[above[0]].Cells[above[1]]
	return above[0]+head.RowSpan == r && len(head.Text.Value) < maxDocxJoined
}

// cellWords joins the paragraphs of a cell.
func cellWords(blocks []Block, at schema.Place) schema.Text {
	at.Column = 1 // within the cell
	var parts []schema.Text
	for _, b := range blocks {
		if b.Kind == Paragraph || b.Kind == Heading {
			parts = append(parts, schema.NewText(b.Text.Value, at))
		}
	}
	return joinWords(parts...)
}

// joinWords joins the lines of a cell. Words of a label run on; two figures are
// never glued together.
func joinWords(parts ...schema.Text) schema.Text {
	var out []schema.Text
	last := ""
	for _, p := range parts {
		if p.IsEmpty() {
			continue
		}
		if last != "" && tight(last, p.Value) {
			out = append(out, schema.NewText(" ", p.Whole()))
		}
		out, last = append(out, p), p.Value
	}
	if len(out) == 0 {
		return schema.Text{}
	}
	return schema.JoinText(out, "")
}

// tight reports whether two lines of a cell would run into one word or figure.
func tight(a, b string) bool {
	end, _ := utf8.DecodeLastRuneInString(a)
	begin, _ := utf8.DecodeRuneInString(b)
	return narrow(end) && narrow(begin)
}

// narrow tells signs of figures and of Latin words, full width or not.
func narrow(r rune) bool {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return unicode.IsDigit(r) || r < utf8.RuneSelf && (unicode.IsLetter(r) || strings.ContainsRune(".,+-/", r)) || string(r) == Unread
}
