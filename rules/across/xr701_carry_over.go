package across

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// CarryOver is XR701.
var CarryOver = &rules.Rule{
	Code: "XR701", Name: "carry-over", Family: rules.Across, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "上年结转与上年报告不符", EN: "what was carried in is not what last year carried over"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "同一机关上一年度报告表三“四、结转下年度继续办理”应等于本年度“二、上年结转政府信息公开申请数量”，七列逐列核对，2019年度起。缺上一年度报告的不判断，由 XR706 提示。",
			EN: "row 4 of form three in an organ's report of last year equals row 2 in this year's, in each of the seven columns, from 2019 on; without last year's report nothing is judged, and XR706 says so",
		},
		Why: rules.Words{
			ZH: "两年报告分别看都对，合起来却对不上，说明其中一年的数字有误，或者办件台账没有衔接。",
			EN: "each report is consistent by itself; together they show that one of them, or the register behind them, is wrong",
		},
		Basis: rules.Words{ZH: "“二、上年结转”与上一年度“四、结转下年度继续办理”的含义", EN: "the meaning of the labels of rows 2 and 4 of form three"},
		Bad:   "2023年度：四、结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5\n2024年度：二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
		Good:  "2023年度：四、结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5\n2024年度：二、上年结转政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5",
	},
	Across: checkCarryOver,
}

// handover is a column in which this year did not take what last year handed on.
type handover struct {
	out, in schema.CellID
	was, is record.Value
}

var applicants = []string{"natural", "business", "research", "charity", "legal", "other", "total"}

func checkCarryOver(b *rules.Beside) {
	for i, this := range b.Members {
		if this.Year <= firstYear {
			continue
		}
		var from *record.Record
		var least []handover
		for k, last := range b.Before(i) {
			list := handovers(last.Record, this.Record)
			if k == 0 || len(list) < len(least) {
				from, least = last.Record, list
			}
		}
		if len(least) > 0 {
			b.Add(i, carryOver(from, this.Record, least))
		}
	}
}

// handovers lists the columns that differ. A blank is no figure, and a figure
// that a finding about one of the reports takes back is not held against the
// other.
func handovers(last, this *record.Record) []handover {
	var out []handover
	for _, column := range applicants {
		h := handover{out: schema.MustCell("applications.carried_out." + column), in: schema.MustCell("applications.carried_in." + column)}
		h.was, h.is = last.Value(h.out), this.Value(h.in)
		if h.was.IsNumber() && h.is.IsNumber() && h.was != h.is && !last.Proposes(h.out, h.is) && !this.Proposes(h.in, h.was) {
			out = append(out, h)
		}
	}
	return out
}

func carryOver(last, this *record.Record, list []handover) rules.Finding {
	var in, out []schema.CellID
	var zh, en []string
	for _, h := range list {
		in, out = append(in, h.in), append(out, h.out)
		label := columnLabel(this, h.in)
		zh = append(zh, fmt.Sprintf("“%s”列上年结转出 %s、本年结转入 %s，相差 %s", label, h.was, h.is, apart(h.was.Number(), h.is.Number())))
		en = append(en, fmt.Sprintf("%q carried over %s, carried in %s", label, h.was, h.is))
	}
	f := about(this, in...)
	f.Expected = list[0].was.String()
	f.Message = rules.Words{
		ZH: fmt.Sprintf("%s与%d年度报告“四、结转下年度继续办理”不一致：%s；请核对两年的报告和办件台账，口径有变化的应当说明。", rowName(this, in[0]).ZH, last.Year, strings.Join(zh, "；")),
		EN: fmt.Sprintf("%s does not take what the report of %d carried over: %s", rowName(this, in[0]).EN, last.Year, strings.Join(en, "; ")),
	}
	f.Related = []rules.Related{related(last, out...)}
	return f
}
