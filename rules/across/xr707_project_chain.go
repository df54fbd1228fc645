package across

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// ProjectChain is XR707.
var ProjectChain = &rules.Rule{
	Code: "XR707", Name: "project-chain", Family: rules.Across, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "上一年项目数量接不上上年报告", EN: "last year's number of projects is not what last year's report leads to"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "2020年度表二各行的上一年项目数量应等于2019年度的上一年项目数量加本年增/减。只有这两年的表格有这几栏。",
			EN: "the previous number of projects in each row of form two of 2020 equals the previous number of 2019 plus its change; only the forms of these two years have the columns",
		},
		Why:   rules.Words{ZH: "项目底数逐年衔接，接不上说明其中一年的底数或增减填错。", EN: "the number is carried forward; where it does not follow, one of the two years is wrong"},
		Basis: rules.Words{ZH: "国办公开办函〔2019〕60号表二“上一年项目数量、本年增/减”的含义", EN: "the meaning of the heads of form two of 国办公开办函〔2019〕60号"},
		Bad:   "2019年度：行政许可 | 120 | +8 | 3056\n2020年度：行政许可 | 120 | 0 | 2911",
		Good:  "2019年度：行政许可 | 120 | +8 | 3056\n2020年度：行政许可 | 128 | 0 | 2911",
	},
	Across: checkProjectChain,
}

func checkProjectChain(b *rules.Beside) {
	for i, this := range b.Members {
		if this.Year != firstYear+1 {
			continue
		}
		for _, row := range []string{"licensing", "other_services", "penalties", "coercion", "fees"} {
			previous, change := schema.MustCell("disclosure."+row+".previous"), schema.MustCell("disclosure."+row+".change")
			chained(b, i, func(last, this *record.Record) (link, bool) {
				base, by := last.Value(previous), last.Value(change)
				if !base.IsNumber() || !by.IsNumber() || !this.Value(previous).IsNumber() {
					return link{}, false
				}
				return link{previous, []schema.CellID{previous, change}, base.Number().Add(by.Number())}, true
			}, func(last *record.Record, l link) {
				b.Add(i, projectFinding(last, this.Record, l))
			})
		}
	}
}

func projectFinding(last, this *record.Record, l link) rules.Finding {
	is := this.Value(l.cell)
	base, by := last.Value(l.from[0]), last.Value(l.from[1])
	f := about(this, l.cell)
	name := rowName(this, l.cell)
	f.Expected = l.want.String()
	f.Message = rules.Words{
		ZH: fmt.Sprintf("%s上一年项目数量填 %s，与%d年度报告接不上：该年度上一年项目数量 %s、增减 %s，应为 %s，相差 %s；请核对两年的报告。",
			name.ZH, is, last.Year, base, by, l.want, apart(l.want, is.Number())),
		EN: fmt.Sprintf("%s has %s projects last year: %s changed by %s in the report of %d make %s", name.EN, is, base, by, last.Year, l.want),
	}
	f.Related = []rules.Related{related(last, l.from...)}
	return f
}
