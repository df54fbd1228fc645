package schema

import "fmt"

// Report is one annual report: what its words and its tables say, each with the
// place where it stands. A reader fills it, nobody corrects it.
type Report struct {
	Path   string // the file it came from
	Format string // "text", "markdown", "toml", "docx", …

	Title     Text
	Organ     Text // the organ that reports, as printed
	Year      int  // the year it is about; 0 when nothing says so
	YearPlace Place
	Edition   *Edition // the one most of its forms are; by Year when it has none; nil before 2019
	Period    Period   // 统计期限
	Signed    Date     // the date under the signature
	Signature Text     // the organ under the text

	Preface  []Text // paragraphs before section 一
	Sections []*Section
	Forms    map[FormKey]*Form // a form that the report does not have is not in the map
	Cells    []Cell            // by CellID; see Cell
	Problems []Problem         // what could not be read, or was read with a doubt
	Ignores  []Ignore          // comments that ask for findings to be put aside
}

// NewReport returns a report in which every cell is absent.
func NewReport(path, format string) *Report {
	return &Report{Path: path, Format: format, Forms: map[FormKey]*Form{}, Cells: make([]Cell, CellCount())}
}

// WorkYear returns the year whose work the report tells: that of its title,
// unless all else in it, the period and the date, speaks of another one, so that
// the title is what is wrong (YR407).
func (r *Report) WorkYear() int {
	from, to := r.Period.From.Year, r.Period.To.Year
	if from != 0 && from == to && from != r.Year && r.Signed.Year == from+1 {
		return from
	}
	return r.Year
}

// Cell returns the cell; an absent one for NoCell.
func (r *Report) Cell(id CellID) Cell {
	if id < 0 || int(id) >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[id]
}

// Section returns the report's section of that kind (see [SectionSpec].Key), or
// nil.
func (r *Report) Section(key string) *Section {
	for _, s := range r.Sections {
		if s.Key == key {
			return s
		}
	}
	return nil
}

// Section is one section of a report as printed.
type Section struct {
	Key     string // which of the six it is by what its heading says; "" for none of them
	Number  int    // as printed: 一 is 1; 0 when it has none
	Heading Text   // the whole heading as printed: 一、总体情况
	Title   Text   // the heading without its number
	Body    []Text // paragraphs, wrapped lines joined; tables left out
}

// Form is one of the three forms as found in a report.
type Form struct {
	Spec   *FormSpec // the edition's form it was bound to
	Place  Place     // where it begins
	Rows   []Row     // the rows that were found, in the report's order
	Labels []Label   // the column heads and block heads as printed, where they were read whole
	Format string    // how it stood in the file: "grid", "lines", "toml"; for messages
}

// Row returns the row as found, or nil.
func (f *Form) Row(spec *RowSpec) *Row {
	for i := range f.Rows {
		if f.Rows[i].Spec == spec {
			return &f.Rows[i]
		}
	}
	return nil
}

// Row is one row of a form as found.
type Row struct {
	Spec  *RowSpec
	Label Label
	// Ragged rows have more or fewer values than the form has columns, so that
	// nobody can say which value belongs to which column. Their values stand in
	// Values in the order of the report, and their cells are absent.
	Ragged bool
	Values []Cell
}

// Label is a label of the form and how the report prints it.
type Label struct {
	Printed  Text   // empty when the label was not read whole
	Official string // as on the form
	Aliases  []string
	// Whole says that Printed is surely all of the label: it did not run into
	// its neighbours and nothing of it was lost by a reader.
	Whole bool
}

// Date is a day as printed. A day that does not exist (2月30日) is kept.
type Date struct {
	Year, Month, Day int
	Place            Place
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 && d.Month == 0 && d.Day == 0 }

// String prints the date as 2021-01-19.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Valid reports whether the calendar has the day.
func (d Date) Valid() bool {
	return d.Year > 0 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// Period is the span of time the report's figures are said to cover.
type Period struct {
	From, To Date
	Text     Text // as printed, without the words before and behind
}

// IsZero reports whether the report names no period.
func (p Period) IsZero() bool { return p.From.IsZero() && p.To.IsZero() }
