package schema_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

var han = regexp.MustCompile(`\p{Han}`)

// FuzzDecodeTOML: no file makes the decoder panic, and every problem has a place
// and a sentence for the clerk.
func FuzzDecodeTOML(f *testing.F) {
	for _, seed := range []string{
		"", tomlHead, tomlHead + "[applications]\nreceived = [1, 0, \"\", \"/\", 0, 0, 1]\n[applications.outcome.refused]\nlaw = [1]\n",
		tomlHead + "[disclosure]\nfees = { amount = 4068.208 }\n[review]\nupheld = 1\n[litigation.direct]\nother = -1\n",
		"[report]\nperiod = { from = 2024-01-01 }\nsigned = 2024-02-30\n[[section]]\ntext = '''\na\n'''\n[[section]]\ntext = \"\"\"\\\n  b\"\"\"\n",
		"[report]\na.b.c = 1\n\"\\u4e00\" = [[], {}, [{}]]\n[[unread]]\nkind = 3\n[labels]\nx = 1\n# gouji:ignore TB101\n", "report = 1\nsection = [1]\n", "\xEF\xBB\xBF[report]\r\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, p := range schema.DecodeTOML("a.toml", data).Problems {
			if p.Place.Path != "a.toml" {
				t.Fatalf("no place: %+v", p)
			}
			if !strings.Contains(string(data), "unread") && !han.MatchString(p.ZH) {
				t.Fatalf("no words: %+v", p) // [[unread]] brings its own
			}
		}
	})
}

// FuzzRoundTrip: a report that was written is read back as it was, whatever its
// words are: a text of lines, and one paragraph that has lines of its own.
func FuzzRoundTrip(f *testing.F) {
	f.Add("云溪镇2024年政府信息公开工作年度报告", "总体情况", "第一段。\n第二段。", "0", "无")
	f.Add("'''", "\"\"\"", "a'''b\n'", "'", `\`)
	f.Add("\x00\x01\x7f", "\u0085\u2028", "\ttab\x00\n\"\"\"\n\\\\\n\\", "+2", "1,362")
	f.Add("t", "h", "第一行\n第二行'\n\n  四", "1", "")
	f.Add("t", "h", "一\\\n二", "1", "")
	f.Add("a\r\nb", "\r", "x\r\ny", "-0", "976.81万元")
	f.Fuzz(func(t *testing.T, title, heading, text, one, two string) {
		if !utf8.ValidString(title + "\n" + heading + "\n" + text + "\n" + one + "\n" + two) {
			t.Skip("words are UTF-8")
		}
		want := schema.NewReport("a", "toml")
		want.Title, want.Year = line(title), 2024
		s := &schema.Section{Number: 1, Title: line(heading)}
		for p := range strings.SplitSeq(text, "\n") {
			if p := line(p); !p.IsEmpty() {
				s.Body = append(s.Body, p)
			}
		}
		if whole := schema.NewText(text, schema.Place{Line: 1, Column: 1}).TrimSpace(); !whole.IsEmpty() {
			want.Preface = []schema.Text{line(title), whole}
			if want.Preface[0].IsEmpty() {
				want.Preface = want.Preface[1:]
			}
		}
		want.AddSection(s)
		spec := schema.EditionByID("2021").Form(schema.Applications)
		row := spec.Rows[0]
		want.Forms[spec.Key] = &schema.Form{Spec: spec, Rows: []schema.Row{{Spec: row}}}
		for i, id := range row.Cells {
			want.Cells[id] = schema.ParseCell([]string{one, two}[i%2], schema.Place{})
		}
		data, err := schema.EncodeTOML(want)
		require.NoError(t, err)
		got := schema.DecodeTOML("a", data)
		require.Empty(t, got.Problems, "%s", data)
		assert.Equal(t, want.Title.Value, got.Title.Value, "%s", data)
		require.Len(t, got.Sections, 1)
		assert.Equal(t, s.Title.Value, got.Sections[0].Title.Value, "%s", data)
		assert.Equal(t, values(s.Body), values(got.Sections[0].Body), "%s", data)
		assert.Equal(t, values(want.Preface), values(got.Preface), "%s", data)
		for _, id := range row.Cells {
			assert.Equal(t, want.Cells[id].Raw, got.Cells[id].Raw, "%s", data)
			assert.Equal(t, want.Cells[id].State, got.Cells[id].State, "%s", data)
		}
	})
}

// line makes one line of fuzzed words.
func line(s string) schema.Text {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	return schema.NewText(s, schema.Place{Line: 1, Column: 1}).TrimSpace()
}

func values(texts []schema.Text) []string {
	out := make([]string, 0, len(texts))
	for _, t := range texts {
		out = append(out, t.Value)
	}
	return out
}
