package intake

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// corpus reads a file of the shared corpus beside the repository; without one
// the test has nothing to run against.
func corpus(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", name))
	if err != nil {
		t.Skip("the shared corpus is not here")
	}
	return data
}

func TestDistrictPDFsAreReadCellForCell(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hongze-2023", "hongze-2024"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var want struct {
				Year  int
				Cells map[string]json.Number
			}
			require.NoError(t, json.Unmarshal(corpus(t, name+".cells.json"), &want))
			reports := Read(context.Background(), name+".pdf", corpus(t, name+".pdf"))
			require.Len(t, reports, 1)
			r := reports[0]
			assert.Empty(t, r.Problems)
			assert.Equal(t, want.Year, r.Year)
			assert.Len(t, want.Cells, 186)
			for path, v := range want.Cells {
				id, ok := schema.LookupCell(path)
				require.True(t, ok, path)
				n, ok := schema.ParseNumber(v.String())
				require.True(t, ok, path)
				c := r.Cell(id)
				assert.Equal(t, schema.Numeric, c.State, path)
				assert.True(t, n.Equal(c.Value), "%s: %s on paper, %q read", path, n, c.Raw)
				assert.NotZero(t, c.Place.Page, path)
			}
			numbers := 0
			for _, c := range r.Cells {
				if c.IsNumber() {
					numbers++
				}
			}
			assert.Equal(t, 186, numbers, "nothing is read that is not on paper")
		})
	}
}
