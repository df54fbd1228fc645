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

// Options say how to print.
type Options struct {
	Lang  string // "zh" or "en"
	Color bool
	Quiet bool // findings only: no report without any, no coverage, no summary
	// Title gives the title of the rule of a code; nil, or no words, and the
	// rule's name stands instead.
	Title func(code string) rules.Words
}

// Formats lists the formats, the default first.
func Formats() []Format { return []Format{Text, JSON} }

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
