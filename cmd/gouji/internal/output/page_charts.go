package output

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
)

// chartRows is how many bars a chart has at most; the rest are summed in the
// last one.
const chartRows = 20

// bar is a bar of a chart: infos, warnings and errors, beside each other.
type bar struct {
	label  string
	counts [4]int // by severity
}

func (b *bar) sum() int { return b.counts[1] + b.counts[2] + b.counts[3] }

// charts draws where findings gather, and what the reports add up to.
func (p *auditPage) charts() {
	p.put("<section id=\"charts\"><h2>%s</h2>\n<div class=\"charts\">", p.both("图表", "Charts"))
	var rules, organs []bar
	for _, code := range slices.Sorted(maps.Keys(p.data.byRule)) {
		rules = append(rules, bar{code + " " + p.data.Titles[code], *p.data.byRule[code]})
	}
	for i := range p.across.Organs {
		o := &p.across.Organs[i]
		b := bar{label: o.Name}
		b.counts[3], b.counts[2], b.counts[1] = o.counts()
		if b.sum() > 0 {
			organs = append(organs, b)
		}
	}
	p.bars("各规则的问题数", "Findings by rule", rules)
	p.bars("问题最多的机关", "Organs with most findings", organs)
	p.totals()
	p.put("</div></section>\n")
}

// The measures of a chart of bars, in pixels.
const (
	barLabel  = 235
	barWidth  = 290
	barHeight = 22
)

// bars draws the longest bars, longest first.
func (p *auditPage) bars(zh, en string, list []bar) {
	slices.SortStableFunc(list, func(a, b bar) int {
		return cmp.Or(cmp.Compare(b.sum(), a.sum()), cmp.Compare(b.counts[3], a.counts[3]), cmp.Compare(a.label, b.label))
	})
	p.put("<figure><figcaption>%s</figcaption>", p.both(zh, en))
	if len(list) == 0 {
		p.put("<p class=\"none\">%s</p></figure>\n", p.say("没有发现问题。", "nothing found"))
		return
	}
	if n := len(list) - (chartRows - 1); n > 1 {
		rest := bar{label: fmt.Sprintf(p.say("其余 %d 项", "%d others"), n)}
		for _, b := range list[chartRows-1:] {
			for s := range rest.counts {
				rest.counts[s] += b.counts[s]
			}
		}
		list = append(slices.Clip(list[:chartRows-1]), rest)
	}
	longest := 1
	for i := range list {
		longest = max(longest, list[i].sum())
	}
	height := len(list) * barHeight
	p.put("<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><title>%s</title>", barLabel+barWidth+60, height, barLabel+barWidth+60, height, p.say(zh, en))
	for i := range list {
		p.bar(&list[i], i*barHeight, longest)
	}
	p.put("</svg></figure>\n")
}

func (p *auditPage) bar(b *bar, y, longest int) {
	label := layout.Clean(b.label)
	p.put("<g><title>%s</title><text class=\"label\" x=\"%d\" y=\"%d\">%s</text>", esc(fmt.Sprintf(p.say("%s：错误 %d，核实 %d，提示 %d", "%s: errors %d, warnings %d, infos %d"), label, b.counts[3], b.counts[2], b.counts[1])),
		barLabel-8, y+15, esc(shorten(label, 34)))
	x := barLabel
	for s := 3; s >= 1; s-- {
		width := (b.counts[s]*barWidth + longest - 1) / longest
		if width > 0 {
			p.put("<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", s, x, y+3, width, barHeight-6)
		}
		x += width
	}
	p.put("<text x=\"%d\" y=\"%d\">%d</text></g>", x+5, y+15, b.sum())
}

// totals draws what the reports of each year add up to.
func (p *auditPage) totals() {
	years := slices.Clone(p.data.totals)
	slices.SortFunc(years, func(a, b yearTotal) int { return cmp.Compare(a.year, b.year) })
	if len(years) == 0 {
		return
	}
	p.put("<figure class=\"totals\"><figcaption>%s</figcaption><p class=\"facts\">%s</p>", p.both("各年度合计", "Totals by year"),
		p.say("把各份年报所填的数相加；上级报告若已包含下级，会重复计算。", "the figures of all reports added up; what a parent's report includes is counted twice"))
	for i, c := range totalCells {
		p.column(c.zh, c.en, years, i)
	}
	p.put("</figure>\n")
}

// The measures of a chart of years, in pixels.
const (
	columnWidth  = 64
	columnHeight = 110
)

// column draws one total over the years, with how many reports it is taken from.
func (p *auditPage) column(zh, en string, years []yearTotal, i int) {
	largest := 0.0
	values := make([]float64, len(years))
	for k, y := range years {
		values[k], _ = strconv.ParseFloat(y.figures[i].String(), 64) // of its height only; the figure is printed exactly
		largest = max(largest, values[k])
	}
	width := max(len(years)*columnWidth, 150)
	p.put("<div><p>%s</p><svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><title>%s</title>", p.both(zh, en), width, columnHeight+50, width, columnHeight+50, p.say(zh, en))
	for k, y := range years {
		x, height := k*columnWidth, 0
		if largest > 0 {
			height = int(max(values[k], 0) / largest * columnHeight)
		}
		p.put("<g><title>%s</title><rect class=\"total\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/><text class=\"mid\" x=\"%d\" y=\"%d\">%s</text><text class=\"mid\" x=\"%d\" y=\"%d\">%d</text></g>",
			esc(fmt.Sprintf(p.say("%d年度：%s，共 %d 份报告填了这一项", "%d: %s, from %d reports"), y.year, y.figures[i], y.reports[i])),
			x+12, 18+columnHeight-height, columnWidth-24, height, x+columnWidth/2, 13+columnHeight-height, esc(y.figures[i].String()), x+columnWidth/2, columnHeight+36, y.year)
	}
	p.put("</svg></div>")
}

// shorten keeps the first words of a label, up to that width.
func shorten(s string, width int) string {
	if layout.Width(s) <= width {
		return s
	}
	var out []rune
	for _, r := range s {
		if layout.Width(string(out)+string(r)) > width-1 {
			break
		}
		out = append(out, r)
	}
	return string(out) + "…"
}
