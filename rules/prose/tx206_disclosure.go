package prose

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Disclosure is TX206.
var Disclosure = &rules.Rule{
	Code: "TX206", Name: "disclosure", Family: rules.Prose, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "主动公开的数与表二不符", EN: "figures of disclosure in the text and in form two differ"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中说制发、废止、现行有效的行政规范性文件（规章）多少件，行政许可、处罚、强制的处理决定多少件，行政事业性收费多少万元，与表二核对。文中的口径可能与表二不同，所以只提示核实。",
			EN: "what the text says of normative documents, decisions and fees is held to form two; the text may count otherwise, so that a difference is to be looked at",
		},
		Why:   rules.Words{ZH: "表二的数由各科室分头报送，常与文中汇总的数不一致。", EN: "figures of form two come from several offices and differ from the sum in the text"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条第一项；文字与表格应当一致", EN: "article 50 (1) of the Regulation; text and form must agree"},
		Bad:   "一、总体情况\n（一）主动公开。2024年制发行政规范性文件3件。",
		Good:  "一、总体情况\n（一）主动公开。2024年制发行政规范性文件2件。",
	},
	Check: contradictions(narrative.Disclosure),
}
