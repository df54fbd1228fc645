package table

import "github.com/gouji/gouji/rules"

// RowTotal is TB101.
var RowTotal = &rules.Rule{
	Code: "TB101", Name: "row-total", Family: rules.Table, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "行总计不符", EN: "a row's total does not add up"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "表三每一行：自然人与五类法人或其他组织之和应等于总计。错在哪一格由行、列两个方向的关系一起推定。", EN: "every row of form three: natural persons and the five kinds of organisation add up to the total; rows and columns together tell which cell is wrong"},
		Why:   rules.Words{ZH: "勾稽关系不成立的表，上级汇总时会被退回修改。", EN: "a form that does not add up is sent back when it is collected"},
		Basis: rules.Words{ZH: "表头“总计”的含义", EN: "the meaning of the head 总计"},
		Bad:   "一、本年新收政府信息公开申请数量 | 10 | 1 | 0 | 0 | 0 | 0 | 12",
		Good:  "一、本年新收政府信息公开申请数量 | 10 | 1 | 0 | 0 | 0 | 0 | 11",
	},
	Check: causes("TB101"),
}
