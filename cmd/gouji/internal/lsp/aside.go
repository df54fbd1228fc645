package lsp

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// asides offers to put a finding aside: with a reason that often holds, and
// without one, to be written. Until it is, the suppression has no effect and
// RD005 asks for it.
func (s *session) asides(d *document, c *Checked, f found, lang string) []codeAction {
	unread := slices.ContainsFunc(f.report.Problems, func(p schema.Problem) bool { return p.Kind.Fatal() })
	if unread || f.IsCrash() || f.Code == "RD005" || c.Settings == nil {
		return nil
	}
	usual := rules.Words{ZH: "已核实，无须更改", EN: "verified, needs no change"}
	if f.Severity == rules.Error {
		usual = rules.Words{ZH: "公开的原件如此", EN: "so it stands in the published original"}
	}
	var out []codeAction
	for _, reason := range []string{usual.In(lang), ""} {
		edit, where, ok := s.aside(d, c, f, reason)
		if !ok {
			continue
		}
		why := say(lang, "原因：", "reason: ") + reason
		if reason == "" {
			why = say(lang, "原因另写（写了才起作用）", "reason to be written, without effect until then")
		}
		out = append(out, codeAction{Title: fmt.Sprintf(say(lang, "忽略 %s（%s），%s", "ignore %s (%s), %s"), f.Code, where, why), Edit: edit})
	}
	return out
}

// aside returns the edit that puts a finding aside: a comment in a structured
// report, else an entry of the nearest gouji.toml.
func (s *session) aside(d *document, c *Checked, f found, reason string) (e workspaceEdit, where string, ok bool) {
	lang := s.langOf(c)
	if f.report.Format == "toml" && f.Place.Line > 0 {
		edit := d.comment(f, reason)
		return s.edit(d, []textEdit{edit}), say(lang, "加注释", "a comment"), true
	}
	e, ok = s.entry(d, c, f, reason)
	return e, config.Name, ok
}

// comment is a comment above the value that a finding is in.
func (d *document) comment(f found, reason string) textEdit {
	line := f.Place.Line
	if n, problem := schema.ReadTOML(d.path, []byte(d.lines.text)); problem == nil {
		line = valueLine(n, line)
	}
	start := d.lines.point(line, 1)
	rest := d.lines.text[start:lineEnd(d.lines.text, d.lines.reader, line-1)]
	indent := rest[:len(rest)-len(strings.TrimLeft(rest, " \t"))]
	words := strings.TrimRight("# gouji:ignore "+f.Code+" "+reason, " ")
	return textEdit{d.lines.rangeOf(start, start), indent + words + d.eol()}
}

// eol is how the lines of the document end.
func (d *document) eol() string {
	if strings.Contains(d.lines.text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// valueLine returns the line of the key whose value runs over the line: within a
// value of several lines a comment may be words of it.
func valueLine(n schema.TOMLNode, line int) int {
	for _, key := range n.Keys() {
		c := n.Child(key)
		if c.Kind() != schema.TOMLTable && c.KeyPlace().Line < line && line <= c.Place().EndLine {
			return c.KeyPlace().Line
		}
		if found := valueLine(c, line); found != line {
			return found
		}
	}
	for _, item := range n.Items() {
		if found := valueLine(item, line); found != line {
			return found
		}
	}
	return line
}

// entry is an entry of the nearest gouji.toml, or of a new one beside the
// report. It is offered only when it would be read as meant.
func (s *session) entry(d *document, c *Checked, f found, reason string) (workspaceEdit, bool) {
	if !d.file {
		return workspaceEdit{}, false
	}
	path, before, isNew := filepath.Join(filepath.Dir(d.path), config.Name), "", true
	if n := len(c.Settings.Files); n > 0 {
		isNew = false
		abs, err := filepath.Abs(c.Settings.Files[n-1].Path)
		if err != nil {
			return workspaceEdit{}, false
		}
		path = abs
	}
	open := s.opened(path)
	switch {
	case open != nil:
		before, isNew = open.lines.text, false
	case !isNew:
		data, err := os.ReadFile(path)
		if err != nil {
			return workspaceEdit{}, false
		}
		before = string(data)
	}
	words, ok := entryWords(path, d.path, f, reason)
	if !ok {
		return workspaceEdit{}, false
	}
	switch {
	case before != "" && !strings.HasSuffix(before, "\n"):
		words = "\n\n" + words
	case before != "":
		words = "\n" + words
	}
	if !heeded(path, d.path, before+words, s.options.Catalog) {
		return workspaceEdit{}, false
	}
	end := newLines(before, s.encoding, "toml")
	edits := []textEdit{{end.rangeOf(len(before), len(before)), words}}
	if open != nil {
		return s.editOf(open.uri, &open.version, edits), true
	}
	e := s.editOf(uriOf(path), nil, edits)
	if isNew {
		can := s.client.Capabilities.Workspace.WorkspaceEdit
		if !can.DocumentChanges || !slices.Contains(can.ResourceOperations, "create") {
			return workspaceEdit{}, false
		}
		e.DocumentChanges = append([]any{createFile{"create", uriOf(path)}}, e.DocumentChanges...)
	}
	return e, true
}

// opened returns the open document of a file, or nil.
func (s *session) opened(path string) *document {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, uri := range s.uris() {
		if d := s.docs[uri]; d.file && filepath.Clean(d.path) == filepath.Clean(path) {
			return d
		}
	}
	return nil
}

// entryWords is an entry about one finding of one file, narrowed to its cell or
// its words.
func entryWords(settings, report string, f found, reason string) (string, bool) {
	rel, err := filepath.Rel(filepath.Dir(settings), report)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	// What a glob would read as a mark of its own is any one character.
	rel = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`*[]{}\`, r) {
			return '?'
		}
		return r
	}, filepath.ToSlash(rel))
	var b strings.Builder
	fmt.Fprintf(&b, "[[suppress]]\npath = %s\ncode = %s\n", quote(rel), quote(f.Code))
	switch {
	case len(f.Cells) > 0:
		fmt.Fprintf(&b, "cell = %s\n", quote(f.Cells[0]))
	case strings.TrimSpace(f.Actual) != "":
		fmt.Fprintf(&b, "words = %s\n", quote(f.Actual))
	}
	fmt.Fprintf(&b, "reason = %s\n", quote(reason))
	return b.String(), true
}

// heeded reports whether a gouji.toml is without fault and its last entry
// speaks of the report.
func heeded(settings, report, text string, c rules.Catalog) bool {
	f, errs := config.Check(settings, []byte(text), c)
	return errs == nil && f != nil && f.Suppress[len(f.Suppress)-1].Covers(report)
}

// quote writes a string as TOML does; what JSON escapes, TOML reads.
func quote(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}
