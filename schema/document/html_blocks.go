package document

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gouji/gouji/schema"
)

// htmlBlocks turns the tree of a page into blocks.
type htmlBlocks struct {
	path   string
	notes  *htmlNotes
	out    []htmlBlock
	tables int
	cells  int
}

// htmlBlock is a block and what it says about where the text of the page is.
type htmlBlock struct {
	Block
	chrome bool // stands for what surrounds the text, and has no block
	text   bool // certainly text: a sentence, a table of figures, a numbered heading
}

// walk emits the blocks of a node.
func (h *htmlBlocks) walk(n *htmlNode, level int) {
	if n.tag != 0 && n.isChrome() {
		h.out = append(h.out, htmlBlock{chrome: true})
		return
	}
	if l := headingLevel(n.tag); l > 0 && utf8.RuneCountInString(n.cellText().Value) <= 80 {
		level = l
	}
	switch {
	case n.tag == atom.Table:
		h.table(n, level)
		return
	case n.run != nil:
		h.run(n.run, level)
		return
	case n.tag == atom.Ol || n.tag == atom.Ul:
		n.numberItems(h.path)
	}
	for _, c := range n.children {
		h.walk(c, level)
	}
	if n.tag == atom.P && n.sum.chars == 0 {
		h.gap()
	}
}

// run emits the lines of a run of text.
func (h *htmlBlocks) run(r *htmlRun, level int) {
	lines := r.lines()
	for i, line := range lines {
		switch {
		case line.IsEmpty():
			if i > 0 && i < len(lines)-1 {
				h.gap()
			}
		case isChromeLine(line.Value):
			h.out = append(h.out, htmlBlock{chrome: true})
		default:
			b := Block{Kind: Paragraph, Text: line}
			if level > 0 {
				b.Kind, b.Level = Heading, level
			}
			h.out = append(h.out, htmlBlock{Block: b, text: isSentence(line.Value) || isNumberedHeading(line.Value)})
		}
	}
}

func (h *htmlBlocks) gap() {
	if n := len(h.out); n > 0 && (h.out[n-1].chrome || h.out[n-1].Kind != Break) {
		h.out = append(h.out, htmlBlock{Block: Block{Kind: Break}})
	}
}

// isNumberedHeading finds 一、总体情况.
func isNumberedHeading(s string) bool {
	s = strings.TrimLeftFunc(s, isBlank)
	_, size := utf8.DecodeRuneInString(s)
	return size > 1 && strings.Contains("一二三四五六七八九", s[:size]) && strings.HasPrefix(strings.TrimLeftFunc(s[size:], isBlank), "、")
}

// numberItems writes the numbers of a numbered list in front of its items: they
// are text to a reader. An item that brings its own number keeps that alone.
func (n *htmlNode) numberItems(path string) {
	style := numberStyle(n)
	if style == nil {
		return
	}
	number := max(n.start, 1)
	for _, item := range n.children {
		if item.tag != atom.Li {
			continue
		}
		if item.start > 0 {
			number = item.start
		}
		r := item.firstRun()
		if r == nil {
			continue
		}
		if words := r.words(); !beginsNumbered(words.Value) {
			r.text = standIn(style(number), item.at.place(path)).Append(words.TrimSpace())
		}
		number++
	}
}

// standIn returns words that the source does not have; each of them stands where
// the tag does that makes them.
func standIn(words string, at schema.Place) schema.Text {
	var b schema.TextBuilder
	for _, r := range words {
		b.Add(string(r), at)
	}
	return b.Text()
}

// numberStyle returns how the items of a list are numbered; nil when they are
// not, or in a way that nobody uses in a report.
func numberStyle(n *htmlNode) func(int) string {
	kind := strings.TrimSpace(n.numbering)
	switch {
	case n.bare:
		return nil
	case strings.Contains(kind, "cjk-ideographic"), strings.Contains(kind, "chinese"), strings.Contains(kind, "cjk-decimal"):
		return func(i int) string { return chineseNumeral(i) + "、" }
	case n.tag == atom.Ol && (kind == "" || kind == "1" || strings.Contains(kind, "decimal")):
		return func(i int) string { return fmt.Sprintf("%d.", i) }
	}
	return nil
}

// chineseNumeral writes 1 to 99 in Chinese.
func chineseNumeral(n int) string {
	digits := []rune("零一二三四五六七八九")
	if n < 1 || n > 99 {
		return fmt.Sprint(n)
	}
	s := ""
	if n >= 20 {
		s = string(digits[n/10])
	}
	if n >= 10 {
		s += "十"
	}
	if n%10 > 0 || n < 10 {
		s += string(digits[n%10])
	}
	return s
}

// beginsNumbered reports whether words bring a number of their own.
func beginsNumbered(s string) bool {
	s = strings.TrimLeftFunc(s, isBlank)
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("一二三四五六七八九十（(第0123456789①②③④⑤⑥⑦⑧⑨", r) && s != ""
}

// firstRun returns the first text in a node that says anything, unless it
// stands in a table.
func (n *htmlNode) firstRun() *htmlRun {
	for _, c := range n.children {
		if c.run != nil && c.run.chars > 0 {
			return c.run
		}
		if c.tag == atom.Table {
			return nil
		}
		if c.run == nil {
			if r := c.firstRun(); r != nil {
				return r
			}
		}
	}
	return nil
}

// settle keeps the text of the page. What surrounds it is left out: lines about
// the page between a title and its text, and what follows the text behind the
// first mark of the site. When in doubt a block is kept.
func (h *htmlBlocks) settle() []Block {
	first, last := len(h.out), -1
	for i := range h.out {
		if h.out[i].text {
			first, last = min(first, i), i
		}
	}
	var blocks []Block
	for i := range h.out {
		b := &h.out[i]
		if b.chrome {
			if last >= 0 && i > last {
				break
			}
			continue
		}
		if i < first && b.Kind == Paragraph && isMetadataLine(b.Text.Value) {
			continue
		}
		blocks = append(blocks, b.Block)
	}
	for n := len(blocks); n > 0 && blocks[n-1].Kind == Break; n-- {
		blocks = blocks[:n-1]
	}
	return blocks
}

// withTitle puts the title of the page's head in front when the page itself
// does not print it.
func (h *htmlBlocks) withTitle(blocks []Block) []Block {
	for _, t := range h.notes.titles {
		end := t.Value
		if i := strings.IndexAny(end, "_|-—"); i > 0 { // the site's name follows
			end = strings.TrimSpace(end[:i])
			t = t.Slice(0, len(end))
		}
		runes := []rune(squeezeBlank(end))
		if len(runes) < 8 {
			continue
		}
		tail := string(runes[len(runes)-8:])
		for _, b := range blocks {
			if b.Kind != TableBlock && strings.Contains(squeezeBlank(b.Text.Value), tail) {
				return blocks
			}
		}
		return append([]Block{{Kind: Heading, Level: 1, Text: t}}, blocks...)
	}
	return blocks
}

func squeezeBlank(s string) string {
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, s)
}
