package document

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"github.com/gouji/gouji/schema"
)

// maxParts bounds the parts of a saved page, pictures and style sheets
// included.
const maxParts = 5000

// maxNesting is how deep parts within parts may go.
const maxNesting = 5

// isMHT tells a page saved as one file (.mht, .mhtml, Word's 单个文件网页) by the
// head of a mail that it begins with.
func isMHT(_ string, data []byte) bool {
	head := data[:min(len(data), 1<<14)]
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	mimeVersion, contentType := false, false
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		key, value, found := bytes.Cut(line, []byte(":"))
		switch {
		case line[0] == ' ' || line[0] == '\t':
		case !found || bytes.ContainsAny(key, " <\t"):
			return false
		case bytes.EqualFold(key, []byte("MIME-Version")):
			mimeVersion = true
		case bytes.EqualFold(key, []byte("Content-Type")):
			value = bytes.ToLower(bytes.TrimSpace(value))
			contentType = bytes.HasPrefix(value, []byte("multipart/")) || bytes.HasPrefix(value, []byte("text/html"))
		}
	}
	return mimeVersion && contentType
}

// mhtPage is one page of a saved file.
type mhtPage struct {
	data    []byte
	charset string
}

// readMHT reads a page saved as one file. Places are lines and columns of the
// page in it, decoded. Pages in its frames are read behind it when they hold
// tables or text.
func readMHT(ctx context.Context, path string, data []byte) (*Document, error) {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n")
	message, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil, mhtDamaged(err)
	}
	f := &mhtFile{ctx: ctx}
	err = f.part(mhtHead{message.Header.Get("Content-Type"), message.Header.Get("Content-Transfer-Encoding")}, message.Body, 0)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if len(f.pages) == 0 {
		return nil, mhtDamaged(err)
	}
	doc, err := htmlDocument(ctx, path, f.pages[0].data, f.pages[0].charset)
	if err != nil {
		return nil, err
	}
	for _, p := range f.pages[1:] {
		inner, err := htmlDocument(ctx, path, p.data, p.charset)
		if err == nil && (figuresIn(inner.Blocks) >= leastFigures || sentencesIn(inner.Blocks) > 0) {
			doc.Blocks = append(append(doc.Blocks, Block{Kind: Break}), inner.Blocks...)
			doc.Problems = append(doc.Problems, inner.Problems...)
		}
	}
	if f.cut {
		doc.Problems = append(doc.Problems, schema.Problem{
			Kind: schema.Unreadable, Place: schema.Place{Path: path},
			ZH: "文件不完整：网页没有存完就断了，后面的内容没有；请重新保存。",
			EN: "the saved page is cut short; save it again",
		})
	}
	return doc, nil
}

func mhtDamaged(err error) error {
	if err == nil {
		err = errors.New("no text/html part")
	}
	return &Error{Kind: Damaged, Err: err,
		ZH: "单个文件网页（.mht）里没有读到网页，文件可能已损坏或不完整；请重新保存，或另存为 .docx。",
		EN: "the single-file page (.mht) holds no page that can be read, it may be damaged or cut short; save it again, or as .docx",
	}
}

// mhtFile gathers the pages of a saved file.
type mhtFile struct {
	ctx   context.Context
	pages []mhtPage
	parts int
	size  int
	cut   bool // a page ended before its time
}

// mhtHead is what the head of a part says of its content.
type mhtHead struct{ contentType, encoding string }

// part reads a part that is a page, or the parts in it.
func (f *mhtFile) part(head mhtHead, body io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(head.contentType)
	if err != nil && kind == "" {
		return fmt.Errorf("content type: %w", err)
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" && depth < maxNesting:
		return f.multipart(multipart.NewReader(body, params["boundary"]), depth)
	case kind == "text/html" || kind == "application/xhtml+xml":
		f.page(body, head.encoding, params["charset"])
	}
	return nil
}

func (f *mhtFile) multipart(r *multipart.Reader, depth int) error {
	for {
		if err := f.ctx.Err(); err != nil {
			return err
		}
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err // pictures behind the pages may be cut off
		}
		if f.parts++; f.parts > maxParts {
			f.cut = true
			return nil
		}
		if err := f.part(mhtHead{part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding")}, part, depth+1); err != nil {
			return err
		}
	}
}

// page decodes a page. What could be decoded of one that is cut short is kept.
func (f *mhtFile) page(body io.Reader, encoding, charset string) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	data, err := io.ReadAll(io.LimitReader(body, int64(maxText-f.size)+1))
	f.size += len(data)
	if err != nil || f.size > maxText {
		f.cut = true
		data = data[:min(len(data), maxText)]
	}
	if len(bytes.TrimSpace(data)) > 0 {
		f.pages = append(f.pages, mhtPage{data, charset})
	}
}
