package prose

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Outcomes is TX202.
var Outcomes = &rules.Rule{
	Code: "TX202", Name: "outcomes", Family: rules.Prose, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "办理结果与表三不符", EN: "outcomes in the text and in form three differ"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中说予以公开、部分公开、不予公开、无法提供、不予处理、其他处理多少件，与表三第三项各行的“总计”列核对；（三）至（六）按其下各行之和。表中没有的说法（撤回、转办、非本机关）不核对。",
			EN: "what the text says was granted, partly granted, refused, not available, not processed or dealt with otherwise is held to the rows of form three",
		},
		Why:   rules.Words{ZH: "办理结果是申请人和上级最关心的数。", EN: "outcomes are what applicants and superiors look at first"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条第二项；文字与表格应当一致", EN: "article 50 (2) of the Regulation; text and form must agree"},
		Bad:   "一、总体情况\n（二）依申请公开。全年办结政府信息公开申请12件，其中予以公开6件、部分公开2件。",
		Good:  "一、总体情况\n（二）依申请公开。全年办结政府信息公开申请12件，其中予以公开5件、部分公开2件。",
	},
	Check: contradictions(narrative.Outcomes),
}
