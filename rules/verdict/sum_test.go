package verdict

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

func TestAFigureInTenThousandsHoldsWhenItRoundsOrCutsTheFormsOne(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, quantity, said, step, form string
		holds                            bool
	}{
		{"517.6万 cuts 5176450", "licensing", "5176000", "1000", "5176450", true},
		{"517.7万 rounds 5176650", "licensing", "5177000", "1000", "5176650", true},
		{"12.4万 rounds 123987", "licensing", "124000", "1000", "123987", true},
		{"517.8万 is neither", "licensing", "5178000", "1000", "5176450", false},
		{"517.5万 is neither", "licensing", "5175000", "1000", "5176450", false},
		{"a plain count must be the same", "licensing", "14", "1", "15", false},
		{"1万 rounds no 14000", "licensing", "10000", "10000", "14000", false},
		{"40.68亿元 of 406820.8万元", "fees", "406800", "100", "406820.8", true},
		{"4.65万元 of 4.6512", "fees", "4.65", "0.01", "4.6512", true},
		{"4.65万元 of 4.7, which is the rounded one", "fees", "4.65", "0.01", "4.7", true},
		{"4.65万元 of 4.8", "fees", "4.65", "0.01", "4.8", false},
	} {
		said, ok := schema.ParseNumber(c.said)
		require.True(t, ok, c.name)
		step, ok := schema.ParseNumber(c.step)
		require.True(t, ok, c.name)
		form, ok := schema.ParseNumber(c.form)
		require.True(t, ok, c.name)
		claim := &narrative.Claim{What: narrative.KindOf(c.quantity), Value: said, Step: step}
		assert.Equal(t, c.holds, holds(claim, form), c.name)
	}
}
