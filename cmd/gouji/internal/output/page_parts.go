package output

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
)

// matrix draws organs and years: what became of each report, a click away.
func (p *auditPage) matrix() {
	years := p.across.years()
	p.put("<section id=\"overview\"><h2>%s</h2>\n<p class=\"tools needs\"><label>%s <input type=\"search\" id=\"organ-search\"></label> <label><input type=\"checkbox\" id=\"organ-bad\"> %s</label> <span id=\"organ-count\" role=\"status\"></span></p>\n",
		p.both("总览：机关和年度", "Overview: organs and years"), p.both("查找机关", "find an organ"), p.both("只看有问题的", "only with findings"))
	p.put("<div class=\"wide\"><table id=\"matrix\"><thead><tr>")
	heads := []string{p.both("机关", "organ")}
	for _, year := range years {
		heads = append(heads, fmt.Sprint(year))
	}
	for _, head := range append(heads, p.both("错误", "errors"), p.both("核实", "warnings"), p.both("提示", "infos")) {
		p.put("<th scope=\"col\"><button type=\"button\">%s</button></th>", head)
	}
	p.put("</tr></thead><tbody>\n")
	for i := range p.across.Organs {
		organ := &p.across.Organs[i]
		also := ""
		if len(organ.Also) > 0 {
			also = fmt.Sprintf(" <small>%s</small>", esc(p.say("也写作：", "also: ")+strings.Join(organ.Also, p.say("、", ", "))))
		}
		p.put("<tr><th scope=\"row\">%s%s</th>", esc(organ.Name), also)
		for _, year := range years {
			p.year(organ, year)
		}
		errs, warnings, infos := organ.counts()
		for _, n := range []int{errs, warnings, infos} {
			p.put("<td class=\"n\" data-k=\"%d\">%d</td>", n, n)
		}
		p.put("</tr>\n")
	}
	p.put("</tbody></table></div></section>\n")
}

// year is the cell of an organ's year, in the colour of the worst of its reports.
func (p *auditPage) year(organ *AuditedOrgan, year int) {
	var links []string
	worst, sort, class := -1, 0, ""
	for i := range organ.Reports {
		r := &organ.Reports[i]
		if r.Year != year {
			continue
		}
		links = append(links, fmt.Sprintf("<a href=\"#r%d\">%s</a>", p.ids[r.Result.Record], esc(countWords(r.Result, p.o.Lang))))
		errs, warnings, infos := count(r.Result.Findings)
		if g := gravity(r.Result); g > worst {
			worst, class = g, stateClass(r.Result)
		}
		sort += errs*1_000_000 + warnings*1000 + infos
	}
	if worst < 0 {
		p.put("<td class=\"none\" data-k=\"-1\">%s</td>", p.say("没有报告", "none"))
		return
	}
	p.put("<td class=\"%s\" data-k=\"%d\">%s</td>", class, worst*1_000_000_000+sort, strings.Join(links, "<br>"))
}

// unread lists what was not read, could not be checked, or belongs to no organ.
func (p *auditPage) unread() {
	p.put("<section id=\"unread\"><h2>%s</h2>\n", p.both("未读和未归类的文件", "Files not read, and of no organ"))
	if len(p.data.doubtful) == 0 {
		p.put("<p class=\"none\">%s</p></section>\n", p.say("没有：每份文件都读完了，也都归到了机关和年度。", "none: every file was read to its end and belongs to an organ and a year"))
		return
	}
	p.put("<div class=\"wide\"><table class=\"list\"><thead><tr>")
	for _, head := range [][2]string{{"文件", "file"}, {"结果", "state"}, {"原因", "why"}} {
		p.put("<th scope=\"col\">%s</th>", p.both(head[0], head[1]))
	}
	p.put("</tr></thead><tbody>\n")
	for _, d := range p.data.doubtful {
		p.put("<tr><td><a href=\"#r%d\">%s</a></td><td><b class=\"state %s\">%s</b></td><td>%s</td></tr>\n", d.number, esc(d.path), d.class, esc(d.state), esc(d.why))
	}
	p.put("</tbody></table></div></section>\n")
}

// findings is the frame that the script fills.
func (p *auditPage) findings() {
	p.put("<section id=\"findings\"><h2>%s</h2>\n<div class=\"needs\"><p class=\"tools\"><label>%s <input type=\"search\" id=\"find\"></label>", p.both("问题清单", "Findings"), p.both("查找", "search"))
	for _, s := range []rules.Severity{rules.Error, rules.Warning, rules.Info} {
		p.put(" <label><input type=\"checkbox\" name=\"severity\" value=\"%d\" checked> <b class=\"state %s\">%s</b></label>", s, s, severityWords(s, p.o.Lang))
	}
	for _, list := range [][3]string{{"by-code", "规则", "rule"}, {"by-organ", "机关", "organ"}, {"by-year", "年度", "year"}, {"by-review", "复核", "review"}} {
		p.put(" <label>%s <select id=\"%s\"><option value=\"\">%s</option></select></label>", p.both(list[1], list[2]), list[0], p.say("全部", "all"))
	}
	p.put(" <button type=\"button\" id=\"clear\">%s</button></p>\n<p id=\"found-count\" role=\"status\"></p>\n<div class=\"wide\"><table class=\"list found-list\"><thead><tr>", p.both("清除条件", "clear"))
	for _, head := range [][2]string{{"程度", "severity"}, {"机关和年度", "organ and year"}, {"规则", "rule"}, {"问题", "finding"}, {"实为", "actual"}, {"应为", "expected"}} {
		p.put("<th scope=\"col\">%s</th>", p.both(head[0], head[1]))
	}
	p.put("</tr></thead><tbody id=\"found\"></tbody></table></div>\n<p><button type=\"button\" id=\"more\" hidden>%s</button></p></div></section>\n", p.both("再显示一百条", "show a hundred more"))
}
