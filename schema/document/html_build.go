package document

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gouji/gouji/schema"
)

// Bounds of a page. A report has some hundred cells and is nested some twenty
// deep; what has more is cut, and said to be.
const (
	maxHTMLDepth = 400
	maxHTMLNodes = 400_000
)

// htmlBuilder makes the blocks of a page from its tags in one pass, implying
// the tags that pages leave out. It is no full HTML parser: what is inside a
// line has no node, since only blocks, cells and what is hidden matter.
type htmlBuilder struct {
	path  string
	root  *htmlNode
	stack []*htmlNode // open blocks; the root first
	open  map[atom.Atom]int
	nodes int

	inline    []inlineTagOpen
	hidden    int // open inline tags and blocks that hide
	linkDepth int
	pre       int

	skip      atom.Atom // the tag whose content is passed over
	skipName  string    // its name when it has no atom
	skipDepth int
	raw       atom.Atom // a tag whose content the tokenizer gives as one text

	notes htmlNotes
	sheet htmlSheet
}

// inlineTagOpen is an open tag within a line. It ends with its block at the
// latest.
type inlineTagOpen struct {
	name                 string
	depth                int // blocks open when it began
	hidden, link, breaks bool
}

func newHTMLBuilder(path string) *htmlBuilder {
	root := &htmlNode{at: spot{1, 1}}
	return &htmlBuilder{path: path, root: root, stack: []*htmlNode{root}, open: map[atom.Atom]int{}}
}

// build reads the page, whose text begins at the cursor, into a tree.
func (b *htmlBuilder) build(ctx context.Context, data []byte, at cursor) (*htmlNode, error) {
	z := html.NewTokenizer(bytes.NewReader(data))
	for n, consumed := 0, 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		kind := z.Next()
		raw := z.Raw()
		if kind == html.ErrorToken {
			if err := z.Err(); err != nil && !errors.Is(err, io.EOF) {
				return nil, err
			}
			b.end(at.spot, len(bytes.TrimSpace(data[consumed:])) > 0)
			return b.root, nil
		}
		if b.nodes > maxHTMLNodes {
			b.notes.cut = at.spot
			return b.root, nil
		}
		consumed += len(raw)
		switch kind {
		case html.TextToken:
			b.textToken(raw, &at)
			continue
		case html.StartTagToken, html.SelfClosingTagToken:
			b.startTag(z, at.spot, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.endTag(atom.Lookup(name), name, at.spot)
		case html.CommentToken:
			if consumed == len(data) && bytes.HasPrefix(raw, []byte("<!--")) && !bytes.HasSuffix(raw, []byte("-->")) {
				b.notes.broken = at.spot
			}
		}
		at.pass(raw)
	}
}

func (b *htmlBuilder) textToken(raw []byte, at *cursor) {
	switch {
	case b.raw == atom.Title:
		b.notes.title(raw, at.spot, b.path)
		at.pass(raw)
	case b.raw == atom.Style && b.skipDepth == 0:
		b.sheet.read(raw)
		at.pass(raw)
	case b.skipDepth > 0 || b.raw != 0 && classOf(b.raw, nil) == skipTag:
		at.pass(raw)
	default:
		b.text(raw, at)
	}
}

// end notes what the end of the file left open.
func (b *htmlBuilder) end(at spot, inTag bool) {
	whole := b.notes.page && !b.notes.closed
	if inTag || b.skipDepth > 0 || b.raw != 0 && b.raw != atom.Plaintext || whole && b.open[atom.Table] > 0 {
		b.notes.broken = at
	}
}

func (b *htmlBuilder) startTag(z *html.Tokenizer, at spot, selfClosing bool) {
	name, more := z.TagName()
	a := atom.Lookup(name)
	own := ""
	if a == 0 {
		own = string(name)
	}
	attrs := htmlAttrs{colSpan: 1, rowSpan: 1}
	if more {
		attrs.read(z)
		attrs.hidden = attrs.hidden || b.sheet.hides(string(name), &attrs)
	}
	class := classOf(a, []byte(own))
	if b.skipDepth > 0 {
		if class == skipTag && a == b.skip && own == b.skipName && !b.isRaw(a) {
			b.skipDepth++
		}
		if class != blockTag || a == 0 || b.skip != atom.Select && b.skip != atom.Datalist && b.skip != atom.Button {
			return
		}
		b.skipDepth = 0 // no block is in a form's field: its end tag is missing
	}
	switch class {
	case skipTag:
		b.notes.frame(a, &attrs, at)
		if b.isRaw(a) {
			b.raw = a
			return
		}
		if !selfClosing {
			b.skip, b.skipName, b.skipDepth = a, own, 1
		}
	case voidTag:
		b.void(a, &attrs, at)
	case blockTag:
		b.block(a, &attrs, at)
	default:
		b.openInline(a, own, &attrs, at)
	}
}

// isRaw finds the tags whose content the tokenizer does not look into.
func (b *htmlBuilder) isRaw(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Noscript, atom.Noframes, atom.Noembed, atom.Iframe, atom.Xmp, atom.Plaintext:
		return true
	}
	return false
}

