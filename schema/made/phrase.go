package made

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// phrases are the sentence templates of data/prose.toml: room → group →
// phrasings.
var phrases = sync.OnceValue(func() map[string]map[string][]string {
	data := map[string]map[string][]string{}
	readData("prose.toml", &data)
	return data
})

// value is what a template's variable stands for.
type value struct {
	text     string
	quantity string // of the forms, or ""
	plain    string // the figure, when it has a quantity and text is not it
	facts    []Fact // of a list: what its parts tell, by the bytes of text
}

// vars are the variables of one sentence.
type vars map[string]value

// word is a variable that says nothing of the forms.
func word(s string) value { return value{text: s} }

// figure is a number that says nothing of the forms.
func figure(n int) value { return value{text: strconv.Itoa(n)} }

// writer writes the prose of one report.
type writer struct {
	m     *Made
	d     dice
	last  *Made  // the report of the year before, or nil
	topic string // the last {topic}, which {topic2} must not repeat
}

// say fills one phrasing of the group "room.name".
func (w *writer) say(key string, v vars) Sentence {
	room, name, _ := strings.Cut(key, ".")
	choices := phrases()[room][name]
	if len(choices) == 0 {
		panic("made: no phrasing " + key)
	}
	return w.fill(key, pick(w.d, choices), v)
}

// fill fills a template and notes which bytes tell which quantity. {n} is a
// variable, {n#} one that may be written in Chinese numerals, and <a|b|> one of
// the words between the bars.
func (w *writer) fill(key, template string, v vars) Sentence {
	s := Sentence{Key: key}
	var b strings.Builder
	template = w.choose(template)
	for {
		open := strings.IndexByte(template, '{')
		if open < 0 {
			break
		}
		end := open + strings.IndexByte(template[open:], '}')
		b.WriteString(template[:open])
		from := b.Len()
		val := w.variable(key, template[open+1:end], v)
		b.WriteString(val.text)
		if val.quantity != "" {
			s.Facts = append(s.Facts, Fact{Quantity: val.quantity, Value: val.plain, From: from, To: b.Len()})
		}
		for _, f := range val.facts {
			f.From, f.To = f.From+from, f.To+from
			s.Facts = append(s.Facts, f)
		}
		template = template[end+1:]
	}
	b.WriteString(template)
	s.Text = b.String()
	return s
}

// joined is say with one variable that is a list of quantities.
func (w *writer) joined(key string, v vars, name string, items []item) Sentence {
	var b strings.Builder
	var facts []Fact
	sep := pick(w.d, []string{"、", "，"})
	for i, it := range items {
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString(it.name)
		from := b.Len()
		b.WriteString(it.val.text)
		facts = append(facts, Fact{Quantity: it.val.quantity, Value: it.val.text, From: from, To: b.Len()})
		b.WriteString("件")
	}
	v[name] = value{text: b.String(), facts: facts}
	return w.say(key, v)
}

// none says that there was nothing of the quantities.
func (w *writer) none(key string, v vars, quantities ...string) Sentence {
	s := w.say(key, v)
	for _, q := range quantities {
		s.Facts = append(s.Facts, Fact{Quantity: q, Value: "0", From: 0, To: len(s.Text)})
	}
	return s
}

// choose settles every <a|b> of a template.
func (w *writer) choose(template string) string {
	for {
		open := strings.IndexByte(template, '<')
		if open < 0 {
			return template
		}
		end := open + strings.IndexByte(template[open:], '>')
		template = template[:open] + pick(w.d, strings.Split(template[open+1:end], "|")) + template[end+1:]
	}
}

// variable returns what a name stands for: one of v, or of the words that every
// sentence knows.
func (w *writer) variable(key, name string, v vars) value {
	name, chinese := strings.CutSuffix(name, "#")
	if val, ok := v[name]; ok {
		if val.quantity != "" && val.plain == "" {
			val.plain = val.text
		}
		if chinese && w.d.in(6) {
			val.text = chineseCount(val.text)
		}
		return val
	}
	m := w.m
	switch name {
	case "Y":
		return figure(m.Year)
	case "P":
		return figure(m.Year - 1)
	case "N":
		return figure(m.Year + 1)
	case "we":
		return word(pick(w.d, m.Organ.We))
	case "We":
		return word(m.Organ.We[0])
	case "organ":
		return word(m.Organ.Name)
	case "short":
		return word(m.Organ.Short)
	case "place":
		return word(m.Organ.Place)
	case "parent":
		return word(m.Organ.Parent)
	case "circular":
		return word("《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（" + m.Edition.Circular + "）")
	case "topic":
		w.topic = pick(w.d, m.Organ.Topics)
		return word(w.topic)
	case "topic2":
		return word(pick(w.d, except(m.Organ.Topics, w.topic)))
	}
	if n, ok := strings.CutPrefix(name, "any"); ok { // {any20}: some number up to 20 that nothing else tells
		top, err := strconv.Atoi(n)
		if err == nil {
			return figure(w.d.between(2, max(top, 3)))
		}
	}
	panic(fmt.Sprintf("made: %s: no variable %q", key, name))
}

// chineseCount writes a small count as one does before a measure word: 两, 十四.
// Others stay as they are.
func chineseCount(s string) string {
	n, err := strconv.Atoi(s)
	digits := []string{"", "一", "两", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case err != nil || n < 1 || n > 99:
		return s
	case n < 10:
		return digits[n]
	}
	digits[2] = "二"
	tens := digits[n/10]
	if n < 20 {
		tens = ""
	}
	return tens + "十" + digits[n%10]
}
