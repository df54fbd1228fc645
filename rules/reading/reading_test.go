package reading

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func TestEveryProblemIsSaid(t *testing.T) {
	t.Parallel()
	all := []*rules.Rule{Unreadable, NotAReport, UnreadTable, NoTextLayer, Remark}
	for _, tt := range []struct {
		problem schema.Problem
		want    string
		unread  bool
	}{
		{schema.Problem{Kind: schema.Unreadable}, "RD001 error", true},
		{schema.Problem{Kind: schema.Remark}, "RD006 info", false},
		{schema.Problem{Kind: schema.NotReport}, "RD002 warning", true},
		{schema.Problem{Kind: schema.UnreadTable, Form: schema.Review}, "RD003 error", false},
		{schema.Problem{Kind: schema.UnreadTable}, "RD003 warning", false},
		{schema.Problem{Kind: schema.GluedCells, Cells: []schema.CellID{0}}, "RD003 error", false},
		{schema.Problem{Kind: schema.ExtraRow, Form: schema.Review}, "RD003 warning", false},
		{schema.Problem{Kind: schema.UnknownKey}, "RD003 error", false},
		{schema.Problem{Kind: schema.WrongType}, "RD003 error", false},
		{schema.Problem{Kind: schema.DuplicateRow, Form: schema.Review}, "RD003 error", false},
		{schema.Problem{Kind: schema.StaleFormula}, "RD003 warning", false},
		{schema.Problem{Kind: schema.NoTextLayer}, "RD004 error", true},
	} {
		r := schema.NewReport("a", "text")
		tt.problem.ZH, tt.problem.Place = "读不出来。", schema.Place{Line: 4}
		r.Problems = []schema.Problem{tt.problem}
		res := rules.Run(r, all)
		require.Len(t, res.Findings, 1, tt.want)
		f := res.Findings[0]
		assert.Equal(t, tt.want, f.Code+" "+f.Severity.String())
		assert.Equal(t, tt.unread, res.Unread, tt.want)
		assert.Equal(t, 4, f.Place.Line)
		assert.Equal(t, "读不出来。", f.Message.ZH)
	}
}
