package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
)

// Effective is what holds for one report.
type Effective struct {
	Files    []*File       // the outermost first
	Rules    []*rules.Rule // that look at the report alone
	Across   []*rules.Rule // that look at it beside others
	Catalog  rules.Catalog // all rules there are for it, run or not
	Settings *rules.Settings
	FailOn   Value
	Language Value
	Baseline Value // V is an absolute path, or as the flag has it
	layers   []*layer
}

// For returns what holds for the report of that path, relative to the working
// folder or absolute. Faults of the files gather in [Loader.Err]; until they
// are mended there is nothing to run.
func (l *Loader) For(path string) (*Effective, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	files := l.chain(filepath.Dir(abs))
	var layers []*layer
	var id strings.Builder
	for _, f := range files {
		rel, below := relative(f.Dir, abs)
		for i := range f.layers {
			if speaks(&f.layers[i], rel, below) {
				layers = append(layers, &f.layers[i])
				fmt.Fprintf(&id, "%p ", &f.layers[i])
			}
		}
	}
	if e, ok := l.known[id.String()]; ok {
		return e, nil
	}
	e := l.resolve(files, append(layers, l.flags))
	l.known[id.String()] = e
	return e, nil
}

func speaks(l *layer, rel string, below bool) bool {
	if l.paths == nil {
		return true
	}
	for _, p := range l.paths {
		if below && covers(p, rel) {
			return true
		}
	}
	return false
}

func (l *Loader) resolve(files []*File, layers []*layer) *Effective {
	e := &Effective{Files: files, layers: layers, FailOn: Value{V: "error"}}
	var choices []rules.Choice
	s := &rules.Settings{Facts: &rules.Facts{}, Severities: map[string]rules.Severity{}, Options: map[string]map[string][]string{}}
	for _, ly := range layers {
		choices = append(choices, ly.choice())
		if ly.failOn.V != "" {
			e.FailOn = ly.failOn
		}
		for code, v := range ly.severities {
			s.Severities[code] = severity(v.V)
		}
		for code, options := range ly.options {
			if s.Options[code] == nil {
				s.Options[code] = map[string][]string{}
			}
			for name, w := range options {
				s.Options[code][name] = w.v
			}
		}
	}
	e.Catalog = slices.Clip(l.catalog)
	for _, f := range files {
		e.add(f, s.Facts)
		e.Catalog = append(e.Catalog, f.rules()...)
	}
	for _, r := range e.Catalog {
		s.Codes = append(s.Codes, r.Code)
	}
	e.Settings = s
	e.Rules, e.Across = rules.Part(e.Catalog.Decided(choices...))
	return e
}

// rules are the file's own.
func (f *File) rules() rules.Catalog {
	var out rules.Catalog
	for _, l := range f.Local {
		out = append(out, l.Rule)
	}
	return out
}

// add takes in what a file says beside rules; a nearer one goes before.
func (e *Effective) add(f *File, facts *rules.Facts) {
	if f.Language.V != "" {
		e.Language = f.Language
	}
	if f.Baseline.V != "" {
		e.Baseline = Value{from(f.Dir, f.Baseline.V), f.Baseline.Place}
	}
	facts.Organs = append(append([]rules.OrganFact{}, f.Facts.Organs...), facts.Organs...)
	for domain, words := range f.Facts.Lexicon {
		if facts.Lexicon == nil {
			facts.Lexicon = map[string][]string{}
		}
		facts.Lexicon[domain] = append(append([]string{}, facts.Lexicon[domain]...), words...)
	}
}

// from returns the path as seen from dir.
func from(dir, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

func severity(word string) rules.Severity {
	return map[string]rules.Severity{"error": rules.Error, "warning": rules.Warning, "info": rules.Info}[word]
}
