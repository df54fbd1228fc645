package table

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema"
)

// severalCells is the message of a cause that takes more than one cell: in the
// words of the slip behind it, where one is known.
func severalCells(r *schema.Report, c *relation.Cause, e relation.Explanation) rules.Words {
	words := together(c, e)
	switch {
	case words.IsZero() && isRowWithTotal(c.Form, e):
		words = rowWithTotal(r, c, e)
	case words.IsZero():
		words = severalApart(c, e)
	}
	if len(c.Explanations) > 1 {
		words.ZH += "（还有别的改法，见建议）"
		words.EN += " (there are other ways, see the proposals)"
	}
	words.ZH += "。"
	return words
}

// together tells the slips that move cells together.
func together(c *relation.Cause, e relation.Explanation) rules.Words {
	first := e.Changes[0]
	switch e.Slip.Key {
	case "exchanged", "misplaced":
		second := e.Changes[1]
		a, b := cellName(c.Form, first.Cell), cellName(c.Form, second.Cell)
		return rules.Words{
			ZH: fmt.Sprintf("%s填 %d、%s填 %d，疑似%s；应分别为 %d 和 %d", a.ZH, first.From, b.ZH, second.From, e.Slip.ZH, first.To, second.To),
			EN: fmt.Sprintf("%s holds %d and %s holds %d, probably %s; they should be %d and %d", a.EN, first.From, b.EN, second.From, e.Slip.EN, first.To, second.To),
		}
	case "row-shifted":
		spec, _ := c.Form.Cell(first.Cell)
		return rules.Words{
			ZH: fmt.Sprintf("%s“%s”行疑似%s，移回一列后勾稽关系都成立", formName(c.Form), spec.Row.Name(), e.Slip.ZH),
			EN: fmt.Sprintf("form %d, row %q: probably %s; moved back, every relation holds", c.Form.Number, spec.Row.Name(), e.Slip.EN),
		}
	case "rows-exchanged":
		names := rowNames(c.Form, e)
		return rules.Words{
			ZH: fmt.Sprintf("%s%s行疑似%s，互换后勾稽关系都成立", formName(c.Form), "“"+strings.Join(names, "”行与“")+"”", e.Slip.ZH),
			EN: fmt.Sprintf("form %d, rows %q: probably %s; put back, every relation holds", c.Form.Number, names, e.Slip.EN),
		}
	}
	return rules.Words{}
}

func rowNames(f *schema.FormSpec, e relation.Explanation) []string {
	var names []string
	for _, change := range e.Changes {
		spec, _ := f.Cell(change.Cell)
		if name := spec.Row.Name(); len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name)
		}
	}
	return names
}

// isRowWithTotal reports whether the changes are a figure and its row's total,
// by the same amount: the row agrees with itself, and not with the others.
func isRowWithTotal(f *schema.FormSpec, e relation.Explanation) bool {
	if len(e.Changes) != 2 {
		return false
	}
	a, b := e.Changes[0], e.Changes[1]
	x, okX := f.Cell(a.Cell)
	y, okY := f.Cell(b.Cell)
	return okX && okY && x.Row == y.Row && y.Column.Key == "total" && a.To-a.From == b.To-b.From
}

// rowWithTotal tells a row that agrees with itself and not with the others.
func rowWithTotal(r *schema.Report, c *relation.Cause, e relation.Explanation) rules.Words {
	part, total := e.Changes[0], e.Changes[1]
	spec, _ := c.Form.Cell(part.Cell)
	zh, en := arithmetic(leading(c))
	rel := leading(c).Sum.Relation
	words := rules.Words{
		ZH: fmt.Sprintf("%s“%s”行的“%s”列填 %d、“总计”列填 %d，这两列都不符合“%s”（%s列%s）", formName(c.Form), spec.Row.Name(), spec.Column.Label, part.From, total.From, rel.ZH, spec.Column.Label, zh),
		EN: fmt.Sprintf("form %d, row %q holds %d under %q and %d as its total, and neither column agrees with %q (%s)", c.Form.Number, spec.Row.Name(), part.From, spec.Column.Label, total.From, rel.EN, en),
	}
	if names := zeroRows(r, c.Form, e); names != "" && part.To == 0 && total.To == 0 {
		words.ZH += fmt.Sprintf("，而%s在这两列都填 0；这一行应为 0，否则是那几行漏填了 %d", names, part.From)
		words.EN += fmt.Sprintf(", while rows one, two, （七） and four are 0 there; the row should be 0, or those rows lack %d", part.From)
		return words
	}
	words.ZH += fmt.Sprintf("；若错在这一行，应为 %d 和 %d", part.To, total.To)
	words.EN += fmt.Sprintf("; if this row is wrong, it should hold %d and %d", part.To, total.To)
	return words
}

// zeroRows names the rows of form three that count the whole, when every one of
// them holds 0 where the changes are; else it returns nothing. They go by their
// numbers: 第一、二、四项和（七）总计.
func zeroRows(r *schema.Report, f *schema.FormSpec, e relation.Explanation) string {
	var numbers, names []string
	for _, row := range f.Rows {
		if row.Leaf {
			continue
		}
		for _, change := range e.Changes {
			at, _ := f.Cell(change.Cell)
			for k, column := range row.Block.Columns {
				if v, ok := r.Cells[row.Cells[k]].Int(); column.Key == at.Column.Key && (!ok || v != 0) {
					return ""
				}
			}
		}
		if number, _, numbered := strings.Cut(row.Label, "、"); numbered {
			numbers = append(numbers, number)
		} else {
			names = append(names, row.Label)
		}
	}
	return "第" + strings.Join(numbers, "、") + "项和" + strings.Join(names, "、")
}

// severalApart lists cells that must be wrong at once.
func severalApart(c *relation.Cause, e relation.Explanation) rules.Words {
	var zh, en []string
	for _, change := range e.Changes {
		name := cellName(c.Form, change.Cell)
		zh = append(zh, fmt.Sprintf("%s填 %d，应为 %d", name.ZH, change.From, change.To))
		en = append(en, fmt.Sprintf("%s holds %d, %d would agree", name.EN, change.From, change.To))
	}
	words := rules.Words{
		ZH: fmt.Sprintf("%s有 %d 处勾稽关系不成立，只改一格不能都成立，最少有 %d 格有误：%s", formName(c.Form), len(c.Violated), len(e.Changes), strings.Join(zh, "；")),
		EN: fmt.Sprintf("%d relations of form %d fail; no single cell explains them, and at least %d are wrong: %s", len(c.Violated), c.Form.Number, len(e.Changes), strings.Join(en, "; ")),
	}
	if slip := slipWords(e.Slip); !slip.IsZero() {
		words.ZH += "，疑似" + slip.ZH
		words.EN += ", probably " + slip.EN
	}
	return words
}
