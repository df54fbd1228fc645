package document

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOfficeFilesThatAreNotReadNameTheirRemedy(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // no program that could convert them
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + string(make([]byte, 512))
	whole := string(zipOf(t, rootRels("word/document.xml"), part{"word/document.xml", "<w/>"}))
	for _, tt := range []struct {
		name, data string
		kind       ErrorKind
		remedy     string
	}{
		{"a Word file with a password", ole + string(utf16Name("EncryptedPackage")), Encrypted, "取消密码"},
		{"an old Word file under a new name", ole + string(utf16Name("WordDocument")), Unsupported, "另存为 .docx"},
		{"an old spreadsheet", ole + string(utf16Name("Workbook")), Unsupported, "另存为 .xlsx"},
		{"an RTF", `{\rtf1\ansi text}`, Unsupported, "另存为 .docx"},
		{"an OFD", string(zipOf(t, part{"OFD.xml", ""})), Unsupported, "导出为 PDF"},
		{"an OpenDocument spreadsheet", string(zipOf(t, part{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"})), Unsupported, "另存为 .xlsx"},
		{"an OpenDocument text without words", string(zipOf(t, part{"mimetype", "application/vnd.oasis.opendocument.text"})), Damaged, "损坏"},
		{"an OpenDocument text with a password", string(zipOf(t, part{"mimetype", "application/vnd.oasis.opendocument.text"}, part{"META-INF/manifest.xml", "<m><encryption-data/></m>"})), Encrypted, "取消密码"},
		{"an archive", string(zipOf(t, part{"年报.docx", ""})), Unsupported, "解压"},
		{"a Word file that is cut short", whole[:len(whole)/2], Damaged, "损坏"},
		{"a Word file without words", string(zipOf(t, rootRels("word/document.xml"), part{"word/document.xml", "none"})), Damaged, "损坏"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(context.Background(), "年报.docx", []byte(tt.data))
			var known *Error
			require.ErrorAs(t, err, &known)
			assert.Equal(t, tt.kind, known.Kind)
			assert.Contains(t, known.ZH, tt.remedy)
			assert.NotEmpty(t, known.EN)
		})
	}
}
