// Package table holds the rules about the figures inside the three forms: their
// relations, and what stands in a cell.
package table

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema"
)

// formName names a form as the field does: 表三.
func formName(f *schema.FormSpec) string {
	return "表" + string([]rune("零一二三四五六")[f.Number])
}

// cellName names a cell for a person: 表三“（一）予以公开”行“总计”列.
func cellName(f *schema.FormSpec, id schema.CellID) rules.Words {
	spec, ok := f.Cell(id)
	if !ok {
		return rules.Words{ZH: id.Path(), EN: id.Path()}
	}
	return rules.Words{
		ZH: fmt.Sprintf("%s“%s”行“%s”列", formName(f), spec.Row.Name(), spec.Column.Label),
		EN: fmt.Sprintf("form %d, row %q, column %q", f.Number, spec.Row.Name(), spec.Column.Label),
	}
}

// causes reports the causes that the rule with the code speaks of.
func causes(code string) func(*rules.Pass) {
	return func(p *rules.Pass) {
		for i := range p.Relations().Causes {
			c := &p.Relations().Causes[i]
			if c.Rule != code {
				continue
			}
			switch {
			case c.Row != nil:
				p.Add(raggedFinding(p.Report, c))
			case len(c.Explanations) == 0:
				p.Add(unexplained(p.Report, c))
			default:
				p.Add(explained(p.Report, c))
			}
		}
	}
}

// explained is the finding of a cause whose wrong cells are known, or narrowed
// down.
func explained(r *schema.Report, c *relation.Cause) rules.Finding {
	best := c.Explanations[0]
	f := rules.Finding{Related: violations(r, c)}
	for i, e := range c.Explanations {
		why := slipWords(e.Slip)
		for _, change := range e.Changes {
			f.Proposals = append(f.Proposals, rules.Proposal{
				Cell: change.Cell.Path(), From: itoa(change.From), To: itoa(change.To), Why: why, Group: i + 1,
			})
		}
	}
	for _, change := range best.Changes {
		f.Cells = append(f.Cells, change.Cell.Path())
	}
	f.Place, f.Excerpt = rules.CellPlace(r, best.Changes[0].Cell), rules.RowExcerpt(r, changed(best)...)
	sum := leading(c)
	switch {
	case len(best.Changes) == 1 && (len(c.Explanations) == 1 || best.Attested() && !c.Explanations[1].Attested()):
		f.Message = oneCell(c, best, sum)
		f.Actual, f.Expected = itoa(best.Changes[0].From), itoa(best.Changes[0].To)
	case len(best.Changes) > 1:
		f.Message = severalCells(r, c, best)
	default:
		f.Message = alternatives(c, sum)
		f.Actual, f.Expected = itoa(sum.Right), itoa(sum.Left)
		if right := sum.Sum.Right; len(right) == 1 {
			f.Cells = []string{right[0].Path()}
			f.Place, f.Excerpt = rules.CellPlace(r, right[0]), rules.RowExcerpt(r, right[0])
		}
	}
	return f
}

func changed(e relation.Explanation) []schema.CellID {
	var out []schema.CellID
	for _, c := range e.Changes {
		out = append(out, c.Cell)
	}
	return out
}

// leading returns the violated relation that the finding is told by: the one of
// the rule's own kind.
func leading(c *relation.Cause) relation.Outcome {
	for _, o := range c.Violated {
		if o.Sum.Relation.Rule == c.Rule {
			return o
		}
	}
	return c.Violated[0]
}

func oneCell(c *relation.Cause, e relation.Explanation, sum relation.Outcome) rules.Words {
	change := e.Changes[0]
	name := cellName(c.Form, change.Cell)
	zh := fmt.Sprintf("%s填 %d，与%s不符，相差 %d", name.ZH, change.From, reason(sum).ZH, abs(change.To-change.From))
	en := fmt.Sprintf("%s holds %d, which does not agree with %s; off by %d", name.EN, change.From, reason(sum).EN, abs(change.To-change.From))
	if e.Slip.Key != "" {
		zh += "，疑似" + e.Slip.ZH
		en += ", probably " + e.Slip.EN
	}
	return rules.Words{ZH: zh + fmt.Sprintf("；应为 %d。", change.To), EN: en + fmt.Sprintf("; %d would agree", change.To)}
}

// reason says what a figure fails to agree with.
func reason(o relation.Outcome) rules.Words {
	zh, en := arithmetic(o)
	rel := o.Sum.Relation
	return rules.Words{ZH: fmt.Sprintf("“%s”（%s）", rel.ZH, zh), EN: fmt.Sprintf("%q (%s)", rel.EN, en)}
}

