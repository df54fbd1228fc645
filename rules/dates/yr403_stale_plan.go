package dates

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// StalePlan is YR403.
var StalePlan = &rules.Rule{
	Code: "YR403", Name: "stale-plan", Family: rules.Dates, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "下一步打算写成了已过去的年份", EN: "a plan for a year that is over"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "报告写于次年，下一步打算应是次年的：“2024年，我镇将进一步……”出现在2024年度报告里，应为2025年。“将政务公开纳入考核”的“将”是“把”的意思，不是打算；引述以前的计划也不算。",
			EN: "a report is written in the year that follows, and plans for it; a plan for the report year was left over; 将 in the sense of 把 and an earlier plan that is quoted are none",
		},
		Why:   rules.Words{ZH: "多半是上年的打算原样照抄，没有更新。", EN: "the plan was probably copied from last year's report"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条：存在的主要问题及改进情况", EN: "article 50 of the Regulation: problems and how they are mended"},
		Bad:   "五、存在的主要问题及改进情况\n解读材料偏少。2024年，街道将进一步丰富解读形式。",
		Good:  "五、存在的主要问题及改进情况\n2024年，街道将公开工作纳入考核，但解读材料偏少。2025年，街道将进一步丰富解读形式。",
	},
	Check: checkStalePlan,
}

func checkStalePlan(p *rules.Pass) {
	year := p.Report.WorkYear()
	if year == 0 {
		return
	}
	years := p.Prose().Years
	for i := range years {
		y := &years[i]
		if y.Class != narrative.YearPlanned || y.Value != year && !isStale(y.Value, year) {
			continue
		}
		p.Add(yearFinding(p, y, year+1, rules.Words{
			ZH: fmt.Sprintf("这是%d年度的报告，下一步打算却写作%d年的；应为%d年，并请核实打算是否照抄了往年的。", year, y.Value, year+1),
			EN: fmt.Sprintf("this report is about %d, what it plans is for %d; plans are for %d", year, y.Value, year+1),
		}))
	}
}
