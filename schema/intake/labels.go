package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// labelIndex finds the row or the group that a printed label means. It knows
// the labels of all editions: which edition a form is follows from what is
// found.
type labelIndex struct {
	exact  map[string][]*entry // by bare words, with and without number and remark
	all    []*entry
	groups []string // bare words of group labels, their numbers taken off
}

// entry is one key of a form with its bare labels.
type entry struct {
	key    string
	number int
	names  []string // bare, without number and remark; the official first
	spelt  []schema.Spelling
}

// match is how a label was found.
type match struct {
	key string
	// whole is false when the printed words are only the beginning or the end of
	// the label.
	whole bool
	// slips says that the printed words are the label but for a few characters.
	slips bool
	// from is where the row's own label begins in the printed words, behind that
	// of its group.
	from int
}

// longLabel is the length, in bytes, beyond which words are no label, however
// widely they are spaced.
const longLabel = 1000

// newLabelIndex collects the row labels of one form over all editions.
func newLabelIndex(form schema.FormKey) *labelIndex {
	x := &labelIndex{exact: map[string][]*entry{}}
	byKey := map[string]*entry{}
	for _, e := range schema.Editions() {
		for _, row := range e.Form(form).Rows {
			if row.Label == "" {
				continue
			}
			en := byKey[row.Key]
			if en == nil {
				n, _, _ := enumerator(row.Label)
				en = &entry{key: row.Key, number: n}
				byKey[row.Key] = en
				x.all = append(x.all, en)
			}
			for _, label := range append([]string{row.Label}, row.Aliases...) {
				_, _, rest := enumerator(label)
				for _, name := range []string{bare(label), bare(rest), bare(withoutRemark(rest))} {
					x.add(name, en)
				}
				en.names = appendNew(en.names, bare(rest), bare(withoutRemark(rest)))
			}
			for _, name := range en.names[len(en.spelt):] {
				en.spelt = append(en.spelt, schema.Spell(name))
			}
			for _, g := range row.Group {
				_, _, rest := enumerator(g)
				x.groups = appendNew(x.groups, bare(rest))
			}
		}
	}
	return x
}

func (x *labelIndex) add(name string, en *entry) {
	for _, have := range x.exact[name] {
		if have == en {
			return
		}
	}
	x.exact[name] = append(x.exact[name], en)
}

func appendNew(list []string, words ...string) []string {
outer:
	for _, w := range words {
		for _, have := range list {
			if have == w {
				continue outer
			}
		}
		if w != "" {
			list = append(list, w)
		}
	}
	return list
}

// printed is a label as a document prints it, with what it is looked up by.
type printed struct {
	label  string
	number int
	// Bare words: all of them, those behind the number, and those in front of a
	// remark.
	all, words, short string
}

func newPrinted(label string) printed {
	number, _, rest := enumerator(label)
	p := printed{label: label, number: number, all: bare(label)}
	p.words, p.short = p.all, ""
	if rest != label {
		p.words = bare(rest)
	}
	p.short = p.words
	if remarked := withoutRemark(rest); remarked != rest {
		p.short = bare(remarked)
	}
	return p
}

// withoutRemark drops a remark in brackets behind the words of a label.
func withoutRemark(s string) string {
	if i := strings.IndexAny(s, "（("); i > 0 {
		return s[:i]
	}
	return s
}

// find returns the row that the label means. A group label in front of it
// (（三）不予公开 1.属于国家秘密) is taken off, unless the words are a row's own
// whole label. ok is false when no row, or more than one, may be meant.
func (x *labelIndex) find(label string) (match, bool) {
	if len(label) > longLabel {
		return match{}, false
	}
	p := newPrinted(label)
	return x.findPrinted(&p)
}

func (x *labelIndex) findPrinted(p *printed) (match, bool) {
	if len(p.label) > longLabel {
		return match{}, false
	}
	m, ok := x.row(p)
	if ok && m.whole && !m.slips {
		return m, true
	}
	if from := x.afterGroup(p.label); from > 0 {
		behind := newPrinted(p.label[from:])
		if inner, found := x.row(&behind); found && (inner.whole || !ok) {
			inner.from = from
			return inner, true
		}
	}
	return m, ok
}

