package document

import (
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// xmlScanner cuts the XML of an office file into elements and characters
// without copying them: names of elements are slices of the text, attributes
// are looked at only when they are asked for. Namespaces play no part, a name
// is its local part. Declarations of types, and with them entities of a file's
// own, have no place in office files (ECMA-376 part 2, 8.1.4) and are errors.
type xmlScanner struct {
	text string
	pos  int
	open []string // names of the elements around, with their prefixes
	void bool     // the element that just began has no content
	err  error    // why the text ends where it does; nil for its real end
}

// element is the start of an element.
type element struct {
	name  string // without its prefix
	attrs string // as they are written
}

// xmlKind tells tokens apart.
type xmlKind uint8

const (
	xmlStart xmlKind = iota
	xmlEnd
	xmlChars // as they are written
	xmlCData
)

// maxXMLDepth bounds elements within elements; a text in a table in a text box
// stands some thirty deep.
const maxXMLDepth = 250

var (
	errXML     = errors.New("XML syntax error")
	errEntity  = errors.New("unknown entity")
	errTooDeep = errors.New("elements nested too deep")
)

// scanXML reads a whole part. What stood before a fault is kept.
func scanXML(part io.Reader) *xmlScanner {
	var b strings.Builder
	_, err := io.Copy(&b, part)
	return &xmlScanner{text: strings.TrimPrefix(b.String(), "\uFEFF"), err: err}
}

// next returns the next token; io.EOF at the end of a text whose elements are
// all closed.
func (x *xmlScanner) next() (kind xmlKind, e element, chars string, err error) {
	if x.void {
		x.void = false
		x.open = x.open[:len(x.open)-1]
		return xmlEnd, e, "", nil
	}
	for {
		rest := x.text[x.pos:]
		i := strings.IndexByte(rest, '<')
		switch {
		case i > 0:
			x.pos += i
			return xmlChars, e, rest[:i], nil
		case i < 0 || len(rest) < 2:
			return xmlEnd, e, "", x.ending()
		}
		switch {
		case rest[1] == '/':
			return xmlEnd, e, "", x.close(rest)
		case strings.HasPrefix(rest, "<![CDATA["):
			chars, err = x.pass("<![CDATA[", "]]>")
			return xmlCData, e, chars, err
		case rest[1] == '?':
			_, err = x.pass("<?", "?>")
		case strings.HasPrefix(rest, "<!--"):
			_, err = x.pass("<!--", "-->")
		default:
			e, err = x.begin(rest)
			return xmlStart, e, "", err
		}
		if err != nil {
			return xmlEnd, e, "", err
		}
	}
}

// ending is the error at the end of the text.
func (x *xmlScanner) ending() error {
	switch {
	case x.err != nil:
		return x.err
	case len(x.open) > 0:
		return io.ErrUnexpectedEOF
	}
	return io.EOF
}

// pass moves behind what stands between two marks, and returns it.
func (x *xmlScanner) pass(from, to string) (between string, err error) {
	x.pos += len(from)
	between, _, ok := strings.Cut(x.text[x.pos:], to)
	if !ok {
		return "", firstError(x.err, io.ErrUnexpectedEOF)
	}
	x.pos += len(between) + len(to)
	return between, nil
}

// begin reads the start of an element at the beginning of rest.
func (x *xmlScanner) begin(rest string) (e element, err error) {
	end := tagEnd(rest)
	if end < 0 {
		return e, firstError(x.err, errXML)
	}
	x.pos += end + 1
	tag := rest[1:end]
	tag, x.void = strings.CutSuffix(tag, "/")
	n := 0
	for n < len(tag) && tag[n] > ' ' {
		n++
	}
	if !nameStart(tag) {
		return e, errXML
	}
	if len(x.open) >= maxXMLDepth {
		return e, errTooDeep
	}
	x.open = append(x.open, tag[:n])
	return element{name: tag[strings.IndexByte(tag[:n], ':')+1 : n], attrs: tag[n:]}, nil
}

func nameStart(tag string) bool {
	return tag != "" && (tag[0]|0x20 >= 'a' && tag[0]|0x20 <= 'z' || tag[0] == '_' || tag[0] >= utf8.RuneSelf)
}

// tagEnd returns where the tag ends at the beginning of s: its >, which may
// stand within quotes too. It is -1 for a tag without an end.
func tagEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '>':
			return i
		case '"', '\'':
			n := strings.IndexByte(s[i+1:], s[i])
			if n < 0 {
				return -1
			}
			i += n + 1
		case '<':
			return -1
		}
	}
	return -1
}

// close reads the end of the element that was opened last.
func (x *xmlScanner) close(rest string) error {
	end := strings.IndexByte(rest, '>')
	n := len(x.open)
	if end < 0 || n == 0 || strings.TrimRight(rest[2:end], " \t\r\n") != x.open[n-1] {
		return firstError(x.err, errXML)
	}
	x.pos += end + 1
	x.open = x.open[:n-1]
	return nil
}

// skip passes over the rest of the element that just began.
func (x *xmlScanner) skip() error {
	for depth := len(x.open); len(x.open) >= depth; {
		if _, _, _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// children calls f for each element within the one that just began, to its end.
// f consumes the element it is given.
func (x *xmlScanner) children(f func(element) error) error {
	for {
		kind, e, _, err := x.next()
		if err != nil {
			return err
		}
		switch kind {
		case xmlStart:
			if err := f(e); err != nil {
				return err
			}
		case xmlEnd:
			return nil
		}
	}
}

// words returns the characters of the element that just began, those of the
// elements in it left out.
func (x *xmlScanner) words() (string, error) {
	var out strings.Builder
	for {
		kind, _, chars, err := x.next()
		switch {
		case err != nil:
		case kind == xmlEnd:
			return strings.ToValidUTF8(out.String(), Unread), nil
		case kind == xmlStart:
			err = x.skip()
		case kind == xmlChars:
			chars, err = unescape(chars)
		}
		out.WriteString(chars)
		if err != nil {
			return out.String(), err
		}
	}
}

// attr returns an attribute by its local name, "" for none.
func (e element) attr(name string) string {
	rest := e.attrs
	for {
		key, after, ok := strings.Cut(rest, "=")
		after = strings.TrimLeft(after, " \t\r\n")
		if !ok || after == "" {
			return ""
		}
		value, next, ok := strings.Cut(after[1:], after[:1])
		if !ok {
			return ""
		}
		key = strings.Trim(key, " \t\r\n")
		if key[strings.IndexByte(key, ':')+1:] == name {
			value, _ = unescape(value)
			return value
		}
		rest = next
	}
}

// on reports whether a switch such as <w:vanish/> or <w:b w:val="0"/> is on.
func (e element) on() bool {
	switch e.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// unescape puts characters for entities: the five of XML, and numbers.
func unescape(s string) (string, error) {
	if strings.IndexByte(s, '&') < 0 {
		return s, nil
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "&")
		b.WriteString(before)
		if !ok {
			return b.String(), nil
		}
		name, rest, ok := strings.Cut(after, ";")
		r := xmlEntity(name)
		if !ok || r < 0 {
			return b.String(), errEntity
		}
		b.WriteRune(r)
		s = rest
	}
}

// xmlEntity returns the character that an entity stands for, -1 for none.
func xmlEntity(name string) rune {
	switch name {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if !ok || err != nil || n == 0 || n > utf8.MaxRune {
		return -1
	}
	return rune(n)
}
