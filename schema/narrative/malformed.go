package narrative

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Malformed is a number or date that nobody can have meant as it is printed.
type Malformed struct {
	Span
	Fault   Fault
	Instead string // what was probably meant, in folded characters; "" when nobody can say
}

// Fault says what is wrong with a number or date.
type Fault string

// The faults.
const (
	YearDigits Fault = "year"      // 202020年, 20255年
	NoMonth    Fault = "month"     // 13月
	NoDay      Fault = "day"       // 2月30日
	DocNumber  Fault = "document"  // 〔2019〕年60号, 〔20190〕60号
	Separator  Fault = "separator" // 1,36件
	TwoPoints  Fault = "points"    // 2..5
	TwoPercent Fault = "percent"   // 5%%, 百分之5%
)

// malformed looks at each run of digits of the paragraph. What extractors lose
// (年 月 〔 〕, white space within numbers) is let pass: a run of digits that could be
// two, or that a gap stands in front of, is never judged.
func (p *paragraph) malformed() {
	year, yearEnd := 0, -1 // the last year, and where it ended
	for i := 0; i < len(p.s); {
		if !isDigit(rune(p.s[i])) {
			i++
			if p.s[i-1] == numeralDay[0] && strings.HasPrefix(p.s[i-1:], numeralDay) {
				p.numeralDate(i - 1)
			}
			continue
		}
		r := run{s: p.s, i: i, j: digitsEnd(p.s, i)}
		if r.j-r.i == 4 && strings.HasPrefix(p.s[r.j:], "年") {
			year, _ = strconv.Atoi(p.s[r.i:r.j])
			yearEnd = r.j + len("年")
		}
		known := 0
		if yearEnd == r.i {
			known = year
		}
		for _, look := range []func(run, int) (Malformed, int, int){yearDigits, dashed, dayOf, documentNumber, separated, points, percents} {
			if f, a, b := look(r, known); f.Fault != "" && (f.Fault != Separator || p.ascii(r.j)) {
				f.Span = p.span(a, b)
				p.out.Malformed = append(p.out.Malformed, f)
				break
			}
		}
		i = r.j
	}
}

// ascii reports whether the character at byte i of the view is printed in ASCII: a
// comma of thousands is, that of a sentence is full-width.
func (p *paragraph) ascii(i int) bool {
	para := &p.out.Paragraphs[p.at]
	return para.Text.Value[para.view.at[i]] < utf8.RuneSelf
}

// run is a run of digits: bytes i up to j of s.
type run struct {
	s    string
	i, j int
}

func (r run) digits() string { return r.s[r.i:r.j] }
func (r run) behind() string { return r.s[r.j:] }
func (r run) before() rune   { c, _ := utf8.DecodeLastRuneInString(r.s[:r.i]); return c }

// gap reports whether the digits may go on in front of the run: white space was
// between them, or a point or separator is.
func (r run) gap() bool { return strings.ContainsRune(" .,-/", r.before()) && r.i > 0 }

// yearDigits finds a year of three, five, six or seven digits. Eight are two years
// with something lost between.
func yearDigits(r run, _ int) (Malformed, int, int) {
	n, d := len(r.digits()), r.digits()
	rest, ok := strings.CutPrefix(r.behind(), "年")
	short := n == 3 && len(rest) > 1 && isDigit(rune(rest[0])) && (strings.HasPrefix(rest[1:], "月") || strings.HasPrefix(rest[2:], "月"))
	if !ok || r.gap() || !short && (n < 5 || n > 7) || !strings.HasPrefix(d, "20") && !strings.HasPrefix(d, "19") {
		return Malformed{}, 0, 0
	}
	instead := ""
	if n > 4 {
		instead = d[:4] + "年"
	}
	return Malformed{Fault: YearDigits, Instead: instead}, r.i, r.j + len("年")
}

// dashed finds 2023-13-05 and 2023/2/30. The separators are alike and the day
// ends the run, so that a telephone or a file's number is none.
func dashed(r run, _ int) (Malformed, int, int) {
	if len(r.digits()) != 4 || r.gap() || !strings.HasPrefix(r.digits(), "20") || r.behind() == "" || !strings.ContainsRune("-/", rune(r.behind()[0])) {
		return Malformed{}, 0, 0
	}
	m := run{s: r.s, i: r.j + 1}
	m.j = digitsEnd(r.s, m.i)
	if m.j == m.i || m.j-m.i > 2 || m.j == len(r.s) || r.s[m.j] != r.s[r.j] {
		return Malformed{}, 0, 0
	}
	d := run{s: r.s, i: m.j + 1}
	d.j = digitsEnd(r.s, d.i)
	if d.j == d.i || d.j-d.i > 2 || d.j < len(r.s) && strings.ContainsRune("-/.", rune(r.s[d.j])) {
		return Malformed{}, 0, 0
	}
	year, _ := strconv.Atoi(r.digits())
	month, _ := strconv.Atoi(m.digits())
	day, _ := strconv.Atoi(d.digits())
	return Malformed{Fault: faultOfDate(year, month, day)}, r.i, d.j
}

// faultOfDate says what is wrong with a date; "" for nothing. A year of 0 is not
// known.
func faultOfDate(year, month, day int) Fault {
	if month < 1 || month > 12 {
		return NoMonth
	}
	leap := year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0)
	if day < 1 || day > daysOf[month-1] || month == 2 && day == 29 && !leap {
		return NoDay
	}
	return ""
}

