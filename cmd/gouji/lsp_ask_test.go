package main

import (
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
)

type hovered struct {
	Contents struct{ Kind, Value string }
	Range    span
}

type symbol struct {
	Name, Detail          string
	Kind                  int
	Range, SelectionRange span
	Children              []symbol
	Location              place
	ContainerName         string
}

func TestHoverSaysTheRuleTheCellAndTheRelation(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	uri := inFolder(t, "年报.toml", "")
	got := e.open(uri, "toml", township(t, ".toml"))
	var h hovered
	e.ask("textDocument/hover", aboutAt(uri, got.Diagnostics[2].Range.Start), &h)
	assert.Equal(t, "markdown", h.Contents.Kind)
	assert.Equal(t, "6", e.words(uri, h.Range))
	for _, want := range []string{
		"**TB102 办理结果总计不符**", "- 为什么：勾稽关系不成立的表", "- 依据：“（七）总计”的含义", "- 建议：", "- 对照：",
		"表三“（一）予以公开”行“自然人”列", "R2 （一）至（六）各项之和等于（七）总计：6 与 0，不成立", "6 与 6，成立",
	} {
		assert.Contains(t, h.Contents.Value, want)
	}
	h = hovered{}
	e.ask("textDocument/hover", aboutAt(uri, e.at(uri, "231件", 0)), &h)
	assert.Contains(t, h.Contents.Value, "没有核对")
	var none *hovered
	e.ask("textDocument/hover", aboutAt(uri, e.at(uri, "organ", 0)), &none)
	assert.Nil(t, none)
}

func TestDefinitionLeadsToTheOtherEnd(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	uri := inFolder(t, "年报.txt", "")
	e.open(uri, "plaintext", township(t, ".txt"))
	for _, tt := range []struct {
		name, words string
		n           int
		want        []point
	}{
		{"from the text to the cell that says otherwise", "14件，因", 0, []point{{43, 30}}},
		{"from a cell to the sums that it breaks, and to its fellow", "6\t0\t0", 0, []point{{64, 7}, {64, 19}, {45, 30}}},
		{"from a cell where all is well to the other side of its sums", "0\t0\t0\t0\t0\t0\t0\n二", 0, []point{{64, 7}, {65, 13}, {43, 30}}},
		{"from words without a number to nowhere", "镇便民", 0, []point{}},
	} {
		var got []place
		e.ask("textDocument/definition", aboutAt(uri, e.at(uri, tt.words, tt.n)), &got)
		starts := []point{}
		for _, p := range got {
			assert.Equal(t, uri, p.URI)
			starts = append(starts, p.Range.Start)
		}
		assert.Equal(t, tt.want, starts, tt.name)
	}
}

func TestSymbolsAreSectionsFormsAndRows(t *testing.T) {
	t.Parallel()
	for _, ext := range written {
		e := openEditor(t, richClient)
		uri := inFolder(t, "年报"+ext, "")
		e.open(uri, "", township(t, ext))
		var tree []symbol
		e.ask("textDocument/documentSymbol", about(uri), &tree)
		var names []string
		walk(t, tree, nil, func(s symbol) { names = append(names, s.Name) })
		for _, want := range []string{"总体情况", "表二", "规章", "表三", "（一）予以公开", "表四", "行政复议", "其他需要报告的事项"} {
			assert.True(t, containsSuffix(names, want), "%s: %s in %v", ext, want, names)
		}
		if ext == ".toml" {
			assert.Len(t, tree, 9, "forms stand beside the sections")
		} else {
			assert.Len(t, tree, 6, "forms stand in their sections")
			assert.Equal(t, "表三", tree[2].Children[0].Name)
		}
		for i := 1; i < len(tree); i++ {
			assert.LessOrEqual(t, tree[i-1].Range.Start.Line, tree[i].Range.Start.Line)
		}
	}
}

// walk visits symbols and holds each to stand within the one above it, as the
// protocol asks.
func walk(t *testing.T, tree []symbol, above *symbol, visit func(symbol)) {
	t.Helper()
	for i := range tree {
		s := &tree[i]
		assert.True(t, inside(s.SelectionRange, s.Range), s.Name)
		if above != nil {
			assert.True(t, inside(s.Range, above.Range), "%s in %s", s.Name, above.Name)
		}
		visit(*s)
		walk(t, s.Children, s, visit)
	}
}

