package lsp

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// The encodings of positions that a client may choose; utf-16 is what all
// understand.
const (
	utf8Units  = "utf-8"
	utf16Units = "utf-16"
	utf32Units = "utf-32"
)

// lines knows where the lines of a text begin, both as the protocol counts
// them (LF, CR, CRLF) and as the reader of the text does.
type lines struct {
	text     string
	encoding string
	starts   []int // by the protocol
	reader   []int // by the reader; the same slice where they agree
	bom      bool  // the text begins with a mark that readers leave out
}

func newLines(text, encoding, format string) *lines {
	l := &lines{text: text, encoding: encoding, bom: strings.HasPrefix(text, "\uFEFF")}
	l.starts = breaks(text, false)
	l.reader = l.starts
	// The readers of texts and pages also end a line at the two breaks of Unicode.
	if format != "toml" && strings.ContainsAny(text, "\u2028\u2029") {
		l.reader = breaks(text, true)
	}
	return l
}

func breaks(text string, unicode bool) []int {
	starts := []int{0}
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\n', c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			starts = append(starts, i+1)
		case unicode && c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			starts = append(starts, i+3)
		}
	}
	return starts
}

// lineEnd returns the byte where the words of the line that begins at start end.
func lineEnd(text string, starts []int, n int) int {
	if n+1 >= len(starts) {
		return len(text)
	}
	words := strings.TrimSuffix(strings.TrimSuffix(text[starts[n]:starts[n+1]], "\n"), "\r")
	return starts[n] + len(strings.TrimSuffix(strings.TrimSuffix(words, "\u2028"), "\u2029"))
}

// width returns how many units of the encoding the words have.
func (l *lines) width(words string) int {
	switch l.encoding {
	case utf8Units:
		return len(words)
	case utf32Units:
		return utf8.RuneCountInString(words)
	}
	n := 0
	for _, r := range words {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// position returns the position of a byte of the text.
func (l *lines) position(at int) position {
	at = min(max(at, 0), len(l.text))
	n := sort.SearchInts(l.starts, at+1) - 1
	return position{Line: n, Character: l.width(l.text[l.starts[n]:at])}
}

// offset returns the byte at a position. One that lies behind the end of its
// line is the end of it, one behind the last line the end of the text; within a
// character, its beginning.
func (l *lines) offset(p position) int {
	switch {
	case p.Line < 0:
		return 0
	case p.Line >= len(l.starts):
		return len(l.text)
	}
	start, end := l.starts[p.Line], lineEnd(l.text, l.starts, p.Line)
	units := 0
	for i, r := range l.text[start:end] {
		_, size := utf8.DecodeRuneInString(l.text[start+i:])
		if units += l.unit(r, size); units > p.Character {
			return start + i
		}
	}
	return end
}

func (l *lines) unit(r rune, size int) int {
	switch {
	case l.encoding == utf8Units:
		return size
	case l.encoding != utf32Units && r > 0xFFFF:
		return 2
	}
	return 1
}

// span returns the bytes of a place. A place without a line is the first line,
// one without a column the whole of its line.
func (l *lines) span(p schema.Place) (from, to int) {
	if p.Line <= 0 {
		return 0, lineEnd(l.text, l.starts, 0)
	}
	from = l.point(p.Line, max(p.Column, 1))
	switch {
	case p.Column > 0 && p.EndColumn > 0:
		to = l.point(max(p.EndLine, p.Line), p.EndColumn)
	default:
		to = lineEnd(l.text, l.reader, l.clamp(max(p.EndLine, p.Line)))
	}
	return from, max(from, to)
}

func (l *lines) clamp(line int) int { return min(max(line-1, 0), len(l.reader)-1) }

// point returns the byte at a line and a column of the reader, from 1.
func (l *lines) point(line, column int) int {
	n := l.clamp(line)
	at, end := l.reader[n], lineEnd(l.text, l.reader, n)
	if n == 0 && l.bom {
		at += len("\uFEFF")
	}
	for ; column > 1 && at < end; column-- {
		_, size := utf8.DecodeRuneInString(l.text[at:])
		at += size
	}
	return at
}

// rangeOf returns the range of the bytes.
func (l *lines) rangeOf(from, to int) textRange {
	return textRange{l.position(from), l.position(to)}
}

// place returns the range of a place.
func (l *lines) place(p schema.Place) textRange { return l.rangeOf(l.span(p)) }

// apply returns the text after a change.
func (l *lines) apply(c change) string {
	if c.Range == nil {
		return c.Text
	}
	from, to := l.offset(c.Range.Start), l.offset(c.Range.End)
	if to < from {
		from, to = to, from
	}
	return l.text[:from] + c.Text + l.text[to:]
}
