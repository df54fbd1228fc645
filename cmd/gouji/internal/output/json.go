package output

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// JSON is for programs. One object for a run:
//
//	{"version": 1,
//	 "reports": [{
//	   "path", "organ", "year", "edition",
//	   "unread": true,                                       only when it was not read or checked to its end
//	   "coverage": {"relations": {"held", "violated", "unchecked"},
//	                "numbers":   {"verified", "contradicted", "unlinked"}},
//	   "findings": [{
//	     "code", "name", "severity", "message",              severity: error, warning, info; message in --lang
//	     "place": {"path", "line", "column", "end_line", "end_column",
//	               "page", "box": [x0, y0, x1, y1], "table", "row", "cell", "ref", "section"},
//	     "cells": [paths], "expected", "actual",
//	     "proposals": [{"group", "cell", "from", "to", "why"}],
//	     "related": [{"message", "place"}],
//	     "basis", "fingerprint",
//	     "suppressed": {"kind", "reason", "place"},        kind: inline, config, baseline, review; only of one put aside
//	     "review": {"state", "was", "reason", "who", "when"}}],   with --review, of one that somebody decided on; state:
//	                                                       open, confirmed, dismissed, or changed when what stood in
//	                                                       the report then stands there no more, and was tells which
//	   "numbers": [{"words", "status", "quantity", "reason", "place"}]}],   with --show-numbers: every number of the
//	                                                       prose; status: verified, contradicted, unlinked
//	 "summary": {"files", "errors", "warnings", "infos", "unread", "suppressed",
//	   "across": {"organs", "reports", "linked",           only of an audit: what was laid side by side; linked: reports
//	              "alone", "joined", "unplaced"}}}         held to the year before; lists of what has no neighbour,
//	                                                       of names taken for one organ, of files without organ or year
//
// Lines and columns count from 1, columns in code points, boxes in points from
// the top left of the page. Proposals of one group belong together, groups are
// alternatives. A finding that is suppressed counts for the exit code and for
// the first four of the summary's numbers no more. Fields that do not apply are left out; coverage, findings and
// summary always stand. Fields may be added within a version; none changes its
// meaning.
var JSON = Format{
	Name:  "json",
	Title: rules.Words{ZH: "供程序读取", EN: "for programs"},
	New:   func(w io.Writer, o Options) Printer { return &jsonPrinter{w: w, lang: o.Lang} },
}

type jsonPrinter struct {
	w     io.Writer
	lang  string
	count int
	buf   bytes.Buffer
}

const jsonHead = "{\n  \"version\": 1,\n  \"reports\": ["

