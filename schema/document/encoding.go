package document

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/gouji/gouji/schema"
)

// decodeText turns the bytes of a text into UTF-8: UTF-8 itself, UTF-16 with or
// without a mark, GB18030 (which holds GBK and GB2312). ok is false for what is
// no text. Bytes that fit none are replaced and said.
func decodeText(path string, data []byte) (text []byte, problems []schema.Problem, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		data = data[3:]
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), looksUTF16(data, 1):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}), looksUTF16(data, 0):
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), data)
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return nil, nil, false
	}
	if utf8.Valid(data) {
		return data, nil, controls(data) <= len(data)/100
	}
	if nearlyUTF8(data) {
		return replaced(path, data)
	}
	if out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil && bytes.Count(out, []byte("\uFFFD")) <= len(data)/1000 && hanShare(out) > 0.5 {
		if n := bytes.Count(out, []byte("\uFFFD")); n > 0 {
			problems = append(problems, invalidBytes(path, n, firstLine(out)))
		}
		return out, problems, true
	}
	return replaced(path, data)
}

// replaced reads what fits no encoding as UTF-8, with � for what is none.
func replaced(path string, data []byte) ([]byte, []schema.Problem, bool) {
	if controls(data) > len(data)/100 {
		return nil, nil, false
	}
	out := bytes.ToValidUTF8(data, []byte("\uFFFD"))
	n := bytes.Count(out, []byte("\uFFFD"))
	if n > utf8.RuneCount(out)/4 {
		return nil, nil, false
	}
	return out, []schema.Problem{invalidBytes(path, n, firstLine(out))}, true
}

func decodeWith(e encoding.Encoding, data []byte) ([]byte, []schema.Problem, bool) {
	out, err := e.NewDecoder().Bytes(data)
	return bytes.TrimPrefix(out, []byte("\uFEFF")), nil, err == nil && controls(out) <= len(out)/100
}

// looksUTF16 reports whether the bytes at every second place, from high on, are
// those of Chinese characters and ASCII in UTF-16.
func looksUTF16(data []byte, high int) bool {
	if len(data) < 4 || len(data)%2 != 0 || bytes.IndexByte(data, 0) < 0 {
		return false
	}
	head := data[:min(len(data), 4096)&^1]
	good, zero := 0, 0
	for i := high; i < len(head); i += 2 {
		switch b := head[i]; {
		case b == 0:
			zero++
			good++
		case b >= 0x4E && b <= 0x9F, b == 0x30, b == 0xFF, b == 0x20:
			good++
		}
	}
	return zero > 0 && good*10 >= len(head)/2*9
}

// controls counts the control characters that no text has.
func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' || b == 0x7F {
			n++
		}
	}
	return n
}

// hanShare returns which part of the characters beyond ASCII are Chinese ones
// or their punctuation.
func hanShare(text []byte) float64 {
	han, all := 0, 0
	for _, r := range string(text[:min(len(text), 1<<20)]) {
		if r >= utf8.RuneSelf {
			all++
		}
		if r >= 0x4E00 && r <= 0x9FFF || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF {
			han++
		}
	}
	return float64(han) / float64(max(all, 1))
}

// nearlyUTF8 reports whether a text is UTF-8 but for a few bytes. Such a text
// may be valid GB18030 by chance, and nonsense.
func nearlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	return bad*20 < good
}

func firstLine(text []byte) int {
	i := bytes.Index(text, []byte("\uFFFD"))
	return bytes.Count(text[:i], []byte("\n")) + 1
}

func invalidBytes(path string, n, line int) schema.Problem {
	return schema.Problem{
		Kind: schema.Unreadable, Place: schema.Place{Path: path, Line: line, Column: 1},
		ZH: fmt.Sprintf("有 %d 处字节不是 UTF-8，也不是 GB18030，第一处在第 %d 行，已按“�”处理；请另存为 UTF-8 再检查。", n, line),
		EN: fmt.Sprintf("%d places are neither UTF-8 nor GB18030, the first in line %d; save the file as UTF-8", n, line),
	}
}
