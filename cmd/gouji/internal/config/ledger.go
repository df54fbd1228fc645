package config

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Ledger puts findings aside as [[suppress]] says, and knows at the end which
// entries were of no use.
type Ledger struct {
	Today   schema.Date            // zero: no entry is past its date
	IsFile  func(name string) bool // whether a file in a folder may be a report
	checked map[string]bool        // reports that were read to their end, by absolute path
	files   []*File                // that were in force, in the order they were met
	ran     map[*Suppress]bool     // a report it covers was held to its rule
	used    map[*Suppress]bool
}

// NewLedger returns a ledger of that day.
func NewLedger(today schema.Date, isFile func(name string) bool) *Ledger {
	return &Ledger{Today: today, IsFile: isFile, checked: map[string]bool{}, ran: map[*Suppress]bool{}, used: map[*Suppress]bool{}}
}

// Apply puts findings of a report aside. path is absolute; ran are the rules that
// the report was held to.
func (l *Ledger) Apply(res *rules.Result, path string, e *Effective, ran []*rules.Rule) {
	if !res.Unread {
		l.checked[path] = true
	}
	for _, f := range e.Files {
		if !slices.Contains(l.files, f) {
			l.files = append(l.files, f)
		}
		rel, below := relative(f.Dir, path)
		for _, s := range f.Suppress {
			if below && covers(s.Path, rel) {
				l.apply(s, res, ran)
			}
		}
	}
}

func (l *Ledger) apply(s *Suppress, res *rules.Result, ran []*rules.Rule) {
	if !res.Unread && slices.ContainsFunc(ran, func(r *rules.Rule) bool { return r.Code == s.Code }) {
		l.ran[s] = true
	}
	if strings.TrimSpace(s.Reason) == "" || l.expired(s) {
		return
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.IsCrash() || !s.matches(f) {
			continue
		}
		l.used[s] = true
		if f.Suppressed == nil {
			f.Suppressed = &rules.Suppression{Kind: rules.Config, Reason: s.Reason, Place: s.Place}
		}
	}
}

func (l *Ledger) expired(s *Suppress) bool {
	return !s.Until.IsZero() && !l.Today.IsZero() && s.Until.String() < l.Today.String()
}

func (s *Suppress) matches(f *rules.Finding) bool {
	if f.Code != s.Code {
		return false
	}
	if s.Cell != "" && !slices.ContainsFunc(f.Cells, func(c string) bool { return c == s.Cell || strings.HasPrefix(c, s.Cell+".") }) {
		return false
	}
	return s.Words == "" || strings.Contains(f.Key, s.Words) || strings.Contains(f.Actual, s.Words) || strings.Contains(f.Excerpt.Line, s.Words)
}

// Findings returns what is wrong with the entries of each file, in the order
// of the files.
func (l *Ledger) Findings() (files []*File, findings [][]rules.Finding) {
	for _, f := range l.files {
		var out []rules.Finding
		for _, s := range f.Suppress {
			if w := l.fault(s); !w.IsZero() {
				out = append(out, rules.Finding{Message: w, Place: s.Place, Actual: s.Code, Key: strings.Join([]string{s.Path, s.Code, s.Cell, s.Words}, " ")})
			}
		}
		if out != nil {
			files, findings = append(files, f), append(findings, out)
		}
	}
	return files, findings
}

func (l *Ledger) fault(s *Suppress) rules.Words {
	switch {
	case strings.TrimSpace(s.Reason) == "":
		return rules.Words{
			ZH: fmt.Sprintf("这条忽略（%s，%s）没有写原因，没有起作用；请用 reason 写明为什么可以忽略。", s.Path, s.Code),
			EN: fmt.Sprintf("this suppression of %s for %s gives no reason and has no effect; say why in reason", s.Code, s.Path),
		}
	case l.expired(s):
		return rules.Words{
			ZH: fmt.Sprintf("这条忽略（%s，%s）的期限到 %s 为止，已经过期，没有起作用；请改正问题，或核实后改期。", s.Path, s.Code, s.Until),
			EN: fmt.Sprintf("this suppression of %s for %s held until %s and has no effect any more", s.Code, s.Path, s.Until),
		}
	case l.used[s]:
		return rules.Words{}
	}
	covered, all := l.covered(s)
	switch {
	case covered == 0:
		return rules.Words{
			ZH: fmt.Sprintf("这条忽略的路径“%s”没有对应的文件，请核对路径，用不着的请删去。", s.Path),
			EN: fmt.Sprintf("no file matches the path %q of this suppression; mend or remove it", s.Path),
		}
	case all && l.ran[s]:
		return rules.Words{
			ZH: fmt.Sprintf("这条忽略（%s，%s）没有对应的问题，已经用不着，请删去。", s.Path, s.Code),
			EN: fmt.Sprintf("this suppression of %s for %s matched nothing; remove it", s.Code, s.Path),
		}
	}
	return rules.Words{}
}

// covered counts the files that an entry covers, and says whether all of them
// were checked: one that was not may have what the entry is about.
func (l *Ledger) covered(s *Suppress) (n int, all bool) {
	all = true
	for path := range l.checked {
		if s.Covers(path) {
			n++ // also when it came from standard input
		}
	}
	start := filepath.Join(s.dir, filepath.FromSlash(base(s.Path)))
	// What cannot be entered is not known to be checked.
	_ = filepath.WalkDir(start, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if !os.IsNotExist(err) {
				n, all = n+1, false
			}
		case !d.IsDir() && s.Covers(path) && !l.checked[path] && (path == start || l.IsFile(d.Name())):
			n, all = n+1, false
		}
		return nil
	})
	return n, all
}

// base returns the folders, or the whole path, before the first of a pattern's
// wildcards.
func base(pattern string) string {
	parts := strings.Split(pattern, "/")
	for i, part := range parts {
		if strings.ContainsAny(part, `*?[{`) {
			return strings.Join(parts[:i], "/")
		}
	}
	return pattern
}
