package dates

import (
	"fmt"
	"strconv"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Period is YR401.
var Period = &rules.Rule{
	Code: "YR401", Name: "period", Family: rules.Dates, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "统计期限有误", EN: "the period of the figures is wrong"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "写明的统计期限应是报告年度的1月1日至12月31日。年份不符、日期不存在的为错误；起止不是年初年末的，可能因机构新设、撤并，需核实。没有写统计期限的不查。",
			EN: "a stated period runs from 1 January to 31 December of the year reported; another year or a day that does not exist is an error, another day may be due to a new or merged organ; no stated period is no defect",
		},
		Why:   rules.Words{ZH: "期限错了，全部数据属于哪一年就不清楚。", EN: "with a wrong period it is unclear which year all figures belong to"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第四十九条：年度报告为上一年度工作的报告", EN: "article 49 of the Regulation: the report is about the year before"},
		Bad:   "临江县云溪街道办事处2024年政府信息公开工作年度报告\n本报告统计期限自2023年1月1日起至2023年12月31日止。",
		Good:  "临江县云溪街道办事处2024年政府信息公开工作年度报告\n本报告统计期限自2024年1月1日起至2024年12月31日止。",
	},
	Check: checkPeriod,
}

func checkPeriod(p *rules.Pass) {
	r := p.Report
	if r.Period.IsZero() || r.Year == 0 || titleIsOdd(r) {
		return
	}
	from, to := r.Period.From, r.Period.To
	want := fmt.Sprintf("%d年1月1日至%d年12月31日", r.Year, r.Year)
	add := func(s rules.Severity, message rules.Words) {
		place := from.Place
		if place.IsZero() {
			place = to.Place
		}
		f := spanFinding(r.Period.Text, place, message)
		f.Severity, f.Expected = s, want
		if f.Actual == "" {
			f.Actual = zh(from) + "至" + zh(to)
		}
		f.Key = "period"
		p.Add(f)
	}
	for _, d := range []schema.Date{from, to} {
		if !d.IsZero() && !d.Valid() {
			add(rules.Error, rules.Words{
				ZH: fmt.Sprintf("统计期限写作“%s”，没有这一天；%d年度报告应为%s。", zh(d), r.Year, want),
				EN: fmt.Sprintf("the period names %s, a day that does not exist", d),
			})
			return
		}
	}
	switch {
	case from.Year != 0 && from.Year != r.Year || to.Year != 0 && to.Year != r.Year:
		add(rules.Error, rules.Words{
			ZH: fmt.Sprintf("这是%d年度的报告，统计期限写的是%s至%s；应为%s。", r.Year, zh(from), zh(to), want),
			EN: fmt.Sprintf("this report is about %d, its period runs from %s to %s", r.Year, from, to),
		})
	case from.Month != 1 || from.Day != 1 || to.Month != 12 || to.Day != 31:
		s := rules.Warning
		if from.Month == 1 && from.Day == 1 && to.Month == 12 && to.Day >= 20 {
			s = rules.Error // 12月30日, 12月21日: no organ ends there
		}
		add(s, rules.Words{
			ZH: fmt.Sprintf("统计期限为%s至%s，不是全年；应为%s，机构新设或撤并的请说明。", zh(from), zh(to), want),
			EN: fmt.Sprintf("the period runs from %s to %s, not over the whole year", from, to),
		})
	}
}

// titleIsOdd reports whether everything else in the report speaks of one year
// and the title alone of another: then the title is wrong (YR407), not the
// period.
func titleIsOdd(r *schema.Report) bool { return r.WorkYear() != r.Year }