// Report writes the report at once, so that a run over thousands of files
// keeps none of them.
func (p *jsonPrinter) Report(res rules.Result) error {
	p.buf.Reset()
	if p.count == 0 {
		p.buf.WriteString(jsonHead)
	} else {
		p.buf.WriteByte(',')
	}
	p.count++
	p.buf.WriteString("\n    ")
	if err := p.encode(jsonReportOf(res, p.lang), "    "); err != nil {
		return err
	}
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

func (p *jsonPrinter) Close(sum Summary) error {
	p.buf.Reset()
	if p.count == 0 {
		p.buf.WriteString(jsonHead)
	} else {
		p.buf.WriteString("\n  ")
	}
	p.buf.WriteString("],\n  \"summary\": ")
	if err := p.encode(jsonSummaryOf(sum, p.lang), "  "); err != nil {
		return err
	}
	p.buf.WriteString("\n}\n")
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

// encode appends v without the line break of the encoder.
func (p *jsonPrinter) encode(v any, prefix string) error {
	enc := json.NewEncoder(&p.buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	p.buf.Truncate(p.buf.Len() - 1)
	return nil
}

type jsonReport struct {
	Path     string        `json:"path"`
	Organ    string        `json:"organ,omitempty"`
	Year     int           `json:"year,omitempty"`
	Edition  string        `json:"edition,omitempty"`
	Unread   bool          `json:"unread,omitempty"`
	Coverage jsonCoverage  `json:"coverage"`
	Findings []jsonFinding `json:"findings"`
	Numbers  []jsonNumber  `json:"numbers,omitempty"`
}

type jsonNumber struct {
	Words    string     `json:"words"`
	Status   string     `json:"status"`
	Quantity string     `json:"quantity,omitempty"`
	Reason   string     `json:"reason,omitempty"`
	Place    *jsonPlace `json:"place,omitempty"`
}

type jsonCoverage struct {
	Relations struct {
		Held      int `json:"held"`
		Violated  int `json:"violated"`
		Unchecked int `json:"unchecked"`
	} `json:"relations"`
	Numbers struct {
		Verified     int `json:"verified"`
		Contradicted int `json:"contradicted"`
		Unlinked     int `json:"unlinked"`
	} `json:"numbers"`
}

type jsonFinding struct {
	Code        string          `json:"code"`
	Name        string          `json:"name"`
	Severity    string          `json:"severity"`
	Message     string          `json:"message"`
	Place       *jsonPlace      `json:"place,omitempty"`
	Cells       []string        `json:"cells,omitempty"`
	Expected    string          `json:"expected,omitempty"`
	Actual      string          `json:"actual,omitempty"`
	Proposals   []jsonProposal  `json:"proposals,omitempty"`
	Related     []jsonRelated   `json:"related,omitempty"`
	Basis       string          `json:"basis,omitempty"`
	Fingerprint string          `json:"fingerprint"`
	Suppressed  *jsonSuppressed `json:"suppressed,omitempty"`
	Review      *jsonReview     `json:"review,omitempty"`
}

type jsonPlace struct {
	Path      string      `json:"path,omitempty"`
	Line      int         `json:"line,omitempty"`
	Column    int         `json:"column,omitempty"`
	EndLine   int         `json:"end_line,omitempty"`
	EndColumn int         `json:"end_column,omitempty"`
	Page      int         `json:"page,omitempty"`
	Box       []jsonCoord `json:"box,omitempty"`
	Table     int         `json:"table,omitempty"`
	Row       int         `json:"row,omitempty"`
	Cell      int         `json:"cell,omitempty"`
	Ref       string      `json:"ref,omitempty"`
	Section   int         `json:"section,omitempty"`
}

type jsonProposal struct {
	Group int    `json:"group,omitempty"`
	Cell  string `json:"cell"`
	From  string `json:"from"`
	To    string `json:"to"`
	Why   string `json:"why,omitempty"`
}

type jsonRelated struct {
	Message string     `json:"message"`
	Place   *jsonPlace `json:"place,omitempty"`
}

type jsonSuppressed struct {
	Kind   string     `json:"kind"`
	Reason string     `json:"reason,omitempty"`
	Place  *jsonPlace `json:"place,omitempty"`
}

type jsonReview struct {
	State  string `json:"state"`
	Was    string `json:"was,omitempty"`
	Reason string `json:"reason,omitempty"`
	Who    string `json:"who,omitempty"`
	When   string `json:"when,omitempty"`
}

type jsonSummary struct {
	Files      int `json:"files"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Unread     int `json:"unread"`
	Suppressed int `json:"suppressed,omitempty"`

	Across *jsonAcross `json:"across,omitempty"`
}

type jsonAcross struct {
	Organs   int      `json:"organs"`
	Reports  int      `json:"reports"`
	Linked   int      `json:"linked"`
	Alone    []string `json:"alone,omitempty"`
	Joined   []string `json:"joined,omitempty"`
	Unplaced []string `json:"unplaced,omitempty"`
}

func jsonSummaryOf(s Summary, lang string) jsonSummary {
	out := jsonSummary{Files: s.Files, Errors: s.Errors, Warnings: s.Warnings, Infos: s.Infos, Unread: s.Unread, Suppressed: s.Suppressed}
	if a := s.Across; a != nil {
		out.Across = &jsonAcross{len(a.Organs), a.reports(), a.Linked, a.alone(lang), a.joined(), a.Unplaced}
	}
	return out
}

func jsonReportOf(res rules.Result, lang string) jsonReport {
	r := res.Report
	out := jsonReport{
		Path: r.Path, Organ: r.Organ.Value, Year: r.Year, Unread: res.Unread,
		Findings: make([]jsonFinding, len(res.Findings)),
	}
	if r.Edition != nil {
		out.Edition = r.Edition.ID
	}
	rel, num := res.Coverage.Relations, res.Coverage.Numbers
	out.Coverage.Relations.Held, out.Coverage.Relations.Violated, out.Coverage.Relations.Unchecked = rel.Held, rel.Violated, rel.Unchecked
	out.Coverage.Numbers.Verified, out.Coverage.Numbers.Contradicted, out.Coverage.Numbers.Unlinked = num.Verified, num.Contradicted, num.Unlinked
	for i := range res.Findings {
		out.Findings[i] = jsonFindingOf(&res.Findings[i], lang)
	}
	for i := range res.Numbers {
		n := &res.Numbers[i]
		out.Numbers = append(out.Numbers, jsonNumber{n.Words, string(n.Status), n.Quantity.In(lang), n.Reason.In(lang), jsonPlaceOf(n.Place)})
	}
	return out
}

func jsonFindingOf(f *rules.Finding, lang string) jsonFinding {
	out := jsonFinding{
		Code: f.Code, Name: f.Name, Severity: f.Severity.String(), Message: f.Message.In(lang),
		Place: jsonPlaceOf(f.Place), Cells: f.Cells, Expected: f.Expected, Actual: f.Actual,
		Basis: f.Basis.In(lang), Fingerprint: f.Fingerprint,
	}
	for _, p := range f.Proposals {
		out.Proposals = append(out.Proposals, jsonProposal{p.Group, p.Cell, p.From, p.To, p.Why.In(lang)})
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{r.Message.In(lang), jsonPlaceOf(r.Place)})
	}
	if s := f.Suppressed; s != nil {
		out.Suppressed = &jsonSuppressed{string(s.Kind), s.Reason, jsonPlaceOf(s.Place)}
	}
	if r := f.Review; r != nil {
		out.Review = &jsonReview{string(r.State), string(r.Was), r.Reason, r.Who, r.When}
	}
	return out
}

func jsonPlaceOf(p schema.Place) *jsonPlace {
	if p.IsZero() {
		return nil
	}
	out := &jsonPlace{
		Path: p.Path, Line: p.Line, Column: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn,
		Page: p.Page, Table: p.Table, Row: p.Row, Cell: p.Cell, Ref: p.Ref, Section: p.Section,
	}
	if p.Box != (schema.Box{}) {
		out.Box = []jsonCoord{jsonCoord(p.Box.X0), jsonCoord(p.Box.Y0), jsonCoord(p.Box.X1), jsonCoord(p.Box.Y1)}
	}
	return out
}

// jsonCoord is a coordinate in points, to a hundredth: finer differences are
// noise of the reader.
type jsonCoord float64

// MarshalJSON prints the coordinate; one that is no number, which a damaged
// PDF may bring, is 0.
func (c jsonCoord) MarshalJSON() ([]byte, error) {
	v := math.Round(float64(c)*100) / 100
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	return strconv.AppendFloat(nil, v, 'f', -1, 64), nil
}
