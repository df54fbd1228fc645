package document

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/schema"
)

// Bounds of recalculating. Beyond them stored results are taken as they are.
const (
	maxFormulas   = 5_000
	maxFormulaRow = 5_000
	maxFormulaLen = 1_000
)

// stale recalculates the formulas and says which stored result is not what the
// formula gives: somebody changed a figure with a program that does not
// calculate, or with calculation switched off. The stored result is what stands
// on paper and is checked as such.
func (w *workbook) stale() {
	if len(w.formulas) > maxFormulas || w.largest > maxSheetRow {
		return
	}
	texts, ok := w.formulaTexts()
	if !ok {
		return
	}
	for i, f := range w.formulas {
		if w.ctx.Err() != nil {
			return
		}
		stored, isFigure := f.cell.figure()
		if !isFigure {
			continue
		}
		result, err := w.book.file.CalcCellValue(f.sheet.name, cellName(f.cell.row, f.cell.col), excelize.Options{RawCellValue: true})
		if err != nil {
			continue // a function that the library does not know
		}
		fresh, err := decimal.NewFromString(result)
		if err != nil || fresh.Sub(stored).Abs().LessThan(decimal.New(1, -6)) {
			continue
		}
		w.problem(schema.StaleFormula, w.at(f.sheet, f.cell),
			fmt.Sprintf("公式 =%s 重新计算得 %s，文件里存的结果却是 %s（按后者核对）；请用 Excel 或 WPS 打开、重新计算（F9）并保存。", texts[i], fresh, stored),
			fmt.Sprintf("the formula =%s gives %s, but its stored result, which was checked, is %s; recalculate the workbook in Excel or WPS and save it", texts[i], fresh, stored))
	}
}

// formulaTexts returns the formulas when all of them are plain arithmetic over
// near cells. One that is not may reach over a million cells, and others may
// depend on it.
func (w *workbook) formulaTexts() ([]string, bool) {
	out := make([]string, len(w.formulas))
	for i, f := range w.formulas {
		text, err := w.book.file.GetCellFormula(f.sheet.name, cellName(f.cell.row, f.cell.col))
		if err != nil || !plainFormula(text) {
			return nil, false
		}
		out[i] = strings.TrimPrefix(text, "=")
	}
	return out, true
}

var (
	formulaWord  = regexp.MustCompile(`[A-Za-z_.][A-Za-z0-9_.]*\(`)
	formulaCells = regexp.MustCompile(`\$?([A-Za-z]{1,3})\$?([0-9]+)`)
	formulaWhole = regexp.MustCompile(`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}\b|\b\$?[0-9]+:\$?[0-9]+\b`)
)

// plainFormula reports whether a formula is arithmetic over cells within
// bounds, without functions that change by the clock or by chance.
func plainFormula(text string) bool {
	if text == "" || len(text) > maxFormulaLen || formulaWhole.MatchString(text) || strings.ContainsAny(text, "[{#@^&\"") {
		return false
	}
	for _, f := range formulaWord.FindAllString(text, -1) {
		switch strings.ToUpper(f) {
		case "SUM(", "ROUND(", "ABS(", "MAX(", "MIN(", "IF(", "N(", "COUNT(", "AVERAGE(":
		default:
			return false
		}
	}
	for _, m := range formulaCells.FindAllStringSubmatch(text, -1) {
		col, row, err := excelize.CellNameToCoordinates(m[1] + m[2])
		if err != nil || row > maxFormulaRow || col > maxSheetCol {
			return false
		}
	}
	return true
}
