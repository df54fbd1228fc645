// Package intake makes reports of documents: it finds the sections by what
// their headings say, binds tables to the national forms by their labels, and
// takes organ, year, period and date from the words. What it cannot bind it
// says; it never guesses a figure.
package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// Read reads a file into the reports that stand in it, usually one. It never
// fails: trouble becomes a problem of a report that has nothing else.
func Read(ctx context.Context, path string, data []byte) (reports []*schema.Report) {
	defer func() {
		if trouble := recover(); trouble != nil {
			reports = []*schema.Report{unreadable(path, crashed(trouble))}
		}
	}()
	if isTOML(path, data) {
		r := schema.DecodeTOML(path, data)
		Complete(r)
		return []*schema.Report{r}
	}
	doc, err := document.Read(ctx, path, data)
	if err != nil {
		return []*schema.Report{unreadable(path, err)}
	}
	return FromDocument(doc)
}

// isTOML tells the structured form by its name, or by the table every one of
// them begins with.
func isTOML(path string, data []byte) bool {
	if strings.EqualFold(filepath.Ext(path), ".toml") {
		return true
	}
	for line := range bytes.Lines(data[:min(len(data), 4096)]) {
		line = bytes.TrimSpace(line)
		if string(line) == "[report]" {
			return true
		}
		if len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return false
}

func crashed(trouble any) error {
	return &document.Error{
		Kind: document.Damaged,
		ZH:   fmt.Sprintf("读取时程序出错，这份文件没有核对；这是 gouji 的缺陷，请连同文件反馈（%v）。", trouble),
		EN:   fmt.Sprintf("reading failed and the file was not checked; this is a fault of gouji, please report it (%v)", trouble),
	}
}

func unreadable(path string, err error) *schema.Report {
	r := schema.NewReport(path, "")
	p := schema.Problem{Kind: schema.Unreadable, Place: schema.Place{Path: path}}
	var known *document.Error
	switch {
	case errors.As(err, &known):
		p.ZH, p.EN = known.ZH, known.EN
	case errors.Is(err, context.DeadlineExceeded):
		p.ZH, p.EN = "读取超过时限，已放弃，没有核对；可用 --timeout 放宽。", "reading took longer than allowed and was given up; --timeout allows more"
	case errors.Is(err, context.Canceled):
		p.ZH, p.EN = "读取被中断，没有核对。", "reading was interrupted"
	default:
		p.ZH, p.EN = fmt.Sprintf("文件读不出来，没有核对（%v）。", err), fmt.Sprintf("the file cannot be read (%v)", err)
	}
	r.Problems = []schema.Problem{p}
	return r
}

// FromDocument makes the reports of a document, at least one. What the document
// lost stands with the first.
func FromDocument(doc *document.Document) []*schema.Report {
	var reports []*schema.Report
	problems := doc.Problems
	for _, items := range splitReports(itemsOf(doc)) {
		reports = append(reports, fromItems(doc, problems, items))
		problems = nil
	}
	return reports
}

func fromItems(doc *document.Document, problems []schema.Problem, items []*item) *schema.Report {
	r := schema.NewReport(doc.Path, doc.Format)
	r.Problems = append(r.Problems, problems...)
	heads := findHeadings(items)
	first := len(items)
	if len(heads) > 0 {
		first = heads[0].at
	}
	title, titleAt := findTitle(items, first)
	r.Title = title
	end := findEnding(lastItems(items, heads))
	r.Signature, r.Signed = end.signature, end.signed
	r.Organ = findOrgan(items[:first], title, titleAt, end.signature)
	markHeadings(items, heads)

	spans := spansOf(items, heads)
	var preface []*item
	if titleAt >= 0 {
		preface = items[titleAt:first]
	} else {
		preface = items[:first]
	}
	year, i, j := titleYear(title.Value)
	if year == 0 {
		year, title = yearOfPeriod(items, preface)
	}
	if r.Year = year; year != 0 {
		r.YearPlace = title.Place(i, j)
	}
	sections := map[schema.FormKey][]*item{}
	for _, s := range spans {
		if key := formOf(s.heading.key); key != "" {
			sections[key] = append(sections[key], s.items...)
		}
	}
	bindForms(r, items, sections)
	r.Preface = paragraphs(preface)
	for _, s := range spans {
		addSection(r, s)
	}
	finish(r, heads)
	return r
}
