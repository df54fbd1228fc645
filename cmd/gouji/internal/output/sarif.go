package output

import (
	"bytes"
	"fmt"
	"io"

	"github.com/gouji/gouji/rules"
)

// SARIF is version 2.1.0 of the format that code scanning services read. What
// was not read stands among the notifications of the run, which then did not
// succeed; what was put aside is suppressed.
var SARIF = Format{
	Name:  "sarif",
	Title: rules.Words{ZH: "SARIF 2.1.0，供代码扫描平台读取", EN: "SARIF 2.1.0 for code scanning"},
	New: func(w io.Writer, o Options) Printer {
		return &sarifPrinter{w: w, o: o, limits: githubSARIF}
	},
}

// sarifLimits are how much a service takes. What is beyond them is left out
// only as said, and with a notification.
type sarifLimits struct {
	runs    int // of a file; results beyond them are left out
	results int // of a run; the next ones go into another
	related int // places of a result
	shown   int // results of a run that are shown, the gravest
}

// githubSARIF are the limits of GitHub's code scanning, which turns down a file
// that is beyond the first three.
var githubSARIF = sarifLimits{runs: 20, results: 25000, related: 1000, shown: 5000}

type sarifPrinter struct {
	w      io.Writer
	o      Options
	limits sarifLimits
	buf    bytes.Buffer

	runs    int // begun
	results int // of this run
	omitted int // results of no run
	unread  bool
	notices []sarifNotification
	index   map[string]int // of a code among the rules
	err     error
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

func (p *sarifPrinter) Report(res rules.Result) error {
	p.buf.Reset()
	if p.runs == 0 {
		fmt.Fprintf(&p.buf, "{\"$schema\": %q, \"version\": \"2.1.0\", \"runs\": [\n", sarifSchema)
		p.begin()
	}
	for i := range res.Findings {
		p.result(res, &res.Findings[i])
	}
	if res.Unread {
		p.unread = true
		p.notices = append(p.notices, p.unreadNotice(res))
	}
	return p.flush()
}

// result prints one finding, in a new run when this one is full.
func (p *sarifPrinter) result(res rules.Result, f *rules.Finding) {
	if p.results == p.limits.results {
		if p.runs == p.limits.runs {
			p.omitted++
			return
		}
		p.end()
		p.buf.WriteString(",\n")
		p.begin()
	}
	if p.results++; p.results > 1 {
		p.buf.WriteByte(',')
	}
	p.buf.WriteString("\n")
	p.add(p.resultOf(res.Report, f))
}

// begin opens a run. Each has an id of its own: GitHub takes two runs of the
// same id for one analysis sent twice.
func (p *sarifPrinter) begin() {
	p.runs++
	p.results = 0
	id := "gouji/"
	if p.runs > 1 {
		id = fmt.Sprintf("gouji/%d/", p.runs)
	}
	p.buf.WriteString("{\"tool\": ")
	p.add(sarifTool{sarifDriver{"gouji", p.o.Version, p.language(), p.ruleList()}})
	fmt.Fprintf(&p.buf, ",\n\"language\": %q, \"columnKind\": \"unicodeCodePoints\", \"automationDetails\": {\"id\": %q},\n\"results\": [", p.language(), id)
}

// end closes a run with what is to be said of it.
func (p *sarifPrinter) end() {
	if p.results > p.limits.shown {
		p.notice("note", fmt.Sprintf(pick(p.o.Lang, "本次共 %d 个问题，GitHub 只显示其中最重的 %d 个。", "%d results, of which GitHub shows the %d gravest"), p.results, p.limits.shown))
	}
	p.buf.WriteString("],\n\"invocations\": ")
	p.add([]sarifInvocation{{!p.unread, p.notices}})
	p.buf.WriteByte('}')
	p.unread, p.notices = false, nil
}

func (p *sarifPrinter) Close(sum Summary) error {
	p.buf.Reset()
	if p.runs == 0 {
		if err := p.Report(rules.Result{}); err != nil {
			return err
		}
		p.buf.Reset()
	}
	if p.omitted > 0 {
		p.notice("error", fmt.Sprintf(pick(p.o.Lang, "另有 %d 个问题超出一个 SARIF 文件的限度，没有写入；请改用 jsonl 格式。", "%d more results are beyond what one SARIF file may hold and were left out; use jsonl"), p.omitted))
	}
	if sum.Skipped > 0 {
		p.notice("note", fmt.Sprintf(pick(p.o.Lang, "文件夹中另有 %d 个文件不是年报的文件格式，没有检查。", "%d other files of the folders are of no format a report comes in and were not checked"), sum.Skipped))
	}
	p.unread = p.unread || sum.Unread > 0
	p.end()
	p.buf.WriteString("\n]}\n")
	return p.flush()
}

func (p *sarifPrinter) notice(level, words string) {
	p.notices = append(p.notices, sarifNotification{Level: level, Message: sarifText{Text: words}})
}

// add appends v; an error is returned when the buffer is flushed.
func (p *sarifPrinter) add(v any) {
	if err := appendJSON(&p.buf, v); err != nil && p.err == nil {
		p.err = err
	}
}

func (p *sarifPrinter) flush() error {
	if p.err != nil {
		return p.err
	}
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

func (p *sarifPrinter) language() string { return pick(p.o.Lang, "zh-CN", "en-US") }
