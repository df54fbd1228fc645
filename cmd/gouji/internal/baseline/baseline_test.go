package baseline

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// result is what a run over a report of an organ found.
func result(organ string, year int, findings ...rules.Finding) *rules.Result {
	r := schema.NewReport("x", "text")
	r.Organ, r.Year = schema.NewText(organ, schema.Place{}), year
	rules.Settle(r, findings)
	return &rules.Result{Report: r, Findings: findings}
}

var ran = []*rules.Rule{{Code: "TB101"}, {Code: "ST507"}}

func cell(path, actual string) rules.Finding {
	return rules.Finding{Code: "TB101", Cells: []string{path}, Actual: actual}
}

func kept(res *rules.Result) (out []string) {
	for _, f := range res.Findings {
		if f.Suppressed == nil {
			out = append(out, f.Code+" "+f.Actual)
		}
	}
	return out
}

// known is a baseline of these results.
func known(t *testing.T, results ...*rules.Result) []byte {
	t.Helper()
	b := New("b.toml", "/d/b.toml")
	for _, res := range results {
		b.Apply(res, "/d/x", ran)
	}
	b.Update(true, false)
	data, err := b.Bytes()
	require.NoError(t, err)
	return data
}

func TestAnEntryIsOneFinding(t *testing.T) {
	t.Parallel()
	const total = "applications.received.total"
	data := known(t, result("砚垄镇人民政府", 2024, cell(total, "5")))
	for _, tt := range []struct {
		name string
		res  *rules.Result
		path string
		want []string
	}{
		{"the same", result("砚垄镇人民政府", 2024, cell(total, "5")), "/d/x", nil},
		{"the same in another file", result("砚垄镇人民政府", 2024, cell(total, "5")), "/e/y", nil},
		{"the same, organ set with spaces", result("砚垄镇 人民政府", 2024, cell(total, "5")), "/d/x", nil},
		{"another figure", result("砚垄镇人民政府", 2024, cell(total, "6")), "/d/x", []string{"TB101 6"}},
		{"another cell", result("砚垄镇人民政府", 2024, cell("applications.carried_in.total", "5")), "/d/x", []string{"TB101 5"}},
		{"another year", result("砚垄镇人民政府", 2023, cell(total, "5")), "/d/x", []string{"TB101 5"}},
		{"another organ", result("苇墩镇人民政府", 2024, cell(total, "5")), "/d/x", []string{"TB101 5"}},
		{"one more", result("砚垄镇人民政府", 2024, cell(total, "5"), rules.Finding{Code: "ST507", Key: "五"}), "/d/x", []string{"ST507 "}},
	} {
		b, err := Parse("b.toml", "/d/b.toml", data)
		require.NoError(t, err)
		b.Apply(tt.res, tt.path, ran)
		assert.Equal(t, tt.want, kept(tt.res), tt.name)
	}
}

func TestAnEntryIsFixedOnlyWhenItsReportWasHeldToItsRule(t *testing.T) {
	t.Parallel()
	data := known(t, result("砚垄镇人民政府", 2024, cell("applications.received.total", "5")))
	unread := result("砚垄镇人民政府", 2024)
	unread.Unread = true
	for _, tt := range []struct {
		name string
		res  *rules.Result
		ran  []*rules.Rule
		want int
	}{
		{"held and gone", result("砚垄镇人民政府", 2024), ran, 1},
		{"still there", result("砚垄镇人民政府", 2024, cell("applications.received.total", "5")), ran, 0},
		{"the rule did not run", result("砚垄镇人民政府", 2024), ran[1:], 0},
		{"another report", result("砚垄镇人民政府", 2023), ran, 0},
		{"not read to its end", unread, ran, 0},
	} {
		b, err := Parse("b.toml", "/d/b.toml", data)
		require.NoError(t, err)
		b.Apply(tt.res, "/d/x", tt.ran)
		assert.Len(t, b.Fixed(), tt.want, tt.name)
		assert.Equal(t, tt.want > 0, b.Update(false, true), tt.name)
		assert.Equal(t, 1-tt.want, b.Len(), tt.name)
	}
}

func TestTheFileIsSortedAndTheSameWhateverTheOrder(t *testing.T) {
	t.Parallel()
	one := func() *rules.Result {
		return result("苇墩镇人民政府", 2023, cell("applications.received.total", "5"), cell("applications.received.natural", "\"'\\\n"))
	}
	two := func() *rules.Result {
		return result("砚垄镇人民政府", 2024, rules.Finding{Code: "ST507", Key: "五、存在的问题"})
	}
	data := known(t, one(), two())
	assert.Equal(t, string(data), string(known(t, two(), one())))
	assert.Equal(t, 3, bytes.Count(data, []byte("[[finding]]")))
	b, err := Parse("b.toml", "/d/b.toml", data)
	require.NoError(t, err)
	again, err := b.Bytes()
	require.NoError(t, err)
	assert.Equal(t, string(data), string(again))
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "[[finding]]\ncode = \"TB101\"\nfingerprint = \"a\"\nyear = 2024\ncells = [\"a\"]", "finding = [{}]", "[finding]", "finding = [[]]", "[[finding]]\nyear = 1.5"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		b, err := Parse("b.toml", "/d/b.toml", []byte(src))
		if err != nil {
			return
		}
		data, err := b.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Parse("b.toml", "/d/b.toml", data)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, data)
		}
		if again.Len() != b.Len() {
			t.Fatalf("%d entries became %d", b.Len(), again.Len())
		}
	})
}
