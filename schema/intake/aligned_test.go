package intake

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// onPage makes the lines of a page from a drawing: a character is ten points
// wide, one of Chinese twenty, a line ten points high. Words parted by two
// spaces or more have boxes of their own.
func onPage(drawing string) []*item {
	var out []*item
	for i, line := range strings.Split(drawing, "\n") {
		var parts []schema.Text
		x := 0.0
		for _, word := range strings.SplitAfter(line, "  ") {
			word, gap := strings.TrimRight(word, " "), word
			wide := 0.0
			for _, r := range word {
				if wide += 10; r >= 0x80 {
					wide += 10
				}
			}
			if word != "" {
				at := schema.Place{Page: 1, Box: schema.Box{X0: x, Y0: float64(10 * i), X1: x + wide, Y1: float64(10*i + 9)}}
				parts = append(parts, schema.NewText(word, at))
			}
			x += wide + 10*float64(len(gap)-len(word))
		}
		if len(parts) > 0 {
			out = append(out, &item{kind: document.Paragraph, text: schema.JoinText(parts, "  ")})
		}
	}
	return out
}

func TestFormsWithoutLinesAreReadByTheirPlaces(t *testing.T) {
	t.Parallel()
	const first = "（一）予以公开                5  0  0  0  0  0  5\n"
	const last = "（七）总计                    9  0  0  0  0  0  9\n"
	for _, tt := range []struct {
		name, drawing string
		want          map[string]string // row → values
		unread        bool
	}{
		{"a label that wraps below its figures", first + "1.属于                        3  0  0  0  0  0  3\n国家秘密\n" + last, map[string]string{"state_secret": "3 0 0 0 0 0 3"}, false},
		{"around them", first + "2.其他法律\n行政法规                      3  0  0  0  0  0  3\n禁止公开\n" + last, map[string]string{"law": "3 0 0 0 0 0 3"}, false},
		{"above them", first + "1.属于国家\n秘密                          3  0  0  0  0  0  3\n" + last, map[string]string{"state_secret": "3 0 0 0 0 0 3"}, false},
		{"beside the label of its group", first + "（三）不  1.属于              3  0  0  0  0  0  3\n予公开    国家秘密\n" + last, map[string]string{"state_secret": "3 0 0 0 0 0 3"}, false},
		{"a blank place in its column", first + "1.属于国家秘密                3     0  0  0  0  3\n" + last, map[string]string{"state_secret": "3 - 0 0 0 0 3"}, false},
		{"two figures in one column", first + "1.属于国家秘密                3  0  0  0 0 0  0  3\n" + last, nil, true},
		{"a label that nobody knows", first + "9.别的什么事项                3  0  0  0  0  0  3\n" + last, nil, true},
		{"columns that do not agree", "（一）予以公开          5  0  0  0  0  0  5\n（七）总计  9  0  0  0  0  0  9\n", nil, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := &collected{key: schema.Applications, due: schema.EditionByID("2021")}
			bindLines(c, onPage(tt.drawing))
			got := map[string]string{}
			for _, row := range c.rows {
				var values []string
				for _, v := range row.values {
					values = append(values, strings.ReplaceAll(strconv.Quote(v.Raw), `"`, ""))
					if v.State == schema.Blank {
						values[len(values)-1] = "-"
					}
				}
				got[row.key[strings.LastIndex(row.key, ".")+1:]] = strings.Join(values, " ")
			}
			for row, want := range tt.want {
				assert.Equal(t, want, got[row])
			}
			assert.Equal(t, tt.unread, len(c.extra) > 0)
			if tt.unread {
				assert.NotContains(t, got, "state_secret")
			}
		})
	}
}
