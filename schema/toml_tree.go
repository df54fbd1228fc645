package schema

import "bytes"

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

// Place returns where the value stands; of a table under a header, its header.
func (t TOMLNode) Place() Place { return t.d.valuePlace(t.n) }

// KeyPlace returns where the key of the value stands.
func (t TOMLNode) KeyPlace() Place {
	if t.n.keyEnd == 0 {
		return t.Place()
	}
	return t.d.keyPlace(t.n)
}
