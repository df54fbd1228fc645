package schema

import "math/bits"

// Distance returns how many slips lie between two words: Levenshtein's distance
// over code points, given up beyond limit; then it returns limit+1.
func Distance(a, b string, limit int) int {
	var bufferX, bufferY [64]rune
	x, y := SpellInto(bufferX[:0], a), SpellInto(bufferY[:0], b)
	return x.Distance(&y, limit)
}

// Spelling is a word taken apart, to be held to many others.
type Spelling struct {
	runes []rune
	set   uint64
}

// Spell takes a word apart.
func Spell(word string) Spelling { return SpellInto(nil, word) }

// SpellInto takes a word apart into a buffer, which must not be used again before
// the spelling is done with.
func SpellInto(buffer []rune, word string) Spelling {
	s := Spelling{runes: buffer}
	for _, r := range word {
		s.runes = append(s.runes, r)
		s.set |= 1 << (uint32(r) % 64) // one of 64 classes of characters
	}
	return s
}

// Len returns the number of code points.
func (s *Spelling) Len() int { return len(s.runes) }

// Distance is [Distance] of words taken apart.
func (s *Spelling) Distance(t *Spelling, limit int) int {
	x, y := s.runes, t.runes
	switch {
	case len(x)-len(y) > limit, len(y)-len(x) > limit:
		return limit + 1
	case bits.OnesCount64(s.set&^t.set) > limit, bits.OnesCount64(t.set&^s.set) > limit:
		return limit + 1 // a slip accounts for one character that the other word lacks
	}
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x) == 0 || len(y) == 0 {
		return len(x) + len(y)
	}
	return slips(x, y, limit)
}

// slips fills the table of distances row by row; one row is kept.
func slips(x, y []rune, limit int) int {
	var buffer [65]int
	row := buffer[:0]
	for j := range len(y) + 1 {
		row = append(row, j)
	}
	for i := range x {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
			least = min(least, row[j+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return min(row[len(y)], limit+1)
}
