package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checked is what check prints as JSON, as far as these tests look at it.
type checked struct {
	Reports []struct {
		Path     string
		Unread   bool
		Findings []struct {
			Code, Severity, Message string
			Place                   struct{ Line int }
		}
	}
	Summary struct{ Files, Unread int }
}

// checkReal runs the real command, readers and rules included.
func checkReal(t *testing.T, args ...string) (checked, int) {
	t.Helper()
	var out, errs bytes.Buffer
	code := Main(append([]string{"check", "--format", "json"}, args...),
		Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }})
	assert.Empty(t, errs.String())
	var got checked
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	return got, code
}

func TestBadInputIsSaidAndTheOtherFilesAreChecked(t *testing.T) {
	t.Parallel()
	good, err := os.ReadFile(filepath.Join("..", "..", "examples", "subdistrict-2024.txt"))
	require.NoError(t, err)
	for _, tt := range []struct {
		name string
		file string
		data []byte
	}{
		{"an empty file", "a.txt", nil},
		{"a file of white space", "a.txt", []byte(" \r\n\t\n　")},
		{"an empty Word file", "a.docx", nil},
		{"a binary", "a.txt", bytes.Repeat([]byte{0x7F, 'E', 'L', 'F', 0, 1, 2, 0xFE}, 512)},
		{"a picture called a report", "a.docx", append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 900)...)},
		{"a zip that is no Word file", "a.docx", []byte("PK\x05\x06" + strings.Repeat("\x00", 18))},
		{"a zip cut short", "a.docx", []byte("PK\x03\x04\x14\x00\x00\x00\x08\x00abc")},
		{"a PDF cut short", "a.pdf", []byte("%PDF-1.7\n1 0 obj\n<<")},
		{"an old Word file", "a.doc", append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 2000)...)},
		{"bytes of no encoding", "a.txt", bytes.Repeat([]byte{0xFF, 0xFF, 0x80, 0x00, 0xC0}, 200)},
		{"a few bytes that are no UTF-8 in a good report", "a.txt", bytes.Replace(good, []byte("财政"), []byte("\xff\xfe财\x80政"), 1)},
		{"a TOML with a NUL", "a.toml", []byte("[report]\ntitle = \"a\x00b\"\n")},
		{"a TOML that is none", "a.toml", []byte("[report\ntitle = ")},
		{"a text that is no report", "a.txt", []byte("今天天气很好，我们去公园。\n")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, tt.file), tt.data, 0o644))
			require.NoError(t, os.WriteFile(filepath.Join(dir, "b.txt"), good, 0o644))
			got, code := checkReal(t, dir)
			assert.Equal(t, ExitUnread, code)
			assert.Equal(t, 2, got.Summary.Files)
			assert.Equal(t, 1, got.Summary.Unread)
			require.Len(t, got.Reports, 2)
			assert.True(t, got.Reports[0].Unread)
			require.NotEmpty(t, got.Reports[0].Findings)
			message := got.Reports[0].Findings[0].Message
			assert.Regexp(t, `\p{Han}.*。$`, message, "a sentence for the clerk")
			assert.NotContains(t, message, "缺陷", "no fault of gouji's")
			assert.False(t, got.Reports[1].Unread, "the other file was checked")
		})
	}
}

func TestATextOf200MBIsRefusedWithoutReadingIt(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "huge.txt")
	require.NoError(t, os.WriteFile(path, nil, 0o644))
	require.NoError(t, os.Truncate(path, 200<<20))
	got, code := checkReal(t, path)
	assert.Equal(t, ExitUnread, code)
	require.NotEmpty(t, got.Reports[0].Findings)
	assert.Contains(t, got.Reports[0].Findings[0].Message, "超过 64 MB")
}

func TestTenThousandRowsAreReadInTimeAndNeverLookClean(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("某镇2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n")
	for range 10_000 {
		b.WriteString("一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n")
	}
	path := filepath.Join(t.TempDir(), "rows.txt")
	require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o644))
	got, code := checkReal(t, path)
	assert.NotEqual(t, ExitClean, code)
	assert.NotEmpty(t, got.Reports[0].Findings)
}

func TestALoopOfFoldersExitsThree(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	good, err := os.ReadFile(filepath.Join("..", "..", "examples", "subdistrict-2024.txt"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), good, 0o644))
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	got, code := checkReal(t, dir)
	assert.Equal(t, ExitUnread, code)
	require.Len(t, got.Reports, 2)
	assert.False(t, got.Reports[0].Unread)
	assert.Contains(t, got.Reports[1].Findings[0].Message, "循环")
}

func TestAFileWithoutPermissionExitsThree(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind here")
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(path, []byte("x"), 0))
	got, code := checkReal(t, path)
	assert.Equal(t, ExitUnread, code)
	assert.Contains(t, got.Reports[0].Findings[0].Message, "没有读取权限")
}
