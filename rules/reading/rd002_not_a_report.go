package reading

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// NotAReport is RD002.
var NotAReport = &rules.Rule{
	Code: "RD002", Name: "not-a-report", Family: rules.Reading, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "不像是年度报告", EN: "this does not look like an annual report"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "文件读得出来，但看不出是政府信息公开工作年度报告：解读、图解、指南、制度、通知等。", EN: "the file can be read but is no annual report: an explanation, a picture page, a guide, a rule, a notice"},
		Why:   rules.Words{ZH: "放错了文件，真正的年报就没有核对。", EN: "with the wrong file in its place the report itself was not checked"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条列明的年度报告内容", EN: "the contents of an annual report, article 50 of the Regulation"},
		Bad:   "（全文）\n一图读懂2024年政府信息公开工作年度报告\n去年街道公开了多少信息？一张图告诉您。",
		Good:  "临江县云溪街道办事处2024年政府信息公开工作年度报告",
	},
	Check: func(p *rules.Pass) { report(p, always(rules.Warning), schema.NotReport) },
}
