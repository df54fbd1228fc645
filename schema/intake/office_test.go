package intake

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// The file is a made report that an office program exported: forms that run over
// pages, labels that wrap, lines drawn cell by cell.
func TestAnExportedPDFIsReadCellForCell(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/office.pdf")
	require.NoError(t, err)
	list, err := os.ReadFile("testdata/office.cells.json")
	require.NoError(t, err)
	var want map[string]string
	require.NoError(t, json.Unmarshal(list, &want))
	require.Len(t, want, 200)
	reports := Read(context.Background(), "office.pdf", data)
	require.Len(t, reports, 1)
	assert.Empty(t, reports[0].Problems)
	for path, raw := range want {
		id, ok := schema.LookupCell(path)
		require.True(t, ok, path)
		assert.Equal(t, raw, reports[0].Cell(id).Raw, path)
	}
}
