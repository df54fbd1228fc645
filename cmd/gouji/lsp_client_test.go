package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/sourcegraph/jsonrpc2"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
)

// editor is a client of `gouji lsp` over pipes. It frames its messages by the
// library's codec, not by the server's own.
type editor struct {
	t      testing.TB
	conn   *jsonrpc2.Conn
	in     *io.PipeWriter
	code   chan int
	stderr *bytes.Buffer

	mu    sync.Mutex
	shown map[string]shown // the last publication, by URI
	asked []string         // methods that the server called
	told  chan struct{}
	texts map[string]string
}

// shown is a publication of diagnostics.
type shown struct {
	URI         string
	Version     *int
	Diagnostics []remark
}

type remark struct {
	Range    span
	Severity int
	Code     string
	Source   string
	Message  string
	Related  []struct {
		Location place
		Message  string
	} `json:"relatedInformation"`
}

type point struct{ Line, Character int }

type span struct{ Start, End point }

type place struct {
	URI   string `json:"uri"`
	Range span   `json:"range"`
}

type pipes struct {
	io.Reader
	io.WriteCloser
}

// richClient can do all that the server looks for.
const richClient = `{"locale":"zh-cn","capabilities":{
	"general":{"positionEncodings":["utf-16"]},
	"textDocument":{"publishDiagnostics":{"relatedInformation":true},"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"hover":{"contentFormat":["markdown"]}},
	"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create"]}}}}`

// openEditor starts the command and shakes hands with it.
func openEditor(tb testing.TB, client string, args ...string) *editor {
	tb.Helper()
	e := startEditor(tb, &app{read: intake.Read, catalog: catalog.All()}, args...)
	require.NoError(tb, e.conn.Call(tb.Context(), "initialize", json.RawMessage(client), nil))
	require.NoError(tb, e.conn.Notify(tb.Context(), "initialized", struct{}{}))
	return e
}

func startEditor(tb testing.TB, a *app, args ...string) *editor {
	tb.Helper()
	fromEditor, in := io.Pipe()
	out, toEditor := io.Pipe()
	e := &editor{
		t: tb, in: in, code: make(chan int, 1), stderr: &bytes.Buffer{}, shown: map[string]shown{},
		told: make(chan struct{}, 1), texts: map[string]string{},
	}
	a.Env = Env{
		Stdin: fromEditor, Stdout: toEditor, Stderr: e.stderr, Getenv: func(string) string { return "" },
		Today: func() schema.Date { return schema.Date{Year: 2026, Month: 1, Day: 1} },
	}
	go func() { e.code <- a.main(append([]string{"lsp"}, args...)) }()
	stream := jsonrpc2.NewBufferedStream(pipes{out, in}, jsonrpc2.VSCodeObjectCodec{})
	e.conn = jsonrpc2.NewConn(tb.Context(), stream, e, jsonrpc2.SetLogger(log.New(io.Discard, "", 0)))
	tb.Cleanup(func() { in.Close(); toEditor.Close() })
	return e
}

// looked are the codes that the tests look at: other families may one day find
// more in the example.
var looked = regexp.MustCompile(`^(TX2..|TB1..|RD0..|L....|)$`)

// Handle takes in what the server says.
func (e *editor) Handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) {
	e.mu.Lock()
	if req.Method == "textDocument/publishDiagnostics" {
		var p shown
		if json.Unmarshal(*req.Params, &p) == nil {
			p.Diagnostics = slices.DeleteFunc(p.Diagnostics, func(r remark) bool { return !looked.MatchString(r.Code) })
			e.shown[p.URI] = p
		}
	} else {
		e.asked = append(e.asked, req.Method)
	}
	e.mu.Unlock()
	if !req.Notif {
		go conn.Reply(ctx, req.ID, nil)
	}
	select {
	case e.told <- struct{}{}:
	default: // who waits will look again anyway
	}
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	require.NoError(e.t, e.conn.Notify(e.t.Context(), method, params))
}

func (e *editor) ask(method string, params, result any) {
	e.t.Helper()
	require.NoError(e.t, e.conn.Call(e.t.Context(), method, params, result))
}

