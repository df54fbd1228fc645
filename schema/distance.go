package schema

import "math/bits"

// Distance returns how many slips lie between two words: Levenshtein's distance
// over code points, given up beyond limit; then it returns limit+1.
func Distance(a, b string, limit int) int {
	var bufferX, bufferY [64]rune
	x, y := appendRunes(bufferX[:0], a), appendRunes(bufferY[:0], b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	switch {
	case len(x)-len(y) > limit, len(y)-len(x) > limit:
		return limit + 1
	case len(x) == 0, len(y) == 0:
		return len(x) + len(y)
	}
	if ofX, ofY := classes(x), classes(y); bits.OnesCount64(ofX&^ofY) > limit || bits.OnesCount64(ofY&^ofX) > limit {
		return limit + 1 // a slip accounts for one character that the other word lacks
	}
	return slips(x, y, limit)
}

// classes is the set of the characters of a word, or rather of 64 classes of
// them.
func classes(word []rune) (set uint64) {
	for _, r := range word {
		set |= 1 << (uint32(r) % 64)
	}
	return set
}

func appendRunes(to []rune, s string) []rune {
	for _, r := range s {
		to = append(to, r)
	}
	return to
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
