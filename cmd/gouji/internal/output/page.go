package output

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed" // the style and the script of the page
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
)

// auditPage is the page of an audit: organs and years at a glance, charts, a
// list of findings that filters, and each report as a person sees it, a click
// away. It is one file that needs nothing else and may be sent by mail.
//
// A drawn report takes some 50 kB, so thousands of them would make a page that
// no browser opens. Each is packed instead (gzip, some 6 kB) and unpacked when
// it is asked for; the findings stand in the page as data and a hundred at a
// time are shown. What would go beyond [maxPacked] is not drawn, and the page
// says so.
type auditPage struct {
	inner   htmlPrinter // draws reports
	w       io.Writer
	o       Options
	buf     strings.Builder
	begun   bool
	across  *Across
	organs  map[*record.Record]int
	ids     map[*record.Record]int // the number of the report in the page
	data    pageData
	packed  int // bytes of what was drawn
	left    int // reports with findings that were not drawn
	drawAll bool
}

// maxPacked is how many bytes of packed reports a page may have: some 5,000
// reports, which a browser opens within seconds.
const maxPacked = 32 << 20

// DrawnWhole is up to how many reports an audit may have for those to be drawn,
// too, in which nothing was found.
const DrawnWhole = 200

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

func newAuditPage(w io.Writer, o Options) *auditPage {
	return &auditPage{
		inner: htmlPrinter{o: o, count: 1}, w: w, o: o,
		organs: map[*record.Record]int{}, ids: map[*record.Record]int{}, data: pageData{Titles: map[string]string{}},
	}
}

// Begin notes which organ each report is of.
func (p *auditPage) Begin(a *Across) error {
	p.across = a
	n := len(a.Rest)
	for i, organ := range a.Organs {
		n += len(organ.Reports)
		for _, r := range organ.Reports {
			p.organs[r.Result.Record] = i
		}
	}
	p.drawAll = n <= DrawnWhole
	return nil
}

func (p *auditPage) Report(res rules.Result) error {
	p.begin()
	p.data.add(p, res)
	n := len(p.data.Reports)
	if _, ok := p.organs[res.Record]; ok && res.Record != nil {
		p.ids[res.Record] = n
	}
	if len(res.Findings) > 0 || res.Unread || p.drawAll {
		if err := p.pack(res, n); err != nil {
			return err
		}
	}
	return p.flush()
}

// pack adds the report as a person sees it.
func (p *auditPage) pack(res rules.Result, n int) error {
	if p.packed >= maxPacked {
		p.left++
		return nil
	}
	d := &htmlReport{htmlPrinter: &p.inner, res: res, r: res.Report, id: fmt.Sprintf("r%d", n)}
	d.draw()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	_, err = io.WriteString(z, p.inner.buf.String())
	p.inner.buf.Reset()
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return err
	}
	words := base64.StdEncoding.EncodeToString(b.Bytes())
	p.packed += len(words)
	p.put("<script type=\"text/plain\" id=\"z%d\">%s</script>\n", n, words)
	return nil
}

