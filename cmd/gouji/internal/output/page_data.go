package output

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// pageData is what the page's script knows: reports and findings, in as few
// bytes as will do.
type pageData struct {
	Reports  []pageReport
	Titles   map[string]string // of rules, by their codes
	findings []json.RawMessage
	doubtful []doubtfulReport
	byRule   map[string]*[4]int // counts by severity, of findings that count
	totals   []yearTotal
	counted  map[string]bool // organ and year whose figures are in the totals
}

type pageReport struct {
	Organ int    `json:"o"` // among the organs; -1 for none
	Name  string `json:"n"` // as printed
	Year  int    `json:"y"`
	Path  string `json:"p"`
	URL   string `json:"u,omitempty"` // of the file, from the folder of the page
	Class string `json:"c"`
	Words string `json:"w"`
}

// pageFinding is a finding in the page: the names are those in page.js.
type pageFinding struct {
	Report   int      `json:"r"` // from 0
	Severity int      `json:"s"`
	Code     string   `json:"c"`
	Message  string   `json:"m"`
	Place    string   `json:"l,omitempty"`
	Actual   string   `json:"a,omitempty"`
	Expected string   `json:"e,omitempty"`
	Fixes    []string `json:"f,omitempty"`
	Aside    string   `json:"x,omitempty"`
	Review   string   `json:"v,omitempty"`
	State    string   `json:"t,omitempty"` // of the review
	Number   int      `json:"i"`           // among those of its report, from 1
}

// doubtfulReport is one that was not read, could not be checked, or belongs to
// no organ.
type doubtfulReport struct {
	number                  int // of the report in the page
	path, class, state, why string
}

func (d *pageData) add(p *auditPage, res rules.Result) {
	r := res.Report
	organ, placed := p.organs[res.Record]
	if placed = placed && res.Record != nil; !placed {
		organ = -1
	}
	n := len(d.Reports)
	d.Reports = append(d.Reports, pageReport{
		Organ: organ, Name: layout.Clean(r.Organ.Value), Year: r.Year, Path: layout.Clean(r.Path), URL: fileURL(p.o.Dir, r.Path), Class: stateClass(res), Words: countWords(res, p.o.Lang),
	})
	for i := range res.Findings {
		d.finding(p, res, n, i)
	}
	if why := doubt(res, placed, p.o.Lang); why != "" {
		d.doubtful = append(d.doubtful, doubtfulReport{n + 1, r.Path, stateClass(res), stateWords(res, p.o.Lang), why})
	}
	if placed {
		d.total(res, organ)
	}
}

func (d *pageData) finding(p *auditPage, res rules.Result, n, i int) {
	f := &res.Findings[i]
	d.Titles[f.Code] = p.o.title(f)
	out := pageFinding{
		Report: n, Severity: int(f.Severity), Code: f.Code, Message: layout.Clean(f.Message.In(p.o.Lang)), Place: placeWords(f.Place, res.Report.Format, p.o.Lang),
		Actual: layout.Clean(f.Actual), Expected: layout.Clean(f.Expected), Fixes: proposalLines(res.Report, f, p.o.Lang, plainly),
		Aside: asideWords(f.Suppressed, p.o.Lang), Review: reviewWords(f.Review, p.o.Lang), Number: i + 1,
	}
	if f.Review != nil {
		out.State = string(f.Review.State)
	}
	raw, err := json.Marshal(out) // escapes <, > and &: it ends no script
	if err != nil {
		raw = fmt.Appendf(nil, "{\"r\":%d,\"s\":%d,\"c\":%q,\"m\":\"\",\"i\":%d}", n, f.Severity, f.Code, i+1)
	}
	d.findings = append(d.findings, raw)
	if f.Suppressed == nil {
		if d.byRule == nil {
			d.byRule = map[string]*[4]int{}
		}
		if d.byRule[f.Code] == nil {
			d.byRule[f.Code] = &[4]int{}
		}
		d.byRule[f.Code][f.Severity]++
	}
}

// fileURL leads from the folder to a file; "" when no way is known.
func fileURL(dir, path string) string {
	rel, ok := fromDir(dir, path)
	if !ok {
		return ""
	}
	u := url.URL{Path: rel}
	return u.String() // a colon in the first part gets "./" in front, so no path is taken for a scheme
}

// fromDir is the way from a folder to a file, with slashes.
func fromDir(dir, path string) (rel string, ok bool) {
	if dir == "" || path == "" {
		return "", false
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", false
	}
	rel, err = filepath.Rel(dir, abs)
	return filepath.ToSlash(rel), err == nil
}

// doubt says why a report needs a look whatever was found in it; "" for none.
func doubt(res rules.Result, placed bool, lang string) string {
	switch {
	case res.Unread:
		return whyUnread(res.Report, lang)
	case res.Coverage.Relations.Held == 0:
		return pick(lang, "没有可以核对的勾稽关系，不能说没有问题。", "there was no relation to check, which does not mean that nothing is wrong")
	case !placed:
		return pick(lang, "没有写明机关或年度，没有与其他年度的报告放在一起核对。", "it names no organ or no year and was laid beside nothing")
	}
	return ""
}

// yearTotal sums what the reports of a year print in a cell.
type yearTotal struct {
	year    int
	figures [4]schema.Number
	reports [4]int // that print a figure there
}

// totalCells are the cells that are summed over the organs, year by year.
var totalCells = [4]struct{ path, zh, en string }{
	{"applications.received.total", "本年新收申请（件）", "applications received"},
	{"applications.outcome.granted.total", "予以公开（件）", "granted"},
	{"review.total", "行政复议（件）", "reviews"},
	{"disclosure.normative_documents.in_force", "现行有效规范性文件（件）", "documents in force"},
}

// total adds the figures of a report to those of its year. Of several reports of
// an organ's year the first counts.
func (d *pageData) total(res rules.Result, organ int) {
	key := fmt.Sprint(organ, " ", res.Record.Year)
	if d.counted[key] {
		return
	}
	if d.counted == nil {
		d.counted = map[string]bool{}
	}
	d.counted[key] = true
	at := -1
	for i := range d.totals {
		if d.totals[i].year == res.Record.Year {
			at = i
		}
	}
	if at < 0 {
		at = len(d.totals)
		d.totals = append(d.totals, yearTotal{year: res.Record.Year})
	}
	t := &d.totals[at]
	for i, c := range totalCells {
		if id, ok := schema.LookupCell(c.path); ok {
			if v := res.Record.Value(id); v.IsNumber() {
				t.figures[i] = t.figures[i].Add(v.Number())
				t.reports[i]++
			}
		}
	}
}

// write writes the data. Nothing in it can end the script it stands in.
func (d *pageData) write(w io.Writer, p *auditPage) error {
	var names []string
	for _, o := range p.across.Organs {
		names = append(names, layout.Clean(o.Name))
	}
	head, err := json.Marshal(struct {
		Lang    string            `json:"lang"`
		Organs  []string          `json:"organs"`
		Reports []pageReport      `json:"reports"`
		Titles  map[string]string `json:"titles"`
	}{p.o.Lang, names, d.Reports, d.Titles})
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<script type=\"application/json\" id=\"data\">%s,\"findings\":[", strings.TrimSuffix(string(head), "}"))
	for i, raw := range d.findings {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.Write(raw)
	}
	b.WriteString("]}</script>\n")
	_, err = io.WriteString(w, b.String())
	return err
}
