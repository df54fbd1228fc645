package made

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

func proseKinds() []Kind {
	told := func(name, zh, en string, codes []string, take func(quantity string) bool) Kind {
		return Kind{name, codes, "error", zh, en, func(p *planter) bool {
			p.excusable(name == "prose-disclosure")
			return p.fact(take)
		}}
	}
	is := func(paths ...string) func(string) bool {
		return func(q string) bool { return slices.Contains(paths, q) }
	}
	under := func(prefix string) func(string) bool {
		return func(q string) bool { return strings.HasPrefix(q, prefix) }
	}
	return []Kind{
		told("prose-received", "文中收到申请件数与表三不符", "the prose tells another number of applications received", []string{"TX201", "NR301"}, is(received+totalColumn)),
		told("prose-carried-in", "文中上年结转件数与表三不符", "the prose tells another number carried in", []string{"TX201", "NR301"}, is(carriedIn+totalColumn)),
		told("prose-carried-out", "文中结转下年度件数与表三不符", "the prose tells another number carried out", []string{"TX201", "TX202", "NR301"}, is(carriedOut+totalColumn)),
		told("prose-handled", "文中办结件数与表三不符", "the prose tells another number handled", []string{"TX202", "TX201", "NR301"}, is(outcomeSum+totalColumn)),
		told("prose-sum", "文中办理总件数与表三不符", "the prose tells another sum of new and carried applications", []string{"TX201", "NR301"}, is(received+totalColumn+" + "+carriedIn+totalColumn)),
		told("prose-outcome", "文中办理结果件数与表三不符", "the prose tells another number of an outcome", []string{"TX202", "NR301"},
			func(q string) bool { return under("applications.outcome.")(q) && q != outcomeSum+totalColumn }),
		told("prose-applicants", "文中申请人件数与表三不符", "the prose tells another number of a kind of applicants", []string{"TX203", "NR301"},
			func(q string) bool {
				return under(received)(q) && !strings.Contains(q, totalColumn) && !strings.Contains(q, "carried")
			}),
		told("prose-review", "文中行政复议件数与表四不符", "the prose tells another number of reviews", []string{"TX204", "NR301"}, under("review.")),
		told("prose-litigation", "文中行政诉讼件数与表四不符", "the prose tells another number of lawsuits", []string{"TX205", "NR301"}, under("litigation.")),
		told("prose-disclosure", "文中制发、许可、处罚件数与表二不符", "the prose tells another quantity of form two", []string{"TX206"}, under("disclosure.")),
		{"prose-none", []string{"TX201"}, "error", "表三有申请，文中说没有", "the prose says none, form three has applications", (*planter).noneTold},
		{"prose-some", []string{"TX201"}, "error", "表三没有申请，文中说有", "the prose tells applications, form three has none", (*planter).someTold},
	}
}

// excusable lowers what may be demanded where a scope could excuse the
// difference: a county's number may be that of its office alone, and form two
// counts otherwise than its offices do.
func (p *planter) excusable(always bool) {
	if always || p.m.Organ.Kind == County {
		p.key.Severity = "warning"
	}
}

// fact changes a figure of the prose that is told once.
func (p *planter) fact(take func(quantity string) bool) bool {
	type at struct {
		s *Sentence
		i int
	}
	var able []at
	times := map[string]int{}
	for _, s := range p.sentences(func(string) bool { return true }) {
		for i, f := range s.Facts {
			times[f.Quantity]++
			if take(f.Quantity) && !(f.From == 0 && f.To == len(s.Text)) {
				able = append(able, at{s, i})
			}
		}
	}
	able = slices.DeleteFunc(able, func(a at) bool { return times[a.s.Facts[a.i].Quantity] > 1 })
	if len(able) == 0 {
		return false
	}
	chosen := pick(p.d, able)
	f := chosen.s.Facts[chosen.i]
	wrong := p.otherValue(f.Value)
	if wrong == "" {
		return false
	}
	p.tell(chosen.s, f, wrong)
	return true
}

