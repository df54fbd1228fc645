package organ

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// vocabulary is the words and subjects of domains, looked for all at once: one
// pass over a sentence, however many they are.
type vocabulary struct {
	entries []entry
	byFirst map[rune][]int // by first character: indexes into entries
	firsts  [1024]uint64   // a bit for each first character of the basic plane
	skip    map[*domain]bool
}

type entry struct {
	words   string
	domain  *domain
	subject bool // foreign where it is worked on; else wherever it stands
}

// vocabularies is that of the embedded domains.
var vocabularies = sync.OnceValue(func() *vocabulary { return newVocabulary(domains()) })

func newVocabulary(list []domain) *vocabulary {
	v := &vocabulary{byFirst: map[rune][]int{}}
	add := func(d *domain, words []string, subject bool) {
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			if w == "" || r>>6 >= rune(len(v.firsts)) {
				continue
			}
			v.byFirst[r] = append(v.byFirst[r], len(v.entries))
			v.firsts[r>>6] |= 1 << (r & 63)
			v.entries = append(v.entries, entry{w, d, subject})
		}
	}
	for i := range list {
		add(&list[i], list[i].Words, false)
		add(&list[i], list[i].Subjects, true)
	}
	return v
}

// without returns the vocabulary less the domains that an organ owns.
func (v *vocabulary) without(owned func(*domain) bool) *vocabulary {
	out := &vocabulary{entries: v.entries, byFirst: v.byFirst, firsts: v.firsts, skip: map[*domain]bool{}}
	for i := range v.entries {
		d := v.entries[i].domain
		if _, seen := out.skip[d]; !seen {
			out.skip[d] = owned(d)
		}
	}
	return out
}

// each calls f with every entry that stands in s and where, in the order of the
// text, until f returns false.
func (v *vocabulary) each(s string, f func(at int, e *entry) bool) {
	for i, r := range s {
		if r>>6 >= rune(len(v.firsts)) || v.firsts[r>>6]&(1<<(r&63)) == 0 {
			continue
		}
		for _, k := range v.byFirst[r] {
			if e := &v.entries[k]; strings.HasPrefix(s[i:], e.words) && !v.skip[e.domain] && !f(i, e) {
				return
			}
		}
	}
}
