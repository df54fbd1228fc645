package output

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// xlsxSheet is a table of a workbook that goes on in another sheet when one is
// full.
type xlsxSheet struct {
	book   *excelize.File
	styles xlsxStyles
	name   string // as the tab says
	table  string // as formulas call it
	heads  []string
	widths []float64
	graded int // the column with the word that says how grave it is; or anyColumn
	limit  int // rows of a sheet

	w      *excelize.StreamWriter
	sheets int
	rows   int // of this sheet, its head included
}

// anyColumn says that such a word may stand in every column.
const anyColumn = -1

type xlsxStyles struct {
	head, cell int
	severities map[string]int // by the word in the cell
}

func newXLSXStyles(book *excelize.File) (s xlsxStyles, err error) {
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	style := func(fill, ink string, bold bool) int {
		st := &excelize.Style{Alignment: wrap, Font: &excelize.Font{Bold: bold, Color: ink}}
		if fill != "" {
			st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
		}
		id, e := book.NewStyle(st)
		if err == nil {
			err = e
		}
		return id
	}
	s.head, s.cell = style("1F4E79", "FFFFFF", true), style("", "", false)
	bad, doubtful, told := style("F8CBAD", "9C0006", true), style("FFEB9C", "7F6000", true), style("DDEBF7", "1F4E79", false)
	s.severities = map[string]int{
		"错误": bad, "error": bad, "有错误": bad, "errors": bad, "未读完或查完": bad, "not read": bad,
		"核实": doubtful, "warning": doubtful, "需核实": doubtful, "warnings": doubtful, "未能核对": doubtful, "not checked": doubtful,
		"提示": told, "info": told, "有提示": told, "infos": told,
	}
	return s, err
}

// open begins a sheet: widths, head, and the head that stays when one scrolls.
func (s *xlsxSheet) open() (err error) {
	s.sheets++
	name := s.name
	if s.sheets > 1 {
		name = fmt.Sprintf("%s %d", s.name, s.sheets)
	}
	if _, err = s.book.NewSheet(name); err != nil {
		return err
	}
	if s.w, err = s.book.NewStreamWriter(name); err != nil {
		return err
	}
	for i, width := range s.widths {
		if err = s.w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err = s.w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head := make([]any, len(s.heads))
	for i, words := range s.heads {
		head[i] = excelize.Cell{StyleID: s.styles.head, Value: words}
	}
	s.rows = 0
	return s.row(head)
}

// add adds a row, to the next sheet when this one is full.
func (s *xlsxSheet) add(cells []any) error {
	if s.rows == s.limit {
		if err := s.close(); err != nil {
			return err
		}
		if err := s.open(); err != nil {
			return err
		}
	}
	row := make([]any, len(cells))
	for i, v := range cells {
		style := s.styles.cell
		if words, ok := v.(string); ok {
			if special, ok := s.styles.severities[words]; ok && (i == s.graded || s.graded == anyColumn) {
				style = special
			}
			v = xlsxValue(words)
		}
		row[i] = excelize.Cell{StyleID: style, Value: v}
	}
	return s.row(row)
}

func (s *xlsxSheet) row(cells []any) error {
	s.rows++
	return s.w.SetRow("A"+strconv.Itoa(s.rows), cells)
}

// close makes what was written a table, so that it filters and sorts.
func (s *xlsxSheet) close() error {
	if s.w == nil {
		return nil // it was never opened, and open said why
	}
	last, err := excelize.CoordinatesToCellName(len(s.heads), max(s.rows, 2))
	if err != nil {
		return err
	}
	plain := false
	table := &excelize.Table{Range: "A1:" + last, Name: fmt.Sprintf("%s_%d", s.table, s.sheets), StyleName: "TableStyleLight1", ShowRowStripes: &plain}
	if err := s.w.AddTable(table); err != nil {
		return err
	}
	return s.w.Flush()
}

// maxCell is how many code points of a cell are kept: a cell holds 32767 UTF-16
// units, and a code point takes up to two.
const maxCell = 16000

// xlsxValue is a figure where the words are exactly one, else the words, which
// are never a formula.
func xlsxValue(words string) any {
	if n, err := strconv.Atoi(words); err == nil && strconv.Itoa(n) == words && len(words) < 15 {
		return n
	}
	if runes := []rune(words); len(runes) > maxCell {
		return string(runes[:maxCell]) + "…"
	}
	return words
}