// numeralDay is what stands between month and day of a date in numerals.
const numeralDay = "月"

// numeralDate judges 二月三十日 around the 月 at byte i: at most three numerals on
// either side, and 日 behind.
func (p *paragraph) numeralDate(i int) {
	from := i
	for range 3 {
		r, size := utf8.DecodeLastRuneInString(p.s[:from])
		if chineseDigit(r) < 0 && r != '十' {
			break
		}
		from -= size
	}
	month, end := numeralAt(p.s, from)
	day, last := numeralAt(p.s, i+len(numeralDay))
	if from == i || end != i || last == i+len(numeralDay) || !strings.HasPrefix(p.s[last:], "日") {
		return
	}
	year := 0
	if start := from - len("二零二三年"); start >= 0 && strings.HasSuffix(p.s[:from], "年") {
		if t, ok := chineseYear(p.s, start); ok {
			year, from = t.year, start
		}
	}
	if f := faultOfDate(year, month, day); f != "" {
		p.out.Malformed = append(p.out.Malformed, Malformed{Fault: f, Span: p.span(from, last+len("日"))})
	}
}

var daysOf = [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// dayOf finds a month or day that does not exist. The year, if it is known, tells
// whether there was a 29th of February.
func dayOf(r run, year int) (Malformed, int, int) {
	rest, ok := strings.CutPrefix(r.behind(), "月")
	if !ok || len(r.digits()) > 2 || r.gap() && year == 0 || r.before() == '第' {
		return Malformed{}, 0, 0
	}
	month, _ := strconv.Atoi(r.digits())
	from := r.i
	if year > 0 {
		from -= len("2023年")
	}
	if month < 1 || month > 12 {
		return Malformed{Fault: NoMonth}, from, r.j + len("月")
	}
	day := run{s: r.s, i: r.j + len("月")}
	day.j = digitsEnd(r.s, day.i)
	if n := day.j - day.i; n == 0 || n > 2 || !strings.HasPrefix(rest[n:], "日") && !strings.HasPrefix(rest[n:], "号") {
		return Malformed{}, 0, 0
	}
	d, _ := strconv.Atoi(day.digits())
	if faultOfDate(year, month, d) == "" {
		return Malformed{}, 0, 0
	}
	return Malformed{Fault: NoDay}, from, day.j + len("日")
}

// documentNumber finds 〔2019〕年60号, and a year of three, five or six digits in
// brackets before a number.
func documentNumber(r run, _ int) (Malformed, int, int) {
	rest, ok := strings.CutPrefix(r.behind(), "〕")
	if !ok || r.before() != '〔' {
		return Malformed{}, 0, 0
	}
	number, year := strings.CutPrefix(rest, "年")
	end := digitsEnd(number, 0)
	if end == 0 || !strings.HasPrefix(number[end:], "号") {
		return Malformed{}, 0, 0
	}
	n := len(r.digits())
	instead := ""
	switch {
	case year && n == 4:
		instead = "〔" + r.digits() + "〕" + number[:end] + "号"
	case n != 3 && n != 5 && n != 6:
		return Malformed{}, 0, 0
	}
	return Malformed{Fault: DocNumber, Instead: instead}, r.i - len("〔"), len(r.s) - len(number) + end + len("号")
}

// separated finds a comma of thousands in the wrong place: 1,36件. Two articles
// (第1,3条) and lists of three numbers (2,3,5项) are none.
func separated(r run, _ int) (Malformed, int, int) {
	rest, ok := strings.CutPrefix(r.behind(), "，")
	n := digitsEnd(rest, 0)
	if !ok || len(r.digits()) > 3 || n < 2 || n == 3 || n > 6 || r.gap() && r.before() != ',' || strings.ContainsRune("第、，（", r.before()) {
		return Malformed{}, 0, 0
	}
	tail := number{j: r.j + len("，") + n}
	tail.tail(r.s)
	if tail.unit == "" || tail.unit == "%" || tail.unit == "项" || tail.unit == "余" {
		return Malformed{}, 0, 0
	}
	return Malformed{Fault: Separator}, r.i, tail.end
}

// points finds 2..5.
func points(r run, _ int) (Malformed, int, int) {
	rest, ok := strings.CutPrefix(r.behind(), "..")
	n := digitsEnd(rest, 0)
	if !ok || n == 0 || r.gap() {
		return Malformed{}, 0, 0
	}
	return Malformed{Fault: TwoPoints, Instead: r.digits() + "." + rest[:n]}, r.i, r.j + 2 + n
}

// percents finds 5%% and 百分之5%.
func percents(r run, _ int) (Malformed, int, int) {
	rest, ok := strings.CutPrefix(r.behind(), "%")
	from, front := r.i, r.s[:r.i]
	if dot := strings.TrimRight(front, "0123456789."); len(dot) < len(front) {
		from, front = len(dot), dot
	}
	switch {
	case !ok:
	case strings.HasPrefix(rest, "%"):
		return Malformed{Fault: TwoPercent, Instead: r.s[from:r.j] + "%"}, from, r.j + 2
	case strings.HasSuffix(front, "百分之"):
		return Malformed{Fault: TwoPercent, Instead: r.s[from:r.j] + "%"}, from - len("百分之"), r.j + 1
	}
	return Malformed{}, 0, 0
}
