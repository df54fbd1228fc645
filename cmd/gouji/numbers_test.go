package main

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkExample runs check over one of the examples and returns what it prints.
func checkExample(t *testing.T, name string, flags ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	args := append(append([]string{"check"}, flags...), filepath.Join("..", "..", "examples", name))
	Main(args, Env{Stdout: &out, Stderr: io.Discard, Getenv: func(string) string { return "" }})
	return out.Bytes()
}

func TestShowNumbersMarksEveryNumberWithWhatBecameOfIt(t *testing.T) {
	t.Parallel()
	out := string(checkExample(t, "township-2020.txt", "--show-numbers"))
	for _, want := range []string{
		"政府信息公开申请14件〔✗ 收到的申请〕",
		"行政复议14件〔✗ 行政复议〕",
		"咨询231件〔－ 说的是别的事项〕",
		"公开信息60条〔✓ 主动公开的政府信息总数〕，其中政策文件18条〔✓ 前后的数〕",
		"全年抽查4次〔－ 没有可对应的表格项目〕",
	} {
		assert.Contains(t, out, want)
	}
	out = string(checkExample(t, "subdistrict-2024.txt", "--show-numbers"))
	assert.Contains(t, out, "新收政府信息公开申请11件〔✓ 新收的申请〕")
	assert.Contains(t, out, "满意率为98%。", "a rate is no number of the forms and is left alone")
	assert.NotContains(t, string(checkExample(t, "subdistrict-2024.txt")), "〔", "nobody asked")
}

func TestNumbersInJSONAgreeWithTheCoverage(t *testing.T) {
	t.Parallel()
	var got struct {
		Reports []struct {
			Coverage struct{ Numbers map[string]int }
			Numbers  []struct {
				Words, Status, Reason string
				Place                 struct{ Line, Column int }
			}
		}
	}
	require.NoError(t, json.Unmarshal(checkExample(t, "subdistrict-2024.txt", "--format", "json", "--show-numbers"), &got))
	r := got.Reports[0]
	count := map[string]int{}
	for _, n := range r.Numbers {
		count[n.Status]++
		assert.NotZero(t, n.Place.Line, n.Words)
		assert.Equal(t, n.Status == "unlinked", n.Reason != "", "%s: what is not checked says why", n.Words)
	}
	assert.Equal(t, r.Coverage.Numbers["verified"], count["verified"])
	assert.Equal(t, r.Coverage.Numbers["contradicted"], count["contradicted"])
	assert.GreaterOrEqual(t, count["unlinked"], r.Coverage.Numbers["unlinked"], "dates and articles are listed, too")
}
