package schema_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

const tomlHead = "[report]\ntitle = \"云溪镇2024年政府信息公开工作年度报告\"\nyear = 2024\n"

// Whatever is wrong in a structured report is said in Chinese, with its place,
// and all else is kept.
func TestAFaultOfAStructuredReportHasAPlaceAndWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		kind       schema.ProblemKind
		line, col  int // 0: anywhere
		says       string
		nearest    string
	}{
		{"an unknown key", tomlHead + "[applications]\ncarryed_out = [1, 0, 0, 0, 0, 0, 1]\n", schema.UnknownKey, 5, 1, "是否指“carried_out”", "carried_out"},
		{"an unknown table", tomlHead + "[aplications]\nreceived = [1, 0, 0, 0, 0, 0, 1]\n", schema.UnknownKey, 4, 2, "是否指“applications”", "applications"},
		{"an unknown column", tomlHead + "[disclosure]\nregulations = { isued = 1 }\n", schema.UnknownKey, 5, 17, "是否指“issued”", "issued"},
		{"a key like none", tomlHead + "[applications]\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq = 1\n", schema.UnknownKey, 5, 1, "没有“qqqq", ""},
		{"the same key twice", tomlHead + "year = 2023\n", schema.Unreadable, 4, 0, "写了两次", ""},
		{"the same table twice", tomlHead + "[review]\nupheld = 1\n[review]\nother = 1\n", schema.Unreadable, 6, 0, "写了两次", ""},
		{"the same section twice", tomlHead + "[[section]]\nnumber = 1\ntitle = \"总体情况\"\n[[section]]\nnumber = 2\ntitle = \"总体情况\"\n", schema.DuplicateSection, 9, 0, "出现两次", ""},
		{"words for a number", tomlHead + "[[section]]\nnumber = \"一\"\n", schema.WrongType, 5, 10, "应为整数", ""},
		{"a number for words", tomlHead + "organ = 2024\n", schema.WrongType, 4, 9, "应为文字", ""},
		{"a number for a table", tomlHead + "[applications]\noutcome = 3\n", schema.WrongType, 5, 11, "应为", ""},
		{"words for a date", tomlHead + "signed = \"去年\"\n", schema.WrongType, 4, 10, "应为日期", ""},
		{"an edition that is none", tomlHead + "edition = \"2022\"\n", schema.WrongType, 4, 11, "可用的是 2019、2021", ""},
		{"a section that is no table", "section = 1\n" + tomlHead, schema.WrongType, 1, 11, "[[section]]", ""},
		{"a string without its end", tomlHead + "organ = \"云溪镇\n", schema.Unreadable, 4, 0, "没有在同一行结束", ""},
		{"a long string without its end", tomlHead + "[[section]]\ntext = '''云溪镇\n", schema.Unreadable, 0, 0, "少了结尾", ""},
		{"a key without a value", tomlHead + "organ =\n", schema.Unreadable, 4, 0, "等号后面没有值", ""},
		{"a number with a zero in front", tomlHead + "[applications]\nreceived = [01, 0, 0, 0, 0, 0, 1]\n", schema.Unreadable, 5, 0, "前面多了 0", ""},
		{"an array without its end", tomlHead + "[applications]\nreceived = [1, 0\n", schema.Unreadable, 0, 0, "括号", ""},
		{"a NUL", tomlHead + "organ = \"云\x00溪\"\n", schema.Unreadable, 4, 0, "控制字符", ""},
		{"no UTF-8", tomlHead + "organ = \"\xd4\xc6\"\n", schema.Unreadable, 4, 10, "另存为 UTF-8", ""},
		{"an empty file", " \n", schema.Unreadable, 0, 0, "空的", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := schema.DecodeTOML("a.toml", []byte(tt.text))
			require.NotEmpty(t, r.Problems)
			p := r.Problems[0]
			assert.Equal(t, tt.kind, p.Kind, p.ZH)
			assert.Contains(t, p.ZH, tt.says)
			assert.Equal(t, "a.toml", p.Place.Path)
			assert.Equal(t, tt.nearest, p.Nearest)
			if tt.line > 0 {
				assert.Equal(t, tt.line, p.Place.Line, p.ZH)
			}
			if tt.col > 0 {
				assert.Equal(t, tt.col, p.Place.Column, p.ZH)
			}
			if p.Kind != schema.Unreadable {
				assert.Equal(t, 2024, r.Year, "all else is kept")
			}
		})
	}
}

func TestARowOfTheWrongLengthIsPutIntoNoColumn(t *testing.T) {
	t.Parallel()
	for values, ragged := range map[string]bool{"1, 0, 0, 0, 0, 1": true, "1, 0, 0, 0, 0, 0, 0, 1": true, `1, 0, 0, "", "/", 0, 1`: false} {
		r := schema.DecodeTOML("a.toml", []byte(tomlHead+"[applications]\nreceived = ["+values+"]\n"))
		f := r.Forms[schema.Applications]
		require.NotNil(t, f, values)
		require.Len(t, f.Rows, 1, values)
		assert.Equal(t, ragged, f.Rows[0].Ragged, values)
		assert.Equal(t, ragged, r.Cell(schema.MustCell("applications.received.total")).State == schema.Absent, values)
	}
}

func TestProseKnowsItsLinesAlsoWithCRLFAndEscapes(t *testing.T) {
	t.Parallel()
	literal := tomlHead + "[[section]]\nnumber = 1\ntitle = \"总体情况\"\ntext = '''\n第一段。\n第二段。\n'''\n"
	escaped := tomlHead + "[[section]]\nnumber = 1\ntitle = \"总体情况\"\ntext = \"\"\"\n第一段。\n\\u7B2C二段。\n\"\"\"\n"
	for _, text := range []string{literal, escaped, strings.ReplaceAll(literal, "\n", "\r\n"), strings.ReplaceAll(escaped, "\n", "\r\n")} {
		r := schema.DecodeTOML("a.toml", []byte(text))
		require.Empty(t, r.Problems, text)
		body := r.Section("overview").Body
		require.Len(t, body, 2, text)
		assert.Equal(t, "第一段。", body[0].Value, text)
		assert.Equal(t, "第二段。", body[1].Value, text)
		assert.Equal(t, 8, body[0].Whole().Line, text)
		assert.Equal(t, 9, body[1].Whole().Line, text)
		assert.Equal(t, 1, body[1].Whole().Column, text)
	}
}