func (b *htmlBuilder) void(a atom.Atom, attrs *htmlAttrs, at spot) {
	switch a {
	case atom.Br:
		b.lineBreak(at)
	case atom.Hr:
		b.closeScoped(atom.P)
		b.stack[len(b.stack)-1].parting()
	case atom.Html, atom.Body:
		b.notes.page = true
	case atom.Meta:
		b.notes.meta(attrs, at, b.path)
	case atom.Frame, atom.Embed:
		b.notes.frame(a, attrs, at)
	case atom.Input:
		b.field(attrs, at)
	case atom.Img, atom.Image:
		if !b.hiding() {
			b.notes.image(attrs, at, b.linkDepth > 0)
		}
	}
}

// field writes out the figure in a field of a form that stands in a cell: a
// page shows it like any other.
func (b *htmlBuilder) field(attrs *htmlAttrs, at spot) {
	value := strings.TrimFunc(attrs.value, isBlank)
	cell := schema.ParseCell(value, schema.Place{})
	if b.hiding() || attrs.hidden || strings.EqualFold(attrs.listType, "hidden") || b.open[atom.Td]+b.open[atom.Th] == 0 {
		return
	}
	if cell.State == schema.Numeric || cell.State == schema.Slash {
		run := b.run(at)
		for _, r := range value { // all of it stands where the tag does
			b.words(run, string(r), at)
		}
	}
}

// hiding reports whether what comes is not shown.
func (b *htmlBuilder) hiding() bool { return b.hidden > 0 }

// hide counts words that are not shown.
func (b *htmlBuilder) hide(raw []byte, at *cursor) {
	words := bytes.TrimFunc([]byte(html.UnescapeString(string(raw))), isBlank)
	if len(words) > 0 {
		if b.notes.hiddenChars == 0 {
			b.notes.hiddenAt = at.spot
		}
		b.notes.hiddenChars += utf8.RuneCount(words)
		if schema.ParseCell(string(words), schema.Place{}).IsNumber() {
			b.notes.hiddenFigures++
		}
	}
	at.pass(raw)
}

// openRun returns the run that text would go on in, or nil.
func (b *htmlBuilder) openRun() *htmlRun {
	parent, before := b.home()
	siblings := parent.children[:len(parent.children)-before]
	if n := len(siblings); n > 0 && siblings[n-1].run != nil {
		return siblings[n-1].run
	}
	return nil
}

// run returns the run that text goes into.
func (b *htmlBuilder) run(at spot) *htmlRun {
	if r := b.openRun(); r != nil {
		return r
	}
	n := &htmlNode{at: at, run: &htmlRun{}}
	b.attach(n)
	return n.run
}

// home returns where content goes: into the innermost open block, but in front
// of a table when it stands in one outside of its cells, as browsers show it.
// before is how many children it comes before.
func (b *htmlBuilder) home() (parent *htmlNode, before int) {
	top := b.stack[len(b.stack)-1]
	if !isTableFrame(top.tag) {
		return top, 0
	}
	for top.tag != atom.Table {
		top = top.parent
	}
	return top.parent, 1
}

func (b *htmlBuilder) attach(n *htmlNode) {
	parent, before := b.home()
	if isTablePart(n.tag) {
		parent, before = b.stack[len(b.stack)-1], 0
	}
	n.parent = parent
	parent.children = append(parent.children, n)
	if k := len(parent.children); before > 0 && k > 1 {
		parent.children[k-1], parent.children[k-2] = parent.children[k-2], parent.children[k-1]
	}
	b.nodes++
}

// parting ends the open run, so that what comes begins a line.
func (n *htmlNode) parting() {
	if k := len(n.children); k > 0 && n.children[k-1].run != nil {
		n.children = append(n.children, &htmlNode{tag: atom.Hr, parent: n})
	}
}

func (b *htmlBuilder) openInline(a atom.Atom, own string, attrs *htmlAttrs, at spot) {
	if len(b.inline) >= maxHTMLDepth {
		return
	}
	name := own
	if a != 0 {
		name = a.String()
	}
	removed := a == atom.Del || a == atom.Rt || a == atom.Rp
	t := inlineTagOpen{name: name, depth: len(b.stack), hidden: attrs.hidden || removed, breaks: attrs.block}
	if a == atom.A && attrs.href != "" {
		t.link = true
		b.linkDepth++
		if !b.hiding() {
			b.run(at).links++
			b.notes.link(attrs, at)
		}
	}
	if t.hidden {
		b.hidden++
	}
	if t.breaks {
		b.softBreak(at)
	}
	b.inline = append(b.inline, t)
}

// softBreak ends a line unless one has just ended.
func (b *htmlBuilder) softBreak(at spot) {
	if r := b.openRun(); r != nil && r.last != '\n' {
		b.lineBreak(at)
	}
}

func (b *htmlBuilder) closeInline(name string, at spot) {
	for i := len(b.inline) - 1; i >= 0; i-- {
		t := b.inline[i]
		if t.name != name {
			continue
		}
		b.leaveInline(t)
		b.inline = append(b.inline[:i], b.inline[i+1:]...)
		if t.breaks {
			b.softBreak(at)
		}
		return
	}
}

func (b *htmlBuilder) leaveInline(t inlineTagOpen) {
	if t.hidden {
		b.hidden--
	}
	if t.link {
		b.linkDepth--
	}
}
