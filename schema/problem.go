package schema

// Problem is something a reader could not read, or read with a doubt. Rules of
// the reading and structure families turn problems into findings, so that no
// loss is silent.
type Problem struct {
	Kind    ProblemKind
	ZH, EN  string // a sentence for the clerk; what was met, what to do
	Place   Place
	Form    FormKey  // the form it belongs to, or ""
	Cells   []CellID // the cells that are lost by it
	Words   string   // the words at the place, for excerpts and fingerprints
	Nearest string   // a key that may have been meant
}

// ProblemKind tells problems apart.
type ProblemKind string

// The kinds of problems.
const (
	Unreadable       ProblemKind = "unreadable"        // the file, or a part of it, cannot be read: RD001
	NotReport        ProblemKind = "not-report"        // read, but not an annual report: RD002
	UnreadTable      ProblemKind = "unread-table"      // a table or row that could not be bound: RD003
	NoTextLayer      ProblemKind = "no-text-layer"     // a scan: RD004
	GluedCells       ProblemKind = "glued-cells"       // 规章0210: RD003
	ExtraRow         ProblemKind = "extra-row"         // a row the form does not have: RD003
	UnknownKey       ProblemKind = "unknown-key"       // TOML: RD003
	WrongType        ProblemKind = "wrong-type"        // TOML: RD003
	StaleFormula     ProblemKind = "stale-formula"     // a stored result that its formula does not give: RD003
	DuplicateSection ProblemKind = "duplicate-section" // ST502
	DuplicateRow     ProblemKind = "duplicate-row"     // one row twice: RD003
	Remark           ProblemKind = "remark"            // worth saying, nothing is lost: RD006
)

// Fatal reports whether the whole report went unread because of it.
func (k ProblemKind) Fatal() bool {
	switch k {
	case Unreadable, NotReport, NoTextLayer:
		return true
	}
	return false
}
