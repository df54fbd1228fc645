package intake_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
)

// readOne reads a file with one report in it.
func readOne(t *testing.T, path string) *schema.Report {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	reports := intake.Read(t.Context(), path, data)
	require.Len(t, reports, 1)
	return reports[0]
}

// cellsOf returns what stands in each cell of a report, path → state and raw.
func cellsOf(r *schema.Report) map[string]string {
	out := map[string]string{}
	for id, c := range r.Cells {
		if c.State != schema.Absent {
			out[schema.CellID(id).Path()] = c.State.String() + " " + c.Raw
		}
	}
	return out
}

// proseOf returns the words of a report by section.
func proseOf(r *schema.Report) []string {
	out := []string{r.Title.Value, r.Organ.Value, r.Signature.Value, r.Signed.String(), r.Period.From.String(), r.Period.To.String()}
	for _, t := range r.Preface {
		out = append(out, t.Value)
	}
	for _, s := range r.Sections {
		out = append(out, s.Key, s.Title.Value)
		for _, t := range s.Body {
			out = append(out, t.Value)
		}
	}
	return out
}

func TestPagesOfManySitesReadAsTheirText(t *testing.T) {
	t.Parallel()
	for page, text := range map[string]string{
		"word-gbk.html":      "township-2020.txt",
		"split-forms.html":   "township-2020.txt",
		"layout-tables.html": "subdistrict-2024.txt",
		"divs.html":          "subdistrict-2024.txt",
	} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			want := readOne(t, filepath.Join("..", "..", "examples", text))
			got := readOne(t, filepath.Join("..", "document", "testdata", "html", page))
			assert.Equal(t, "html", got.Format)
			assert.Empty(t, got.Problems)
			assert.Equal(t, cellsOf(want), cellsOf(got))
			assert.Equal(t, proseOf(want), proseOf(got))
		})
	}
}
