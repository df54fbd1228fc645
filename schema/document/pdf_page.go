package document

import "github.com/gouji/gouji/schema"

// pdfPage is what stands on one page, in points from its top left corner as the
// page is seen, its rotation undone.
type pdfPage struct {
	path          string
	number        int // from 1
	width, height float64
	glyphs        []glyph
	rules         []stroke
	images        int
	picture       float64 // the part of the page that its largest image covers
	texts         int     // runs of words, where an image covers the page
	invisible     int     // those of them that are not painted
	shapes        int     // painted paths, of which outlined letters are many
	unmapped      int     // glyphs whose font does not say which character they are
}

func (p *pdfPage) place() schema.Place { return schema.Place{Path: p.path, Page: p.number} }

// glyph is one character where it stands. Its box has the height of the line,
// so that 一 and 。 overlap their neighbours.
type glyph struct {
	r   rune
	box schema.Box
}

func (g glyph) cx() float64 { return (g.box.X0 + g.box.X1) / 2 }
func (g glyph) cy() float64 { return (g.box.Y0 + g.box.Y1) / 2 }

// stroke is a straight ruling line: upright or level, from a to b at position
// at of the other axis.
type stroke struct {
	upright  bool
	at, a, b float64
}

// thin is the thickness, in points, under which a filled rectangle is a line.
const thin = 3.0

// rectStrokes returns the ruling lines that a painted rectangle draws: one when
// it is thin, its four edges otherwise. A rectangle as large as the page is its
// background.
func rectStrokes(b schema.Box, page *pdfPage) []stroke {
	w, h := b.X1-b.X0, b.Y1-b.Y0
	switch {
	case h <= thin && w <= thin:
		return nil
	case h <= thin:
		return []stroke{{false, (b.Y0 + b.Y1) / 2, b.X0, b.X1}}
	case w <= thin:
		return []stroke{{true, (b.X0 + b.X1) / 2, b.Y0, b.Y1}}
	case w > 0.9*page.width && h > 0.9*page.height:
		return nil
	}
	return []stroke{{false, b.Y0, b.X0, b.X1}, {false, b.Y1, b.X0, b.X1}, {true, b.X0, b.Y0, b.Y1}, {true, b.X1, b.Y0, b.Y1}}
}

// dropOverprint takes out characters printed twice over each other, as some
// programs do for bold type.
func dropOverprint(glyphs []glyph) []glyph {
	out := glyphs[:0]
	const window = 64 // a second print follows within the same line
	for _, g := range glyphs {
		twice := false
		for k := len(out) - 1; k >= 0 && k >= len(out)-window; k-- {
			h := out[k]
			if h.r == g.r && near(h.box.X0, g.box.X0, 0.15*(g.box.X1-g.box.X0)+0.3) && near(h.box.Y0, g.box.Y0, 1) && near(h.box.X1, g.box.X1, 0.15*(g.box.X1-g.box.X0)+0.3) {
				twice = true
				break
			}
		}
		if !twice {
			out = append(out, g)
		}
	}
	return out
}

func near(a, b, tolerance float64) bool { return a-b <= tolerance && b-a <= tolerance }

func union(a, b schema.Box) schema.Box {
	if a == (schema.Box{}) {
		return b
	}
	return schema.Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}
