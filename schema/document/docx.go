package document

import (
	"context"
	"errors"
	"io"
)

// The limits of a Word file. A report has some hundred paragraphs and three
// tables of some hundred cells.
const (
	maxDocxBlocks = 200_000
	maxDocxCells  = 200_000
	maxDocxColumn = 4096    // grid columns; Word itself stops at 63
	maxDocxJoined = 1 << 14 // bytes of words that further cells or paragraphs may be joined to
)

func isDOCX(_ string, data []byte) bool { return zipKind(data) == "docx" }

// readDOCX reads a Word file: the text of the body as a reader sees it, tracked
// changes accepted, hidden text left out. Headers, footers, notes and comments
// are no part of it. Places are the ordinal of the paragraph in the body, and
// table, row and grid column.
func readDOCX(ctx context.Context, path string, data []byte) (*Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	main := a.mainPart(ctx)
	if !a.has(main) {
		main = "word/document.xml"
	}
	r := &docxReader{archive: a, wordFile: wordFile{ctx: ctx, doc: &Document{Path: path, Format: "docx"}}}
	r.styles = readStyles(ctx, a, a.related(ctx, main, "styles"))
	r.lists = readNumbering(ctx, a, a.related(ctx, main, "numbering"))
	part, err := a.open(ctx, main)
	if err != nil {
		return nil, err
	}
	return r.end(r.body(part))
}

// docxReader walks the main part of a Word file once.
type docxReader struct {
	wordFile
	archive *archive
	styles  styles
	lists   *numbering
	unended openEnd
}

var errTooMany = errors.New("too many paragraphs or cells")

func (r *docxReader) body(part io.Reader) error {
	r.xml = scanXML(part)
	found := false
	for {
		kind, e, _, err := r.xml.next()
		if errors.Is(err, io.EOF) && found {
			return nil
		}
		if err != nil {
			return err
		}
		if kind == xmlStart && e.name == "body" {
			found = true
			err := r.xml.children(func(e element) error { return r.block(e, &r.doc.Blocks) })
			if err != nil {
				return err
			}
		}
	}
}
