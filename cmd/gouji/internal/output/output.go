// Package output prints what a run found, in one format a file. A new format is
// one file with a [Format] in it and one line in [Formats].
package output

import (
	"io"

	"github.com/gouji/gouji/rules"
)

// Format is a way of printing what was found.
type Format struct {
	Name  string      // as --format and --output call it
	Title rules.Words // what it is for
	// Binary formats are no text: a terminal cannot show them.
	Binary bool
	// Whole formats draw a report, and not only what was found in it.
	Whole bool
	New   func(w io.Writer, o Options) Printer
}

// Printer prints the reports of a run, one after the other. It is used from
// one goroutine, and keeps no report.
type Printer interface {
	// Report prints what a run over one report brought.
	Report(res rules.Result) error
	// Close prints what stands at the end. Nothing is printed after it.
	Close(sum Summary) error
}

// Beginner is a printer that wants to know of an audit, before its first report,
// what was laid side by side. The findings in it are those of the reports to
// come.
type Beginner interface {
	Begin(a *Across) error
}

// Options say how to print.
type Options struct {
	Lang  string // "zh" or "en"
	Color bool
	Quiet bool // findings only: no report without any, no coverage, no summary
	// Rules are those that findings may name. The title of one that is not among
	// them is its name.
	Rules   rules.Catalog
	FailOn  rules.Severity // the least that fails the run; 0 for none
	Version string         // of gouji
	// Audit says that reports of many organs are laid side by side: more is told of
	// each, and less of it at once.
	Audit bool
	// Dir is the folder that a file is written to, for links to the reports; "" when
	// nobody knows.
	Dir string
}

// title is the title of the finding's rule, for a person.
func (o *Options) title(f *rules.Finding) string {
	if r := o.Rules.Find(f.Code); r != nil {
		return r.Title.In(o.Lang)
	}
	return f.Name
}

// Formats lists the formats, the default first.
func Formats() []Format {
	return []Format{Text, JSON, JSONL, SARIF, GitHub, GitLab, JUnit, HTML, CSV, XLSX}
}

// Names lists the names of the formats.
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// ByName returns the format of that name.
func ByName(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
