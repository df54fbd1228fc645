package rules

import (
	"errors"
	"fmt"
	"regexp"
)

// Catalog is an ordered list of rules. The built-in one stands in
// rules/catalog.
type Catalog []*Rule

var (
	codeShape    = regexp.MustCompile(`^[A-Z]{2}[0-9]{3}$`)
	nameShape    = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	localShape   = regexp.MustCompile(`^L[A-Z][0-9]{3}$`)
	versionShape = regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+$`)
)

// LocalCode reports whether the code is one that a project may give a rule of
// its own: L, another capital letter and three digits. No built-in rule has one.
func LocalCode(code string) bool { return localShape.MatchString(code) }

// ValidName reports whether a rule may have the name.
func ValidName(name string) bool { return nameShape.MatchString(name) }

// Validate finds rules that are not whole: a code or name that is missing,
// malformed or given twice, words missing in one language, no check. It reports
// all of them, joined.
func (c Catalog) Validate() error {
	var errs []error
	codes, names := map[string]bool{}, map[string]bool{}
	for i, r := range c {
		if r == nil {
			errs = append(errs, fmt.Errorf("rule %d is nil", i))
			continue
		}
		fail := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("rule %q: %s", r.Code, fmt.Sprintf(format, args...)))
		}
		if !codeShape.MatchString(r.Code) {
			fail("the code is not two letters and three digits")
		}
		if LocalCode(r.Code) {
			fail("codes that begin with L are the projects' own")
		}
		if !nameShape.MatchString(r.Name) {
			fail("the name %q is not words in lower case joined by hyphens", r.Name)
		}
		if codes[r.Code] {
			fail("the code is given twice")
		}
		if names[r.Name] {
			fail("the name %q is given twice", r.Name)
		}
		codes[r.Code], names[r.Name] = true, true
		if r.Severity < Info || r.Severity > Error {
			fail("it has no severity")
		}
		if r.Family.Key == "" {
			fail("it has no family")
		}
		if !versionShape.MatchString(r.Since) {
			fail("since %q is not a version", r.Since)
		}
		for _, w := range []struct {
			name  string
			words Words
		}{{"title", r.Title}, {"what", r.Doc.What}, {"why", r.Doc.Why}, {"basis", r.Doc.Basis}} {
			if w.words.ZH == "" || w.words.EN == "" {
				fail("its %s lacks Chinese or English", w.name)
			}
		}
		if r.Doc.Bad == "" || r.Doc.Good == "" {
			fail("it lacks a bad or a good sample")
		}
		for _, o := range r.Options {
			if !nameShape.MatchString(o.Key) || o.Key == "severity" || o.Doc.ZH == "" || o.Doc.EN == "" {
				fail("its option %q has no fit name or lacks Chinese or English", o.Key)
			}
			if o.IsNumber() && (o.Default < o.Min || o.Default > o.Max) {
				fail("the default of its option %q is out of its range", o.Key)
			}
		}
		switch {
		case r.Check == nil && !r.across():
			fail("it has no check")
		case r.Check != nil && r.across():
			fail("it has a check of one report and one across reports")
		case r.across() != (r.Family == Across):
			fail("its check is not of the kind that its family has")
		}
	}
	return errors.Join(errs...)
}

// Part parts rules into those that look at one report and those that look across
// reports.
func Part(list []*Rule) (single, across []*Rule) {
	for _, r := range list {
		if r.across() {
			across = append(across, r)
		} else {
			single = append(single, r)
		}
	}
	return single, across
}

// Find returns the rule of that code or name, or nil.
func (c Catalog) Find(codeOrName string) *Rule {
	for _, r := range c {
		if r.Code == codeOrName || r.Name == codeOrName {
			return r
		}
	}
	return nil
}
