package document

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gouji/gouji/schema"
)

// htmlNode is one block of a page, or a run of text in one.
type htmlNode struct {
	tag      atom.Atom // 0 for a run of text and for the root
	parent   *htmlNode
	children []*htmlNode
	run      *htmlRun // of a run of text
	at       spot

	colSpan, rowSpan int
	names            string // class, id and role, for telling what surrounds a text
	bare             bool   // a list without numbers or points
	numbering        string // of a list: the type or style it names
	start            int    // of a list, or the value of an item

	sum htmlSum
}

// htmlSum counts what stands in a node.
type htmlSum struct {
	chars, linked int // characters, and those in links
	links         int
	figures       int // cells or lines that are one number
	tables        int
	headings      int
	prose         bool // a sentence
}

func (s *htmlSum) add(o htmlSum) {
	s.chars += o.chars
	s.linked += o.linked
	s.links += o.links
	s.figures += o.figures
	s.tables += o.tables
	s.headings += o.headings
	s.prose = s.prose || o.prose
}

// htmlRun is text between two blocks; br and the like are line breaks in it.
type htmlRun struct {
	b      schema.TextBuilder
	last   rune
	gap    gapKind // white space met and not yet written
	gapAt  spot
	linked int
	links  int
	chars  int
	text   schema.Text
	built  bool
}

// words returns the run's text.
func (r *htmlRun) words() schema.Text {
	if !r.built {
		r.text, r.built = r.b.Text(), true
	}
	return r.text
}

// lines returns the run's lines, trimmed; a blank line is an empty text.
func (r *htmlRun) lines() []schema.Text {
	t := r.words()
	if !strings.Contains(t.Value, "\n") {
		return []schema.Text{t.TrimSpace()}
	}
	var out []schema.Text
	for start := 0; ; {
		n := strings.IndexByte(t.Value[start:], '\n')
		if n < 0 {
			return append(out, t.Slice(start, len(t.Value)).TrimSpace())
		}
		out = append(out, t.Slice(start, start+n).TrimSpace())
		start += n + 1
	}
}

// measure sums up the nodes below and in n.
func (n *htmlNode) measure() {
	s := htmlSum{}
	if r := n.run; r != nil {
		s = htmlSum{chars: r.chars, linked: r.linked, links: r.links}
		for _, line := range r.lines() {
			if isSentence(line.Value) {
				s.prose = true
			}
			if schema.ParseCell(line.Value, schema.Place{}).IsNumber() {
				s.figures++
			}
		}
	}
	for _, c := range n.children {
		c.measure()
		s.add(c.sum)
	}
	switch {
	case n.tag == atom.Table:
		s.tables++
	case headingLevel(n.tag) > 0 && s.chars > 0:
		s.headings++
	}
	n.sum = s
}

// isSentence reports whether a line is running text: one that ends a thought,
// which no label, menu or figure does.
func isSentence(s string) bool {
	return strings.Contains(s, "。") && len(s) >= 5*len("。") && !isChromeLine(s)
}

// cellText joins what stands in a node, its blocks and lines by line breaks.
func (n *htmlNode) cellText() schema.Text {
	if n.run != nil {
		return n.run.words().TrimSpace()
	}
	var parts []schema.Text
	for _, c := range n.children {
		if t := c.cellText(); !t.IsEmpty() {
			parts = append(parts, t)
		}
	}
	switch len(parts) {
	case 0:
		return schema.Text{}
	case 1:
		return parts[0]
	}
	return schema.JoinText(parts, "\n")
}
