package document

import (
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// spot is a point of a text: line and column from 1, columns in code points.
type spot struct{ line, column int }

func (s spot) place(path string) schema.Place {
	return schema.Place{Path: path, Line: s.line, Column: s.column}
}

// cursor walks over a text once and knows where it is. Lines end as in
// [splitLines]: at LF, CR, CRLF and the Unicode line breaks.
type cursor struct {
	spot
	afterCR bool // a LF that comes next ends the same line
}

func newCursor() cursor { return cursor{spot: spot{1, 1}} }

// pass moves over the bytes.
func (c *cursor) pass(s []byte) {
	for i := 0; i < len(s); {
		b := s[i]
		size := 1
		switch {
		case b == '\n' && c.afterCR:
			c.afterCR = false
			i++
			continue
		case b == '\n' || b == '\r':
			c.line, c.column = c.line+1, 0
		case b >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRune(s[i:]); r == '\u2028' || r == '\u2029' {
				c.line, c.column = c.line+1, 0
			}
		}
		c.column++
		c.afterCR = b == '\r'
		i += size
	}
}
