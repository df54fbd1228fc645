//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A script stands in LibreOffice's place: it tells its number and starts a
// program of its own, as LibreOffice's does.
func TestAnInterruptedRunLeavesNothingBehind(t *testing.T) {
	bin, temp, dir := t.TempDir(), t.TempDir(), t.TempDir()
	pid := filepath.Join(bin, "pid")
	require.NoError(t, os.WriteFile(filepath.Join(bin, "soffice"), []byte("#!/bin/sh\nsleep 60 & echo $! > '"+pid+"'; wait\n"), 0o700))
	t.Setenv("PATH", bin+":/usr/bin:/bin")
	t.Setenv("TMPDIR", temp)
	for _, name := range []string{"甲.rtf", "乙.rtf", "丙.rtf"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(`{\rtf1 }`), 0o600))
	}
	started := make(chan int, 1)
	go func() {
		var n int
		for n == 0 {
			text, _ := os.ReadFile(pid)
			n, _ = strconv.Atoi(strings.TrimSpace(string(text)))
			time.Sleep(5 * time.Millisecond)
		}
		started <- n
		_ = syscall.Kill(os.Getpid(), syscall.SIGINT)
	}()
	var out, errs bytes.Buffer
	code := Main([]string{"check", "--jobs", "1", dir}, Env{Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Today: today})
	assert.Equal(t, ExitUnread, code)
	assert.Contains(t, errs.String(), "已中断")
	left, err := os.ReadDir(temp)
	require.NoError(t, err)
	assert.Empty(t, left, "the folder of the conversion is removed")
	n := <-started
	assert.Eventually(t, func() bool { return ended(n) }, 5*time.Second, 10*time.Millisecond)
}

// ended reports whether a process is gone, or a zombie that nobody waited for.
func ended(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return true
	}
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return err == nil && strings.Contains(string(stat), ") Z ")
}
