package lsp

import (
	"path/filepath"
	"strings"
	"sync"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// document is one state of an open document. It never changes; a change makes
// another one.
type document struct {
	uri, path string
	file      bool // the path is that of a file
	language  string
	version   int
	lines     *lines

	once    sync.Once
	checked Checked // by check; read it there
}

func newDocument(d textDocument, encoding string) *document {
	doc := &document{uri: d.URI, language: d.LanguageID, version: d.Version}
	doc.path, doc.file = nameOf(d.URI, d.LanguageID)
	doc.lines = newLines(d.Text, encoding, doc.format())
	return doc
}

// with returns the document with another text.
func (d *document) with(text string, version int) *document {
	return newDocument(textDocument{URI: d.uri, LanguageID: d.language, Version: version, Text: text}, d.lines.encoding)
}

// changed returns the document after the changes, each of which speaks of the
// text that the one before it left.
func (d *document) changed(changes []change, version int) *document {
	for _, c := range changes {
		d = d.with(d.lines.apply(c), version)
	}
	return d
}

func (d *document) format() string {
	if strings.EqualFold(filepath.Ext(d.path), ".toml") {
		return "toml"
	}
	return "text"
}

// isSettings reports whether the document is a gouji.toml.
func (d *document) isSettings() bool { return d.file && filepath.Base(d.path) == config.Name }

// isReport reports whether the document may be a report: not what its name says
// to be none, such as a README.
func (d *document) isReport() bool { return !d.file || source.MayBeReport(filepath.Base(d.path)) }

// check returns what is found in the document, worked out once.
func (d *document) check(o *Options) *Checked {
	d.once.Do(func() {
		switch {
		case d.isSettings():
			_, errs := config.Check(d.path, []byte(d.lines.text), o.Catalog)
			for _, e := range errs {
				d.checked.Trouble = append(d.checked.Trouble, Trouble{e.Place, e.Words})
			}
		case d.isReport():
			d.checked = o.Check(d.path, []byte(d.lines.text))
		}
	})
	return &d.checked
}

// found is a finding with the report that it is of.
type found struct {
	report *schema.Report
	*rules.Finding
}

// findings returns what counts: nobody put it aside.
func (c *Checked) findings() []found {
	var out []found
	for i := range c.Results {
		for k := range c.Results[i].Findings {
			if f := &c.Results[i].Findings[k]; f.Suppressed == nil {
				out = append(out, found{c.Results[i].Report, f})
			}
		}
	}
	return out
}

// isOther reports whether the document is none of a report: an editor opens
// many a text.
func (c *Checked) isOther() bool {
	for i := range c.Results {
		for _, p := range c.Results[i].Report.Problems {
			if p.Kind == schema.NotReport {
				return true
			}
		}
	}
	return false
}
