package number

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Malformed is NR306.
var Malformed = &rules.Rule{
	Code: "NR306", Name: "malformed", Family: rules.Number, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "数字或日期写法有误", EN: "a number or date is malformed"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "年份多写少写数字（202020年、20255年），没有的月份和日期（13月、2月30日、6月31日），文号多出“年”（〔2019〕年60号），千分位、小数点、百分号写错（1,36件、2..5、5%%）。提取文件时丢失“年”“月”“〔〕”或数字间有空格的（202111日起、〔20241号）不报。统计期限由 YR401、落款由 YR404 检查。",
			EN: "years with digits too many or too few, months and days that do not exist, 年 in a document's number, misplaced separators and doubled points or percent signs; what readers of files lose is let pass",
		},
		Why:   rules.Words{ZH: "录入时多按、少按了键。", EN: "a key was pressed once too often"},
		Basis: rules.Words{ZH: "数字用法；公文文号写法", EN: "usage; how documents are numbered"},
		Bad:   "一、总体情况\n（五）监督保障。2024年6月31日召开政务公开工作推进会。",
		Good:  "一、总体情况\n（五）监督保障。2024年2月29日召开政务公开工作推进会，落实国办发〔2019〕54号文件。",
	},
	Check: checkMalformed,
}

var faults = map[narrative.Fault]struct {
	severity rules.Severity
	words    rules.Words
}{
	narrative.YearDigits: {rules.Error, rules.Words{ZH: "年份的位数不对", EN: "a year has four digits"}},
	narrative.NoMonth:    {rules.Error, rules.Words{ZH: "没有这个月份", EN: "there is no such month"}},
	narrative.NoDay:      {rules.Error, rules.Words{ZH: "没有这一天", EN: "there is no such day"}},
	narrative.DocNumber:  {rules.Warning, rules.Words{ZH: "文号写法有误", EN: "the number of a document is malformed"}},
	narrative.Separator:  {rules.Warning, rules.Words{ZH: "千分位逗号的位置不对，可能多写或漏写了数字", EN: "a comma of thousands is out of place, or a digit is missing"}},
	narrative.TwoPoints:  {rules.Warning, rules.Words{ZH: "小数点重复", EN: "the point is doubled"}},
	narrative.TwoPercent: {rules.Warning, rules.Words{ZH: "百分号重复", EN: "the percent sign is doubled"}},
}

func checkMalformed(p *rules.Pass) {
	prose := p.Prose()
	period := flat(p.Report.Period.Text.Value)
	for i := range prose.Malformed {
		m := &prose.Malformed[i]
		said := flat(prose.Words(m.Span))
		if strings.Contains(period, said) {
			continue // YR401 speaks of it
		}
		fault := faults[m.Fault]
		do := rules.Words{ZH: "请改正", EN: ""}
		if m.Instead != "" {
			do = rules.Words{ZH: fmt.Sprintf("疑为“%s”", m.Instead), EN: fmt.Sprintf("; perhaps %q", m.Instead)}
		}
		f := finding(p, m.Span, rules.Words{
			ZH: fmt.Sprintf("“%s”：%s，%s。", said, fault.words.ZH, do.ZH),
			EN: fmt.Sprintf("%q: %s%s", said, fault.words.EN, do.EN),
		})
		f.Severity, f.Actual, f.Expected = fault.severity, said, m.Instead
		p.Add(f)
	}
}
