package document

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/gouji/gouji/schema"
)

// lineIndex finds the line and column of a byte.
type lineIndex struct {
	path   string
	source []byte
	starts []int // of the lines
	at     int   // the byte that was asked for last
	column int   // and its column
}

func newLineIndex(path string, source []byte) *lineIndex {
	x := &lineIndex{path: path, source: source, starts: []int{0}}
	for i, n := 0, len(source); i < n; i++ {
		switch {
		case source[i] == '\n', source[i] == '\r' && (i+1 == n || source[i+1] != '\n'):
			x.starts = append(x.starts, i+1)
		case source[i] == 0xE2 && (bytes.HasPrefix(source[i:], []byte("\u2028")) || bytes.HasPrefix(source[i:], []byte("\u2029"))):
			x.starts = append(x.starts, i+3)
		}
	}
	return x
}

// place returns where byte i stands. It goes on from the byte asked for before
// when that is in the same line, so that a long line is walked over once.
func (x *lineIndex) place(i int) schema.Place {
	n := sort.SearchInts(x.starts, i+1) // the line, from 1
	from, column := x.starts[n-1], 1
	if x.at >= from && x.at <= i && x.column > 0 {
		from, column = x.at, x.column
	}
	column += utf8.RuneCount(x.source[from:i])
	x.at, x.column = i, column
	return schema.Place{Path: x.path, Line: n, Column: column}
}

// inlineLines returns the words of a block without their markup, line by line.
func (r *markdownReader) inlineLines(n ast.Node) []schema.Text {
	w := &inlineWords{r: r, lines: []*schema.TextBuilder{{}}}
	w.children(n, 0)
	out := make([]schema.Text, len(w.lines))
	for i, b := range w.lines {
		out[i] = b.Text()
	}
	return out
}

// inlineWords gathers the words of a block.
type inlineWords struct {
	r     *markdownReader
	lines []*schema.TextBuilder
}

func (w *inlineWords) children(n ast.Node, depth int) {
	if depth > maxQuotes {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.add(c.Segment.Start, c.Segment.Stop, !c.IsRaw())
			if c.SoftLineBreak() || c.HardLineBreak() {
				w.newLine()
			}
		case *ast.RawHTML:
			if tag := w.r.source[c.Segments.At(0).Start:c.Segments.At(c.Segments.Len()-1).Stop]; isBreakTag(tag) {
				w.newLine()
			}
		case *ast.AutoLink:
			begin := c.Pos() + 1 // behind the bracket
			w.add(begin, begin+len(c.Label(w.r.source)), false)
		default: // emphasis, links, code, the words beside a picture
			w.children(c, depth+1)
		}
	}
}

func (w *inlineWords) newLine() { w.lines = append(w.lines, &schema.TextBuilder{}) }

func isBreakTag(tag []byte) bool {
	return len(tag) >= 4 && bytes.EqualFold(tag[:3], []byte("<br")) && bytes.ContainsAny(tag[3:4], " />")
}

// add adds a part of the source. Backslashes in front of punctuation are
// markup, and so are the names of characters.
func (w *inlineWords) add(start, stop int, markup bool) {
	b := w.lines[len(w.lines)-1]
	from := start
	flush := func(to int) {
		if to > from {
			b.Add(string(w.r.source[from:to]), w.r.lines.place(from))
		}
	}
	for i := start; i < stop; i++ {
		switch c := w.r.source[i]; {
		case c == '\\' && markup && i+1 < stop && isPunct(w.r.source[i+1]):
			flush(i)
			from = i + 1
			i++
		case c == '&' && markup:
			if words, size := entity(w.r.source[i:stop]); size > 1 {
				flush(i)
				b.Add(visible(words), w.r.lines.place(i))
				i += size - 1
				from = i + 1
			}
		case c == 0xE2 || c == 0xEF || c == 0xC2 || c < ' ':
			if c, size := utf8.DecodeRune(w.r.source[i:stop]); unseen(c) {
				flush(i)
				i += size - 1
				from = i + 1
			}
		}
	}
	flush(stop)
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
