package document

import (
	"bytes"
	"strings"
)

// htmlSheet is what the style sheets of a page say of classes and ids that are
// not shown. Only plain selectors count (.x, #x, div.x): what else may hide, a
// medium or a place in the page decides, and it is read as if it were shown.
type htmlSheet struct {
	rules map[string]sheetRule
	n     int
}

// sheetRule is the last word on a selector.
type sheetRule struct {
	order int
	hides bool
}

// Bounds of style sheets.
const (
	maxSheetLen   = 1 << 20 // bytes of one
	maxSheetRules = 20_000
)

// read takes the rules of a style element.
func (s *htmlSheet) read(css []byte) {
	css = withoutComments(css[:min(len(css), maxSheetLen)])
	for len(css) > 0 && s.n < maxSheetRules {
		open := bytes.IndexByte(css, '{')
		if open < 0 {
			return
		}
		selectors := bytes.TrimSpace(css[:open])
		if i := bytes.LastIndexByte(selectors, ';'); i >= 0 { // @charset and @import end with one
			selectors = bytes.TrimSpace(selectors[i+1:])
		}
		body, rest := sheetBlock(css[open+1:])
		if css = rest; !bytes.HasPrefix(selectors, []byte("@")) {
			s.rule(string(selectors), body)
		}
	}
}

// withoutComments drops what is not a rule.
func withoutComments(css []byte) []byte {
	var out []byte
	for {
		i := bytes.Index(css, []byte("/*"))
		if i < 0 {
			break
		}
		out = append(out, css[:i]...)
		j := bytes.Index(css[i+2:], []byte("*/"))
		if j < 0 {
			css = nil
			break
		}
		css = css[i+2+j+2:]
	}
	css = append(out, css...)
	return bytes.ReplaceAll(bytes.ReplaceAll(css, []byte("<!--"), nil), []byte("-->"), nil)
}

// sheetBlock returns the block that css begins with, up to its closing brace,
// and what follows.
func sheetBlock(css []byte) (body, rest []byte) {
	depth := 1
	for i, c := range css {
		switch c {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return css[:i], css[i+1:]
		}
	}
	return css, nil
}

func (s *htmlSheet) rule(selectors string, body []byte) {
	var a htmlAttrs
	a.style(body)
	if !a.hidden && !a.shown {
		return
	}
	for selector := range strings.SplitSeq(strings.ToLower(selectors), ",") {
		selector = strings.TrimSpace(selector)
		i := strings.IndexAny(selector, ".#")
		if i < 0 || i == len(selector)-1 || strings.ContainsAny(selector, " >+~:[*\t\r\n") || strings.ContainsAny(selector[i+1:], ".#") {
			continue
		}
		if s.rules == nil {
			s.rules = map[string]sheetRule{}
		}
		s.n++
		s.rules[selector] = sheetRule{s.n, a.hidden}
	}
}

// hides reports whether a tag with these attributes is not shown. Its own style
// goes before what its classes say.
func (s *htmlSheet) hides(tag string, a *htmlAttrs) bool {
	if len(s.rules) == 0 || a.shown {
		return false
	}
	var last sheetRule
	ask := func(selector string) {
		for _, key := range []string{selector, tag + selector} {
			if r := s.rules[key]; r.order > last.order {
				last = r
			}
		}
	}
	for _, class := range strings.Fields(a.class) {
		ask("." + class)
	}
	if a.id != "" {
		ask("#" + a.id)
	}
	return last.hides
}
