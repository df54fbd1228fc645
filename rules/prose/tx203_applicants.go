package prose

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Applicants is TX203.
var Applicants = &rules.Rule{
	Code: "TX203", Name: "applicants", Family: rules.Prose, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "申请人构成与表三不符", EN: "applicants in the text and in form three differ"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中说自然人、法人或其他组织（及其各类）申请多少件，与表三相应的列核对：可以是新收的、新收加结转的，或办结的，都不符才报。",
			EN: "the share of natural persons and organisations that the text tells is held to the columns of form three: of what was new, of all, or of what was concluded",
		},
		Why:   rules.Words{ZH: "自然人与法人两栏容易填串。", EN: "the columns of persons and organisations are easily exchanged"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条第二项；文字与表格应当一致", EN: "article 50 (2) of the Regulation; text and form must agree"},
		Bad:   "一、总体情况\n（二）依申请公开。新收的政府信息公开申请中，自然人申请9件。",
		Good:  "一、总体情况\n（二）依申请公开。新收的政府信息公开申请中，自然人申请10件。",
	},
	Check: contradictions(narrative.Applicants),
}
