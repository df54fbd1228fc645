package dates

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// StaleYear is YR402.
var StaleYear = &rules.Rule{
	Code: "YR402", Name: "stale-year", Family: rules.Dates, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "文中年份沿用了往年的", EN: "a year was left over from an earlier report"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中把往年当作报告年度来写：“2023年，我镇政府信息公开工作取得……”“截至2023年底……”出现在2024年度报告里；或把下一年的数量、成效当作已完成的来写。与往年比较、往年决算、上年结转、对上年问题的整改、历年累计、政策文件的年份、按年叙述，都不算。",
			EN: "a sentence tells the work of an earlier year as that of the report, or figures and results of the next as done; a comparison, accounts, what was carried over, the answer to last year's problems, sums over years and the years of documents are no fault",
		},
		Why:   rules.Words{ZH: "多半是在上年的稿子上改写，漏改了年份；整段文字也可能没有更新。", EN: "the text was written over last year's, and perhaps not only the year was left"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第四十九条：年度报告为上一年度工作的报告", EN: "article 49 of the Regulation: the report is about the year before"},
		Bad:   "五、存在的主要问题及改进情况\n2023年，街道政府信息公开工作取得一定成效，但仍存在解读材料偏少的问题。",
		Good:  "五、存在的主要问题及改进情况\n针对2023年存在的解读材料偏少的问题，街道已增加图解。2024年的工作中，还存在栏目更新不勤的问题。",
	},
	Check: checkStaleYear,
}

func checkStaleYear(p *rules.Pass) {
	year := p.Report.WorkYear()
	if year == 0 {
		return
	}
	years := p.Prose().Years
	for i := range years {
		y := &years[i]
		if toldAhead(years, i, year) && !aims(p.Prose().Words(y.Sentence)) {
			p.Add(yearFinding(p, y, year, ahead(y, year)))
			continue
		}
		if !isStale(y.Value, year) {
			continue
		}
		switch y.Class {
		case narrative.YearReport:
			p.Add(yearFinding(p, y, year, rules.Words{
				ZH: fmt.Sprintf("这是%d年度的报告，前言却称之为%d年的报告，疑似沿用了往年的文字。", year, y.Value),
				EN: fmt.Sprintf("this report is about %d, its preface calls it that of %d", year, y.Value),
			}))
		case narrative.YearNotice:
			f := yearFinding(p, y, year, rules.Words{
				ZH: fmt.Sprintf("这是%d年度的报告，所依据的通知是关于%d年度报告的，请核实是否应换为新的通知。", year, y.Value),
				EN: fmt.Sprintf("this report is about %d, the notice it follows is about reports on %d", year, y.Value),
			})
			f.Severity = rules.Info
			p.Add(f)
		case narrative.YearUntil:
			if y.Tells == narrative.TellsFigure && !excused(years, i, year) {
				p.Add(yearFinding(p, y, year, rules.Words{
					ZH: fmt.Sprintf("这是%d年度的报告，文中的数却截至%d年底，请核实年份，或将数字更新到%d年底。", year, y.Value, year),
					EN: fmt.Sprintf("this report is about %d, a figure of its text is as of the end of %d", year, y.Value),
				}))
			}
		case narrative.YearTold:
			if y.Tells != narrative.TellsOther && !excused(years, i, year) {
				p.Add(yearFinding(p, y, year, told(y, year)))
			}
		}
	}
}

// toldAhead reports whether the year after the report's is told as done: counts
// and results in the sections that tell what was done.
func toldAhead(years []narrative.Year, i, report int) bool {
	y := &years[i]
	if y.Value != report+1 || y.Class != narrative.YearTold || y.Beside || y.Section != "overview" && y.Section != "other" {
		return false
	}
	if y.Tells != narrative.TellsFigure && y.Tells != narrative.TellsSummary {
		return false
	}
	for k := range years {
		if o := &years[k]; k != i && o.Sentence == y.Sentence && o.Value <= report {
			return false // 2023年收到5件，2024年1月已办结
		}
	}
	return true
}

// aims reports whether a sentence tells what is meant to be done, in words that
// need no 将 behind the year.
func aims(sentence string) bool {
	for _, w := range []string{"将", "拟", "计划", "力争", "争取", "预计", "目标", "下一步", "确保", "不少于", "不低于", "打算", "要求", "起", "已列入"} {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}

func ahead(y *narrative.Year, year int) rules.Words {
	return rules.Words{
		ZH: fmt.Sprintf("这是%d年度的报告，这里却把%d年的情况当作已经完成的来写；年份应为%d年的请改正，确为%d年情况的请删去或写明。", year, y.Value, year, y.Value),
		EN: fmt.Sprintf("this report is about %d, here it tells of %d as of something done", year, y.Value),
	}
}

// told says what a sentence tells under the wrong year.
func told(y *narrative.Year, year int) rules.Words {
	what := map[narrative.Tells][2]string{
		narrative.TellsWork:    {"的工作", "the work"},
		narrative.TellsSummary: {"的成效和问题", "results and problems"},
		narrative.TellsFigure:  {"的数量", "figures"},
	}[y.Tells]
	return rules.Words{
		ZH: fmt.Sprintf("这是%d年度的报告，这里写的却是%d年%s，疑似沿用了往年的文字；如确为往年情况，请写明是与往年比较或对往年问题的整改。", year, y.Value, what[0]),
		EN: fmt.Sprintf("this report is about %d, here it tells %s of %d", year, what[1], y.Value),
	}
}

// excused reports whether the words around an earlier year show that it was
// meant: its sentence names the report year, too, or goes through the years, or
// the sentences beside it do.
func excused(years []narrative.Year, i, report int) bool {
	y := &years[i]
	if y.Beside {
		return true
	}
	for k := range years {
		o := &years[k]
		if k == i || o.Section != y.Section || o.Value == y.Value {
			continue
		}
		same := o.Sentence == y.Sentence
		switch {
		case same && o.Value >= y.Value && o.Value <= report && o.Class != narrative.YearNamed && o.Class != narrative.YearPlanned:
			return true
		case same && o.Value > report && o.Class == narrative.YearCarried:
			return true
		case same && o.Value < y.Value && o.Class == y.Class:
			return true // 2022年收到9件，2021年收到5件
		case o.Class != narrative.YearTold || o.Value > report:
		case nextTo(y, o) && o.Value > y.Value || nextTo(o, y) && o.Value < y.Value:
			return true // 2022年……。2023年……。
		case y.Section == "other" && o.Value == report:
			return true // 2023年未收取信息处理费。2022年亦未收取。
		case y.Section == "problems" && k > i && o.Value > y.Value:
			return true // 2022年，存在……。针对上述问题，2023年已……
		}
	}
	return false
}

// nextTo reports whether b's sentence follows a's in the same paragraph.
func nextTo(a, b *narrative.Year) bool {
	return a.Paragraph == b.Paragraph && b.Ordinal == a.Ordinal+1
}
