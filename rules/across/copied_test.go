package across_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
)

// told is a report of an organ with a section on what was done and one on plans.
func told(organ string, year int, done, plans string) string {
	return fmt.Sprintf("[report]\ntitle = \"%s%d年政府信息公开工作年度报告\"\norgan = \"%[1]s\"\nyear = %[2]d\n[[section]]\nnumber = 1\ntitle = \"总体情况\"\ntext = '''%s'''\n[[section]]\nnumber = 5\ntitle = \"存在的主要问题及改进情况\"\ntext = '''%s'''\n", organ, year, done, plans)
}

// among lays reports beside each other as an audit does and returns "organ year:
// what and how much" of XR704.
func among(t *testing.T, bodies ...string) ([]string, []rules.Finding) {
	t.Helper()
	var records []*record.Record
	members := map[*record.Record]rules.Member{}
	for i, body := range bodies {
		m := member(t, fmt.Sprintf("%d.toml", i), body)
		records, members[m.Record] = append(records, m.Record), m
	}
	organs, rest := record.Group(records)
	require.Empty(t, rest)
	var groups []rules.Group
	for _, o := range organs {
		g := rules.Group{Organ: o}
		for _, r := range o.Reports {
			g.Members = append(g.Members, members[r])
		}
		groups = append(groups, g)
	}
	var out []string
	var all []rules.Finding
	findings, _ := rules.RunBeside(groups, nil)
	for g := range findings {
		for m, list := range findings[g] {
			for _, f := range list {
				if f.Code == "XR704" {
					out = append(out, fmt.Sprintf("%s %d: %s", groups[g].Organ.Name, groups[g].Members[m].Year, f.Key))
					all = append(all, f)
				}
			}
		}
	}
	return out, all
}

const (
	harbour = "围绕渔港升级改造，逐项公布征收补偿方案、评估机构名单和安置房源，请渔民代表到现场看图纸。村级公示栏按旬更新，老人多的村另用喇叭广播三遍。把海鲜交易市场的摊位费、检测结果写成一张纸，贴在进门处，谁都看得懂。对来电询问补贴进度的，先在台账里查到经办人，再由经办人回话，全年回话87次。"
	orchard = "果园老化，今年把改种补助的标准、名额、验收办法分三次张贴，每次张贴后开一场院坝会。果农提了意见的，第二次张贴时逐条写明采纳没有。冷库用电价格由供电所派人讲解，讲解稿一并挂到网上。对外出务工的户，由组长逐户打电话告知申报截止日子，共打了112个电话。"
	plans   = "一是渔业补贴的公示照片拍得不清楚，看不出名单上的姓名；二是码头改造的账目公布得晚，群众问了才贴出来；三是新来的两名干部还不会填写登记表。下一步，请档案馆的老师到码头讲一次课，照片由专人重拍，账目在月底前一律上墙，登记表印成样张放在窗口。"
	other   = "一是果树改种的验收结果有两个村没有按时贴出；二是网上的文章太长，果农不愿读；三是热线中午没有人接。今后，验收结果由驻村干部带回来当天就贴，文章改成问答，热线实行轮班，中午也有人值守，并在村口大牌子上写明号码。"
)

