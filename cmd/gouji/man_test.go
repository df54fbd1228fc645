package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestManPagesAreWrittenForEveryCommand(t *testing.T) {
	t.Parallel()
	p := newProject(t, "")
	require.NoError(t, os.Mkdir(p.path("man1"), 0o755))
	code, out, errs := p.run("man @/man1")
	require.Equal(t, ExitClean, code, errs)
	assert.Empty(t, out)
	pages, err := filepath.Glob(p.path("man1/*.1"))
	require.NoError(t, err)
	assert.Greater(t, len(pages), 8)
	check := p.read("man1/gouji-check.1")
	assert.Contains(t, check, ".TH \"GOUJI-CHECK\" \"1\"")
	assert.Contains(t, check, "退出码")
	assert.Contains(t, check, `\-\-since`)
	assert.Contains(t, p.read("man1/gouji.1"), ".BR gouji\\-check (1)")
	code, _, errs = p.run("man @/none")
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "没有“none”这个文件夹")
	code, _, _ = p.run("man")
	assert.Equal(t, ExitUsage, code)
}

func TestCompletionScriptsForFourShells(t *testing.T) {
	t.Parallel()
	p := newProject(t, "")
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		code, out, _ := p.run("completion " + shell)
		assert.Equal(t, ExitClean, code)
		assert.Contains(t, out, "gouji")
	}
	_, out, _ := p.run("__complete check --fail-on w")
	assert.Contains(t, out, "warning")
}

func TestWordsAreNoCommandsOfMan(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"年报":           "年报",
		".gouji":       `\&.gouji`,
		"a\n'b":        "a\n\\&'b",
		"a.b":          "a.b",
		`C:\x --since`: `C:\ex \-\-since`,
	} {
		assert.Equal(t, want, roff(in))
	}
}
