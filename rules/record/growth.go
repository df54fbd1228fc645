package record

import (
	"encoding/base64"
	"encoding/binary"

	"github.com/gouji/gouji/schema"
)

// Range is what a number of the prose may mean: 12 is 12 to 12, 400余 400 to 600.
type Range struct{ Lo, Hi int64 }

// Exactly is the range of one number.
func Exactly(n int64) Range { return Range{n, n} }

// Meets reports whether two numbers may mean the same.
func (r Range) Meets(s Range) bool { return r.Lo <= s.Hi && s.Lo <= r.Hi }

// Words are words of the prose with where they stand and what stands around them.
type Words struct {
	Said       string // "增长18.7%"
	Place      schema.Place
	Line       string // the sentence, cut to what can be shown
	Start, End int    // the code points of Line that are meant
}

// Published is a number that the prose tells of all items published in the year.
type Published struct {
	Range
	Unit string // "条"
	Words
}

// Growth is a change since last year that the prose tells.
type Growth struct {
	// Readings are the sums of cells that the changed number may stand on; none for
	// items published, of which Published of last year's record tells.
	Readings [][]schema.CellID
	Name     [2]string // what grew, in Chinese and English
	Now      Range
	NowSaid  string // "15件"
	Unit     string
	// Base is last year's number as this report tells it; Told says that it does.
	Base   Range
	Told   bool
	Change schema.Number // of a percentage: 18.7
	By     Range         // of a difference
	Down   bool
	Absolute,
	Hedged bool // 约, 近
	Sure bool // no scope or way of counting could excuse it
	Words
}

// Marks are hashes of stretches of text, in order; see rules/alike.
type Marks []uint64

// MarshalText writes the marks in base64, eight bytes each.
func (m Marks) MarshalText() ([]byte, error) {
	raw := make([]byte, 0, 8*len(m))
	for _, v := range m {
		raw = binary.BigEndian.AppendUint64(raw, v)
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText reads what MarshalText wrote.
func (m *Marks) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.AppendDecode(nil, text)
	*m = make(Marks, len(raw)/8)
	for i := range *m {
		(*m)[i] = binary.BigEndian.Uint64(raw[8*i:])
	}
	return err
}

// Paragraph is a paragraph of the prose, kept for comparison with other reports.
type Paragraph struct {
	Section string // key; "" for the preface
	Place   schema.Place
	Text    string
}
