package document

import "golang.org/x/net/html/atom"

// block opens a block, closing what it implies to be closed.
func (b *htmlBuilder) block(a atom.Atom, attrs *htmlAttrs, at spot) {
	switch {
	case a == atom.Table:
		b.closeScoped(atom.P)
		if isTableFrame(b.top().tag) { // a table begins outside of the cells of another
			b.closeTo(atom.Table, 0)
		}
	case isTablePart(a):
		b.tablePart(a, at)
	default:
		b.closeScoped(atom.P)
		switch {
		case a == atom.Li:
			b.closeItem(atom.Li)
		case a == atom.Dd || a == atom.Dt:
			b.closeItem(atom.Dd)
			b.closeItem(atom.Dt)
		case headingLevel(a) > 0 && headingLevel(b.top().tag) > 0:
			b.pop()
		}
	}
	if len(b.stack) >= maxHTMLDepth {
		if b.notes.deep == (spot{}) {
			b.notes.deep = at
		}
		b.softBreak(at)
		return
	}
	n := &htmlNode{
		tag: a, at: at, colSpan: attrs.colSpan, rowSpan: attrs.rowSpan, names: attrs.names,
		numbering: attrs.listType, bare: attrs.bare, start: attrs.start,
	}
	if attrs.hidden {
		// What is not shown gets no node's place in the page, but its tags must
		// balance.
		b.hidden++
		n.parent, n.bare = b.top(), true
		n.names = hiddenMark
	} else if b.hiding() {
		n.parent = b.top()
	} else {
		b.attach(n)
	}
	b.push(n)
}

// hiddenMark is the name of a block that is not shown.
const hiddenMark = "\x00hidden"

func (b *htmlBuilder) top() *htmlNode { return b.stack[len(b.stack)-1] }

func (b *htmlBuilder) push(n *htmlNode) {
	b.stack = append(b.stack, n)
	b.open[n.tag]++
	if n.tag == atom.Pre || n.tag == atom.Listing || n.tag == atom.Xmp || n.tag == atom.Plaintext {
		b.pre++
	}
	if n.tag == atom.Xmp || n.tag == atom.Plaintext {
		b.raw = n.tag
	}
}

func (b *htmlBuilder) pop() {
	n := b.top()
	if n.tag == 0 {
		return
	}
	b.stack = b.stack[:len(b.stack)-1]
	b.open[n.tag]--
	if n.tag == atom.Pre || n.tag == atom.Listing || n.tag == atom.Xmp || n.tag == atom.Plaintext {
		b.pre--
	}
	if n.names == hiddenMark {
		b.hidden--
	}
	for k := len(b.inline); k > 0 && b.inline[k-1].depth > len(b.stack); k-- {
		b.leaveInline(b.inline[k-1])
		b.inline = b.inline[:k-1]
	}
}

// closeScoped closes the nearest open tag of the kind within the cell.
func (b *htmlBuilder) closeScoped(a atom.Atom) {
	if b.open[a] == 0 {
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		t := b.stack[i].tag
		if t == a {
			b.closeTo(a, i)
			return
		}
		if isCell(t) || t == atom.Table || t == atom.Caption {
			return
		}
	}
}

// closeItem closes the item of the list that is open.
func (b *htmlBuilder) closeItem(a atom.Atom) {
	if b.open[a] == 0 {
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		t := b.stack[i].tag
		if t == a {
			b.closeTo(a, i)
			return
		}
		if isList(t) || isCell(t) || t == atom.Table {
			return
		}
	}
}

// closeTo closes all down to the block at index i; with 0, to the nearest of
// the kind.
func (b *htmlBuilder) closeTo(a atom.Atom, i int) {
	if b.open[a] == 0 {
		return
	}
	for k := len(b.stack) - 1; i == 0 && k > 0; k-- {
		if b.stack[k].tag == a {
			i = k
		}
	}
	for len(b.stack) > max(i, 1) {
		b.pop()
	}
}

// tablePart makes the table ready for a row or cell: what is open within it is
// closed, and a table or row that is missing begins.
func (b *htmlBuilder) tablePart(a atom.Atom, at spot) {
	if b.open[atom.Table] == 0 {
		b.imply(atom.Table, at)
	}
	for {
		t := b.top().tag
		if t == atom.Table || isCell(a) && (t == atom.Tr || isRowGroup(t)) || a == atom.Tr && isRowGroup(t) {
			break
		}
		b.pop()
	}
	if isCell(a) && b.top().tag != atom.Tr {
		b.imply(atom.Tr, at)
	}
}

func (b *htmlBuilder) imply(a atom.Atom, at spot) {
	n := &htmlNode{tag: a, at: at, colSpan: 1, rowSpan: 1}
	if b.hiding() {
		n.parent = b.top()
	} else {
		b.attach(n)
	}
	b.push(n)
}

// endTag closes what the tag closes.
func (b *htmlBuilder) endTag(a atom.Atom, name []byte, at spot) {
	if b.raw != 0 && a == b.raw {
		b.raw = 0
		if classOf(a, name) == skipTag {
			return
		}
	}
	if b.skipDepth > 0 {
		if a == b.skip && (a != 0 || string(name) == b.skipName) {
			b.skipDepth--
		}
		return
	}
	switch classOf(a, name) {
	case inlineTag:
		n := string(name)
		if a != 0 {
			n = a.String()
		}
		b.closeInline(n, at)
	case voidTag:
		switch a {
		case atom.Br:
			b.lineBreak(at)
		case atom.Html, atom.Body:
			b.notes.closed = true
		}
	case blockTag:
		b.closeBlock(a)
	}
}

func (b *htmlBuilder) closeBlock(a atom.Atom) {
	if b.open[a] == 0 && headingLevel(a) == 0 {
		return
	}
	for i := len(b.stack) - 1; i > 0; i-- {
		t := b.stack[i].tag
		if t == a || headingLevel(a) > 0 && headingLevel(t) > 0 {
			b.closeTo(t, i)
			return
		}
		if endsScope(t, a) {
			return
		}
	}
}