// tell puts another figure in a fact's place; the key quotes it with the
// measure word behind it.
func (p *planter) tell(s *Sentence, f Fact, wrong string) {
	behind := ""
	for _, r := range s.Text[f.To:] {
		behind = string(r)
		break
	}
	p.key.Cells = strings.Split(f.Quantity, " + ")
	p.key.Words, p.key.Instead = wrong+behind, s.Text[f.From:f.To]+behind
	p.key.Wrong, p.key.Right = []string{wrong}, []string{f.Value}
	s.replace(f.From, f.To, wrong)
}

// otherValue slips on a figure so that the result is nothing that the forms
// could mean by another way of counting.
func (p *planter) otherValue(v string) string {
	if strings.Contains(v, ".") {
		return swapPoint(v)
	}
	meant := p.m.meant()
	for range 50 {
		slip := pick(p.d, []func(dice, string) string{dropDigit, doubleDigit, swapDigits, timesTen, offByFew, offByFew})
		wrong := slip(p.d, v)
		if n, err := strconv.Atoi(wrong); err == nil && changed(v, wrong) && n > 0 && !meant[n] {
			return wrong
		}
	}
	return ""
}

// swapPoint moves the point of a decimal one place: 29.4 for 2.94.
func swapPoint(v string) string {
	whole, frac, _ := strings.Cut(v, ".")
	if len(frac) == 1 {
		return whole + frac
	}
	return whole + frac[:1] + "." + frac[1:]
}

// meant lists the figures that a sentence on applications, cases or documents
// could mean: every figure of the forms, and the sums of two that are counted
// together.
func (m *Made) meant() map[int]bool {
	out := map[int]bool{}
	var totals []int
	for _, path := range m.Paths() {
		n := int(m.Int(path))
		out[n] = true
		if columnOf(path) == totalColumn {
			totals = append(totals, n)
		}
	}
	for _, a := range totals {
		for _, b := range totals {
			out[a+b] = true
		}
	}
	return out
}

// noneTold lets the prose say that nobody applied.
func (p *planter) noneTold() bool {
	n := p.m.Int(received + totalColumn)
	if n == 0 {
		return false
	}
	for _, key := range []string{"applications.received", "applications.all_answered"} {
		for _, s := range p.sentences(of(key)) {
			if p.onlyFactsOf(s) {
				p.rewrite(s, pick(p.d, []string{"%d年未收到政府信息公开申请。", "%d年没有收到政府信息公开申请。", "%d年收到政府信息公开申请0件。"}))
				p.key.Cells, p.key.Wrong, p.key.Right = []string{received + totalColumn}, []string{"0"}, []string{strconv.FormatInt(n, 10)}
				return true
			}
		}
	}
	return false
}

// onlyFactsOf reports whether no other sentence tells anything of form three.
func (p *planter) onlyFactsOf(s *Sentence) bool {
	for _, other := range p.sentences(in("applications", "near")) {
		if other != s && (len(other.Facts) > 0 || other.Key == "applications.channel" || other.Key == "near.half") {
			return false
		}
	}
	return true
}

func (p *planter) rewrite(s *Sentence, format string) {
	p.key.Instead = s.Text
	s.Text, s.Facts = fmt.Sprintf(format, p.m.Year), nil
	p.key.Words = s.Text
}

// someTold lets the prose tell applications where the form has none.
func (p *planter) someTold() bool {
	list := p.sentences(of("applications.none"))
	n := p.d.between(2, 30)
	if len(list) == 0 || p.m.meant()[n] {
		return false
	}
	p.rewrite(list[0], fmt.Sprintf("%%d年共收到政府信息公开申请%d件，均已按时答复。", n))
	p.key.Words = fmt.Sprintf("%d件", n)
	p.key.Cells, p.key.Wrong, p.key.Right = []string{received + totalColumn}, []string{strconv.Itoa(n)}, []string{"0"}
	return true
}
