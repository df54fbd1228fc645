package made

import (
	"strconv"

	"github.com/gouji/gouji/schema"
)

// The seven columns of form three; the last is the sum of the others.
var columns = []string{"natural", "business", "research", "charity", "legal", "other"}

const totalColumn = "total"

func (m *Made) set(path string, v int) { m.cells[schema.MustCell(path)] = strconv.Itoa(v) }

// fill throws the figures of all forms.
func (m *Made) fill(d dice, o Options) {
	size := o.Size
	if size == "" {
		size = m.size(d)
	}
	m.fillApplications(d, size, o.After)
	m.fillReview(d, size)
	m.fillDisclosure(d, o.After)
	m.Note = !d.in(3)
}

func (m *Made) size(d dice) Size {
	switch m.Organ.Kind {
	case Township, Street:
		return pick(d, []Size{None, None, None, Small, Small})
	case County:
		return pick(d, []Size{Small, Large, Large, Large})
	}
	return pick(d, []Size{None, Small, Small, Large})
}

// weights of the applicants: most are natural persons.
var columnWeight = map[string]int{"natural": 70, "business": 14, "research": 2, "charity": 3, "legal": 6, "other": 5}

// weights of the outcomes; the others share what is left.
var leafWeight = map[string]int{
	"applications.outcome.granted": 40, "applications.outcome.partly_granted": 12,
	"applications.outcome.unavailable.not_held": 20, "applications.outcome.unavailable.not_made": 5,
	"applications.outcome.unprocessed.petition": 4, "applications.outcome.unprocessed.repeat": 5,
}

// fillApplications throws each application's applicant and outcome, and counts:
// so every relation of the form holds by construction.
func (m *Made) fillApplications(d dice, size Size, after *Made) {
	form := m.Form(schema.Applications)
	counts := map[string]map[string]int{}
	for _, r := range form.Rows {
		counts[r.Key] = map[string]int{}
	}
	add := func(key, column string) {
		counts[key][column]++
		counts[key][totalColumn]++
	}
	leaves, weight := outcomes(form)
	decide := func(column string, open int) {
		if open > 0 && d.in(open) {
			add("applications.carried_out", column)
			return
		}
		add(weighted(d, leaves, weight), column)
		add("applications.outcome.total", column)
	}
	received, carried := applicationCounts(d, size)
	open := 0
	if size == Large || size == Small && d.in(2) {
		open = d.between(8, 25)
	}
	kinds, kindWeight := applicants(d, size)
	for range received {
		column := weighted(d, kinds, kindWeight)
		add("applications.received", column)
		decide(column, open)
	}
	for _, column := range columns {
		n := 0
		if after != nil {
			n = int(after.Int("applications.carried_out." + column))
		} else if column == "natural" || column == "business" {
			n = d.upTo(carried)
		}
		for range n {
			add("applications.carried_in", column)
			decide(column, 0)
		}
	}
	for _, r := range form.Rows {
		for i, c := range r.Cells {
			m.cells[c] = strconv.Itoa(counts[r.Key][r.Block.Columns[i].Key])
		}
	}
}

func applicationCounts(d dice, size Size) (received, carried int) {
	switch size {
	case None:
		return 0, 0
	case Small:
		if d.in(3) {
			carried = d.upTo(3)
		}
		return d.between(1, 20), carried
	}
	return d.between(90, 1400), d.between(0, 40)
}

// applicants returns the kinds of applicants that came; a small organ has had
// one or two kinds.
func applicants(d dice, size Size) (kinds []string, weight int) {
	kinds = columns
	if size == Small {
		kinds = append([]string{"natural"}, some(d, columns[1:], d.upTo(2))...)
	}
	for _, k := range kinds {
		weight += columnWeight[k]
	}
	return kinds, weight
}

func outcomes(form *schema.FormSpec) (leaves []string, weight int) {
	for _, r := range form.Rows {
		if r.Leaf {
			leaves = append(leaves, r.Key)
			weight += weightOf(r.Key)
		}
	}
	return leaves, weight
}

func weightOf(key string) int {
	if w, ok := columnWeight[key]; ok {
		return w
	}
	if w, ok := leafWeight[key]; ok {
		return w
	}
	return 1
}

// weighted picks one of the keys by its weight; sum is the sum of the weights.
func weighted(d dice, keys []string, sum int) string {
	at := d.IntN(sum)
	for _, k := range keys {
		if at -= weightOf(k); at < 0 {
			return k
		}
	}
	return keys[len(keys)-1]
}

var reviewResults = []string{"upheld", "corrected", "other", "pending"}

// fillReview throws form four: few cases, and none where nobody applied.
func (m *Made) fillReview(d dice, size Size) {
	for _, group := range []string{"review", "litigation.direct", "litigation.after_review"} {
		top := 0
		switch {
		case size == Large:
			top = 12
		case size == Small && d.in(4):
			top = 2
		}
		n := d.upTo(top)
		for i, part := range d.split(n, len(reviewResults), 0) {
			m.set(group+"."+reviewResults[i], part)
		}
		m.set(group+"."+totalColumn, n)
	}
}
