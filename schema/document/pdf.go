package document

import (
	"context"
	"fmt"

	"github.com/gouji/gouji/schema"
)

// maxPages is how many pages of a PDF are read. An annual report has five to
// thirty; what has more is cut, and said to be.
const maxPages = 500

// readPDF reads a PDF through PDFium: characters with their boxes and the
// ruling lines of each page, from which tables are rebuilt. Places are page and
// box.
func readPDF(ctx context.Context, path string, data []byte) (*Document, error) {
	instance, err := pdfium(ctx)
	if err != nil {
		return nil, err
	}
	type result struct {
		doc *Document
		err error
	}
	done := make(chan result, 1)
	go func() {
		// PDFium cannot be interrupted without making it four times slower. A
		// file that hangs it costs its goroutine; the caller goes on.
		defer func() {
			if trouble := recover(); trouble != nil {
				done <- result{nil, pdfDamaged(fmt.Errorf("%v", trouble))}
			}
			_ = instance.Close()
		}()
		doc, err := (&pdfFile{instance: instance, path: path}).read(ctx, data)
		done <- result{doc, err}
	}()
	select {
	case r := <-done:
		return r.doc, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// assemble puts the pages together and says what could not be read.
func assemble(path string, pages []*pdfPage, total int) *Document {
	doc := &Document{Path: path, Format: "pdf"}
	blocks := make([][]Block, len(pages))
	for i, p := range pages {
		blocks[i] = p.layout()
	}
	dropRunning(pages, blocks)
	doc.Blocks = joinPages(blocks)
	doc.Problems = unreadPages(path, pages)
	if total > len(pages) {
		doc.Problems = append(doc.Problems, schema.Problem{
			Kind: schema.Unreadable, Place: schema.Place{Path: path},
			ZH: fmt.Sprintf("这份 PDF 有 %d 页，只读了前 %d 页，其余没有核对。", total, len(pages)),
			EN: fmt.Sprintf("this PDF has %d pages; only the first %d were read and checked", total, len(pages)),
		})
	}
	return doc
}

// joinPages puts the blocks of the pages behind one another. A table that ends a
// page and one that begins the next are one, where they agree.
func joinPages(pages [][]Block) []Block {
	var out []Block
	var last *Table // the last block so far but for gaps, if it is a table
	tables := 0
	for i, blocks := range pages {
		first := i > 0
		if first {
			out = append(out, Block{Kind: Break})
		}
		for _, b := range blocks {
			if b.Kind == Break {
				out = append(out, b)
				continue
			}
			goesOn := b.Table != nil && first && last != nil && joinTable(last, b.Table)
			if first = false; goesOn {
				continue
			}
			if last = b.Table; last != nil {
				tables++
				last.Place.Table = tables
			}
			out = append(out, b)
		}
	}
	for _, b := range out {
		if b.Table != nil {
			number(b.Table, b.Table.Place.Table)
		}
	}
	return out
}
