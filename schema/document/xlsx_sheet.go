package document

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/schema"
)

// workbook gathers the sheets of one workbook into a document.
type workbook struct {
	ctx      context.Context
	book     *openBook
	doc      *Document
	left     int // cells that may still be kept
	tables   int
	styles   map[int]cellStyle
	formulas []formulaCell
	largest  int // the last row that any sheet names
}

// formulaCell is a formula that shows a value.
type formulaCell struct {
	sheet sheetEntry
	cell  *sheetCell
}

// cellStyle is what of a cell's look tells a table from a title.
type cellStyle struct {
	bordered bool
	size     float64 // of the letters, in points
}

func (w *workbook) style(id int) cellStyle {
	if s, ok := w.styles[id]; ok {
		return s
	}
	var out cellStyle
	if s, err := w.book.file.GetStyle(id); err == nil {
		for _, b := range s.Border {
			out.bordered = out.bordered || b.Style > 0 && !strings.HasPrefix(b.Type, "diagonal")
		}
		if s.Font != nil {
			out.size = s.Font.Size
		}
	}
	if w.styles == nil {
		w.styles = map[int]cellStyle{}
	}
	w.styles[id] = out
	return out
}

func (w *workbook) problem(kind schema.ProblemKind, at schema.Place, zh, en string) {
	at.Path = w.doc.Path
	w.doc.Problems = append(w.doc.Problems, schema.Problem{Kind: kind, Place: at, ZH: zh, EN: en})
}

// read takes one sheet. Only what ends the reading of the whole workbook is an
// error.
func (w *workbook) read(s sheetEntry) error {
	scan, err := w.scan(s)
	var known *Error
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &known) && known.Kind != Damaged:
		return err
	case err != nil:
		w.problem(schema.Unreadable, schema.Place{},
			fmt.Sprintf("工作表“%s”已损坏，没有读；请用 Excel 或 WPS 打开后另存再检查。", s.name),
			fmt.Sprintf("the sheet %q is damaged and was not read; open the workbook in Excel or WPS and save it again", s.name))
		return nil //nolint:nilerr // it is said, and the other sheets go on
	}
	w.largest = max(w.largest, scan.maxRow)
	if s.hidden {
		if n := filled(scan); n > 0 {
			w.problem(schema.Remark, schema.Place{},
				fmt.Sprintf("工作表“%s”是隐藏的，其中 %d 个单元格没有核对；如属年报内容，请取消隐藏。", s.name, n),
				fmt.Sprintf("the sheet %q is hidden; its %d cells were not checked", s.name, n))
		}
		return nil
	}
	moved := scan.moved()
	w.hidden(s, scan, moved)
	if err := w.show(s, scan); err != nil {
		return err
	}
	scan.move(moved)
	if scan.cut {
		w.problem(schema.Unreadable, schema.Place{},
			fmt.Sprintf("工作表“%s”太大，只读了前 %d 行、前 %d 列和全文件前 %d 个单元格，其余没有核对；请删去无关的单元格。", s.name, maxSheetRow, maxSheetCol, maxSheetCells),
			fmt.Sprintf("the sheet %q is too large; only %d rows, %d columns and %d cells of the workbook were read and checked", s.name, maxSheetRow, maxSheetCol, maxSheetCells))
	}
	w.cut(s, scan)
	return nil
}

func (w *workbook) scan(s sheetEntry) (*sheetScan, error) {
	r, err := w.book.parts.open(w.ctx, s.part)
	if err != nil {
		return nil, err
	}
	return scanSheet(w.ctx, r, func(style int) bool { return w.style(style).bordered }, &w.left)
}

func filled(scan *sheetScan) int {
	n := 0
	for _, row := range scan.rows {
		for _, c := range row.cells {
			if c.value || c.formula {
				n++
			}
		}
	}
	return n
}

// show gives each cell the words that are shown in it.
func (w *workbook) show(s sheetEntry, scan *sheetScan) error {
	rows, err := w.book.file.Rows(s.name)
	if err != nil {
		return workbookDamaged(err)
	}
	defer func() { _ = rows.Close() }()
	var seen doubts
	for n, at := 1, 0; at < len(scan.rows) && rows.Next(); n++ {
		if n%1024 == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		columns, err := rows.Columns()
		if err != nil {
			return workbookDamaged(err)
		}
		if scan.rows[at].number != n {
			continue
		}
		for _, c := range scan.rows[at].cells {
			if c.col <= len(columns) {
				w.value(s, c, columns[c.col-1], &seen)
			} else {
				w.value(s, c, "", &seen)
			}
		}
		at++
	}
	w.doubtful(s, &seen)
	return nil
}

// hidden says what stands in hidden rows and columns, and takes it out: it is
// not on paper. What of it shows elsewhere stays.
func (w *workbook) hidden(s sheetEntry, scan *sheetScan, moved map[*sheetCell]movedCell) {
	n, first := 0, ""
	for _, row := range scan.rows {
		kept := row.cells[:0]
		for _, c := range row.cells {
			if _, shows := moved[c]; shows || !row.hidden && !scan.columnHidden(c.col) {
				kept = append(kept, c)
				continue
			}
			if c.value || c.formula {
				if n++; first == "" {
					first = cellName(c.row, c.col)
				}
			}
		}
		row.cells = kept
	}
	if n == 0 {
		return
	}
	w.problem(schema.Remark, schema.Place{Ref: s.name + "!" + first},
		fmt.Sprintf("工作表“%s”的隐藏行或隐藏列里有 %d 个单元格（第一个是 %s），没有核对；如属年报内容，请取消隐藏。", s.name, n, first),
		fmt.Sprintf("%d cells in hidden rows or columns of the sheet %q (the first is %s) were not checked", n, s.name, first))
}

func (s *sheetScan) columnHidden(col int) bool {
	for _, h := range s.hiddenCols {
		if col >= h.c0 && col <= h.c1 {
			return true
		}
	}
	return false
}

func cellName(row, col int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return ""
	}
	return name
}
