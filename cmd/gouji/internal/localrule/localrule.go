// Package localrule makes rules of what a project writes in the [[rule]]
// sections of its gouji.toml: CEL expressions over a view of the report, checked
// when they are read and bounded when they run. Nothing of CEL is set up before
// the first rule is compiled.
package localrule

import (
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Source is a rule as a project wrote it. Texts know where each character of
// them stands in the file.
type Source struct {
	Code     string
	Name     string // "" for the code in lower case
	Title    string
	Severity rules.Severity // 0 for a warning
	ForEach  string         // one of Units; "" for the report
	Assert   schema.Text    // what must hold: CEL, a bool
	Message  schema.Text    // said where it does not; {…} holds CEL
	Why      string
	Basis    string
	Place    schema.Place // of the rule in its file
}

// Units are what a rule may be held to: for_each.
var Units = []string{"report", "row", "column", "claim"}

// Fault is what is wrong with an expression, and where.
type Fault struct {
	Place schema.Place
	Words rules.Words
}

// Compile makes a rule of its source. With a fault there is none.
func Compile(s Source) (*rules.Rule, []Fault) {
	if !slices.Contains(Units, s.ForEach) {
		s.ForEach = Units[0]
	}
	if s.Severity == 0 {
		s.Severity = rules.Warning
	}
	c := &compiler{unit: s.ForEach}
	run := &check{source: s, assert: c.assert(s.Assert), message: c.message(s.Message)}
	if len(c.faults) > 0 {
		return nil, c.faults
	}
	run.cells, run.section = c.cells, c.section
	r := Stub(s.Code, s.Name)
	r.Severity, r.Title = s.Severity, both(s.Title)
	r.Doc = rules.Doc{
		What: rules.Words{
			ZH: unitNames[s.ForEach].ZH + "应当满足：" + strings.TrimSpace(s.Assert.Value),
			EN: "for each " + unitNames[s.ForEach].EN + ": " + strings.TrimSpace(s.Assert.Value),
		},
		Why: both(s.Why), Basis: both(s.Basis),
	}
	r.Check = run.check
	return r, nil
}

// Stub is a rule as far as its choice needs: its code and name.
func Stub(code, name string) *rules.Rule {
	if name == "" {
		name = strings.ToLower(code)
	}
	return &rules.Rule{Code: code, Name: name, Family: rules.Local}
}

// both are words that a project wrote in its own language.
func both(s string) rules.Words { return rules.Words{ZH: s, EN: s} }

var unitNames = map[string]rules.Words{
	"report": {ZH: "每份报告", EN: "report"},
	"row":    {ZH: "表中每一行", EN: "row"},
	"column": {ZH: "表中每一列", EN: "column"},
	"claim":  {ZH: "文中每个说法", EN: "claim"},
}
