// Package rules holds what a rule is, what it finds, and the engine that runs
// a selection of rules over a report. The rules themselves stand in one folder
// a family; rules/catalog lists them.
package rules

// Family is a group of rules that look at one thing.
type Family struct {
	Key string // "table"
	ZH  string // "表内勾稽"
}

// The families, in the order of the catalog.
var (
	Table     = Family{"table", "表内勾稽"}
	Prose     = Family{"prose", "文表一致"}
	Number    = Family{"number", "文内数字"}
	Dates     = Family{"dates", "时间"}
	Structure = Family{"structure", "结构"}
	Organ     = Family{"organ", "主体"}
	Across    = Family{"across", "跨报告"}
	Reading   = Family{"reading", "读取"}
	// Local are a project's own rules, from its gouji.toml.
	Local = Family{"local", "本地规则"}
)

// Rule is a check as plain data. It is validated before anything runs.
type Rule struct {
	Code     string // "TB101"; never used again for another rule
	Name     string // "row-total"
	Family   Family
	Severity Severity
	Title    Words
	Doc      Doc
	Since    string // the version that brought it: "0.1.0"
	Off      bool   // not run unless selected
	Last     bool   // runs when all others have, over what became of their findings
	Options  []Option
	// Check looks at one report and hands each finding to the pass.
	Check func(*Pass)
	// Across looks at the reports of one organ, side by side, and Among at those of
	// all organs; a rule has one of them, both, or Check. Such a rule runs in an audit
	// only.
	Across func(*Beside)
	Among  func(*Among)
}

// Doc is what `gouji explain` prints.
type Doc struct {
	What  Words // what it looks at
	Why   Words // what goes wrong when it is not kept
	Basis Words // relation, circular, article
	// Bad and Good are samples of what a report prints: a title, sentences,
	// headings, rows (规章 | 0 | 0 | 0), a line each. A test of rules/catalog lays
	// them into a whole report: Bad must be found by the rule, Good must not.
	Bad, Good string
}

// fill puts into a finding what it has from its rule.
func (r *Rule) fill(f Finding) Finding {
	f.Code, f.Name = r.Code, r.Name
	if f.Severity == 0 {
		f.Severity = r.Severity
	}
	if f.Basis.IsZero() {
		f.Basis = r.Doc.Basis
	}
	return f
}

// across reports whether the rule looks across reports.
func (r *Rule) across() bool { return r.Across != nil || r.Among != nil }
