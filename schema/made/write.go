package made

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji/gouji/schema"
)

// write writes the prose. The figures of the forms must be set.
func (m *Made) write(d dice, o Options) {
	w := &writer{m: m, d: d, last: o.After}
	m.Title = strings.Split(w.say("title.line", nil).Text, "\n")
	m.From, m.To = schema.Date{Year: m.Year, Month: 1, Day: 1}, schema.Date{Year: m.Year, Month: 12, Day: 31}
	m.Signature = pick(d, []string{m.Organ.Name, m.Organ.Short})
	m.Signed = schema.Date{Year: m.Year + 1, Month: 1, Day: d.between(4, 31)}
	for i, spec := range m.Edition.Sections {
		s := Section{Key: spec.Key, Numeral: numeral(i + 1), Title: spec.Title}
		if d.in(6) {
			s.Title = pick(d, spec.Aliases)
		}
		m.Sections = append(m.Sections, s)
	}
	m.Preface = w.preface()
	m.Section("overview").Body = w.overview()
	m.Section("problems").Body = w.problems()
	m.Section("other").Body = w.other()
}

// numeral returns 一 for 1 up to 七 for 7.
func numeral(n int) string { return string([]rune("零一二三四五六七")[n]) }

// preface tells the law, the sections, the period and whom to ask; any of the
// last three may be missing.
func (w *writer) preface() []Paragraph {
	p := Paragraph{w.say("preface.basis", nil)}
	if !w.d.in(3) {
		var names []string
		for _, s := range w.m.Sections {
			names = append(names, s.Title)
		}
		list := strings.Join(names[:5], "、") + pick(w.d, []string{"、", "、", "和", "以及"}) + names[5]
		p = append(p, w.say("preface.list", vars{"list": word(list), "first": word(strings.Join(names[:w.d.between(3, 5)], "、"))}))
	}
	if w.d.in(5) {
		w.m.From, w.m.To = schema.Date{}, schema.Date{}
	} else {
		p = append(p, w.say("preface.period", vars{"period": word(w.say("preface.span", nil).Text)}))
	}
	if w.d.in(2) {
		p = append(p, w.say("preface.contact", vars{
			"phone":    word(fmt.Sprintf("0%d-8%06d", w.d.between(310, 979), w.d.IntN(1_000_000))),
			"postcode": word(fmt.Sprintf("%06d", w.d.between(110_000, 859_999))),
		}))
	}
	if len(p) > 2 && w.d.in(4) {
		cut := w.d.between(1, len(p)-1)
		return []Paragraph{p[:cut:cut], p[cut:]}
	}
	return []Paragraph{p}
}

// overview is section one: an opening and five sub-heads, which stand in front
// of their paragraphs, over them, or not at all.
func (w *writer) overview() []Paragraph {
	out := []Paragraph{{w.say("overview.opening", nil)}}
	marks := pick(w.d, [][]string{{"（一）", "（二）", "（三）", "（四）", "（五）"}, {"1.", "2.", "3.", "4.", "5."}, nil})
	style := pick(w.d, []string{"inline", "inline", "line"})
	for i, room := range []struct {
		key  string
		text func() []Paragraph
	}{
		{"disclosure", w.disclosure}, {"applications", w.applications}, {"management", w.management},
		{"platform", w.platform}, {"supervision", w.supervision},
	} {
		text := room.text()
		switch {
		case marks == nil:
		case style == "line":
			out = append(out, Paragraph{{Text: marks[i] + w.subhead(room.key), Key: "subhead"}})
		default:
			text[0] = append(Paragraph{{Text: marks[i] + w.subhead(room.key) + pick(w.d, []string{"。", "。", "："}), Key: "subhead"}}, text[0]...)
		}
		out = append(out, text...)
	}
	return out
}

func (w *writer) subhead(key string) string { return w.say("subhead."+key, nil).Text }

func (w *writer) management() []Paragraph { return []Paragraph{w.plain("management.plain")} }

