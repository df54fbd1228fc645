package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// township is the example with three findings, as text, Markdown or TOML.
func township(tb testing.TB, ext string) string {
	tb.Helper()
	if ext == ".md" {
		return printed(tb, "convert", "examples/township-2020.txt", "--to", "md")
	}
	data, err := os.ReadFile(filepath.Join(root, "examples", "township-2020"+ext))
	require.NoError(tb, err)
	return string(data)
}

var written = []string{".txt", ".md", ".toml"}

// inFolder is the URI of a file in a folder of its own, with settings unless
// they are "".
func inFolder(tb testing.TB, name, settings string) string {
	tb.Helper()
	dir := tb.TempDir()
	if settings != "" {
		require.NoError(tb, os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte("root = true\n"+settings), 0o644))
	}
	return fileURI(filepath.Join(dir, name))
}

func about(uri string) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": uri}}
}

func aboutAt(uri string, at point) map[string]any {
	p := about(uri)
	p["position"] = at
	return p
}

func TestTheEditorUnderlinesWhatCheckFinds(t *testing.T) {
	t.Parallel()
	for _, ext := range written {
		t.Run(ext, func(t *testing.T) {
			t.Parallel()
			e := openEditor(t, richClient, "--stdio")
			uri := inFolder(t, "年报"+ext, "")
			got := e.open(uri, "", township(t, ext))
			require.Equal(t, []string{"TX201", "TX204", "TB102"}, codes(got))
			first := got.Diagnostics[0]
			assert.Equal(t, "14件", e.words(uri, first.Range))
			assert.Equal(t, e.at(uri, "14件", 0), first.Range.Start)
			assert.Equal(t, 1, first.Severity)
			assert.Equal(t, "gouji", first.Source)
			assert.Contains(t, first.Message, "说的是收到的申请")
			assert.Equal(t, e.at(uri, "14件", 1), got.Diagnostics[1].Range.Start)
			assert.Equal(t, "6", e.words(uri, got.Diagnostics[2].Range))
			require.Len(t, got.Diagnostics[2].Related, 2)
			assert.Equal(t, "0", e.words(uri, got.Diagnostics[2].Related[0].Location.Range))
			assert.Equal(t, ExitClean, e.leave())
			assert.Empty(t, e.stderr.String())
		})
	}
}

func TestChangesAreCheckedAsTheyAreTyped(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	uri := inFolder(t, "年报.txt", "")
	text := township(t, ".txt")
	e.open(uri, "plaintext", text)
	at := e.at(uri, "14件，因", 0)
	got := e.change(uri, 2,
		map[string]any{"range": span{at, point{at.Line, at.Character + 2}}, "text": "9"},
		map[string]any{"range": span{at, point{at.Line, at.Character + 1}}, "text": "0"})
	assert.Equal(t, []string{"TX204", "TB102"}, codes(got), "the second change speaks of the text after the first")
	got = e.change(uri, 3, map[string]any{"text": text})
	assert.Equal(t, []string{"TX201", "TX204", "TB102"}, codes(got), "a whole text")
	got = e.change(uri, 4, map[string]any{"text": ""})
	assert.Len(t, got.Diagnostics, 1, "an empty text does not look clean")
	e.notify("textDocument/didClose", about(uri))
	got = e.until(uri, func(s shown) bool { return s.Version == nil })
	assert.Empty(t, got.Diagnostics)
}

func TestPositionsAreInTheUnitsThatWereAgreedOn(t *testing.T) {
	t.Parallel()
	text := strings.Replace(township(t, ".txt"), "全年共受理", "😀全年共受理", 1)
	for encoding, want := range map[string]int{"utf-16": 40, "utf-32": 39, "utf-8": 4 + 3*38} {
		client := strings.Replace(richClient, `["utf-16"]`, `["cuneiform","`+encoding+`"]`, 1)
		e := openEditor(t, client)
		uri := inFolder(t, "年报.txt", "")
		got := e.open(uri, "", text)
		assert.Equal(t, point{9, want}, got.Diagnostics[0].Range.Start, encoding)
	}
}

