package prose

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Litigation is TX205.
var Litigation = &rules.Rule{
	Code: "TX205", Name: "litigation", Family: rules.Prose, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "行政诉讼数与表四不符", EN: "lawsuits in the text and in form four differ"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中说因政府信息公开引起的行政诉讼多少件、结果如何，或说没有发生，与表四“未经复议直接起诉”和“复议后起诉”两组之和核对；分组说的，与各组核对。",
			EN: "what the text says of lawsuits over disclosure, their results, or that there were none, is held to both groups of form four together, or to the one it names",
		},
		Why:   rules.Words{ZH: "诉讼分两组填写，文中常只写合计，容易漏算一组。", EN: "lawsuits stand in two groups of the form, and one is easily left out"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条第三项；文字与表格应当一致", EN: "article 50 (3) of the Regulation; text and form must agree"},
		Bad:   "一、总体情况\n（二）依申请公开。全年因政府信息公开被提起行政诉讼1件。",
		Good:  "一、总体情况\n（二）依申请公开。全年未发生政府信息公开行政诉讼。",
	},
	Check: contradictions(narrative.Litigation),
}
