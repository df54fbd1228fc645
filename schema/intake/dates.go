package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// dateAt reads a date that begins at byte i of s: 2021年1月19日, 2021 年 1 月
// 19 日, 二〇二一年一月十九日, 2021-01-19, 2021.1.19. Without a year (12月31日)
// Year is 0. A day or month that does not exist is kept as printed.
func dateAt(s string, i int) (d schema.Date, end int, ok bool) {
	year, j := yearAt(s, i)
	k := i
	if year > 0 {
		switch sep, after := separator(s, j); sep {
		case '年':
			k = after
		case '-', '.', '/':
			return dashed(s, year, after, sep)
		default:
			return d, 0, false
		}
	}
	month, k := smallNumber(s, k)
	if month < 0 {
		return d, 0, false
	}
	sep, after := separator(s, k)
	if sep != '月' {
		return d, 0, false
	}
	day, k := smallNumber(s, after)
	if day < 0 {
		return d, 0, false
	}
	sep, after = separator(s, k)
	if sep != '日' && sep != '号' {
		return d, 0, false
	}
	return schema.Date{Year: year, Month: month, Day: day}, after, true
}

func dashed(s string, year, at int, sep rune) (schema.Date, int, bool) {
	month, k := smallNumber(s, at)
	got, after := separator(s, k)
	if month < 0 || got != sep {
		return schema.Date{}, 0, false
	}
	day, k := smallNumber(s, after)
	if day < 0 {
		return schema.Date{}, 0, false
	}
	if got, after := separator(s, k); got == '日' {
		k = after
	}
	return schema.Date{Year: year, Month: month, Day: day}, k, true
}

// yearAt reads four to eight digits, or 二〇二一; 0 when there are none.
func yearAt(s string, i int) (year, end int) {
	i = skipSpace(s, i)
	n := 0
	for j := i; ; j = skipSpace(s, end) {
		if j >= len(s) || n == 8 {
			break
		}
		r, size := utf8.DecodeRuneInString(s[j:])
		v := digitOf(r)
		if v < 0 {
			break
		}
		year, n, end = year*10+v, n+1, j+size
	}
	if n < 4 {
		return 0, i
	}
	return year, end
}

func digitOf(r rune) int {
	r = narrow(r)
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	for v, c := range []rune("〇一二三四五六七八九") {
		if r == c {
			return v
		}
	}
	if r == '零' || r == '○' || r == 'Ｏ' {
		return 0
	}
	return -1
}

// smallNumber reads one or two digits, or 一 to 三十一; -1 when there are none.
func smallNumber(s string, i int) (int, int) {
	i = skipSpace(s, i)
	v, n, end, tens := 0, 0, i, false
	for j := i; j < len(s) && n < 3; j = skipSpace(s, end) {
		r, size := utf8.DecodeRuneInString(s[j:])
		if r == '十' {
			v, tens = max(v, 1)*10, true
		} else {
			d := digitOf(r)
			if d < 0 {
				break
			}
			if tens {
				v += d
			} else {
				v = v*10 + d
			}
		}
		n, end = n+1, j+size
	}
	if n == 0 || v > 99 {
		return -1, i
	}
	return v, end
}

func separator(s string, i int) (rune, int) {
	i = skipSpace(s, i)
	if i >= len(s) {
		return 0, i
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	return r, i + size
}

func skipSpace(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) {
			break
		}
		i += size
	}
	return i
}

// wholeDate reads a line that is a date and nothing else, 公布日期： and the like
// in front of it allowed.
func wholeDate(s string) (schema.Date, bool) {
	s = strings.TrimFunc(s, isSpace)
	for _, word := range []string{"公布日期", "发布日期", "日期", "时间"} {
		s = strings.TrimPrefix(s, word)
	}
	s = strings.TrimLeft(s, "：: 　")
	d, end, ok := dateAt(s, 0)
	return d, ok && d.Year != 0 && strings.TrimFunc(s[end:], isSpace) == ""
}
