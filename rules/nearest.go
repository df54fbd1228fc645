package rules

import "strings"

// Nearest returns the known word that was probably meant, or "" when none is
// near: at most three slips, and fewer than half of its letters.
func Nearest(word string, known []string) string {
	best, nearest := 4, ""
	for _, name := range known {
		if d := editDistance(strings.ToLower(word), strings.ToLower(name)); d < best && d < len(name)/2+1 {
			best, nearest = d, name
		}
	}
	return nearest
}

// editDistance is Levenshtein's, over bytes: codes, names and flags are ASCII.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
