package document

import (
	"bytes"
	"encoding/base64"
	"mime/quotedprintable"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func quoted(s string) string {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// saved wraps pages as a browser does, with a picture behind them.
func saved(encoding string, pages ...string) string {
	s := "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_Next\"\r\n\r\nThis is a multi-part message.\r\n\r\n"
	for _, p := range pages {
		switch encoding {
		case "base64":
			p = base64.StdEncoding.EncodeToString([]byte(p))
		case "quoted-printable":
			p = quoted(p)
		}
		s += "------=_Next\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: " + encoding + "\r\nContent-Location: http://a.invalid/\r\n\r\n" + p + "\r\n"
	}
	return s + "------=_Next\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------=_Next--\r\n"
}

func TestPagesSavedAsOneFile(t *testing.T) {
	t.Parallel()
	const page = "<html><body><h2>一、总体情况</h2><p>收到申请14件。</p><table><tr><td>甲<td>1<td>2<td>3</table></body></html>"
	const want = "## 一、总体情况\n收到申请14件。\n| 0:甲 | 1:1 | 2:2 | 3:3\n"
	whole := saved("quoted-printable", page)
	for _, tt := range []struct{ name, file, want string }{
		{"quoted-printable", whole, want},
		{"base64", saved("base64", page), want},
		{"as it is", saved("8bit", page), want},
		{"one page without parts", "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + quoted(page), want},
		{"a mark and blank lines in front", "\ufeff\r\n" + whole, want},
		{"the report is in a frame of the page", saved("base64", "<html><body><p>公开</p><iframe src=cid:1></iframe></body></html>", page, "<p>x</p>"), "公开\n" + want + "!not-report 1:22\n"},
		{"cut in the pictures", strings.TrimSuffix(whole, "Ggo=\r\n------=_Next--\r\n"), want},
		{"cut in the page", whole[:strings.Index(whole, "</table")], want + "!unreadable 1:74\n!unreadable 0:0\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc, err := Read(t.Context(), "年报.doc", []byte(tt.file))
			require.NoError(t, err)
			assert.Equal(t, "html", doc.Format)
			assert.Equal(t, tt.want, show(doc))
		})
	}
	doc, err := Read(t.Context(), "a.mht", []byte(whole))
	require.NoError(t, err)
	at := doc.Blocks[2].Table.Rows[0].Cells[0].Place
	assert.Equal(t, 1, at.Line)
	assert.Equal(t, utf8.RuneCountInString(page[:strings.Index(page, "甲")])+1, at.Column, "in the page, decoded")
}

func TestAFileWithoutAPageIsDamaged(t *testing.T) {
	t.Parallel()
	for _, file := range []string{
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\n1\n--x--\n",
		"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>a</p>",
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
		strings.Repeat("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n", 50),
	} {
		_, err := Read(t.Context(), "a.mht", []byte(file))
		var known *Error
		require.ErrorAs(t, err, &known, "%q", file)
		assert.Equal(t, Damaged, known.Kind)
	}
}

func FuzzMHT(f *testing.F) {
	f.Add([]byte(saved("base64", "<p>a</p>", "<table><tr><td>1")))
	f.Add([]byte(saved("quoted-printable", "<p>年报=</p>")))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := readMHT(t.Context(), "a.mht", data)
		if err != nil {
			assert.Nil(t, doc)
		}
	})
}

func BenchmarkMHT(b *testing.B) {
	page, err := os.ReadFile("testdata/html/divs.html")
	require.NoError(b, err)
	data := []byte(saved("quoted-printable", string(page)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(b.Context(), "a.mht", data); err != nil {
			b.Fatal(err)
		}
	}
}
