package rules

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// Nearest returns the known word that was probably meant, or "" when none is
// near: at most three slips, and fewer than half of its letters.
func Nearest(word string, known []string) string {
	best, nearest := 4, ""
	for _, name := range known {
		if d := schema.Distance(strings.ToLower(word), strings.ToLower(name), best-1); d < best && d < len(name)/2+1 {
			best, nearest = d, name
		}
	}
	return nearest
}
