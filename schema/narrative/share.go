package narrative

import (
	"slices"
	"strings"
)

// shares finds the percentages that say how much of a whole a number is: 74条，占
// 60.7%; A74条、B46条，分别占60.7%、37.7%. before are quantities of the sentence
// before.
func (p *paragraph) shares(before []item) {
	var counts []int // quantities so far
	turn := 0        // how many shares of a row, told in turn, are still to come
	for n, at := range p.mentions {
		m := &p.out.Mentions[at]
		if m.Class == Quantity {
			counts, turn = append(counts, at), 0
			continue
		}
		if m.Class != Percent || m.Unit != "%" || n == 0 || len(counts) == 0 {
			continue
		}
		last := &p.out.Mentions[p.mentions[n-1]]
		words := p.s[last.number.end:m.number.i]
		front, of, ok := strings.Cut(words, "占")
		front = strings.Trim(front, "，（、")
		switch {
		case ok && last.Class == Quantity && front == "":
			p.share(at, counts[len(counts)-1], before, allOf(of))
		case ok && last.Class == Quantity && front == "分别" && p.percentsFrom(n) <= len(counts):
			turn = p.percentsFrom(n)
			fallthrough
		case turn > 0 && strings.Trim(words, "、，和") == "":
			p.share(at, counts[len(counts)-turn], before, true)
			turn--
		default:
			turn = 0
		}
	}
}

// percentsFrom counts the percentages in a row from the n-th number.
func (p *paragraph) percentsFrom(n int) int {
	count := 0
	for _, at := range p.mentions[n:] {
		if p.out.Mentions[at].Class != Percent {
			break
		}
		count++
	}
	return count
}

// share notes a share. Its whole is that of the list that the part belongs to;
// other numbers may be what it is a share of, too.
func (p *paragraph) share(percent, part int, before []item, all bool) {
	s := Share{Percent: percent, Part: part, Whole: -1, Sure: all}
	for i := len(p.out.Lists) - 1; i >= 0 && s.Whole < 0 && p.out.Lists[i].Paragraph == p.at; i-- {
		if l := &p.out.Lists[i]; slices.Contains(l.Parts, part) {
			s.Whole, s.List, s.Sure = l.Whole, i, s.Sure && l.Direct
		}
	}
	for _, it := range before {
		s.Others = append(s.Others, it.mention)
	}
	for _, at := range p.mentions {
		if m := &p.out.Mentions[at]; m.Class == Quantity && at != part {
			s.Others = append(s.Others, at)
		}
	}
	p.out.Shares = append(p.out.Shares, s)
}

// ofAll are words behind 占 that mean the whole.
var ofAll = strings.NewReplacer("主动公开", "", "政府信息", "", "信息", "", "全部", "", "公开", "", "发布", "", "总数", "", "总量", "", "总体", "", "全年", "",
	"比例", "", "比重", "", "比", "", "数量", "", "的", "", "为", "", "约", "", "达", "", "到", "", "总", "", "：", "", "近", "", "超过", "", "超", "")

// allOf reports whether the words between 占 and the percentage mean the whole:
// 比, 总数的; and not 全县总量的, 财政类的.
func allOf(words string) bool { return ofAll.Replace(words) == "" }
