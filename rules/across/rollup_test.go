package across_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema/intake"
)

// tree is a county with two towns below it.
func tree() *rules.Settings {
	return &rules.Settings{Record: true, Facts: &rules.Facts{Organs: []rules.OrganFact{
		{Name: "临江县人民政府", Kind: rules.County},
		{Name: "临江县青石镇人民政府", Parent: "临江县人民政府", Aliases: []string{"青石镇人民政府"}},
		{Name: "临江县白沙镇人民政府", Parent: "临江县人民政府"},
	}}}
}

func TestAParentIsHeldToTheSumOfItsChildren(t *testing.T) {
	t.Parallel()
	of := func(organ string, n int) string {
		return fmt.Sprintf("[report]\ntitle = \"%s2023年政府信息公开工作年度报告\"\norgan = \"%[1]s\"\nyear = 2023\n[applications]\nreceived = [%[2]d, 0, 0, 0, 0, 0, %[2]d]\n", organ, n)
	}
	blank := "[report]\ntitle = \"临江县白沙镇人民政府2023年政府信息公开工作年度报告\"\norgan = \"临江县白沙镇人民政府\"\nyear = 2023\n[applications]\nreceived = [\"\", 0, 0, 0, 0, 0, \"\"]\n"
	county, qing, bai := "临江县人民政府", "临江县青石镇人民政府", "临江县白沙镇人民政府"
	for name, c := range map[string]struct {
		reports []string
		want    []string // "severity: a part of the message"
	}{
		"the sum":                         {[]string{of(county, 19), of(qing, 12), of(bai, 7)}, nil},
		"by another name":                 {[]string{of(county, 19), of("青石镇人民政府", 12), of(bai, 7)}, nil},
		"another sum":                     {[]string{of(county, 20), of(qing, 12), of(bai, 7)}, []string{"warning: 本报告 20、下级合计 19，相差 1"}},
		"a child is missing":              {[]string{of(county, 20), of(qing, 12)}, []string{"info: 缺 1 个（临江县白沙镇人民政府）。只核对了"}},
		"one missing, the other larger":   {[]string{of(county, 10), of(qing, 12)}, []string{"warning: 本报告 10、临江县青石镇人民政府却有 12"}},
		"a child's blank, the rest fits":  {[]string{of(county, 20), of(qing, 12), blank}, nil},
		"a child's blank, another larger": {[]string{of(county, 10), of(qing, 12), blank}, []string{"warning: 却有 12"}},
		"no child at all":                 {[]string{of(county, 20)}, nil},
		"a child in two versions":         {[]string{of(county, 20), of(qing, 12), of(bai, 7), of(bai, 8)}, []string{"info: 缺 1 个"}},
		"an organ that nobody put below":  {[]string{of(county, 19), of(qing, 12), of(bai, 7), of("临江县水利局", 30)}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			members := map[*record.Record]rules.Member{}
			var records []*record.Record
			for i, body := range c.reports {
				reports := intake.Read(t.Context(), fmt.Sprintf("%d.toml", i), []byte(body))
				res := rules.RunWith(reports[0], catalog.All(), tree())
				require.NotNil(t, res.Record)
				records = append(records, res.Record)
				members[res.Record] = rules.Member{Record: res.Record, Rules: catalog.All(), Settings: tree()}
			}
			organs, _ := record.Group(records)
			var groups []rules.Group
			for _, o := range organs {
				g := rules.Group{Organ: o}
				for _, r := range o.Reports {
					g.Members = append(g.Members, members[r])
				}
				groups = append(groups, g)
			}
			findings, _ := rules.RunBeside(groups, nil)
			n := 0
			for g := range findings {
				for _, list := range findings[g] {
					for _, f := range list {
						if f.Code != "XR705" {
							continue
						}
						require.Less(t, n, len(c.want), f.Message.ZH)
						severity, words, _ := strings.Cut(c.want[n], ": ")
						assert.Equal(t, severity, f.Severity.String())
						assert.Contains(t, f.Message.ZH, words)
						n++
					}
				}
			}
			assert.Len(t, c.want, n)
		})
	}
}
