package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
)

// checked runs all rules over a small report whose line of received
// applications does not add up, with the comment on top of it and at its end.
func checked(t *testing.T, above, behind string, ignore ...string) rules.Result {
	t.Helper()
	c := catalog.All()
	selected, err := c.Select([]string{"TB101", "TB107", "reading"}, ignore)
	require.NoError(t, err)
	s := &rules.Settings{}
	for _, r := range c {
		s.Codes = append(s.Codes, r.Code)
	}
	src := fmt.Sprintf("[report]\ntitle = \"a\"\norgan = \"柳河镇人民政府\"\nyear = 2024\n[applications]\n%s\nreceived = [3, 1, 0, 0, 0, 0, 5] %s\n", above, behind)
	return rules.RunWith(schema.DecodeTOML("a.toml", []byte(src)), selected, s)
}

func said(res rules.Result, code string) (open, aside []string) {
	for _, f := range res.Findings {
		if f.Code == code && f.Suppressed == nil {
			open = append(open, f.Message.ZH)
		} else if f.Code == code {
			aside = append(aside, string(f.Suppressed.Kind)+" "+f.Suppressed.Reason)
		}
	}
	return open, aside
}

func TestACommentPutsAFindingAsideOnlyWithAReason(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, above, behind string
		ignore              []string
		aside               bool
		want                string // of RD005, "" for none
	}{
		{"on the line", "", "# gouji:ignore TB101 原件如此", nil, true, ""},
		{"on the line above", "# gouji:ignore TB101 原件如此", "", nil, true, ""},
		{"with other codes that find something", "# gouji:ignore TB101 原件如此", "", nil, true, ""},
		{"no comment", "", "", nil, false, ""},
		{"no reason", "", "# gouji:ignore TB101", nil, false, "没有写原因"},
		{"no code", "", "# gouji:ignore 原件如此", nil, false, "没有写明规则代码"},
		{"a slip in the word", "", "# gouji:ingore TB101 原件如此", nil, false, "gouji:ingore"},
		{"a code that no rule has", "", "# gouji:ignore TB199 原件如此", nil, false, "TB199 不是任何规则的代码"},
		{"another rule's code", "", "# gouji:ignore TB107 原件如此", nil, false, "这里没有 TB107 的问题"},
		{"one of two is idle", "", "# gouji:ignore TB101 TB107 原件如此", nil, true, "这里没有 TB107 的问题"},
		{"another line", "carried_in = [0, 0, 0, 0, 0, 0, 0] # gouji:ignore TB101 原件如此", "", nil, false, "这里没有 TB101 的问题"},
		{"a rule that did not run is not idle", "", "# gouji:ignore TB103 原件如此", nil, false, ""},
		{"RD005 left out", "", "# gouji:ignore TB107 原件如此", []string{"RD005"}, false, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			res := checked(t, tt.above, tt.behind, tt.ignore...)
			open, aside := said(res, "TB101")
			if tt.aside {
				assert.Empty(t, open)
				assert.Equal(t, []string{"inline 原件如此"}, aside)
			} else {
				assert.Len(t, open, 1)
				assert.Empty(t, aside)
			}
			trouble, _ := said(res, "RD005")
			if tt.want == "" {
				assert.Empty(t, trouble)
				return
			}
			require.Len(t, trouble, 1)
			assert.Contains(t, trouble[0], tt.want)
			assert.True(t, slices.IsSortedFunc(res.Findings, rules.Compare))
		})
	}
}

func TestARuleThatFailsCannotBePutAside(t *testing.T) {
	t.Parallel()
	bad := &rules.Rule{Code: "TB101", Check: func(*rules.Pass) { panic("x") }}
	r := schema.DecodeTOML("a.toml", []byte("[report] # gouji:ignore RD001,TB101 想当然\nyear = 2024\n"))
	res := rules.Run(r, []*rules.Rule{bad})
	require.Len(t, res.Findings, 1)
	assert.True(t, res.Findings[0].IsCrash())
	assert.Nil(t, res.Findings[0].Suppressed)
	assert.True(t, res.Unread)
}

func TestASeverityOfTheProjectTakesThePlaceOfTheRules(t *testing.T) {
	t.Parallel()
	grades := func(want rules.Severity) (out []string) {
		rule := &rules.Rule{Code: "TB101", Severity: rules.Warning, Check: func(p *rules.Pass) {
			for i, s := range []rules.Severity{0, rules.Info, rules.Error} {
				p.Add(rules.Finding{Severity: s, Key: fmt.Sprint(i)})
			}
		}}
		res := rules.RunWith(schema.NewReport("a", ""), []*rules.Rule{rule}, &rules.Settings{Severities: map[string]rules.Severity{"TB101": want}})
		for _, f := range res.Findings {
			out = append(out, f.Severity.String())
		}
		return out
	}
	assert.Equal(t, []string{"error", "info", "error"}, grades(rules.Error), "a remark is not raised")
	assert.Equal(t, []string{"info", "info", "info"}, grades(rules.Info))
}

func TestTheLastChoiceThatNamesARuleDecides(t *testing.T) {
	t.Parallel()
	c := catalog.All()
	for _, tt := range []struct {
		name    string
		choices []rules.Choice
		want    string // of the rules of form three's totals, as far as they run
	}{
		{"none", nil, "TB101 TB102 TB103"},
		{"ignore", []rules.Choice{{Ignore: []string{"TB101"}}}, "TB102 TB103"},
		{"select", []rules.Choice{{Select: []string{"TB101"}}}, "TB101"},
		{"extend alone adds nothing that is on", []rules.Choice{{Extend: []string{"TB101"}}}, "TB101 TB102 TB103"},
		{"a later extend undoes an ignore", []rules.Choice{{Ignore: []string{"table"}}, {Extend: []string{"TB101"}}}, "TB101"},
		{"a later ignore undoes a select", []rules.Choice{{Select: []string{"TB101", "TB102"}}, {Ignore: []string{"TB101"}}}, "TB102"},
		{"a later select begins anew", []rules.Choice{{Select: []string{"TB101"}}, {Select: []string{"TB102"}}}, "TB102"},
		{"the more exact word wins within one", []rules.Choice{{Extend: []string{"TB102"}, Ignore: []string{"table"}}}, "TB102"},
		{"ignore wins a tie", []rules.Choice{{Select: []string{"TB101"}, Ignore: []string{"TB101"}}}, ""},
	} {
		got, err := c.Choose(tt.choices...)
		require.NoError(t, err)
		var codes []string
		for _, r := range got {
			if r.Code <= "TB103" && strings.HasPrefix(r.Code, "TB") {
				codes = append(codes, r.Code)
			}
		}
		assert.Equal(t, tt.want, strings.Join(codes, " "), tt.name)
	}
	_, err := c.Choose(rules.Choice{Extend: []string{"TB1O1"}})
	assert.ErrorContains(t, err, "TB101")
}

func TestAnOrganIsKnownByAnyOfItsNames(t *testing.T) {
	t.Parallel()
	f := &rules.Facts{Organs: []rules.OrganFact{{Name: "鹭川县 水利局", Aliases: []string{"鹭川县水务局"}, Abbreviations: []string{"县水利局"}}}}
	for _, name := range []string{"鹭川县水利局", "鹭川县　水务局", "县水利局"} {
		assert.NotNil(t, f.Organ(name), name)
	}
	for _, name := range []string{"", "鹭川县", "水利局"} {
		assert.Nil(t, f.Organ(name), name)
	}
	assert.Nil(t, (*rules.Facts)(nil).Organ("鹭川县水利局"))
}
