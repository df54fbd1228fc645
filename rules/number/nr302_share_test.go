package number

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func TestShares(t *testing.T) {
	t.Parallel()
	hold(t, Shares, []one{
		{"a wrong share", "主动公开政府信息122条，其中机构信息74条，占65.7%。", "error: “74条”占“122条”的 60.7%，文中写的是“65.7%”"},
		{"in brackets", "主动公开政府信息122条，其中机构信息74条（占比65.7%）、工作动态48条（占比39.3%）。", "“65.7%”"},
		{"of the whole", "主动公开政府信息122条，其中机构信息74条，占总数的66%。", "的 61%"},
		{"two units of the last digit", "主动公开政府信息122条，其中机构信息74条，占60.9%。", "error: "},
		{"in turn", "主动公开政府信息122条，其中机构信息74条、工作动态48条，分别占60.7%、49.3%。", "“48条”占“122条”的 39.3%"},
		{"of the list in the next sentence", "主动公开政府信息122条。其中机构信息74条，占70.7%。", "error: "},

		{"rounded", "主动公开政府信息122条，其中机构信息74条，占60.66%；工作动态48条，占39.34%。", ""},
		{"cut off", "主动公开政府信息130条，其中机构信息59条，占45.3%；工作动态71条，占54.6%。", ""},
		{"bent so that shares make 100", "主动公开政府信息3条，其中机构信息1条，占33.4%；工作动态2条，占66.6%。", ""},
		{"shares that make 100.1", "主动公开政府信息300条，其中A类100条，占33.4%、B类200条，占66.7%。", ""},
		{"of an inner whole", "主动公开政府信息122条，其中机构信息74条（占60.7%），其中领导信息37条（占50%）。", ""},
		{"of the outer whole", "主动公开政府信息122条，其中机构信息74条（其中领导信息37条，占30.3%）。", ""},
		{"of another number", "收到申请14件，办结12件，其中予以公开6件，占42.9%。", ""},
		{"in turn and right", "主动公开政府信息122条，其中机构信息74条、工作动态48条，分别占60.7%、39.3%。", ""},
		{"without a whole", "依申请公开信息数59条，占52.68%。", ""},
		{"of something else", "主动公开政府信息122条，其中机构信息74条，占全县总量的5.2%。", ""},
		{"a class without a count", "主动公开政府信息122条，其中机构信息占60.7%。", ""},
		{"hedged", "主动公开政府信息400余条，其中机构信息52条，占12%。", ""},
		{"a hedged share", "主动公开政府信息122条，其中机构信息74条，占约60%。", ""},
		{"a rate", "收到申请14件，全部按时办结，办结率100%。", ""},
		{"a whole of another measure word", "发布信息122条，其中视频30个，占20%。", ""},
		{"a list that does not add up tells it", "主动公开政府信息122条，包括机构信息70条，占60.7%；工作动态48条，占39.3%。", ""},
	})
}

func TestProjectsSayHowFarAPercentageMayBeOff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, words string
		rule        *rules.Rule
		tolerance   string
		found       bool
	}{
		{"a share that is two units off", "公开政府信息126条，其中社区服务类70条，占55.8%；财政信息类56条。", Shares, "", true},
		{"two units are allowed", "公开政府信息126条，其中社区服务类70条，占55.8%；财政信息类56条。", Shares, "2", false},
		{"three units off where two are allowed", "公开政府信息126条，其中社区服务类70条，占55.9%；财政信息类56条。", Shares, "2", true},
		{"a growth that is two units off", "公开政府信息126条，较上年的105条增长22%。", Growths, "", true},
		{"two units of growth are allowed", "公开政府信息126条，较上年的105条增长22%。", Growths, "2", false},
		{"the wrong direction is not", "公开政府信息126条，较上年的105条下降20%。", Growths, "2", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := schema.DecodeTOML("a.toml", []byte("[report]\nyear = 2024\n[[section]]\nnumber = 1\ntitle = \"总体情况\"\ntext = \"2024年，"+c.words+"\"\n"))
			s := &rules.Settings{Options: map[string]map[string][]string{}}
			if c.tolerance != "" {
				s.Options[c.rule.Code] = map[string][]string{"tolerance": {c.tolerance}}
			}
			assert.Equal(t, c.found, len(rules.RunWith(r, []*rules.Rule{c.rule}, s).Findings) > 0)
		})
	}
}
