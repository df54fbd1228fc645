package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEditionsHaveTheCellsOfTheCirculars(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		id                                  string
		disclosure, applications, rows, all int
	}{
		{"2019", 6 + 6 + 6 + 2 + 2, 23 * 7, 23, 22 + 161 + 15},
		{"2021", 6 + 1 + 2 + 1, 25 * 7, 25, 10 + 175 + 15},
	} {
		e := EditionByID(c.id)
		require.NotNil(t, e)
		count := map[FormKey]int{}
		for _, f := range e.Forms {
			for _, r := range f.Rows {
				count[f.Key] += len(r.Cells)
			}
		}
		assert.Equal(t, c.disclosure, count[Disclosure], c.id)
		assert.Equal(t, c.applications, count[Applications], c.id)
		assert.Equal(t, 15, count[Review], c.id)
		assert.Len(t, e.Form(Applications).Rows, c.rows)
		assert.Equal(t, c.all, count[Disclosure]+count[Applications]+count[Review])
	}
}

func TestRelationsCoverTheForms(t *testing.T) {
	t.Parallel()
	e := EditionByID("2021")
	sums := map[string]int{}
	for _, f := range e.Forms {
		for _, r := range f.Relations {
			sums[r.ID] = len(r.Sums)
		}
	}
	assert.Equal(t, map[string]int{"R1": 7, "R2": 7, "R3": 25, "R4": 3}, sums)
	r2 := e.Form(Applications).Relations[1]
	assert.Len(t, r2.Sums[0].Left, 21, "two kinds, eight refusals, three, five, three")
	assert.Len(t, EditionByID("2019").Form(Applications).Relations[1].Sums[0].Left, 19)
}

func TestEditionIsChosenByTheYearOfTheReport(t *testing.T) {
	t.Parallel()
	assert.Nil(t, EditionForYear(2018))
	assert.Equal(t, "2019", EditionForYear(2019).ID)
	assert.Equal(t, "2019", EditionForYear(2020).ID)
	assert.Equal(t, "2021", EditionForYear(2021).ID)
	assert.Equal(t, "2021", EditionForYear(2031).ID)
}
