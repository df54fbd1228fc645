package made

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

func numberKinds() []Kind {
	return []Kind{
		{"parts-sum", []string{"NR301"}, "warning", "各部分之和不等于总数", "the parts do not make the whole", (*planter).partsSum},
		{"part-exceeds", []string{"NR301"}, "error", "部分大于总数", "a part exceeds the whole", (*planter).partExceeds},
		{"nested-parts", []string{"NR301"}, "warning", "括号内各项之和不等于该项", "the parts of a part do not make it", (*planter).nestedParts},
		{"share", []string{"NR302"}, "error", "占比算错", "a share is miscalculated", (*planter).share},
		{"growth", []string{"NR303"}, "error", "增幅算错", "a growth is miscalculated", (*planter).growth},
		{"told-twice", []string{"NR304"}, "warning", "同一数量前后两个数", "one quantity is told twice with different figures", (*planter).toldTwice},
		{"hedge", []string{"NR305"}, "warning", "确数后带“余”", "an exact figure is hedged", (*planter).hedge},
		{"date", []string{"NR306"}, "error", "日期不存在", "a date does not exist", (*planter).date},
		{"document-number", []string{"NR306"}, "warning", "文号写法有误", "the number of a document is malformed", (*planter).documentNumber},
	}
}

var digits = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// figureAt replaces the n-th figure of a sentence, counted behind the words
// 政府信息 or 信息 that the whole follows.
func (p *planter) figureAt(s *Sentence, n int, change func(v string) string) bool {
	start := strings.Index(s.Text, "信息")
	if start < 0 {
		return false
	}
	found := digits.FindAllStringIndex(s.Text[start:], -1)
	if n >= len(found) {
		return false
	}
	from, to := start+found[n][0], start+found[n][1]
	old := s.Text[from:to]
	words := change(old)
	if words == "" || words == old {
		return false
	}
	behind := string([]rune(s.Text[to:])[:1])
	p.key.Words, p.key.Instead = words+behind, old+behind
	p.key.Wrong, p.key.Right = []string{words}, []string{old}
	s.replace(from, to, words)
	return true
}

func plus(lo, hi int, d dice) func(string) string {
	return func(v string) string {
		n, err := strconv.Atoi(v)
		if err != nil {
			return ""
		}
		return strconv.Itoa(n + d.between(lo, hi))
	}
}

// partsSum changes the whole of a closed list or one of its parts. A list that
// 其中 opens may have left out a part: there it is a part that grows.
func (p *planter) partsSum() bool {
	list := p.sentences(of("disclosure.closed"))
	if len(list) == 0 {
		return false
	}
	n := p.d.upTo(2)
	if strings.Contains(list[0].Text, "其中") {
		n = p.d.between(1, 2)
	}
	return p.figureAt(list[0], n, plus(1, 9, p.d))
}

// partExceeds writes the first part of an open list larger than the whole.
func (p *planter) partExceeds() bool {
	for _, s := range p.sentences(of("disclosure.open")) {
		return p.figureAt(s, 1, func(string) string { return strconv.Itoa(p.m.Published + p.d.between(5, 90)) })
	}
	return false
}

// nestedParts changes a part of a part: the third figure or the fourth.
func (p *planter) nestedParts() bool {
	for _, s := range p.sentences(of("disclosure.nested")) {
		return p.figureAt(s, p.d.between(2, 3), plus(1, 9, p.d))
	}
	return false
}

// share changes a share by more than rounding or truncation could.
func (p *planter) share() bool {
	for _, s := range p.sentences(of("disclosure.shares")) {
		return p.figureAt(s, 2, func(v string) string { return shift(v, p.d.between(2, 9)) })
	}
	return false
}

// shift adds whole units to a decimal: 25.2 and 3 make 28.2.
func shift(v string, by int) string {
	whole, frac, ok := strings.Cut(v, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || !ok {
		return ""
	}
	return fmt.Sprintf("%d.%s", n+by, frac)
}

// growth changes the growth that a sentence states with both figures.
func (p *planter) growth() bool {
	list := p.sentences(of("disclosure.grown"))
	if len(list) == 0 {
		return false
	}
	s := list[0]
	i := strings.LastIndexAny(s.Text, "%")
	if i < 0 {
		return false
	}
	from := i
	for from > 0 && strings.ContainsRune("0123456789.", rune(s.Text[from-1])) {
		from--
	}
	old := s.Text[from:i]
	words := shift(old, p.d.between(2, 9))
	if words == "" {
		return false
	}
	p.key.Words, p.key.Instead = words+"%", old+"%"
	p.key.Wrong, p.key.Right = []string{words}, []string{old}
	s.replace(from, i, words)
	return true
}

// say adds a sentence behind the first of a room.
func (p *planter) say(room, text string) bool {
	s := pick(p.d, p.sentences(in(room)))
	s.replace(len(s.Text), len(s.Text), text)
	return true
}

// toldTwice tells the number of published items again, and another. What was
// published on one site may be less than all.
func (p *planter) toldTwice() bool {
	for _, s := range p.sentences(of("disclosure.total", "disclosure.closed", "disclosure.open", "disclosure.shares", "disclosure.grown")) {
		if !strings.Contains(s.Text, fmt.Sprintf("%d条", p.m.Published)) || strings.Contains(s.Text, "条次") || strings.Contains(s.Text, "网站") {
			continue
		}
		n := p.m.Published + p.d.between(20, 200)
		p.key.Words, p.key.Instead = fmt.Sprintf("%d条", n), fmt.Sprintf("%d条", p.m.Published)
		p.key.Wrong, p.key.Right = []string{strconv.Itoa(n)}, []string{strconv.Itoa(p.m.Published)}
		return p.say("platform", fmt.Sprintf("%d年，%s共主动公开政府信息%d条。", p.m.Year, p.m.Organ.We[0], n))
	}
	return false
}

// hedge says 余 of a figure that is exact to the last digit.
func (p *planter) hedge() bool {
	n := 10*p.d.between(10, 80) + p.d.between(1, 9)
	p.key.Words, p.key.Wrong = fmt.Sprintf("%d余人次", n), []string{strconv.Itoa(n)}
	return p.say("platform", fmt.Sprintf("接待群众查询%d余人次。", n))
}

func (p *planter) date() bool {
	p.key.Words = pick(p.d, []string{
		fmt.Sprintf("%d年2月30日", p.m.Year), fmt.Sprintf("%d年13月5日", p.m.Year), fmt.Sprintf("%d年6月31日", p.m.Year), "4月31日", "11月31日",
	})
	return p.say("supervision", p.key.Words+"召开政务公开工作推进会。")
}

func (p *planter) documentNumber() bool {
	p.key.Words, p.key.Instead = "〔2019〕年54号", "〔2019〕54号"
	return p.say("management", "落实《关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕年54号）。")
}