// begin writes the head of the page. Reports follow, packed, and then what is
// shown, since that is known when all reports are.
func (p *auditPage) begin() {
	if p.begun {
		return
	}
	p.begun = true
	style := htmlStyle + pageStyle
	p.put("<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">\n", p.say("zh-CN", "en"))
	p.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n", hashOf(style), hashOf(pageScript))
	p.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\n")
	p.put("<title>%s</title><style>%s</style></head>\n<body class=\"audit\"><a class=\"skip\" href=\"#findings\">%s</a><header><h1>%s</h1>",
		p.say("年报审核结果", "Audit of annual reports"), style, p.say("跳到问题清单", "skip to the findings"), p.both("年报审核结果", "Audit of annual reports"))
	p.inner.put("<p class=\"key\">%s <b class=\"m error\">%s</b> %s <b class=\"m warning\">%s</b> %s <b class=\"m info\">%s</b> %s</p>",
		p.say("颜色：", "colours:"), p.say("错误", "error"), p.say("必须更正", "to be corrected"), p.say("核实", "warning"), p.say("需核实或说明", "to be looked at"), p.say("提示", "info"), p.say("供参考", "for information"))
	p.buf.WriteString(p.inner.buf.String())
	p.inner.buf.Reset()
	p.put("<noscript><p class=\"alert\">%s</p></noscript></header>\n", p.both("浏览器不许运行本页自带的脚本：总览和图表照常显示，问题清单请看工作簿或 CSV。", "without scripts the overview and the charts are shown; the findings are in the workbook and the CSV"))
}

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func (p *auditPage) Close(sum Summary) error {
	p.begin()
	if p.across = sum.Across; p.across == nil {
		p.across = &Across{}
	}
	p.put("<main>\n")
	p.sums(sum)
	p.put("<nav aria-label=\"%s\">", p.say("本页各部分", "parts of this page"))
	for _, part := range [][3]string{{"overview", "总览", "Overview"}, {"charts", "图表", "Charts"}, {"unread", "未读和未归类", "Not read"}, {"findings", "问题清单", "Findings"}} {
		p.put("<a href=\"#%s\">%s</a> ", part[0], p.both(part[1], part[2]))
	}
	p.put("</nav>\n")
	p.matrix()
	p.charts()
	p.unread()
	p.findings()
	p.put("</main>\n<section id=\"report\" tabindex=\"-1\" aria-live=\"polite\" hidden></section>\n")
	if err := p.flush(); err != nil {
		return err
	}
	if err := p.data.write(p.w, p); err != nil {
		return err
	}
	p.put("<script>%s</script>\n</body></html>\n", pageScript)
	return p.flush()
}

// sums says what was audited and found, in figures and in words.
func (p *auditPage) sums(sum Summary) {
	p.put("<section class=\"sums\" aria-label=\"%s\"><dl class=\"cards\">", p.say("合计", "sums"))
	for _, c := range []struct {
		class, zh, en string
		n             int
	}{
		{"", "机关", "organs", len(p.across.Organs)}, {"", "文件", "files", sum.Files}, {"good", "未发现问题", "nothing found", sum.Clean},
		{"error", "错误", "errors", sum.Errors}, {"warning", "核实", "warnings", sum.Warnings}, {"info", "提示", "infos", sum.Infos},
		{"error", "未读完", "not read", sum.Unread}, {"put", "已忽略", "put aside", sum.Suppressed},
	} {
		class := c.class
		if c.n == 0 {
			class = ""
		}
		p.put("<div class=\"%s\"><dt>%s</dt><dd>%d</dd></div>", class, p.both(c.zh, c.en), c.n)
	}
	p.put("</dl>")
	if sum.Skipped > 0 {
		p.put("<p>"+p.say("文件夹中另有 %d 个文件不是年报的文件格式，没有检查。", "%d other files of the folders are of no format a report comes in and were not checked")+"</p>", sum.Skipped)
	}
	for _, line := range p.across.lines(p.o.Lang) {
		p.put("<p>%s</p>", esc(line))
	}
	if p.left > 0 {
		p.put("<p class=\"alert\">"+p.say("为使浏览器打得开，另有 %d 份有问题的年报没有画出，问题清单是全的；可用 gouji check --format html 单独画出。",
			"lest no browser opens the page, %d reports with findings are not drawn; the list of findings is whole, and gouji check --format html draws one")+"</p>", p.left)
	}
	p.put("</section>\n")
}

func (p *auditPage) put(format string, args ...any) { fmt.Fprintf(&p.buf, format, args...) }

func (p *auditPage) say(zh, en string) string { return pick(p.o.Lang, zh, en) }

// both are words of the page, English beside the Chinese.
func (p *auditPage) both(zh, en string) string {
	if p.o.Lang == "en" {
		return esc(en)
	}
	return esc(zh) + " <span class=\"en\" lang=\"en\">" + esc(en) + "</span>"
}

func (p *auditPage) flush() error {
	_, err := io.WriteString(p.w, p.buf.String())
	p.buf.Reset()
	return err
}
