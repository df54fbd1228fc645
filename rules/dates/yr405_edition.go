package dates

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Edition is YR405.
var Edition = &rules.Rule{
	Code: "YR405", Name: "edition", Family: rules.Dates, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "表格版本不对", EN: "the form is of the wrong edition"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "2019、2020年度用国办公开办函〔2019〕60号的表，2021年度起用〔2021〕30号的表，按报告年度定，不按公布日期。只有表三（六）仍为一行的，需核实。",
			EN: "reports about 2019 and 2020 use the form of circular 〔2019〕60, from 2021 on that of 〔2021〕30, by the year reported; a single row （六） in form three alone is to be looked at",
		},
		Why:   rules.Words{ZH: "用错表，所报的指标就不是当年要求的指标。", EN: "on the wrong form other figures are reported than the year calls for"},
		Basis: rules.Words{ZH: "国办公开办函〔2019〕60号、〔2021〕30号", EN: "circulars 〔2019〕60 and 〔2021〕30"},
		Bad:   "临江县云溪街道办事处2024年政府信息公开工作年度报告\n信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量",
		Good:  "临江县云溪街道办事处2024年政府信息公开工作年度报告\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
	},
	Check: checkEdition,
}

func checkEdition(p *rules.Pass) {
	r := p.Report
	due := schema.EditionForYear(r.Year)
	if r.Year == 0 || due == nil {
		return
	}
	var wrong []*schema.Form
	for _, key := range []schema.FormKey{schema.Disclosure, schema.Applications} {
		if f := r.Forms[key]; f != nil && len(f.Rows) > 0 && f.Spec.Edition != due {
			wrong = append(wrong, f)
		}
	}
	if len(wrong) == 0 {
		return
	}
	if len(wrong) == 1 && wrong[0].Spec.Key == schema.Applications {
		p.Add(singleRow(due, wrong[0], r.Year))
		return
	}
	var names []string
	for _, f := range wrong {
		names = append(names, "表"+[]string{"", "", "二", "三", "四"}[f.Spec.Number])
	}
	got := wrong[0].Spec.Edition
	p.Add(rules.Finding{
		Place: wrong[0].Place, Key: "edition " + got.ID, Expected: due.ID, Actual: got.ID,
		Message: rules.Words{
			ZH: fmt.Sprintf("%d年度报告应使用%s的表格，%s用的是%s的表格。", r.Year, due.Circular, strings.Join(names, "、"), got.Circular),
			EN: fmt.Sprintf("a report about %d uses the form of %s, this one has that of %s", r.Year, due.Circular, got.Circular),
		},
		Basis: rules.Words{ZH: due.Circular, EN: "circular " + due.Circular},
	})
}

// singleRow is the finding of a form three in which （六）其他处理 has the wrong
// number of rows and all else is right.
func singleRow(due *schema.Edition, f *schema.Form, year int) rules.Finding {
	words := rules.Words{
		ZH: fmt.Sprintf("%d年度报告表三的（六）其他处理应分三行（逾期不补正、逾期未缴费、其他），现为一行，是%s的格式。", year, f.Spec.Edition.Circular),
		EN: fmt.Sprintf("form three of a report about %d has three rows under （六）, here there is one, as on the form of %s", year, f.Spec.Edition.Circular),
	}
	if due.ID == "2019" {
		words = rules.Words{
			ZH: fmt.Sprintf("%d年度报告表三的（六）其他处理应为一行，现分为三行，是%s的格式。", year, f.Spec.Edition.Circular),
			EN: fmt.Sprintf("form three of a report about %d has one row （六）, here there are three, as on the form of %s", year, f.Spec.Edition.Circular),
		}
	}
	place := f.Place
	for _, row := range f.Rows {
		if strings.HasPrefix(row.Spec.Key, "applications.outcome.other") && !row.Label.Printed.IsEmpty() {
			place = row.Label.Printed.Whole()
			break
		}
	}
	return rules.Finding{
		Severity: rules.Warning, Message: words, Place: place, Key: "other rows",
		Expected: due.ID, Actual: f.Spec.Edition.ID, Basis: rules.Words{ZH: due.Circular, EN: "circular " + due.Circular},
	}
}
