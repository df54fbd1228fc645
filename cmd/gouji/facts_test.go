package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reduce runs gouji audit over lines of facts.
func reduce(lines string, args ...string) (code int, out, errs string) {
	var stdout, stderr bytes.Buffer
	code = Main(append(append([]string{"audit"}, args...), "-"), Env{Stdin: strings.NewReader(lines), Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
	return code, stdout.String(), stderr.String()
}

func TestAnAuditInTwoHalvesSaysWhatAWholeOneSays(t *testing.T) {
	t.Parallel()
	dir, _ := corpus(t, "--organs", "20", "--years", "2019-2022", "--plant", "0.6")
	require.NoError(t, os.Remove(filepath.Join(dir, keyFile)))
	require.NoError(t, os.Remove(filepath.Join(dir, keyTOML))) // a reduce knows of no files that were passed over
	_, lines, errs := audit("--facts", dir)
	assert.Empty(t, errs)
	list := strings.SplitAfter(strings.TrimSpace(lines), "\n")
	slices.Reverse(list)
	backwards := strings.Join(list, "\n") // in whatever order an engine hands them on
	for _, format := range []string{"json", "text", "csv", "sarif", "xlsx", "html"} {
		wantCode, want, _ := audit("--format", format, dir)
		code, got, errs := reduce(backwards, "--format", format)
		assert.Empty(t, errs)
		assert.Equal(t, wantCode, code)
		same := want == got
		assert.True(t, same, format)
	}
}

func TestLinesThatAreNoFactsAreNamed(t *testing.T) {
	t.Parallel()
	_, line, _ := audit("--facts", twoYears(t))
	for name, c := range map[string][2]string{
		"words":           {line + "no\n", "第 3 行"},
		"another version": {strings.Replace(line, `"version":1`, `"version":9`, 1), "第 1 行"},
		"a line twice":    {line + line, "已经有过一行"},
		"no report":       {`{"version":1,"path":"a"}`, "第 1 行"},
	} {
		code, _, errs := reduce(c[0])
		assert.Equal(t, ExitUsage, code, name)
		assert.Contains(t, errs, c[1], name)
	}
}
