package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// synth runs gouji synth and returns its exit code and what it said.
func synth(args ...string) (code int, out, errs string) {
	var stdout, stderr bytes.Buffer
	code = Main(append([]string{"synth"}, args...), Env{Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
	return code, stdout.String(), stderr.String()
}

// tree reads all files of a folder by their paths.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	}))
	return out
}

func TestSynthMakesTheSameFilesFromTheSameSeed(t *testing.T) {
	t.Parallel()
	flags := []string{"--organs", "9", "--years", "2019-2022", "--plant", "0.5", "--format", "text,gb18030,utf16,markdown,toml,html,docx,xlsx"}
	var trees []map[string]string
	for _, seed := range []string{"7", "7", "8"} {
		dir := filepath.Join(t.TempDir(), "made")
		code, out, errs := synth(append([]string{dir, "--seed", seed}, flags...)...)
		require.Equal(t, ExitClean, code, errs)
		require.Contains(t, out, "9 个机关")
		trees = append(trees, tree(t, dir))
	}
	assert.Equal(t, trees[0], trees[1])
	assert.NotEqual(t, trees[0], trees[2])
}

func TestSynthWritesAFileForEveryKeyButThoseOfMissingReports(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "made")
	code, _, errs := synth(dir, "--organs", "60", "--years", "2022-2024", "--plant", "0.6", "--format", "toml")
	require.Equal(t, ExitClean, code, errs)
	files := tree(t, dir)
	lines := bufio.NewScanner(strings.NewReader(files[keyFile]))
	missing, n := 0, 0
	for lines.Scan() {
		var k keyLine
		require.NoError(t, json.Unmarshal(lines.Bytes(), &k))
		n++
		require.NotEmpty(t, k.Codes)
		if k.Kind == "missing-report" {
			missing++
			require.NotContains(t, files, k.Path)
			continue
		}
		require.Contains(t, files, k.Path)
	}
	assert.Greater(t, n, 60)
	assert.Positive(t, missing)
	assert.Len(t, files, 60*3-missing+2)
}

func TestAConsistentCorpusIsClean(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "made")
	code, _, errs := synth(dir, "--organs", "12", "--years", "2019-2022", "--format", "toml,text,html,markdown,gb18030,utf16")
	require.Equal(t, ExitClean, code, errs)
	var out bytes.Buffer
	code = Main([]string{"check", "--fail-on", "info", dir}, Env{Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }})
	assert.Equal(t, ExitClean, code, out.String())
}

func TestSynthIsUsedInAWrongWay(t *testing.T) {
	t.Parallel()
	full := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(full, "a.txt"), []byte("x"), 0o644))
	file := filepath.Join(full, "a.txt")
	empty := t.TempDir()
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no folder":              {nil, "请写明一个文件夹"},
		"two folders":            {[]string{"a", "b"}, "请写明一个文件夹"},
		"a folder with files":    {[]string{full}, "已有文件"},
		"a file":                 {[]string{file}, "不能用作文件夹"},
		"no organ":               {[]string{empty, "--organs", "0"}, "--organs 应为"},
		"years backwards":        {[]string{empty, "--years", "2024-2021"}, "--years 应写作"},
		"years before the form":  {[]string{empty, "--years", "2018-2021"}, "2019 年起"},
		"no years":               {[]string{empty, "--years", "近三年"}, "--years 应写作"},
		"more than all":          {[]string{empty, "--plant", "1.5"}, "--plant 应为"},
		"no number":              {[]string{empty, "--plant", "NaN"}, "--plant 应为"},
		"a format miswritten":    {[]string{empty, "--format", "docs"}, "docx"},
		"a flag that is not one": {[]string{empty, "--organ", "3"}, "--organs"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, errs := synth(c.args...)
			assert.Equal(t, ExitUsage, code)
			assert.Empty(t, out)
			assert.Contains(t, errs, c.want)
		})
	}
}
