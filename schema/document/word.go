package document

import (
	"context"
	"strings"

	"github.com/gouji/gouji/schema"
)

// wordFile is what readers of word processors' files have in common.
type wordFile struct {
	ctx context.Context
	doc *Document
	xml *xmlScanner

	paragraphs, tables, cells int
	all                       int // paragraphs, those in cells and text boxes too
	nested                    int // cells and text boxes around the current place
	tracked, objects, chunks  int
}

// another counts the paragraph that begins.
func (r *wordFile) another() error {
	if r.all++; r.all > maxDocxBlocks {
		return errTooMany
	}
	if r.all%1024 == 0 && r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	if r.nested == 0 {
		r.paragraphs++
	}
	return nil
}

// at is the place of the current paragraph.
func (r *wordFile) at() schema.Place {
	return schema.Place{Path: r.doc.Path, Line: r.paragraphs, Column: 1}
}

// appendLines adds a paragraph as blocks, one for each of its lines; an empty
// line is a gap.
func appendLines(into *[]Block, text string, level int, at schema.Place) {
	for line := range strings.SplitSeq(text, "\n") {
		words := clean(line, at)
		switch {
		case words.IsEmpty():
			if n := len(*into); n > 0 && (*into)[n-1].Kind != Break {
				*into = append(*into, Block{Kind: Break})
			}
		case level > 0:
			*into = append(*into, Block{Kind: Heading, Level: level, Text: words})
		default:
			*into = append(*into, Block{Kind: Paragraph, Text: words})
		}
	}
}

// end returns the document when its text was read to err, nil for its end.
func (r *wordFile) end(err error) (*Document, error) {
	if ctxErr := r.ctx.Err(); ctxErr != nil {
		return nil, ctxErr
	}
	if err != nil {
		if len(r.doc.Blocks) == 0 {
			return nil, lostAll(err)
		}
		r.lostRest(err)
	}
	r.remarks()
	return r.doc, nil
}
