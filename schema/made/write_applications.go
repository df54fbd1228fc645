package made

import (
	"strconv"
	"strings"
)

// Quantities of form three that sentences tell.
const (
	received   = "applications.received."
	carriedIn  = "applications.carried_in."
	carriedOut = "applications.carried_out."
	outcomeSum = "applications.outcome.total."
)

// applications writes the paragraph on applications, and those on review and
// litigation behind it.
func (w *writer) applications() []Paragraph {
	var p Paragraph
	n, in := w.m.Int(received+totalColumn), w.m.Int(carriedIn+totalColumn)
	switch {
	case n == 0 && in == 0:
		p = w.noApplications()
	case n == 0:
		p = Paragraph{w.noneBut()}
	default:
		p = w.someApplications(in)
	}
	if w.d.in(2) {
		p = append(p, w.plain("applications.lawful")...)
	}
	p = w.nearApplications(p, n)
	review := w.review()
	if w.d.in(2) {
		return []Paragraph{append(p, review...)}
	}
	return []Paragraph{p, review}
}

func (w *writer) noApplications() Paragraph {
	if w.d.in(4) {
		return Paragraph{w.none("applications.none_either", nil, received+totalColumn, carriedIn+totalColumn)}
	}
	return Paragraph{w.none("applications.none", nil, received+totalColumn)}
}

func (w *writer) noneBut() Sentence {
	s := w.say("applications.none_carried", vars{"m": w.cell(carriedIn + totalColumn)})
	return s.telling(received+totalColumn, "0")
}

// telling adds a fact that the whole sentence tells.
func (s Sentence) telling(quantity, plain string) Sentence {
	s.Facts = append(s.Facts, Fact{Quantity: quantity, Value: plain, To: len(s.Text)})
	return s
}

func (w *writer) someApplications(in int64) Paragraph {
	out := w.m.Int(carriedOut + totalColumn)
	v := vars{
		"n": w.cell(received + totalColumn), "m": w.cell(carriedIn + totalColumn), "k": w.cell(carriedOut + totalColumn), "t": w.cell(outcomeSum + totalColumn),
		"s": w.sum(received+totalColumn, carriedIn+totalColumn), "u": word(pick(w.d, []string{"件", "件", "件", "件", "条", "宗", "份", "项", "件次"})),
	}
	outcomes := w.outcomes()
	var p Paragraph
	switch kind := w.d.IntN(4); {
	case kind == 0:
		return Paragraph{w.joined("applications.chain", v, "outcomes", outcomes)}
	case kind == 1 && in > 0:
		p = Paragraph{w.say("applications.inclusive", v)}
		p = append(p, w.applicantsOf("applications.applicants_new")...)
	case kind == 2 && in == 0 && out == 0:
		p = Paragraph{w.say("applications.all_answered", v)}
		p = append(p, w.applicantsOf("applications.applicants")...)
	default:
		p = Paragraph{w.say("applications.received", v)}
		if in == 0 {
			p = append(p, w.applicantsOf("applications.applicants")...)
		} else {
			p = append(p, w.applicantsOf("applications.applicants_new")...)
		}
		if w.d.in(2) {
			p = append(p, w.say("applications.handled", v))
		}
	}
	if len(outcomes) > 0 && w.d.in(2) {
		p = append(p, w.joined("applications.outcome", v, "outcomes", outcomes))
	}
	if out > 0 && w.d.in(2) {
		p = append(p, w.say("applications.carried", v))
	} else if out == 0 && w.d.in(4) {
		p = append(p, w.none("applications.carried_none", v, carriedOut+totalColumn))
	}
	return p
}

// applicantsOf splits the applications received by who applied, or by the way
// they came.
func (w *writer) applicantsOf(key string) Paragraph {
	total, natural := w.m.Int(received+totalColumn), w.m.Int(received+"natural")
	switch kind := w.d.IntN(4); {
	case kind == 0 && total == natural && w.m.Int(carriedIn+totalColumn) == 0:
		return Paragraph{w.say("applications.all_natural", nil).telling(received+"natural", strconv.FormatInt(natural, 10))}
	case kind == 1 && total > natural && natural > 0:
		return Paragraph{w.say(key, vars{"a": w.cell(received + "natural"), "b": w.sum(legalPersons()...)})}
	case kind == 2 && total > 2 && w.m.Int(carriedIn+totalColumn) == 0:
		parts := w.d.split(int(total), 3, 0)
		return Paragraph{w.say("applications.channel", vars{"a": figure(parts[0]), "b": figure(parts[1]), "c": figure(parts[2])})}
	}
	return nil
}

// legalPersons lists the quantities of 法人或其他组织.
func legalPersons() []string {
	var out []string
	for _, c := range except(columns, "natural") {
		out = append(out, received+c)
	}
	return out
}

// outcomeNames are the kinds of outcome, each with words that mean it.
var outcomeNames = []struct {
	prefix string // of the rows that it counts
	words  []string
}{
	{"applications.outcome.granted", []string{"予以公开", "予以公开", "同意公开"}},
	{"applications.outcome.partly_granted", []string{"部分公开"}},
	{"applications.outcome.refused.", []string{"不予公开"}},
	{"applications.outcome.unavailable.", []string{"无法提供"}},
	{"applications.outcome.unprocessed.", []string{"不予处理"}},
	{"applications.outcome.other", []string{"其他处理"}},
}

// item is a name and its quantity: 予以公开3.
type item struct {
	name string
	val  value
}

// outcomes lists the kinds of outcome that occurred: a closed list.
func (w *writer) outcomes() []item {
	var out []item
	form := w.m.Edition.Form("applications")
	for _, o := range outcomeNames {
		var paths []string
		for _, r := range form.Rows {
			if r.Leaf && strings.HasPrefix(r.Key, o.prefix) {
				paths = append(paths, r.Key+"."+totalColumn)
			}
		}
		if val := w.sum(paths...); val.text != "0" {
			out = append(out, item{pick(w.d, o.words), val})
		}
	}
	return out
}

// nearApplications adds sentences on other business that is counted alike.
func (w *writer) nearApplications(p Paragraph, n int64) Paragraph {
	switch {
	case n > 3 && w.d.in(6) && p[0].Key == "applications.received":
		half := vars{"h": figure(w.d.upTo(int(n)))}
		p = append(p[:1:1], append(Paragraph{w.say("near.half", half)}, p[1:]...)...)
	case w.last != nil && w.d.in(6):
		p = append(p, w.say("near.last", vars{"base": figure(int(w.last.Int(received + totalColumn)))}))
	case w.last == nil && n < 50 && w.d.in(6):
		level := string([]rune(w.m.Organ.Parent)[len([]rune(w.m.Organ.Parent))-1])
		p = append(p, w.say("near.level", vars{"level": word(level), "many": figure(w.d.between(200, 900))}))
	}
	return w.near(p, "near.hotline", "near.letters", "near.consult", "near.column", "near.class")
}
