package made

import (
	"fmt"
	"strings"
)

// disclosure writes what was published: a total with or without its parts, the
// quantities of form two, and other things.
func (w *writer) disclosure() []Paragraph {
	p := Paragraph{w.published()}
	p = append(p, w.formTwo()...)
	p = append(p, w.plain("disclosure.plain")...)
	p = w.near(p, "near.accounts", "near.number", "near.policy", "near.channels", "near.history", "near.class")
	if len(p) > 3 && w.d.in(3) {
		cut := w.d.between(2, len(p)-1)
		return []Paragraph{p[:cut:cut], p[cut:]}
	}
	return []Paragraph{p}
}

// published tells how many items were published, in one of the ways reports do.
func (w *writer) published() Sentence {
	topics := some(w.d, w.m.Organ.Topics, w.d.between(2, 4))
	n := w.d.between(40, 400)
	if w.m.busy() > 100 {
		n *= 40
	}
	if w.last != nil && w.last.Published == n {
		n++ // so that there is something to compare
	}
	u := word(pick(w.d, []string{"条", "条", "条", "条", "件", "篇", "条次"}))
	say := func(key string, v vars) Sentence {
		w.m.Published = n
		v["n"], v["u"] = figure(n), u
		return w.say(key, v)
	}
	switch w.d.IntN(9) {
	case 0:
		return say("disclosure.total", vars{})
	case 1, 2:
		return say("disclosure.closed", vars{"list": word(w.list(topics, w.d.split(n, len(topics), 1), u.text))})
	case 3:
		parts := w.d.split(n, len(topics)+1, 2)[:len(topics)]
		return say("disclosure.open", vars{"some": word(w.list(topics, parts, "条")), "top": word(topics[0]), "a": figure(parts[0])})
	case 4:
		ab := w.d.split(n, 2, 8)
		a := w.d.split(ab[0], 2, 2)
		return say("disclosure.nested", vars{
			"x": word("政务动态"), "y": word(topics[0]), "a": figure(ab[0]), "b": figure(ab[1]),
			"x1": word("会议"), "x2": word("活动"), "a1": figure(a[0]), "a2": figure(a[1]),
		})
	case 5:
		return w.rounded(topics)
	case 6:
		return say("disclosure.shares", vars{"list": word(w.shares(topics, n))})
	case 7:
		return say("disclosure.grown", w.growth(n))
	}
	return w.say("disclosure.parallel", nil)
}

// list writes 惠农补贴类20条、社会救助类31条.
func (w *writer) list(names []string, counts []int, unit string) string {
	kind := pick(w.d, []string{"类", "信息", ""})
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = fmt.Sprintf("%s%s%d%s", name, kind, counts[i], unit)
	}
	return strings.Join(parts, pick(w.d, []string{"、", "、", "，"}))
}

// rounded tells a whole and one part as 余: 400余 of 52 and 350余.
func (w *writer) rounded(topics []string) Sentence {
	b := 10 * w.d.between(8, 40)
	n := (b + 10 + 9) / 100 * 100
	if n <= b {
		n += 100
	}
	// With b余 at least b + 1 and n余 a little more than n, a fills the gap.
	return w.say("disclosure.rounded", vars{"n": figure(n), "b": figure(b), "a": figure(n - b + w.d.between(1, 6)), "x": word(topics[0]), "y": word(topics[1])})
}

// shares writes parts with their shares, rounded to one or two places.
func (w *writer) shares(topics []string, n int) string {
	item := pick(w.d, phrases()["disclosure"]["share_item"])
	places := w.d.between(1, 2)
	var parts []string
	for i, a := range w.d.split(n, len(topics), 3) {
		parts = append(parts, w.fill("disclosure.share_item", item, vars{"name": word(topics[i]), "a": figure(a), "p": word(percent(a, n, places))}).Text)
	}
	return strings.Join(parts, pick(w.d, []string{"；", "、"}))
}

// percent rounds a/n half up, with a fixed number of places.
func percent(a, n, places int) string {
	scale := 1
	for range places {
		scale *= 10
	}
	hundredths := (2*100*scale*a + n) / (2 * n)
	return fmt.Sprintf("%d.%0*d", hundredths/scale, places, hundredths%scale)
}

// growth compares n with the year before: with what that year's report told, if
// there is one.
func (w *writer) growth(n int) vars {
	base := max(20, n+w.d.between(-n/3, n/2))
	if w.last != nil && w.last.Published > 0 {
		base = w.last.Published
	}
	if base == n {
		base++
	}
	by, up := "增加", "增长"
	diff := n - base
	if diff < 0 {
		by, up, diff = "减少", "下降", -diff
	}
	return vars{
		"base": figure(base), "word": word(up), "by": word(by), "diff": figure(diff), "p": word(percent(diff, base, w.d.between(1, 2))),
	}
}

// formTwo tells some of the quantities of form two.
func (w *writer) formTwo() Paragraph {
	var p Paragraph
	told := func() bool { return w.d.in(3) }
	if told() {
		p = append(p, w.normative())
	}
	const licensing, penalties, coercion, fees = "disclosure.licensing.decisions", "disclosure.penalties.decisions", "disclosure.coercion.decisions", "disclosure.fees.amount"
	if told() {
		p = append(p, w.say("disclosure.licensing", vars{"n": w.cell(licensing)}))
	}
	if told() {
		p = append(p, w.say("disclosure.penalties", vars{"n": w.cell(penalties), "c": w.cell(coercion)}))
	}
	if v, ok := w.m.Value(fees); w.m.Edition.ID == "2021" && ok && v.Sign() > 0 && told() {
		p = append(p, w.say("disclosure.fees", vars{"n": w.cell(fees)}))
	}
	return p
}

func (w *writer) normative() Sentence {
	const row = "disclosure.normative_documents."
	issued := row + "issued"
	if w.m.Edition.ID == "2019" {
		issued = row + "made"
	}
	if w.m.Int(issued) == 0 {
		return w.none("disclosure.normative_none", nil, issued)
	}
	if w.m.Edition.ID == "2019" {
		return w.say("disclosure.normative_2019", vars{"made": w.cell(issued), "disclosed": w.cell(row + "disclosed"), "total": w.cell(row + "total")})
	}
	return w.say("disclosure.normative", vars{"issued": w.cell(issued), "repealed": w.cell(row + "repealed"), "in_force": w.cell(row + "in_force")})
}
