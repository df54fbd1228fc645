package document

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// sheetScan is what a sheet's part says about its cells. It is read as a
// stream, because a sheet may name row 1048576 and the library would fill in all
// the rows before it.
type sheetScan struct {
	rows       []*sheetRow // with cells that are kept, from top to bottom
	merges     []cellRange
	hiddenCols []cellRange // c0 to c1
	hiddenRows bool        // rows are hidden unless they say otherwise
	cut        bool        // something stands beyond the bounds
	maxRow     int         // the last row that the sheet names, empty or not
	maxCol     int
}

// sheetRow is one row of a sheet.
type sheetRow struct {
	number int // from 1
	hidden bool
	cells  []*sheetCell // from left to right
}

// sheetCell is one cell of a sheet as stored.
type sheetCell struct {
	row, col int // from 1
	style    int
	kind     string // the type attribute: "", n, s, str, inlineStr, b, e, d
	stored   string // what is stored, of a number the number
	value    bool   // something is stored
	formula  bool
	blank    bool   // the formula's result is empty words
	text     string // what is shown
}

// cellRange is a rectangle of cells, its ends included.
type cellRange struct{ r0, c0, r1, c1 int }

// maxMerges bounds the merged ranges of a sheet.
const maxMerges = 20_000

// sheetScanner reads one sheet.
type sheetScanner struct {
	d        *xml.Decoder
	out      *sheetScan
	bordered func(style int) bool
	left     *int // cells that may still be kept
	row      *sheetRow
	col      int
	lastRow  int
	ended    bool
}

// errOrder says that cells do not follow one another, so that the library would
// put them into wrong columns.
var errOrder = errors.New("cells out of order")

// scanSheet reads the part of a sheet. On an error the sheet is not to be
// trusted.
func scanSheet(ctx context.Context, r io.Reader, bordered func(int) bool, left *int) (*sheetScan, error) {
	s := &sheetScanner{d: xml.NewDecoder(r), out: &sheetScan{}, bordered: bordered, left: left}
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		token, err := s.d.Token()
		if errors.Is(err, io.EOF) {
			if !s.ended {
				return nil, io.ErrUnexpectedEOF
			}
			return s.out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = s.start(t)
		case xml.EndElement:
			switch t.Name.Local {
			case "row":
				s.endRow()
			case "worksheet":
				s.ended = true
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

func (s *sheetScanner) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "sheetFormatPr":
		s.out.hiddenRows = truth(attr(t, "zeroHeight"))
	case "col":
		if truth(attr(t, "hidden")) || attr(t, "width") == "0" {
			s.out.hiddenCols = append(s.out.hiddenCols, cellRange{c0: number0(attr(t, "min")), c1: number0(attr(t, "max"))})
		}
	case "row":
		return s.startRow(t)
	case "c":
		return s.cell(t)
	case "mergeCell":
		if m, ok := parseSpan(attr(t, "ref")); ok && len(s.out.merges) < maxMerges {
			s.out.merges = append(s.out.merges, m)
		}
	}
	return nil
}

func (s *sheetScanner) startRow(t xml.StartElement) error {
	number := number0(attr(t, "r"))
	if number == 0 {
		number = s.lastRow + 1
	}
	if number <= s.lastRow || number > excelize.TotalRows {
		return errOrder
	}
	s.lastRow, s.col = number, 0
	s.out.maxRow = number
	hidden := s.out.hiddenRows
	if h := attr(t, "hidden"); h != "" {
		hidden = truth(h)
	}
	s.row = &sheetRow{number: number, hidden: hidden || attr(t, "ht") == "0"}
	return nil
}

func (s *sheetScanner) endRow() {
	if s.row != nil && len(s.row.cells) > 0 {
		s.out.rows = append(s.out.rows, s.row)
	}
	s.row = nil
}

func (s *sheetScanner) cell(t xml.StartElement) error {
	c := &sheetCell{kind: attr(t, "t"), style: number0(attr(t, "s"))}
	c.col = s.col + 1
	if ref := attr(t, "r"); ref != "" {
		col, row, err := excelize.CellNameToCoordinates(ref)
		if err != nil || s.row == nil || row != s.row.number {
			return errOrder
		}
		c.col = col
	}
	if s.row == nil || c.col <= s.col {
		return errOrder
	}
	c.row, s.col = s.row.number, c.col
	s.out.maxCol = max(s.out.maxCol, c.col)
	if err := s.content(c); err != nil {
		return err
	}
	s.keep(c)
	return nil
}

// keep takes a cell that has something in it or a border around it, within the
// bounds.
func (s *sheetScanner) keep(c *sheetCell) {
	full := c.value || c.formula
	if !full && !s.bordered(c.style) {
		return
	}
	if c.row > maxSheetRow || c.col > maxSheetCol || *s.left <= 0 {
		s.out.cut = s.out.cut || full
		return
	}
	*s.left--
	s.row.cells = append(s.row.cells, c)
}

// content reads on to the end of the cell.
func (s *sheetScanner) content(c *sheetCell) error {
	for depth, in := 1, ""; depth > 0; {
		token, err := s.d.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			in = t.Name.Local
			c.formula = c.formula || in == "f"
			c.blank = c.blank || in == "v" && c.kind == "str"
		case xml.EndElement:
			depth--
			in = ""
		case xml.CharData:
			if (in == "v" || in == "t") && len(t) > 0 && len(c.stored) < maxStored {
				c.stored += string(t[:min(len(t), maxStored)])
				c.value = true
			}
		}
	}
	return nil
}

// maxStored is how much of a stored number is looked at; words are taken from
// the library.
const maxStored = 64

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func truth(s string) bool { return s == "1" || s == "true" || s == "on" }

// number0 reads a whole number; 0 when there is none.
func number0(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// parseSpan reads "A1:C3".
func parseSpan(ref string) (cellRange, bool) {
	for i := range ref {
		if ref[i] != ':' {
			continue
		}
		c0, r0, err0 := excelize.CellNameToCoordinates(ref[:i])
		c1, r1, err1 := excelize.CellNameToCoordinates(ref[i+1:])
		m := cellRange{min(r0, r1), min(c0, c1), max(r0, r1), max(c0, c1)}
		return m, err0 == nil && err1 == nil && (m.r1 > m.r0 || m.c1 > m.c0)
	}
	return cellRange{}, false
}
