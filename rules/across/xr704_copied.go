package across

import "github.com/gouji/gouji/rules"

// Copied is XR704: whole forms of the organ's own last year (xr704_form.go), and
// prose of last year's or of another organ's report (xr704_text.go).
var Copied = &rules.Rule{
	Code: "XR704", Name: "copied-text", Family: rules.Across, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "与上年报告或其他机关的报告雷同", EN: "text or a form is that of last year's or another organ's report"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "把文字与本机关上一年度报告、与其他机关同年和上一年度的报告比较：去掉数字、标点和机关名称后，大半文字相同的提示核实，两边的句子并排列出；“存在的问题及改进情况”一节与上年几乎只差年份的，单独提示；句子里的数字也与上年相同的另外指出。法规和格式用语、表格栏目、与其他机关比较时，五个以上机关都有的句子（上级统一的写法）也不算。表二、表三、表四整张与上年相同、而且填有足够多的数的，另作提示；全是 0 或只有个别数的不提示。",
			EN: "the prose is compared with the organ's own of last year and with that of other organs of the same year and the one before, figures, punctuation and names left out; where most of it is the same the sentences are shown side by side, as is a section on problems and plans that differs from last year's in its years only; figures that are the same, too, are named; words of law and form do not count, nor, beside other organs, sentences that five organs or more have; a form that is last year's in every cell, with too many figures for chance, is remarked",
		},
		Why:   rules.Words{ZH: "套用上年或别人的文件，问题、措施年年一样，表格也常忘了改。", EN: "who starts from last year's file, or another's, forgets to change the rest"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号：内容雷同、敷衍塞责的，应督促整改", EN: "国办公开办函〔2021〕30号: reports alike are to be set right"},
		Bad:   "2023年度：行政许可 | 517645　行政处罚 | 3120　行政强制 | 46　行政事业性收费 | 4068.208\n2024年度：行政许可 | 517645　行政处罚 | 3120　行政强制 | 46　行政事业性收费 | 4068.208",
		Good:  "2023年度：行政许可 | 517645　行政处罚 | 3120　行政强制 | 46　行政事业性收费 | 4068.208\n2024年度：行政许可 | 530012　行政处罚 | 3120　行政强制 | 51　行政事业性收费 | 3990.5",
	},
	// A form is no coincidence when it has that many figures other than 0, totals
	// left out, with that many digits in all: one in 10^digits forms would agree.
	Options: []rules.Option{
		{Key: "own", Doc: rules.Words{ZH: "与本机关上年报告相同多少算雷同，百分数", EN: "the share of the text, in percent, that may be last year's"}, Default: 75, Min: 1, Max: 100},
		{Key: "other", Doc: rules.Words{ZH: "与其他机关的报告相同多少算雷同，百分数", EN: "the share of the text, in percent, that may be another organ's"}, Default: 50, Min: 1, Max: 100},
		{Key: "least", Doc: rules.Words{ZH: "至少多少字相同才提示", EN: "how many characters must be the same"}, Default: 150, Min: 1, Max: 1_000_000},
		{Key: "template", Doc: rules.Words{ZH: "多少个机关都有的句子算统一写法", EN: "how many organs make a sentence a template"}, Default: 5, Min: 2, Max: 1_000_000},
		{Key: "figures", Doc: rules.Words{ZH: "整张表相同的，至少要有多少个不为 0 的数", EN: "how many figures other than 0 a form that is the same must have"}, Default: 4, Min: 1, Max: 1000},
		{Key: "digits", Doc: rules.Words{ZH: "这些数至少共有多少位数字", EN: "how many digits these must have in all"}, Default: 8, Min: 1, Max: 10_000},
	},
	Across: checkCopied,
	Among:  checkAlike,
}

// A section on problems and plans that is all last year's counts from fewer
// characters.
const planShare, leastPlan = 90, 40
