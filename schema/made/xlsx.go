package made

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// Xlsx prints the report as a workbook: everything on one sheet, or the prose on
// one and each form on its own.
func (m *Made) Xlsx() ([]byte, error) {
	d := newDice(m.Seed, streamPrint)
	b := &book{file: excelize.NewFile(), sheet: "Sheet1", numbers: d.in(2)}
	defer b.file.Close()
	apart := d.in(2)
	if apart {
		b.rename("年度报告")
	}
	names := map[string]string{"disclosure": "表二", "applications": "表三", "review": "表四"}
	for _, p := range m.parts(false) {
		switch {
		case p.kind == tablePart && apart:
			home, row := b.sheet, b.row
			b.add(names[string(p.grid.form)])
			b.table(p.grid)
			b.sheet, b.row = home, row
		case p.kind == tablePart:
			b.table(p.grid)
		default:
			b.row++
			b.put(0, b.row-1, p.text)
		}
	}
	if b.err != nil {
		return nil, fmt.Errorf("made: %w", b.err)
	}
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return nil, fmt.Errorf("made: %w", err)
	}
	return out.Bytes(), nil
}

// book is a workbook on its way; the first error stays.
type book struct {
	file    *excelize.File
	sheet   string
	row     int  // rows used on the sheet
	numbers bool // whole figures are numbers, not words
	err     error
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) rename(name string) {
	b.keep(b.file.SetSheetName(b.sheet, name))
	b.sheet = name
}

func (b *book) add(name string) {
	_, err := b.file.NewSheet(name)
	b.keep(err)
	b.sheet, b.row = name, 0
}

func (b *book) name(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	b.keep(err)
	return name
}

func (b *book) put(col, row int, text string) {
	if n, err := strconv.Atoi(text); err == nil && b.numbers && strconv.Itoa(n) == text {
		b.keep(b.file.SetCellInt(b.sheet, b.name(col, row), int64(n)))
		return
	}
	b.keep(b.file.SetCellStr(b.sheet, b.name(col, row), text))
}

// table prints a grid with its merged cells below what the sheet has.
func (b *book) table(g grid) {
	top := b.row
	for _, row := range g.place() {
		for _, c := range row {
			b.put(c.col, top+c.row, c.text)
			if c.cols > 1 || c.rows > 1 {
				b.keep(b.file.MergeCell(b.sheet, b.name(c.col, top+c.row), b.name(c.col+c.cols-1, top+c.row+c.rows-1)))
			}
		}
	}
	b.row = top + len(g.rows)
}
