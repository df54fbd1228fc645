package record

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/schema"
)

func TestAValueKeepsWhatTheCellHolds(t *testing.T) {
	t.Parallel()
	values := map[Value]string{{}: "absent"}
	for _, raw := range []string{
		"", "/", "无", "0", "1", "-1", "-3", "5", "1362", "0.5", "-0.5", "4068.208", "0.000001", "999999999", "4000000000",
	} {
		c := schema.ParseCell(raw, schema.Place{})
		v := valueOf(c)
		assert.Equal(t, c.IsNumber(), v.IsNumber(), raw)
		if c.IsNumber() {
			assert.Equal(t, raw, v.String())
			assert.True(t, c.Value.Equal(v.Number()), raw)
		}
		assert.NotContains(t, values, v, "%q and %q", raw, values[v])
		values[v] = raw
	}
	assert.Equal(t, valueOf(schema.ParseCell("1362", schema.Place{})), valueOf(schema.ParseCell("1,362.00", schema.Place{})))
	assert.False(t, Value{}.IsNumber())
	for _, far := range []string{"0.0000001", "99999999999999"} {
		assert.False(t, valueOf(schema.ParseCell(far, schema.Place{})).IsNumber(), far)
	}
}
