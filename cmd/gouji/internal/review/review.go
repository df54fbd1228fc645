// Package review keeps what reviewers decide on findings, from one audit to the
// next, in an SQLite file.
//
// A decision belongs to a finding, known by [rules.ReviewID], and to what stood
// in the report when it was made, known by [rules.Finding.Content]. Decisions
// are only ever added, so that the file tells who decided what and when. One
// made on what stands there no more holds no more, and is shown as such; one on
// a finding that is gone stays in the file.
package review

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Decision is what somebody decided on a finding.
type Decision struct {
	ID      string // see [rules.ReviewID]
	Content string // see [rules.Finding.Content]
	State   rules.ReviewState
	Reason  string
	Who     string
	Day     string // 2026-12-31
}

// Seen is a finding as the last audit that met it saw it.
type Seen struct {
	ID, Content    string
	Organ          string
	Year           int
	File           string
	Code, Severity string
	Message        string
	Gone           bool // the report was read since, and it was found no more
}

// key tells findings apart, and one from itself after the report was changed.
type key struct{ id, content string }

// report names the report of a finding as [File.held] does.
func (s *Seen) report() string {
	file := s.File
	if s.Organ != "" && s.Year != 0 {
		file = ""
	}
	return strings.Join([]string{s.Organ, strconv.Itoa(s.Year), file, s.Code}, "\x00")
}

// state returns the state of a finding, or nil when nobody decided.
func (f *File) state(id, content string) *rules.Review {
	list := f.decisions[id]
	for _, d := range slices.Backward(list) {
		if d.Content == content {
			return &rules.Review{State: d.State, Reason: d.Reason, Who: d.Who, When: d.Day}
		}
	}
	if len(list) == 0 || list[len(list)-1].State == rules.ReviewOpen {
		return nil
	}
	d := list[len(list)-1]
	return &rules.Review{State: rules.ReviewChanged, Was: d.State, Reason: d.Reason, Who: d.Who, When: d.Day}
}

// Apply tells each finding of a report what was decided on it, and puts those
// aside that were dismissed; ran are the rules that the report was held to. Of a
// report that was not read to its end nothing is put aside.
func (f *File) Apply(res *rules.Result, ran []*rules.Rule) {
	organ := strings.Join(strings.Fields(res.Report.Organ.Value), "")
	for i := range res.Findings {
		x := &res.Findings[i]
		s := seen(res.Report, organ, x)
		f.met[key{s.ID, s.Content}] = s
		x.Review = f.state(s.ID, s.Content)
		if x.Review == nil || x.Review.State != rules.ReviewDismissed || res.Unread || x.IsCrash() || x.Suppressed != nil {
			continue
		}
		x.Suppressed = &rules.Suppression{Kind: rules.Reviewed, Reason: x.Review.Reason, Place: schema.Place{Path: f.Path}}
	}
	if res.Unread {
		return
	}
	for _, r := range ran {
		s := Seen{Organ: organ, Year: res.Report.Year, File: res.Report.Path, Code: r.Code}
		f.held[s.report()] = true
	}
}

func seen(r *schema.Report, organ string, x *rules.Finding) *Seen {
	return &Seen{
		ID: rules.ReviewID(r, x), Content: x.Content(), Organ: organ, Year: r.Year, File: r.Path,
		Code: x.Code, Severity: x.Severity.String(), Message: x.Message.ZH,
	}
}

// Entry is a finding that the file knows, and where it stands.
type Entry struct {
	Seen
	Review rules.Review // its State is [rules.ReviewOpen] when nobody decided
}

// List returns the findings that the file knows: by organ, year and file, then
// in the order of their codes.
func (f *File) List() []Entry {
	here := map[string]bool{}
	for _, s := range f.seen {
		here[s.ID] = here[s.ID] || !s.Gone
	}
	var out []Entry
	for _, s := range f.seen {
		if s.Gone && here[s.ID] {
			continue // the same finding stands there on what the report says now
		}
		e := Entry{Seen: *s, Review: rules.Review{State: rules.ReviewOpen}}
		if r := f.state(s.ID, s.Content); r != nil {
			e.Review = *r
		}
		if s.Gone {
			e.Review.State, e.Review.Was = rules.ReviewGone, e.Review.State
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int { return a.compare(&b.Seen) })
	return out
}

// Find returns the finding of that ID as it was met last, or nil.
func (f *File) Find(id string) *Seen {
	var found *Seen
	for _, s := range f.seen {
		if s.ID == id && (found == nil || found.Gone && !s.Gone || found.Gone == s.Gone && s.compare(found) < 0) {
			found = s
		}
	}
	return found
}
