package config

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// File is one gouji.toml.
type File struct {
	Path     string // as it is shown
	Dir      string // absolute: its paths begin here
	Root     bool
	Language Value
	Baseline Value
	Facts    rules.Facts
	Suppress []*Suppress
	Local    []*Local
	layers   []layer // its own first, then those of its overrides
}

// Value is a word with the place where it was set; no place, and it was not.
type Value struct {
	V     string
	Place schema.Place
}

// words are several words set at one place.
type words struct {
	v     []string
	place schema.Place
}

// layer is one voice about rules: the top of a file, an override, or the flags.
type layer struct {
	paths               []string // the files it speaks of; nil for all
	sel, extend, ignore words
	failOn              Value
	severities          map[string]Value            // by code
	options             map[string]map[string]words // by code and key
}

func (l *layer) choice() rules.Choice {
	sel := l.sel.v
	if len(sel) > 0 {
		// A rule over a table that was not read would otherwise look kept.
		sel = append(append([]string{}, sel...), rules.Reading.Key)
	}
	return rules.Choice{Select: sel, Extend: l.extend.v, Ignore: l.ignore.v}
}

// Suppress is an entry of [[suppress]].
type Suppress struct {
	Path, Code, Cell, Words, Reason string
	Until                           schema.Date // zero: for good
	Place                           schema.Place
	dir                             string // that Path begins in
}

// Covers reports whether the entry speaks of the file, given as an absolute
// path.
func (s *Suppress) Covers(path string) bool {
	rel, ok := relative(s.dir, path)
	return ok && covers(s.Path, rel)
}

// relative returns the path as seen from dir, with slashes; ok is false when it
// is not below.
func relative(dir, path string) (string, bool) {
	rel, err := filepath.Rel(dir, path)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// Parse reads a gouji.toml that stands in dir, an absolute path. It returns
// all its faults, each with its place. The catalog has the rules that there are
// without the file: built-in ones, and those of files further up.
func Parse(path, dir string, data []byte, c rules.Catalog) (*File, Errors) {
	n, errs := scan(path, data)
	if errs != nil {
		return nil, errs
	}
	return parse(path, dir, n, c)
}

// scan reads the file as TOML.
func scan(path string, data []byte) (schema.TOMLNode, Errors) {
	if len(bytes.TrimSpace(data)) == 0 {
		data = []byte("# empty")
	}
	n, problem := schema.ReadTOML(path, data)
	if problem != nil {
		return n, Errors{{problem.Place, rules.Words{ZH: problem.ZH, EN: problem.EN}}}
	}
	return n, nil
}

func isRoot(n schema.TOMLNode) bool {
	return n.Child("root").Kind() == schema.TOMLOther && n.Child("root").Raw() == "true"
}

func parse(path, dir string, n schema.TOMLNode, c rules.Catalog) (*File, Errors) {
	var v validator
	v.table(n, root(slices.Concat(c, stubs(n))), "")
	v.organs(n.Child("organ"))
	local := v.locals(n, c, dir)
	if v.errs != nil {
		slices.SortStableFunc(v.errs, func(a, b Error) int { return a.Place.Compare(b.Place) })
		return nil, v.errs
	}
	f := &File{
		Path: path, Dir: dir, Root: isRoot(n), Local: local,
		Language: value(n.Child("language")), Baseline: value(n.Child("baseline")),
		layers: []layer{layerOf(n)},
	}
	for _, item := range n.Child("overrides").Items() {
		f.layers = append(f.layers, layerOf(item))
	}
	for _, item := range n.Child("organ").Items() {
		f.Facts.Organs = append(f.Facts.Organs, organOf(item))
	}
	for _, name := range n.Child("lexicon").Keys() {
		if f.Facts.Lexicon == nil {
			f.Facts.Lexicon = map[string][]string{}
		}
		f.Facts.Lexicon[name] = list(n.Child("lexicon").Child(name)).v
	}
	for _, item := range n.Child("suppress").Items() {
		f.Suppress = append(f.Suppress, suppressOf(item, dir))
	}
	return f, nil
}

// organs finds names that stand for two organs.
func (v *validator) organs(n schema.TOMLNode) {
	lines := map[string]int{}
	for _, item := range n.Items() {
		o := organOf(item)
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			if before, ok := lines[name]; ok && name != "" {
				v.fail(item.Place(), fmt.Sprintf("机关“%s”在第 %d 行已经写过", name, before), fmt.Sprintf("the organ %q stands on line %d already", name, before))
			}
			lines[name] = item.Place().Line
		}
	}
}

func value(n schema.TOMLNode) Value {
	if n.Kind() == schema.TOMLNone {
		return Value{}
	}
	return Value{n.Text(), n.Place()}
}

func list(n schema.TOMLNode) words {
	if n.Kind() == schema.TOMLNone {
		return words{}
	}
	w := words{place: n.KeyPlace()}
	if n.Kind() == schema.TOMLOther { // a number
		w.v = []string{n.Raw()}
	}
	for _, item := range n.Items() {
		w.v = append(w.v, item.Text())
	}
	return w
}

func layerOf(n schema.TOMLNode) layer {
	l := layer{
		paths: list(n.Child("paths")).v,
		sel:   list(n.Child("select")), extend: list(n.Child("extend-select")), ignore: list(n.Child("ignore")),
		failOn:     value(n.Child("fail-on")),
		severities: map[string]Value{}, options: map[string]map[string]words{},
	}
	for _, code := range n.Child("rules").Keys() {
		rule := n.Child("rules").Child(code)
		for _, name := range rule.Keys() {
			if name == "severity" {
				l.severities[code] = value(rule.Child(name))
				continue
			}
			if l.options[code] == nil {
				l.options[code] = map[string]words{}
			}
			l.options[code][name] = list(rule.Child(name))
		}
	}
	return l
}

func organOf(n schema.TOMLNode) rules.OrganFact {
	return rules.OrganFact{
		Name: n.Child("name").Text(), Kind: rules.OrganKind(n.Child("kind").Text()), Parent: n.Child("parent").Text(),
		Aliases: list(n.Child("aliases")).v, Abbreviations: list(n.Child("abbreviations")).v,
	}
}

func suppressOf(n schema.TOMLNode, dir string) *Suppress {
	s := &Suppress{
		Path: n.Child("path").Text(), Code: n.Child("code").Text(), Cell: n.Child("cell").Text(),
		Words: n.Child("words").Text(), Reason: n.Child("reason").Text(), Place: n.Place(), dir: dir,
	}
	s.Until, _ = parseDate(n.Child("until"))
	return s
}
