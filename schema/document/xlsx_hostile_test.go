package document

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// rawBook is a workbook with the XML of its one sheet as given.
func rawBook(tb testing.TB, sheet string) []byte {
	tb.Helper()
	const rels = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	const list = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	return zipParts(tb,
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels", list+`<Relationship Id="r1" Type="`+rels+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels", list+`<Relationship Id="r1" Type="`+rels+`/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="`+rels+`"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+sheet+`</worksheet>`)
}

// zipParts makes a zip of names and texts by turns.
func zipParts(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		require.NoError(tb, err)
		_, err = f.Write([]byte(parts[i+1]))
		require.NoError(tb, err)
	}
	require.NoError(tb, w.Close())
	return buf.Bytes()
}

const twoRows = `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>1</v></c></row>` +
	`<row r="2"><c r="A2" t="inlineStr"><is><t>乙</t></is></c><c r="B2"><v>2</v></c></row>`

func TestOddSheetsAreReadWithinBounds(t *testing.T) {
	t.Parallel()
	var wide, rows strings.Builder
	for i := 1; i <= 3000; i++ {
		name, err := excelize.ColumnNumberToName(i)
		require.NoError(t, err)
		fmt.Fprintf(&wide, `<c r="%s1"><v>%d</v></c>`, name, i)
	}
	for i := 1; i <= 150_000; i++ {
		fmt.Fprintf(&rows, `<row><c><v>%d</v></c><c><v>1</v></c></row>`, i)
	}
	for _, tt := range []struct{ name, sheet, want, problem string }{
		{"plain", `<sheetData>` + twoRows + `</sheetData>`, "| 甲 | 1\n| 乙 | 2", ""},
		{"an empty row 1048576", `<sheetData>` + twoRows + `<row r="1048576" ht="13"/></sheetData>`, "| 甲 | 1\n| 乙 | 2", ""},
		{"a blank cell in the last corner", `<sheetData>` + twoRows + `<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>`, "| 甲 | 1\n| 乙 | 2", ""},
		{"a word in the last corner", `<sheetData>` + twoRows + `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`, "| 甲 | 1\n| 乙 | 2", "太大，只读了前 20000 行"},
		{"a range merged over the whole sheet", `<sheetData>` + twoRows + `</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`, "", ""},
		{"ranges that overlap", `<sheetData>` + twoRows + `</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A2:B2"/></mergeCells>`, "| 甲(1×2) | 1\n| ^ | 2", ""},
		{"three thousand columns", `<sheetData><row r="1">` + wide.String() + `</row></sheetData>`, "| 1 | 2 |", "太大"},
		{"three hundred thousand cells", `<sheetData>` + rows.String() + `</sheetData>`, "| 1 | 1\n| 2 | 1", "太大"},
		{"cells out of order", `<sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>`, "", "已损坏，没有读"},
		{"rows out of order", `<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row></sheetData>`, "", "已损坏，没有读"},
		{"a row number beyond the last", `<sheetData><row r="9999999999"><c><v>1</v></c></row></sheetData>`, "", "已损坏，没有读"},
		{"a number of a million digits", `<sheetData><row r="1"><c><v>1e999999999</v></c><c><v>2</v></c></row></sheetData>`, "|", ""},
		{"XML that breaks off", `<sheetData><row r="1"><c r="A1"><v>1</v></c>`, "", "已损坏，没有读"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readBook(t, rawBook(t, tt.sheet))
			assert.True(t, strings.HasPrefix(bookOutline(doc), tt.want), bookOutline(doc)[:min(200, len(bookOutline(doc)))])
			if tt.problem == "" {
				assert.Empty(t, doc.Problems)
			} else {
				assert.Contains(t, bookProblems(doc), tt.problem)
			}
		})
	}
}

func TestWorkbooksThatCannotBeReadSaySo(t *testing.T) {
	t.Parallel()
	whole := rawBook(t, `<sheetData>`+twoRows+`</sheetData>`)
	bomb := rawBook(t, `<sheetData>`+strings.Repeat(" ", 8<<20)+`</sheetData>`)
	for _, tt := range []struct {
		name string
		data []byte
		want ErrorKind
	}{
		{"a bomb", bomb, TooLarge},
		{"a binary workbook", zipParts(t, "_rels/.rels", `<Relationships><Relationship Id="r1" Type="a/officeDocument" Target="xl/workbook.bin"/></Relationships>`, "xl/workbook.bin", "x"), Unsupported},
		{"no sheet", zipParts(t, "_rels/.rels", `<Relationships><Relationship Id="r1" Type="a/officeDocument" Target="xl/workbook.xml"/></Relationships>`, "xl/workbook.xml", "<workbook/>"), Damaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := Read(context.Background(), "a.xlsx", tt.data)
			var known *Error
			require.ErrorAs(t, err, &known)
			assert.Equal(t, tt.want, known.Kind)
		})
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := readXLSX(done, "a.xlsx", whole)
	assert.ErrorIs(t, err, context.Canceled)
}

func FuzzXLSX(f *testing.F) {
	f.Add(`<sheetData>` + twoRows + `</sheetData>`)
	f.Add(`<cols><col min="1" max="2" hidden="1"/></cols><sheetData>` + twoRows + `</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)
	f.Add(`<sheetData><row><c><f>SUM(A1:B1)</f></c><c t="str"><f>1+1</f><v></v></c><c t="e"><v>#REF!</v></c></row></sheetData>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		if strings.Contains(sheet, "</worksheet>") {
			t.Skip("the sheet ends early")
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		doc, err := Read(ctx, "a.xlsx", rawBook(t, sheet))
		if err != nil {
			var known *Error
			require.ErrorAs(t, err, &known)
			return
		}
		for _, b := range doc.Blocks {
			if b.Table == nil {
				continue
			}
			for _, row := range b.Table.Rows {
				for i, c := range row.Cells {
					require.Positive(t, c.ColSpan)
					require.Positive(t, c.RowSpan)
					require.True(t, i == 0 || c.Column >= row.Cells[i-1].Column+row.Cells[i-1].ColSpan, "cells follow one another")
				}
			}
		}
	})
}
