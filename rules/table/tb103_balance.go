package table

import "github.com/gouji/gouji/rules"

// Balance is TB103.
var Balance = &rules.Rule{
	Code: "TB103", Name: "balance", Family: rules.Table, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "收办平衡不符", EN: "applications received and handled do not balance"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "表三每一列：本年新收加上年结转，应等于本年度办理结果总计加结转下年度。", EN: "every column of form three: received and carried in equal handled and carried out"},
		Why:   rules.Words{ZH: "勾稽关系不成立的表，上级汇总时会被退回修改。", EN: "a form that does not add up is sent back when it is collected"},
		Basis: rules.Words{ZH: "表头注明：第一项加第二项之和，等于第三项加第四项之和", EN: "the note in the head of the form: rows one and two together equal rows three and four"},
		Bad:   "新收 10，上年结转 0，总计 9，结转下年度 0",
		Good:  "新收 10，上年结转 0，总计 9，结转下年度 1",
	},
	Check: causes("TB103"),
}
