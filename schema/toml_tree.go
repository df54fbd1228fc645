package schema

import (
	"bytes"
	"strings"
)

// TOMLNode is a value of a TOML file with the place where it stands, for
// readers of other files than reports.
type TOMLNode struct {
	n *node
	d *tomlDecoder
}

// TOMLKind tells the values of a TOML file apart as far as readers need.
type TOMLKind uint8

// The kinds of values.
const (
	TOMLNone   TOMLKind = iota // there is no such value
	TOMLTable                  // a table, inline or under a header
	TOMLArray                  // an array, or the tables of [[…]]
	TOMLString                 // a string of any of the four kinds
	TOMLOther                  // a number, a date, true or false; see Raw
)

// ReadTOML reads a TOML file. What keeps it from being one is a problem with
// its place.
func ReadTOML(path string, data []byte) (TOMLNode, *Problem) {
	d := &tomlDecoder{r: NewReport(path, "toml"), bare: true}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !d.valid(data) {
		return TOMLNode{}, &d.r.Problems[0]
	}
	d.s = newScanner(string(data))
	return TOMLNode{d.s.scan(), d}, nil
}

// Kind returns the kind of the value.
func (t TOMLNode) Kind() TOMLKind {
	switch {
	case t.n == nil:
		return TOMLNone
	case t.n.kind == tableNode:
		return TOMLTable
	case t.n.kind == arrayNode:
		return TOMLArray
	case t.n.kind == stringNode:
		return TOMLString
	}
	return TOMLOther
}

// Name returns the key of the value.
func (t TOMLNode) Name() string { return t.n.name }

// Keys returns the keys of a table in their order.
func (t TOMLNode) Keys() []string {
	if t.n == nil {
		return nil
	}
	return t.n.keys
}

// Child returns the value of a table's key; one of no kind when there is none.
func (t TOMLNode) Child(key string) TOMLNode { return TOMLNode{t.n.child(key), t.d} }

// Items returns the values of an array.
func (t TOMLNode) Items() []TOMLNode {
	if t.n == nil {
		return nil
	}
	var out []TOMLNode
	for _, item := range t.n.items {
		out = append(out, TOMLNode{item, t.d})
	}
	return out
}

// Raw returns the value as written.
func (t TOMLNode) Raw() string { return t.n.raw }

// Text returns what a string says, without quotes and escapes; "" for all else.
func (t TOMLNode) Text() string {
	if t.Kind() != TOMLString {
		return ""
	}
	return unquote(t.n.raw)
}

// Words returns what a string says with the place of every character of it, so
// that an offset in it leads back to the file; empty for all else.
func (t TOMLNode) Words() Text {
	if t.Kind() != TOMLString {
		return Text{}
	}
	from, body, escapes := stringBody(t.n.raw)
	if escapes && joinsLines(body) {
		return t.d.text(t.n)
	}
	var b TextBuilder
	for i := 0; i < len(body); {
		at := Place{Path: t.d.r.Path}
		at.Line, at.Column = t.d.s.position(t.n.at + from + i)
		n := plainRun(body[i:], escapes)
		if n > 0 {
			b.Add(strings.TrimSuffix(body[i:i+n], "\r\n")+strings.Repeat("\n", strings.Count(body[i:i+n], "\r\n")), at)
		} else {
			n = escapeSize(body[i:])
			b.Add(unquote(`"`+body[i:i+n]+`"`), at)
		}
		i += n
	}
	return b.Text()
}

// plainRun returns how many bytes stand for themselves, up to the end of the line.
func plainRun(s string, escapes bool) int {
	n := len(s)
	if escapes {
		if i := strings.IndexByte(s, '\\'); i >= 0 {
			n = i
		}
	}
	if i := strings.IndexByte(s[:n], '\n'); i >= 0 {
		n = i + 1
	}
	return n
}

// escapeSize returns how many bytes the escape at the head of s has.
func escapeSize(s string) int {
	size := map[byte]int{'x': 4, 'u': 6, 'U': 10}[(s + "\x00\x00")[1]]
	return min(max(size, 2), len(s))
}

// Place returns where the value stands; of a table under a header, its header.
func (t TOMLNode) Place() Place { return t.d.valuePlace(t.n) }

// KeyPlace returns where the key of the value stands.
func (t TOMLNode) KeyPlace() Place {
	if t.n.keyEnd == 0 {
		return t.Place()
	}
	return t.d.keyPlace(t.n)
}
