package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// allSaid checks a file with the real command and returns what it finds, report
// by report.
func allSaid(t *testing.T, path string) [][]said {
	t.Helper()
	var out bytes.Buffer
	Main([]string{"check", "--format", "json", path}, Env{Stdout: &out, Stderr: io.Discard, Getenv: func(string) string { return "" }})
	var got struct {
		Reports []struct{ Findings []said }
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	var all [][]said
	for _, r := range got.Reports {
		all = append(all, r.Findings)
	}
	return all
}

// assertSame holds that each file's reports have the findings of the examples.
func assertSame(t *testing.T, path string, examples ...string) {
	t.Helper()
	got := allSaid(t, path)
	require.Len(t, got, len(examples), path)
	for i, name := range examples {
		want := allSaid(t, filepath.Join("..", "..", "examples", name))
		require.Len(t, want, 1)
		assert.ElementsMatch(t, want[0], got[i], path)
	}
}

func convert(t *testing.T, path, to, out string) {
	t.Helper()
	var errs bytes.Buffer
	code := Main([]string{"convert", path, "--to", to, "-o", out}, Env{Stdout: io.Discard, Stderr: &errs, Getenv: func(string) string { return "" }})
	require.Equal(t, ExitClean, code, errs.String())
}

func TestAPageHasTheFindingsOfTheSameReportAsTextTOMLMarkdownAndMHT(t *testing.T) {
	t.Parallel()
	pages := filepath.Join("..", "..", "schema", "document", "testdata", "html")
	for page, examples := range map[string][]string{
		"word-gbk.html":      {"township-2020.txt"},
		"split-forms.html":   {"township-2020.txt"},
		"layout-tables.html": {"subdistrict-2024.txt"},
		"divs.html":          {"subdistrict-2024.txt"},
		"two-reports.html":   {"township-2020.txt", "subdistrict-2024.txt"},
	} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(pages, page)
			assertSame(t, path, examples...)
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			dir := t.TempDir()
			mht := filepath.Join(dir, "年报.doc")
			head := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
			require.NoError(t, os.WriteFile(mht, []byte(head+base64.StdEncoding.EncodeToString(data)+"\r\n--x--\r\n"), 0o600))
			assertSame(t, mht, examples...)
			for _, to := range []string{"toml", "md"} {
				convert(t, path, to, filepath.Join(dir, "out."+to))
				for i, name := range examples {
					assertSame(t, numbered(filepath.Join(dir, "out."+to), i, len(examples)), name)
				}
			}
		})
	}
}