func TestAProposalIsApplied(t *testing.T) {
	t.Parallel()
	for _, ext := range written {
		t.Run(ext, func(t *testing.T) {
			t.Parallel()
			e := openEditor(t, richClient)
			uri := inFolder(t, "年报"+ext, "")
			text := township(t, ext)
			got := e.open(uri, "", text)
			mend := e.actions(uri, got.Diagnostics[2].Range.Start)[0]
			assert.Equal(t, "改正：表三“（一）予以公开”行“自然人”列应为 0（现为 6）；同时表三“（一）予以公开”行“总计”列应为 0（现为 6）", mend.Title)
			assert.Equal(t, "quickfix", mend.Kind)
			assert.True(t, mend.IsPreferred)
			require.Len(t, mend.Edit.DocumentChanges, 1)
			assert.Equal(t, 1, *mend.Edit.DocumentChanges[0].TextDocument.Version)
			after := edited(text, mend.Edit.DocumentChanges[0].Edits)
			assert.Equal(t, []string{"TX201", "TX204"}, codes(e.change(uri, 2, map[string]any{"text": after})))
			assert.Equal(t, strings.Count(text, "6")-2, strings.Count(after, "6"), "nothing else changed")
		})
	}
}

func TestAFindingIsPutAsideByAComment(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	uri := inFolder(t, "年报.toml", "")
	text := township(t, ".toml")
	got := e.open(uri, "toml", text)
	for _, d := range got.Diagnostics { // the first two stand inside of a string of several lines
		all := e.actions(uri, d.Range.Start)
		var asides []action
		for _, a := range all {
			if strings.Contains(a.Title, "忽略 "+d.Code) {
				asides = append(asides, a)
			}
		}
		require.Len(t, asides, 2, titles(all))
		assert.Contains(t, asides[0].Title, "公开的原件如此")
		after := edited(text, asides[0].Edit.DocumentChanges[0].Edits)
		assert.NotContains(t, codes(e.change(uri, 2, map[string]any{"text": after})), d.Code)
		after = edited(text, asides[1].Edit.DocumentChanges[0].Edits)
		assert.Subset(t, codes(e.change(uri, 3, map[string]any{"text": after})), []string{"RD005", d.Code}, "without a reason it has no effect")
		e.change(uri, 1, map[string]any{"text": text})
	}
}

func TestAFindingIsPutAsideByAnEntryOfTheSettings(t *testing.T) {
	t.Parallel()
	for name, settings := range map[string]string{"no settings": "", "settings": "ignore = [\"ST505\"] # 末行无换行"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := openEditor(t, richClient)
			uri := inFolder(t, "年报[1] 终稿.txt", settings)
			got := e.open(uri, "plaintext", township(t, ".txt"))
			aside := e.actions(uri, got.Diagnostics[0].Range.Start)[0]
			assert.Equal(t, "忽略 TX201（gouji.toml），原因：公开的原件如此", aside.Title)
			changes := aside.Edit.DocumentChanges
			if settings == "" {
				require.Equal(t, "create", changes[0].Kind)
				changes = changes[1:]
			}
			path := filepath.Join(filepath.Dir(strings.TrimPrefix(uri, "file://")), "gouji.toml")
			assert.Equal(t, fileURI(path), changes[0].TextDocument.URI)
			before, _ := os.ReadFile(path)
			require.NoError(t, os.WriteFile(path, []byte(edited(string(before), changes[0].Edits)), 0o644))
			e.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{}})
			got = e.until(uri, func(s shown) bool { return len(s.Diagnostics) == 2 })
			assert.Equal(t, []string{"TX204", "TB102"}, codes(got))
		})
	}
}

func TestAnOpenSettingsFileIsEditedAsItStandsInTheEditor(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	uri := inFolder(t, "年报.txt", "ignore = []")
	e.open(uri, "plaintext", township(t, ".txt"))
	settings := uri[:strings.LastIndexByte(uri, '/')] + "/gouji.toml"
	e.open(settings, "toml", "root = true\nselect = [\"all\"]\n")
	aside := e.actions(uri, e.at(uri, "14件", 0))[0]
	require.Len(t, aside.Edit.DocumentChanges, 1)
	assert.Equal(t, point{2, 0}, aside.Edit.DocumentChanges[0].Edits[0].Range.Start)
	got := e.change(settings, 2, map[string]any{"text": "rooot = true\n"})
	require.Len(t, got.Diagnostics, 1)
	assert.Equal(t, span{point{0, 0}, point{0, 5}}, got.Diagnostics[0].Range)
	assert.Contains(t, got.Diagnostics[0].Message, "root")
	assert.NotContains(t, titles(e.actions(uri, e.at(uri, "14件", 0))), "忽略", "nothing is added to a file that is wrong")
}

