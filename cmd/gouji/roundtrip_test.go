package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// said is what a finding says, places left out.
type said struct {
	Code, Severity, Message, Expected, Actual string
	Cells                                     []string
	Proposals                                 []map[string]any
}

// saidOf checks a file with the real command and returns what it finds.
func saidOf(t *testing.T, path string) []said {
	t.Helper()
	var out bytes.Buffer
	Main([]string{"check", "--format", "json", path}, Env{Stdout: &out, Stderr: io.Discard, Getenv: func(string) string { return "" }})
	var got struct {
		Reports []struct{ Findings []said }
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	require.Len(t, got.Reports, 1)
	return got.Reports[0].Findings
}

func TestConvertToTOMLAndBackChecksTheSame(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(filepath.Join("..", "..", "examples", "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	shared, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", "*.txt"))
	require.NoError(t, err)
	for _, path := range append(paths, shared...) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			toml := filepath.Join(t.TempDir(), "report.toml")
			var errs bytes.Buffer
			code := Main([]string{"convert", path, "--to", "toml", "-o", toml}, Env{Stdout: io.Discard, Stderr: &errs, Getenv: func(string) string { return "" }})
			require.Equal(t, ExitClean, code, errs.String())
			assert.ElementsMatch(t, saidOf(t, path), saidOf(t, toml))
			again := filepath.Join(t.TempDir(), "report.toml")
			require.Equal(t, ExitClean, Main([]string{"convert", toml, "--to", "toml", "-o", again}, Env{Stdout: io.Discard, Stderr: &errs, Getenv: func(string) string { return "" }}))
			first, err := os.ReadFile(toml)
			require.NoError(t, err)
			second, err := os.ReadFile(again)
			require.NoError(t, err)
			assert.Equal(t, string(first), string(second), "what was written reads as itself")
		})
	}
}
