package document

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/gouji/gouji/schema"
)

// doubts counts the cells of one sheet that do not plainly show what
// they store, by what is wrong with them.
type doubts struct{ empty, masked, rounded, scaled doubt }

// doubt is how many cells, and the first of them.
type doubt struct {
	n             int
	first         *sheetCell
	shown, stored string
}

func (d *doubt) add(c *sheetCell, shown, stored string) {
	if d.n++; d.n == 1 {
		d.first, d.shown, d.stored = c, shown, stored
	}
}

// value settles what a cell says: the words that are shown, as on paper. A
// figure that its format masks (an empty string, a dash for 0) or scales is
// taken as it is stored.
func (w *workbook) value(s sheetEntry, c *sheetCell, shown string, seen *doubts) {
	c.text = shown
	switch {
	case c.formula && !c.value && !c.blank:
		c.text = Unread
		seen.empty.add(c, "", "")
		return
	case c.formula:
		w.formulas = append(w.formulas, formulaCell{s, c})
	}
	stored, ok := c.figure()
	if !ok {
		return
	}
	switch cell := schema.ParseCell(shown, schema.Place{}); {
	case !cell.IsNumber() && isDateOrShare(shown):
	case isScientific(shown):
		c.text = stored.String()
	case !cell.IsNumber():
		c.text = stored.String()
		seen.masked.add(c, shown, c.text)
	case cell.Value.Decimal().Equal(stored):
	case roundedTo(stored, cell.Value.Decimal()):
		seen.rounded.add(c, shown, stored.String())
	default:
		c.text = stored.String()
		seen.scaled.add(c, shown, c.text)
	}
}

// figure returns the number a cell stores, to the fifteen digits that
// spreadsheets show of a binary fraction: 0.30000000000000004 is 0.3.
func (c *sheetCell) figure() (decimal.Decimal, bool) {
	if c.kind != "" && c.kind != "n" && !(c.kind == "str" && c.formula) || !c.value {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(strings.TrimSpace(c.stored))
	const far = 60 // no figure of a report; rounding it would fill the memory
	if err != nil || d.Exponent() > far || d.Exponent() < -far {
		return d, false
	}
	if digits := d.NumDigits(); digits > 15 {
		d = d.Round(int32(15-digits) - d.Exponent())
	}
	return d, true
}

// roundedTo reports whether shown is stored with fewer decimals.
func roundedTo(stored, shown decimal.Decimal) bool {
	half := decimal.New(51, shown.Exponent()-2)
	return shown.Exponent() <= 0 && stored.Sub(shown).Abs().LessThan(half)
}

// isDateOrShare reports whether a number's format shows a date, a time or a
// percentage: there the words shown are meant.
func isDateOrShare(shown string) bool {
	return strings.ContainsAny(shown, "年月日时:%％/") && strings.ContainsAny(shown, "0123456789一二三四五六七八九〇")
}

// isScientific reports whether a long number is shown in powers of ten, as
// narrow columns do.
func isScientific(shown string) bool {
	_, err := decimal.NewFromString(shown)
	return err == nil && strings.Contains(shown, "E")
}

func (w *workbook) at(s sheetEntry, c *sheetCell) schema.Place {
	return schema.Place{Path: w.doc.Path, Ref: s.name + "!" + cellName(c.row, c.col)}
}

// doubtful says what was met in a sheet, once for each kind.
func (w *workbook) doubtful(s sheetEntry, seen *doubts) {
	if d := seen.empty; d.n > 0 {
		w.problem(schema.UnreadTable, w.at(s, d.first),
			fmt.Sprintf("工作表“%s”有 %d 个单元格是公式，文件里没有存下结果，没有核对，也没有当作 0；请用 Excel 或 WPS 打开、重新计算（F9）并保存。", s.name, d.n),
			fmt.Sprintf("%d cells of the sheet %q are formulas without a stored result and were not checked; open the workbook in Excel or WPS, recalculate and save it", d.n, s.name))
	}
	if d := seen.masked; d.n > 0 {
		w.problem(schema.Remark, w.at(s, d.first),
			fmt.Sprintf("工作表“%s”有 %d 个单元格存有数字，却显示为空白或符号（第一个存 %s，显示“%s”），按所存的数字核对。", s.name, d.n, d.stored, d.shown),
			fmt.Sprintf("%d cells of the sheet %q store a figure and show none (the first stores %s and shows %q); the stored figures were checked", d.n, s.name, d.stored, d.shown))
	}
	if d := seen.rounded; d.n > 0 {
		w.problem(schema.Remark, w.at(s, d.first),
			fmt.Sprintf("工作表“%s”有 %d 个单元格显示的数经过四舍五入（第一个显示 %s，存的是 %s），按显示的数核对；公式用的是所存的数，合计可能因此对不上。", s.name, d.n, d.shown, d.stored),
			fmt.Sprintf("%d cells of the sheet %q show a rounded figure (the first shows %s and stores %s); what is shown was checked, while formulas use what is stored", d.n, s.name, d.shown, d.stored))
	}
	if d := seen.scaled; d.n > 0 {
		w.problem(schema.Remark, w.at(s, d.first),
			fmt.Sprintf("工作表“%s”有 %d 个单元格的数字格式显示出另一个数（第一个存 %s，显示 %s），按所存的数核对；请核实数字格式。", s.name, d.n, d.stored, d.shown),
			fmt.Sprintf("%d cells of the sheet %q have a format that shows another figure (the first stores %s and shows %s); what is stored was checked", d.n, s.name, d.stored, d.shown))
	}
}
