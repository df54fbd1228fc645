package schema

// Edition is one issue of the national form, as data from editions/*.toml. An
// edition is chosen by the year a report is about, never by its date.
type Edition struct {
	ID           string        // "2019", "2021"
	Circular     string        // the circular that issued it
	From, To     int           // report years; To is 0 while it is in force
	Fingerprints []string      // words that stand on this form and on no other
	Sections     []SectionSpec // the six, in order
	Forms        []*FormSpec   // disclosure, applications, review
}

// SectionSpec is one of the six sections of a report.
type SectionSpec struct {
	Number   int
	Key      string // "overview", "disclosure", "applications", "review", "problems", "other"
	Title    string
	Aliases  []string // titles that mean the same and are no defect
	Loose    []string // short titles that mean it behind its own number only: 三、依申请公开情况
	Words    []string // all of them in a title tell the section, when it is neither
	Subheads []string // sub-headings in their order
	Form     FormKey  // the form that stands in it, or ""
}

// FormKey names one of the three forms.
type FormKey string

// The forms: two, three and four of the report, as the field counts them.
const (
	Disclosure   FormKey = "disclosure"   // 二、主动公开政府信息情况
	Applications FormKey = "applications" // 三、收到和处理政府信息公开申请情况
	Review       FormKey = "review"       // 四、行政复议、行政诉讼情况
)

// FormKeys lists the forms in their order.
func FormKeys() []FormKey { return []FormKey{Disclosure, Applications, Review} }

// FormSpec is one form of an edition.
type FormSpec struct {
	Edition   *Edition
	Key       FormKey
	Number    int // 2, 3, 4: the section it stands in
	Title     string
	Across    bool // its blocks stand side by side over one row (form four)
	Blocks    []*BlockSpec
	Relations []*Relation
	Rows      []*RowSpec // of all blocks, in order
}

// BlockSpec is a part of a form with column heads of its own: 第二十条第（一）项.
type BlockSpec struct {
	Form        *FormSpec
	Label       string
	Group       []string // labels above it: 行政诉讼
	ColumnGroup struct {
		Label   string // 法人或其他组织
		Columns []string
	}
	Columns []ColumnSpec
	Rows    []*RowSpec
}

// Kind says what a column counts.
type Kind string

// The kinds of figures.
const (
	Count  Kind = "count"  // a whole number, 0 or more
	Change Kind = "change" // a whole number with a sign: 本年增/减
	Money  Kind = "money"  // a decimal, 0 or more
)

// ColumnSpec is one column of figures.
type ColumnSpec struct {
	Key     string
	Label   string
	Aliases []string
	Kind    Kind
}

// RowSpec is one row of figures. Its cells have consecutive IDs.
type RowSpec struct {
	Block   *BlockSpec
	Key     string // "applications.outcome.granted"
	Label   string // "（一）予以公开"; empty in form four, whose blocks are rows
	Aliases []string
	Group   []string // labels above it, outermost first
	Leaf    bool     // one of the outcomes that add up to （七）总计
	Cells   []CellID // one for each column of the block
}

// Name returns the words that name the row to a person.
func (r *RowSpec) Name() string {
	switch {
	case r.Label == "":
		return r.Block.Label
	case len(r.Group) > 1:
		return r.Group[len(r.Group)-1] + r.Label
	}
	return r.Label
}

// Relation is one of R1 to R4 of a form: for each column (or row), the cells
// named by Left add up to the cells named by Right.
type Relation struct {
	Form   *FormSpec
	ID     string // "R1"
	Rule   string // the rule that speaks of it: "TB103"
	Each   string // "row" or "column"
	Left   []string
	Right  []string
	ZH, EN string // what it says
	Source string // where it is said
	Sums   []Sum  // one for each row or column, in order
}

// Sum is a relation held to one row or column: the figures of Left and those
// of Right have the same sum.
type Sum struct {
	Relation *Relation
	Row      *RowSpec // when Each is "row"
	Column   string   // when Each is "column"
	Left     []CellID
	Right    []CellID
}

// CellSpec tells what a cell is. The same path in two editions is one cell
// with two specs.
type CellSpec struct {
	ID     CellID
	Path   string // "applications.outcome.granted.total"
	Row    *RowSpec
	Column ColumnSpec
}

// Row returns the row with the key, or nil.
func (f *FormSpec) Row(key string) *RowSpec {
	for _, r := range f.Rows {
		if r.Key == key {
			return r
		}
	}
	return nil
}

// Cell returns what the form says of a cell; ok is false when the form has no
// such cell.
func (f *FormSpec) Cell(id CellID) (CellSpec, bool) {
	for _, r := range f.Rows {
		if len(r.Cells) == 0 || id < r.Cells[0] || id > r.Cells[len(r.Cells)-1] {
			continue
		}
		for i, c := range r.Cells {
			if c == id {
				return CellSpec{ID: id, Path: id.Path(), Row: r, Column: r.Block.Columns[i]}, true
			}
		}
	}
	return CellSpec{}, false
}

// Form returns the edition's form of that key.
func (e *Edition) Form(key FormKey) *FormSpec {
	for _, f := range e.Forms {
		if f.Key == key {
			return f
		}
	}
	return nil
}
