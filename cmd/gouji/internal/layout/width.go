// Package layout draws excerpts of reports for a terminal: a line with words
// underlined, a row of a form as a small grid with a cell marked. It counts in
// display columns, where a Chinese character takes two, and lets nothing of a
// report reach the terminal as a control character.
package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Width returns how many display columns the words take. Characters of
// ambiguous width (“ ” … ·) count one, as the terminals in use today draw them.
func Width(s string) int {
	n, joined := 0, false
	for _, r := range s {
		if !joined {
			n += columns(r)
		}
		joined = r == zeroWidthJoiner
	}
	return n
}

// zeroWidthJoiner makes one picture of two.
const zeroWidthJoiner = 0x200D

func columns(r rune) int {
	switch {
	case r >= ' ' && r < 0x7F:
		return 1
	case r < 0xA0 || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Pad adds spaces to fill so many columns, in front when right is set.
func Pad(s string, columns int, right bool) string {
	gap := strings.Repeat(" ", max(columns-Width(s), 0))
	if right {
		return gap + s
	}
	return s + gap
}

// Cut shortens the words to so many columns, with … at the end when something is
// left out.
func Cut(s string, most int) string {
	if Width(s) <= most {
		return s
	}
	n, end := 0, 0
	for i, r := range s {
		if n+columns(r) > most-1 { // … takes one
			break
		}
		n, end = n+columns(r), i+utf8.RuneLen(r)
	}
	return s[:end] + "…"
}

// cutFront shortens the words to so many columns, with … in front when something
// is left out.
func cutFront(s string, most int) string {
	over := Width(s) - most
	if over <= 0 {
		return s
	}
	for i, r := range s {
		if over+1 <= 0 { // … takes one
			return "…" + s[i:]
		}
		over -= columns(r)
	}
	return "…"
}

// Clean makes the words fit for one line of a terminal: tabs and line breaks
// become spaces, other control characters and those that turn the direction of
// writing become pictures of themselves, bytes that are no UTF-8 become U+FFFD.
func Clean(s string) string {
	for _, r := range s {
		if r == unicode.ReplacementChar || !plain(r) {
			return cleaned(s)
		}
	}
	return s
}

func cleaned(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(shown(r))
	}
	return b.String()
}

func plain(r rune) bool {
	return r >= ' ' && r < 0x7F || r >= 0x2E80 && r < 0xE000 || shown(r) == string(r)
}

// shown is what stands for a code point on a terminal.
func shown(r rune) string {
	switch {
	case r == '\t':
		return "    "
	case r == '\n' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return " "
	case r < ' ':
		return string(0x2400 + r) // the control pictures: ␛ for ESC
	case r == 0x7F:
		return "␡"
	case r == 0x200B || r == 0xFEFF || r == 0xAD:
		return "" // nobody sees them, and terminals do not agree on their width
	case r >= 0x80 && r < 0xA0 || unicode.Is(unicode.Bidi_Control, r) || r >= 0xE0000 && r < 0xE0080:
		return string(unicode.ReplacementChar)
	}
	return string(r)
}
