package lsp

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// publish checks a document and shows what was found, unless it changed
// meanwhile and will be checked again. Of a closed document nothing is shown.
func (s *session) publish(ctx context.Context, conn *jsonrpc2.Conn, uri string, d *document) {
	p := publishParams{URI: uri, Diagnostics: []diagnostic{}}
	if d != nil {
		list, err := guard(s, "check", func() (any, error) { return s.diagnostics(d), nil })
		if err != nil {
			list = []diagnostic{{Range: d.lines.place(schema.Place{}), Severity: severityError, Source: "gouji", Message: err.Error()}}
		}
		p.Version, p.Diagnostics = &d.version, list.([]diagnostic)
	}
	s.mu.Lock()
	current := s.docs[uri] == d
	s.mu.Unlock()
	if current {
		// Failing to write means that the client left, which reading will tell.
		_ = conn.Notify(ctx, "textDocument/publishDiagnostics", p)
	}
}

// diagnostics returns what is to be shown of a document.
func (s *session) diagnostics(d *document) []diagnostic {
	c := d.check(&s.options)
	out := []diagnostic{}
	for _, t := range c.Trouble {
		out = append(out, s.troubled(d, t))
	}
	for _, f := range c.findings() {
		one := s.diagnostic(d, f, s.langOf(c))
		if c.isOther() {
			// Most texts that an editor opens are no reports: one remark will do.
			if f.Code != "RD002" {
				continue
			}
			one.Severity = severityInformation
		}
		out = append(out, one)
	}
	return out
}

func (s *session) diagnostic(d *document, f found, lang string) diagnostic {
	one := diagnostic{
		Range: d.lines.place(f.Place), Severity: severities[f.Severity], Code: f.Code, Source: "gouji",
		Message: f.Message.In(lang),
	}
	if !s.client.Capabilities.TextDocument.PublishDiagnostics.RelatedInformation {
		return one
	}
	for _, r := range f.Related {
		if at, ok := s.locate(d, r.Place); ok {
			one.Related = append(one.Related, relatedInfo{at, r.Message.In(lang)})
		}
	}
	return one
}

var severities = map[rules.Severity]int{rules.Error: severityError, rules.Warning: severityWarning, rules.Info: severityInformation}

// locate returns where a place of the document is.
func (s *session) locate(d *document, p schema.Place) (location, bool) {
	if p.Line <= 0 || p.Path != "" && p.Path != d.path {
		return location{}, false
	}
	return location{d.uri, d.lines.place(p)}, true
}

// troubled shows why a document was not checked: at the place if it is in the
// document, at its head otherwise.
func (s *session) troubled(d *document, t Trouble) diagnostic {
	one := diagnostic{Severity: severityError, Source: "gouji", Message: t.Words.In(s.lang)}
	if t.Place.Path == "" || t.Place.Path == d.path {
		one.Range = d.lines.place(t.Place)
		return one
	}
	one.Range = d.lines.place(schema.Place{})
	words := strings.TrimRight(one.Message, "。")
	one.Message = say(s.lang, "没有检查："+filepath.Base(t.Place.Path)+" 有误（"+words+"），请先改正。", "not checked: "+filepath.Base(t.Place.Path)+" is wrong ("+words+")")
	if s.client.Capabilities.TextDocument.PublishDiagnostics.RelatedInformation {
		// Only the line is known for certain: that file is not open here.
		at := position{Line: max(t.Place.Line-1, 0)}
		one.Related = []relatedInfo{{location{uriOf(t.Place.Path), textRange{at, at}}, words}}
	}
	return one
}
