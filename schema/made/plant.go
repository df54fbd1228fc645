package made

import (
	"maps"
	"slices"
	"strings"

	"github.com/gouji/gouji/schema"
)

// Kind is a kind of error that can be planted. Each is an error to every
// careful reader: no scope, rounding or way of counting excuses it.
type Kind struct {
	Name     string
	Codes    []string // the rules that may name it; the likeliest first
	Severity string   // the least severity that may be demanded: "error", "warning", "info"
	ZH, EN   string   // what it is
	apply    func(*planter) bool
}

// Planted is the key to a planted error.
type Planted struct {
	Kind     string   `json:"kind" toml:"kind"`
	Codes    []string `json:"codes" toml:"codes"`
	Severity string   `json:"severity" toml:"severity"`
	// Cells are the paths of the cells that are wrong, Wrong what is printed in
	// them, Right what belongs there. Right is empty where the report does not
	// tell it.
	Cells []string `json:"cells,omitempty" toml:"cells,omitempty"`
	Wrong []string `json:"wrong,omitempty" toml:"wrong,omitempty"`
	Right []string `json:"right,omitempty" toml:"right,omitempty"`
	// Words are the wrong words as printed, Instead what should stand there;
	// empty when nothing can be said. Words that are missing have none.
	Words   string `json:"words,omitempty" toml:"words,omitempty"`
	Instead string `json:"instead,omitempty" toml:"instead,omitempty"`
}

// Kinds lists the kinds of errors in a fixed order.
func Kinds() []Kind {
	return slices.Concat(cellKinds(), structureKinds(), timeKinds(), proseKinds(), numberKinds(), organKinds())
}

// Plant returns a copy of the report with one error of the kind in it, and the
// key to it. ok is false when this report has no room for such an error: no
// figure of two digits whose digits could be swapped, no sentence on reviews.
func (m *Made) Plant(kind string) (planted *Made, key Planted, ok bool) {
	for i, k := range Kinds() {
		if k.Name != kind {
			continue
		}
		p := &planter{m: m.clone(), d: newDice(m.Seed*1000+uint64(i), streamPlant)}
		p.key = Planted{Kind: k.Name, Codes: k.Codes, Severity: k.Severity}
		if !k.apply(p) {
			return nil, Planted{}, false
		}
		return p.m, p.key, true
	}
	return nil, Planted{}, false
}

// planter plants one error in a report.
type planter struct {
	m   *Made
	d   dice
	key Planted
}

func (m *Made) clone() *Made {
	out := *m
	out.planted = true
	out.Title = slices.Clone(m.Title)
	out.Preface = cloneBody(m.Preface)
	out.Sections = slices.Clone(m.Sections)
	for i := range out.Sections {
		out.Sections[i].Body = cloneBody(out.Sections[i].Body)
	}
	out.Forms = slices.Clone(m.Forms)
	out.cells = slices.Clone(m.cells)
	out.labels, out.short = maps.Clone(m.labels), maps.Clone(m.short)
	return &out
}

func cloneBody(body []Paragraph) []Paragraph {
	out := make([]Paragraph, len(body))
	for i, p := range body {
		out[i] = slices.Clone(p)
		for k := range out[i] {
			out[i][k].Facts = slices.Clone(out[i][k].Facts)
		}
	}
	return out
}

// sentences lists pointers to the sentences whose group the test takes.
func (p *planter) sentences(take func(key string) bool) []*Sentence {
	var out []*Sentence
	bodies := [][]Paragraph{p.m.Preface}
	for i := range p.m.Sections {
		bodies = append(bodies, p.m.Sections[i].Body)
	}
	for _, body := range bodies {
		for _, par := range body {
			for k := range par {
				if take(par[k].Key) {
					out = append(out, &par[k])
				}
			}
		}
	}
	return out
}

// of tests for the groups themselves.
func of(keys ...string) func(string) bool {
	return func(key string) bool { return slices.Contains(keys, key) }
}

// in tests for the rooms of the groups.
func in(rooms ...string) func(string) bool {
	return func(key string) bool {
		room, _, _ := strings.Cut(key, ".")
		return slices.Contains(rooms, room)
	}
}

// replace puts other words into a sentence. Facts told by the old words are
// told no more; those behind move.
func (s *Sentence) replace(from, to int, words string) {
	s.Text = s.Text[:from] + words + s.Text[to:]
	shift := len(words) - (to - from)
	var facts []Fact
	for _, f := range s.Facts {
		switch {
		case f.To <= from:
		case f.From >= to:
			f.From, f.To = f.From+shift, f.To+shift
		default:
			continue
		}
		facts = append(facts, f)
	}
	s.Facts = facts
}

// swap replaces the first old words by new ones and notes both in the key, with
// as much behind them as around tells.
func (p *planter) swap(s *Sentence, old, words string) bool {
	i := strings.Index(s.Text, old)
	if i < 0 || old == words {
		return false
	}
	s.replace(i, i+len(old), words)
	p.key.Words, p.key.Instead = words, old
	return true
}

// told reports whether a sentence tells the cell, alone or in a sum.
func (m *Made) told(path string) bool {
	for _, s := range m.Sentences() {
		for _, f := range s.Facts {
			if slices.Contains(strings.Split(f.Quantity, " + "), path) {
				return true
			}
		}
	}
	return false
}

// formCells lists the cells of a form.
func (m *Made) formCells(key schema.FormKey) []string {
	var out []string
	for _, r := range m.Form(key).Rows {
		for _, id := range r.Cells {
			out = append(out, id.Path())
		}
	}
	return out
}
