package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema/intake"
)

// Old formats are read through a program that takes seconds: a terminal is told
// once, whatever the number of files, and a log never.
func TestATerminalIsToldOnceWhyReadingTakesSeconds(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in for LibreOffice is a shell script")
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\nexit 1\n"), 0o700))
	t.Setenv("PATH", dir)
	for _, terminal := range []bool{true, false} {
		var said bytes.Buffer
		a := &app{Env: Env{Stderr: &said}, lang: "zh", read: intake.Read}
		read := a.reader(terminal)
		for range 2 {
			require.Len(t, read(context.Background(), "年报.rtf", []byte(`{\rtf1 }`)), 1)
		}
		want := ""
		if terminal {
			want = "gouji: 正在用 LibreOffice 转换旧格式的文件，每份需几秒钟。\n"
		}
		assert.Equal(t, want, said.String())
	}
}
