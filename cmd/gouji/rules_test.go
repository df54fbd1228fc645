package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules/catalog"
)

var update = flag.Bool("update", false, "write the generated files anew")

// run runs the command and returns what it prints.
func run(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := Main(args, Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }})
	require.Equal(t, ExitClean, code, errs.String())
	return out.String()
}

// The list of rules in the repository is what the rules say of themselves:
// go test ./cmd/gouji -run Document -update.
func TestTheDocumentOfTheRulesIsFresh(t *testing.T) {
	t.Parallel()
	const path = "../../rules/README.md"
	got := run(t, "rules", "--format", "md")
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "run: go test ./cmd/gouji -run Document -update")
}

func TestEveryRuleIsExplainedWholeInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, r := range catalog.All() {
		zh, en := run(t, "explain", "--lang", "zh", r.Code), run(t, "explain", "--lang", "en", strings.ToUpper(r.Name))
		for _, words := range []string{r.Title.ZH, r.Doc.What.ZH, r.Doc.Why.ZH, r.Doc.Basis.ZH, r.Since} {
			assert.Contains(t, zh, words)
		}
		for _, words := range []string{r.Title.EN, r.Doc.What.EN, r.Doc.Why.EN, r.Doc.Basis.EN, r.Since} {
			assert.Contains(t, en, words)
		}
		for _, sample := range []string{r.Doc.Bad, r.Doc.Good} {
			for line := range strings.Lines(sample) {
				assert.Contains(t, zh, "  "+strings.TrimSuffix(line, "\n"))
				assert.Contains(t, en, "  "+strings.TrimSuffix(line, "\n"))
			}
		}
		for _, o := range r.Options {
			assert.Contains(t, zh, "选项 "+o.Key)
			assert.Contains(t, en, o.Doc.EN)
		}
	}
}

func TestTheRulesAreListedForPrograms(t *testing.T) {
	t.Parallel()
	var list struct {
		Version int
		Rules   []struct {
			Code, Name, Severity string
			What                 struct{ ZH, EN string }
			Options              []struct{ Key string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(run(t, "rules", "--format", "json")), &list))
	all := catalog.All()
	require.Len(t, list.Rules, len(all))
	for i, r := range all {
		assert.Equal(t, r.Code, list.Rules[i].Code)
		assert.Equal(t, r.Doc.What.ZH, list.Rules[i].What.ZH)
		assert.Len(t, list.Rules[i].Options, len(r.Options))
	}
}
