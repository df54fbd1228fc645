package output

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
)

// auditBook is the workbook of an audit: organs and years at a glance, findings
// to decide on, what was checked of each report, every cell of every form on a
// row of its own, and what was not read. See [ReadDecisions] for the way back.
type auditBook struct {
	*xlsxPrinter
	overview, cells, rest *xlsxSheet
	organs                map[*record.Record]int // the row of the report's organ in the overview
	found                 map[*record.Record]string
	values                cellRows
}

func newAuditBook(w io.Writer, o Options) *auditBook {
	book := excelize.NewFile()
	styles, err := newXLSXStyles(book)
	sheet := func(zh, en string, heads []string, widths ...float64) *xlsxSheet {
		return &xlsxSheet{book: book, styles: styles, limit: excelize.TotalRows, name: pick(o.Lang, zh, en), table: en, heads: heads, widths: widths}
	}
	p := &auditBook{
		xlsxPrinter: &xlsxPrinter{w: w, o: o, book: book}, organs: map[*record.Record]int{}, found: map[*record.Record]string{},
		overview: sheet("总览", "overview", nil), values: cellRows{lang: o.Lang},
	}
	p.findings = sheet("问题", "findings", auditHeads(o.Lang), 26, 8, 8, 9, 20, 64, 12, 26, 12, 12, 22, 40, 10, 10, 50, 36, 34, 20, 16, 19, 14)
	p.findings.graded, p.findings.still, p.findings.paged = 2, 2, 10
	p.findings.choices = map[int][]string{6: decisionWords(o.Lang)}
	p.reports = sheet("核对情况", "coverage", reportHeads(o.Lang), 34, 24, 8, 8, 14, 8, 8, 8, 8, 10, 10, 10, 10, 10, 10)
	p.reports.graded = 4
	p.cells = sheet("数据", "cells", cellHeads(o.Lang), 26, 8, 8, 44, 16, 16, 8, 44, 34)
	p.cells.plain = true
	p.rest = sheet("未读和未归类", "unread", restHeads(o.Lang), 34, 24, 8, 16, 80)
	p.rest.graded = 3
	for _, s := range []*xlsxSheet{p.overview, p.findings, p.reports, p.cells, p.rest} {
		_, e := book.NewSheet(s.name) // in this order
		err = errors.Join(err, e)
	}
	p.err = errors.Join(err, book.DeleteSheet("Sheet1"), p.findings.open(), p.reports.open(), p.cells.open(), p.rest.open())
	return p
}

// Begin notes where each organ will stand in the overview.
func (p *auditBook) Begin(a *Across) error {
	for i, organ := range a.Organs {
		for _, r := range organ.Reports {
			p.organs[r.Result.Record] = i + 2
		}
	}
	return p.err
}

func (p *auditBook) Report(res rules.Result) error {
	if p.err != nil {
		return p.err
	}
	for i, row := range auditRows(res, &p.o) {
		if err := p.findings.add(p.finding(res, row)); err != nil {
			return err
		}
		if i == 0 && res.Record != nil {
			p.found[res.Record] = p.findings.at()
		}
	}
	row := reportRow(res, &p.o)
	row[0] = p.file(res.Report.Path)
	if err := p.reports.add(row); err != nil {
		return err
	}
	for _, row := range p.values.of(res) {
		if err := p.cells.add(row); err != nil {
			return err
		}
	}
	return p.unread(res)
}

// auditOrder is the order of the columns of [auditRows] in the workbook: what a
// reviewer decides on and what is decided stand first.
var auditOrder = []int{1, 2, 3, 4, 5, 6, 16, 17, 18, 19, 7, 8, 9, 10, 11, 12, 0, 15, 13, 14, 20}

func auditHeads(lang string) []string {
	all := append(findingHeads(lang), reviewHeads(lang)...)
	out := make([]string, len(auditOrder))
	for i, k := range auditOrder {
		out[i] = all[k]
	}
	return out
}

// finding is a row of the findings: the organ leads to the overview, the file to
// the report.
func (p *auditBook) finding(res rules.Result, row []string) []any {
	out := make([]any, len(auditOrder))
	for i, k := range auditOrder {
		out[i] = row[k]
	}
	if n, ok := p.organs[res.Record]; ok && res.Record != nil {
		out[0] = xlsxCell{words: row[1], link: "#'" + p.overview.name + "'!A" + strconv.Itoa(n)}
	}
	out[16] = p.file(res.Report.Path)
	return out
}

// file is a cell that leads to a file, from the folder that the workbook is in.
func (p *auditBook) file(path string) any {
	words := layout.Clean(path)
	if rel, ok := fromDir(p.o.Dir, path); ok {
		return xlsxCell{words: words, link: rel}
	}
	return words
}

func (p *auditBook) Close(sum Summary) error {
	defer p.book.Close()
	err := errors.Join(p.err, p.findings.close(), p.reports.close(), p.cells.close())
	if err == nil && sum.Across != nil {
		err = p.organsAndYears(sum.Across)
	}
	if err == nil {
		err = p.rest.close()
	}
	if err != nil {
		return err
	}
	return p.write(sum)
}

// organsAndYears writes the overview: what became of each organ's report of each
// year, a click away from its findings.
func (p *auditBook) organsAndYears(a *Across) error {
	years, s := a.years(), p.overview
	s.still, s.heads, s.widths = 1, []string{pick(p.o.Lang, "机关", "organ")}, []float64{40}
	for _, year := range years {
		s.heads, s.widths = append(s.heads, strconv.Itoa(year)), append(s.widths, 22)
	}
	for _, head := range [][2]string{{"错误合计", "errors"}, {"核实合计", "warnings"}, {"提示合计", "infos"}} {
		s.heads, s.widths = append(s.heads, pick(p.o.Lang, head[0], head[1])), append(s.widths, 10)
	}
	s.heads, s.widths = append(s.heads, pick(p.o.Lang, "也写作", "also called")), append(s.widths, 44)
	if err := s.open(); err != nil {
		return err
	}
	for i := range a.Organs {
		organ := &a.Organs[i]
		row := []any{xlsxCell{words: organ.Name}}
		for _, year := range years {
			row = append(row, p.year(organ, year))
		}
		errs, warnings, infos := organ.counts()
		row = append(row, errs, warnings, infos, strings.Join(organ.Also, pick(p.o.Lang, "；", "; ")))
		if err := s.add(row); err != nil {
			return err
		}
	}
	return s.close()
}

// year is the cell of an organ's year. One with several reports tells of all,
// in the colour of the worst.
func (p *auditBook) year(organ *AuditedOrgan, year int) xlsxCell {
	var c xlsxCell
	worst := -1
	for i := range organ.Reports {
		r := &organ.Reports[i]
		if r.Year != year {
			continue
		}
		words, grade := countWords(r.Result, p.o.Lang), gravity(r.Result)
		if c.words != "" {
			words = c.words + pick(p.o.Lang, "；", "; ") + words
		}
		c.words = words
		if grade > worst {
			worst, c.grade = grade, stateWords(r.Result, p.o.Lang)
		}
		if c.link == "" {
			c.link = p.found[r.Result.Record]
		}
	}
	if worst < 0 {
		c.words = pick(p.o.Lang, "没有报告", "no report")
		c.grade = c.words
	}
	return c
}