func (w *writer) platform() []Paragraph {
	p := w.plain("platform.plain")
	return []Paragraph{w.near(p, "near.site", "near.perfect", "near.column")}
}

func (w *writer) supervision() []Paragraph { return []Paragraph{w.plain("supervision.plain")} }

// plain says one or two different things that tell no quantity of the forms.
func (w *writer) plain(key string) Paragraph {
	var p Paragraph
	room, name, _ := strings.Cut(key, ".")
	for _, template := range some(w.d, phrases()[room][name], w.d.between(1, 2)) {
		p = append(p, w.fill(key, template, nil))
	}
	return p
}

// near adds, every third time, one sentence that looks as if it told a quantity
// of the forms.
func (w *writer) near(p Paragraph, keys ...string) Paragraph {
	if !w.d.in(3) {
		return p
	}
	m := w.m
	c := w.d.between(3, 80)
	return append(p, w.say(pick(w.d, keys), vars{
		"c": figure(c), "sum": figure(m.Published*w.d.between(5, 12) + w.d.between(100, 9000)),
		"abbr": word(string([]rune(m.Organ.Place)[:1])),
	}))
}

func (w *writer) problems() []Paragraph {
	var parts []string
	for _, issue := range some(w.d, phrases()["problems"]["issue"], w.d.between(2, 4)) {
		parts = append(parts, w.fill("problems.issue", issue, nil).Text)
	}
	found := Paragraph{w.say("problems.found", w.enumerate("issues", parts))}
	if w.d.in(3) {
		found = append(found, w.say("problems.done", nil))
	}
	parts = nil
	for _, step := range some(w.d, phrases()["problems"]["step"], w.d.between(2, 4)) {
		parts = append(parts, w.fill("problems.step", step, nil).Text)
	}
	plan := Paragraph{w.say("problems.plan", w.enumerate("steps", parts))}
	if w.d.in(4) {
		return []Paragraph{append(found, plan...)}
	}
	return []Paragraph{found, plan}
}

// enumerate joins the parts of a thought, as name with commas and as "numbered"
// the one way or the other: 一是…；二是….
func (w *writer) enumerate(name string, parts []string) vars {
	plain := strings.Join(parts, pick(w.d, []string{"，", "、"}))
	numbered := plain
	if !w.d.in(3) {
		for i := range parts {
			parts[i] = numeral(i+1) + "是" + parts[i]
		}
		numbered = strings.Join(parts, "；")
	}
	return vars{name: word(plain), "numbered": word(numbered)}
}

// other is section six, which tells the fees for handling applications from
// 2021 on.
func (w *writer) other() []Paragraph {
	if w.m.Edition.ID == "2019" {
		return []Paragraph{{w.say("other.nothing_at_all", nil)}}
	}
	p := Paragraph{w.fee()}
	if w.d.in(2) {
		p = append(p, w.say("other.nothing", nil))
	}
	return []Paragraph{p}
}

func (w *writer) fee() Sentence {
	if w.m.Int("applications.received.total") < 5 || !w.d.in(4) {
		return w.say("other.fee_none", nil)
	}
	notices := w.d.between(1, 3)
	return w.say("other.fee", vars{"c": figure(notices), "fee": figure(notices * 10 * w.d.between(10, 60))})
}

// cell is a quantity of the forms as a variable, printed as it is in the form.
func (w *writer) cell(path string) value {
	v, _ := w.m.Value(path)
	return value{text: v.String(), quantity: path, plain: v.String()}
}

// sum is the sum of quantities as a variable.
func (w *writer) sum(paths ...string) value {
	var n int64
	for _, p := range paths {
		n += w.m.Int(p)
	}
	return value{text: strconv.FormatInt(n, 10), quantity: strings.Join(paths, " + ")}
}

// except returns the items that are not the one left out.
func except(items []string, out string) []string {
	return slices.DeleteFunc(slices.Clone(items), func(s string) bool { return s == out })
}
