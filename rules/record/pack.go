package record

import (
	"encoding/base64"
	"encoding/binary"
	"errors"

	"github.com/gouji/gouji/schema"
)

// packed are whole numbers written as base64 of varints: a tenth of the time that
// the same takes as an array of JSON.
type packed []int64

func (p packed) MarshalText() ([]byte, error) {
	raw := make([]byte, 0, 2*len(p))
	for _, v := range p {
		raw = binary.AppendVarint(raw, v)
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

var errPacked = errors.New("these are no packed numbers")

func (p *packed) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.AppendDecode(nil, text)
	if err != nil {
		return err
	}
	*p = make(packed, 0, len(raw))
	for len(raw) > 0 {
		v, n := binary.Varint(raw)
		if n <= 0 {
			return errPacked
		}
		*p, raw = append(*p, v), raw[n:]
	}
	return nil
}

// places are places in one file: those in lines of text as numbers, others whole.
type places struct {
	Lines packed         `json:"lines,omitzero"` // five for each place; a line below 0 stands for the next of the whole ones
	Whole []schema.Place `json:"whole,omitzero"`
}

func (p *places) add(at schema.Place, path string) {
	plain := schema.Place{Path: path, Line: at.Line, Column: at.Column, EndLine: at.EndLine, EndColumn: at.EndColumn, Section: at.Section}
	if at != plain {
		p.Lines = append(p.Lines, -1, 0, 0, 0, 0)
		p.Whole = append(p.Whole, at)
		return
	}
	p.Lines = append(p.Lines, int64(at.Line), int64(at.Column), int64(at.EndLine), int64(at.EndColumn), int64(at.Section))
}

// take returns the next place and leaves the rest.
func (p *places) take(path string) (at schema.Place) {
	if len(p.Lines) < 5 {
		return at
	}
	l := p.Lines[:5]
	p.Lines = p.Lines[5:]
	if l[0] >= 0 {
		return schema.Place{Path: path, Line: int(l[0]), Column: int(l[1]), EndLine: int(l[2]), EndColumn: int(l[3]), Section: int(l[4])}
	}
	if len(p.Whole) > 0 {
		at, p.Whole = p.Whole[0], p.Whole[1:]
	}
	return at
}
