package catalog_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// wildReport is a report in the words of a clerk, and what a careful reviewer
// finds in it.
type wildReport struct {
	Name, Title, Preface, Overview, Problems, Other, Signed string
	Year                                                    int
	Rows                                                    map[string][]any // row → its cells; all other cells hold 0
	Headings                                                map[string]string
	Want                                                    []string // code and words or value of each finding
}

func wildReports(t *testing.T) []wildReport {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "wild", "*.toml"))
	require.NoError(t, err)
	var all []wildReport
	for _, path := range paths {
		var file struct{ Report []wildReport }
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		meta, err := toml.Decode(string(data), &file)
		require.NoError(t, err, path)
		require.Empty(t, meta.Undecoded(), path)
		all = append(all, file.Report...)
	}
	return all
}

// page prints the report as Markdown.
func (w *wildReport) page(t *testing.T) []byte {
	t.Helper()
	text := func(s string) schema.Text { return schema.NewText(s, schema.Place{}) }
	r := schema.NewReport("wild.md", "markdown")
	r.Year, r.Edition = w.Year, schema.EditionForYear(w.Year)
	r.Title = text(w.Title)
	body := map[string]string{"overview": w.Overview, "problems": w.Problems, "other": w.Other}
	lines := func(s string) (out []schema.Text) {
		for line := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
			out = append(out, text(line))
		}
		return out
	}
	r.Preface = lines(w.Preface)
	for _, spec := range r.Edition.Sections {
		heading := string([]rune("一二三四五六")[spec.Number-1]) + "、" + spec.Title
		if h := w.Headings[strconv.Itoa(spec.Number)]; h != "" {
			heading = h
		}
		s := &schema.Section{Key: spec.Key, Number: spec.Number, Heading: text(heading)}
		if b := body[spec.Key]; b != "" {
			s.Body = lines(b)
		}
		r.Sections = append(r.Sections, s)
	}
	used := 0
	for _, spec := range r.Edition.Forms {
		f := &schema.Form{Spec: spec}
		for _, row := range spec.Rows {
			f.Rows = append(f.Rows, schema.Row{Spec: row})
			cells, told := w.Rows[row.Key]
			if told {
				require.Len(t, cells, len(row.Cells), "%s: %s", w.Name, row.Key)
				used++
			}
			for i, id := range row.Cells {
				raw := "0"
				switch {
				case !told:
				default:
					if n, ok := cells[i].(int64); ok {
						raw = strconv.FormatInt(n, 10)
					} else {
						raw = cells[i].(string)
					}
				}
				r.Cells[id] = schema.ParseCell(raw, schema.Place{})
			}
		}
		r.Forms[spec.Key] = f
	}
	require.Equal(t, len(w.Rows), used, "%s: a row is unknown", w.Name)
	page, err := schema.EncodeMarkdown(r)
	require.NoError(t, err)
	return append(page, "\n\n"+strings.ReplaceAll(w.Signed, "\n", "\n\n")+"\n"...)
}

// TestReportsOfManyHandsAreReadAsAReviewerReadsThem holds all rules to reports
// in many styles: what is right stays silent, what is planted is found once.
func TestReportsOfManyHandsAreReadAsAReviewerReadsThem(t *testing.T) {
	t.Parallel()
	all := wildReports(t)
	require.GreaterOrEqual(t, len(all), 40)
	for i := range all {
		w := &all[i]
		t.Run(w.Name, func(t *testing.T) {
			t.Parallel()
			page := w.page(t)
			res := check(read(t, "wild.md", page))
			var got []string
			for _, f := range res.Findings {
				got = append(got, strings.TrimSpace(f.Code+" "+f.Actual))
			}
			assert.ElementsMatch(t, w.Want, got, "%s", page)
			assert.False(t, res.Unread)
		})
	}
}
