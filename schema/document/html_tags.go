package document

import "golang.org/x/net/html/atom"

// tagClass says what a tag does to the blocks of a page.
type tagClass uint8

const (
	inlineTag tagClass = iota // within a line; unknown tags too, as those of Word
	blockTag                  // begins a line and ends one
	voidTag                   // has no content
	skipTag                   // its content is not shown as text
)

var tagClasses = func() map[atom.Atom]tagClass {
	out := map[atom.Atom]tagClass{}
	for _, a := range []atom.Atom{
		atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dialog, atom.Dd, atom.Dir,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2,
		atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Legend, atom.Li, atom.Listing, atom.Main,
		atom.Marquee, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Plaintext, atom.Pre, atom.Section, atom.Summary, atom.Ul,
		atom.Xmp, atom.Table, atom.Caption, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th,
	} {
		out[a] = blockTag
	}
	for _, a := range []atom.Atom{
		atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Img, atom.Image, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Html, atom.Head, atom.Body, atom.Colgroup, atom.Frameset,
	} {
		out[a] = voidTag // html, head and body hold everything and say nothing
	}
	for _, a := range []atom.Atom{
		atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Noscript, atom.Noframes, atom.Noembed, atom.Iframe,
		atom.Select, atom.Button, atom.Datalist, atom.Template, atom.Svg, atom.Math, atom.Audio, atom.Video, atom.Canvas,
	} {
		out[a] = skipTag
	}
	return out
}()

// classOf returns the class of a tag; name is for those HTML does not know.
func classOf(a atom.Atom, name []byte) tagClass {
	if a == 0 && string(name) == "xml" { // what Word writes for itself
		return skipTag
	}
	return tagClasses[a]
}

// headingLevel returns 1 to 6 for h1 to h6, and 0 for the rest.
func headingLevel(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

func isCell(a atom.Atom) bool { return a == atom.Td || a == atom.Th }

func isRowGroup(a atom.Atom) bool {
	return a == atom.Tbody || a == atom.Thead || a == atom.Tfoot
}

// isTableFrame finds the parts of a table that hold no text of their own.
func isTableFrame(a atom.Atom) bool {
	return a == atom.Table || a == atom.Tr || isRowGroup(a)
}

func isTablePart(a atom.Atom) bool {
	return a == atom.Tr || isRowGroup(a) || isCell(a) || a == atom.Caption
}

// endsScope reports whether an end tag is not heard beyond an open element:
// nothing in a cell closes what is around its table.
func endsScope(open, end atom.Atom) bool {
	if open == atom.Table {
		return true
	}
	return (isCell(open) || open == atom.Caption) && !isTablePart(end) && end != atom.Table
}

func isList(a atom.Atom) bool {
	return a == atom.Ul || a == atom.Ol || a == atom.Dl || a == atom.Dir || a == atom.Menu
}