func inside(a, b span) bool {
	less := func(p, q point) bool { return p.Line < q.Line || p.Line == q.Line && p.Character < q.Character }
	return !less(a.Start, b.Start) && !less(b.End, a.End)
}

func containsSuffix(names []string, want string) bool {
	for _, n := range names {
		if strings.HasSuffix(n, want) {
			return true
		}
	}
	return false
}

func TestAPlainClientGetsWhatItUnderstands(t *testing.T) {
	t.Parallel()
	e := openEditor(t, `{"capabilities":{}}`)
	uri := inFolder(t, "年报.txt", "")
	got := e.open(uri, "plaintext", township(t, ".txt"))
	assert.Empty(t, got.Diagnostics[0].Related)
	actions := e.actions(uri, got.Diagnostics[2].Range.Start)
	require.Len(t, actions, 1, "it cannot make a gouji.toml: %s", titles(actions))
	assert.Len(t, actions[0].Edit.Changes[uri], 2)
	var h hovered
	e.ask("textDocument/hover", aboutAt(uri, got.Diagnostics[0].Range.Start), &h)
	assert.Equal(t, "plaintext", h.Contents.Kind)
	assert.NotContains(t, h.Contents.Value, "**")
	var flat []symbol
	e.ask("textDocument/documentSymbol", about(uri), &flat)
	require.Greater(t, len(flat), 6)
	assert.Equal(t, uri, flat[0].Location.URI)
}

func codeOf(t *testing.T, err error) int64 {
	t.Helper()
	var known *jsonrpc2.Error
	require.ErrorAs(t, err, &known)
	return known.Code
}

func TestRequestsOutOfTurnAreRefused(t *testing.T) {
	t.Parallel()
	e := startEditor(t, &app{read: intake.Read, catalog: catalog.All()})
	call := func(method string, params any) error { return e.conn.Call(t.Context(), method, params, nil) }
	assert.EqualValues(t, -32002, codeOf(t, call("textDocument/hover", struct{}{})), "before initialize")
	assert.EqualValues(t, -32602, codeOf(t, call("initialize", []int{1})))
	require.NoError(t, call("initialize", json.RawMessage(richClient)))
	assert.EqualValues(t, -32600, codeOf(t, call("initialize", json.RawMessage(richClient))), "twice")
	assert.EqualValues(t, -32601, codeOf(t, call("textDocument/rename", struct{}{})))
	assert.EqualValues(t, -32602, codeOf(t, call("textDocument/hover", nil)))
	assert.EqualValues(t, -32602, codeOf(t, call("textDocument/hover", aboutAt("file:///none.toml", point{}))), "not open")
	e.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": "file:///none.toml", "version": 2}})
	e.notify("textDocument/willSave", nil)
	require.NoError(t, call("shutdown", nil))
	assert.EqualValues(t, -32600, codeOf(t, call("textDocument/hover", struct{}{})), "after shutdown")
	e.notify("exit", nil)
	assert.Equal(t, ExitClean, e.end())
}

func TestTheExitCodeTellsHowTheClientLeft(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	e.notify("exit", nil)
	assert.Equal(t, 1, e.end(), "exit without shutdown")
	e = openEditor(t, richClient)
	e.in.Close()
	assert.Equal(t, 1, e.end(), "the client is gone")
	e = openEditor(t, richClient)
	e.ask("shutdown", nil, nil)
	e.in.Close()
	assert.Equal(t, 0, e.end(), "gone after shutdown")
}

func TestMalformedMessagesCostAnAnswerOnly(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	for _, raw := range []string{"{", "[]", `{"jsonrpc":"2.0"}`, `{"id":{},"method":"x"}`, "\xff"} {
		_, err := io.WriteString(e.in, "content-length: "+string(rune('0'+len(raw)/10))+string(rune('0'+len(raw)%10))+"\r\nX: y\r\n\r\n"+raw)
		require.NoError(t, err)
	}
	uri := inFolder(t, "年报.txt", "")
	assert.Len(t, e.open(uri, "plaintext", township(t, ".txt")).Diagnostics, 3, "the session goes on")
	assert.Equal(t, ExitClean, e.leave())
}

