package narrative

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// labelledCase is one paragraph with what a careful reader says of it.
type labelledCase struct {
	Name, Organ, Section, Head, Trap, Text string
	Year                                   int
	Claims                                 []label
	Loose                                  []string // numbers that may be linked or not
}

// label is one statement about a quantity of the forms.
type label struct {
	Quantity, Value, Words, Bound string
	None                          bool
}

func (l label) String() string { return fmt.Sprintf("%s=%s %q", l.Quantity, l.Value, l.Words) }

func labelledCases(t *testing.T) []labelledCase {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "labelled", "*.toml"))
	require.NoError(t, err)
	var all []labelledCase
	for _, path := range paths {
		var file struct{ Case []labelledCase }
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		meta, err := toml.Decode(string(data), &file)
		require.NoError(t, err, path)
		require.Empty(t, meta.Undecoded(), path)
		for i := range file.Case {
			c := &file.Case[i]
			c.Organ = cmp.Or(c.Organ, "临江县青石镇人民政府")
			c.Year = cmp.Or(c.Year, 2023)
			c.Section = cmp.Or(c.Section, "overview")
		}
		all = append(all, file.Case...)
	}
	return all
}

func (c *labelledCase) read() *Prose {
	r := schema.NewReport("a.txt", "text")
	r.Organ, r.Year = schema.NewText(c.Organ, schema.Place{}), c.Year
	var body []schema.Text
	if c.Head != "" {
		body = append(body, schema.NewText(c.Head, schema.Place{Line: 1, Column: 1}))
	}
	body = append(body, schema.NewText(c.Text, schema.Place{Line: 2, Column: 1}))
	if c.Section == "preface" {
		r.Preface = body
	} else {
		r.Sections = []*schema.Section{{Key: c.Section, Body: body}}
	}
	return Read(r)
}

// score compares what was read with the labels: what is missed, and what is
// linked that must not be, or to something else.
func (c *labelledCase) score(p *Prose) (missed, wrong []string) {
	used := make([]bool, len(p.Claims))
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if isSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	for _, want := range c.Claims {
		found := false
		for i := range p.Claims {
			got := &p.Claims[i]
			words := squeeze(p.Words(got.Span))
			if used[i] || !slices.Contains(strings.Split(want.Quantity, "|"), got.What.Key) || got.Value.String() != want.Value {
				continue
			}
			if strings.Contains(words, squeeze(want.Words)) || strings.Contains(squeeze(want.Words), words) {
				used[i], found = true, true
				break
			}
		}
		if !found && !slices.Contains(c.Loose, want.Words) {
			missed = append(missed, want.String())
		}
	}
	for i := range p.Claims {
		got := &p.Claims[i]
		words := p.Words(got.Span)
		loose := slices.ContainsFunc(c.Loose, func(l string) bool {
			return strings.Contains(squeeze(words), squeeze(l)) || strings.Contains(squeeze(l), squeeze(words))
		})
		if !used[i] && !loose {
			wrong = append(wrong, fmt.Sprintf("%s=%s %q", got.What.Key, got.Value, words))
		}
	}
	return missed, wrong
}

// TestLabelledSentences holds the reader to sentences that a person labelled:
// no wrong link, and at most 2 % missed.
func TestLabelledSentences(t *testing.T) {
	t.Parallel()
	cases := labelledCases(t)
	require.GreaterOrEqual(t, len(cases), 780)
	labels, missed, wrong := 0, 0, 0
	for i := range cases {
		c := &cases[i]
		p := c.read()
		m, w := c.score(p)
		labels, missed, wrong = labels+len(c.Claims), missed+len(m), wrong+len(w)
		if len(m)+len(w) > 0 {
			t.Logf("%s\n  %s\n  missed: %s\n  wrong: %s", c.Name, c.Text, strings.Join(m, "; "), strings.Join(w, "; "))
		}
	}
	t.Logf("%d cases, %d labels: %d missed (%.1f %%), %d wrong", len(cases), labels, missed, 100*float64(missed)/float64(labels), wrong)
	assert.Zero(t, wrong, "wrong links")
	assert.LessOrEqual(t, missed*50, labels, "missed: more than 2 %%")
}
