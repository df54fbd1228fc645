package document

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// part is one entry of a zip made for a test.
type part struct{ name, text string }

// zipOf makes a zip container of the parts, in their order.
func zipOf(tb testing.TB, parts ...part) []byte {
	tb.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, p := range parts {
		f, err := w.Create(p.name)
		require.NoError(tb, err)
		_, err = f.Write([]byte(p.text))
		require.NoError(tb, err)
	}
	require.NoError(tb, w.Close())
	return buf.Bytes()
}

func rootRels(target string) part {
	return part{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + target + `"/></Relationships>`}
}

func TestZipContainersAreToldByWhatTheyHold(t *testing.T) {
	t.Parallel()
	types := part{"[Content_Types].xml", "<Types/>"}
	odt := part{"mimetype", "application/vnd.oasis.opendocument.text"}
	for _, tt := range []struct {
		name  string
		parts []part
		want  string
	}{
		{"a Word file", []part{types, rootRels("word/document.xml"), {"word/document.xml", ""}}, "docx"},
		{"one whose main part has another name", []part{types, rootRels("/word/document2.xml"), {"word/document2.xml", ""}}, "docx"},
		{"one without relationships", []part{{"word/document.xml", ""}}, "docx"},
		{"one with backslashes and capitals", []part{types, {`Word\Document.xml`, ""}}, "docx"},
		{"one with a spreadsheet in it", []part{types, rootRels("word/document.xml"), {"word/document.xml", ""}, {"word/embeddings/a.xlsx", ""}, {"xl/workbook.xml", ""}}, "docx"},
		{"a spreadsheet", []part{types, rootRels("xl/workbook.xml"), {"xl/workbook.xml", ""}}, "xlsx"},
		{"slides", []part{types, rootRels("ppt/presentation.xml"), {"ppt/presentation.xml", ""}}, "pptx"},
		{"an OpenDocument text", []part{odt, {"content.xml", ""}}, "odt"},
		{"its template", []part{{"mimetype", odt.text + "-template"}, {"content.xml", ""}}, "odt"},
		{"an OpenDocument spreadsheet", []part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, "ods"},
		{"an OFD", []part{{"OFD.xml", ""}, {"Doc_0/Document.xml", ""}}, "ofd"},
		{"a plain archive of a folder that is called word", []part{{"word/notes.txt", ""}}, "zip"},
		{"an archive with nothing in it", nil, "zip"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, zipKind(zipOf(t, tt.parts...)))
		})
	}
	assert.Empty(t, zipKind([]byte("PK is no zip")))
	whole := zipOf(t, part{"word/document.xml", "x"})
	assert.Equal(t, "zip", zipKind(whole[:len(whole)-10]), "cut short")
}

func TestPartsAreUnpackedWithinBounds(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, err := openArchive(zipOf(t, part{"bomb.xml", strings.Repeat("0", maxPart+1)}, part{"small.xml", "words"}))
	require.NoError(t, err)
	_, err = a.read(ctx, "bomb.xml", maxUnpack)
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, TooLarge, known.Kind)
	assert.Greater(t, a.left, int64(maxUnpack/2), "it was stopped early")

	data, err := a.read(ctx, "SMALL.xml", 5)
	require.NoError(t, err)
	assert.Equal(t, "words", string(data))
	_, err = a.read(ctx, "small.xml", 4)
	require.ErrorAs(t, err, &known)
	assert.Equal(t, TooLarge, known.Kind)
	_, err = a.read(ctx, "none.xml", 4)
	require.ErrorAs(t, err, &known)
	assert.Equal(t, Damaged, known.Kind)

	gone, cancel := context.WithCancel(ctx)
	cancel()
	_, err = a.read(gone, "small.xml", 5)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestAContainerOfTooManyPartsIsNotOpened(t *testing.T) {
	t.Parallel()
	_, err := openArchive(append([]byte("PK\x03\x04"), bytes.Repeat([]byte("PK\x01\x02"), maxZipParts+1)...))
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, TooLarge, known.Kind)
}
