package document

import (
	"bytes"
	"context"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/gouji/gouji/schema"
)

func isMarkdownName(name string) bool {
	return strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".markdown")
}

// tableRule is the line under the head of a pipe table.
var tableRule = regexp.MustCompile(`(?m)^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*\r?$`)

// isMarkdown tells Markdown by its name. Without a name that says what it is,
// as on standard input, a pipe table with its rule says it; a text of that name
// stays a text.
func isMarkdown(name string, data []byte) bool {
	head, ok := headText(data)
	if !ok {
		return false
	}
	return isMarkdownName(name) || !strings.Contains(strings.Trim(name, "."), ".") && tableRule.MatchString(head)
}

// maxMarkdown is the largest Markdown that is read as such, in bytes.
const maxMarkdown = 8 << 20

// readMarkdown reads Markdown: headings, lines of paragraphs and lists, pipe
// tables, and HTML through the reader of pages. A pipe table is not ruled: its
// rows may have lost a cell.
func readMarkdown(ctx context.Context, path string, data []byte) (*Document, error) {
	if len(data) > maxMarkdown {
		return readText(ctx, path, data)
	}
	source, problems, ok := decodeText(path, data)
	if !ok {
		return readText(ctx, path, data) // which says why
	}
	r := &markdownReader{
		ctx: ctx, lines: newLineIndex(path, source), source: source,
		text: textReader{doc: &Document{Path: path, Format: "markdown", Problems: problems}},
	}
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	if err := r.blocks(parser.Parse(text.NewReader(source)), 0); err != nil {
		return nil, err
	}
	return r.text.doc, nil
}

// markdownReader turns the tree of a Markdown text into blocks. Lines that are
// no Markdown table but look like one are read as those of a text.
type markdownReader struct {
	ctx    context.Context
	source []byte
	lines  *lineIndex
	text   textReader
	done   int // bytes of the source that are read: HTML may run on over blocks
}

// maxQuotes is how deep lists and quotations may be nested.
const maxQuotes = 100

func (r *markdownReader) blocks(parent ast.Node, depth int) error {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		if err := r.block(n, depth); err != nil {
			return err
		}
		if depth == 0 {
			r.gap()
		}
	}
	return nil
}

func (r *markdownReader) block(n ast.Node, depth int) error {
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n)
	case *ast.HTMLBlock:
		return r.html(n)
	case *ast.ThematicBreak:
	case *east.Table:
		r.table(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
			r.line(s.Start, s.Stop)
		}
	case *ast.Paragraph, *ast.TextBlock:
		r.paragraph(n)
	default:
		if depth < maxQuotes {
			return r.blocks(n, depth+1)
		}
	}
	return nil
}

func (r *markdownReader) gap() {
	r.text.endTable()
	doc := r.text.doc
	if n := len(doc.Blocks); n > 0 && doc.Blocks[n-1].Kind != Break {
		doc.Blocks = append(doc.Blocks, Block{Kind: Break})
	}
}

// line reads a part of a source line as a line of text.
func (r *markdownReader) line(start, stop int) {
	if start < r.done {
		return
	}
	line := strings.TrimRight(string(r.source[start:stop]), "\r\n")
	r.text.line(line, r.lines.place(start))
}

func (r *markdownReader) heading(n *ast.Heading) {
	if n.Lines().Len() == 0 || n.Lines().At(0).Start < r.done {
		return
	}
	r.gap()
	for _, line := range r.inlineLines(n) {
		if line = line.TrimSpace(); !line.IsEmpty() {
			r.text.doc.Blocks = append(r.text.doc.Blocks, Block{Kind: Heading, Level: n.Level, Text: line})
		}
	}
}

// paragraph emits the lines of a paragraph, with the number of a list's item in
// front of the first. Lines with tabs or pipes may be rows of a table that
// Markdown does not take for one.
func (r *markdownReader) paragraph(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 || lines.At(0).Start < r.done {
		return
	}
	for i := range lines.Len() {
		s := lines.At(i)
		if _, row := splitRow(string(bytes.TrimRight(s.Value(r.source), "\r\n")), schema.Place{}); row {
			for k := range lines.Len() {
				r.line(lines.At(k).Start, lines.At(k).Stop)
			}
			return
		}
	}
	for i, line := range r.inlineLines(n) {
		if i == 0 {
			line = r.marker(n, lines.At(0).Start).Append(line)
		}
		if line = line.TrimSpace(); !line.IsEmpty() {
			r.text.doc.Blocks = append(r.text.doc.Blocks, Block{Kind: Paragraph, Text: line})
		}
	}
}

// marker returns the number in front of the first paragraph of an item in a
// numbered list: it is text to a reader.
func (r *markdownReader) marker(n ast.Node, start int) schema.Text {
	item, ok := n.Parent().(*ast.ListItem)
	if !ok || n.PreviousSibling() != nil {
		return schema.Text{}
	}
	if list, ok := item.Parent().(*ast.List); !ok || !list.IsOrdered() {
		return schema.Text{}
	}
	begin := bytes.LastIndexByte(r.source[:start], '\n') + 1
	front := r.source[begin:start]
	i := bytes.LastIndexAny(front, ".)")
	k := i
	for k > 0 && front[k-1] >= '0' && front[k-1] <= '9' {
		k--
	}
	if i < 0 || k == i {
		return schema.Text{}
	}
	return schema.NewText(string(front[k:i+1]), r.lines.place(begin+k))
}

// html reads a block of HTML. A table runs on over blank lines, which end the
// block for Markdown.
func (r *markdownReader) html(n *ast.HTMLBlock) error {
	if n.Lines().Len() == 0 {
		return nil
	}
	start, stop := n.Lines().At(0).Start, n.Lines().At(n.Lines().Len()-1).Stop
	if n.HasClosure() {
		stop = max(stop, n.ClosureLine.Stop)
	}
	if start < r.done {
		return nil
	}
	stop = tableEnd(r.source, start, stop)
	r.done = stop
	at := r.lines.place(start)
	begin := cursor{spot: spot{at.Line, at.Column}}
	notes, blocks, err := htmlParts(r.ctx, r.lines.path, r.source[start:stop], begin, r.text.tables)
	if err != nil {
		return err
	}
	r.gap()
	for _, b := range blocks {
		if b.Kind == TableBlock {
			r.text.tables++
		}
	}
	r.text.doc.Blocks = append(r.text.doc.Blocks, blocks...)
	notes.say(r.text.doc, leastFigures, 0)
	return nil
}

// tableEnd returns where the tables end that are open in the part of a source.
func tableEnd(source []byte, start, stop int) int {
	lower := bytes.ToLower(source[start:])
	stop -= start
	for {
		open := bytes.Count(lower[:stop], []byte("<table")) - bytes.Count(lower[:stop], []byte("</table"))
		if open <= 0 {
			return start + stop
		}
		i := bytes.Index(lower[stop:], []byte("</table"))
		if i < 0 {
			return len(source)
		}
		end := bytes.IndexByte(lower[stop+i:], '>')
		if end < 0 {
			return len(source)
		}
		stop += i + end + 1
	}
}
