package schema

import (
	"strings"
	"unicode"
)

// Bare strips words of all that labels and headings may lawfully vary in: white
// space, brackets, quotation marks, punctuation, width. 其它 becomes 其他.
func Bare(s string) string {
	if i := strings.IndexFunc(s, notBare); i >= 0 {
		var b strings.Builder
		b.Grow(len(s))
		b.WriteString(s[:i])
		for _, r := range s[i:] {
			if r = Narrow(r); !notBare(r) {
				b.WriteRune(r)
			}
		}
		s = b.String()
	}
	return strings.ReplaceAll(s, "其它", "其他")
}

// notBare reports whether a character is another one in bare words, or none.
func notBare(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= '0' && r <= '9': // nearly all there are
		return false
	case Narrow(r) != r:
		return true
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// Narrow turns a full-width letter or digit into the common one.
func Narrow(r rune) rune {
	if r >= 0xFF10 && r <= 0xFF5A {
		return r - 0xFEE0
	}
	return r
}
