package intake

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/schema"
)

// bookStyle is how a workbook is laid out.
type bookStyle struct {
	sheets  bool // each part of the report on a sheet of its own
	borders bool
	gaps    bool // an empty row between the parts
	text    bool // figures stored as text
	blank   bool // figures left out
	offset  int  // columns to the left of everything
}

// book writes a report into a workbook, as a clerk would.
type book struct {
	t       testing.TB
	f       *excelize.File
	style   bookStyle
	sheet   string
	row     int
	frame   int
	decimal int
}

func newBook(tb testing.TB, style bookStyle) *book {
	tb.Helper()
	b := &book{t: tb, f: excelize.NewFile(), style: style, sheet: "Sheet1"}
	var border []excelize.Border
	if style.borders {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			border = append(border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	var err error
	b.frame, err = b.f.NewStyle(&excelize.Style{Border: border})
	require.NoError(tb, err)
	format := "0.000000"
	b.decimal, err = b.f.NewStyle(&excelize.Style{Border: border, CustomNumFmt: &format})
	require.NoError(tb, err)
	tb.Cleanup(func() { _ = b.f.Close() })
	return b
}

func (b *book) name(row, col int) string {
	name, err := excelize.CoordinatesToCellName(col+b.style.offset, row)
	require.NoError(b.t, err)
	return name
}

// put writes a value over rows and columns, framed.
func (b *book) put(row, col, rows, cols int, value any) {
	first, last := b.name(row, col), b.name(row+rows-1, col+cols-1)
	require.NoError(b.t, b.f.SetCellValue(b.sheet, first, value))
	require.NoError(b.t, b.f.SetCellStyle(b.sheet, first, last, b.frame))
	if rows > 1 || cols > 1 {
		require.NoError(b.t, b.f.MergeCell(b.sheet, first, last))
	}
}

// line writes words that are no table: a title, a heading, a paragraph.
func (b *book) line(words string) {
	require.NoError(b.t, b.f.SetCellValue(b.sheet, b.name(b.row+1, 1), words))
	b.row++
}

func (b *book) part(name string) {
	switch {
	case b.style.sheets && b.row > 0:
		_, err := b.f.NewSheet(name)
		require.NoError(b.t, err)
		b.sheet, b.row = name, 0
	case b.style.gaps:
		b.row++
	}
}

func (b *book) figure(row, col, cols int, spec schema.ColumnSpec, id schema.CellID) {
	var value any = int(id) + 1
	if spec.Kind == schema.Money {
		value = float64(id) + 0.65
	}
	switch {
	case b.style.blank:
		value = ""
	case b.style.text && spec.Kind == schema.Money:
		value = fmt.Sprintf("%d.650000", id)
	case b.style.text:
		value = fmt.Sprint(value)
	}
	b.put(row, col, 1, cols, value)
	if spec.Kind == schema.Money {
		require.NoError(b.t, b.f.SetCellStyle(b.sheet, b.name(row, col), b.name(row, col+cols-1), b.decimal))
	}
}

func (b *book) disclosure(spec *schema.FormSpec) {
	for _, block := range spec.Blocks {
		b.row++
		b.put(b.row, 1, 1, 4, block.Label)
		b.row++
		b.put(b.row, 1, 1, 1, "信息内容")
		width := func(k int) int { // the last one takes what is left of three
			if k == len(block.Columns)-1 {
				return 3 - k
			}
			return 1
		}
		for k, c := range block.Columns {
			b.put(b.row, 2+k, 1, width(k), c.Label)
		}
		for _, row := range block.Rows {
			b.row++
			b.put(b.row, 1, 1, 1, row.Label)
			for k, c := range block.Columns {
				b.figure(b.row, 2+k, width(k), c, row.Cells[k])
			}
		}
	}
}

// applications lays form three out: three columns of labels, seven of figures.
func (b *book) applications(spec *schema.FormSpec) {
	block := spec.Blocks[0]
	b.put(b.row+1, 1, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
	b.put(b.row+1, 4, 1, 7, block.Label)
	b.put(b.row+2, 4, 2, 1, block.Columns[0].Label)
	b.put(b.row+2, 5, 1, 5, block.ColumnGroup.Label)
	b.put(b.row+2, 10, 2, 1, block.Columns[6].Label)
	for k := 1; k < 6; k++ {
		b.put(b.row+3, 4+k, 1, 1, block.Columns[k].Label)
	}
	b.row += 3
	for i, row := range block.Rows {
		b.row++
		for depth, label := range row.Group {
			if i > 0 && depth < len(block.Rows[i-1].Group) && block.Rows[i-1].Group[depth] == label {
				continue
			}
			n := 1
			for i+n < len(block.Rows) && depth < len(block.Rows[i+n].Group) && block.Rows[i+n].Group[depth] == label {
				n++
			}
			b.put(b.row, depth+1, n, 1, label)
		}
		b.put(b.row, len(row.Group)+1, 1, 3-len(row.Group), row.Label)
		for k, c := range block.Columns {
			b.figure(b.row, 4+k, 1, c, row.Cells[k])
		}
	}
}

func (b *book) review(spec *schema.FormSpec) {
	b.put(b.row+1, 1, 2, 5, "行政复议")
	b.put(b.row+1, 6, 1, 10, "行政诉讼")
	b.put(b.row+2, 6, 1, 5, "未经复议直接起诉")
	b.put(b.row+2, 11, 1, 5, "复议后起诉")
	for i, row := range spec.Rows {
		for k, c := range row.Block.Columns {
			b.put(b.row+3, 5*i+k+1, 1, 1, c.Label)
			b.figure(b.row+4, 5*i+k+1, 1, c, row.Cells[k])
		}
	}
	b.row += 4
}

// report writes the whole report.
func (b *book) report(e *schema.Edition) {
	b.line("云溪县水利局2023年政府信息公开工作年度报告")
	b.part("文字")
	b.line("一、总体情况")
	b.line("2023年，我局认真贯彻《中华人民共和国政府信息公开条例》，持续做好公开工作。")
	b.part("表二")
	b.line("二、主动公开政府信息情况")
	b.disclosure(e.Form(schema.Disclosure))
	b.part("表三")
	b.line("三、收到和处理政府信息公开申请情况")
	b.applications(e.Form(schema.Applications))
	b.part("表四")
	b.line("四、政府信息公开行政复议、行政诉讼情况")
	b.review(e.Form(schema.Review))
	b.part("其他")
	b.line("五、存在的主要问题及改进情况")
	b.line("一是更新不够及时。\n二是解读形式单一。")
	b.line("六、其他需要报告的事项")
	b.line("本年度未收取信息处理费。")
}

func (b *book) bytes() []byte {
	buf, err := b.f.WriteToBuffer()
	require.NoError(b.t, err)
	return buf.Bytes()
}

func (b *book) read() *schema.Report {
	reports := Read(context.Background(), "年报.xlsx", b.bytes())
	require.Len(b.t, reports, 1)
	return reports[0]
}

func TestWorkbooksAreReadCellForCell(t *testing.T) {
	t.Parallel()
	for _, edition := range schema.Editions() {
		for _, borders := range []bool{true, false} {
			for _, sheets := range []bool{true, false} {
				for _, gaps := range []bool{true, false} {
					for _, text := range []bool{true, false} {
						style := bookStyle{borders: borders, sheets: sheets, gaps: gaps, text: text, offset: len(edition.ID) % 3}
						t.Run(fmt.Sprintf("%s %+v", edition.ID, style), func(t *testing.T) {
							t.Parallel()
							b := newBook(t, style)
							b.report(edition)
							r := b.read()
							assertRead(t, r, edition)
						})
					}
				}
			}
		}
	}
}

func assertRead(t *testing.T, r *schema.Report, edition *schema.Edition) {
	t.Helper()
	assert.Empty(t, r.Problems)
	assert.Equal(t, 2023, r.Year)
	assert.Equal(t, "云溪县水利局", r.Organ.Value)
	assert.Len(t, r.Sections, 6)
	for _, form := range edition.Forms {
		for _, row := range form.Rows {
			for k, id := range row.Cells {
				want := fmt.Sprint(int(id) + 1)
				if row.Block.Columns[k].Kind == schema.Money {
					want = fmt.Sprintf("%d.650000", id)
				}
				c := r.Cell(id)
				assert.Equal(t, want, c.Raw, id.Path())
				assert.Contains(t, c.Place.Ref, "!", id.Path())
			}
		}
	}
}

func TestABlankWorkbookIsBlankAndNotZero(t *testing.T) {
	t.Parallel()
	b := newBook(t, bookStyle{borders: true, blank: true})
	edition := schema.EditionByID("2021")
	b.report(edition)
	r := b.read()
	for _, form := range edition.Forms {
		for _, row := range form.Rows {
			for _, id := range row.Cells {
				assert.Equal(t, schema.Blank, r.Cell(id).State, id.Path())
			}
		}
	}
}

func bookProblems(problems []schema.Problem) string {
	var out []string
	for _, p := range problems {
		out = append(out, string(p.Kind)+" "+p.Place.Ref+" "+p.ZH)
	}
	return strings.Join(out, "\n")
}

func TestAFormulaWithoutItsResultIsUnreadAndNotZero(t *testing.T) {
	t.Parallel()
	b := newBook(t, bookStyle{sheets: true, borders: true})
	b.report(schema.EditionByID("2021"))
	for _, cell := range [][3]string{{"表三", "J5", "SUM(D5:I5)"}, {"表四", "A5", "1+1"}} {
		require.NoError(t, b.f.SetCellValue(cell[0], cell[1], nil))
		require.NoError(t, b.f.SetCellFormula(cell[0], cell[1], cell[2]))
	}
	r := b.read()
	id, _ := schema.LookupCell("applications.received.total")
	assert.Equal(t, schema.Absent, r.Cell(id).State)
	assert.Equal(t, "表三!J5", r.Cell(id).Place.Ref)
	id, _ = schema.LookupCell("applications.received.natural")
	assert.Equal(t, schema.Numeric, r.Cell(id).State, "its neighbours stay")
	id, _ = schema.LookupCell("review.upheld")
	assert.Equal(t, schema.Absent, r.Cell(id).State, "the first of a row without a label")
	text := bookProblems(r.Problems)
	assert.Contains(t, text, "unread-table 表三!J5 工作表“表三”有 1 个单元格是公式，文件里没有存下结果")
	assert.Contains(t, text, "表三有 1 格读不出来（第一格在“一、本年新收政府信息公开申请数量”一行）")
	assert.Contains(t, text, "表四有 1 格读不出来")
}
