package dates

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Dates is YR404.
var Dates = &rules.Rule{
	Code: "YR404", Name: "dates", Family: rules.Dates, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "落款日期有误", EN: "the date of the signature is wrong"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "落款日期应在报告年度结束之后。早于年底的、日期不存在的为错误；十二月内的、晚于次年的需核实。乡镇、街道的报送期限由各地规定，不按条例判定逾期。",
			EN: "a report is signed after its year has ended; earlier, or on a day that does not exist, is an error; in December, or after the year that follows, is to be looked at; a township's own deadline is local and never judged",
		},
		Why:   rules.Words{ZH: "常见的是一月里写错年份，落成了上一年。", EN: "the usual slip is last year's number in January"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第四十九条", EN: "article 49 of the Regulation"},
		Bad:   "临江县云溪街道办事处2024年政府信息公开工作年度报告\n2024年1月15日",
		Good:  "临江县云溪街道办事处2024年政府信息公开工作年度报告\n2025年1月15日",
	},
	Check: checkDates,
}

func checkDates(p *rules.Pass) {
	r := p.Report
	d := r.Signed
	if d.IsZero() {
		return
	}
	add := func(s rules.Severity, expected string, message rules.Words) {
		p.Add(rules.Finding{
			Severity: s, Message: message, Place: d.Place, Excerpt: rules.Excerpt{Line: zh(d), End: len([]rune(zh(d)))},
			Actual: zh(d), Expected: expected, Key: "signed",
		})
	}
	if !d.Valid() {
		add(rules.Error, "", rules.Words{
			ZH: fmt.Sprintf("落款日期“%s”不存在。", zh(d)),
			EN: fmt.Sprintf("the report is signed on %s, a day that does not exist", d),
		})
		return
	}
	if r.Year == 0 || titleIsOdd(r) {
		return
	}
	december := schema.Date{Year: r.Year, Month: 12, Day: 1}
	switch {
	case compare(d, december) < 0:
		add(rules.Error, fmt.Sprintf("%d年%d月%d日", r.Year+1, d.Month, d.Day), rules.Words{
			ZH: fmt.Sprintf("%d年度的报告落款为%s，这一年还没有结束，疑似年份写错。", r.Year, zh(d)),
			EN: fmt.Sprintf("a report about %d is signed on %s, before that year had ended", r.Year, d),
		})
	case d.Year == r.Year:
		add(rules.Warning, "", rules.Words{
			ZH: fmt.Sprintf("%d年度的报告落款为%s，这一年还没有结束，请核实。", r.Year, zh(d)),
			EN: fmt.Sprintf("a report about %d is signed on %s, before that year had ended", r.Year, d),
		})
	case d.Year > r.Year+1:
		add(rules.Warning, "", rules.Words{
			ZH: fmt.Sprintf("%d年度的报告落款为%s，晚于次年，请核实年份。", r.Year, zh(d)),
			EN: fmt.Sprintf("a report about %d is signed on %s, later than the year that followed", r.Year, d),
		})
	}
}