// alternatives is the message where one of several cells is wrong and nothing
// tells which.
func alternatives(c *relation.Cause, sum relation.Outcome) rules.Words {
	zh, en := arithmetic(sum)
	where := sumName(c.Form, sum.Sum)
	hint := slipWords(c.Explanations[0].Slip)
	if !hint.IsZero() {
		hint = rules.Words{ZH: "疑似" + hint.ZH + "，", EN: "probably " + hint.EN + ": "}
	}
	return rules.Words{
		ZH: fmt.Sprintf("%s不符合“%s”：%s，相差 %d；%s总计应为 %d，或其中一项有误。", where.ZH, sum.Sum.Relation.ZH, zh, abs(sum.Difference()), hint.ZH, sum.Left),
		EN: fmt.Sprintf("%s: %s, off by %d; %sthe total should be %d, or one of its parts is wrong", where.EN, en, abs(sum.Difference()), hint.EN, sum.Left),
	}
}

// unexplained is the finding of a violated relation that no few cells explain.
func unexplained(r *schema.Report, c *relation.Cause) rules.Finding {
	o := c.Violated[0]
	zh, en := arithmetic(o)
	where := sumName(c.Form, o.Sum)
	f := rules.Finding{
		Message: rules.Words{
			ZH: fmt.Sprintf("%s不符合“%s”：%s，相差 %d。", where.ZH, o.Sum.Relation.ZH, zh, abs(o.Difference())),
			EN: fmt.Sprintf("%s: %s, off by %d", where.EN, en, abs(o.Difference())),
		},
		Actual: itoa(o.Right), Expected: itoa(o.Left),
	}
	if len(o.Unknown) > 0 {
		f.Message.ZH = fmt.Sprintf("%s不符合“%s”：已填的部分 %s，其余空格无论填多少都不能相符。", where.ZH, o.Sum.Relation.ZH, zh)
		f.Message.EN = fmt.Sprintf("%s: what is filled in gives %s, which no figure in the blank cells can mend", where.EN, en)
	}
	for _, id := range o.Sum.Right {
		f.Cells = append(f.Cells, id.Path())
	}
	at := o.Sum.Right[0]
	f.Place, f.Excerpt = rules.CellPlace(r, at), rules.RowExcerpt(r, o.Sum.Right...)
	return f
}

// raggedFinding is the finding of a row a cell short that is wrong whichever
// cell it lost.
func raggedFinding(r *schema.Report, c *relation.Cause) rules.Finding {
	o := c.Violated[0]
	zh, en := arithmetic(o)
	name := c.Row.Spec.Name()
	f := rules.Finding{
		Message: rules.Words{
			ZH: fmt.Sprintf("%s“%s”行少一格，但无论少的是哪一格，都不符合“%s”：%s。", formName(c.Form), name, o.Sum.Relation.ZH, zh),
			EN: fmt.Sprintf("the row %q of form %d is a cell short, and whichever cell that is, it does not agree with %q: %s", name, c.Form.Number, o.Sum.Relation.EN, en),
		},
		Place: rules.RowPlace(c.Row), Excerpt: rules.RaggedExcerpt(c.Row), Key: c.Row.Spec.Key,
	}
	for i, v := range c.Row.Values {
		if n, ok := v.Int(); ok && n > 0 {
			f.Excerpt.Marked = append(f.Excerpt.Marked, i)
		}
	}
	for _, id := range o.Sum.Right {
		f.Related = append(f.Related, rules.Related{
			Message: rules.Words{ZH: cellName(c.Form, id).ZH + "填 " + r.Cells[id].Raw, EN: cellName(c.Form, id).EN + " holds " + r.Cells[id].Raw},
			Place:   rules.CellPlace(r, id), Excerpt: rules.RowExcerpt(r, id),
		})
	}
	return f
}

func violations(r *schema.Report, c *relation.Cause) []rules.Related {
	var out []rules.Related
	for _, o := range c.Violated {
		zh, en := arithmetic(o)
		where := sumName(c.Form, o.Sum)
		out = append(out, rules.Related{
			Message: rules.Words{
				ZH: fmt.Sprintf("%s：%s，相差 %d", where.ZH, zh, abs(o.Difference())),
				EN: fmt.Sprintf("%s: %s, off by %d", where.EN, en, abs(o.Difference())),
			},
			Place: rules.CellPlace(r, o.Sum.Right[0]),
		})
	}
	return out
}

func slipWords(s relation.Slip) rules.Words { return rules.Words{ZH: s.ZH, EN: s.EN} }
