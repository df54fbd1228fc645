package narrative

import (
	"strings"
	"unicode/utf8"
)

// kind tells tokens apart.
type kind uint8

const (
	kText   kind = iota // words that the lexicon does not know
	kWord               // a word of the lexicon
	kNumber             // a number of any class
	kYear               // 2023年, 2023年度
	kDate               // 2023年12月31日, 12月31日, 3月
	kStop               // 。！？ and line ends
	kSemi               // ；
	kComma              // ，
	kPause              // 、
	kColon              // ：
	kOpen               // （
	kClose              // ）
)

// token is one piece of a view.
type token struct {
	i, j int
	word *word
	num  *number
	year int
	kind kind
	// quoted marks what stands in 《》 and “”: titles and names, which claim nothing.
	quoted bool
}

// punct returns the kind of a punctuation mark.
func punct(r rune) (kind, bool) {
	switch r {
	case '。', '！', '？':
		return kStop, true
	case '；':
		return kSemi, true
	case '，':
		return kComma, true
	case '、':
		return kPause, true
	case '：':
		return kColon, true
	case '（':
		return kOpen, true
	case '）':
		return kClose, true
	}
	return 0, false
}

// maxQuote is how many bytes a name in quotation marks has at most; a longer one
// is speech.
const maxQuote = 90

// tokenize cuts a view into tokens.
func tokenize(v *view) []token {
	lex := theLexicon()
	s := v.s
	tokens := make([]token, 0, len(s)/5+8)
	depth, quote := 0, 0
	add := func(t token) {
		t.quoted = depth > 0 || t.i < quote
		tokens = append(tokens, t)
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if k, ok := punct(r); ok {
			add(token{kind: k, i: i, j: i + size})
			i += size
			continue
		}
		switch r {
		case '《':
			if t, ok := tokenAt(s, i, r, size, lex); ok { // a document that is a word: 《…申请表》
				add(t)
				i = t.j
				continue
			}
			depth++
		case '》':
			depth = max(depth-1, 0)
		case '“':
			if end := strings.Index(s[i:], "”"); end > 0 && end < maxQuote {
				quote = i + end
			}
		}
		if t, ok := tokenAt(s, i, r, size, lex); ok {
			add(t)
			i = t.j
			continue
		}
		if n := len(tokens); n > 0 && tokens[n-1].kind == kText && tokens[n-1].j == i && tokens[n-1].quoted == (depth > 0 || i < quote) {
			tokens[n-1].j = i + size
		} else {
			add(token{kind: kText, i: i, j: i + size})
		}
		i += size
	}
	return tokens
}

// tokenAt reads a word, a date or a number from byte i.
func tokenAt(s string, i int, r rune, size int, lex *lexicon) (token, bool) {
	w := lex.at(s[i:], r, size)
	if w != nil && !(isDigit(r) && digitsLonger(s[i:], w.text)) {
		if beginsNumeral(r) {
			if t, ok := chineseYear(s, i); ok {
				return t, true
			}
			if t, ok := numeralOver(s, i, w); ok {
				return t, true
			}
		}
		return token{kind: kWord, i: i, j: i + len(w.text), word: w}, true
	}
	if isDigit(r) {
		if t, ok := dateToken(s, i); ok {
			return t, true
		}
		return numberToken(arabic(s, i), s), true
	}
	if beginsNumeral(r) {
		if t, ok := chineseYear(s, i); ok {
			return t, true
		}
		if n, ok := chineseNumber(s, i); ok {
			return numberToken(n, s), true
		}
	}
	return token{}, false
}

// digitsLonger reports whether the digits of s go on behind the word: 123456 is
// no 12345.
func digitsLonger(s, word string) bool {
	return len(s) > len(word) && isDigit(rune(word[len(word)-1])) && isDigit(rune(s[len(word)]))
}

