package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordsAreFoundWhereTheyStand(t *testing.T) {
	t.Parallel()
	text := NewText("全年共收到", Place{Line: 3, Column: 5}).Append(NewText("申请14件，", Place{Line: 4, Column: 1})).Append(NewText("均已答复。", Place{Line: 5, Column: 1}))
	for i := range text.Value {
		for j := range text.Value {
			if j <= i {
				continue
			}
			from, to, ok := text.Find(text.Place(i, j))
			assert.True(t, ok && from == i && to == j, "%d to %d came back as %d to %d", i, j, from, to)
		}
	}
	for name, p := range map[string]Place{
		"another line":    {Line: 6, Column: 1, EndLine: 6, EndColumn: 2},
		"past the end":    {Line: 3, Column: 10, EndLine: 3, EndColumn: 12},
		"another file":    {Path: "b", Line: 9},
		"a cell, no line": {Table: 1, Row: 2, Cell: 3},
	} {
		_, _, ok := text.Find(p)
		assert.False(t, ok, name)
	}
	i, j, ok := text.Find(Place{Line: 4})
	assert.True(t, ok)
	assert.Equal(t, "申请14件，", text.Value[i:j], "a line is all of it")
}

func TestWordsOfAPageAreFoundByTheirBox(t *testing.T) {
	t.Parallel()
	line := func(words string, y float64) Text {
		return NewText(words, Place{Page: 2, Box: Box{X0: 50, Y0: y, X1: 500, Y1: y + 12}})
	}
	text := line("第一行", 100).Append(line("第二行", 120)).Append(line("第三行", 140))
	i, j, ok := text.Find(Place{Page: 2, Box: Box{X0: 50, Y0: 120, X1: 500, Y1: 132}})
	assert.True(t, ok)
	assert.Equal(t, "第二行", text.Value[i:j])
	_, _, ok = text.Find(Place{Page: 3, Box: Box{X0: 50, Y0: 120, X1: 500, Y1: 132}})
	assert.False(t, ok)
}
