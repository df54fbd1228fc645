package output

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Text is for people: each finding with the words or the row it is about, then
// what was checked and what was not.
var Text = Format{
	Name:  "text",
	Title: rules.Words{ZH: "供人阅读", EN: "for people"},
	New: func(w io.Writer, o Options) Printer {
		return &textPrinter{w: w, o: o, ink: newInk(o.Color)}
	},
}

// The shape of a report's text.
const (
	drawWidth  = 96 // display columns of an excerpt, without its indent
	maxRelated = 6  // related places drawn for one finding; more are counted
	maxGroups  = 4  // alternative proposals shown for one finding
)

type textPrinter struct {
	w       io.Writer
	o       Options
	ink     ink
	buf     bytes.Buffer
	reports int
	long    bool            // the report before this one took more than a line
	bases   map[string]bool // bases already given in this report
	format  string          // of the file of this report
}

// Report prints one report: a line when it is clean, else its findings and
// what was checked.
func (p *textPrinter) Report(res rules.Result) error {
	shown, aside := open(res.Findings)
	res.Findings = shown
	clean := len(shown) == 0 && !res.Unread
	if clean && p.o.Quiet {
		return nil
	}
	p.buf.Reset()
	if p.reports++; p.reports > 1 && (p.long || !clean) {
		p.buf.WriteByte('\n')
	}
	p.long = !clean
	p.format, p.bases = res.Report.Format, map[string]bool{}
	if clean {
		p.clean(res, aside)
	} else {
		p.faulty(res, aside)
	}
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

// clean prints the line of a report in which nothing was found. It gets its
// tick only when something was held to a relation: a report whose tables nobody
// could check is not known to be right.
func (p *textPrinter) clean(res rules.Result, aside int) {
	tick := p.ink.good("✓")
	if res.Coverage.Relations.Held == 0 {
		tick = p.ink.yellow("?")
	}
	p.line("", "%s %s%s%s", tick, p.heading(res.Report), p.say("：未发现问题。", ": nothing found; "), p.coverage(res.Coverage))
	p.aside(aside)
	p.numbers(res.Numbers)
}

// open returns the findings that nobody put aside, and counts the others.
func open(findings []rules.Finding) (shown []rules.Finding, aside int) {
	for i := range findings {
		if findings[i].Suppressed == nil {
			shown = append(shown, findings[i])
		}
	}
	return shown, len(findings) - len(shown)
}

// aside says how many findings are not shown because somebody put them aside.
func (p *textPrinter) aside(n int) {
	if n > 0 && !p.o.Quiet {
		p.line("  ", p.say("另有 %d 个问题已注明忽略或记在基线中，没有列出；见 --format json。", "%d more are suppressed or in the baseline; see --format json"), n)
	}
}

func (p *textPrinter) faulty(res rules.Result, aside int) {
	p.line("", "%s", p.ink.bold(p.heading(res.Report)))
	for i := range res.Findings {
		p.line("", "")
		p.finding(res.Report, &res.Findings[i])
	}
	if res.Unread {
		p.unread(res)
	}
	if p.o.Quiet || len(res.Findings) == 0 && res.Coverage == (rules.Coverage{}) {
		return
	}
	errors, warnings, infos := count(res.Findings)
	p.line("", "")
	if len(res.Findings) > 0 {
		p.line("  ", "%s%s", p.say("问题：", "found: "), p.severities(errors, warnings, infos))
	}
	p.aside(aside)
	if p.format == "settings" {
		return
	}
	if !res.Unread || res.Coverage != (rules.Coverage{}) {
		p.line("  ", "%s%s", p.say("核对：", "checked: "), p.coverage(res.Coverage))
	}
	p.numbers(res.Numbers)
}

// unread says that the report was not read or checked to its end, and why, when
// no finding does because its rule was left out.
func (p *textPrinter) unread(res rules.Result) {
	p.line("", "")
	p.line("  ", "%s", p.ink.of(rules.Error)(notReadWords(p.o.Lang)))
	if len(res.Findings) > 0 {
		return
	}
	for _, problem := range res.Report.Problems {
		if problem.Kind.Fatal() {
			p.line("    ", "%s", layout.Clean(p.say(problem.ZH, problem.EN)))
		}
	}
}

// heading names a report: file, organ, year, form.
func (p *textPrinter) heading(r *schema.Report) string {
	parts := []string{}
	if organ := layout.Cut(layout.Clean(r.Organ.Value), 60); organ != "" {
		parts = append(parts, organ)
	}
	if r.Year > 0 {
		parts = append(parts, fmt.Sprintf(p.say("%d年度", "%d"), r.Year))
	}
	if r.Edition != nil {
		parts = append(parts, fmt.Sprintf(p.say("%s年版格式", "form of %s"), layout.Clean(r.Edition.ID)))
	}
	path := layout.Clean(r.Path)
	if r.Path == "-" {
		path = p.say("（标准输入）", "(standard input)")
	}
	if len(parts) == 0 {
		return path
	}
	return path + p.say("（", " (") + strings.Join(parts, p.say("，", ", ")) + p.say("）", ")")
}

func (p *textPrinter) severities(errors, warnings, infos int) string {
	var parts []string
	for _, c := range []struct {
		n        int
		severity rules.Severity
		en       string
	}{{errors, rules.Error, "errors"}, {warnings, rules.Warning, "warnings"}, {infos, rules.Info, "infos"}} {
		if c.n > 0 {
			words := p.say(c.severity.ZH(), c.en) + " " + strconv.Itoa(c.n)
			parts = append(parts, p.ink.of(c.severity)(words))
		}
	}
	if len(parts) == 0 {
		return p.say("没有", "nothing")
	}
	return strings.Join(parts, p.say("，", ", "))
}

// coverage says what was checked. What could not be is always said; a relation
// nobody checked must not look like one that holds.
func (p *textPrinter) coverage(c rules.Coverage) string {
	rel, num := c.Relations, c.Numbers
	return p.counts("勾稽关系", "relations", "没有可以核对的勾稽关系", "no relation to check",
		[3]int{rel.Held, rel.Violated, rel.Unchecked}, [3]string{"成立", "不成立", "未能核对"}, [3]string{"held", "violated", "not checked"}) +
		p.say("；", "; ") +
		p.counts("文中数字", "numbers of the prose", "文中没有可与表格核对的数字", "no number of the prose to check",
			[3]int{num.Verified, num.Contradicted, num.Unlinked}, [3]string{"核对一致", "矛盾", "未关联"}, [3]string{"verified", "contradicted", "not linked"}) +
		p.say("。", "")
}

func (p *textPrinter) counts(zh, en, noneZH, noneEN string, n [3]int, wordsZH, wordsEN [3]string) string {
	var parts []string
	for i := range n {
		if n[i] > 0 {
			parts = append(parts, fmt.Sprintf(p.say("%[1]s %[2]d", "%[2]d %[3]s"), wordsZH[i], n[i], wordsEN[i]))
		}
	}
	if len(parts) == 0 {
		return p.say(noneZH, noneEN)
	}
	return p.say(zh, en) + " " + strings.Join(parts, p.say("、", ", "))
}

// Close prints the summary of a run over several files, and of one over none.
func (p *textPrinter) Close(sum Summary) error {
	p.buf.Reset()
	if sum.Files != 1 && !p.o.Quiet {
		p.summary(sum)
	}
	if sum.Across != nil && !p.o.Quiet {
		for _, line := range sum.Across.lines(p.o.Lang) {
			p.line("", "%s", line)
		}
	}
	if sum.Unchanged > 0 && !p.o.Quiet {
		p.line("", p.say("另有 %d 个文件没有改动，没有检查。", "%d other files did not change and were not checked"), sum.Unchanged)
	}
	if sum.Skipped > 0 && !p.o.Quiet {
		p.line("", p.say("文件夹中另有 %d 个文件不是年报的文件格式，没有检查。", "%d other files of the folders are of no format a report comes in and were not checked"), sum.Skipped)
	}
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

func (p *textPrinter) summary(sum Summary) {
	if p.reports > 0 {
		p.line("", "")
	}
	words := fmt.Sprintf(p.say("共 %d 个文件，未发现问题的 %d 个", "%d files, nothing found in %d"), sum.Files, sum.Clean)
	if sum.Unread > 0 {
		words += p.ink.of(rules.Error)(fmt.Sprintf(p.say("，未能读完或查完的 %d 个", ", not read or checked to the end: %d"), sum.Unread))
	}
	p.line("", "%s%s%s%s", words, p.say("。问题：", "; found: "), p.severities(sum.Errors, sum.Warnings, sum.Infos), p.say("。", ""))
	if sum.Suppressed > 0 {
		p.line("", p.say("已注明忽略、记在基线中或复核时驳回的问题 %d 个，不计在内。", "suppressed, in the baseline or dismissed, and not counted: %d"), sum.Suppressed)
	}
}

func (p *textPrinter) say(zh, en string) string { return pick(p.o.Lang, zh, en) }

func (p *textPrinter) line(indent, format string, args ...any) {
	start := p.buf.Len()
	p.buf.WriteString(indent)
	fmt.Fprintf(&p.buf, format, args...)
	if trimmed := bytes.TrimRight(p.buf.Bytes()[start:], " "); len(trimmed) < p.buf.Len()-start {
		p.buf.Truncate(start + len(trimmed))
	}
	p.buf.WriteByte('\n')
}
