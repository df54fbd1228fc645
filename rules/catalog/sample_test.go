package catalog

import (
	"context"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
)

// notWords are the rules whose samples no words can show.
var notWords = map[string]string{"RD004": "its sample is a scan", "RD006": "its sample is a Word file"}

// TestTheSamplesOfEveryRuleDoAsTheySay lays each sample into a whole report in
// which nothing is wrong (see laid) and reads it as any other: the bad one
// fires its rule, the good one does not.
func TestTheSamplesOfEveryRuleDoAsTheySay(t *testing.T) {
	t.Parallel()
	base, err := os.ReadFile("testdata/report.md")
	require.NoError(t, err)
	all := All()
	for _, r := range all {
		t.Run(r.Code, func(t *testing.T) {
			t.Parallel()
			if why := notWords[r.Code]; why != "" || r.Family == rules.Across {
				t.Skip(why)
			}
			fires := func(sample string) (bool, string) {
				name, text := laid(string(base), sample)
				for _, report := range intake.Read(t.Context(), name, []byte(text)) {
					for _, f := range rules.Run(report, all).Findings {
						if f.Code == r.Code {
							return true, text
						}
					}
				}
				return false, text
			}
			bad, text := fires(r.Doc.Bad)
			assert.True(t, bad, "the bad sample does not fire its rule in:\n%s", text)
			good, text := fires(r.Doc.Good)
			assert.False(t, good, "the good sample fires its rule in:\n%s", text)
		})
	}
}

func TestNothingIsWrongInTheReportThatSamplesAreLaidInto(t *testing.T) {
	t.Parallel()
	base, err := os.ReadFile("testdata/report.md")
	require.NoError(t, err)
	for _, sample := range []string{"", "title = \"临江县云溪街道办事处2024年政府信息公开工作年度报告\""} {
		name, text := laid(string(base), sample)
		reports := intake.Read(t.Context(), name, []byte(text))
		require.Len(t, reports, 1)
		assert.Empty(t, rules.Run(reports[0], All()).Findings, name)
	}
}

// laid lays a sample of a rule's documentation into the base report and returns
// the result as a file. A sample is what a report prints, line by line:
//
//	临江县云溪街道办事处2024年政府信息公开工作年度报告   the title, as the first line
//	本报告由总体情况……六个部分组成。                   sentences: the preface, or, under a heading, all of its section
//	六、其他需要报告的事项                             a heading takes the place of the one with its number; two or more
//	                                                   are all the headings there are
//	（空白）                                           nothing stands under the heading
//	规章 | 0 | 0 | 0                                   a row takes the place of the one with its label, or one that begins like it
//	2025年1月14日                                      the date under the report
//
// A sample whose first line is a key or a table of TOML is laid into the report
// in TOML in the same way; one that begins with （全文） is a whole file.
func laid(base, sample string) (name, text string) {
	lines := strings.Split(sample, "\n")
	switch {
	case lines[0] == "（全文）":
		return "sample.txt", strings.Join(lines[1:], "\n")
	case regexp.MustCompile(`^\[|^#|^\w+ = `).MatchString(lines[0]):
		return "sample.toml", laidTOML(base, lines)
	}
	r := parseBase(base)
	var heads []section
	for n, line := range lines {
		switch {
		case strings.Contains(line, " |"):
			r.row(cells(line))
		case heading.MatchString(line):
			heads = append(heads, section{head: line})
		case date.MatchString(line):
			r.sign[len(r.sign)-1] = line
		case n == 0 && strings.HasSuffix(line, "报告"):
			r.title = line
		case line == "":
		case len(heads) == 0:
			r.preface = []string{line}
		default:
			last := &heads[len(heads)-1]
			last.body = append(last.body, line)
		}
	}
	r.heads(heads)
	return "sample.md", r.String()
}

var (
	heading = regexp.MustCompile(`^[一二三四五六七八]、[^|。]*$`)
	date    = regexp.MustCompile(`^\d+年\d+月\d+日$`)
)

type section struct {
	head string
	body []string
}

// baseReport is a report in Markdown, taken apart.
type baseReport struct {
	title    string
	preface  []string
	sections []section
	sign     []string
}

