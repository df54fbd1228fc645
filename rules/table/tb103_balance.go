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
		Bad:   "一、本年新收政府信息公开申请数量 | 10 | 1 | 0 | 0 | 0 | 0 | 11\n二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2\n（七）总计 | 11 | 1 | 0 | 0 | 0 | 0 | 12\n四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
		Good:  "一、本年新收政府信息公开申请数量 | 10 | 1 | 0 | 0 | 0 | 0 | 11\n二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2\n（七）总计 | 11 | 1 | 0 | 0 | 0 | 0 | 12\n四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
	},
	Check: causes("TB103"),
}
