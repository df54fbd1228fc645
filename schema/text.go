package schema

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Text is a run of words that remembers where each of them stood, also after
// wrapped lines were joined and markup was taken out.
//
// Pieces share the marks of the words they were cut from, which nobody writes
// to: cutting is free, however often it is done.
type Text struct {
	Value   string // UTF-8
	marks   []mark // by offset; a mark holds until the next
	base    int    // the offset, as the marks count, where Value begins
	skipped int    // code points between the first mark and Value
	section int    // for all places; 0 for what the marks say
}

// mark says that the byte at offset stood at place; the code points after it
// follow on the same line, one column each.
type mark struct {
	offset int
	place  Place
}

// NewText returns words that begin at start and run on along one line.
func NewText(value string, start Place) Text {
	if value == "" && start.IsZero() {
		return Text{}
	}
	return Text{Value: value, marks: []mark{{0, start}}}
}

// IsEmpty reports whether there are no words.
func (t Text) IsEmpty() bool { return t.Value == "" }

// Append adds u after t, each part keeping its places.
func (t Text) Append(u Text) Text { return JoinText([]Text{t, u}, "") }

// JoinText joins the parts, with sep between two of them; sep has the place of
// what stands before it. It is linear in the sum of the lengths.
func JoinText(parts []Text, sep string) Text {
	if len(parts) == 1 {
		return parts[0]
	}
	size, count := 0, 0
	for i := range parts {
		size += len(parts[i].Value) + len(sep)
		count += len(parts[i].marks)
	}
	var b strings.Builder
	b.Grow(size)
	marks := make([]mark, 0, count)
	for i := range parts {
		if i > 0 {
			b.WriteString(sep)
		}
		for k := range parts[i].marks {
			from, _ := parts[i].run(k)
			marks = append(marks, mark{b.Len() + from, parts[i].start(from)})
		}
		b.WriteString(parts[i].Value)
	}
	return Text{Value: b.String(), marks: marks}
}

// TextBuilder gathers words that stand in several places. The zero value is
// empty and ready.
type TextBuilder struct {
	value []byte
	marks []mark
	next  Place // where words that run on would begin
}

// Add appends words that begin at the place and run on along one line. It does
// not allocate for words that follow where the last ones ended.
func (b *TextBuilder) Add(words string, at Place) {
	if words == "" {
		return
	}
	if len(b.marks) == 0 || b.next != at {
		b.marks = append(b.marks, mark{len(b.value), at})
		b.next = at
	}
	if b.next.Column > 0 {
		b.next.Column += utf8.RuneCountInString(words)
	}
	b.value = append(b.value, words...)
}

// Len returns how many bytes were added.
func (b *TextBuilder) Len() int { return len(b.value) }

// Text returns what was added. The builder must not be added to afterwards.
func (b *TextBuilder) Text() Text {
	if len(b.value) == 0 {
		return Text{}
	}
	return Text{Value: string(b.value), marks: b.marks}
}

// Slice returns the words from byte i up to byte j with their places.
func (t Text) Slice(i, j int) Text {
	if i == j {
		return Text{}
	}
	out := Text{Value: t.Value[i:j], base: t.base + i, section: t.section}
	first, past := max(t.at(i), 0), t.at(j-1)+1
	if past <= first {
		return out
	}
	out.marks = t.marks[first:past]
	if from, _ := t.run(first); from < i {
		out.skipped = utf8.RuneCountInString(t.Value[from:i])
	}
	if first == 0 {
		out.skipped += t.skipped
	}
	return out
}

// TrimSpace returns the text without white space at its ends, ideographic
// spaces included.
func (t Text) TrimSpace() Text {
	left := len(t.Value) - len(strings.TrimLeftFunc(t.Value, isSpace))
	right := len(strings.TrimRightFunc(t.Value, isSpace))
	if left >= right {
		return Text{}
	}
	if right-left == len(t.Value) {
		return t
	}
	return t.Slice(left, right)
}

// Place returns where the bytes from i up to j stand. Both must lie in Value,
// i before j; an empty range gives the point at i.
func (t Text) Place(i, j int) Place {
	p := t.start(i)
	if p.Line == 0 && p.Column == 0 {
		if k := t.at(max(i, j-1)); k >= 0 && p.Box != (Box{}) {
			return p.To(t.marks[k].place)
		}
		return p
	}
	end := p
	if j > i {
		_, size := utf8.DecodeLastRuneInString(t.Value[i:j])
		end = t.start(j - size)
		end.Column++
		if k := t.at(j - size); k >= 0 {
			end.Box = t.marks[k].place.Box
		}
	}
	end.EndLine, end.EndColumn = end.Line, end.Column
	return p.To(end)
}

// Whole returns the place of all the words.
func (t Text) Whole() Place { return t.Place(0, len(t.Value)) }

// at returns the index of the mark that governs byte i, or -1.
func (t Text) at(i int) int {
	if len(t.marks) == 1 && t.marks[0].offset <= t.base+i {
		return 0
	}
	return sort.Search(len(t.marks), func(k int) bool { return t.marks[k].offset > t.base+i }) - 1
}

// run returns which bytes of Value mark k governs.
func (t Text) run(k int) (from, to int) {
	to = len(t.Value)
	if k+1 < len(t.marks) {
		to = t.marks[k+1].offset - t.base
	}
	return max(t.marks[k].offset-t.base, 0), to
}

// start returns the point at byte i.
func (t Text) start(i int) Place {
	k := t.at(i)
	if k < 0 {
		return Place{}
	}
	p := t.marks[k].place
	if p.Column > 0 {
		from, _ := t.run(k)
		p.Column += utf8.RuneCountInString(t.Value[from:i])
		if k == 0 {
			p.Column += t.skipped
		}
	}
	p.EndLine, p.EndColumn = 0, 0
	if t.section != 0 {
		p.Section = t.section
	}
	return p
}

// InSection returns the text with every place set in section n.
func (t Text) InSection(n int) Text {
	t.section = n
	return t
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\n', '\v', '\f', 0x85, 0xA0, 0x3000, 0xFEFF, 0x200B:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}
