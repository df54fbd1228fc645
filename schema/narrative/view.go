package narrative

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// view is a paragraph as the reader sees it: without the white space that
// extractors and wrapped lines put into words, full-width forms folded, and
// with the way back to the bytes of the text.
type view struct {
	s  string
	at []int32 // byte of s → byte of the text; one more for the end
}

// folds are characters that mean the same in this genre.
var folds = map[rune]rune{
	',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！', '．': '.', '％': '%', '〇': '零', '○': '零',
	'﹪': '%', '﹐': '，', '｡': '。', '[': '〔', ']': '〕', '【': '〔', '】': '〕', '［': '〔', '］': '〕', '－': '-', '–': '-',
	'壹': '一', '贰': '二', '叁': '三', '肆': '四', '伍': '五', '陆': '六', '柒': '七', '捌': '八', '玖': '九', '拾': '十',
}

// maxFold is the end of the table of what is folded: the characters beyond are
// looked up one by one, and rare.
const maxFold = 0xA000

var foldTable = sync.OnceValue(func() *[maxFold]rune {
	var table [maxFold]rune
	for from, to := range folds {
		if from < maxFold {
			table[from] = to
		}
	}
	return &table
})

func newView(text string) view {
	v := view{at: make([]int32, 0, len(text)+1)}
	var b strings.Builder
	b.Grow(len(text))
	last, gap := rune(0), false
	for i, r := range text {
		if isSpace(r) {
			gap = true
			continue
		}
		f := fold(r)
		if gap && isDigit(last) && isDigit(f) {
			sep := byte(' ') // 10 20 are two numbers
			if threeDigits(text[i:]) && digitsBefore(b.String()) <= 3 {
				sep = ',' // 1 362
			}
			b.WriteByte(sep)
			v.at = append(v.at, int32(i-1))
		}
		if f == '，' && isDigit(last) && threeDigits(text[i+utf8.RuneLen(r):]) {
			f = ',' // 1,362
		}
		if f == '：' && isDigit(last) && !gap && startsDigit(text[i+utf8.RuneLen(r):]) {
			f = ':' // 10:21 is a time of day, not the opening of a list
		}
		gap = false
		for range utf8.RuneLen(f) {
			v.at = append(v.at, int32(i))
		}
		b.WriteRune(f)
		last = f
	}
	v.s = b.String()
	v.at = append(v.at, int32(len(text)))
	return v
}

// span turns bytes of the view into bytes of the text; white space in front of
// the end is left out.
func (v *view) span(text string, i, j int) (int, int) {
	from := int(v.at[i])
	if j <= i {
		return from, from
	}
	last := int(v.at[j-1])
	_, size := utf8.DecodeRuneInString(text[last:])
	return from, last + size
}

func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= 0xFEE0
	}
	if r < 0x7F && (r >= 'A' || isDigit(r)) && r != '[' && r != ']' {
		return r
	}
	if r < maxFold {
		if f := foldTable()[r]; f != 0 {
			return f
		}
		return r
	}
	if f, ok := folds[r]; ok {
		return f
	}
	return r
}

// startsDigit reports whether s begins with a digit.
func startsDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isDigit(fold(r))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// digitsBefore counts the digits at the end of s.
func digitsBefore(s string) int {
	n := 0
	for n < len(s) && isDigit(rune(s[len(s)-1-n])) {
		n++
	}
	return n
}

// threeDigits reports whether exactly three digits follow.
func threeDigits(s string) bool {
	n := 0
	for _, r := range s {
		if !isDigit(fold(r)) {
			break
		}
		n++
	}
	return n == 3
}

func isSpace(r rune) bool {
	return r <= ' ' || r == 0xA0 || r == 0x3000 || r == 0xFEFF || r >= 0x2000 && r <= 0x200F
}
