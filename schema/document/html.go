package document

import (
	"context"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gouji/gouji/schema"
)

// readHTML reads a web page, or Word's idea of one: the text and tables of the
// page without what the site puts around them. Places are lines and columns of
// the page's source, decoded.
func readHTML(ctx context.Context, path string, data []byte) (*Document, error) {
	return htmlDocument(ctx, path, data, "")
}

// htmlDocument reads a page whose transport named a charset, or "".
func htmlDocument(ctx context.Context, path string, data []byte, charset string) (*Document, error) {
	if len(data) > maxText {
		return nil, tooLarge(len(data))
	}
	text, problems, ok := decodeHTML(path, data, charset)
	if !ok {
		return nil, &Error{Kind: Binary,
			ZH: "网页的编码认不出来，读不了；请在浏览器里打开后另存为 UTF-8 的网页。",
			EN: "the encoding of the page is unknown; open it in a browser and save it as UTF-8",
		}
	}
	doc := &Document{Path: path, Format: "html", Problems: problems}
	notes, blocks, err := htmlParts(ctx, path, text, newCursor(), 0)
	if err != nil {
		return nil, err
	}
	doc.Blocks = blocks
	notes.say(doc, figuresIn(blocks), sentencesIn(blocks))
	return doc, nil
}

// htmlParts reads HTML that begins at a point of a file. tables is how many
// tables came before.
func htmlParts(ctx context.Context, path string, text []byte, at cursor, tables int) (*htmlNotes, []Block, error) {
	b := newHTMLBuilder(path)
	root, err := b.build(ctx, text, at)
	if err != nil {
		return nil, nil, err
	}
	root.measure()
	h := &htmlBlocks{path: path, notes: &b.notes, tables: tables}
	h.walk(root, 0)
	return &b.notes, h.withTitle(h.settle()), nil
}

// figuresIn counts the cells and lines that are one number.
func figuresIn(blocks []Block) int {
	n := 0
	count := func(s string) {
		if schema.ParseCell(s, schema.Place{}).IsNumber() {
			n++
		}
	}
	for _, b := range blocks {
		if b.Table == nil {
			count(b.Text.Value)
			continue
		}
		for i := range b.Table.Rows {
			for j := range b.Table.Rows[i].Cells {
				count(b.Table.Rows[i].Cells[j].Text.Value)
			}
		}
	}
	return n
}

func sentencesIn(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		if b.Table == nil && isSentence(b.Text.Value) {
			n++
		}
	}
	return n
}

// isHTML tells a page by its first tag, whatever the file is called, and by any
// tag when the file is called a page.
func isHTML(name string, data []byte) bool {
	head, ok := headText(data)
	if !ok {
		return false
	}
	if firstTag(head) {
		return !isMarkdownName(name) || wholePage(head)
	}
	for _, ext := range []string{".html", ".htm", ".shtml", ".xhtml"} {
		if strings.HasSuffix(name, ext) {
			return anyTag(head)
		}
	}
	return false
}

// headText decodes the beginning of a file, enough to tell what it is.
func headText(data []byte) (string, bool) {
	text, _, ok := decodeText("", data[:min(len(data), 1<<13)&^1])
	return string(text), ok
}

// firstTag reports whether the text begins with a tag of HTML, behind comments
// and declarations.
func firstTag(s string) bool {
	for {
		s = strings.TrimLeftFunc(s, isBlank)
		switch {
		case hasPrefixFold(s, "<!doctype html"):
			return true
		case strings.HasPrefix(s, "<!--"):
			i := strings.Index(s, "-->")
			if i < 0 {
				return false
			}
			s = s[i+3:]
		case strings.HasPrefix(s, "<?"), strings.HasPrefix(s, "<!"):
			i := strings.IndexByte(s, '>')
			if i < 0 {
				return false
			}
			s = s[i+1:]
		default:
			return isPageTag(s)
		}
	}
}

func wholePage(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "<!doctype html") || strings.Contains(s, "<html") || strings.Contains(s, "<body")
}

func isPageTag(s string) bool {
	if !strings.HasPrefix(s, "<") {
		return false
	}
	end := strings.IndexAny(s[1:min(len(s), 20)], " \t\r\n/>")
	if end < 0 {
		return false
	}
	tag := atom.Lookup([]byte(strings.ToLower(s[1 : 1+end])))
	switch tag {
	case atom.A, atom.B, atom.Font, atom.I, atom.Span, atom.Strong, atom.U:
		return true
	}
	return tagClasses[tag] != inlineTag
}

func anyTag(s string) bool {
	for i := strings.IndexByte(s, '<'); i >= 0; {
		if isPageTag(s[i:]) {
			return true
		}
		next := strings.IndexByte(s[i+1:], '<')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
