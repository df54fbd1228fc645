package document

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji/gouji/schema"
)

// textLine is the characters that stand on one line, from left to right.
type textLine struct {
	glyphs []glyph
	box    schema.Box
}

// lines sorts characters into lines from top to bottom. Characters belong to
// one line when they overlap by half their height.
func lines(glyphs []glyph) []textLine {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b glyph) int { return cmp.Compare(a.cy(), b.cy()) })
	var out []textLine
	for _, g := range sorted {
		if n := len(out); n > 0 && sameLine(out[n-1], g) {
			out[n-1].glyphs = append(out[n-1].glyphs, g)
			out[n-1].box = union(out[n-1].box, g.box)
			continue
		}
		out = append(out, textLine{[]glyph{g}, g.box})
	}
	for i := range out {
		slices.SortStableFunc(out[i].glyphs, func(a, b glyph) int { return cmp.Compare(a.box.X0, b.box.X0) })
	}
	return out
}

func sameLine(l textLine, g glyph) bool {
	last := l.glyphs[len(l.glyphs)-1]
	h := min(g.box.Y1-g.box.Y0, last.box.Y1-last.box.Y0)
	return g.cy()-last.cy() < 0.5*h
}

// Gaps between two characters, as parts of the line's height: a word gap is a
// space; a column gap is wider than any space of running text.
const (
	wordGap   = 0.30
	columnGap = 1.6
)

// words writes the line out. Between Latin letters or digits a gap is a space,
// so that "1 0" is never read as 10; between Chinese characters it is spacing
// and means nothing, until it is as wide as a gap between columns, which is
// written as two spaces.
func (l textLine) words(at schema.Place) schema.Text {
	var b strings.Builder
	parts := make([]schema.Text, 0, 4)
	flush := func(box schema.Box) {
		if b.Len() > 0 {
			at.Box = box
			parts = append(parts, schema.NewText(b.String(), at))
			b.Reset()
		}
	}
	run := schema.Box{}
	for i, g := range l.glyphs {
		if i > 0 {
			prev := l.glyphs[i-1]
			gap, h := g.box.X0-prev.box.X1, g.box.Y1-g.box.Y0
			switch {
			case gap > columnGap*h:
				flush(run)
				run = schema.Box{}
				b.WriteString("  ")
				flush(g.box)
			case gap > wordGap*h && (isASCII(prev.r) || isASCII(g.r)):
				b.WriteByte(' ')
			}
		}
		b.WriteRune(g.r)
		run = union(run, g.box)
	}
	flush(run)
	return schema.JoinText(parts, "")
}

func isASCII(r rune) bool { return r < 0x80 }

// cellText writes out the characters of a cell, its lines joined by line
// breaks.
func cellText(glyphs []glyph, at schema.Place) schema.Text {
	var parts []schema.Text
	for _, l := range lines(glyphs) {
		parts = append(parts, l.words(at))
	}
	return schema.JoinText(parts, "\n")
}
