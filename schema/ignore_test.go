package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestIgnoreCommentsAreReadAsWritten(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		comment string
		want    Ignore
		ok      bool
	}{
		{"# gouji:ignore TB101 原件如此", Ignore{Verb: "ignore", Codes: []string{"TB101"}, Reason: "原件如此"}, true},
		{"#gouji:ignore tb101,TB103、st507 原件 如此 ", Ignore{Verb: "ignore", Codes: []string{"TB101", "TB103", "ST507"}, Reason: "原件 如此"}, true},
		{"# gouji：ignore TB101：原件如此", Ignore{Verb: "ignore", Codes: []string{"TB101"}, Reason: "原件如此"}, true},
		{"## gouji: ignore TB101原件如此", Ignore{Verb: "ignore", Codes: []string{"TB101"}, Reason: "原件如此"}, true},
		{"# gouji:ignore TB101", Ignore{Verb: "ignore", Codes: []string{"TB101"}}, true},
		{"# gouji:ignore 原件如此", Ignore{Verb: "ignore", Reason: "原件如此"}, true},
		{"# gouji:ignore TB1011 原件", Ignore{Verb: "ignore", Reason: "TB1011 原件"}, true},
		{"# gouji:ingore TB101 原件", Ignore{Verb: "ingore", Codes: []string{"TB101"}, Reason: "原件"}, true},
		{"# gouji:", Ignore{}, true},
		{"# see gouji:ignore TB101", Ignore{}, false},
		{"# 勾稽 TB101", Ignore{}, false},
		{"#", Ignore{}, false},
	} {
		got, ok := parseIgnore(tt.comment)
		assert.Equal(t, tt.ok, ok, tt.comment)
		assert.Equal(t, tt.want, got, tt.comment)
	}
}

func TestAnIgnoreCommentSpeaksOfItsLineOrTheNext(t *testing.T) {
	t.Parallel()
	const src = `[report] # gouji:ignore ST501 a
title = "x" # gouji:ignore ST501 b
# gouji:ignore ST501 c

# a note
# gouji:ignore ST502 d
organ = "# gouji:ignore ST501 not one"
[[section]]
# gouji:ignore ST507 e
text = '''
# gouji:ignore ST501 nor this
二''' # gouji:ignore ST509 f
[applications]
received = [
  1, # gouji:ignore TB106 g
  2,
]
# gouji:ignore ST501 h`
	r := DecodeTOML("a.toml", []byte(src))
	var got []string
	lines := map[string][3]int{}
	for _, ig := range r.Ignores {
		got = append(got, ig.Reason)
		lines[ig.Reason] = [3]int{ig.Place.Line, ig.From, ig.To}
	}
	require.Equal(t, []string{"a", "b", "c", "d", "e", "f", "g", "h"}, got)
	assert.Equal(t, map[string][3]int{
		"a": {1, 1, 1}, "b": {2, 2, 2}, "c": {3, 7, 7}, "d": {6, 7, 7}, "e": {9, 10, 12},
		"f": {12, 10, 12}, "g": {15, 15, 15}, "h": {18, 18, 18},
	}, lines)
	assert.Equal(t, Place{Path: "a.toml", Line: 2, Column: 13, EndLine: 2, EndColumn: 35}, r.Ignores[1].Place)
}
