package schema

import (
	"math"
	"unicode/utf8"
)

// Find returns the bytes of the text that stand within the place, from the
// first up to past the last of them; ok is false when none does. It is the way
// back from [Text.Place].
func (t Text) Find(p Place) (i, j int, ok bool) {
	for k := range t.marks {
		first, past := t.run(k)
		from, to, hit := within(t.Value[first:past], t.start(first), p)
		if !hit {
			continue
		}
		if !ok {
			i = first + from
		}
		j, ok = first+to, true
	}
	return i, j, ok
}

// within returns which bytes of the words that begin at start and run along
// one line stand in the place.
func within(words string, start, p Place) (from, to int, ok bool) {
	switch {
	case words == "" || start.Path != "" && p.Path != "" && start.Path != p.Path:
		return 0, 0, false
	case start.Line == 0:
		return 0, len(words), start.Ref != "" && start.Ref == p.Ref || start.Page > 0 && start.Page == p.Page && overlap(start.Box, p.Box)
	case start.Table != p.Table || start.Row != p.Row || start.Cell != p.Cell:
		return 0, 0, false
	}
	last := max(p.EndLine, p.Line)
	if start.Line < p.Line || start.Line > last {
		return 0, 0, false
	}
	first, past := 0, math.MaxInt
	if start.Line == p.Line && p.Column > 0 {
		first = p.Column
	}
	if start.Line == last && p.EndColumn > 0 {
		past = p.EndColumn
	}
	column := max(start.Column, 1)
	from, to = -1, 0
	for at, r := range words {
		if column >= first && column < past {
			if from < 0 {
				from = at
			}
			to = at + utf8.RuneLen(r)
			if r == utf8.RuneError {
				_, size := utf8.DecodeRuneInString(words[at:])
				to = at + size
			}
		}
		column++
	}
	return max(from, 0), to, from >= 0
}

// overlap reports whether the middle of one box lies in the other.
func overlap(a, b Box) bool {
	in := func(a, b Box) bool {
		x, y := (a.X0+a.X1)/2, (a.Y0+a.Y1)/2
		return x >= b.X0 && x <= b.X1 && y >= b.Y0 && y <= b.Y1
	}
	return a != (Box{}) && b != (Box{}) && (in(a, b) || in(b, a))
}
