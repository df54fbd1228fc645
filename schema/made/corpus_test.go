package made

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNoTwoOrgansOfACorpusHaveOneName(t *testing.T) {
	t.Parallel()
	c := Corpus{Organs: 3000, From: 2024, To: 2024, Seed: 1}
	names := map[string]bool{}
	for _, seed := range c.Seeds() {
		name := NewOrgan(seed, "").Name
		require.False(t, names[name], name)
		names[name] = true
	}
}

func TestAnErrorBetweenTwoYearsLeavesBothConsistent(t *testing.T) {
	t.Parallel()
	met := map[string]int{}
	c := Corpus{Organs: 100, From: 2019, To: 2023, Rate: 0.7, Seed: 3}
	for _, seed := range c.Seeds() {
		entries := c.Years(seed)
		require.Len(t, entries, 5)
		for i, e := range entries {
			if i == 0 {
				continue
			}
			last, m := entries[i-1].Report, e.Report
			const stock, projects = "disclosure.normative_documents.in_force", "disclosure.penalties.previous"
			switch e.Key.Kind {
			case "carry-over":
				require.NotEqual(t, last.Int(carriedOut+totalColumn), m.Int(carriedIn+totalColumn))
			case "stock":
				require.NotEqual(t, last.Int(stock)+m.Int("disclosure.normative_documents.issued")-m.Int("disclosure.normative_documents.repealed"), m.Int(stock))
			case "growth-base":
				require.True(t, m.says("disclosure.grown"))
			case "project-chain":
				require.Equal(t, 2020, m.Year)
				require.NotEmpty(t, m.Raw(projects))
			}
			met[e.Key.Kind]++
		}
	}
	for _, k := range CrossKinds() {
		assert.Positive(t, met[k.Name], k.Name)
	}
	assert.Greater(t, len(met), 3*len(Kinds())/4)
}

func TestEveryPlantedErrorIsInTheReport(t *testing.T) {
	t.Parallel()
	reports, texts := make([]*Made, 500), make([]string, 500)
	for seed := range reports {
		reports[seed] = New(uint64(seed), Options{})
		texts[seed] = reports[seed].Text(Layouts()[0])
	}
	for _, k := range Kinds() {
		done := 0
		for seed := 0; seed < len(reports) && done < 8; seed++ {
			m := reports[seed]
			planted, key, ok := m.Plant(k.Name)
			if !ok {
				continue
			}
			done++
			text := planted.Text(Layouts()[0])
			require.NotEqual(t, texts[seed], text, k.Name)
			if key.Words != "" && k.Name != "edition" {
				require.Contains(t, text, key.Words, "%s of seed %d", k.Name, seed)
			}
			for i, c := range key.Cells {
				if key.Words != "" || i >= len(key.Wrong) {
					continue
				}
				require.Equal(t, key.Wrong[i], planted.Raw(c))
				require.Equal(t, key.Right[i], m.Raw(c))
				require.NotEqual(t, key.Wrong[i], key.Right[i])
			}
			require.Equal(t, texts[seed], m.Text(Layouts()[0]), "planting changes a copy only")
		}
		assert.GreaterOrEqual(t, done, 3, k.Name)
	}
}
