package narrative

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// number is one number as it stands in a view.
type number struct {
	i, j    int // bytes of the figure, with 万 and 亿
	end     int // behind qualifier and measure word
	value   schema.Number
	step    schema.Number // what its last digit counts
	unit    string
	bound   Bound
	hedge   string // 余, 多, 以上 … as printed, behind the figure
	chinese bool
}

// measures are measure words, tried in their order: what stands behind a number
// that counts something.
var measures = []string{
	"件次", "条次", "人次", "篇次", "万元", "亿元", "场次", "次数", "余", "个百分点", "件", "条", "宗", "份", "起", "项", "个", "次", "篇", "期", "则", "例", "封", "部", "人", "名", "家", "场", "批", "元", "处", "块", "幅", "类", "页", "天", "小时", "种", "户", "组", "张", "位", "级", "岁", "分", "%",
}

// measuresBy are the measure words by their first character, in their order.
var measuresBy = sync.OnceValue(func() map[rune][]string {
	out := map[rune][]string{}
	for _, m := range measures {
		first, _ := utf8.DecodeRuneInString(m)
		out[first] = append(out[first], m)
	}
	return out
})

// arabic reads a figure from byte i: digits, thousands separators in their
// places, one point with digits behind it.
func arabic(s string, i int) number {
	n := number{i: i, step: ones}
	point := false
	j := i
loop:
	for j < len(s) {
		switch c := s[j]; {
		case c >= '0' && c <= '9', c == ',':
		case c == '.' && !point && j+1 < len(s) && isDigit(rune(s[j+1])):
			point = true
		default:
			break loop
		}
		j++
	}
	digits := strings.ReplaceAll(s[i:j], ",", "")
	n.value, _ = schema.ParseNumber(digits)
	if _, decimals, ok := strings.Cut(digits, "."); ok {
		n.step = n.step.Shift(-int32(len(decimals)))
	}
	n.j = j
	n.scale(s)
	n.tail(s)
	return n
}

// scale takes 万 and 亿 behind a figure into its value: 1.2万件.
func (n *number) scale(s string) {
	rest := s[n.j:]
	switch {
	case strings.HasPrefix(rest, "万") && !strings.HasPrefix(rest, "万元"):
		n.shift(4)
		n.j += len("万")
	case strings.HasPrefix(rest, "亿") && !strings.HasPrefix(rest, "亿元"):
		n.shift(8)
		n.j += len("亿")
	}
}

// shift multiplies the number by a power of ten.
func (n *number) shift(k int32) { n.value, n.step = n.value.Shift(k), n.step.Shift(k) }

// tail reads qualifier and measure word behind a figure.
func (n *number) tail(s string) {
	at := n.j
	for _, q := range [...]string{"余", "多"} {
		if strings.HasPrefix(s[at:], q) {
			n.bound, n.hedge = AtLeast, q
			at += len(q)
			if strings.HasPrefix(s[at:], "万") && !strings.HasPrefix(s[at:], "万元") { // 3余万件
				n.shift(4)
				at += len("万")
			}
			break
		}
	}
	n.end = at
	if n.hedge == "" {
		n.end = n.j
	}
	next, _ := utf8.DecodeRuneInString(s[at:])
	for _, m := range measuresBy()[next] {
		if strings.HasPrefix(s[at:], m) {
			if m == "条" && strings.HasPrefix(s[at:], "条例") || m == "项" && strings.HasPrefix(s[at:], "项目") {
				break
			}
			n.unit, n.end = m, at+len(m)
			break
		}
	}
	for _, q := range &backs {
		if n.unit != "" && strings.HasPrefix(s[n.end:], q.words) {
			n.bound, n.hedge = q.bound, q.words
		}
	}
}

// hedging is a qualifier of a figure.
type hedging struct {
	words string
	bound Bound
}

// backs are qualifiers behind a measure word.
var backs = [...]hedging{{"以上", AtLeast}, {"左右", About}, {"以内", AtMost}}

// fronts are qualifiers in front of a figure.
var fronts = [...]hedging{
	{"超过", AtLeast}, {"不少于", AtLeast}, {"不低于", AtLeast}, {"至少", AtLeast}, {"逾", AtLeast}, {"超", AtLeast},
	{"约", About}, {"近", About}, {"大约", About}, {"将近", About}, {"接近", About}, {"不足", AtMost}, {"不到", AtMost},
}

// front reads a qualifier in front of the figure.
func (n *number) front(s string) {
	for _, f := range &fronts {
		if strings.HasSuffix(s[:n.i], f.words) {
			n.bound = f.bound
			return
		}
	}
}

// ones is what the last digit of a whole number counts.
var ones = schema.Int(1)

// counters are the measure words that make a Chinese numeral a count of cases
// or documents. 一个, 一次, 三项 are too common as words to be figures.
var counters = []string{"件次", "条次", "件", "宗", "份", "起", "条", "例"}

// chineseNumber reads 十四件, 两件, 一百零三条 from byte i. Without a counter
// behind it a numeral is a word, and so is 第一条.
func chineseNumber(s string, i int) (number, bool) {
	total, section, digit := int64(0), int64(0), int64(0)
	j, any := i, false
loop:
	for j < len(s) {
		r, size := utf8.DecodeRuneInString(s[j:])
		switch unit := numeralUnit(r); {
		case r == '两':
			digit, any = 2, true
		case chineseDigit(r) >= 0:
			digit, any = int64(chineseDigit(r)), true
		case unit > 0:
			if digit == 0 && section == 0 {
				digit = 1
			}
			section, digit, any = section+digit*unit, 0, true
		case r == '万' && any:
			total, section, digit = (section+digit)*10000, 0, 0
		default:
			break loop
		}
		j += size
	}
	if !any || afterOrdinal(s[:i]) {
		return number{}, false
	}
	n := number{i: i, j: j, step: ones, chinese: true}
	at := j
	if strings.HasPrefix(s[at:], "余") || strings.HasPrefix(s[at:], "多") {
		n.bound, n.hedge, at = AtLeast, s[at:at+len("余")], at+len("余")
	}
	for _, m := range counters {
		if strings.HasPrefix(s[at:], m) {
			if m == "条" && (strings.HasPrefix(s[at:], "条例") || j-i == len("一") && s[i:j] == "一") {
				return number{}, false
			}
			n.unit, n.end = m, at+len(m)
			n.value = schema.Int(total + section + digit) // not earlier: 一 stands in many words
			return n, true
		}
	}
	return number{}, false
}

// afterOrdinal reports whether a numeral that goes on behind s is an ordinal or
// a word: 第四十九条, 同一件.
func afterOrdinal(s string) bool {
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		if chineseDigit(r) < 0 && numeralUnit(r) == 0 {
			return size > 0 && strings.ContainsRune("第同每这那某", r)
		}
		s = s[:len(s)-size]
	}
}

// numeralUnit is what a character multiplies the digit in front of it by, or 0.
func numeralUnit(r rune) int64 {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return 0
}

func chineseDigit(r rune) int {
	switch r {
	case '零':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}
