package output

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
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
	graded int  // the column with the word that says how grave it is; or anyColumn
	limit  int  // rows of a sheet
	paged  int  // columns that are printed; 0 for all
	still  int  // columns that stay when one scrolls to the right
	plain  bool // no cell has a style: for sheets of very many rows
	// choices are what a cell of a column may be set to, by the column's number.
	choices map[int][]string

	w      *excelize.StreamWriter
	sheets int
	rows   int // of this sheet, its head included
}

// xlsxCell is a cell that leads somewhere or has a colour of its own.
type xlsxCell struct {
	words string
	link  string // a file, or "#'sheet'!A1"
	grade string // a word of [xlsxStyles.severities]
}

// anyColumn says that such a word may stand in every column.
const anyColumn = -1

type xlsxStyles struct {
	head, cell, link int
	severities       map[string]int // by the word in the cell
}

func newXLSXStyles(book *excelize.File) (s xlsxStyles, err error) {
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	style := func(fill, ink string, bold bool) int {
		st := &excelize.Style{Alignment: wrap, Font: &excelize.Font{Bold: bold, Color: ink}}
		if fill == "" && ink == linkInk {
			st.Font.Underline = "single"
		}
		if fill != "" {
			st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
		}
		id, e := book.NewStyle(st)
		if err == nil {
			err = e
		}
		return id
	}
	s.head, s.cell, s.link = style("1F4E79", "FFFFFF", true), style("", "", false), style("", linkInk, false)
	bad, doubtful, told := style("F8CBAD", "9C0006", true), style("FFEB9C", "7F6000", true), style("DDEBF7", "1F4E79", false)
	good, none := style("E2EFDA", "375623", false), style("F2F2F2", "595959", false)
	s.severities = map[string]int{
		"错误": bad, "error": bad, "有错误": bad, "errors": bad, "未读完或查完": bad, "not read": bad,
		"核实": doubtful, "warning": doubtful, "需核实": doubtful, "warnings": doubtful, "未能核对": doubtful, "not checked": doubtful,
		"提示": told, "info": told, "有提示": told, "infos": told,
		"未发现问题": good, "nothing found": good, "没有报告": none, "no report": none,
	}
	return s, err
}

// linkInk is the colour of words that lead somewhere.
const linkInk = "0563C1"

// open begins a sheet: widths, head, and the head that stays when one scrolls.
func (s *xlsxSheet) open() (err error) {
	s.sheets++
	name := s.tab()
	if _, err = s.book.NewSheet(name); err != nil {
		return err
	}
	if err = s.paper(name); err != nil {
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
	if err = s.w.SetPanes(s.panes()); err != nil {
		return err
	}
	if err = s.validate(name); err != nil {
		return err
	}
	head := make([]any, len(s.heads))
	for i, words := range s.heads {
		head[i] = excelize.Cell{StyleID: s.styles.head, Value: words}
	}
	s.rows = 0
	return s.row(head)
}

// paper lets the sheet be printed: lying, as wide as a page, its head on each.
func (s *xlsxSheet) paper(name string) error {
	fit, landscape, wide, long, a4 := true, "landscape", 1, 0, 9
	return errors.Join(
		s.book.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		s.book.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &long}),
		s.book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}))
}

// panes keep the head, and the first columns, where they are.
func (s *xlsxSheet) panes() *excelize.Panes {
	if s.still == 0 {
		return &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	}
	corner, _ := excelize.CoordinatesToCellName(s.still+1, 2)
	return &excelize.Panes{Freeze: true, XSplit: s.still, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight"}
}

// validate gives the cells of a column their choices.
func (s *xlsxSheet) validate(name string) error {
	for _, column := range slices.Sorted(maps.Keys(s.choices)) {
		letters, err := excelize.ColumnNumberToName(column + 1)
		if err != nil {
			return err
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = fmt.Sprintf("%[1]s2:%[1]s%[2]d", letters, excelize.TotalRows)
		if err := v.SetDropList(s.choices[column]); err != nil {
			return err
		}
		if err := s.book.AddDataValidation(name, v); err != nil {
			return err
		}
	}
	return nil
}

// at leads to the row that was written last.
func (s *xlsxSheet) at() string { return fmt.Sprintf("#'%s'!A%d", s.tab(), s.rows) }

// tab is the name of the sheet that is being written.
func (s *xlsxSheet) tab() string {
	if s.sheets > 1 {
		return fmt.Sprintf("%s %d", s.name, s.sheets)
	}
	return s.name
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
	if s.plain {
		return s.row(cells)
	}
	row := make([]any, len(cells))
	for i, v := range cells {
		row[i] = s.cell(v, i == s.graded || s.graded == anyColumn)
	}
	return s.row(row, excelize.RowOpts{Height: s.height(cells)})
}

// The height of a line in points, and of the highest row that there can be.
const (
	lineHeight = 15
	maxHeight  = 409
)

// height is that of a row whose words are wrapped. Not every program works it
// out by itself.
func (s *xlsxSheet) height(cells []any) float64 {
	lines := 1
	for i, v := range cells {
		words, _ := v.(string)
		if c, ok := v.(xlsxCell); ok {
			words = c.words
		}
		if words != "" {
			width := max(int(s.widths[i])-2, 1)
			lines = max(lines, (layout.Width(words)+width-1)/width)
		}
	}
	return float64(min(lines*lineHeight, maxHeight))
}

// cell gives a value its style; a word that says how grave something is has its
// colour where such words stand.
func (s *xlsxSheet) cell(v any, graded bool) excelize.Cell {
	out := excelize.Cell{StyleID: s.styles.cell, Value: v}
	switch v := v.(type) {
	case string:
		if special, ok := s.styles.severities[v]; ok && graded {
			out.StyleID = special
		}
		out.Value = xlsxValue(v)
	case xlsxCell:
		out.Value = xlsxValue(v.words)
		if out.Formula = hyperlink(v.link, v.words); out.Formula != "" {
			out.StyleID, out.Value = s.styles.link, v.words
		}
		if special, ok := s.styles.severities[v.grade]; ok {
			out.StyleID = special
		}
	}
	return out
}

// maxFormulaWords is how many UTF-16 units the words in a formula may have.
const maxFormulaWords = 255

// hyperlink is the formula that leads somewhere, or "" where words would be too
// long for one. Its words are quoted, so that none of them is a formula.
func hyperlink(to, words string) string {
	if to == "" || words == "" || len(utf16.Encode([]rune(to))) > maxFormulaWords || len(utf16.Encode([]rune(words))) > maxFormulaWords {
		return ""
	}
	quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	return "HYPERLINK(" + quote(to) + "," + quote(words) + ")"
}

func (s *xlsxSheet) row(cells []any, opts ...excelize.RowOpts) error {
	s.rows++
	return s.w.SetRow("A"+strconv.Itoa(s.rows), cells, opts...)
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
	if s.paged > 0 {
		column, err := excelize.ColumnNumberToName(s.paged)
		if err != nil {
			return err
		}
		area := &excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: fmt.Sprintf("'%s'!$A$1:$%s$%d", s.tab(), column, s.rows), Scope: s.tab()}
		if err := s.book.SetDefinedName(area); err != nil {
			return err
		}
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
