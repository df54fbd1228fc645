package made

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestEachFactIsToldInTwentyPhrasings counts the ways in which a sentence that
// tells a fact of the forms, or of the numbers among themselves, can come out.
func TestEachFactIsToldInTwentyPhrasings(t *testing.T) {
	t.Parallel()
	facts := map[string][]string{
		"disclosure": {"total", "closed", "open", "nested", "rounded", "shares", "grown", "normative", "normative_none", "normative_2019", "licensing", "penalties", "fees"},
		"applications": {
			"none", "none_either", "none_carried", "received", "all_answered", "handled", "chain", "inclusive", "outcome", "applicants", "applicants_new", "all_natural", "carried_none", "carried",
		},
		"review": {"none", "review", "review_count", "review_none", "litigation", "litigation_results", "litigation_none"},
		"other":  {"fee_none"},
	}
	choice := regexp.MustCompile("<[^<>]*>")
	for room, names := range facts {
		for _, name := range names {
			ways := 0
			for _, template := range phrases()[room][name] {
				n := 1
				for _, c := range choice.FindAllString(template, -1) {
					n *= 1 + strings.Count(c, "|")
				}
				ways += n
			}
			assert.GreaterOrEqual(t, ways, 20, "%s.%s", room, name)
		}
	}
}
