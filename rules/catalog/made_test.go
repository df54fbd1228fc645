package catalog_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
	"github.com/gouji/gouji/schema/made"
)

// seeds returns how many seeds a property is tried with: n, or as many as the
// environment's GOUJI_SEEDS says.
func seeds(t *testing.T, n uint64) uint64 {
	t.Helper()
	if s := os.Getenv("GOUJI_SEEDS"); s != "" {
		more, err := strconv.ParseUint(s, 10, 32)
		require.NoError(t, err)
		return more
	}
	return n
}

// read reads a printed report back.
func read(t *testing.T, name string, data []byte) *schema.Report {
	t.Helper()
	reports := intake.Read(context.Background(), name, data)
	require.Len(t, reports, 1)
	return reports[0]
}

// check holds a report to every rule.
func check(r *schema.Report) rules.Result { return rules.Run(r, catalog.All()) }

// silent fails with what was found in a report that has nothing to find.
func silent(t *testing.T, res rules.Result, printed string) bool {
	t.Helper()
	if len(res.Findings) == 0 && len(res.Report.Problems) == 0 && !res.Unread {
		return true
	}
	var said string
	for _, f := range res.Findings {
		said += fmt.Sprintf("%s %s (line %d)\n", f.Code, f.Message.ZH, f.Place.Line)
	}
	for _, p := range res.Report.Problems {
		said += fmt.Sprintf("%s %s\n", p.Kind, p.ZH)
	}
	return assert.Fail(t, "a consistent report is not clean", "%s\n%s", said, printed)
}

// figures fails when a cell of the report does not hold what was printed.
func figures(t *testing.T, m *made.Made, r *schema.Report) bool {
	t.Helper()
	ok := true
	for _, path := range m.Paths() {
		ok = ok && assert.Equal(t, m.Raw(path), r.Cell(schema.MustCell(path)).Raw, path)
	}
	return ok
}

func TestEveryRuleIsSilentOverConsistentReports(t *testing.T) {
	t.Parallel()
	for _, layout := range made.Layouts() {
		t.Run(layout.Name, func(t *testing.T) {
			t.Parallel()
			for seed := range seeds(t, 40) {
				m := made.New(seed, made.Options{})
				text := m.Text(layout)
				res := check(read(t, "made.txt", []byte(text)))
				if !silent(t, res, text) || !figures(t, m, res.Report) {
					t.Fatalf("seed %d", seed)
				}
			}
		})
	}
}

func TestEveryRuleIsSilentInEveryFormat(t *testing.T) {
	t.Parallel()
	for _, format := range made.Formats() {
		t.Run(format.Name, func(t *testing.T) {
			t.Parallel()
			for seed := range seeds(t, 40) {
				m := made.New(seed, made.Options{})
				data, err := format.Print(m)
				require.NoError(t, err)
				res := check(read(t, "made"+format.Ext, data))
				if !silent(t, res, string(data)) || !figures(t, m, res.Report) {
					t.Fatalf("seed %d", seed)
				}
			}
		})
	}
}
