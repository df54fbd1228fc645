package schema

import (
	"strings"
	"unicode/utf8"
)

// ParseCell reads the words of one cell: nothing, a slash, a figure, or words.
// A figure may have thousands separators in their places (1,362), a sign (+2,
// 减4, 增3), full-width digits, and a unit behind it (976.81万元, 0件). What is
// not wholly a figure is words: it is never cut down to the digits in it, nor
// joined over a space: "1 0" may be two cells.
func ParseCell(raw string, at Place) Cell {
	raw = strings.TrimFunc(raw, isSpace)
	c := Cell{Raw: raw, Place: at}
	if raw == "" {
		c.State = Blank
		return c
	}
	if n, err := fastInt(raw); err {
		c.State, c.Value = Numeric, n
		return c
	}
	switch s := foldWidth(raw); s {
	case "/", "\\", "-", "--", "—", "——", "–", "-/-", "―":
		c.State = Slash
	default:
		c.State = Words
		if n, unit, ok := parseFigure(s); ok {
			c.State, c.Value, c.Unit = Numeric, n, unit
		}
	}
	return c
}

// fastInt reads the plain whole numbers that nearly all cells hold.
func fastInt(s string) (Number, bool) {
	if len(s) > 9 {
		return Number{}, false
	}
	v := int64(0)
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return Number{}, false
		}
		v = v*10 + int64(s[i]-'0')
	}
	if len(s) > 1 && s[0] == '0' {
		return Number{}, false
	}
	return Int(v), true
}

// units may stand behind a figure in a cell.
var units = []string{"万元", "亿元", "元", "件", "项", "个", "条", "宗", "份", "起", "次"}

func parseFigure(s string) (Number, string, bool) {
	unit := ""
	for _, u := range units {
		if rest, found := strings.CutSuffix(s, u); found {
			s, unit = strings.TrimFunc(rest, isSpace), u
			break
		}
	}
	switch {
	case strings.HasPrefix(s, "减少"), strings.HasPrefix(s, "减"):
		s = "-" + strings.TrimPrefix(strings.TrimPrefix(s, "减"), "少")
	case strings.HasPrefix(s, "增加"), strings.HasPrefix(s, "增"):
		s = strings.TrimPrefix(strings.TrimPrefix(s, "增"), "加")
	}
	s, ok := dropSeparators(strings.TrimFunc(s, isSpace))
	if !ok || leadingZeros(s) {
		return Number{}, "", false
	}
	n, ok := ParseNumber(s)
	return n, unit, ok
}

// dropSeparators takes out thousands separators, and only where they separate
// thousands: 1,362 but not 1,36.
func dropSeparators(s string) (string, bool) {
	if !strings.Contains(s, ",") {
		return s, true
	}
	whole, frac, _ := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if i == 0 {
			g = strings.TrimLeft(g, "+-")
			if len(g) == 0 || len(g) > 3 {
				return "", false
			}
		} else if len(g) != 3 {
			return "", false
		}
	}
	s = strings.Join(groups, "")
	if frac != "" {
		s += "." + frac
	}
	return s, true
}

// leadingZeros finds 0210 and 000: cells that an extractor glued together, never
// a figure. 0 and 0.5 are figures.
func leadingZeros(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return len(s) > 1 && s[0] == '0' && s[1] != '.'
}

// foldWidth turns full-width ASCII into ASCII.
func foldWidth(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(foldRune, s)
		}
	}
	return s
}

func foldRune(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000 || r == 0xA0:
		return ' '
	case r == '﹣' || r == '−':
		return '-'
	}
	return r
}
