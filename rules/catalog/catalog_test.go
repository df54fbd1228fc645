package catalog

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryRuleIsWhole(t *testing.T) {
	t.Parallel()
	require.NoError(t, All().Validate())
}

func TestCodesAreInOrderWithinTheirFamily(t *testing.T) {
	t.Parallel()
	byFamily := map[string][]string{}
	for _, r := range All() {
		byFamily[r.Family.Key] = append(byFamily[r.Family.Key], r.Code)
	}
	for family, codes := range byFamily {
		assert.True(t, slices.IsSorted(codes), "%s: %v", family, codes)
	}
}
