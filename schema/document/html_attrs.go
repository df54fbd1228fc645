package document

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// htmlAttrs are the attributes that matter.
type htmlAttrs struct {
	colSpan, rowSpan    int
	hidden, block, bare bool
	shown               bool   // display says so
	names               string // class, id and role
	class, id           string
	href, src           string
	name, content       string
	listType            string
	value               string
	start               int
	width, height       int
}

func (a *htmlAttrs) read(z *html.Tokenizer) {
	for {
		key, value, more := z.TagAttr()
		switch string(key) {
		case "colspan":
			a.colSpan = spanOf(value)
		case "rowspan":
			a.rowSpan = spanOf(value)
		case "hidden":
			a.hidden = true
		case "style":
			a.style(value)
		case "class", "id", "role":
			words := strings.ToLower(string(value[:min(len(value), 200)]))
			a.names += words + " "
			switch string(key) {
			case "class":
				a.class = words
			case "id":
				a.id = strings.TrimSpace(words)
			}
		case "href":
			a.href = string(value)
		case "src":
			a.src = string(value[:min(len(value), 500)])
		case "name":
			a.name = strings.ToLower(string(value))
		case "content":
			a.content = string(value)
		case "type":
			a.listType = string(value)
		case "start", "value":
			a.start = number10(value)
			a.value = string(value[:min(len(value), 100)])
		case "width":
			a.width = number10(value)
		case "height":
			a.height = number10(value)
		}
		if !more {
			return
		}
	}
}

// spanOf reads colspan or rowspan. 0 means to the end of the rows for rowspan.
func spanOf(value []byte) int {
	value = bytes.TrimSpace(value)
	if len(value) == 0 || value[0] < '0' || value[0] > '9' {
		return 1
	}
	return number10(value)
}

// number10 reads the digits in front, up to a million.
func number10(value []byte) int {
	n := 0
	for _, c := range bytes.TrimSpace(value) {
		if c < '0' || c > '9' {
			break
		}
		n = min(n*10+int(c-'0'), 1_000_000)
	}
	return n
}

// maxStyle bounds the style of one tag.
const maxStyle = 4000

// style reads the declarations of a style attribute that decide what is shown.
// Word writes one on every span, so nothing is allocated for most.
func (a *htmlAttrs) style(value []byte) {
	value = value[:min(len(value), maxStyle)]
	for len(value) > 0 {
		part := value
		if i := bytes.IndexByte(value, ';'); i >= 0 {
			part, value = value[:i], value[i+1:]
		} else {
			value = nil
		}
		if i := bytes.IndexByte(part, ':'); i > 0 {
			a.declaration(bytes.TrimSpace(part[:i]), bytes.TrimSpace(part[i+1:]))
		}
	}
}

func (a *htmlAttrs) declaration(key, value []byte) {
	is := func(words string) bool {
		return len(value) >= len(words) && strings.EqualFold(string(value[:len(words)]), words)
	}
	switch {
	case strings.EqualFold(string(key), "display"):
		a.hidden = a.hidden || is("none")
		a.block = a.block || is("block")
		a.shown = !is("none")
	case strings.EqualFold(string(key), "visibility"):
		a.hidden = a.hidden || is("hidden") || is("collapse")
	case strings.EqualFold(string(key), "mso-hide"):
		a.hidden = a.hidden || is("all")
	case strings.EqualFold(string(key), "font-size"):
		// 0, 0px and 0.0pt, but not 0.8em.
		a.hidden = a.hidden || is("0") && !bytes.ContainsAny(value, "123456789")
	case strings.EqualFold(string(key), "list-style"), strings.EqualFold(string(key), "list-style-type"):
		a.listType = strings.ToLower(string(value))
		a.bare = strings.Contains(a.listType, "none")
	case strings.EqualFold(string(key), "width"):
		a.width = number10(value)
	case strings.EqualFold(string(key), "height"):
		a.height = number10(value)
	}
}
