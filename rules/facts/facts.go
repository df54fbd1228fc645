// Package facts writes down what one file gave: for each report in it the
// findings of the rules that look at it alone, and the record that the rules
// across reports are run on.
//
// Checking a report is a pure function from the bytes of a file, its name and the
// project's settings to these facts, and rules across reports look at nothing else:
// those of one organ are keyed by the organ, those of a parent by the parent, and
// text alike by the bands of the text. So the work may be spread over any number
// of machines: a map from files to facts, one line of JSON a file, and a reduce over
// the lines in the order of the files' names (gouji audit --facts DIR | gouji audit -).
// A cache is the same map with a memory.
package facts

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// Version is that of the lines. Lines of another version are not read.
const Version = 1

// File is what one file gave.
type File struct {
	Version int      `json:"version"`
	Path    string   `json:"path"` // as the user named it
	Reports []Report `json:"reports"`
}

// Report is what one report of the file gave.
type Report struct {
	Path     string                  `json:"path"`
	Format   string                  `json:"format,omitzero"`
	Organ    string                  `json:"organ,omitzero"`
	Year     int                     `json:"year,omitzero"`
	Edition  string                  `json:"edition,omitzero"`
	Forms    map[schema.FormKey]Form `json:"forms,omitzero"`
	Coverage rules.Coverage          `json:"coverage"`
	Unread   bool                    `json:"unread,omitzero"`
	Findings []rules.Finding         `json:"findings,omitzero"`
	Crashes  []int                   `json:"crashes,omitzero"` // indexes of findings that tell of a fault of gouji
	Record   *record.Record          `json:"record,omitzero"`
}

// Form is what outputs name a form by.
type Form struct {
	Edition string `json:"edition"`
	Format  string `json:"format,omitzero"`
}

// Of returns the facts of a file from the results of its reports.
func Of(path string, results []rules.Result) *File {
	f := &File{Version: Version, Path: path, Reports: make([]Report, len(results))}
	for i := range results {
		res := &results[i]
		r := res.Report
		out := &f.Reports[i]
		*out = Report{
			Path: r.Path, Format: r.Format, Organ: r.Organ.Value, Year: r.Year, Coverage: res.Coverage, Unread: res.Unread,
			Findings: res.Findings, Record: res.Record, Forms: map[schema.FormKey]Form{},
		}
		if r.Edition != nil {
			out.Edition = r.Edition.ID
		}
		for key, form := range r.Forms {
			if form.Spec != nil {
				out.Forms[key] = Form{form.Spec.Edition.ID, form.Format}
			}
		}
		for k := range res.Findings {
			if res.Findings[k].IsCrash() {
				out.Crashes = append(out.Crashes, k)
			}
		}
	}
	return f
}

// Results returns the results again; of a report there is only its head.
func (f *File) Results() []rules.Result {
	out := make([]rules.Result, len(f.Reports))
	for i := range f.Reports {
		w := &f.Reports[i]
		r := &schema.Report{Path: w.Path, Format: w.Format, Year: w.Year, Edition: schema.EditionByID(w.Edition), Forms: map[schema.FormKey]*schema.Form{}}
		r.Organ = schema.NewText(w.Organ, schema.Place{})
		for key, form := range w.Forms {
			if spec := specOf(form.Edition, key); spec != nil {
				r.Forms[key] = &schema.Form{Spec: spec, Format: form.Format}
			}
		}
		for _, k := range w.Crashes {
			if k >= 0 && k < len(w.Findings) {
				w.Findings[k].MarkCrash()
			}
		}
		out[i] = rules.Result{Report: r, Findings: w.Findings, Coverage: w.Coverage, Unread: w.Unread, Record: w.Record}
	}
	return out
}

func specOf(edition string, key schema.FormKey) *schema.FormSpec {
	if e := schema.EditionByID(edition); e != nil {
		for _, f := range e.Forms {
			if f.Key == key {
				return f
			}
		}
	}
	return nil
}

// Line writes the facts as one line of JSON with its end.
func (f *File) Line() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(f)
	return b.Bytes(), err
}

// Parse reads a line.
func Parse(line []byte) (*File, error) {
	f := &File{}
	if err := json.Unmarshal(line, f); err != nil {
		return nil, err
	}
	if f.Version != Version {
		return nil, fmt.Errorf("version %d of facts, not %d", f.Version, Version)
	}
	if len(f.Reports) == 0 {
		return nil, fmt.Errorf("no report")
	}
	return f, nil
}
