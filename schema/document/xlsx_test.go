package document

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/schema"
)

// sheetOf makes a workbook of one sheet, changed by f.
func sheetOf(tb testing.TB, f func(book *excelize.File)) []byte {
	tb.Helper()
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	f(book)
	buf, err := book.WriteToBuffer()
	require.NoError(tb, err)
	return buf.Bytes()
}

// setCells writes values into a sheet: "A1", 1, "B1", "x", ….
func setCells(tb testing.TB, book *excelize.File, sheet string, pairs ...any) {
	tb.Helper()
	for i := 0; i < len(pairs); i += 2 {
		require.NoError(tb, book.SetCellValue(sheet, pairs[i].(string), pairs[i+1]))
	}
}

func formatStyle(tb testing.TB, book *excelize.File, format string) int {
	tb.Helper()
	id, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	require.NoError(tb, err)
	return id
}

func readBook(tb testing.TB, data []byte) *Document {
	tb.Helper()
	doc, err := Read(context.Background(), "年报.xlsx", data)
	require.NoError(tb, err)
	assert.Equal(tb, "xlsx", doc.Format)
	return doc
}

// bookOutline writes a document down: a paragraph by its words, a row by its cells,
// a span as (columns×rows), a covered place as ^, a gap as an empty line.
func bookOutline(doc *Document) string {
	var out []string
	for _, b := range doc.Blocks {
		switch b.Kind {
		case Break:
			out = append(out, "")
		case TableBlock:
			for _, row := range b.Table.Rows {
				var cells []string
				for _, c := range row.Cells {
					switch words := strings.ReplaceAll(c.Text.Value, "\n", "\\n"); {
					case c.Covered:
						cells = append(cells, "^")
					case c.ColSpan > 1 || c.RowSpan > 1:
						cells = append(cells, fmt.Sprintf("%s(%d×%d)", words, c.ColSpan, c.RowSpan))
					default:
						cells = append(cells, words)
					}
				}
				out = append(out, "| "+strings.Join(cells, " | "))
			}
		default:
			out = append(out, b.Text.Value)
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

func bookProblems(doc *Document) string {
	var out []string
	for _, p := range doc.Problems {
		out = append(out, fmt.Sprintf("%s %s %s", p.Kind, p.Place.Ref, p.ZH))
	}
	return strings.Join(out, "\n")
}

func TestFiguresAreReadAsTheyAreShown(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, format string
		value        any
		want         string
		problem      string
	}{
		{"thousands", "#,##0", 1362, "1,362", ""},
		{"decimals that are zeros", "0.000000", 4.65, "4.650000", ""},
		{"a binary fraction", "General", 0.1 + 0.2, "0.3", ""},
		{"a figure beyond the eleven digits that General shows", "General", 123456789012, "123456789012", ""},
		{"a share", "0.0%", 0.125, "12.5%", ""},
		{"a date", `yyyy"年"m"月"d"日"`, 45292, "2024年1月1日", ""},
		{"a unit behind it", `0"件"`, 12, "12件", ""},
		{"text that is a figure", "@", "12", "12", ""},
		{"a rounded figure", "0.00", 4.6548, "4.65", "四舍五入（第一个显示 4.65，存的是 4.6548）"},
		{"half of the last digit", "0.00", 0.125, "0.13", "四舍五入"},
		{"a zero shown as a dash", `#,##0;-#,##0;"-"`, 0, "0", "?"},
		{"a zero that is not shown", `0;-0;`, 0, "0", "?"},
		{"a negative in brackets", `0;(0)`, -3, "-3", "显示为空白或符号"},
		{"thousands left out", `0,`, 1362000, "1362000", "显示出另一个数"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readBook(t, sheetOf(t, func(book *excelize.File) {
				setCells(t, book, "Sheet1", "A1", "规章", "B1", tt.value, "A2", "行政许可", "B2", 7)
				require.NoError(t, book.SetCellStyle("Sheet1", "B1", "B1", formatStyle(t, book, tt.format)))
			}))
			assert.Equal(t, "| 规章 | "+tt.want+"\n| 行政许可 | 7", bookOutline(doc))
			switch tt.problem {
			case "?": // whether the library shows it is its own affair
			case "":
				assert.Empty(t, doc.Problems)
			default:
				assert.Contains(t, bookProblems(doc), tt.problem)
			}
		})
	}
}

func TestSheetsAreCutIntoParagraphsAndTables(t *testing.T) {
	t.Parallel()
	long := "2024年，我局认真贯彻落实条例，公开政府信息 120 条，受理申请 5 件。"
	for _, tt := range []struct {
		name   string
		pairs  []any
		merges []string
		want   string
	}{
		{
			"a title, a unit line and a table",
			[]any{"A1", "某某局2024年年度报告", "C2", "单位：件", "A3", "项目", "B3", "数量", "C3", "备注", "A4", "规章", "B4", 1, "C4", "无"},
			[]string{"A1:C1"},
			"某某局2024年年度报告\n单位：件\n| 项目 | 数量 | 备注\n| 规章 | 1 | 无",
		}, {
			"two tables with a heading between and no gap",
			[]any{"A1", "二、甲情况", "A2", "甲", "B2", 1, "A3", "乙", "B3", 2, "A4", "三、乙情况", "A5", "丙", "B5", 3},
			nil,
			"二、甲情况\n| 甲 | 1\n| 乙 | 2\n三、乙情况\n| 丙 | 3",
		}, {
			"a label that begins like a heading, with figures",
			[]any{"A1", "甲", "B1", 1, "A2", "一、本年新收", "B2", 2},
			nil,
			"| 甲 | 1\n| 一、本年新收 | 2",
		}, {
			"one long cell a section",
			[]any{"A1", "一、总体情况", "A2", long + "\n" + long, "A3", "五、问题", "A4", long},
			nil,
			"一、总体情况\n" + long + "\n" + long + "\n五、问题\n" + long,
		}, {
			"headings in one column and text in the next",
			[]any{"A1", "一、总体情况", "B1", long, "A2", "五、问题", "B2", long},
			nil,
			"一、总体情况\n" + long + "\n五、问题\n" + long,
		}, {
			"a heading's number in a cell of its own",
			[]any{"A1", "一、", "B1", "总体情况", "A2", long},
			nil,
			"一、总体情况\n" + long,
		}, {
			"tables side by side",
			[]any{"A1", "甲", "B1", 1, "D1", "乙", "E1", 2, "A2", "丙", "B2", 3, "D2", "丁", "E2", 4},
			nil,
			"| 甲 | 1\n| 丙 | 3\n| 乙 | 2\n| 丁 | 4",
		}, {
			"merged cells across and down",
			[]any{"A1", "行", "B1", "头", "B2", "左", "C2", "右", "A3", "甲", "B3", 1, "C3", 2},
			[]string{"A1:A2", "B1:C1"},
			"| 行(1×2) | 头(2×1)\n| ^ | 左 | 右\n| 甲 | 1 | 2",
		}, {
			"figures that stand over one another in one cell",
			[]any{"A1", "甲", "B1", "1\n0", "A2", "乙", "B2", 1},
			nil,
			"| 甲 | 1\\n0\n| 乙 | 1",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readBook(t, sheetOf(t, func(book *excelize.File) {
				setCells(t, book, "Sheet1", tt.pairs...)
				for _, m := range tt.merges {
					from, to, _ := strings.Cut(m, ":")
					require.NoError(t, book.MergeCell("Sheet1", from, to))
				}
			}))
			assert.Equal(t, tt.want, bookOutline(doc))
			assert.Empty(t, doc.Problems)
		})
	}
}