// faulty is an app with a rule that does what the text says.
func faulty(release <-chan struct{}) *app {
	fault := *catalog.All()[0]
	fault.Check = func(p *rules.Pass) {
		if strings.Contains(p.Report.Title.Value, "2021") {
			panic("a fault of the rule")
		}
		if strings.Contains(p.Report.Title.Value, "2022") {
			<-release
		}
	}
	return &app{catalog: append(rules.Catalog{&fault}, catalog.All()[1:]...), read: func(ctx context.Context, path string, data []byte) []*schema.Report {
		if strings.Contains(string(data), "2023") {
			panic("a fault of the reader")
		}
		return intake.Read(ctx, path, data)
	}}
}

func TestAFaultOfTheProgramIsSaidAndTheSessionGoesOn(t *testing.T) {
	t.Parallel()
	e := startEditor(t, faulty(nil))
	require.NoError(t, e.conn.Call(t.Context(), "initialize", json.RawMessage(richClient), nil))
	uri := inFolder(t, "年报.txt", "")
	text := township(t, ".txt")
	assert.NotEmpty(t, e.open(uri, "", text).Diagnostics)
	for i, year := range []string{"2021", "2023"} {
		got := e.change(uri, i+2, map[string]any{"text": strings.ReplaceAll(text, "2020年", year+"年")})
		require.Contains(t, codes(got), "RD001")
		assert.Contains(t, got.Diagnostics[0].Message, "缺陷")
		assert.NotContains(t, titles(e.actions(uri, point{})), "忽略 RD001")
	}
	assert.Equal(t, ExitClean, e.leave())
}

func TestACancelledRequestIsAnsweredAtOnce(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	e := startEditor(t, faulty(release))
	require.NoError(t, e.conn.Call(t.Context(), "initialize", json.RawMessage(richClient), nil))
	uri := inFolder(t, "年报.txt", "")
	text := strings.ReplaceAll(township(t, ".txt"), "2020年", "2022年")
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "version": 1, "text": text}})
	call, err := e.conn.DispatchCall(t.Context(), "textDocument/hover", aboutAt(uri, point{}), jsonrpc2.PickID(jsonrpc2.ID{Str: "slow", IsString: true}))
	require.NoError(t, err)
	e.notify("$/cancelRequest", map[string]any{"id": "slow"})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	assert.EqualValues(t, -32800, codeOf(t, call.Wait(ctx, nil)), "while the check goes on")
	close(release)
	e.wait(uri, 1)
	assert.Equal(t, ExitClean, e.leave())
}

func TestAHugeTextIsSaidToBeTooLarge(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it sends 9 MB")
	}
	e := openEditor(t, richClient)
	uri := inFolder(t, "年报.toml", "")
	got := e.open(uri, "toml", township(t, ".toml")+"\n#"+strings.Repeat("长", 3<<20))
	require.Equal(t, []string{"RD001"}, codes(got))
	assert.Contains(t, got.Diagnostics[0].Message, "上限")
	got = e.change(uri, 2, map[string]any{"text": township(t, ".toml")})
	assert.Len(t, got.Diagnostics, 3)
}

// BenchmarkEditorChange is the time from a keystroke to what is shown after it,
// over pipes; the aim is 50 ms.
func BenchmarkEditorChange(b *testing.B) {
	for _, ext := range written {
		b.Run(ext, func(b *testing.B) {
			e := openEditor(b, richClient)
			uri := inFolder(b, "年报"+ext, "")
			e.open(uri, "", township(b, ext))
			at := e.at(uri, "14件，因", 0)
			one := span{at, point{at.Line, at.Character + 1}}
			version := 1
			for b.Loop() {
				version++
				got := e.change(uri, version, map[string]any{"range": one, "text": string(rune('1' + version%9))})
				require.NotEmpty(b, got.Diagnostics)
			}
		})
	}
}
