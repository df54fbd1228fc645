package output

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/explain"
	"github.com/gouji/gouji/rules"
)

// findings lists the findings of a report beside it.
func (d *htmlReport) findings() {
	switch {
	case len(d.res.Findings) > 0:
	case d.res.Unread:
		return // which stands above
	case d.res.Coverage.Relations.Held == 0:
		d.put("<p class=\"none\">%s</p>", d.say("没有可以核对的勾稽关系，不能说没有问题。", "there was no relation to check, which does not mean that nothing is wrong"))
		return
	default:
		d.put("<p class=\"none\">%s</p>", d.say("没有发现问题。核对了什么、没有核对什么，见上。", "nothing found; what was checked and what was not stands above"))
		return
	}
	d.put("<ol>")
	for i := range d.res.Findings {
		d.finding(i, &d.res.Findings[i])
	}
	d.put("</ol>")
}

func (d *htmlReport) finding(i int, f *rules.Finding) {
	class := f.Severity.String()
	if f.Suppressed != nil {
		class = "put"
	}
	d.put("<li class=\"finding %s\" id=\"%s-f%d\"><p class=\"head\"><b class=\"state %s\">%s</b> <span class=\"code\">%s</span> %s</p>",
		class, d.id, i+1, class, severityWords(f.Severity, d.o.Lang), esc(f.Code), esc(d.o.title(f)))
	d.put("<p class=\"message\">%s</p>", esc(f.Message.In(d.o.Lang)))
	place := esc(placeWords(f.Place, d.r.Format, d.o.Lang))
	if d.marks.shown[i] {
		place = fmt.Sprintf("<a href=\"#%s-m%d\">%s</a> %s", d.id, i+1, d.say("看原文", "see it"), place)
	} else {
		d.excerpt(f.Excerpt, class)
	}
	d.line("位置", "place", place)
	for j, line := range proposalLines(d.r, f, d.o.Lang, plainly) {
		d.line([...]string{"建议", "或者"}[min(j, 1)], [...]string{"proposal", "or"}[min(j, 1)], "<span class=\"fix\">"+esc(line)+"</span>")
	}
	for _, rel := range f.Related {
		words := esc(rel.Message.In(d.o.Lang))
		if at := esc(relatedWords(rel.Place, d.r, d.o.Lang)); at != "" {
			words = "<span class=\"at\">" + at + "</span> " + words
		}
		d.line("对照", "see", words)
	}
	d.line("复核", "review", esc(reviewWords(f.Review, d.o.Lang)))
	if f.Suppressed != nil {
		d.line("已忽略", "put aside", esc(asideWords(f.Suppressed, d.o.Lang)))
	}
	d.line("依据", "basis", esc(f.Basis.In(d.o.Lang)))
	if r := d.o.Rules.Find(f.Code); r != nil {
		d.put("<details><summary>%s</summary>", d.say("这条规则", "this rule"))
		d.line("查什么", "what", esc(r.Doc.What.In(d.o.Lang)))
		d.line("为什么", "why", esc(r.Doc.Why.In(d.o.Lang)))
		d.put("<p class=\"facts\">%s</p></details>", esc(explain.Family(r.Family, d.o.Lang)+" · "+r.Name))
	}
	d.put("</li>\n")
}

// line is a named line of a finding; nothing when there are no words.
func (d *htmlReport) line(zh, en, words string) {
	if strings.TrimSpace(words) != "" {
		d.put("<p><span class=\"name\">%s</span>%s</p>", d.say(zh+"：", en+": "), words)
	}
}

// excerpt shows what stands at a place that is not drawn.
func (d *htmlReport) excerpt(e rules.Excerpt, class string) {
	if e.IsZero() {
		return
	}
	if len(e.Cells) == 0 {
		runes := []rune(e.Line)
		start := min(max(e.Start, 0), len(runes))
		end := min(max(e.End, start), len(runes))
		d.put("<blockquote>%s", esc(string(runes[:start])))
		if end > start {
			d.put("<b class=\"m %s\">%s</b>", class, esc(string(runes[start:end])))
		}
		d.put("%s</blockquote>", esc(string(runes[end:])))
		return
	}
	marked := map[int]bool{}
	for _, k := range e.Marked {
		marked[k] = true
	}
	d.put("<table class=\"row\"><caption>%s</caption>", esc(e.Line))
	if len(e.Header) > 0 {
		d.put("<tr>")
		for _, head := range e.Header {
			d.put("<th>%s</th>", esc(head))
		}
		d.put("</tr>")
	}
	d.put("<tr>")
	for k, cell := range e.Cells {
		if marked[k] {
			d.put("<td><b class=\"m %s\">%s</b></td>", class, esc(cell))
		} else {
			d.put("<td>%s</td>", esc(cell))
		}
	}
	d.put("</tr></table>")
}
