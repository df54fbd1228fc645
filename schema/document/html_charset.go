package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/gouji/gouji/schema"
)

// decodeHTML turns the bytes of a page into UTF-8. A mark at the beginning
// decides, then the content: what is UTF-8 throughout is UTF-8 whatever it says
// of itself, and what reads as Chinese in GB18030 is that. The declared charset,
// of the transport or the page, decides only about the rest.
func decodeHTML(path string, data []byte, declared string) ([]byte, []schema.Problem, bool) {
	text, problems, ok := decodeText(path, data)
	if ok && (utf8.Valid(data) || bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF})) {
		return text, problems, true
	}
	if declared == "" {
		declared = metaCharset(data)
	}
	encoding, name := charset.Lookup(declared)
	switch name {
	case "", "utf-8", "gbk", "gb18030", "hz-gb-2312", "windows-1252", "utf-16le", "utf-16be", "replacement", "x-user-defined":
		return text, problems, ok
	}
	other, err := encoding.NewDecoder().Bytes(data)
	if err == nil && (!ok || common(other) > common(text)) {
		return other, nil, true
	}
	return text, problems, ok
}

// common counts the characters that every text of this kind has many of, in
// both scripts. A wrong decoding has hardly one.
func common(text []byte) int {
	n := 0
	for _, r := range string(text[:min(len(text), 1<<18)]) {
		if strings.ContainsRune("的年度政府信息公开開报報告申请請行情况況工作主动動本", r) {
			n++
		}
	}
	return n
}

// metaCharset finds the charset a page declares in its head.
func metaCharset(data []byte) string {
	head := strings.ToLower(string(data[:min(len(data), 4096)]))
	i := strings.Index(head, "charset=")
	if i < 0 {
		return ""
	}
	value := strings.TrimLeft(head[i+len("charset="):], " \"'")
	if end := strings.IndexAny(value, " \"'/>;"); end >= 0 {
		value = value[:end]
	}
	return value
}