func (e *editor) open(uri, language, text string) shown {
	e.t.Helper()
	e.texts[uri] = text
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": language, "version": 1, "text": text}})
	return e.wait(uri, 1)
}

// wait waits until the diagnostics of that version are shown.
func (e *editor) wait(uri string, version int) shown {
	e.t.Helper()
	return e.until(uri, func(s shown) bool { return s.Version != nil && *s.Version == version })
}

// until waits until what is shown of a document is as wanted.
func (e *editor) until(uri string, wanted func(shown) bool) shown {
	e.t.Helper()
	for {
		e.mu.Lock()
		got, ok := e.shown[uri]
		e.mu.Unlock()
		if ok && wanted(got) {
			return got
		}
		select {
		case <-e.told:
		case <-time.After(20 * time.Second):
			require.Fail(e.t, "what is awaited is never shown", "%s: %v", uri, got)
		}
	}
}

// change sends changes and returns what is shown then; a change without a range
// is the whole text. The caller keeps texts.
func (e *editor) change(uri string, version int, changes ...map[string]any) shown {
	e.t.Helper()
	e.notify("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": uri, "version": version}, "contentChanges": changes,
	})
	return e.wait(uri, version)
}

// at is the position of the n-th meeting of the words, from 0, in a document.
func (e *editor) at(uri, words string, n int) point {
	e.t.Helper()
	text, from := e.texts[uri], 0
	for ; ; n-- {
		i := strings.Index(text[from:], words)
		require.GreaterOrEqual(e.t, i, 0, words)
		from += i
		if n == 0 {
			break
		}
		from += len(words)
	}
	before := text[:from]
	line := strings.Count(before, "\n")
	return point{line, units(before[strings.LastIndexByte(before, '\n')+1:])}
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// words are those of a range.
func (e *editor) words(uri string, r span) string {
	text := e.texts[uri]
	return text[offset(text, r.Start):offset(text, r.End)]
}

func offset(text string, p point) int {
	at := 0
	for range p.Line {
		at += strings.IndexByte(text[at:], '\n') + 1
	}
	for n := 0; n < p.Character; {
		r := []rune(text[at : at+min(4, len(text)-at)])[0]
		n += units(string(r))
		at += len(string(r))
	}
	return at
}

type action struct {
	Title       string
	Kind        string
	IsPreferred bool
	Edit        struct {
		Changes         map[string][]edit
		DocumentChanges []struct {
			Kind         string
			URI          string `json:"uri"`
			TextDocument struct {
				URI     string `json:"uri"`
				Version *int
			}
			Edits []edit
		}
	}
}

type edit struct {
	Range   span
	NewText string
}

func (e *editor) actions(uri string, at point) []action {
	e.t.Helper()
	var out []action
	e.ask("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": uri}, "range": span{at, at}, "context": map[string]any{"diagnostics": []any{}},
	}, &out)
	return out
}

// edited returns the text of a document after edits, which do not overlap.
func edited(text string, edits []edit) string {
	sort.Slice(edits, func(i, j int) bool {
		return offset(text, edits[i].Range.Start) > offset(text, edits[j].Range.Start)
	})
	for _, e := range edits {
		text = text[:offset(text, e.Range.Start)] + e.NewText + text[offset(text, e.Range.End):]
	}
	return text
}

func (e *editor) leave() int {
	e.t.Helper()
	e.ask("shutdown", nil, nil)
	e.notify("exit", nil)
	return e.end()
}

func (e *editor) end() int {
	e.t.Helper()
	select {
	case code := <-e.code:
		return code
	case <-time.After(20 * time.Second):
		require.Fail(e.t, "the server does not end")
		return -1
	}
}

func codes(s shown) []string {
	out := []string{}
	for _, d := range s.Diagnostics {
		out = append(out, d.Code)
	}
	return out
}

func fileURI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return "file://" + path
}

func titles(actions []action) string {
	var out []string
	for _, a := range actions {
		out = append(out, a.Title)
	}
	return strings.Join(out, "\n")
}
