package prose

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Review is TX204.
var Review = &rules.Rule{
	Code: "TX204", Name: "review", Family: rules.Prose, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "行政复议数与表四不符", EN: "reviews in the text and in form four differ"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中说因政府信息公开引起的行政复议多少件、结果如何，或说没有发生，与表四行政复议一栏核对；复议与诉讼合起来说的，与两栏之和核对。没有写明与政府信息公开有关的复议不作为矛盾。",
			EN: "what the text says of reviews over disclosure, their results, or that there were none, is held to form four; reviews that are not said to be over disclosure contradict nothing",
		},
		Why:   rules.Words{ZH: "复议数是考核指标，两处不一致会被追问。", EN: "the number of reviews is a measure of performance and is asked for when two numbers differ"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条第三项；文字与表格应当一致", EN: "article 50 (3) of the Regulation; text and form must agree"},
		Bad:   "一、总体情况\n（二）依申请公开。全年未发生因政府信息公开被申请行政复议的情况。",
		Good:  "一、总体情况\n（二）依申请公开。全年因政府信息公开被申请行政复议1件。",
	},
	Check: contradictions(narrative.Review),
}