// numeralOver prefers a Chinese number that is longer than the word at its
// beginning: 零件 is none, 一起 together, but 一起案件 may be one.
func numeralOver(s string, i int, w *word) (token, bool) {
	if w.as(roleZero) != nil || w.as(roleIdle) != nil {
		return token{}, false
	}
	n, ok := chineseNumber(s, i)
	if !ok || n.end-i <= len(w.text) {
		return token{}, false
	}
	return numberToken(n, s), true
}

// numberToken is the token of a number, with the qualifier in front of it.
func numberToken(n number, s string) token {
	n.front(s)
	return token{kind: kNumber, i: n.i, j: n.end, num: &n}
}

func beginsNumeral(r rune) bool { return chineseDigit(r) >= 0 || r == '十' || r == '两' }

// chineseYear reads 二零二三年 and 二零二三年十二月三十一日; 〇 is folded to 零.
func chineseYear(s string, i int) (token, bool) {
	year, j := 0, i
	for range 4 {
		r, size := utf8.DecodeRuneInString(s[j:])
		d := chineseDigit(r)
		if d < 0 {
			return token{}, false
		}
		year, j = 10*year+d, j+size
	}
	if !strings.HasPrefix(s[j:], "年") || year < 1900 || year > 2100 {
		return token{}, false
	}
	t := token{kind: kYear, i: i, j: j + len("年"), year: year}
	if strings.HasPrefix(s[t.j:], "度") {
		t.j += len("度")
		return t, true
	}
	for _, unit := range []string{"月", "日"} {
		_, end := numeralAt(s, t.j)
		if end == t.j || !strings.HasPrefix(s[end:], unit) {
			break
		}
		t.kind, t.j = kDate, end+len(unit)
	}
	return t, true
}

// numeralAt reads 十二 or 三十一 at byte i, and where it ends.
func numeralAt(s string, i int) (value, end int) {
	tens, digit := 0, 0
	for end = i; end < len(s); {
		r, size := utf8.DecodeRuneInString(s[end:])
		switch d := chineseDigit(r); {
		case r == '十':
			tens, digit = max(digit, 1), 0
		case d >= 0:
			digit = d
		default:
			return 10*tens + digit, end
		}
		end += size
	}
	return 10*tens + digit, end
}

// dateToken reads 2023年, 2023年度, 2023年12月31日, 12月31日, 2023-12-31 and
// 2023.12.31.
func dateToken(s string, i int) (token, bool) {
	j := digitsEnd(s, i)
	n := j - i
	rest := s[j:]
	switch {
	case n == 4 && strings.HasPrefix(rest, "年"):
		year := int(s[i]-'0')*1000 + int(s[i+1]-'0')*100 + int(s[i+2]-'0')*10 + int(s[i+3]-'0')
		end := j + len("年")
		if strings.HasPrefix(s[end:], "度") {
			return token{kind: kYear, i: i, j: end + len("度"), year: year}, true
		}
		if m := digitsEnd(s, end); m > end && strings.HasPrefix(s[m:], "月") {
			return token{kind: kDate, i: i, j: dayEnd(s, m+len("月")), year: year}, true
		}
		return token{kind: kYear, i: i, j: end, year: year}, true
	case n <= 2 && strings.HasPrefix(rest, "月") && !strings.HasPrefix(rest, "月度"):
		return token{kind: kDate, i: i, j: dayEnd(s, j+len("月"))}, true
	case n == 4 && len(rest) > 1 && (rest[0] == '-' || rest[0] == '.' || rest[0] == '/'):
		m := digitsEnd(s, j+1)
		if m > j+1 && m-j-1 <= 2 && m+1 < len(s) && s[m] == rest[0] {
			if d := digitsEnd(s, m+1); d > m+1 && d-m-1 <= 2 {
				return token{kind: kDate, i: i, j: d}, true
			}
		}
	}
	return token{}, false
}

func dayEnd(s string, i int) int {
	if d := digitsEnd(s, i); d > i {
		for _, day := range []string{"日", "号"} {
			if strings.HasPrefix(s[d:], day) {
				return d + len(day)
			}
		}
	}
	return i
}

func digitsEnd(s string, i int) int {
	for i < len(s) && isDigit(rune(s[i])) {
		i++
	}
	return i
}