func TestHiddenContentIsNotTheReportAndIsSaid(t *testing.T) {
	t.Parallel()
	doc := readBook(t, sheetOf(t, func(book *excelize.File) {
		setCells(t, book, "Sheet1", "A1", "甲", "B1", 1, "C1", 9, "A2", "乙", "B2", 2, "A3", "丙", "B3", 3)
		require.NoError(t, book.SetRowVisible("Sheet1", 2, false))
		require.NoError(t, book.SetColVisible("Sheet1", "C", false))
		_, err := book.NewSheet("底稿")
		require.NoError(t, err)
		setCells(t, book, "底稿", "A1", "不是年报")
		require.NoError(t, book.SetSheetVisible("底稿", false))
		_, err = book.NewSheet("空表")
		require.NoError(t, err)
		require.NoError(t, book.SetSheetVisible("空表", false))
	}))
	assert.Equal(t, "| 甲 | 1\n| 丙 | 3", bookOutline(doc))
	assert.Equal(t, "remark Sheet1!C1 工作表“Sheet1”的隐藏行或隐藏列里有 3 个单元格（第一个是 C1），没有核对；如属年报内容，请取消隐藏。\n"+
		"remark  工作表“底稿”是隐藏的，其中 1 个单元格没有核对；如属年报内容，请取消隐藏。", bookProblems(doc))
}

func TestAMergedCellWhoseBeginningIsHiddenShowsItsWords(t *testing.T) {
	t.Parallel()
	doc := readBook(t, sheetOf(t, func(book *excelize.File) {
		setCells(t, book, "Sheet1", "A1", "甲", "B1", 1, "A2", "乙", "B2", 2, "B3", 3, "C4", "丙", "B4", "丁", "D4", 4)
		require.NoError(t, book.MergeCell("Sheet1", "A2", "A3"))
		require.NoError(t, book.MergeCell("Sheet1", "C4", "D4"))
		require.NoError(t, book.SetRowVisible("Sheet1", 2, false))
		require.NoError(t, book.SetColVisible("Sheet1", "C", false))
	}))
	assert.Equal(t, "| 甲 | 1 | \n| 乙 | 3 | \n|  | 丁 | 丙", bookOutline(doc))
	assert.Equal(t, "remark Sheet1!B2 工作表“Sheet1”的隐藏行或隐藏列里有 1 个单元格（第一个是 B2），没有核对；如属年报内容，请取消隐藏。", bookProblems(doc))
}

