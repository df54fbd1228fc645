package made

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// sum adds the figures of the cells that a fact's quantity names.
func sum(m *Made, quantity string) schema.Number {
	var n schema.Number
	for _, path := range strings.Split(quantity, " + ") {
		v, _ := m.Value(path)
		n = n.Add(v)
	}
	return n
}

func TestWhatTheProseTellsIsWhatTheFormsHold(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		m := New(seed, Options{})
		for _, s := range m.Sentences() {
			for _, f := range s.Facts {
				told, ok := schema.ParseNumber(f.Value)
				require.True(t, ok, "%s: %q", s.Text, f.Value)
				require.True(t, told.Equal(sum(m, f.Quantity)), "seed %d: %s: %s is %s, the forms have %s", seed, s.Text, f.Quantity, f.Value, sum(m, f.Quantity))
			}
		}
	}
}

func TestTheBytesOfAFactTellItsValue(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		for _, s := range New(seed, Options{}).Sentences() {
			for _, f := range s.Facts {
				words := s.Text[f.From:f.To]
				whole := f.From == 0 && f.To == len(s.Text)
				ok := words == f.Value || whole || words == chineseCount(f.Value)
				require.True(t, ok, "%s: %q does not tell %s", s.Text, words, f.Value)
			}
		}
	}
}

func TestFiguresHoldEveryRelation(t *testing.T) {
	t.Parallel()
	for seed := range uint64(300) {
		m := New(seed, Options{})
		for _, f := range m.Forms {
			for _, rel := range f.Relations {
				for _, s := range rel.Sums {
					var left, right int64
					for _, id := range s.Left {
						left += m.int(id)
					}
					for _, id := range s.Right {
						right += m.int(id)
					}
					require.Equal(t, left, right, "seed %d: %s %s", seed, rel.ID, s.Column)
				}
			}
		}
	}
}

func TestTheSameSeedMakesTheSameBytes(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		for _, l := range append(Layouts(), LossyLayouts()...) {
			once := New(seed, Options{}).Text(l)
			assert.Equal(t, once, New(seed, Options{}).Text(l), l.Name)
		}
	}
}

func TestAYearFollowsTheOneBefore(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		m := New(seed, Options{Year: 2019})
		for range 5 {
			next := New(seed, Options{After: m})
			require.Equal(t, m.Organ, next.Organ)
			require.Equal(t, m.Year+1, next.Year)
			for _, c := range append([]string{totalColumn}, columns...) {
				require.Equal(t, m.Int(carriedOut+c), next.Int(carriedIn+c), "seed %d, %d: %s", seed, m.Year, c)
			}
			if m.Edition == next.Edition && m.Edition.ID == "2021" {
				const row = "disclosure.normative_documents."
				require.Equal(t, m.Int(row+"in_force")+next.Int(row+"issued")-next.Int(row+"repealed"), next.Int(row+"in_force"))
			}
			m = next
		}
	}
}

// expansions counts the sentences that a template can become, variables aside.
func expansions(template string) int {
	n := 1
	for {
		open := strings.IndexByte(template, '<')
		if open < 0 {
			return n
		}
		end := open + strings.IndexByte(template[open:], '>')
		n *= 1 + strings.Count(template[open:end], "|")
		template = template[end+1:]
	}
}

func TestEveryFactHasTwentyPhrasings(t *testing.T) {
	t.Parallel()
	for room, groups := range map[string][]string{
		"applications": {"none", "received", "all_answered", "handled", "chain", "inclusive", "outcome", "applicants", "applicants_new", "all_natural", "carried"},
		"review":       {"none", "review", "review_count", "review_none", "litigation", "litigation_results", "litigation_none"},
		"disclosure":   {"normative", "normative_none", "normative_2019", "licensing", "penalties", "fees", "closed"},
	} {
		for _, group := range groups {
			n := 0
			for _, template := range phrases()[room][group] {
				n += expansions(template)
			}
			assert.GreaterOrEqual(t, n, 20, "%s.%s", room, group)
		}
	}
}

func TestEveryTemplateCanBeFilled(t *testing.T) {
	t.Parallel()
	met := map[string]bool{}
	for seed := range uint64(1200) {
		m := New(seed, Options{})
		if seed%4 == 0 {
			m = New(seed, Options{After: m})
		}
		for _, s := range m.Sentences() {
			met[s.Key] = true
			require.False(t, strings.ContainsAny(s.Text, "{}<>|#"), "%s: %s", s.Key, s.Text)
		}
	}
	inner := map[string]bool{ // parts of sentences, and lines that are none
		"title.line": true, "preface.span": true, "disclosure.share_item": true, "problems.issue": true, "problems.step": true,
	}
	for room, groups := range phrases() {
		for group := range groups {
			key := room + "." + group
			assert.True(t, met[key] || inner[key] || room == "subhead", "%s is never said", key)
		}
	}
}

func TestEveryFormatIsPrintedAlikeTwice(t *testing.T) {
	t.Parallel()
	for _, f := range Formats() {
		for seed := range uint64(4) {
			one, err := f.Print(New(seed, Options{}))
			require.NoError(t, err)
			two, err := f.Print(New(seed, Options{}))
			require.NoError(t, err)
			assert.Equal(t, one, two, f.Name)
		}
	}
}
