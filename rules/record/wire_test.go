package record_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema/intake"
	"github.com/gouji/gouji/schema/made"
)

func TestARecordIsReadAsItWasWritten(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		m := made.New(seed, made.Options{})
		last := made.New(seed+100, made.Options{After: m})
		reports := intake.Read(t.Context(), "a.txt", []byte(last.Text(made.Layouts()[0])))
		require.NotEmpty(t, reports)
		res := rules.RunWith(reports[0], catalog.All(), &rules.Settings{Record: true})
		data, err := json.Marshal(res.Record)
		require.NoError(t, err)
		back := &record.Record{}
		require.NoError(t, json.Unmarshal(data, back))
		again, err := json.Marshal(back)
		require.NoError(t, err)
		assert.Equal(t, string(data), string(again))
		assert.Equal(t, res.Record.Prose, back.Prose)
		assert.Equal(t, res.Record.Growths, back.Growths)
		assert.Equal(t, res.Record.Title, back.Title)
	}
}

func FuzzARecordThatIsNoneIsRefusedOrRead(f *testing.F) {
	f.Add([]byte(`{"path":"a","forms":["2021","","x"],"values":"AgQ","cells":"AgQG","places":{"lines":"AQ","whole":[{}]}}`))
	f.Add([]byte(`{"values":"////","marks":"AA","growths":[{"Readings":[[99999,-1]]}]}`))
	f.Fuzz(func(_ *testing.T, data []byte) {
		r := &record.Record{}
		if json.Unmarshal(data, r) == nil {
			_, _ = json.Marshal(r)
			_ = r.Place(3)
			_ = r.Value(3)
		}
	})
}
