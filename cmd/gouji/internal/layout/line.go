package layout

import (
	"strings"

	"github.com/gouji/gouji/rules"
)

// Segment is a run of characters on one line, marked when it is what a finding
// is about.
type Segment struct {
	Text   string
	Marked bool
}

// Line is one line of a drawing.
type Line []Segment

// String returns the line without its marks.
func (l Line) String() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Draw draws what stands at a place in at most width columns, which must be 20
// or more: the words with the marked ones underlined, or the row of a form with
// its heads and the marked cells underlined. It draws nothing of an empty
// excerpt.
func Draw(e rules.Excerpt, width int) []Line {
	if len(e.Cells) > 0 {
		return grid(e, width)
	}
	return words(e, width)
}

// words draws a line of words, cut on both sides of the mark when it is long.
func words(e rules.Excerpt, width int) []Line {
	before, mark, after := split(e, width)
	if before+mark+after == "" {
		return nil
	}
	mark = Cut(mark, width-10)
	if room := width - Width(mark); Width(before)+Width(after) > room {
		// What stands before the words matters more for understanding them than
		// what follows: it gets what the other side does not need, and three
		// fifths when both are long.
		before = cutFront(before, max(room-Width(after), room*3/5))
		after = Cut(after, room-Width(before))
	}
	line := Line{{before, false}, {mark, true}, {after, false}}
	if mark == "" || before+after == "" { // a line below all of it would say nothing
		return []Line{line}
	}
	return []Line{line, {{strings.Repeat(" ", Width(before)), false}, {strings.Repeat("~", max(Width(mark), 1)), true}}}
}

// split cleans the line and parts it at its mark. More than what could be shown
// is left out, so that a line of a megabyte costs no more than a short one.
func split(e rules.Excerpt, width int) (before, mark, after string) {
	runes := []rune(e.Line)
	start := min(max(e.Start, 0), len(runes))
	end := min(max(e.End, start), len(runes))
	far := 2 * width
	before = string(runes[max(start-far, 0):start])
	mark = string(runes[start:min(end, start+far)])
	after = string(runes[end:min(end+far, len(runes))])
	return strings.TrimLeft(Clean(before), " \u3000"), Clean(mark), strings.TrimRight(Clean(after), " \u3000")
}
