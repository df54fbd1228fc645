package table

import "github.com/gouji/gouji/rules"

// OutcomeTotal is TB102.
var OutcomeTotal = &rules.Rule{
	Code: "TB102", Name: "outcome-total", Family: rules.Table, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "办理结果总计不符", EN: "the outcomes do not add up to their total"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "表三每一列：（一）至（六）各项之和应等于（七）总计。（三）至（六）自身没有小计行，不重复计算。", EN: "every column of form three: the outcomes （一） to （六） add up to （七）; their groups have no subtotals and are not counted twice"},
		Why:   rules.Words{ZH: "勾稽关系不成立的表，上级汇总时会被退回修改。", EN: "a form that does not add up is sent back when it is collected"},
		Basis: rules.Words{ZH: "“（七）总计”的含义", EN: "the meaning of the label （七）总计"},
		Bad:   "（一）予以公开 | 6 | 0 | 0 | 0 | 0 | 0 | 6\n（七）总计 | 11 | 1 | 0 | 0 | 0 | 0 | 12",
		Good:  "（一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 5\n（七）总计 | 11 | 1 | 0 | 0 | 0 | 0 | 12",
	},
	Check: causes("TB102"),
}
