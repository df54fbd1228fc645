package intake_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
	"github.com/gouji/gouji/schema/made"
)

// codesOf returns what the rules find in a report, without its places.
func codesOf(r *schema.Report) (out []string) {
	for _, f := range rules.Run(r, catalog.All()).Findings {
		out = append(out, f.Code+" "+f.Message.ZH)
	}
	return out
}

// The files are the report of the example, its forms as bordered tables with
// merged cells, as LibreOffice saved it; the .docx was an .odt in between. In
// layout.docx and layout.odt all of it stands in a table, as a web page has it.
func TestAWordProcessorsFileReadsAsItsText(t *testing.T) {
	t.Parallel()
	want := readOne(t, filepath.Join("..", "..", "examples", "subdistrict-2024.txt"))
	for name, format := range map[string]string{"word.docx": "docx", "word.odt": "odt", "layout.docx": "docx", "layout.odt": "odt"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := readOne(t, filepath.Join("testdata", name))
			assert.Equal(t, format, got.Format)
			assert.Empty(t, got.Problems)
			assert.Equal(t, cellsOf(want), cellsOf(got))
			assert.Equal(t, proseOf(want), proseOf(got))
			assert.Equal(t, codesOf(want), codesOf(got))
		})
	}
}

func TestAMadeWordFileIsReadCellForCell(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		m := made.New(seed, made.Options{Year: 2019 + int(seed%6)})
		data, err := m.Docx()
		require.NoError(t, err)
		assertMade(t, m, "年报.docx", data)
	}
}

// assertMade compares every cell of what is read with what was made.
func assertMade(t *testing.T, m *made.Made, name string, data []byte) {
	t.Helper()
	reports := intake.Read(context.Background(), name, data)
	require.Len(t, reports, 1)
	require.Greater(t, len(m.Paths()), 180)
	for _, path := range m.Paths() {
		assert.Equal(t, m.Raw(path), reports[0].Cell(schema.MustCell(path)).Raw, "%s of seed %d, %d", path, m.Seed, m.Year)
	}
}

// A file in the old format, made by LibreOffice, is read through it again. One
// format is enough: each conversion takes many seconds.
func TestFilesOfOtherOfficeFormatsAreReadCellForCell(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed")
	}
	if testing.Short() {
		t.Skip("each conversion takes seconds")
	}
	m := made.New(5, made.Options{Year: 2022, Size: made.Large})
	data, err := m.Docx()
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "made.docx"), data, 0o600))
	cmd := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "doc", "--outdir", dir, filepath.Join(dir, "made.docx"))
	require.NoError(t, cmd.Run())
	data, err = os.ReadFile(filepath.Join(dir, "made.doc"))
	require.NoError(t, err)
	assertMade(t, m, "年报.doc", data)
}
