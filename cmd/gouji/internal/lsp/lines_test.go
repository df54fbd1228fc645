package lsp

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

func TestPositionsAreThoseOfTheEncoding(t *testing.T) {
	t.Parallel()
	const text = "甲a😀b\r\n乙\r丙\n"
	for _, tt := range []struct {
		name, encoding string
		at             int // byte
		want           position
	}{
		{"utf-16: an astral character is two", utf16Units, strings.Index(text, "b"), position{0, 4}},
		{"utf-32: it is one", utf32Units, strings.Index(text, "b"), position{0, 3}},
		{"utf-8: it is four", utf8Units, strings.Index(text, "b"), position{0, 8}},
		{"a line after CRLF", utf16Units, strings.Index(text, "乙"), position{1, 0}},
		{"a line after CR", utf16Units, strings.Index(text, "丙"), position{2, 0}},
		{"the end after the last line end", utf16Units, len(text), position{3, 0}},
	} {
		l := newLines(text, tt.encoding, "text")
		assert.Equal(t, tt.want, l.position(tt.at), tt.name)
		assert.Equal(t, tt.at, l.offset(tt.want), tt.name)
	}
	l := newLines(text, utf16Units, "text")
	assert.Equal(t, strings.Index(text, "😀"), l.offset(position{0, 3}), "within a character is its beginning")
	assert.Equal(t, strings.Index(text, "\r\n"), l.offset(position{0, 99}), "behind the line is its end")
	assert.Equal(t, len(text), l.offset(position{99, 0}), "behind the text is its end")
	assert.Equal(t, 0, l.offset(position{-1, 5}))
}

func TestPlacesOfReadersAreFound(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text, format string
		place              schema.Place
		want               string
		at                 position
	}{
		{"a span", "一二三四", "text", schema.Place{Line: 1, Column: 2, EndLine: 1, EndColumn: 4}, "二三", position{0, 1}},
		{"over lines", "一二\n三四", "text", schema.Place{Line: 1, Column: 2, EndLine: 2, EndColumn: 2}, "二\n三", position{0, 1}},
		{"a line without columns", "一\n二三\r\n四", "text", schema.Place{Line: 2}, "二三", position{1, 0}},
		{"lines without columns", "一\n二\n三", "text", schema.Place{Line: 2, EndLine: 3}, "二\n三", position{1, 0}},
		{"a start without an end", "一二三\n四", "text", schema.Place{Line: 1, Column: 2}, "二三", position{0, 1}},
		{"the file as a whole", "一\n二", "text", schema.Place{Path: "x"}, "一", position{0, 0}},
		{"an empty cell", "a||b", "text", schema.Place{Line: 1, Column: 3, EndLine: 1, EndColumn: 3}, "", position{0, 2}},
		{"behind a mark of order", "\uFEFF一二", "text", schema.Place{Line: 1, Column: 2, EndLine: 1, EndColumn: 3}, "二", position{0, 2}},
		{"behind a line break of Unicode", "一\u2028二三", "text", schema.Place{Line: 2, Column: 2, EndLine: 2, EndColumn: 3}, "三", position{0, 3}},
		{"which is none in TOML", "一\u2028二三", "toml", schema.Place{Line: 1, Column: 3, EndLine: 1, EndColumn: 4}, "二", position{0, 2}},
		{"beyond the text", "一", "text", schema.Place{Line: 9, Column: 9, EndLine: 9, EndColumn: 12}, "", position{0, 1}},
	} {
		l := newLines(tt.text, utf16Units, tt.format)
		from, to := l.span(tt.place)
		assert.Equal(t, tt.want, tt.text[from:to], tt.name)
		assert.Equal(t, tt.at, l.place(tt.place).Start, tt.name)
	}
}

// FuzzChange holds changes, by the units of each encoding, to the same change
// made on code points, and places to stay within the text.
func FuzzChange(f *testing.F) {
	f.Add("甲a😀b\r\n乙\n", 1, 4, "丁")
	f.Add("\uFEFFa\u2028b", 0, 2, "")
	f.Fuzz(func(t *testing.T, text string, i, j int, put string) {
		if !utf8.ValidString(text) || !utf8.ValidString(put) {
			return
		}
		runes := []rune(text)
		i, j = clampTo(i, len(runes)), clampTo(j, len(runes))
		if i > j {
			i, j = j, i
		}
		from, to := len(string(runes[:i])), len(string(runes[:j]))
		if splits(text, from) || splits(text, to) {
			return // between CR and LF is no position
		}
		for _, encoding := range []string{utf8Units, utf16Units, utf32Units} {
			l := newLines(text, encoding, "text")
			r := l.rangeOf(from, to)
			require.Equal(t, text[:from]+put+text[to:], l.apply(change{Range: &r, Text: put}), encoding)
			if encoding == utf16Units {
				head := text[:from]
				line := head[max(strings.LastIndexAny(head, "\r\n")+1, 0):]
				require.Equal(t, len(utf16.Encode([]rune(line))), r.Start.Character)
			}
			a, b := l.span(schema.Place{Line: i, Column: j, EndLine: j, EndColumn: i})
			require.True(t, 0 <= a && a <= b && b <= len(text) && utf8.ValidString(text[a:b]))
		}
	})
}

func clampTo(n, most int) int {
	if n < 0 {
		n = -(n + 1)
	}
	return n % (most + 1)
}

func splits(text string, at int) bool {
	return at > 0 && at < len(text) && text[at-1] == '\r' && text[at] == '\n'
}

func TestURIsAndPathsAgree(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		uri     string
		windows bool
		want    string
	}{
		{"file:///a/%E5%B9%B4%20%E6%8A%A5.txt", false, "/a/年 报.txt"},
		{"file:///a/年报.txt", false, "/a/年报.txt"},
		{"file:///a/x%23y%3F.txt", false, "/a/x#y?.txt"},
		{"file:///c%3A/%E5%B9%B4/x.txt", true, `c:\年\x.txt`},
		{"file:///C:/x.txt", true, `C:\x.txt`},
		{"file://server/share/x.txt", true, `\\server\share\x.txt`},
		{"untitled:Untitled-1", false, ""},
		{"file://%zz", false, ""},
		{"", false, ""},
	} {
		got, ok := pathOn(tt.uri, tt.windows)
		assert.Equal(t, tt.want, got, tt.uri)
		assert.Equal(t, tt.want != "", ok, tt.uri)
	}
	for _, path := range []string{"/a/年 报#1?.txt", "/a/100%.toml"} {
		got, ok := pathOn(uriOf(path), false)
		assert.True(t, ok)
		assert.Equal(t, path, got)
	}
	got, _ := pathOn(uriOf("C:/年/x.txt"), true)
	assert.Equal(t, `C:\年\x.txt`, got)
	name, file := nameOf("untitled:Untitled-1", "markdown")
	assert.Equal(t, "Untitled-1.md", name)
	assert.False(t, file)
}