// A workbook with macros is one like any other, and its macros are not run.
func TestAWorkbookWithMacrosIsRead(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	setCells(t, book, "Sheet1", "A1", "甲", "B1", 1, "A2", "乙", "B2", 2)
	path := filepath.Join(t.TempDir(), "年报.xlsm")
	require.NoError(t, book.SaveAs(path))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	doc, err := Read(context.Background(), path, data)
	require.NoError(t, err)
	assert.Equal(t, "| 甲 | 1\n| 乙 | 2", bookOutline(doc))
}

func TestAWorkbookWithAPasswordSaysSo(t *testing.T) {
	t.Parallel()
	book := excelize.NewFile()
	path := filepath.Join(t.TempDir(), "年报.xlsx")
	require.NoError(t, book.SaveAs(path, excelize.Options{Password: "1"}))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	_, err = Read(context.Background(), path, data)
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, Encrypted, known.Kind)
	assert.Contains(t, known.ZH, "取消密码")
}

func TestAStaleResultOfAFormulaIsSaid(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		formula string
		stored  any
		want    string
	}{
		{"the result fits", "SUM(A1:B1)", 3, ""},
		{"the result is old", "SUM(A1:B1)", 4, "stale-formula Sheet1!C1 公式 =SUM(A1:B1) 重新计算得 3，文件里存的结果却是 4（按后者核对）"},
		{"one over a formula on another sheet", "二!A1+1", 5, "重新计算得 3，文件里存的结果却是 5"},
		{"a function that changes by the clock", "YEAR(TODAY())", 4, ""},
		{"a whole column, which may be a million cells", "SUM(A:A)", 4, ""},
		{"a range of a million cells", "SUM(A1:A1000000)", 4, ""},
		{"a cell of another file", "[1]Sheet1!A1", 4, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readBook(t, sheetOf(t, func(book *excelize.File) {
				setCells(t, book, "Sheet1", "A1", 1, "B1", 2, "C1", tt.stored, "A2", "甲", "B2", "乙", "C2", "丙")
				require.NoError(t, book.SetCellFormula("Sheet1", "C1", tt.formula))
				_, err := book.NewSheet("二")
				require.NoError(t, err)
				setCells(t, book, "二", "A1", 2)
				require.NoError(t, book.SetCellFormula("二", "A1", "1+1"))
			}))
			if tt.want == "" {
				assert.Empty(t, doc.Problems)
			} else {
				assert.Contains(t, bookProblems(doc), tt.want)
			}
			assert.Contains(t, bookOutline(doc), fmt.Sprintf("| 1 | 2 | %v\n", tt.stored), "what is stored is what stands on paper")
		})
	}
}

func TestSumsLeaveOutFiguresStoredAsTextAsSpreadsheetsDo(t *testing.T) {
	t.Parallel()
	doc := readBook(t, sheetOf(t, func(book *excelize.File) {
		setCells(t, book, "Sheet1", "A1", 1, "B1", "2", "C1", 1)
		require.NoError(t, book.SetCellFormula("Sheet1", "C1", "SUM(A1:B1)"))
	}))
	assert.Empty(t, doc.Problems)
}

func TestChainsOfFormulasEndInTime(t *testing.T) {
	t.Parallel()
	doc := readBook(t, sheetOf(t, func(book *excelize.File) {
		for i := 2; i <= 60; i++ {
			setCells(t, book, "Sheet1", fmt.Sprintf("A%d", i), 1)
			require.NoError(t, book.SetCellFormula("Sheet1", fmt.Sprintf("A%d", i), fmt.Sprintf("A%d+A%d", i-1, i-1)))
		}
		setCells(t, book, "Sheet1", "A1", 1, "C1", 1, "D1", 1)
		require.NoError(t, book.SetCellFormula("Sheet1", "C1", "D1+1"))
		require.NoError(t, book.SetCellFormula("Sheet1", "D1", "C1+1"))
	}))
	assert.NotEmpty(t, doc.Problems)
}

func TestPlacesAreTheSheetsOwn(t *testing.T) {
	t.Parallel()
	doc := readBook(t, sheetOf(t, func(book *excelize.File) {
		require.NoError(t, book.SetSheetName("Sheet1", "表三"))
		setCells(t, book, "表三", "B3", "三、申请", "B5", "甲", "C5", 1, "B6", "乙", "C6", 2)
	}))
	require.Equal(t, "三、申请\n\n| 甲 | 1\n| 乙 | 2", bookOutline(doc))
	assert.Equal(t, schema.Place{Path: "年报.xlsx", Ref: "表三!B3"}, doc.Blocks[0].Text.Whole())
	assert.Equal(t, schema.Place{Path: "年报.xlsx", Ref: "表三!C6", Table: 1, Row: 2, Cell: 2}, doc.Blocks[2].Table.Rows[1].Cells[1].Place)
}
