package schema

// State tells the five things a cell can be apart. They are never merged: a
// blank is a figure that is missing, a slash one that was struck out, an absent
// cell one that the document does not have or that could not be read.
type State uint8

// The states of a cell.
const (
	Absent State = iota
	Blank
	Slash
	Numeric
	Words
)

// String returns the state's name in JSON.
func (s State) String() string {
	return [...]string{"absent", "blank", "slash", "number", "text"}[s]
}

// Cell is one cell of a form as it was read.
type Cell struct {
	State State
	Raw   string // as printed, without white space at its ends
	Value Number // when State is Numeric
	Unit  string // what stood behind the figure: "万元", "件"; usually empty
	Place Place
}

// IsNumber reports whether the cell holds a figure.
func (c Cell) IsNumber() bool { return c.State == Numeric }

// Int returns the cell's figure when it is a whole number.
func (c Cell) Int() (int64, bool) {
	if c.State != Numeric {
		return 0, false
	}
	return c.Value.Int64()
}
