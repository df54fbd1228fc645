package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/gouji/gouji/rules"
)

// GitLab is a Code Quality report of GitLab. It has no place for a finding that
// was put aside, nor for one without a line: a report without lines is named by
// its first.
var GitLab = Format{
	Name:  "gitlab",
	Title: rules.Words{ZH: "GitLab 代码质量报告", EN: "GitLab Code Quality"},
	New:   func(w io.Writer, o Options) Printer { return &gitlabPrinter{w: w, o: o} },
}

type gitlabPrinter struct {
	w     io.Writer
	o     Options
	buf   bytes.Buffer
	begun bool
	path  string // of the report before this one
	seen  map[string]int
}

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end,omitempty"`
}

func (p *gitlabPrinter) Report(res rules.Result) error {
	p.buf.Reset()
	r := res.Report
	if p.seen == nil || r.Path != p.path {
		p.path, p.seen = r.Path, map[string]int{}
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		if f.Suppressed != nil {
			continue
		}
		issue := gitlabIssue{
			Description: strings.Join(story(r, f, p.o.Lang), "\n"), CheckName: f.Code,
			Severity: gitlabSeverity(f.Severity), Location: gitlabLocation{Path: fileOf(r, f.Place), Lines: gitlabLines{Begin: 1}},
		}
		if lined(r.Format, f.Place) {
			issue.Location.Lines = gitlabLines{f.Place.Line, max(f.Place.EndLine, f.Place.Line)}
		}
		issue.Fingerprint = p.fingerprint(f.Fingerprint)
		if err := p.add(issue); err != nil {
			return err
		}
	}
	if words, ok := unreadWords(res, p.o.Lang); ok {
		issue := gitlabIssue{words, "RD001", p.fingerprint("unread"), gitlabSeverity(rules.Error), gitlabLocation{fileOf(r, r.Title.Whole()), gitlabLines{Begin: 1}}}
		if err := p.add(issue); err != nil {
			return err
		}
	}
	_, err := p.w.Write(p.buf.Bytes())
	return err
}

func (p *gitlabPrinter) add(issue gitlabIssue) error {
	if p.begun {
		p.buf.WriteString(",\n")
	} else {
		p.buf.WriteString("[\n")
	}
	p.begun = true
	return appendJSON(&p.buf, issue)
}

func (p *gitlabPrinter) Close(Summary) error {
	end := "\n]\n"
	if !p.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(p.w, end)
	return err
}

// fingerprint makes a finding's own unique: the same report may stand in two
// files, or twice in one, and of issues with the same fingerprint GitLab shows
// one.
func (p *gitlabPrinter) fingerprint(of string) string {
	p.seen[of]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x1e%s\x1e%d", p.path, of, p.seen[of]))
	return hex.EncodeToString(sum[:16])
}

// gitlabSeverity: blocker is kept for what would stop a service.
func gitlabSeverity(s rules.Severity) string {
	switch s {
	case rules.Error:
		return "critical"
	case rules.Warning:
		return "major"
	}
	return "info"
}

// appendJSON appends v on one line.
func appendJSON(buf *bytes.Buffer, v any) error {
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	buf.Truncate(buf.Len() - 1)
	return nil
}
