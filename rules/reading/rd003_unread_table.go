package reading

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// UnreadTable is RD003.
var UnreadTable = &rules.Rule{
	Code: "RD003", Name: "unread-table", Family: rules.Reading, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "表格没有读全", EN: "a table was not read whole"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表格、行或数值对不上国家格式的任何一栏：标签认不出、几格粘连、多出的行、缺少的行、公式没有存下结果、TOML 里不认识的键。这些数值没有参加核对，也没有按 0 处理。",
			EN: "a table, row or value fits nothing on the national form: unknown labels, glued cells, extra or missing rows, formulas without a stored result, unknown TOML keys; these values were neither checked nor taken for zero",
		},
		Why:   rules.Words{ZH: "没有读到的表格看上去没有错误，其实没有核对过。", EN: "a table that was not read looks clean and was never checked"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号、〔2019〕60号所附格式", EN: "the forms attached to circulars 〔2021〕30 and 〔2019〕60"},
		Bad:   "[applications]\ncarryed_out = [1, 0, 0, 0, 0, 0, 1]",
		Good:  "[applications]\ncarried_out = [1, 0, 0, 0, 0, 0, 1]",
	},
	Check: func(p *rules.Pass) {
		report(p, lost, schema.UnreadTable, schema.GluedCells, schema.ExtraRow,
			schema.UnknownKey, schema.WrongType, schema.DuplicateRow, schema.StaleFormula)
		missingRows(p)
	},
}

// lost grades a loss: an error when figures of a form were not checked because
// of it, and to be looked at when no form is known to be touched.
func lost(problem schema.Problem) rules.Severity {
	switch {
	case problem.Kind == schema.ExtraRow:
		return rules.Warning
	case problem.Form != "" || len(problem.Cells) > 0:
		return rules.Error
	case problem.Kind == schema.UnknownKey || problem.Kind == schema.WrongType:
		return rules.Error
	}
	return rules.Warning
}
