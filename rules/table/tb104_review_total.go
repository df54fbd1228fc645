package table

import "github.com/gouji/gouji/rules"

// ReviewTotal is TB104.
var ReviewTotal = &rules.Rule{
	Code: "TB104", Name: "review-total", Family: rules.Table, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "复议诉讼总计不符", EN: "a total of reviews or litigation does not add up"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "表四三组各五格：结果维持、结果纠正、其他结果、尚未审结之和应等于总计。", EN: "each group of form four: upheld, corrected, other and pending add up to the total"},
		Why:   rules.Words{ZH: "勾稽关系不成立的表，上级汇总时会被退回修改。", EN: "a form that does not add up is sent back when it is collected"},
		Basis: rules.Words{ZH: "表头“总计”的含义", EN: "the meaning of the head 总计"},
		Bad:   "行政复议 | 10 | 1 | 0 | 0 | 0",
		Good:  "行政复议 | 10 | 1 | 0 | 0 | 11",
	},
	Check: causes("TB104"),
}
