package rules

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// Severity says how sure a finding is.
type Severity uint8

// The severities, gravest last so that they compare.
const (
	Info    Severity = iota + 1 // 提示: for information
	Warning                     // 核实: a scope or 口径 could excuse it
	Error                       // 错误: no reading of the report can be right
)

// String returns the severity's name in JSON and in flags.
func (s Severity) String() string { return [...]string{"", "info", "warning", "error"}[s] }

// ZH returns the severity's name in the field.
func (s Severity) ZH() string { return [...]string{"", "提示", "核实", "错误"}[s] }

// Words is a sentence or a phrase in both languages. Chinese is written for
// the clerk and is a full sentence; English stands beside it, without a full
// stop.
type Words struct{ ZH, EN string }

// In returns the words in the language, "zh" or "en".
func (w Words) In(lang string) string {
	if lang == "en" {
		return w.EN
	}
	return w.ZH
}

// IsZero reports whether nothing is said.
func (w Words) IsZero() bool { return w == Words{} }

// Finding is one fault of a report, one a cause.
type Finding struct {
	Code     string       // filled by the engine
	Name     string       `json:",omitzero"` // filled by the engine
	Severity Severity     // the rule's unless the rule says otherwise
	Message  Words        `json:",omitzero"`
	Place    schema.Place `json:",omitzero"`
	Excerpt  Excerpt      `json:",omitzero"` // what stands at the place
	Cells    []string     `json:",omitzero"` // paths of the cells it is about
	Expected string       `json:",omitzero"` // what would agree: "14"; empty when nobody can say
	Actual   string       `json:",omitzero"` // what stands there
	// Proposals are the values that would make the report agree. They are never
	// written by gouji. Two that are equally small both stand here.
	Proposals []Proposal `json:",omitzero"`
	Related   []Related  `json:",omitzero"`
	Basis     Words      `json:",omitzero"` // the relation, circular or article it rests on
	// Key tells this finding from others of its rule in one report when its cells
	// do not: the words it quotes. Never a line.
	Key string `json:",omitzero"`
	// Fingerprint is filled by the engine: organ, year, code and cells or key.
	Fingerprint string `json:",omitzero"`
	// Suppressed says that somebody put the finding aside; nil when nobody did.
	// It is still printed where programs read, and counts for no exit code.
	Suppressed *Suppression `json:",omitzero"`
	// Review is what a reviewer decided on the finding; nil when nobody did, or
	// when no review is kept.
	Review *Review `json:"-"`

	crash bool // it tells of a fault of gouji, and cannot be put aside
}

// IsCrash reports whether the finding tells of a rule that failed. Such a one
// is never put aside.
func (f *Finding) IsCrash() bool { return f.crash }

// MarkCrash says so of a finding that was written down and is read again.
func (f *Finding) MarkCrash() { f.crash = true }

// Suppression is the decision to live with a finding.
type Suppression struct {
	Kind   SuppressionKind
	Reason string       // as it was given, in whatever language
	Place  schema.Place // where it was decided
}

// SuppressionKind tells where a finding was put aside.
type SuppressionKind string

// The kinds of suppressions.
const (
	Inline   SuppressionKind = "inline"   // a comment in the report
	Config   SuppressionKind = "config"   // an entry of gouji.toml
	Baseline SuppressionKind = "baseline" // known before, by the baseline
	Reviewed SuppressionKind = "review"   // dismissed by a reviewer
)

// Proposal is a change of one cell that, alone or with the others of its
// group, would make the relations hold.
type Proposal struct {
	Cell     string
	From, To string
	Why      Words // the slip it would have been: a digit dropped, two cells exchanged
	// Group: proposals with the same number belong together and are one
	// explanation; different numbers are alternatives. From 1.
	Group int
}

// Alternatives parts the proposals into explanations, each of which would make
// the report agree, in order of appearance.
func (f *Finding) Alternatives() [][]Proposal {
	var out [][]Proposal
	at := map[int]int{}
	for _, c := range f.Proposals {
		i, ok := at[c.Group]
		if !ok {
			i = len(out)
			at[c.Group] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}

// Related is another place that the finding is about.
type Related struct {
	Message Words
	Place   schema.Place
	Excerpt Excerpt `json:",omitzero"`
}

// Excerpt is what stands at a place, for showing it with the fault marked:
// either a line of words or a row of a form.
type Excerpt struct {
	Line       string `json:",omitzero"` // words around the place; or the row's label
	Start, End int    `json:",omitzero"` // the marked code points of Line; equal when none

	Header []string `json:",omitzero"` // of a row: the column heads
	Cells  []string `json:",omitzero"` // of a row: the values as printed; a blank is ""
	Marked []int    `json:",omitzero"` // of a row: indexes into Cells
}

// IsZero reports whether there is nothing to show.
func (e Excerpt) IsZero() bool { return e.Line == "" && len(e.Cells) == 0 }

// Detach gives the finding words of its own where it shared the report's, so
// that it does not keep a file in memory.
func (f *Finding) Detach() {
	f.Actual, f.Key = strings.Clone(f.Actual), strings.Clone(f.Key)
	f.Place.Ref = strings.Clone(f.Place.Ref)
	f.Excerpt.detach()
	for i := range f.Related {
		f.Related[i].Place.Ref = strings.Clone(f.Related[i].Place.Ref)
		f.Related[i].Excerpt.detach()
	}
	for i := range f.Proposals {
		f.Proposals[i].From = strings.Clone(f.Proposals[i].From)
	}
}

func (e *Excerpt) detach() {
	e.Line = strings.Clone(e.Line)
	for i := range e.Cells {
		e.Cells[i] = strings.Clone(e.Cells[i])
	}
}
