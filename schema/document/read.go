package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// MaxFile is the largest file that is read, in bytes: 64 MiB. Annual reports
// have some hundred kilobytes, with pictures some megabytes.
const MaxFile = 64 << 20

// maxText is the largest text that is read, in bytes.
const maxText = 32 << 20

// format is one format of files: how its content tells it, and its reader.
type format struct {
	name string
	is   func(name string, data []byte) bool
	read func(ctx context.Context, path string, data []byte) (*Document, error)
}

// formats are tried in their order; the last takes whatever is text. A new
// format is a reader and a line here.
var formats = []format{
	{"pdf", isPDF, readPDF},
	{"docx", isDOCX, readDOCX},
	{"odt", isODT, readODT},
	{"mht", isMHT, readMHT},
	{"html", isHTML, readHTML},
	{"markdown", isMarkdown, readMarkdown},
	{"xlsx", isXLSX, readXLSX},
	{"zip", isOtherZip, readOtherZip},
	{"ole", isOLE, readOLE},
	{"rtf", isRTF, readRTF},
	{"text", isText, readText},
}

// Read reads a file of any format it knows. The format is told by the content;
// the name only decides between Markdown and plain text. Trouble inside a file
// that can be read becomes a problem of the document; a file that cannot be read
// gives an [Error].
func Read(ctx context.Context, path string, data []byte) (*Document, error) {
	if len(data) > MaxFile {
		return nil, tooLarge(len(data))
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &Error{Kind: Empty, ZH: "文件是空的。", EN: "the file is empty"}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	name := strings.ToLower(filepath.Base(path))
	for _, f := range formats {
		if f.is(name, data) {
			return f.read(ctx, path, data)
		}
	}
	return nil, &Error{
		Kind: Binary,
		ZH:   "不认识这种文件；请用 Word、WPS 另存为 .docx，或导出为 PDF。",
		EN:   "unknown kind of file; save it as .docx or export it as PDF",
	}
}

func tooLarge(size int) error {
	return &Error{
		Kind: TooLarge, Err: errors.New("file too large"),
		ZH: fmt.Sprintf("文件有 %d MB，超过 %d MB 的上限，没有读。", size>>20, MaxFile>>20),
		EN: fmt.Sprintf("the file has %d MB, more than the limit of %d MB, and was not read", size>>20, MaxFile>>20),
	}
}

func isPDF(_ string, data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}
