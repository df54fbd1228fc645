package document

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/gouji/gouji/schema"
)

// tableReader gathers one table.
type tableReader struct {
	*docxReader
	table *Table
	// open is, by grid column, the cell above that goes on downwards: its row
	// and its index in the row.
	open   map[int][2]int
	inner  []Block // tables within cells; they follow the table
	column int     // of the next cell of the row
}

// table reads a table; one within a cell of it becomes a table of its own
// behind it.
func (r *docxReader) table(into *[]Block) error {
	r.tables++
	at := r.at()
	at.Column, at.Table = 0, r.tables
	t := &tableReader{docxReader: r, table: &Table{Place: at, Ruled: true}, open: map[int][2]int{}}
	err := r.children(t.part)
	if len(t.table.Rows) > 0 {
		*into = append(*into, Block{Kind: TableBlock, Table: t.table})
	}
	*into = append(*into, t.inner...)
	return err
}

func (t *tableReader) part(e xml.StartElement) error {
	switch e.Name.Local {
	case "tr":
		return t.row()
	case "ins", "moveTo":
		t.tracked++
		return t.children(t.part)
	case "sdt", "sdtContent", "customXml":
		return t.children(t.part)
	case "AlternateContent":
		return t.alternate(t.part)
	case "del", "moveFrom":
		t.tracked++
	}
	return t.xml.Skip()
}

func (t *tableReader) row() error {
	at := t.table.Place
	at.Row = len(t.table.Rows) + 1
	t.table.Rows = append(t.table.Rows, Row{Place: at})
	t.column = 0
	deleted := false
	tables, tracked := t.tables, len(t.inner)
	err := t.children(func(e xml.StartElement) error { return t.rowPart(e, &deleted) })
	if deleted {
		t.table.Rows = t.table.Rows[:len(t.table.Rows)-1]
		t.tables, t.inner = tables, t.inner[:tracked]
	}
	return err
}

func (t *tableReader) rowPart(e xml.StartElement, deleted *bool) error {
	each := func(inner xml.StartElement) error { return t.rowPart(inner, deleted) }
	switch e.Name.Local {
	case "trPr":
		return t.children(func(prop xml.StartElement) error {
			switch prop.Name.Local {
			case "gridBefore":
				t.column = gridSpan(prop, 0)
			case "del":
				t.tracked++
				*deleted = true
			case "ins":
				t.tracked++
			}
			return t.xml.Skip()
		})
	case "tc":
		return t.cell()
	case "sdt", "sdtContent", "customXml":
		return t.children(each)
	case "AlternateContent":
		return t.alternate(each)
	}
	return t.xml.Skip()
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
	err := t.children(func(e xml.StartElement) error {
		if e.Name.Local == "tcPr" {
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
	return t.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridSpan":
			props.span = gridSpan(e, 1)
		case "vMerge":
			props.goesOn = wordAttr(e, "val") != "restart"
			props.begins = !props.goesOn
		case "cellDel":
			t.tracked++
			props.deleted = true
		case "cellIns":
			t.tracked++
		case "cellMerge":
			t.tracked++
			props.goesOn = wordAttr(e, "vMerge") == "cont"
			props.begins = wordAttr(e, "vMerge") == "rest"
		}
		return t.xml.Skip()
	})
}

func gridSpan(e xml.StartElement, least int) int {
	n, err := strconv.Atoi(wordAttr(e, "val"))
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
	c.Text, blocks = cellWords(blocks, at)
	t.inner = append(t.inner, blocks...)
	above, ok := t.open[c.Column]
	switch {
	case props.goesOn && ok && above[0]+t.table.Rows[above[0]].Cells[above[1]].RowSpan == r:
		head := &t.table.Rows[above[0]].Cells[above[1]]
		head.RowSpan++
		if !c.Text.IsEmpty() { // Word shows only the first cell's words; nothing is lost
			head.Text = schema.JoinText([]schema.Text{head.Text, c.Text}, "")
			c.Text = schema.Text{}
		}
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

// cellWords joins the paragraphs of a cell, and returns the tables in it. Words
// of a label run on; two figures are never glued together.
func cellWords(blocks []Block, at schema.Place) (words schema.Text, tables []Block) {
	at.Column = 1 // within the cell
	var parts []schema.Text
	for _, b := range blocks {
		switch b.Kind {
		case TableBlock:
			tables = append(tables, b)
		case Paragraph, Heading:
			text := schema.NewText(b.Text.Value, at)
			if n := len(parts); n > 0 && tight(parts[n-1].Value, b.Text.Value) {
				parts = append(parts, schema.NewText(" ", at))
			}
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		return schema.Text{}, tables
	}
	return schema.JoinText(parts, ""), tables
}

// tight reports whether two lines of a cell would run into one word or figure.
func tight(a, b string) bool {
	const narrow = "0123456789.,+-/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	return strings.ContainsRune(narrow, rune(a[len(a)-1])) && strings.ContainsRune(narrow, rune(b[0]))
}