func TestTextThatIsLastYearsOrAnothersIsFound(t *testing.T) {
	t.Parallel()
	template := "按照县里统一部署，年内完成政务公开专区建设验收，专区配齐查询终端、资料架、意见箱和便民座椅，安排专人引导，周一至周五全天开放，节假日另行安排值守。"
	for name, c := range map[string]struct {
		reports []string
		want    []string
	}{
		"all of last year's": {
			[]string{told("临江县青石镇", 2022, harbour, plans), told("临江县青石镇", 2023, harbour, plans)},
			[]string{"临江县青石镇 2023: text 临江县青石镇 2022"},
		},
		"plans that differ in the year only": {
			[]string{told("临江县青石镇", 2022, harbour, "2022年，"+plans), told("临江县青石镇", 2023, orchard, "2023年，"+plans)},
			[]string{"临江县青石镇 2023: text 临江县青石镇 2022"},
		},
		"plans that were written anew": {
			[]string{told("临江县青石镇", 2022, harbour, plans), told("临江县青石镇", 2023, orchard, other)}, nil,
		},
		"across a missing year": {
			[]string{told("临江县青石镇", 2021, harbour, plans), told("临江县青石镇", 2023, harbour, plans)}, nil,
		},
		"another organ's of the same year, with names changed": {
			[]string{told("临江县青石镇", 2023, "青石镇"+harbour, plans), told("临江县白沙镇", 2023, "白沙镇"+harbour, plans)},
			[]string{"临江县青石镇 2023: text 临江县白沙镇 2023"},
		},
		"another organ's of the year before": {
			[]string{told("临江县青石镇", 2022, harbour, plans), told("临江县白沙镇", 2023, strings.ReplaceAll(harbour, "87", "91"), plans)},
			[]string{"临江县白沙镇 2023: text 临江县青石镇 2022"},
		},
		"another organ's of the year after": {
			[]string{told("临江县青石镇", 2024, harbour, plans), told("临江县白沙镇", 2022, harbour, plans)}, nil,
		},
		"the national form's phrases": {
			[]string{
				told("临江县青石镇", 2023, "本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》的要求编制，全文包括总体情况等六个部分。"+harbour, plans),
				told("临江县白沙镇", 2023, "本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》的要求编制，全文包括总体情况等六个部分。"+orchard, other),
			}, nil,
		},
		"a sentence of the county's in both": {
			[]string{told("临江县青石镇", 2023, template+harbour, plans), told("临江县白沙镇", 2023, template+orchard, other)}, nil,
		},
		"what all towns of a county had to write": {
			[]string{
				told("临江县一甲镇", 2023, harbour, plans), told("临江县二甲镇", 2023, harbour, plans), told("临江县三甲镇", 2023, harbour, plans),
				told("临江县四甲镇", 2023, harbour, plans), told("临江县五甲镇", 2023, harbour, plans),
			}, nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, _ := among(t, c.reports...)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestSentencesAreShownSideBySideAndUnchangedFiguresFirst(t *testing.T) {
	t.Parallel()
	_, found := among(t, told("临江县青石镇", 2022, harbour, plans), told("临江县青石镇", 2023, harbour, plans))
	require.Len(t, found, 1)
	assert.Contains(t, found[0].Message.ZH, "几乎全部相同")
	assert.Contains(t, found[0].Message.ZH, "其中 1 句连数字也没有变，如“对来电询问")
	assert.Contains(t, found[0].Related[0].Message.ZH, "全年回话87次”，对方“")
	assert.Equal(t, "0.toml", found[0].Related[0].Place.Path)
	_, found = among(t, told("临江县青石镇", 2022, harbour, plans), told("临江县青石镇", 2023, strings.ReplaceAll(harbour, "87", "91"), plans))
	require.Len(t, found, 1)
	assert.NotContains(t, found[0].Message.ZH, "连数字也没有变")
}

func TestHowMuchMayBeTheSameIsAnOption(t *testing.T) {
	t.Parallel()
	body := []string{told("临江县青石镇", 2023, harbour+orchard, plans), told("临江县白沙镇", 2023, harbour, other)}
	got, _ := among(t, body...)
	assert.Empty(t, got, "a third is the same")
	a, b := member(t, "a.toml", body[0]), member(t, "b.toml", body[1])
	a.Settings = &rules.Settings{Options: map[string]map[string][]string{"XR704": {"other": {"20"}, "least": {"80"}}}}
	group := func(m rules.Member) rules.Group {
		return rules.Group{Organ: record.Organ{Name: m.Organ, Reports: []*record.Record{m.Record}}, Members: []rules.Member{m}}
	}
	findings, crashed := rules.RunBeside([]rules.Group{group(b), group(a)}, nil)
	assert.Equal(t, []bool{false, false}, crashed)
	require.Len(t, findings[1][0], 1)
	assert.Contains(t, findings[1][0][0].Message.ZH, "临江县白沙镇2023年度报告")
}
