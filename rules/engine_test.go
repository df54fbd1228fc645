package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

func rule(code, name string, family Family, check func(*Pass)) *Rule {
	w := Words{"中", "en"}
	return &Rule{
		Code: code, Name: name, Family: family, Severity: Warning, Title: w, Since: "0.1.0",
		Doc: Doc{What: w, Why: w, Basis: w, Bad: "x", Good: "y"}, Check: check,
	}
}

func quiet(*Pass) {}

func TestARuleThatPanicsCostsOnlyItsOwnFindings(t *testing.T) {
	t.Parallel()
	say := func(p *Pass) { p.Add(Finding{Key: "x", Message: Words{"有误。", "wrong"}}) }
	res := Run(schema.NewReport("a.txt", "text"), []*Rule{
		rule("TB101", "one", Table, say),
		rule("TB102", "two", Table, func(p *Pass) { say(p); panic("boom") }),
		rule("TB103", "three", Table, say),
	})
	require.Len(t, res.Findings, 3)
	assert.True(t, res.Unread)
	var codes []string
	for _, f := range res.Findings {
		codes = append(codes, f.Code)
	}
	assert.ElementsMatch(t, []string{"TB101", "RD001", "TB103"}, codes)
}

func TestFingerprintsNameOrganYearAndCellsButNoLine(t *testing.T) {
	t.Parallel()
	run := func(line int, organ string) []Finding {
		r := schema.NewReport("a.txt", "text")
		r.Organ, r.Year = schema.NewText(organ, schema.Place{}), 2024
		return Run(r, []*Rule{rule("TB101", "one", Table, func(p *Pass) {
			for range 2 {
				p.Add(Finding{Cells: []string{"review.total"}, Place: schema.Place{Line: line}})
			}
		})}).Findings
	}
	a, b, c := run(3, "某 镇"), run(9, "某镇"), run(3, "某乡")
	assert.Equal(t, a[0].Fingerprint, b[0].Fingerprint, "a line or a space does not matter")
	assert.NotEqual(t, a[0].Fingerprint, a[1].Fingerprint, "two findings alike are told apart")
	assert.NotEqual(t, a[0].Fingerprint, c[0].Fingerprint)
}

func TestSelection(t *testing.T) {
	t.Parallel()
	off := rule("ST502", "loud", Structure, quiet)
	off.Off = true
	c := Catalog{
		rule("TB101", "row-total", Table, quiet), rule("TB102", "outcome-total", Table, quiet),
		rule("ST501", "missing-section", Structure, quiet), off,
	}
	require.NoError(t, c.Validate())
	for _, tt := range []struct {
		name        string
		sel, ignore []string
		want        []string
	}{
		{"nothing said runs what is on", nil, nil, []string{"TB101", "TB102", "ST501"}},
		{"a code", []string{"TB101"}, nil, []string{"TB101"}},
		{"a name", []string{"row-total"}, nil, []string{"TB101"}},
		{"a family", []string{"table"}, nil, []string{"TB101", "TB102"}},
		{"a prefix", []string{"ST"}, nil, []string{"ST501", "ST502"}},
		{"all runs also what is off", []string{"all"}, nil, []string{"TB101", "TB102", "ST501", "ST502"}},
		{"ignore a family", nil, []string{"table"}, []string{"ST501"}},
		{"the more exact word wins", []string{"TB101"}, []string{"table"}, []string{"TB101"}},
		{"ignore wins a tie", []string{"TB101"}, []string{"TB101"}, nil},
		{"ignore one of a family", []string{"table"}, []string{"TB102"}, []string{"TB101"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := c.Select(tt.sel, tt.ignore)
			require.NoError(t, err)
			var codes []string
			for _, r := range got {
				codes = append(codes, r.Code)
			}
			assert.Equal(t, tt.want, codes)
		})
	}
	_, err := c.Select([]string{"row-totl"}, nil)
	var unknown *UnknownRuleError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "row-total", unknown.Nearest)
	_, err = c.Select(nil, []string{"XYZ"})
	require.ErrorAs(t, err, &unknown)
}

func TestValidateFindsRulesThatAreNotWhole(t *testing.T) {
	t.Parallel()
	bad := rule("tb1", "Row", Table, nil)
	bad.Title.EN = ""
	err := Catalog{bad, nil, rule("TB101", "row", Table, quiet), rule("TB101", "row", Table, quiet)}.Validate()
	require.Error(t, err)
	for _, want := range []string{"two letters", "lower case", "lacks Chinese or English", "no check", "is nil", "given twice"} {
		assert.ErrorContains(t, err, want)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"row-total", "outcome-total", "TB101"}
	assert.Equal(t, "row-total", Nearest("row-totl", known))
	assert.Equal(t, "TB101", Nearest("tb110", known), "case does not count, and two slips are near")
	assert.Empty(t, Nearest("stock", known))
	assert.Empty(t, Nearest("XY", []string{"TB"}), "nothing in common")
}
