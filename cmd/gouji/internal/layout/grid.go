package layout

import (
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
)

// between stands between two columns. It is ASCII because box-drawing
// characters are two columns wide on some terminals.
const between = " | "

// widestCell is how many columns a head or a value may take.
const widestCell = 28

// grid draws the row of a form: its label, the heads over the values, marked
// values underlined. A row with more or fewer values than heads is drawn with
// its values one after the other, since nobody can say which stands under
// which head.
func grid(e rules.Excerpt, width int) []Line {
	var out []Line
	if label := Clean(e.Line); strings.TrimSpace(label) != "" {
		out = append(out, Line{{Cut(label, width), false}})
	}
	heads, cells := cleanAll(e.Header), cleanAll(e.Cells)
	aligned := len(heads) == len(cells)
	if !aligned && len(heads) > 0 {
		out = append(out, Line{{Cut(strings.Join(heads, between), width), false}})
	}
	for _, part := range parts(heads, cells, e.Marked, aligned, width) {
		out = append(out, part.lines(heads, cells, e.Marked, aligned)...)
	}
	return out
}

// part is a run of columns that fits in the width.
type part struct {
	from, to int
	widths   []int
	cutLeft  bool
	cutRight bool
}

// parts parts the columns into runs that fit, and keeps those with a marked
// cell, or the first when none is marked.
func parts(heads, cells []string, marked []int, aligned bool, width int) []part {
	var all []part
	p, used := part{}, 0
	for i, cell := range cells {
		w := Width(cell)
		if aligned {
			w = max(w, Width(heads[i]))
		}
		w = max(w, 1)
		if len(p.widths) > 0 && used+len(between)+w > width-4 {
			p.to, p.cutRight = i, true
			all = append(all, p)
			p, used = part{from: i, cutLeft: true}, 0
		}
		p.widths = append(p.widths, w)
		used += len(between) + w
	}
	p.to = len(cells)
	all = append(all, p)
	keep := slices.DeleteFunc(slices.Clone(all), func(p part) bool {
		return !slices.ContainsFunc(marked, func(i int) bool { return i >= p.from && i < p.to })
	})
	if len(keep) == 0 {
		return all[:1]
	}
	return keep[:min(len(keep), 3)]
}

func (p part) lines(heads, cells []string, marked []int, aligned bool) []Line {
	var head, values, under Line
	add := func(h, v, u Segment) {
		head, values, under = append(head, h), append(values, v), append(under, u)
	}
	plain := func(s string) Segment { return Segment{s, false} }
	if p.cutLeft {
		add(plain("… "), plain("… "), plain("  "))
	}
	for i := p.from; i < p.to; i++ {
		w := p.widths[i-p.from]
		if i > p.from {
			add(plain(between), plain(between), plain("   "))
		}
		h, u := "", plain(strings.Repeat(" ", w))
		if aligned {
			h = heads[i]
		}
		is := slices.Contains(marked, i)
		if is {
			u = Segment{strings.Repeat("~", w), true}
		}
		add(plain(Pad(h, w, aligned)), Segment{Pad(cells[i], w, aligned), is}, u)
	}
	if p.cutRight {
		add(plain(" …"), plain(" …"), plain(""))
	}
	var out []Line
	if aligned {
		out = append(out, head)
	}
	out = append(out, values)
	if slices.ContainsFunc(under, func(s Segment) bool { return s.Marked }) {
		out = append(out, under)
	}
	return out
}

func cleanAll(in []string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = Cut(Clean(s), widestCell)
	}
	return out
}
