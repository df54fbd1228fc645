package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestConvertPrintsWhatWasNotReadAndExitsThree(t *testing.T) {
	t.Parallel()
	dir, paths := files(t, "unread", "one;two", "clean")
	out := filepath.Join(dir, "out.toml")
	a, stdout, errs := told("")
	assert.Equal(t, ExitUnread, a.main([]string{"convert", paths[0], "--to", "toml", "-o", out}))
	assert.Contains(t, errs.String(), "RD001")
	assert.Empty(t, stdout.String())
	assert.NoFileExists(t, out, "of what was not read nothing is written")

	a, _, errs = told("")
	assert.Equal(t, ExitUsage, a.main([]string{"convert", paths[1], "--to", "toml"}))
	assert.Contains(t, errs.String(), "2 份年报")
	a, _, _ = told("")
	assert.Equal(t, ExitClean, a.main([]string{"convert", paths[1], "--to", "toml", "-o", out}))
	assert.FileExists(t, filepath.Join(dir, "out-1.toml"))
	assert.FileExists(t, filepath.Join(dir, "out-2.toml"))

	for _, to := range []string{"toml", "json", "md"} {
		a, stdout, errs = told("")
		assert.Equal(t, ExitClean, a.main([]string{"convert", paths[2], "--to", to}), "%s", errs)
		assert.Contains(t, stdout.String(), "clean")
	}
}

func TestConvertSaysThatCommentsThatPutFindingsAsideAreLost(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "report.toml")
	require.NoError(t, os.WriteFile(path, []byte("[report]\ntitle = \"某镇2023年政府信息公开工作年度报告\"\n[review]\nupheld = 2\ncorrected = 0\nother = 0\npending = 0\ntotal = 3 # gouji:ignore TB104 原件如此\n"), 0o600))
	var out, errs bytes.Buffer
	Main([]string{"convert", path, "--to", "toml"}, Env{Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }})
	assert.Contains(t, errs.String(), "1 处 gouji:ignore")
	assert.NotContains(t, out.String(), "gouji:ignore", "if they are written now, the notice is wrong")
}
