package relation

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji/gouji/schema"
)

// cause makes a cause of sums and what explains them: slips are named, the
// explanations ranked, and the rule that speaks of it chosen.
func (p *problem) cause(part []int, explanations []Explanation, witnesses []Witness) Cause {
	c := Cause{Form: p.form, Explanations: explanations}
	for _, k := range part {
		o := Outcome{Sum: p.sums[k]}
		for _, id := range o.Sum.Left {
			o.Left += p.state.values[id]
		}
		for _, id := range o.Sum.Right {
			o.Right += p.state.values[id]
		}
		o.Unknown = p.state.unknown(o.Sum)
		c.Violated = append(c.Violated, o)
	}
	if len(explanations) > 0 && len(explanations[0].Changes) > 1 {
		if e, ok := p.rowSlip(part); ok && len(e.Changes) > len(explanations[0].Changes) {
			c.Explanations = append(c.Explanations, e)
		}
	}
	for i := range c.Explanations {
		e := &c.Explanations[i]
		if e.Slip.Key == "" {
			e.Slip = p.nameSlip(e.Changes)
		}
		e.witness = support(e.Changes, witnesses)
	}
	slices.SortStableFunc(c.Explanations, func(a, b Explanation) int {
		return cmp.Or(
			cmp.Compare(b.witness, a.witness),
			cmp.Compare(a.Slip.rank, b.Slip.rank),
			cmp.Compare(p.partCount(a), p.partCount(b)),
			compareChanges(a.Changes, b.Changes),
		)
	})
	c.Rule = p.rule(&c)
	return c
}

// partCount ranks totals before their parts: where nothing else decides, a sum is
// more often added up wrongly than a part written wrongly.
func (p *problem) partCount(e Explanation) int {
	n := 0
	for _, c := range e.Changes {
		if spec, ok := p.form.Cell(c.Cell); !ok || spec.Column.Key != "total" {
			n++
		}
	}
	return n
}

// support counts the witnesses whose value the changes bring about, less those
// that held before and would not after.
func support(changes []Change, witnesses []Witness) int {
	n := 0
	for _, c := range changes {
		for _, w := range witnesses {
			if w.Cell != c.Cell {
				continue
			}
			if w.Value == c.To {
				n++
			}
			if w.Value == c.From {
				n--
			}
		}
	}
	return n
}

// rule chooses the code of a cause: by the part that the wrong cell plays, when
// all explanations agree on it, otherwise by what is violated.
func (p *problem) rule(c *Cause) string {
	if p.form.Key == schema.Review {
		return "TB104"
	}
	code := ""
	for _, e := range c.Explanations {
		for _, change := range e.Changes {
			got := p.roleOf(change.Cell, c)
			if code != "" && got != code {
				return byViolation(c)
			}
			code = got
		}
	}
	if code == "" {
		return byViolation(c)
	}
	return code
}

func (p *problem) roleOf(id schema.CellID, c *Cause) string {
	spec, ok := p.form.Cell(id)
	switch {
	case !ok:
		return byViolation(c)
	case strings.HasSuffix(spec.Row.Key, "outcome.total"):
		return "TB102"
	case spec.Column.Key == "total":
		return "TB101"
	case !spec.Row.Leaf && violates(c, "TB103"):
		return "TB103"
	case violates(c, "TB101"):
		return "TB101"
	}
	return byViolation(c)
}

func byViolation(c *Cause) string {
	for _, code := range []string{"TB101", "TB102", "TB103", "TB104"} {
		if violates(c, code) {
			return code
		}
	}
	return c.Violated[0].Sum.Relation.Rule
}

func violates(c *Cause, code string) bool {
	return slices.ContainsFunc(c.Violated, func(o Outcome) bool { return o.Sum.Relation.Rule == code })
}
