package output

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/gouji/gouji/rules"
)

// CSV is a list of findings for a spreadsheet: UTF-8 with the mark Excel needs
// to see that, and no cell that a spreadsheet would take for a formula.
var CSV = Format{
	Name:  "csv",
	Title: rules.Words{ZH: "问题清单，可用表格软件打开", EN: "a list of findings for a spreadsheet"},
	New: func(w io.Writer, o Options) Printer {
		c := csv.NewWriter(w)
		c.UseCRLF = true
		return &csvPrinter{w: w, csv: c, o: o}
	},
}

type csvPrinter struct {
	w     io.Writer
	csv   *csv.Writer
	o     Options
	begun bool
}

func (p *csvPrinter) Report(res rules.Result) error {
	if err := p.begin(); err != nil {
		return err
	}
	rows := findingRows
	if p.o.Audit {
		rows = auditRows
	}
	for _, row := range rows(res, &p.o) {
		if err := p.write(row); err != nil {
			return err
		}
	}
	p.csv.Flush()
	return p.csv.Error()
}

func (p *csvPrinter) Close(Summary) error {
	if err := p.begin(); err != nil {
		return err
	}
	p.csv.Flush()
	return p.csv.Error()
}

func (p *csvPrinter) begin() error {
	if p.begun {
		return nil
	}
	p.begun = true
	if _, err := io.WriteString(p.w, "\uFEFF"); err != nil {
		return err
	}
	heads := findingHeads(p.o.Lang)
	if p.o.Audit {
		heads = append(heads, reviewHeads(p.o.Lang)...)
	}
	return p.write(heads)
}

func (p *csvPrinter) write(row []string) error {
	for i, cell := range row {
		row[i] = harmless(cell)
	}
	return p.csv.Write(row)
}

// harmless puts an apostrophe before what a spreadsheet would take for a
// formula, which the full-width signs begin in Chinese ones.
func harmless(cell string) string {
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"} {
		if strings.HasPrefix(cell, sign) {
			return "'" + cell
		}
	}
	return cell
}
