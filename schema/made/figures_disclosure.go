package made

import (
	"strconv"
	"strings"

	"github.com/gouji/gouji/schema"
)

// fillDisclosure throws form two. No relation joins its cells; what follows
// from the year before is kept: stocks from 2021 on, projects from 2019 to 2020.
func (m *Made) fillDisclosure(d dice, after *Made) {
	form := m.Form(schema.Disclosure)
	for _, r := range form.Rows {
		for _, id := range r.Cells {
			m.cells[id] = "0" // no organ made here may issue 规章
		}
	}
	if m.Edition.ID == "2019" {
		m.fillDisclosure2019(d, after)
		return
	}
	busy := m.busy()
	issued := d.upTo(min(busy, 30))
	stock := d.upTo(busy * 2)
	if after != nil && after.Edition == m.Edition {
		stock = int(after.Int("disclosure.normative_documents.in_force"))
	}
	repealed := d.upTo(min(stock, busy/2))
	m.set("disclosure.normative_documents.issued", issued)
	m.set("disclosure.normative_documents.repealed", repealed)
	m.set("disclosure.normative_documents.in_force", stock+issued-repealed)
	m.count(d, "disclosure.licensing.decisions", d.upTo(busy*busy*4))
	m.count(d, "disclosure.penalties.decisions", d.upTo(busy*busy))
	m.count(d, "disclosure.coercion.decisions", d.upTo(busy))
	if !d.in(3) {
		m.Set("disclosure.fees.amount", money(d, busy*20))
	}
}

func (m *Made) fillDisclosure2019(d dice, after *Made) {
	busy := m.busy()
	made := d.upTo(min(busy, 30))
	m.set("disclosure.normative_documents.made", made)
	m.set("disclosure.normative_documents.disclosed", made)
	m.set("disclosure.normative_documents.total", made+d.upTo(busy*2))
	for _, row := range []string{"licensing", "other_services", "penalties", "coercion", "fees"} {
		key := "disclosure." + row
		previous := d.upTo(busy * 3)
		if after != nil {
			previous = int(after.Int(key+".previous") + after.Int(key+".change"))
		}
		change := 0
		if d.in(3) {
			change = d.between(-min(previous, 4), 9)
		}
		m.set(key+".previous", previous)
		m.Set(key+".change", signed(d, change))
		if row != "fees" {
			m.count(d, key+".decisions", d.upTo(busy*busy))
		}
	}
	if projects := d.upTo(busy / 2); projects > 0 {
		m.set("disclosure.procurement.projects", projects)
		m.Set("disclosure.procurement.amount", money(d, busy*60)+pick(d, []string{"", "", "", "万元"}))
	}
}

// busy is how much the organ does: the scale of form two.
func (m *Made) busy() int {
	switch m.Organ.Kind {
	case Township, Street:
		return 6
	case County:
		return 120
	}
	return 24
}

// count prints a figure, now and then with thousands separators.
func (m *Made) count(d dice, path string, v int) {
	s := strconv.Itoa(v)
	if v >= 1000 && d.in(8) {
		s = s[:len(s)-3] + "," + s[len(s)-3:]
		if v >= 1_000_000 {
			s = s[:len(s)-7] + "," + s[len(s)-7:]
		}
	}
	m.Set(path, s)
}

// signed prints 本年增/减 the ways it is written: 3, +3, 增3, -3, 减3.
func signed(d dice, v int) string {
	switch {
	case v > 0:
		return pick(d, []string{"", "+", "+", "增"}) + strconv.Itoa(v)
	case v < 0:
		return pick(d, []string{"-", "-", "减"}) + strconv.Itoa(-v)
	}
	return "0"
}

// money prints an amount below top 万元 with up to six digits behind the point;
// four are 元, and the last is no zero.
func money(d dice, top int) string {
	whole := strconv.Itoa(d.between(1, max(top, 1)))
	places := pick(d, []int{0, 1, 2, 2, 4, 4, 6})
	var digits strings.Builder
	for i := range places {
		low := 0
		if i == places-1 {
			low = 1
		}
		digits.WriteString(strconv.Itoa(d.between(low, 9)))
	}
	if places == 0 {
		return whole
	}
	return whole + "." + digits.String()
}