func TestFaultySettingsAndBaselinesAreSaid(t *testing.T) {
	t.Parallel()
	for settings, want := range map[string]string{
		"selct = [\"TB\"]":                   "没有检查：gouji.toml 有误（没有“selct”这个键，是否指 select），请先改正。",
		"baseline = \"gouji-baseline.toml\"": "没有基线文件",
	} {
		e := openEditor(t, richClient)
		uri := inFolder(t, "年报.txt", settings)
		got := e.open(uri, "plaintext", township(t, ".txt"))
		require.Len(t, got.Diagnostics, 1, settings)
		assert.Contains(t, got.Diagnostics[0].Message, want)
		assert.Equal(t, 1, got.Diagnostics[0].Severity)
	}
}

func TestTheBaselineHoldsInTheEditorToo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "年报.txt")
	require.NoError(t, os.WriteFile(path, []byte(township(t, ".txt")), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte("root = true\nbaseline = \"known.toml\"\n"), 0o644))
	printed(t, "check", "--write-baseline", path)
	e := openEditor(t, richClient)
	uri := fileURI(path)
	assert.Empty(t, e.open(uri, "plaintext", township(t, ".txt")).Diagnostics)
	other := strings.Replace(township(t, ".txt"), "申请14件", "申请15件", 1)
	assert.Equal(t, []string{"TX201"}, codes(e.change(uri, 2, map[string]any{"text": other})), "another fault in its place is new")
	assert.Empty(t, e.open(fileURI(filepath.Join(dir, "known.toml")), "toml", "x = 1").Diagnostics, "the baseline is no report")
}

func TestTheLanguageIsTheFlagsTheSettingsOrTheClients(t *testing.T) {
	t.Parallel()
	english := strings.Replace(richClient, "zh-cn", "en-US", 1)
	for _, tt := range []struct {
		name, client, settings string
		args                   []string
		want                   string
	}{
		{"the client's", english, "", nil, "the text says"},
		{"the settings' before it", english, `language = "zh"`, nil, "文中"},
		{"the flag's before both", richClient, `language = "zh"`, []string{"--lang", "en"}, "the text says"},
		{"the locale's without any", strings.Replace(richClient, `"locale":"zh-cn",`, "", 1), "", nil, "文中"},
	} {
		e := openEditor(t, tt.client, tt.args...)
		uri := inFolder(t, "年报.txt", tt.settings)
		assert.Contains(t, e.open(uri, "", township(t, ".txt")).Diagnostics[0].Message, tt.want, tt.name)
	}
}

func TestTextsThatAreNoReportsGetOneRemarkAtMost(t *testing.T) {
	t.Parallel()
	e := openEditor(t, richClient)
	for name, want := range map[string]int{"Cargo.toml": 1, "notes.md": 1, "README.md": 0, "main.go": 0} {
		uri := inFolder(t, name, "")
		got := e.open(uri, "", "[package]\nname = \"x\"\n")
		require.Len(t, got.Diagnostics, want, name)
		for _, d := range got.Diagnostics {
			assert.Equal(t, 3, d.Severity)
			assert.Equal(t, "RD002", d.Code)
			assert.Empty(t, e.actions(uri, d.Range.Start))
		}
	}
	got := e.open("untitled:Untitled-1", "toml", township(t, ".toml"))
	assert.Equal(t, []string{"TX201", "TX204", "TB102"}, codes(got), "a document without a file is read by its language")
}

func TestRulesOfAProjectsOwnAreInTheEditorToo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, settings := filepath.Join(dir, "年报.txt"), filepath.Join(dir, "gouji.toml")
	rule := "root = true\nselect = [\"LC001\"]\n[[rule]]\ncode = \"LC001\"\ntitle = \"太旧\"\nwhy = \"只收新的\"\nassert = 'report.year > 2030'\nmessage = '是{report.year}年的'\n"
	require.NoError(t, os.WriteFile(path, []byte(township(t, ".txt")), 0o644))
	require.NoError(t, os.WriteFile(settings, []byte(rule), 0o644))
	e := openEditor(t, richClient)
	shown := e.open(fileURI(path), "plaintext", township(t, ".txt"))
	require.Equal(t, []string{"LC001"}, codes(shown))
	assert.Equal(t, "是2020年的", shown.Diagnostics[0].Message)

	faulty := e.open(fileURI(settings), "toml", strings.Replace(rule, "report.year >", "report.yaer >", 1))
	require.Len(t, faulty.Diagnostics, 1)
	assert.Contains(t, faulty.Diagnostics[0].Message, "没有“yaer”这个字段，是否指 year")
	assert.Equal(t, 6, faulty.Diagnostics[0].Range.Start.Line)
	assert.Equal(t, 16, faulty.Diagnostics[0].Range.Start.Character)
}
