package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/made"
)

// damages are the ways in which one row of a table is spoilt: labels are the
// cells in front, values those with figures. What they return are the row's
// cells, trailing empty ones may follow.
var damages = []struct {
	name string
	do   func(labels, values []string) []string
}{
	{"the figures grew on to the label", func(l, v []string) []string { return grown(l, strings.Join(v, ""), len(v)) }},
	{"the figures grew on to the label and left no cells", func(l, v []string) []string { return grown(l, strings.Join(v, ""), 0) }},
	{"the figures stand behind the label in its cell", func(l, v []string) []string { return grown(l, " "+strings.Join(v, " "), len(v)) }},
	{"the figures stand in brackets in the label's cell", func(l, v []string) []string { return grown(l, "（"+strings.Join(v, "、")+"）", len(v)) }},
	{"the figures grew together in one cell", func(l, v []string) []string { return join(l, []string{glue(v)}, empty(len(v)-1)) }},
	{"the figures grew together and left no cells", func(l, v []string) []string { return join(l, []string{glue(v)}) }},
	{"the figures stand in one cell", func(l, v []string) []string { return join(l, []string{strings.Join(v, " ")}, empty(len(v)-1)) }},
	{"every figure is missing", func(l, v []string) []string { return join(l, empty(len(v))) }},
	{"every figure and its cell is missing", func(l, _ []string) []string { return l }},
	{"every figure is a word", func(l, v []string) []string { return join(l, same("无", len(v))) }},
	{"every figure is a dash", func(l, v []string) []string { return join(l, same("—", len(v))) }},
	{"the first figure is a word", func(l, v []string) []string { return join(l, []string{"无"}, v[1:]) }},
	{"the last figure is a word", func(l, v []string) []string { return join(l, v[:len(v)-1], []string{"无"}) }},
	{"the first figure has a letter", func(l, v []string) []string { return join(l, []string{"O"}, v[1:]) }},
	{"the first figure has a question mark", func(l, v []string) []string { return join(l, []string{v[0] + "？"}, v[1:]) }},
	{"the last figure is in words", func(l, v []string) []string { return join(l, v[:len(v)-1], []string{"十二件"}) }},
	{"the first figure is lost", func(l, v []string) []string { return join(l, v[1:]) }},
	{"the last figure is lost", func(l, v []string) []string { return join(l, v[:len(v)-1]) }},
	{"a figure is too much", func(l, v []string) []string { return join(l, v, []string{"0"}) }},
	{"two figures grew together", func(l, v []string) []string {
		if len(v) < 2 {
			return join(l, []string{"0" + v[0]})
		}
		return join(l, []string{v[0] + v[1]}, v[2:])
	}},
	{"the label is gone", func(l, v []string) []string { return join(empty(len(l)), v) }},
	{"the label is another", func(l, v []string) []string { return join(same("此项另见附件", len(l)), v) }},
	{"the row is gone", func(_, _ []string) []string { return nil }},
	{"the row is empty", func(l, v []string) []string { return empty(len(l) + len(v)) }},
}

// grown puts words behind the last label that is one.
func grown(labels []string, words string, cells int) []string {
	out := slices.Clone(labels)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i] != "" {
			out[i] += words
			break
		}
	}
	return append(out, empty(cells)...)
}

// glue makes one word of figures that are several: a merged cell that is
// repeated is one figure.
func glue(values []string) string {
	if len(slices.Compact(slices.Clone(values))) == 1 && values[0] != "0" {
		return "0" + values[0]
	}
	return strings.Join(values, "")
}

func join(parts ...[]string) []string { return slices.Concat(parts...) }

func empty(n int) []string { return same("", n) }

func same(s string, n int) []string { return slices.Repeat([]string{s}, max(0, n)) }

// gridLine divides a line of a table into labels and figures. ok is false for
// every other line.
func gridLine(line, mark string) (labels, values []string, ok bool) {
	body := strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	for _, cell := range strings.Split(body, mark) {
		cell = strings.TrimSpace(cell)
		switch c := schema.ParseCell(cell, schema.Place{}); {
		case c.IsNumber():
			values = append(values, cell)
		case cell == "" && len(values) > 0:
		case len(values) > 0:
			return nil, nil, false
		default:
			labels = append(labels, cell)
		}
	}
	return labels, values, len(values) > 0
}

// printLine is the inverse of gridLine.
func printLine(cells []string, mark string, pad int) string {
	if len(cells) == 0 {
		return ""
	}
	for len(cells) < pad {
		cells = append(cells, "")
	}
	line := strings.Join(cells, mark)
	if mark == "|" {
		line = "|" + line + "|"
	}
	return line
}

// A figure that was not read as it was printed must be said, whatever became of
// its row; and what could not be checked is never without a finding.
func TestADamagedRowIsNeverSilentlyGreen(t *testing.T) {
	t.Parallel()
	markdown := made.Formats()[slices.IndexFunc(made.Formats(), func(f made.Format) bool { return f.Name == "markdown" })]
	for _, in := range []struct {
		name, file, mark string
		print            func(m *made.Made) string
	}{
		{"tabs", "made.txt", "\t", func(m *made.Made) string { return m.Text(layoutOf(t, "tabs")) }},
		{"pipes", "made.txt", "|", func(m *made.Made) string { return m.Text(layoutOf(t, "pipes")) }},
		{"spaces", "made.txt", "  ", func(m *made.Made) string { return m.Text(layoutOf(t, "spaces")) }},
		{"markdown", "made.md", "|", func(m *made.Made) string {
			data, err := markdown.Print(m)
			require.NoError(t, err)
			return string(data)
		}},
	} {
		for _, d := range damages {
			t.Run(in.name+"/"+d.name, func(t *testing.T) {
				t.Parallel()
				for seed := range seeds(t, 2) {
					m := made.New(seed, made.Options{})
					lines := strings.Split(in.print(m), "\n")
					for i, line := range lines {
						labels, values, ok := gridLine(line, in.mark)
						if (uint64(i)+seed)%4 != 0 { // a sample; any row may be met
							continue
						}
						if !ok || in.mark == "  " && !strings.Contains(line, "  ") {
							continue
						}
						spoilt := slices.Clone(lines)
						spoilt[i] = printLine(d.do(labels, values), in.mark, strings.Count(line, in.mark)-1)
						said(t, m, check(read(t, in.file, []byte(strings.Join(spoilt, "\n")))), line, spoilt[i])
					}
				}
			})
		}
	}
}

func layoutOf(t *testing.T, name string) made.Layout {
	t.Helper()
	l, ok := made.LayoutByName(name)
	require.True(t, ok)
	return l
}

// said fails when a figure is not as it was printed, or a relation unchecked,
// and no finding tells.
func said(t *testing.T, m *made.Made, res rules.Result, line, spoilt string) {
	t.Helper()
	loud := slices.ContainsFunc(res.Findings, func(f rules.Finding) bool { return f.Severity >= rules.Warning })
	if loud {
		return
	}
	assert.Zero(t, res.Coverage.Relations.Unchecked, "%q became %q", line, spoilt)
	for _, path := range m.Paths() {
		if got := res.Report.Cell(schema.MustCell(path)); got.Raw != m.Raw(path) {
			assert.Fail(t, "a figure was lost in silence", "%s: %q became %q; %q became %q", path, m.Raw(path), got.Raw, line, spoilt)
			return
		}
	}
}
