package reading

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func TestAFormThatLacksARowIsSaid(t *testing.T) {
	t.Parallel()
	spec := schema.EditionByID("2021").Form(schema.Applications)
	lost := spec.Row("applications.outcome.unprocessed.excessive")
	for _, tt := range []struct {
		name    string
		lacks   bool
		problem schema.Problem
		want    int
	}{
		{"every row is there", false, schema.Problem{Kind: schema.Remark}, 0},
		{"a row is not", true, schema.Problem{Kind: schema.Remark}, 1},
		{"a row of the form was not understood", true, schema.Problem{Kind: schema.UnreadTable, Form: schema.Applications}, 1},
		{"a row of another form was not understood", true, schema.Problem{Kind: schema.UnreadTable, Form: schema.Review}, 2},
		{"its cells are said to be lost", true, schema.Problem{Kind: schema.DuplicateRow, Cells: lost.Cells}, 1},
		{"its key is misspelt", true, schema.Problem{Kind: schema.UnknownKey, Words: "exessive", Nearest: "excessive"}, 1},
		{"another key is misspelt", true, schema.Problem{Kind: schema.UnknownKey, Words: "titel", Nearest: "title"}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := schema.NewReport("a", "text")
			f := &schema.Form{Spec: spec}
			for _, row := range spec.Rows {
				if row != lost || !tt.lacks {
					f.Rows = append(f.Rows, schema.Row{Spec: row})
				}
			}
			r.Forms[schema.Applications] = f
			r.Problems = []schema.Problem{tt.problem}
			got := rules.Run(r, []*rules.Rule{UnreadTable}).Findings
			require.Len(t, got, tt.want)
			if tt.want > 0 && tt.problem.Kind == schema.Remark {
				assert.Equal(t, "表三没有找到“（五）不予处理4.无正当理由大量反复申请”行，涉及的勾稽关系没有核对；请检查是漏了行，还是行名与格式不同而没有认出。", got[0].Message.ZH)
				assert.Equal(t, rules.Error, got[0].Severity)
			}
		})
	}
}

func TestAStructuredFileMayTellAFewRows(t *testing.T) {
	t.Parallel()
	spec := schema.EditionByID("2021").Form(schema.Applications)
	for _, tt := range []struct {
		format     string
		rows, want int
	}{{"toml", 1, 0}, {"toml", len(spec.Rows) - 1, 1}, {"grid", 1, 1}} {
		r := schema.NewReport("a", "text")
		f := &schema.Form{Spec: spec, Format: tt.format}
		for _, row := range spec.Rows[:tt.rows] {
			f.Rows = append(f.Rows, schema.Row{Spec: row})
		}
		r.Forms[schema.Applications] = f
		assert.Len(t, rules.Run(r, []*rules.Rule{UnreadTable}).Findings, tt.want, "%s, %d rows", tt.format, tt.rows)
	}
}
