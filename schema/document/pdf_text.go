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

// lineSteps are the distances, in heights of a line, within which characters
// come to be of one line: the nearest first, so that what stands half a line
// lower in another column is not taken for the rest of this one.
var lineSteps = []float64{0.05, 0.12, 0.25, 0.5}

// lines sorts characters into lines from top to bottom.
func lines(glyphs []glyph) []textLine {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b glyph) int { return cmp.Compare(a.cy(), b.cy()) })
	groups := make([]lineGroup, len(sorted))
	for i, g := range sorted {
		groups[i] = lineGroup{i, i + 1, g.cy(), g.box.Y1 - g.box.Y0}
	}
	for _, step := range lineSteps {
		merged := groups[:0]
		for _, g := range groups {
			if n := len(merged); n > 0 && g.mid-merged[n-1].mid < step*min(g.high, merged[n-1].high) {
				merged[n-1] = merged[n-1].with(g)
				continue
			}
			merged = append(merged, g)
		}
		groups = merged
	}
	out := make([]textLine, len(groups))
	for i, group := range groups {
		l := &out[i]
		l.glyphs = sorted[group.from:group.to]
		for _, g := range l.glyphs {
			l.box = union(l.box, g.box)
		}
		slices.SortStableFunc(l.glyphs, func(a, b glyph) int { return cmp.Compare(a.box.X0, b.box.X0) })
	}
	return out
}

// lineGroup is characters that are of one line, of those sorted by height: their
// mean middle, and their mean height.
type lineGroup struct {
	from, to  int
	mid, high float64
}

func (g lineGroup) with(h lineGroup) lineGroup {
	m, n := float64(g.to-g.from), float64(h.to-h.from)
	return lineGroup{g.from, h.to, (g.mid*m + h.mid*n) / (m + n), (g.high*m + h.high*n) / (m + n)}
}

// Gaps between two characters, as parts of the line's height: a word gap is a
// space; a column gap is wider than any space of running text. From a gap of
// partGap on the words have boxes of their own.
const (
	wordGap   = 0.30
	partGap   = 0.55
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
			if gap > partGap*h {
				flush(run)
				run = schema.Box{}
			}
			switch {
			case gap > columnGap*h:
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