func parseBase(text string) *baseReport {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	r := &baseReport{sign: []string{lines[len(lines)-3], "", lines[len(lines)-1]}}
	for _, line := range lines[:len(lines)-3] {
		if head, ok := strings.CutPrefix(line, "## "); ok {
			r.sections = append(r.sections, section{head: head})
		} else if title, ok := strings.CutPrefix(line, "# "); ok {
			r.title = title
		} else if n := len(r.sections); n > 0 {
			r.sections[n-1].body = append(r.sections[n-1].body, line)
		} else {
			r.preface = append(r.preface, line)
		}
	}
	return r
}

func (r *baseReport) String() string {
	parts := []string{"# " + r.title, "", strings.Join(r.preface, "\n"), ""}
	for _, s := range r.sections {
		parts = append(parts, "## "+s.head, "")
		parts = append(append(parts, s.body...), "")
	}
	return strings.Join(append(parts, r.sign...), "\n") + "\n"
}

// heads lays headings in: one in the place of its own, several as all there
// are. What the sample says nothing of keeps the body it has.
func (r *baseReport) heads(heads []section) {
	var all []section
	for _, h := range heads {
		at := slices.IndexFunc(r.sections, func(s section) bool { return s.head == h.head })
		if at < 0 {
			at = slices.IndexFunc(r.sections, func(s section) bool { return strings.HasPrefix(s.head, h.head[:len("一、")]) })
		}
		switch {
		case slices.Equal(h.body, []string{"（空白）"}):
			h.body = nil
		case len(h.body) == 0 && at >= 0:
			h.body = r.sections[at].body
		case len(h.body) > 0:
			h.body = []string{strings.Join(h.body, "\n\n")}
		}
		if len(heads) == 1 && at >= 0 {
			r.sections[at] = h
			return
		}
		all = append(all, h)
	}
	if len(all) > 0 {
		r.sections = all
	}
}

// blocks are the parts of the row of form four, by their first column.
var blocks = map[string]int{"行政复议": 0, "未经复议直接起诉": 5, "复议后起诉": 10}

// row lays a row in: its values, and its label where that is another.
func (r *baseReport) row(row []string) {
	label, values := row[0], row[1:]
	best, at := 0, (*string)(nil)
	for i := range r.sections {
		for j := range r.sections[i].body {
			line := &r.sections[i].body[j]
			if from, ok := blocks[label]; ok {
				if have := cells(*line); len(have) == 15 && have[0] >= "0" && have[0] <= "9" {
					copy(have[from:], values)
					*line = "| " + strings.Join(have, " | ") + " |"
					return
				}
				continue
			}
			if d := likeness(*line, label); d > best {
				best, at = d, line
			}
		}
	}
	if at == nil {
		return
	}
	have := cells(*at)
	labels := 1
	if len(have) == 9 {
		labels = 2
	}
	for i := range labels {
		if common(have[i], label) == best {
			have[i] = label
		}
	}
	*at = "| " + strings.Join(append(have[:labels:labels], values...), " | ") + " |"
}

// likeness is how much a row of the base has of the label: the characters that
// both begin with, two at least, and more than any where they are the same.
func likeness(line, label string) int {
	if !strings.HasPrefix(line, "|") {
		return 0
	}
	best := 0
	have := cells(line)
	for _, c := range have[:min(2, len(have))] {
		best = max(best, common(c, label))
	}
	return best
}

func common(a, b string) int {
	if a == b {
		return 1000
	}
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

func cells(line string) []string {
	list := strings.Split(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "|"), "|"), "|")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

// laidTOML lays lines of TOML into the base: a key in the place of the one with
// its name, or else under the table named before it.
func laidTOML(base string, lines []string) string {
	file, err := schema.EncodeTOML(intake.Read(context.Background(), "base.md", []byte(base))[0])
	if err != nil {
		return err.Error()
	}
	out := strings.Split(string(file), "\n")
	at := 0
	for _, line := range lines {
		key, _, ok := strings.Cut(line, " = ")
		k := slices.IndexFunc(out, func(s string) bool {
			have, _, pair := strings.Cut(s, " = ")
			return ok == pair && strings.TrimSpace(have) == key || s == line
		})
		switch {
		case k >= 0 && ok:
			out[k], at = line, k
		case k >= 0:
			at = k
		default:
			at++
			out = slices.Insert(out, at, line)
		}
	}
	return strings.Join(out, "\n")
}