// row looks a label up without regard to groups: exact words, then the
// beginning or the end of them, then a bounded number of slips.
func (x *labelIndex) row(p *printed) (match, bool) {
	if p.words == "" {
		return match{}, false
	}
	if en := x.exactly(p); en != nil {
		return match{key: en.key, whole: true}, true
	}
	if en := x.part(p.words, p.number); en != nil {
		return match{key: en.key}, true
	}
	if en := x.slip(p.words, p.number); en != nil {
		return match{key: en.key, whole: true, slips: true}, true
	}
	return match{}, false
}

// exactly finds the entry that has the words for its label, or nil.
func (x *labelIndex) exactly(p *printed) *entry {
	if en := pick(x.exact[p.all], p.number); en != nil {
		return en
	}
	if p.words != p.all {
		if en := pick(x.exact[p.words], p.number); en != nil {
			return en
		}
	}
	if p.short != p.words {
		return pick(x.exact[p.short], p.number)
	}
	return nil
}

// pick returns the one entry, or among several the one with the number.
func pick(list []*entry, number int) *entry {
	if len(list) == 1 {
		return list[0]
	}
	var found *entry
	for _, en := range list {
		if en.number == number {
			if found != nil {
				return nil
			}
			found = en
		}
	}
	return found
}

// part finds the one entry whose label begins or ends with the words, or that
// the words begin or end with: a label cut by a page, run into its remark, or
// behind a group's label that is misspelt.
func (x *labelIndex) part(words string, number int) *entry {
	const least = 4 // characters that tell anything
	if utf8.RuneCountInString(words) < least {
		return nil
	}
	var found *entry
	behind := false // the label's own number stands within the words
	for _, en := range x.all {
		for i, name := range en.names {
			long := en.spelt[i].Len() >= least
			ends := long && strings.HasSuffix(words, name)
			if ends || strings.HasPrefix(name, words) || strings.HasSuffix(name, words) || long && strings.HasPrefix(words, name) {
				if found != nil && found != en {
					return nil
				}
				found, behind = en, ends
				break
			}
		}
	}
	if found != nil && !behind && number != 0 && found.number != 0 && number != found.number {
		return nil
	}
	return found
}

// slip finds the one entry that the words miss by a few characters: one in
// four, and one more where the number is the label's own. Of two that are
// equally near the number decides.
func (x *labelIndex) slip(words string, number int) *entry {
	var buffer [64]rune
	spelt := schema.SpellInto(buffer[:0], words)
	n := spelt.Len()
	if n < 3 {
		return nil
	}
	best := 1 << 10
	var found []*entry
	for _, en := range x.all {
		d := best + 1
		for i := range en.spelt {
			long := en.spelt[i].Len()
			if long < 3 {
				continue
			}
			limit := min(max(1, max(n, long)/4), 5)
			if number != 0 && number == en.number && long > 4 {
				limit++
			}
			if got := spelt.Distance(&en.spelt[i], limit); got <= limit {
				d = min(d, got)
			}
		}
		switch {
		case d < best:
			best, found = d, []*entry{en}
		case d == best:
			found = append(found, en)
		}
	}
	return pick(found, number)
}

// afterGroup returns where the words begin that stand behind the labels of
// groups; 0 when no group's label stands in front, or nothing behind it.
func (x *labelIndex) afterGroup(label string) int {
	for _, g := range x.groups {
		before := 0
		for start, r := range label {
			if before > 6 {
				break
			}
			if end, ok := hasWords(label, start, g); ok && bare(label[end:]) != "" {
				return end + x.afterGroup(label[end:])
			}
			if !isSpace(r) {
				before++
			}
		}
	}
	return 0
}

// isGroup reports whether the words are a group's label and nothing else.
func (x *labelIndex) isGroup(label string) bool {
	_, _, rest := enumerator(label)
	words := bare(rest)
	if words == "" {
		return false
	}
	for _, g := range x.groups {
		if words == g || strings.TrimLeft(bare(label), numerals) == g {
			return true
		}
	}
	return false
}

// begins reports whether a row's label begins with the words: the first line of
// a broken one.
func (x *labelIndex) begins(words string) bool {
	words = bare(words)
	for _, en := range x.all {
		for _, name := range en.names {
			if utf8.RuneCountInString(words) >= 2 && strings.HasPrefix(name, words) {
				return true
			}
		}
	}
	return false
}
