package output

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
)

// XLSX is a workbook for whoever sends reports back: a sheet of findings and
// one of reports, each a table that filters, and one with the sums.
var XLSX = Format{
	Name:   "xlsx",
	Title:  rules.Words{ZH: "Excel 工作簿：问题、年报、汇总", EN: "a workbook of findings and reports"},
	Binary: true,
	New: func(w io.Writer, o Options) Printer {
		if o.Audit {
			return newAuditBook(w, o)
		}
		return newXLSX(w, o, excelize.TotalRows)
	},
}

// xlsxPrinter streams its rows: excelize keeps them in a file once they are
// many.
type xlsxPrinter struct {
	w                 io.Writer
	o                 Options
	book              *excelize.File
	findings, reports *xlsxSheet
	err               error // of making the book; told by the first call
}

func newXLSX(w io.Writer, o Options, limit int) *xlsxPrinter {
	p := &xlsxPrinter{w: w, o: o, book: excelize.NewFile()}
	styles, err := newXLSXStyles(p.book)
	p.findings = &xlsxSheet{
		book: p.book, styles: styles, limit: limit, name: pick(o.Lang, "问题", "findings"), table: "findings", heads: findingHeads(o.Lang), graded: 3,
		widths: []float64{34, 24, 8, 8, 9, 20, 64, 22, 40, 10, 10, 50, 36, 16, 19},
	}
	p.reports = &xlsxSheet{
		book: p.book, styles: styles, limit: limit, name: pick(o.Lang, "年报", "reports"), table: "reports", heads: reportHeads(o.Lang), graded: 4,
		widths: []float64{34, 24, 8, 8, 14, 8, 8, 8, 8, 10, 10, 10, 10, 10, 10},
	}
	p.err = errors.Join(err, p.findings.open(), p.reports.open(), p.book.DeleteSheet("Sheet1"))
	return p
}

func (p *xlsxPrinter) Report(res rules.Result) error {
	if p.err != nil {
		return p.err
	}
	for _, row := range findingRows(res, &p.o) {
		cells := make([]any, len(row))
		for i, words := range row {
			cells[i] = words
		}
		if err := p.findings.add(cells); err != nil {
			return err
		}
	}
	return p.reports.add(reportRow(res, &p.o))
}

func (p *xlsxPrinter) Close(sum Summary) error {
	defer p.book.Close()
	if err := errors.Join(p.err, p.findings.close(), p.reports.close()); err != nil {
		return err
	}
	return p.write(sum)
}

// write adds the sheet with the sums and writes the book.
func (p *xlsxPrinter) write(sum Summary) error {
	if err := p.summary(sum); err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := p.book.Write(&buf); err != nil {
		return err
	}
	return sortedZip(p.w, buf.Bytes())
}

// sortedZip writes an archive with its files in the order of their names:
// excelize puts streamed sheets in whatever order a map gives.
func sortedZip(w io.Writer, data []byte) error {
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, f := range from.File {
		if err := to.Copy(f); err != nil {
			return err
		}
	}
	return to.Close()
}

// summary writes the sheet with the sums.
func (p *xlsxPrinter) summary(sum Summary) error {
	name := pick(p.o.Lang, "汇总", "summary")
	if _, err := p.book.NewSheet(name); err != nil {
		return err
	}
	errs := []error{p.book.SetColWidth(name, "A", "A", 44)}
	for i, line := range []struct {
		zh, en string
		n      int
	}{
		{"文件", "files", sum.Files}, {"未发现问题的文件", "files in which nothing was found", sum.Clean},
		{"未能读完或查完的文件", "files not read or checked to the end", sum.Unread},
		{"错误", "errors", sum.Errors}, {"核实", "warnings", sum.Warnings}, {"提示", "infos", sum.Infos},
		{"已忽略或记在基线中", "put aside", sum.Suppressed}, {"文件夹中格式不符、没有检查的文件", "files of other formats, not checked", sum.Skipped},
	} {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		errs = append(errs, err, p.book.SetSheetRow(name, cell, &[]any{pick(p.o.Lang, line.zh, line.en), line.n}))
	}
	return errors.Join(errs...)
}

// reportHeads are the heads of a list of reports.
func reportHeads(lang string) []string {
	if lang == "en" {
		return []string{
			"file", "organ", "year", "form", "state", "errors", "warnings", "infos", "put aside",
			"relations held", "relations violated", "relations not checked", "numbers verified", "numbers contradicted", "numbers not linked",
		}
	}
	return []string{
		"文件", "机关", "年度", "格式", "结果", "错误", "核实", "提示", "已忽略",
		"勾稽成立", "勾稽不成立", "勾稽未核对", "数字一致", "数字矛盾", "数字未关联",
	}
}

func reportRow(res rules.Result, o *Options) []any {
	r := res.Report
	row := []any{layout.Clean(r.Path), layout.Clean(r.Organ.Value), nil, nil, stateWords(res, o.Lang)}
	if r.Year > 0 {
		row[2] = r.Year
	}
	if r.Edition != nil {
		row[3] = r.Edition.ID
	}
	errs, warnings, infos := count(res.Findings)
	rel, num := res.Coverage.Relations, res.Coverage.Numbers
	for _, n := range []int{
		errs, warnings, infos, len(res.Findings) - errs - warnings - infos,
		rel.Held, rel.Violated, rel.Unchecked, num.Verified, num.Contradicted, num.Unlinked,
	} {
		row = append(row, n)
	}
	return row
}

// stateWords says in a word what became of a report. One in which nothing could
// be held to anything is not said to be right.
func stateWords(res rules.Result, lang string) string {
	errs, warnings, infos := count(res.Findings)
	switch {
	case res.Unread:
		return pick(lang, "未读完或查完", "not read")
	case errs > 0:
		return pick(lang, "有错误", "errors")
	case warnings > 0:
		return pick(lang, "需核实", "warnings")
	case infos > 0:
		return pick(lang, "有提示", "infos")
	case res.Coverage.Relations.Held == 0:
		return pick(lang, "未能核对", "not checked")
	}
	return pick(lang, "未发现问题", "nothing found")
}
