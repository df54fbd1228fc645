package output

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// mark is a place of a report that a finding speaks of.
type mark struct {
	finding int // index into the result's findings
	class   string
	rank    int         // the graver goes first
	words   rules.Words // what it says; the finding's own message when empty
	place   schema.Place
	excerpt rules.Excerpt
}

// marks are all that a report's findings mark.
type marks struct {
	list  []mark
	cells map[schema.CellID][]mark
	shown map[int]bool // findings whose own place was drawn
}

// marksOf collects the marks of a result: the findings' own places and cells,
// the places they are held against, and the cells that proposals would change.
func marksOf(res rules.Result) marks {
	m := marks{cells: map[schema.CellID][]mark{}, shown: map[int]bool{}}
	for i := range res.Findings {
		f := &res.Findings[i]
		own := mark{finding: i, class: f.Severity.String(), rank: int(f.Severity) + 1, place: f.Place, excerpt: f.Excerpt}
		if f.Suppressed != nil {
			own.class, own.rank = "put", 1
		}
		m.list = append(m.list, own)
		m.cell(f.Cells, own)
		for _, c := range f.Proposals {
			if !slices.Contains(f.Cells, c.Cell) {
				m.cell([]string{c.Cell}, mark{finding: i, class: "rel"})
			}
		}
		for _, r := range f.Related {
			m.list = append(m.list, mark{finding: i, class: "rel", words: r.Message, place: r.Place, excerpt: r.Excerpt})
		}
	}
	return m
}

func (m *marks) cell(paths []string, k mark) {
	for _, path := range paths {
		if id, ok := schema.LookupCell(path); ok {
			m.cells[id] = append(m.cells[id], k)
		}
	}
}

// of returns the marks of a cell, the gravest first: those that name it, and
// those whose place is its own.
func (m *marks) of(id schema.CellID, c schema.Cell) []mark {
	list := slices.Clone(m.cells[id])
	for _, k := range m.list {
		if k.place == c.Place && !c.Place.IsZero() && !slices.ContainsFunc(list, func(o mark) bool { return o.finding == k.finding }) {
			list = append(list, k)
		}
	}
	return graver(list)
}

// at returns the marks whose place is exactly this one.
func (m *marks) at(p schema.Place) []mark {
	var list []mark
	for _, k := range m.list {
		if !p.IsZero() && k.place == p {
			list = append(list, k)
		}
	}
	return graver(list)
}

func graver(list []mark) []mark {
	slices.SortStableFunc(list, func(a, b mark) int { return cmp.Compare(b.rank, a.rank) })
	return list
}

// span is a run of words with the same marks.
type span struct {
	from, to int // bytes
	marks    []mark
}

// in cuts the text where a mark begins or ends.
func (m *marks) in(t schema.Text) []span {
	type hit struct {
		i, j int
		mark
	}
	var hits []hit
	cuts := []int{0, len(t.Value)}
	for _, k := range m.list {
		if i, j, ok := t.Find(k.place); ok {
			i, j = narrow(t.Value, i, j, k)
			hits = append(hits, hit{i, j, k})
			cuts = append(cuts, i, j)
		}
	}
	slices.Sort(cuts)
	var out []span
	for n, to := range cuts {
		if n == 0 || to == cuts[n-1] {
			continue
		}
		s := span{from: cuts[n-1], to: to}
		for _, h := range hits {
			if h.i <= s.from && h.j >= s.to {
				s.marks = append(s.marks, h.mark)
			}
		}
		graver(s.marks)
		out = append(out, s)
	}
	return out
}

// narrow finds the marked words of an excerpt within a place that has no
// columns: a PDF names the line.
func narrow(value string, i, j int, k mark) (from, to int) {
	if k.place.Column > 0 || k.excerpt.Start >= k.excerpt.End {
		return i, j
	}
	runes := []rune(k.excerpt.Line)
	words := string(runes[min(max(k.excerpt.Start, 0), len(runes)):min(k.excerpt.End, len(runes))])
	if at := strings.Index(value[i:j], words); words != "" && at >= 0 {
		return i + at, i + at + len(words)
	}
	return i, j
}
