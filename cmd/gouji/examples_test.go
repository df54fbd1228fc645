package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var root = filepath.Join("..", "..")

// printed runs the command as from the root of the repository.
func printed(tb testing.TB, args ...string) string {
	tb.Helper()
	var out bytes.Buffer
	for i, a := range args {
		if strings.HasPrefix(a, "examples") {
			args[i] = filepath.Join(root, a)
		}
	}
	Main(args, Env{Stdout: &out, Stderr: io.Discard, Getenv: func(string) string { return "" }})
	return strings.ReplaceAll(filepath.ToSlash(out.String()), filepath.ToSlash(root)+"/", "")
}

// kept holds what was made to the file; -update writes it, to be read by eye.
func kept(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "run: go test ./cmd/gouji -run 'Example|Readme' -update, and read what changed")
}

func TestExamplesGiveTheirExpectedFindings(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"township-2020", "subdistrict-2024"} {
		toml := filepath.Join(root, "examples", name+".toml")
		kept(t, toml, printed(t, "convert", "examples/"+name+".txt", "--to", "toml"))
		kept(t, filepath.Join(root, "examples", name+".out"), printed(t, "check", "examples/"+name+".txt"))
		if *update {
			continue
		}
		assert.ElementsMatch(t, saidOf(t, filepath.Join(root, "examples", name+".txt")), saidOf(t, toml), "the text and its TOML are found the same")
	}
}

func TestTheReadmeShowsWhatIsPrinted(t *testing.T) {
	t.Parallel()
	path := filepath.Join(root, "README.md")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	const command = "$ go run ./cmd/gouji check examples/township-2020.txt\n"
	before, rest, ok := strings.Cut(string(data), command)
	require.True(t, ok)
	_, after, ok := strings.Cut(rest, "```")
	require.True(t, ok)
	kept(t, path, before+command+printed(t, "check", "examples/township-2020.txt")+"```"+after)
}
