package schema_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// modelText is a text that keeps the place of every character.
type modelText struct {
	runes  []rune
	places []schema.Place
}

func (m modelText) slice(i, j int) modelText { return modelText{m.runes[i:j], m.places[i:j]} }

// TestTextKeepsThePlaceOfEveryCharacter cuts and joins texts at random and holds
// them to one that remembers each character by itself.
func TestTextKeepsThePlaceOfEveryCharacter(t *testing.T) {
	t.Parallel()
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 1))
		texts, models := []schema.Text{{}}, []modelText{{}}
		for range 60 {
			text, model := step(random, texts, models)
			require.Equal(t, string(model.runes), text.Value, "seed %d", seed)
			sameTextPlaces(t, model, text)
			texts, models = append(texts, text), append(models, model)
		}
	}
}

func step(random *rand.Rand, texts []schema.Text, models []modelText) (schema.Text, modelText) {
	at := random.IntN(len(texts))
	text, model := texts[at], models[at]
	switch n := len(model.runes); random.IntN(6) {
	case 0:
		return newModelText(random)
	case 1, 2:
		i := random.IntN(n + 1)
		j := i + random.IntN(n-i+1)
		return text.Slice(len(string(model.runes[:i])), len(string(model.runes[:j]))), model.slice(i, j)
	case 3:
		i, j := 0, n
		for ; i < n && strings.ContainsRune(" 　", model.runes[i]); i++ {
		}
		for ; j > i && strings.ContainsRune(" 　", model.runes[j-1]); j-- {
		}
		return text.TrimSpace(), model.slice(i, j)
	case 4:
		out := modelText{runes: model.runes}
		section := 1 + random.IntN(6)
		for _, p := range model.places {
			p.Section = section
			out.places = append(out.places, p)
		}
		return text.InSection(section), out
	}
	other := random.IntN(len(texts))
	return text.Append(texts[other]), modelText{
		append(append([]rune{}, model.runes...), models[other].runes...),
		append(append([]schema.Place{}, model.places...), models[other].places...),
	}
}

func newModelText(random *rand.Rand) (schema.Text, modelText) {
	const letters = "收到 申请a1　件"
	var m modelText
	start := schema.Place{Line: 1 + random.IntN(9), Column: 1 + random.IntN(9)}
	if random.IntN(4) == 0 {
		start = schema.Place{Ref: "表三!C7"}
	}
	for i := range random.IntN(8) {
		m.runes = append(m.runes, []rune(letters)[random.IntN(len([]rune(letters)))])
		p := start
		if p.Column > 0 {
			p.Column += i
		}
		m.places = append(m.places, p)
	}
	return schema.NewText(string(m.runes), start), m
}

func sameTextPlaces(t *testing.T, model modelText, text schema.Text) {
	t.Helper()
	at := 0
	for i, r := range model.runes {
		want := model.places[i]
		want.EndLine, want.EndColumn = want.Line, want.Column
		require.Equal(t, want, text.Place(at, at))
		at += len(string(r))
	}
}

func TestAPlaceFindsItsWordsAgainInAPieceOfAPiece(t *testing.T) {
	t.Parallel()
	line := schema.NewText("一、总体情况 收到申请12件", schema.Place{Line: 4, Column: 3})
	piece := line.Slice(len("一、总体情况 "), len(line.Value)).Slice(len("收到"), len("收到申请12"))
	at := piece.Place(len("申请"), len("申请12"))
	assert.Equal(t, schema.Place{Line: 4, Column: 14, EndLine: 4, EndColumn: 16}, at)
	i, j, ok := piece.Find(at)
	require.True(t, ok)
	assert.Equal(t, "12", piece.Value[i:j])
	i, j, ok = line.Find(at)
	require.True(t, ok)
	assert.Equal(t, "12", line.Value[i:j])
}
