// Package layout draws excerpts of reports for a terminal: a line with words
// underlined, a row of a form as a small grid with a cell marked. It counts in
// display columns, where a Chinese character takes two, and lets nothing of a
// report reach the terminal as a control character.
package layout

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// columns is set by hand and not from the locale, so that output is the same
// everywhere. Characters of ambiguous width (“ ” … ·) count one, as the
// terminals in use today draw them.
var columns = &runewidth.Condition{StrictEmojiNeutral: true}

// Width returns how many display columns the words take.
func Width(s string) int { return columns.StringWidth(s) }

// Pad adds spaces to fill width columns, in front when right is set.
func Pad(s string, width int, right bool) string {
	gap := strings.Repeat(" ", max(width-Width(s), 0))
	if right {
		return gap + s
	}
	return s + gap
}

// Cut shortens the words to width columns, with … at the end when something is
// left out.
func Cut(s string, width int) string { return columns.Truncate(s, width, "…") }

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
