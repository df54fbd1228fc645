package intake_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
	"github.com/gouji/gouji/schema/made"
)

// sameReports are reports of both editions, every second with an error planted.
func sameReports(t *testing.T) []*made.Made {
	t.Helper()
	kinds := made.Kinds()
	var out []*made.Made
	for seed := range uint64(8) {
		m := made.New(seed+40, made.Options{Year: 2019 + int(seed%6)})
		if seed%2 == 0 {
			for k := range kinds {
				if bad, _, ok := m.Plant(kinds[(int(seed)*5+k)%len(kinds)].Name); ok {
					m = bad
					break
				}
			}
		}
		out = append(out, m)
	}
	return out
}

// assertSame compares what is read of a file with the same report's TOML: every
// cell, and every finding in its words.
func assertSame(t *testing.T, m *made.Made, name string, data []byte) {
	t.Helper()
	toml, err := m.TOML()
	require.NoError(t, err)
	read := func(name string, data []byte) *schema.Report {
		reports := intake.Read(context.Background(), name, data)
		require.Len(t, reports, 1)
		return reports[0]
	}
	want, got := read("年报.toml", toml), read(name, data)
	about := fmt.Sprintf("%s of seed %d, %d", name, m.Seed, m.Year)
	assert.Equal(t, cellsOf(want), cellsOf(got), about)
	assert.Equal(t, codesOf(want), codesOf(got), about)
}

func TestAReportIsTheSameInEveryFormat(t *testing.T) {
	t.Parallel()
	for _, m := range sameReports(t) {
		for _, format := range made.Formats() {
			data, err := format.Print(m)
			require.NoError(t, err)
			assertSame(t, m, "年报"+format.Ext, data)
		}
	}
}

// withoutLines takes the lines of the tables out of a Word file.
func withoutLines(t *testing.T, docx []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	require.NoError(t, err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		w, err := z.Create(f.Name)
		require.NoError(t, err)
		_, err = w.Write(tableLines.ReplaceAll(data, nil))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return out.Bytes()
}

var tableLines = regexp.MustCompile(`<w:tblBorders>.*?</w:tblBorders>`)

// LibreOffice exports the Word files, with ruling lines and without: forms that
// run over pages, rows that a page's end cuts in two, labels that wrap.
func TestAReportIsTheSameAsAnExportedPDF(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed")
	}
	if testing.Short() {
		t.Skip("the export takes seconds")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	reports := sameReports(t)
	for i, m := range reports {
		data, err := m.Docx()
		require.NoError(t, err)
		if i%4 < 2 {
			data = withoutLines(t, data)
		}
		path := filepath.Join(dir, fmt.Sprintf("%d.docx", i))
		require.NoError(t, os.WriteFile(path, data, 0o600))
		args = append(args, path)
	}
	require.NoError(t, exec.Command("soffice", args...).Run())
	for i, m := range reports {
		data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d.pdf", i)))
		require.NoError(t, err)
		assertSame(t, m, "年报.pdf", data)
	}
}
