// Package baseline keeps the findings that a project had when it took gouji up,
// so that only new ones count. An entry is one finding, known by its
// fingerprint and by what stood there; never by a line, and never by how many
// there are.
package baseline

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Entry is one known finding. All but the fingerprint, Found and File is for
// people to read.
type Entry struct {
	Organ       string   `toml:"organ,omitempty"`
	Year        int      `toml:"year,omitempty"`
	File        string   `toml:"file,omitempty"` // only where organ or year are not known
	Code        string   `toml:"code"`
	Cells       []string `toml:"cells,omitempty"`
	Words       string   `toml:"words,omitempty"`
	Found       string   `toml:"found,omitempty"` // what stood there; another fault in its place is a new one
	Fingerprint string   `toml:"fingerprint"`

	place schema.Place
}

func (e *Entry) key() string { return e.Fingerprint + "\x00" + e.Found + "\x00" + e.File }

func (e *Entry) compare(o *Entry) int {
	return cmp.Or(
		cmp.Compare(e.Organ, o.Organ), cmp.Compare(e.Year, o.Year), cmp.Compare(e.File, o.File),
		cmp.Compare(e.Code, o.Code), slices.Compare(e.Cells, o.Cells), cmp.Compare(e.Words, o.Words),
		cmp.Compare(e.Found, o.Found), cmp.Compare(e.Fingerprint, o.Fingerprint),
	)
}

// Baseline is one file of entries, and what a run made of them.
type Baseline struct {
	Path    string // as it is shown
	dir     string // absolute
	entries map[string]*Entry
	met     map[string]bool   // entries that were found again
	added   map[string]*Entry // findings that no entry knew
	held    map[string]bool   // "report code": the rule ran over the report to its end
}

// New returns an empty baseline that stands at the path.
func New(path, abs string) *Baseline {
	return &Baseline{
		Path: path, dir: filepath.Dir(abs), entries: map[string]*Entry{}, met: map[string]bool{},
		added: map[string]*Entry{}, held: map[string]bool{},
	}
}

// Apply puts the findings aside that are known, and remembers the others. path
// is that of the report, absolute; ran are the rules it was held to. A report
// that was not read to its end is left alone: nobody knows what is in it.
func (b *Baseline) Apply(res *rules.Result, path string, ran []*rules.Rule) {
	if res.Unread {
		return
	}
	for _, r := range ran {
		b.held[b.report(res.Report, path)+r.Code] = true
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Suppressed != nil {
			continue
		}
		e := b.entry(res.Report, path, f)
		if known := b.entries[e.key()]; known != nil {
			b.met[e.key()] = true
			f.Suppressed = &rules.Suppression{Kind: rules.Baseline, Place: known.place}
			continue
		}
		b.added[e.key()] = e
	}
}

// Accept puts aside what Apply left, since it is about to be written.
func (b *Baseline) Accept(res *rules.Result) {
	if res.Unread {
		return
	}
	for i := range res.Findings {
		if f := &res.Findings[i]; f.Suppressed == nil {
			f.Suppressed = &rules.Suppression{Kind: rules.Baseline, Place: schema.Place{Path: b.Path}}
		}
	}
}

func (b *Baseline) entry(r *schema.Report, path string, f *rules.Finding) *Entry {
	return &Entry{
		Organ: organ(r), Year: r.Year, File: b.file(r, path), Code: f.Code, Cells: f.Cells,
		Words: cut(f.Key), Found: found(r, f), Fingerprint: f.Fingerprint,
	}
}

// found is what stands where the finding is: its words or figure, else the
// figures of its cells.
func found(r *schema.Report, f *rules.Finding) string {
	if f.Actual != "" {
		return f.Actual
	}
	var raw []string
	for _, path := range f.Cells {
		if id, ok := schema.LookupCell(path); ok {
			raw = append(raw, r.Cell(id).Raw)
		}
	}
	return strings.Join(raw, " ")
}

func organ(r *schema.Report) string { return strings.Join(strings.Fields(r.Organ.Value), "") }

// file names the report where organ and year, which the fingerprint is made of,
// do not.
func (b *Baseline) file(r *schema.Report, path string) string {
	if organ(r) != "" && r.Year != 0 {
		return ""
	}
	if rel, err := filepath.Rel(b.dir, path); err == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}

func (b *Baseline) report(r *schema.Report, path string) string {
	return reportKey(organ(r), r.Year, b.file(r, path))
}

func reportKey(organ string, year int, file string) string {
	return organ + "\x00" + strconv.Itoa(year) + "\x00" + file + "\x00"
}

func cut(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// fixed returns the entries whose reports were held to their rules and that
// were not found any more, in order.
func (b *Baseline) fixed() []*Entry {
	var out []*Entry
	for key, e := range b.entries {
		if !b.met[key] && b.held[reportKey(e.Organ, e.Year, e.File)+e.Code] {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, (*Entry).compare)
	return out
}

// Fixed returns a finding for every entry that is not needed any more.
func (b *Baseline) Fixed() []rules.Finding {
	var out []rules.Finding
	for _, e := range b.fixed() {
		what := strings.Join(append(slices.Clone(e.Cells), e.Words), " ")
		report := strings.TrimSpace(e.Organ + " " + e.File)
		out = append(out, rules.Finding{
			Severity: rules.Info, Place: e.place, Cells: e.Cells, Actual: e.Code, Key: e.key(),
			Message: rules.Words{
				ZH: fmt.Sprintf("基线里的 %s（%s %d年度 %s）已经没有了，可用 --prune-baseline 从基线中删去。", e.Code, report, e.Year, strings.TrimSpace(what)),
				EN: fmt.Sprintf("%s of the baseline (%s, %d, %s) is gone; --prune-baseline removes it", e.Code, report, e.Year, strings.TrimSpace(what)),
			},
		})
	}
	return out
}

// Update takes in what is new and drops what is fixed, as asked, and reports
// whether anything changed.
func (b *Baseline) Update(add, prune bool) bool {
	changed := false
	if prune {
		for _, e := range b.fixed() {
			delete(b.entries, e.key())
			changed = true
		}
	}
	if add {
		for key, e := range b.added {
			b.entries[key] = e
			changed = true
		}
	}
	return changed
}
