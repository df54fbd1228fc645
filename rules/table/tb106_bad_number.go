package table

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// BadNumber is TB106.
var BadNumber = &rules.Rule{
	Code: "TB106", Name: "bad-number", Family: rules.Table, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "格内不是应填的数", EN: "a cell does not hold the kind of figure it must"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "件数应为不小于 0 的整数，收费金额应为不小于 0 的数，“本年增/减”可为负。文字、负数、带小数的件数为错误；万元栏写“元”、小数超过六位的需核实。",
			EN: "counts are whole numbers, 0 or more; fees are 0 or more; a change may be negative; words, negative or broken counts are errors, a unit of 元 under 万元 or more than six decimals are to be looked at",
		},
		Why:   rules.Words{ZH: "不是数的格无法汇总。", EN: "what is no figure cannot be added up"},
		Basis: rules.Words{ZH: "表内各栏的单位与含义", EN: "the units and heads of the forms"},
		Bad:   "行政许可 | 12.5",
		Good:  "行政许可 | 12",
	},
	Check: checkBadNumber,
}

// maxDecimals is how many decimals a fee in 万元 may have: four are 元, and six
// have been seen.
const maxDecimals = 6

// habit is how many cells that hold the same words are said once.
const habit = 3

func checkBadNumber(p *rules.Pass) {
	words := map[string][]schema.CellSpec{} // form and raw text → cells that hold it
	eachCell(p.Report, func(form *schema.Form, spec schema.CellSpec, c schema.Cell) {
		if c.State == schema.Words {
			key := string(form.Spec.Key) + " " + c.Raw
			words[key] = append(words[key], spec)
		}
	})
	eachCell(p.Report, func(form *schema.Form, spec schema.CellSpec, c schema.Cell) {
		if cells := words[string(form.Spec.Key)+" "+c.Raw]; c.State == schema.Words && len(cells) >= habit {
			if cells[0].ID == spec.ID {
				p.Add(wordsFinding(p.Report, cellName(form.Spec, spec.ID), cells, c))
			}
			return
		}
		severity, message := badNumber(form, spec, c)
		if severity == 0 {
			return
		}
		f := stockFinding(p.Report, spec.ID, severity, message)
		f.Key = c.Raw
		p.Add(f)
	})
}

// badNumber says what is wrong with a cell; the severity is 0 when nothing is.
func badNumber(form *schema.Form, spec schema.CellSpec, c schema.Cell) (rules.Severity, rules.Words) {
	name := func() rules.Words { return cellName(form.Spec, spec.ID) }
	switch {
	case c.State == schema.Words:
		return rules.Error, rules.Words{
			ZH: fmt.Sprintf("%s填的是“%s”，应填数字；没有发生的填 0。", name().ZH, c.Raw),
			EN: fmt.Sprintf("%s holds %q, it must be a figure; write 0 for none", name().EN, c.Raw),
		}
	case c.State != schema.Numeric:
	case c.Value.Sign() < 0 && spec.Column.Kind != schema.Change:
		return rules.Error, rules.Words{
			ZH: fmt.Sprintf("%s填的是 %s，不能小于 0。", name().ZH, c.Raw),
			EN: fmt.Sprintf("%s holds %s, it cannot be less than 0", name().EN, c.Raw),
		}
	case !c.Value.IsInteger() && spec.Column.Kind != schema.Money:
		return rules.Error, rules.Words{
			ZH: fmt.Sprintf("%s填的是 %s，件数应为整数。", name().ZH, c.Raw),
			EN: fmt.Sprintf("%s holds %s, a count must be a whole number", name().EN, c.Raw),
		}
	case spec.Column.Kind == schema.Money:
		if message, wrong := badMoney(form, c, name()); wrong {
			return rules.Warning, message
		}
	}
	return 0, rules.Words{}
}

// wordsFinding is the finding of many cells that hold the same words.
func wordsFinding(r *schema.Report, name rules.Words, cells []schema.CellSpec, c schema.Cell) rules.Finding {
	f := stockFinding(r, cells[0].ID, rules.Error, rules.Words{
		ZH: fmt.Sprintf("%s等 %d 格填的是“%s”，应填数字；没有发生的填 0。", name.ZH, len(cells), c.Raw),
		EN: fmt.Sprintf("%s and %d more cells hold %q, they must be figures; write 0 for none", name.EN, len(cells)-1, c.Raw),
	})
	f.Key, f.Cells = c.Raw, nil
	for _, cell := range cells {
		f.Cells = append(f.Cells, cell.Path)
	}
	return f
}

func badMoney(form *schema.Form, c schema.Cell, name rules.Words) (rules.Words, bool) {
	switch {
	case c.Unit == "元" && form.Spec.Edition.ID != "2019":
		return rules.Words{
			ZH: fmt.Sprintf("%s填的是“%s”，这一栏的单位是万元，请核实。", name.ZH, c.Raw),
			EN: fmt.Sprintf("%s holds %q, the unit of this column is 万元", name.EN, c.Raw),
		}, true
	case c.Value.Places() > maxDecimals:
		return rules.Words{
			ZH: fmt.Sprintf("%s填的是 %s，小数超过 %d 位，请核实。", name.ZH, c.Raw, maxDecimals),
			EN: fmt.Sprintf("%s holds %s, with more than %d decimals", name.EN, c.Raw, maxDecimals),
		}, true
	}
	return rules.Words{}, false
}

// eachCell visits the cells of the rows that the report has, in order; ragged
// rows have none.
func eachCell(r *schema.Report, visit func(*schema.Form, schema.CellSpec, schema.Cell)) {
	for _, key := range schema.FormKeys() {
		form := r.Forms[key]
		if form == nil {
			continue
		}
		for _, row := range form.Rows {
			if row.Ragged {
				continue
			}
			for i, id := range row.Spec.Cells {
				visit(form, schema.CellSpec{ID: id, Path: id.Path(), Row: row.Spec, Column: row.Spec.Block.Columns[i]}, r.Cells[id])
			}
		}
	}
}
