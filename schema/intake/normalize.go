package intake

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// bare are words without what they may vary in; see [schema.Bare].
func bare(s string) string { return schema.Bare(s) }

func narrow(r rune) rune { return schema.Narrow(r) }

const numerals = "一二三四五六七八九十"

// enumerator cuts the number from the front of a label or heading: 一、 （三）
// 1. 第二部分 are 一, 三, 1, 二 with their styles. style is 0 for none.
func enumerator(s string) (number int, style enumStyle, rest string) {
	s = strings.TrimLeftFunc(s, isSpace)
	switch {
	case strings.HasPrefix(s, "（"), strings.HasPrefix(s, "("):
		inner := strings.TrimLeft(s, "（(")
		n, after := leadingNumber(inner)
		after = strings.TrimLeftFunc(after, isSpace)
		if n > 0 && (strings.HasPrefix(after, "）") || strings.HasPrefix(after, ")")) {
			return n, inBrackets, strings.TrimLeftFunc(strings.TrimLeft(after, "）)"), isPoint)
		}
	case strings.HasPrefix(s, "第"):
		n, after := leadingNumber(strings.TrimPrefix(s, "第"))
		if n > 0 && strings.HasPrefix(after, "部分") {
			return n, asPart, strings.TrimLeftFunc(strings.TrimPrefix(after, "部分"), isPoint)
		}
	default:
		n, after := leadingNumber(s)
		trimmed := strings.TrimLeftFunc(after, isPoint)
		if n == 0 || trimmed == after || strings.TrimFunc(after[:len(after)-len(trimmed)], isSpace) == "" && s[0] < 0x80 {
			return 0, 0, s
		}
		if s[0] < 0x80 {
			return n, arabic, trimmed
		}
		return n, chinese, trimmed
	}
	return 0, 0, s
}

// enumStyle tells how a number is written.
type enumStyle uint8

const (
	chinese    enumStyle = iota + 1 // 一、
	inBrackets                      // （一）
	arabic                          // 1.
	asPart                          // 第一部分
)

// leadingNumber reads 一 to 十九, or one or two digits.
func leadingNumber(s string) (int, string) {
	if s == "" {
		return 0, s
	}
	if s[0] >= '0' && s[0] <= '9' {
		n := int(s[0] - '0')
		if len(s) > 1 && s[1] >= '0' && s[1] <= '9' {
			return n*10 + int(s[1]-'0'), s[2:]
		}
		return n, s[1:]
	}
	runes := []rune(s[:min(len(s), 9)])
	first := strings.IndexRune(numerals, runes[0])
	if first < 0 {
		return 0, s
	}
	n, size := first/3+1, len(string(runes[0]))
	if n == 10 && len(runes) > 1 {
		if second := strings.IndexRune(numerals, runes[1]); second >= 0 {
			return 10 + second/3 + 1, s[size+len(string(runes[1])):]
		}
	}
	return n, s[size:]
}

func isPoint(r rune) bool { return strings.ContainsRune("、．.。，,:： \t　", r) || isSpace(r) }

func isSpace(r rune) bool {
	return r <= ' ' || r == 0xA0 || r == 0x3000 || r == 0xFEFF || r >= 0x2000 && r <= 0x200B
}

// squeeze takes all white space out.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}
