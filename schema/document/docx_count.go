package document

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// listNumber writes a number as Word's lists do (ECMA-376, ST_NumberFormat). A
// format that no report uses is written in digits.
func listNumber(format string, n int) string {
	if n < 0 || n > 32767 {
		return strconv.Itoa(n)
	}
	switch format {
	case "none", "bullet":
		return ""
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand", "taiwaneseCounting":
		return hanNumber(n, "零一二三四五六七八九", "十百千")
	case "chineseLegalSimplified":
		return hanNumber(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, strconv.Itoa(n))
	case "ideographTraditional":
		return oneOf("甲乙丙丁戊己庚辛壬癸", n)
	case "ideographZodiac":
		return oneOf("子丑寅卯辰巳午未申酉戌亥", n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return oneOf("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", n)
	case "decimalEnclosedParen":
		return "（" + strconv.Itoa(n) + "）"
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperLetter", "lowerLetter":
		return letters(n, format == "lowerLetter")
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return strconv.Itoa(n)
}

func oneOf(signs string, n int) string {
	if n < 1 || n > utf8.RuneCountInString(signs) {
		return strconv.Itoa(n)
	}
	return string([]rune(signs)[n-1])
}

// hanNumber writes 十, 十二, 二十, 一百零三 and 一万二千.
func hanNumber(n int, digits, units string) string {
	d, u := []rune(digits), []rune(units)
	if n == 0 {
		return string(d[0])
	}
	out := ""
	if n >= 10000 {
		out, n = hanNumber(n/10000, digits, units)+"万", n%10000
		if n > 0 && n < 1000 {
			out += string(d[0])
		}
	}
	zero, begun := false, false
	for i, unit := range []int{1000, 100, 10, 1} {
		v := n / unit % 10
		if v == 0 {
			zero = begun
			continue
		}
		if zero {
			out += string(d[0])
		}
		if out != "" || unit != 10 || v != 1 {
			out += string(d[v])
		}
		if unit > 1 {
			out += string(u[2-i])
		}
		zero, begun = false, true
	}
	return out
}

func letters(n int, lower bool) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	first := "A"
	if lower {
		first = "a"
	}
	return strings.Repeat(string(first[0]+byte((n-1)%26)), min((n-1)/26+1, 8))
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for i, v := range []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for ; n >= v; n -= v {
			b.WriteString([]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}[i])
		}
	}
	return b.String()
}

// symbol turns w:sym into a character. Fonts of signs put their own at private
// places; of them only the boxes and ticks that forms use are known, the rest
// becomes the sign for what cannot be read.
func symbol(font, char string) string {
	v, err := strconv.ParseUint(char, 16, 32)
	if err != nil || v == 0 || v > utf8.MaxRune {
		return "\uFFFD"
	}
	r := rune(v)
	if strings.HasPrefix(strings.ToLower(font), "wingdings") || r >= 0xF000 && r <= 0xF0FF {
		known := map[rune]string{0xFC: "✓", 0xFE: "☑", 0x6F: "□", 0xA8: "□", 0x52: "☑", 0xFB: "✗", 0xB7: "·", 0x6C: "●", 0x6E: "■"}
		if s, ok := known[r&0xFF]; ok {
			return s
		}
		return "\uFFFD"
	}
	return string(r)
}
