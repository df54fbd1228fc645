package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// entries lists the files of a cache.
func entries(t *testing.T, dir string) (out []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			out = append(out, path)
		}
		return err
	}))
	return out
}

func TestWhatIsRememberedIsSaidAsIfItWereReadAgain(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "made")
	code, _, errs := synth(dir, "--organs", "12", "--years", "2019-2022", "--plant", "0.7", "--format", "toml,html,docx,xlsx,markdown")
	require.Equal(t, ExitClean, code, errs)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "broken.docx"), []byte("no zip"), 0o644))
	kept := t.TempDir()
	for _, format := range []string{"json", "text", "csv", "xlsx", "html", "sarif", "junit"} {
		_, plain, _ := audit("--format", format, dir)
		_, first, _ := audit("--format", format, "--cache", kept, dir)
		_, second, _ := audit("--format", format, "--cache", kept, dir)
		written, read := plain == first, plain == second // outputs are long: a failure shows no difference
		assert.True(t, written, "%s: what is written is what was found", format)
		assert.True(t, read, "%s: what is read is what was written", format)
	}
	assert.Len(t, entries(t, kept), len(entries(t, dir))-3, "every report is kept, but for the broken one; the two keys are no reports")
}

func TestAnEntryThatIsNotWholeIsAsGoodAsNone(t *testing.T) {
	t.Parallel()
	dir, kept := twoYears(t), t.TempDir()
	_, want, _ := audit("--format", "json", "--cache", kept, dir)
	list := entries(t, kept)
	require.Len(t, list, 2)
	for name, spoil := range map[string]func([]byte) []byte{
		"empty":           func([]byte) []byte { return nil },
		"cut off":         func(b []byte) []byte { return b[:len(b)/2] },
		"a changed byte":  func(b []byte) []byte { b[len(b)-9] ^= 1; return b },
		"another's":       func([]byte) []byte { return bytes.Repeat([]byte("x"), 500) },
		"of another file": func([]byte) []byte { b, _ := os.ReadFile(list[1]); return b },
	} {
		data, err := os.ReadFile(list[0])
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(list[0], spoil(bytes.Clone(data)), 0o600))
		_, got, _ := audit("--format", "json", "--cache", kept, dir)
		assert.Equal(t, want, got, name)
		mended, err := os.ReadFile(list[0])
		require.NoError(t, err)
		assert.Equal(t, data, mended, "%s: it is written anew", name)
	}
}

func TestWhatIsRememberedDependsOnAllThatItCameFrom(t *testing.T) {
	t.Parallel()
	dir, kept := twoYears(t), t.TempDir()
	run := func(args ...string) int {
		audit(append(append([]string{"--format", "json", "--cache", kept}, args...), dir)...)
		return len(entries(t, kept))
	}
	assert.Equal(t, 2, run())
	assert.Equal(t, 2, run("--fail-on", "never"), "what counts as a failure is no matter")
	assert.Equal(t, 4, run("--ignore", "TB101"))
	path := filepath.Join(dir, "2022.toml")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(data), "[5, 0", "[6, 0", 1)), 0o644))
	assert.Equal(t, 5, run(), "one file changed")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte("root = true\n[lexicon]\n\"水利\" = [\"圩堤\"]\n"), 0o644))
	assert.Equal(t, 7, run(), "the settings changed")
}

func TestTheCacheCanBeLeftOutAndMustBeUsable(t *testing.T) {
	t.Parallel()
	dir := twoYears(t)
	code, _, _ := audit("--no-cache", "--cache", filepath.Join(dir, "no"), dir)
	assert.Equal(t, ExitFindings, code)
	assert.NoDirExists(t, filepath.Join(dir, "no"))
	code, _, errs := audit("--cache", filepath.Join(dir, "2022.toml"), dir)
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "缓存文件夹")
}
