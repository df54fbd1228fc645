//go:build unix

package document

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// fakeOffice puts a shell script in LibreOffice's place and returns the folder that
// is to be empty again when all is done. In the script, $out is the folder and
// $to the format it is to write.
func fakeOffice(t *testing.T, script string) (temp string) {
	t.Helper()
	dir := t.TempDir()
	const args = "#!/bin/sh\n" + `while [ $# -gt 0 ]; do case "$1" in --outdir) out=$2;; --convert-to) to=$2;; esac; shift; done` + "\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "soffice"), []byte(args+script), 0o700))
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	temp = t.TempDir()
	t.Setenv("TMPDIR", temp)
	return temp
}

func assertEmpty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left, "what a conversion wrote stays behind")
}

func TestAnOldFileIsReadAsWhatIsConvertedFromIt(t *testing.T) {
	made := filepath.Join(t.TempDir(), "made.docx")
	require.NoError(t, os.WriteFile(made, docxOf(t, para("甲")+"<w:tbl><w:tr>"+cell("7")+"</w:tr></w:tbl>", "", ""), 0o600))
	temp := fakeOffice(t, `mkdir "$out" && cp "`+made+`" "$out/in.$to"`)
	doc, err := Read(context.Background(), "年报.rtf", []byte(`{\rtf1 }`))
	require.NoError(t, err)
	assert.Equal(t, "rtf", doc.Format)
	assert.Equal(t, "甲\n|7|", sketch(doc.Blocks))
	assert.Equal(t, "年报.rtf", doc.Blocks[0].Text.Whole().Path)
	require.Len(t, doc.Problems, 1)
	assert.Equal(t, schema.Remark, doc.Problems[0].Kind)
	assert.Contains(t, doc.Problems[0].ZH, "转换后的文件")
	assertEmpty(t, temp)
}

func TestAFileThatCannotBeConvertedSaysSo(t *testing.T) {
	for name, script := range map[string]string{
		"the program fails":                       "exit 81",
		"it says that all is well and wrote none": "exit 0",
	} {
		t.Run(name, func(t *testing.T) {
			temp := fakeOffice(t, script)
			_, err := Read(context.Background(), "年报.rtf", []byte(`{\rtf1 }`))
			var known *Error
			require.ErrorAs(t, err, &known)
			assert.Equal(t, Damaged, known.Kind)
			assert.Contains(t, known.ZH, "另存为 .docx")
			assertEmpty(t, temp)
		})
	}
}

// The script starts a program of its own, as LibreOffice's does; that must end
// too.
func TestAConversionThatHangsEndsWithAllItStarted(t *testing.T) {
	pids := filepath.Join(t.TempDir(), "pid")
	temp := fakeOffice(t, `sleep 60 & echo $! > "`+pids+`"; wait`)
	ctx, cancel := context.WithTimeout(context.Background(), convertSpare+2*time.Second)
	defer cancel()
	_, err := Read(ctx, "年报.rtf", []byte(`{\rtf1 }`))
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Contains(t, known.ZH, "--timeout")
	require.NoError(t, ctx.Err(), "it gave up before the file's own time was over")
	assertEmpty(t, temp)
	written, err := os.ReadFile(pids)
	require.NoError(t, err)
	pid, err := strconv.Atoi(strings.TrimSpace(string(written)))
	require.NoError(t, err)
	assert.Eventually(t, func() bool { return gone(pid) }, 5*time.Second, 10*time.Millisecond)
}

// gone reports whether a process has ended; one that nobody waited for is a
// zombie, which has.
func gone(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return true
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return err == nil && strings.Contains(string(stat), ") Z ")
}
