package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// excerptWidth is how many code points of a line are shown at most: about two
// terminal lines of Chinese.
const excerptWidth = 72

// WordsExcerpt shows the bytes from i up to j of the text, marked, in the
// sentence around them. A long sentence is cut at both sides, with … where it
// goes on.
func WordsExcerpt(t schema.Text, i, j int) Excerpt {
	s := t.Value
	// No more of a long sentence is looked at than can be shown.
	const reach = 4 * (excerptWidth + 2)
	low, high := max(0, i-reach), min(len(s), j+reach)
	for low < i && !utf8.RuneStart(s[low]) {
		low++
	}
	for high < len(s) && !utf8.RuneStart(s[high]) {
		high++
	}
	from, to := low, high
	if k := strings.LastIndexAny(s[low:i], "。！？\n"); k >= 0 {
		_, size := utf8.DecodeRuneInString(s[low+k:])
		from = low + k + size
	}
	if k := strings.IndexAny(s[j:high], "。！？\n"); k >= 0 {
		_, size := utf8.DecodeRuneInString(s[j+k:])
		to = j + k + size
	}
	left, mark, right := []rune(s[from:i]), []rune(s[i:j]), []rune(s[j:to])
	room := max(excerptWidth-len(mark), 8)
	if len(left)+len(right) > room {
		keep := max(room/2, room-len(right))
		if len(left) > keep {
			left = append([]rune{'…'}, left[len(left)-keep:]...)
		}
		if keep = room - min(len(left), room); len(right) > max(keep, room/2) {
			right = append(append([]rune{}, right[:max(keep, room/2)]...), '…')
		}
	}
	line := strings.Map(flatten, string(left)+string(mark)+string(right))
	return Excerpt{Line: line, Start: len(left), End: len(left) + len(mark)}
}

// flatten keeps an excerpt on one line without changing how many code points
// it has.
func flatten(r rune) rune {
	if r < ' ' || r == 0x7F {
		return ' '
	}
	return r
}
