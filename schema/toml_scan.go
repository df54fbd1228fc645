package schema

import (
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// node is a value of a TOML file with the place where it stands. The library
// decodes and validates; this scanner runs only over what it accepted, and adds
// what the library does not tell: places, order, and numbers as they were
// written.
type node struct {
	kind     nodeKind
	at, end  int // bytes of the value
	keyAt    int // byte of the key that names it
	keyEnd   int
	name     string
	raw      string           // of a scalar
	keys     []string         // of a table, in order
	children map[string]*node // of a table
	items    []*node          // of an array
}

type nodeKind uint8

const (
	tableNode nodeKind = iota
	arrayNode
	stringNode
	otherNode // number, date, bool
)

func newTable() *node { return &node{kind: tableNode, children: map[string]*node{}} }

func (n *node) child(name string) *node {
	if n == nil || n.kind != tableNode {
		return nil
	}
	return n.children[name]
}

func (n *node) put(name string, c *node) {
	if _, have := n.children[name]; !have {
		n.keys = append(n.keys, name)
	}
	n.children[name] = c
}

// tomlScanner reads valid TOML.
type tomlScanner struct {
	src      string
	at       int
	lines    []int    // byte where each line begins
	comments [][2]int // bytes of the comments, from # to the end of their lines
}

func newScanner(src string) *tomlScanner {
	s := &tomlScanner{src: src, lines: []int{0}}
	for i := range len(src) {
		if src[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// position returns the line and the column, in code points, of a byte.
func (s *tomlScanner) position(at int) (line, column int) {
	lo, hi := 0, len(s.lines)
	for lo+1 < hi {
		if mid := (lo + hi) / 2; s.lines[mid] <= at {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo + 1, utf8.RuneCountInString(s.src[s.lines[lo]:min(at, len(s.src))]) + 1
}

// scan reads the whole file.
func (s *tomlScanner) scan() *node {
	root := newTable()
	current := root
	for s.skip(true); s.at < len(s.src); s.skip(true) {
		start := s.at
		if s.src[s.at] != '[' {
			s.pair(current)
			continue
		}
		s.at++
		double := s.peek() == '['
		if double {
			s.at++
		}
		path, from, to := s.key()
		s.skip(false)
		s.at++
		if double {
			s.at++
		}
		current = header(root, path, double)
		current.at, current.end, current.keyAt, current.keyEnd = start, s.at, from, to
	}
	return root
}

// header finds or makes the table that a header opens.
func header(root *node, path []string, double bool) *node {
	n := root
	for i, name := range path {
		last := i == len(path)-1
		c := n.child(name)
		if last && double {
			if c == nil {
				c = &node{kind: arrayNode, name: name}
				n.put(name, c)
			}
			t := newTable()
			t.name = name
			c.items = append(c.items, t)
			return t
		}
		if c == nil {
			c = newTable()
			c.name = name
			n.put(name, c)
		}
		if c.kind == arrayNode && len(c.items) > 0 {
			c = c.items[len(c.items)-1]
		}
		n = c
	}
	return n
}

func (s *tomlScanner) peek() byte {
	if s.at < len(s.src) {
		return s.src[s.at]
	}
	return 0
}

// skip passes white space and comments, and line ends where they mean nothing.
func (s *tomlScanner) skip(lines bool) {
	for s.at < len(s.src) {
		switch c := s.src[s.at]; {
		case c == ' ' || c == '\t':
			s.at++
		case lines && (c == '\n' || c == '\r'):
			s.at++
		case lines && c == '#':
			from := s.at
			for s.at < len(s.src) && s.src[s.at] != '\n' {
				s.at++
			}
			s.comments = append(s.comments, [2]int{from, s.at})
		default:
			return
		}
	}
}

// key reads a dotted key and returns where it stands.
func (s *tomlScanner) key() (path []string, from, to int) {
	s.skip(false)
	from = s.at
	for s.at < len(s.src) {
		s.skip(false)
		start := s.at
		switch c := s.peek(); c {
		case '"', '\'':
			s.str()
			path = append(path, unquote(s.src[start:min(s.at, len(s.src))]))
		default:
			for s.at < len(s.src) && !strings.ContainsRune(" \t.=]\r\n#", rune(s.src[s.at])) {
				s.at++
			}
			if s.at == start {
				s.at++ // cannot be in valid TOML; never stand still
			}
			path = append(path, s.src[start:s.at])
		}
		to = s.at
		s.skip(false)
		if s.peek() != '.' {
			break
		}
		s.at++
	}
	return path, from, to
}

func (s *tomlScanner) pair(table *node) {
	path, from, to := s.key()
	s.skip(false)
	s.at++ // =
	v := s.value()
	v.keyAt, v.keyEnd = from, to
	for len(path) > 1 {
		c := table.child(path[0])
		if c == nil {
			c = newTable()
			c.name, c.keyAt, c.keyEnd = path[0], from, to
			table.put(path[0], c)
		}
		table, path = c, path[1:]
	}
	if len(path) == 1 && table.kind == tableNode {
		v.name = path[0]
		table.put(path[0], v)
	}
}

func (s *tomlScanner) value() *node {
	s.skip(false)
	n := &node{at: s.at}
	switch s.peek() {
	case '"', '\'':
		n.kind = stringNode
		s.str()
	case '[':
		n.kind = arrayNode
		s.at++
		for s.skip(true); s.at < len(s.src) && s.peek() != ']'; s.skip(true) {
			n.items = append(n.items, s.value())
			s.skip(true)
			if s.peek() == ',' {
				s.at++
			}
		}
		s.at++
	case '{':
		n.kind, n.children = tableNode, map[string]*node{}
		s.at++
		for s.skip(true); s.at < len(s.src) && s.peek() != '}'; s.skip(true) {
			s.pair(n)
			s.skip(true)
			if s.peek() == ',' {
				s.at++
			}
		}
		s.at++
	default:
		n.kind = otherNode
		start := s.at
		for s.at < len(s.src) && !strings.ContainsRune(",]}#\r\n", rune(s.src[s.at])) {
			s.at++
		}
		if s.at == start {
			s.at++
		}
	}
	n.end = min(s.at, len(s.src))
	n.raw = strings.TrimRight(s.src[min(n.at, n.end):n.end], " \t")
	n.end = n.at + len(n.raw)
	return n
}

// str passes a string of any of the four kinds.
func (s *tomlScanner) str() {
	q := s.src[s.at]
	triple := strings.Repeat(string(q), 3)
	if strings.HasPrefix(s.src[s.at:], triple) {
		s.at += 3
		for s.at < len(s.src) {
			if q == '"' && s.src[s.at] == '\\' {
				s.at += 2
				continue
			}
			if strings.HasPrefix(s.src[s.at:], triple) {
				s.at += 3
				for s.peek() == q { // up to two quotes may stand before the end
					s.at++
				}
				return
			}
			s.at++
		}
		return
	}
	s.at++
	for s.at < len(s.src) && s.src[s.at] != q {
		if q == '"' && s.src[s.at] == '\\' {
			s.at++
		}
		s.at++
	}
	s.at++
}

// unquote returns the value of a string as written.
func unquote(raw string) string {
	_, body, escapes := stringBody(raw)
	if !escapes {
		return body
	}
	var v struct{ V string }
	if _, err := toml.Decode("V="+raw, &v); err != nil {
		return body
	}
	return v.V
}

// stringBody returns what stands between the quotes, from which byte of raw on,
// and whether escapes in it must be undone.
func stringBody(raw string) (from int, body string, escapes bool) {
	size := 1
	if len(raw) >= 6 && (strings.HasPrefix(raw, `"""`) || strings.HasPrefix(raw, `'''`)) {
		size = 3
	}
	if len(raw) < 2*size {
		return 0, raw, false
	}
	from, body = size, raw[size:len(raw)-size]
	if size == 3 {
		trimmed := strings.TrimPrefix(strings.TrimPrefix(body, "\r"), "\n")
		from += len(body) - len(trimmed)
		body = trimmed
	}
	return from, body, raw[0] == '"' && strings.Contains(body, `\`)
}
