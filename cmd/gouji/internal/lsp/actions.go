package lsp

import (
	"slices"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/schema"
)

// quickFix is the kind of all actions.
const quickFix = "quickfix"

// codeActions offers what may be done about the findings of a range: to write
// what would agree, and to put the finding aside.
func (s *session) codeActions(d *document, p atParams) any {
	out := []codeAction{}
	wanted := func(only string) bool { return only == quickFix || only == "" }
	c := d.check(&s.options)
	if p.Context.Only != nil && !slices.ContainsFunc(p.Context.Only, wanted) || c.isOther() {
		return out
	}
	lang := s.langOf(c)
	for _, f := range d.findingsAt(c, d.lines.offset(p.Range.Start), d.lines.offset(p.Range.End)) {
		shown := []diagnostic{s.diagnostic(d, f, lang)}
		for _, a := range append(s.mending(d, f, lang), s.asides(d, c, f, lang)...) {
			a.Kind, a.Diagnostics = quickFix, shown
			out = append(out, a)
		}
	}
	return out
}

// mending offers the proposals of a finding, one action for each explanation
// whose cells all stand in the document as they were read.
func (s *session) mending(d *document, f found, lang string) []codeAction {
	var out []codeAction
	words := output.Proposals(f.report, f.Finding, lang)
	groups := f.Alternatives()
	for i, group := range groups {
		var edits []textEdit
		for _, change := range group {
			if e, ok := d.rewrite(f.report, change.Cell, change.From, change.To); ok {
				edits = append(edits, e)
			}
		}
		if len(edits) == len(group) {
			title := say(lang, "改正：", "mend: ") + strings.TrimRight(words[i], "。")
			out = append(out, codeAction{Title: title, IsPreferred: len(groups) == 1, Edit: s.edit(d, edits)})
		}
	}
	return out
}

// rewrite returns the edit that puts a figure into a cell. It refuses where what
// stands at the cell is not what was read.
func (d *document) rewrite(r *schema.Report, path, from, to string) (textEdit, bool) {
	id, ok := schema.LookupCell(path)
	if !ok || r.Cell(id).Place.Line <= 0 {
		return textEdit{}, false
	}
	cell := r.Cell(id)
	i, j := d.lines.span(cell.Place)
	held := d.lines.text[i:j]
	quoted := r.Format == "toml" && len(held) >= 2 && (held[0] == '"' || held[0] == '\'')
	if quoted {
		held = held[1 : len(held)-1]
	}
	if strings.TrimSpace(held) != cell.Raw || from != "" && cell.Value.String() != from {
		return textEdit{}, false
	}
	_, number := schema.ParseNumber(to)
	if quoted && !number {
		to = `"` + to + `"`
	}
	return textEdit{d.lines.rangeOf(i, j), to}, number || r.Format != "toml" || quoted
}

// edit is a change of the document, tied to its state where the client can tell.
func (s *session) edit(d *document, edits []textEdit) workspaceEdit {
	return s.editOf(d.uri, &d.version, edits)
}

func (s *session) editOf(uri string, version *int, edits []textEdit) workspaceEdit {
	if !s.client.Capabilities.Workspace.WorkspaceEdit.DocumentChanges {
		return workspaceEdit{Changes: map[string][]textEdit{uri: edits}}
	}
	var e textDocumentEdit
	e.TextDocument.URI, e.TextDocument.Version, e.Edits = uri, version, edits
	return workspaceEdit{DocumentChanges: []any{e}}
}
