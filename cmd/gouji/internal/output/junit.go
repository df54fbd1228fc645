package output

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
)

// JUnit is for services that show the results of tests: a suite a report, a
// case a finding. What fails the run is a failure, what does not is skipped,
// what was not read is an error; a report without findings is one case that
// passed.
var JUnit = Format{
	Name:  "junit",
	Title: rules.Words{ZH: "JUnit 测试报告", EN: "a report of tests"},
	New:   func(w io.Writer, o Options) Printer { return &junitPrinter{w: w, o: o} },
}

type junitPrinter struct {
	w     io.Writer
	o     Options
	buf   bytes.Buffer
	begun bool
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string       `xml:"name,attr"`
	Class   string       `xml:"classname,attr"`
	File    string       `xml:"file,attr"`
	Failure *junitResult `xml:"failure"`
	Error   *junitResult `xml:"error"`
	Skipped *junitResult `xml:"skipped"`
}

type junitResult struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

func (p *junitPrinter) Report(res rules.Result) error {
	p.begin()
	suite := p.suite(res)
	enc := xml.NewEncoder(&p.buf)
	enc.Indent("  ", "  ")
	if err := enc.Encode(suite); err != nil {
		return err
	}
	p.buf.WriteByte('\n')
	return p.flush()
}

func (p *junitPrinter) suite(res rules.Result) *junitSuite {
	r := res.Report
	s := &junitSuite{Name: layout.Clean(r.Path)}
	class := layout.Clean(fileOf(r, r.Title.Whole()))
	for i := range res.Findings {
		f := &res.Findings[i]
		c := junitCase{Name: layout.Clean(f.Code+" "+p.o.title(f)) + " #" + f.Fingerprint, Class: class, File: layout.Clean(fileOf(r, f.Place))}
		result := &junitResult{layout.Clean(f.Message.In(p.o.Lang)), f.Severity.String(), p.told(res, f)}
		switch {
		case f.Suppressed != nil:
			result.Text += "\n" + asideWords(f.Suppressed, p.o.Lang)
			c.Skipped = result
			s.Skipped++
		case p.o.FailOn != 0 && f.Severity >= p.o.FailOn:
			c.Failure = result
			s.Failures++
		default:
			c.Skipped = result
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	if res.Unread {
		words, ok := unreadWords(res, p.o.Lang)
		if !ok {
			words = notReadWords(p.o.Lang)
		}
		s.Cases = append(s.Cases, junitCase{Name: "unread", Class: class, File: class, Error: &junitResult{Message: words}})
		s.Errors++
	}
	if len(s.Cases) == 0 {
		s.Cases = []junitCase{{Name: "gouji", Class: class, File: class}}
	}
	s.Tests = len(s.Cases)
	return s
}

// told is the story of a finding with the line it begins at.
func (p *junitPrinter) told(res rules.Result, f *rules.Finding) string {
	lines := story(res.Report, f, p.o.Lang)
	if lined(res.Report.Format, f.Place) {
		lines = append([]string{placeWords(f.Place, res.Report.Format, p.o.Lang)}, lines...)
	}
	return strings.Join(lines, "\n")
}

func (p *junitPrinter) begin() {
	p.buf.Reset()
	if !p.begun {
		p.begun = true
		p.buf.WriteString(xml.Header + "<testsuites name=\"gouji\">\n")
	}
}

func (p *junitPrinter) Close(Summary) error {
	p.begin()
	p.buf.WriteString("</testsuites>\n")
	return p.flush()
}

func (p *junitPrinter) flush() error {
	_, err := p.w.Write(p.buf.Bytes())
	return err
}
