package prose

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Applications is TX201.
var Applications = &rules.Rule{
	Code: "TX201", Name: "applications", Family: rules.Prose, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "收到、办结的申请数与表三不符", EN: "applications in the text and in form three differ"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中说收到（受理）、新收、上年结转、办结（答复）、结转下年度多少件申请，或说没有收到申请，与表三第一项、第二项、第三项（七）总计、第四项的“总计”列核对。“收到”可以只指新收，也可以包含上年结转，两种读法都不符才报。其他机关、其他年份、按渠道分的数不算。",
			EN: "what the text says of applications received, carried in, concluded and carried over, or that there were none, is held to the totals of form three; 收到 may or may not hold what was carried in, and only what fits neither is reported",
		},
		Why:   rules.Words{ZH: "文字和表格由不同的人填，一处改了另一处没有改，是退回修改最常见的原因。", EN: "text and form are filled in by different people; one is changed and the other forgotten"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条第二项；文字与表格应当一致", EN: "article 50 (2) of the Regulation; text and form must agree"},
		Bad:   "一、总体情况\n（二）依申请公开。全年新收政府信息公开申请14件。",
		Good:  "一、总体情况\n（二）依申请公开。全年新收政府信息公开申请11件。",
	},
	Check: contradictions(narrative.Applications),
}
