//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAPipeThatNobodyWritesToStopsNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	pipe := filepath.Join(dir, "a.txt")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	good, err := os.ReadFile(filepath.Join("..", "..", "examples", "subdistrict-2024.txt"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.txt"), good, 0o600))
	got, code := checkReal(t, pipe, filepath.Join(dir, "b.txt"))
	assert.Equal(t, ExitUnread, code)
	require.Len(t, got.Reports, 2)
	assert.True(t, got.Reports[0].Unread)
	assert.False(t, got.Reports[1].Unread, "the other file was checked")
}
