package structure

import (
	"slices"
	"sync"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// TemplateText is ST508.
var TemplateText = &rules.Rule{
	Code: "ST508", Name: "template-text", Family: rules.Structure, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "模板文字没有删去", EN: "words of a template were left in"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "格式模板里的提示语留在正文：（文字描述）、（具体网址）、（宋体加粗小四号字）、该部分以表格形式报告、20××年。",
			EN: "instructions of a template that stand in the text: describe in words, the address here, the font to use, 20XX",
		},
		Why:   rules.Words{ZH: "公开后一眼可见没有认真校对。", EN: "once published it shows that nobody read the report"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号：内容不准确、敷衍塞责的，应督促整改", EN: "circular 〔2021〕30: careless content is to be corrected"},
		Bad:   "如有疑问，请联系（具体网址）。",
		Good:  "如有疑问，请登录本县人民政府网站查询。",
	},
	Check: checkTemplateText,
}

// leftovers are whole instructions of templates that no finished report has.
// Words a writer could mean stand only in brackets or in full.
var leftovers = []string{
	"文字描述", "具体网址", "此处填写", "请在此处", "填写说明", "该部分以表格形式报告", "本部分以表格形式报告",
	"加粗小四号字", "小四号字", "仿宋_GB2312", "方正小标宋", "收取信息处理费情况在此处报告", "单位名称（盖章）",
}

// bracketed are instructions only when they fill a pair of brackets.
var bracketed = []string{
	"单位名称", "填写单位", "机关名称", "行政机关名称", "联系电话", "具体地址", "单位地址", "具体内容", "盖章", "公章", "网址", "如有", "略", "宋体", "黑体", "仿宋",
}

// blanks stand where a figure or a name should have been filled in.
var blanks = []string{
	"20XX年", "20xx年", "20××年", "2０××年", "202X年", "202x年", "202×年", "XX年", "××年度", "XXXX年", "xxxx年", "XX镇", "××镇", "XX乡", "××乡", "XX县", "××县",
	"XX局", "××局", "XX街道", "××街道", "XX件", "××件", "XX条", "××条", "XX月", "××月", "×年×月×日", "X年X月X日", "x年x月x日",
}

func checkTemplateText(p *rules.Pass) {
	check := func(t schema.Text) {
		if i, j, ok := leftover(t.Value); ok {
			f := wordsFinding(t, i, j, rules.Words{
				ZH: "“" + t.Value[i:j] + "”是模板里的提示语，没有删去或没有填写。",
				EN: "these words of a template were left in or not filled out",
			})
			p.Add(f)
		}
	}
	check(p.Report.Title)
	paragraphs(p.Report, func(_ int, t schema.Text) bool {
		check(t)
		return true
	})
}

// instructions are all of them, to be found in one pass.
var instructions = sync.OnceValue(func() *phrases {
	list := slices.Concat(leftovers, blanks)
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}} {
		for _, words := range bracketed {
			list = append(list, pair[0]+words+pair[1])
		}
	}
	return newPhrases(list)
})

// leftover finds the first instruction in s, as bytes i up to j.
func leftover(s string) (i, j int, ok bool) {
	i, length := instructions().first(s)
	if at, n := placeholder(s); n > 0 && at < i {
		i, length = at, n
	}
	return i, i + length, length > 0
}

// placeholder finds a run of three or more X or ×: a telephone number or a name
// that was never filled in.
func placeholder(s string) (at, length int) {
	run, start := 0, 0
	for i, r := range s {
		switch r {
		case 'X', 'x', 'Ｘ', '×':
			if run++; run == 1 {
				start = i
			}
			continue
		}
		if run >= 3 {
			return start, i - start
		}
		run = 0
	}
	if run >= 3 {
		return start, len(s) - start
	}
	return 0, 0
}
