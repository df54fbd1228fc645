package output

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/gouji/gouji/rules"
)

// GitHub is for a workflow of GitHub Actions, which shows each finding at its
// line of the change.
var GitHub = Format{
	Name:  "github",
	Title: rules.Words{ZH: "GitHub Actions 的批注", EN: "annotations of GitHub Actions"},
	New:   func(w io.Writer, o Options) Printer { return &githubPrinter{w: w, o: o} },
}

// githubShown is how many annotations of a level GitHub shows for a step; the
// others stand in the log alone.
const githubShown = 10

type githubPrinter struct {
	w      io.Writer
	o      Options
	buf    bytes.Buffer
	levels [rules.Error + 1]int
}

func (p *githubPrinter) Report(res rules.Result) error {
	p.buf.Reset()
	r := res.Report
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Suppressed != nil {
			continue
		}
		properties := []string{"file=" + githubProperty(fileOf(r, f.Place))}
		if lined(r.Format, f.Place) {
			properties = append(properties, githubSpan(f.Place.Line, f.Place.Column, f.Place.EndLine, f.Place.EndColumn)...)
		}
		properties = append(properties, "title="+githubProperty(f.Code+" "+p.o.title(f)))
		p.command(f.Severity, properties, strings.Join(story(r, f, p.o.Lang), "\n"))
	}
	if words, ok := unreadWords(res, p.o.Lang); ok {
		p.command(rules.Error, []string{"file=" + githubProperty(fileOf(r, r.Title.Whole())), "title=gouji"}, words)
	}
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

// githubSpan names a range as far as GitHub takes it: columns only within one
// line, and its end column is the last one.
func githubSpan(line, column, endLine, endColumn int) []string {
	span := []string{fmt.Sprintf("line=%d", line)}
	if endLine > line {
		return append(span, fmt.Sprintf("endLine=%d", endLine))
	}
	if column > 0 {
		span = append(span, fmt.Sprintf("col=%d", column))
		if endColumn > column {
			span = append(span, fmt.Sprintf("endLine=%d", line), fmt.Sprintf("endColumn=%d", endColumn-1))
		}
	}
	return span
}

func (p *githubPrinter) command(s rules.Severity, properties []string, message string) {
	p.levels[s]++
	name := [...]string{rules.Info: "notice", rules.Warning: "warning", rules.Error: "error"}[s]
	fmt.Fprintf(&p.buf, "::%s %s::%s\n", name, strings.Join(properties, ","), githubData.Replace(message))
}

// Close says how much was found, and what GitHub does not show beside the
// change.
func (p *githubPrinter) Close(sum Summary) error {
	p.buf.Reset()
	words := total(sum, p.o.Lang)
	hidden := 0
	for _, n := range p.levels {
		hidden += max(n-githubShown, 0)
	}
	if hidden > 0 {
		words += fmt.Sprintf(pick(p.o.Lang, "；GitHub 每级只显示 %d 条，另有 %d 条见运行日志", "; GitHub shows %d of a level, %d more stand in the log"), githubShown, hidden)
	}
	p.command(rules.Info, []string{"title=gouji"}, words)
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

// What GitHub's runner takes for its own in a message, and in a property.
var (
	githubData  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubValue = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubProperty(s string) string { return githubValue.Replace(s) }
