package document

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// gapKind is white space between words that was met and not yet written: a page
// shows any amount of it as one space, and none at the ends of a line.
type gapKind uint8

const (
	noGap gapKind = iota
	spaceGap
	lineGap // with the end of a line in it
)

// text adds the raw bytes of a text token to the current run, entities
// resolved. The cursor moves over them.
func (b *htmlBuilder) text(raw []byte, at *cursor) {
	if b.hiding() {
		b.hide(raw, at)
		return
	}
	var run *htmlRun
	for len(raw) > 0 {
		n := plainPrefix(raw)
		if n > 0 {
			if run == nil {
				run = b.run(at.spot)
			}
			b.words(run, string(raw[:n]), at.spot)
			at.pass(raw[:n])
			raw = raw[n:]
			continue
		}
		words, size, gap := special(raw, b.pre > 0)
		switch {
		case gap == lineGap && b.pre > 0:
			b.lineBreak(at.spot)
			run = nil
		case gap != noGap:
			if run == nil {
				run = b.openRun()
			}
			if run != nil && run.gap < gap {
				run.gap, run.gapAt = gap, at.spot
			}
		case words != "":
			if run == nil {
				run = b.run(at.spot)
			}
			b.words(run, words, at.spot)
		}
		at.pass(raw[:size])
		raw = raw[size:]
	}
}

// plainPrefix returns how many bytes in front are plain characters.
func plainPrefix(s []byte) int {
	for i := range s {
		switch c := s[i]; {
		case c <= ' ' || c == '&' || c == 0x7F:
			return i
		case c == 0xC2 || c == 0xE2 || c == 0xEF: // U+0080–00BF, U+2000–2FFF, U+F000–FFFF hold the unseen
			if r, _ := utf8.DecodeRune(s[i:]); r == 0xA0 || r == 0xAD || r >= 0x2028 && r <= 0x202E || r >= 0x200B && r <= 0x200F || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF {
				return i
			}
		}
	}
	return len(s)
}

// special reads the character in front that is not plain: an entity, white
// space, or one that is not seen.
func special(s []byte, pre bool) (words string, size int, gap gapKind) {
	switch c := s[0]; {
	case c == '&':
		words, size = entity(s)
		return visible(words), size, noGap
	case c == '\r' && len(s) > 1 && s[1] == '\n':
		return "", 2, lineGap
	case c == '\n' || c == '\r':
		return "", 1, lineGap
	case (c == ' ' || c == '\t') && pre:
		return " ", 1, noGap
	case c == ' ' || c == '\t' || c == '\f':
		return "", 1, spaceGap
	case c < ' ' || c == 0x7F:
		return "", 1, noGap
	}
	r, size := utf8.DecodeRune(s)
	if r == '\u2028' || r == '\u2029' {
		return "", size, lineGap
	}
	return visible(string(r)), size, noGap
}

// visible turns the space that does not break into a common one, and drops what
// cannot be seen.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0xA0 || r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unseen(r):
			return -1
		}
		return r
	}, s)
}

// maxEntity is the length of the longest name of a character, & and ; included,
// and more than any number of one.
const maxEntity = 34

// entity resolves the character reference in front; a & that begins none stands
// for itself.
func entity(s []byte) (string, int) {
	head := s[:min(len(s), maxEntity)]
	end := 1
	for end < len(head) && (isAlnum(head[end]) || head[end] == '#' && end == 1) {
		end++
	}
	if end < len(head) && head[end] == ';' {
		end++
	}
	if end == 1 {
		return "&", 1
	}
	out := html.UnescapeString(string(s[:end]))
	if s[end-1] == ';' && !strings.HasSuffix(out, ";") {
		return out, end
	}
	// A name without its semicolon may be the beginning of a longer word:
	// &nbsp2 is a space and a 2. What is left over is read on its own.
	for rest := 2; rest < end; rest++ {
		short := html.UnescapeString(string(s[:rest]))
		if short != string(s[:rest]) && short+string(s[rest:end]) == out {
			return short, rest
		}
	}
	if out == string(s[:end]) {
		return "&", 1
	}
	return out, end
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// words adds words to the run, behind the white space that was met.
func (b *htmlBuilder) words(run *htmlRun, words string, at spot) {
	if words == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(words)
	if run.gap != noGap && run.last != '\n' && run.last != 0 && run.last != ' ' {
		// A line broken in the source between two Chinese characters is no space.
		if run.gap != lineGap || run.last < 0x2E80 || first < 0x2E80 {
			run.b.Add(" ", run.gapAt.place(b.path))
		}
	}
	run.gap = noGap
	run.b.Add(words, at.place(b.path))
	run.last, _ = utf8.DecodeLastRuneInString(words)
	n := utf8.RuneCountInString(words)
	run.chars += n
	if b.linkDepth > 0 {
		run.linked += n
	}
}

// lineBreak ends a line within the current run.
func (b *htmlBuilder) lineBreak(at spot) {
	if b.hiding() {
		return
	}
	run := b.run(at)
	run.gap = noGap
	run.b.Add("\n", at.place(b.path))
	run.last = '\n'
}
