package output

import (
	"crypto/sha256"
	_ "embed" // the style of the page
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// HTML is one page that needs nothing else: each report as a person sees it,
// its words and cells coloured by what was found, the findings beside them. It
// has no script; its security policy allows its own style and nothing else. That
// of an audit is another: see [auditPage].
var HTML = Format{
	Name:  "html",
	Title: rules.Words{ZH: "网页：年报原样与标出的问题", EN: "a page with the reports as a person sees them"},
	Whole: true,
	New: func(w io.Writer, o Options) Printer {
		if o.Audit {
			return newAuditPage(w, o)
		}
		return &htmlPrinter{w: w, o: o}
	},
}

//go:embed html.css
var htmlStyle string

// htmlClean is how many reports without findings are drawn whole; the others
// have their line alone, which the page says.
const htmlClean = 50

type htmlPrinter struct {
	w     io.Writer
	o     Options
	buf   strings.Builder
	rows  strings.Builder // of the list of reports, which is known at the end
	count int
	clean int
}

func (p *htmlPrinter) Report(res rules.Result) error {
	p.begin()
	p.count++
	id := fmt.Sprintf("r%d", p.count)
	drawn := len(res.Findings) > 0 || res.Unread
	if !drawn {
		p.clean++
		drawn = p.clean <= htmlClean
	}
	p.row(res, id, drawn)
	if drawn {
		d := &htmlReport{htmlPrinter: p, res: res, r: res.Report, id: id}
		d.draw()
	}
	return p.flush()
}

func (p *htmlPrinter) Close(sum Summary) error {
	p.begin()
	p.put("</main>\n<section class=\"sum\">")
	p.summary(sum)
	p.put("</section>\n</body></html>\n")
	return p.flush()
}

// begin writes the head of the page before the first report. The summary,
// which is known at the end, is written last and shown first.
func (p *htmlPrinter) begin() {
	if p.count > 0 {
		return
	}
	hash := sha256.Sum256([]byte(htmlStyle))
	p.put("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">\n", p.say("zh-CN", "en"))
	p.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n", base64.StdEncoding.EncodeToString(hash[:]))
	p.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\n")
	title := p.say("年报核对结果", "Reports checked")
	p.put("<title>%s</title><style>%s</style></head>\n<body><header><h1>%s</h1>", title, htmlStyle, title)
	p.put("<p class=\"key\">%s <b class=\"m error\">%s</b> %s <b class=\"m warning\">%s</b> %s <b class=\"m info\">%s</b> %s <b class=\"m rel\">%s</b></p></header>\n<main>\n",
		p.say("颜色：", "colours:"), p.say("错误", "error"), p.say("必须更正", "to be corrected"), p.say("核实", "warning"), p.say("需核实或说明", "to be looked at"),
		p.say("提示", "info"), p.say("供参考", "for information"), p.say("对照", "related"))
}

// row adds a report to the list of reports.
func (p *htmlPrinter) row(res rules.Result, id string, drawn bool) {
	r := res.Report
	name := esc(r.Path)
	if drawn {
		name = fmt.Sprintf("<a href=\"#%s\">%s</a>", id, name)
	}
	year := ""
	if r.Year > 0 {
		year = fmt.Sprint(r.Year)
	}
	errs, warnings, infos := count(res.Findings)
	fmt.Fprintf(&p.rows, "<tr><td>%s</td><td>%s</td><td>%s</td><td><b class=\"state %s\">%s</b></td>", name, esc(r.Organ.Value), year, stateClass(res), stateWords(res, p.o.Lang))
	for _, n := range []int{errs, warnings, infos, res.Coverage.Relations.Held, res.Coverage.Relations.Violated, res.Coverage.Relations.Unchecked} {
		fmt.Fprintf(&p.rows, "<td class=\"n\">%d</td>", n)
	}
	p.rows.WriteString("</tr>\n")
}

func (p *htmlPrinter) summary(sum Summary) {
	p.put("<p class=\"total\">%s", esc(total(sum, p.o.Lang)))
	if sum.Suppressed > 0 {
		p.put(p.say("；已忽略或记在基线中 %d", "; put aside: %d"), sum.Suppressed)
	}
	p.put("%s</p>", p.say("。", ""))
	if sum.Skipped > 0 {
		p.put("<p>"+p.say("文件夹中另有 %d 个文件不是年报的文件格式，没有检查。", "%d other files of the folders are of no format a report comes in and were not checked")+"</p>", sum.Skipped)
	}
	if sum.Across != nil {
		for _, line := range sum.Across.lines(p.o.Lang) {
			p.put("<p>%s</p>", esc(line))
		}
	}
	if n := p.clean - htmlClean; n > 0 {
		p.put("<p>"+p.say("未发现问题的年报只画出前 %d 份，其余 %d 份见下表。", "of the reports in which nothing was found the first %d are drawn, the other %d stand in the list")+"</p>", htmlClean, n)
	}
	if p.count < 2 {
		return
	}
	p.put("<table class=\"list\"><thead><tr>")
	for _, head := range strings.Split(p.say("文件 机关 年度 结果 错误 核实 提示 勾稽成立 不成立 未核对", "file organ year state errors warnings infos held violated unchecked"), " ") {
		p.put("<th>%s</th>", head)
	}
	p.put("</tr></thead><tbody>\n")
	p.buf.WriteString(p.rows.String())
	p.put("</tbody></table>")
}

func (p *htmlPrinter) put(format string, args ...any) { fmt.Fprintf(&p.buf, format, args...) }

func (p *htmlPrinter) say(zh, en string) string { return pick(p.o.Lang, zh, en) }

func (p *htmlPrinter) flush() error {
	_, err := io.WriteString(p.w, p.buf.String())
	p.buf.Reset()
	return err
}

// stateClass colours the word that says what became of a report.
func stateClass(res rules.Result) string {
	errs, warnings, infos := count(res.Findings)
	switch {
	case res.Unread || errs > 0:
		return "error"
	case warnings > 0 || infos == 0 && res.Coverage.Relations.Held == 0:
		return "warning"
	case infos > 0:
		return "info"
	}
	return "good"
}

// esc makes words of a report harmless in HTML, in attributes too.
func esc(s string) string { return html.EscapeString(layout.Clean(s)) }

// htmlReport draws one report.
type htmlReport struct {
	*htmlPrinter
	res   rules.Result
	r     *schema.Report
	id    string // of its part of the page
	marks marks
}

func (d *htmlReport) draw() {
	tag := "article"
	if len(d.res.Findings) == 0 && !d.res.Unread && d.count > 1 {
		tag = "details" // a clean one among others is closed
	}
	d.put("<%s class=\"report\" id=\"%s\">", tag, d.id)
	if tag == "details" {
		d.put("<summary>")
	}
	d.put("<h2>%s <b class=\"state %s\">%s</b></h2>", esc(d.r.Path), stateClass(d.res), stateWords(d.res, d.o.Lang))
	if tag == "details" {
		d.put("</summary>")
	}
	text := textPrinter{o: Options{Lang: d.o.Lang}, ink: newInk(false)}
	d.put("<p class=\"facts\">%s<br>%s</p>", strings.TrimPrefix(esc(text.heading(d.r)), esc(d.r.Path)), esc(text.coverage(d.res.Coverage)))
	if d.res.Unread {
		d.put("<p class=\"alert\">%s</p>", esc(whyUnread(d.r, d.o.Lang)))
	}
	d.marks = marksOf(d.res)
	d.put("<div class=\"both\"><div class=\"paper\">")
	d.paper()
	d.put("</div><div class=\"found\">")
	d.findings()
	d.put("</div></div></%s>\n", tag)
}
