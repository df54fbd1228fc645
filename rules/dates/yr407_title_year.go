package dates

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// TitleYear is YR407.
var TitleYear = &rules.Rule{
	Code: "YR407", Name: "title-year", Family: rules.Dates, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "标题年份有误", EN: "the title's year is wrong"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "标题的年份应是报告所写的年度，不是编制、公布的年份。统计期限和落款都指向另一年的，错在标题。",
			EN: "the title names the year reported, not the year of writing; where period and signature agree on another year, the title is wrong",
		},
		Why:   rules.Words{ZH: "标题错年，读者和检查都会归错年度。", EN: "readers and reviewers file the report under the wrong year"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第四十九条：年度报告为上一年度工作的报告", EN: "article 49 of the Regulation: the report is about the year before"},
		Bad:   "临江县云溪街道办事处2025年政府信息公开工作年度报告\n本报告统计期限自2024年1月1日起至2024年12月31日止。\n2025年1月14日",
		Good:  "临江县云溪街道办事处2024年政府信息公开工作年度报告\n本报告统计期限自2024年1月1日起至2024年12月31日止。\n2025年1月14日",
	},
	Check: checkTitleYear,
}

func checkTitleYear(p *rules.Pass) {
	r := p.Report
	years := titleYears(r.Title.Value)
	switch {
	case r.Year == 0:
	case len(years) == 1 && years[0].year != r.Year: // a structured report says its year itself
		add(p, years[0], r.Year, rules.Words{
			ZH: fmt.Sprintf("标题写的是%d年，报告年度是%d年。", years[0].year, r.Year),
			EN: fmt.Sprintf("the title says %d, the report is about %d", years[0].year, r.Year),
		})
	case len(years) > 0 && titleIsOdd(r):
		year := r.Period.From.Year
		add(p, years[0], year, rules.Words{
			ZH: fmt.Sprintf("标题写的是%d年，而统计期限是%d年，落款是%s；标题应为%d年，否则是期限和落款沿用了上一年的。", years[0].year, year, zh(r.Signed), year),
			EN: fmt.Sprintf("the title says %d, but the period is %d and the report was signed on %s", years[0].year, year, r.Signed),
		})
	}
}

func add(p *rules.Pass, y yearAt, want int, message rules.Words) {
	f := rules.Finding{
		Message: message, Place: p.Report.Title.Place(y.i, y.j), Excerpt: rules.WordsExcerpt(p.Report.Title, y.i, y.j),
		Expected: itoa(want), Actual: itoa(y.year), Key: "title",
	}
	if t := p.Report.Period.Text; !t.IsEmpty() {
		f.Related = []rules.Related{{
			Message: rules.Words{ZH: "统计期限", EN: "the period"}, Place: t.Whole(), Excerpt: rules.WordsExcerpt(t, 0, len(t.Value)),
		}}
	}
	p.Add(f)
}

// yearAt is a year in a title, with its bytes.
type yearAt struct{ year, i, j int }

// titleYears finds the four-digit years of a title that stand before 年.
func titleYears(title string) []yearAt {
	var out []yearAt
	for k := 0; ; {
		n := strings.Index(title[k:], "年")
		if n < 0 {
			return out
		}
		at := k + n
		digits := strings.TrimRight(title[:at], " 　")
		if i := len(digits) - 4; i >= 0 {
			if y := schema.ParseCell(digits[i:], schema.Place{}); y.IsNumber() {
				if v, ok := y.Int(); ok && v >= 1990 && v < 2100 {
					out = append(out, yearAt{int(v), i, at})
				}
			}
		}
		k = at + len("年")
	}
}
