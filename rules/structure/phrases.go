package structure

import (
	"strings"
	"unicode/utf8"
)

// phrases are words to be looked for all at once: one pass over the text, however
// many they are.
type phrases struct {
	byFirst map[rune][]string // in the order of the list
	firsts  [1024]uint64      // a bit for each first character of the basic plane
}

func newPhrases(list []string) *phrases {
	p := &phrases{byFirst: map[rune][]string{}}
	for _, words := range list {
		r, _ := utf8.DecodeRuneInString(words)
		p.byFirst[r] = append(p.byFirst[r], words)
		p.firsts[r>>6] |= 1 << (r & 63)
	}
	return p
}

// first returns where the first of the words stand in s, of several at one place
// those that come first in the list; length is 0 when none stand there.
func (p *phrases) first(s string) (at, length int) {
	for i, r := range s {
		if r>>6 >= rune(len(p.firsts)) || p.firsts[r>>6]&(1<<(r&63)) == 0 {
			continue
		}
		for _, words := range p.byFirst[r] {
			if strings.HasPrefix(s[i:], words) {
				return i, len(words)
			}
		}
	}
	return len(s), 0
}
