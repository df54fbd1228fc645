package lsp

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"
)

// initialize takes in what the client can do and says what the server does.
func (s *session) initialize(req *jsonrpc2.Request) (any, error) {
	if err := params(req, &s.client); err != nil {
		return nil, err
	}
	for _, e := range s.client.Capabilities.General.PositionEncodings {
		if e == utf8Units || e == utf16Units || e == utf32Units {
			s.encoding = e // the first that the client names is the one it likes best
			break
		}
	}
	if l := s.client.Locale; l != "" && !s.options.LangSet {
		s.lang = "en"
		if strings.HasPrefix(strings.ToLower(l), "zh") {
			s.lang = "zh"
		}
	}
	s.state = open
	return map[string]any{
		"capabilities": map[string]any{
			"positionEncoding": s.encoding,
			"textDocumentSync": map[string]any{
				"openClose": true, "change": 2, "save": map[string]any{"includeText": false},
			},
			"hoverProvider":          true,
			"definitionProvider":     true,
			"documentSymbolProvider": true,
			"codeActionProvider":     map[string]any{"codeActionKinds": []string{quickFix}},
		},
		"serverInfo": map[string]any{"name": "gouji", "version": s.options.Version},
	}, nil
}

// watch asks to be told when settings or a baseline change on the disk.
func (s *session) watch(ctx context.Context) {
	if !s.client.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return
	}
	registration := map[string]any{"registrations": []any{map[string]any{
		"id": "settings", "method": "workspace/didChangeWatchedFiles",
		"registerOptions": map[string]any{"watchers": []any{map[string]any{"globPattern": "**/*.toml"}}},
	}}}
	// A client that refuses is told of changes by saving a document.
	go s.conn.Call(ctx, "client/registerCapability", registration, nil) //nolint:errcheck // see above
}

func (s *session) uris() []string { return slices.Sorted(maps.Keys(s.docs)) }

// langOf returns the language of what is said about a document.
func (s *session) langOf(c *Checked) string {
	if c.Settings != nil && c.Settings.Language.V != "" && !s.options.LangSet {
		return c.Settings.Language.V
	}
	return s.lang
}
