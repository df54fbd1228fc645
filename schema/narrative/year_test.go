package narrative

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// yearsOf reads one paragraph of a section of a township's report about 2023.
func yearsOf(section, words string) []Year {
	r := schema.NewReport("a.txt", "text")
	r.Organ = schema.NewText("临江县青石镇人民政府", schema.Place{Line: 1, Column: 1})
	r.Year = 2023
	t := []schema.Text{schema.NewText(words, schema.Place{Line: 2, Column: 1})}
	if section == "" {
		r.Preface = t
	} else {
		r.Sections = []*schema.Section{{Key: section, Body: t}}
	}
	return Read(r).Years
}

func TestAYearIsClassedByTheWordsAroundIt(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		section, words string
		want           YearClass
	}{
		{"problems", "2022年，我镇政府信息公开工作取得一定成效，但也存在薄弱环节。", YearTold},
		{"problems", "2022年我镇公开工作仍存在更新不及时的问题。", YearTold},
		{"problems", "我镇2022年的政务公开工作中，还存在解读偏少的问题。", YearTold},
		{"problems", "回顾2022年的工作，主要存在解读形式单一等问题。", YearTold},
		{"problems", "青石镇2022年度政府信息公开工作取得明显进展。", YearTold},
		{"overview", "（一）2022年，青石镇公开信息60条。", YearTold},
		{"overview", "一是2022年我镇发布信息60条。", YearTold},
		{"overview", "2022年，全县共收到申请300件。", YearOther},
		{"overview", "2022年，县政府办公室通报了抽查结果3次。", YearOther},

		{"problems", "2024年，我镇将进一步拓展公开范围。", YearPlanned},
		{"problems", "2024年，我镇将加强业务培训、细化财政预决算类信息的公开。", YearPlanned},
		{"problems", "2024年，按照县政府要求，我镇将完善信息报送机制。", YearPlanned},
		{"problems", "2024年拟重点做好以下工作：一是加强培训。", YearPlanned},
		{"problems", "针对上述问题，2024年将改进解读形式。", YearPlanned},
		{"problems", "2024年工作打算：加强培训。", YearPlanned},
		{"problems", "2024年，我镇要继续加强政策解读。", YearPlanned},
		{"problems", "2023年，我镇将推进平台整合，建立统一的公开目录。", YearPlanned},
		{"problems", "2023年，我镇将政务公开纳入年度考核。", YearTold},
		{"overview", "2023年，我镇将财政预决算信息公开到县政府网站。", YearTold},
		{"overview", "2023年，我镇将加强政务公开列入党委会议题。", YearTold},
		{"overview", "2023年，我镇将在网站公开的信息上报县档案馆。", YearTold},
		{"problems", "2022年报告提出，2023年将进一步丰富解读形式，目前已完成。", YearAnswered},
		{"problems", "2023年底前将全部栏目迁移完毕。", YearEvent},
		{"problems", "2023年，我镇公开工作有所进步，下一步将继续加强培训。", YearTold},
		{"problems", "2023年，我镇制定了培训计划，按计划推进了各项工作。", YearTold},

		{"overview", "较2022年增加5条。", YearCompared},
		{"overview", "与2022年相比，增加5条。", YearCompared},
		{"overview", "公开信息60条，与2022年的55条相比增加5条。", YearCompared},
		{"overview", "上年（2022年）公开55条。", YearCompared},
		{"overview", "公开信息60条，同比上升9.1%（2022年55条）。", YearCompared},
		{"overview", "2022年同期为55条。", YearCompared},
		{"overview", "公开2022年度部门决算和三公经费。", YearAccounts},
		{"overview", "2022年度财政决算经批准后按时公开。", YearAccounts},
		{"overview", "印发《2022年政务公开工作要点》。", YearNamed},
		{"overview", "2022年政务公开工作要点任务全部完成。", YearNamed},
		{"overview", "落实“2022年行动”各项任务。", YearQuoted},
		{"overview", "落实2021—2025年法治政府建设规划。", YearRange},
		{"overview", "2021年至2022年共清理文件3件。", YearRange},
		{"overview", "自2008年《条例》施行以来，累计公开信息900条。", YearSince},
		{"overview", "网站于2022年开通，现有栏目9个。", YearEvent},
		{"overview", "自2022年起，公开栏每月更新。", YearSince},
		{"overview", "2022年以来，公开栏每月更新。", YearSince},
		{"overview", "对2022年以前印发的文件逐件核对。", YearSince},
		{"applications", "2022年结转的2件均已办结。", YearCarried},
		{"applications", "结转至2024年继续办理1件。", YearCarried},
		{"applications", "2022年收到的申请为7件。", YearOther},
		{"review", "因2022年的申请引发的行政复议1件已审结。", YearOther},
		{"problems", "针对2022年报告指出的问题，我镇增加了解读。", YearAnswered},
		{"problems", "2022年报告中提出的问题已整改完毕。", YearAnswered},
		{"problems", "2022年存在的公开不及时问题，经过一年努力已得到解决。", YearAnswered},
		{"problems", "对照2022年度考核反馈的不足，逐条改进。", YearAnswered},
		{"overview", "截至2022年底，公开信息60条。", YearUntil},
		{"overview", "截至2022年12月31日，公开信息60条。", YearUntil},
		{"overview", "2022年6月，开通公众号。", YearEvent},
		{"overview", "2022年上半年，公开信息30条。", YearEvent},
		{"", "现公布青石镇2022年政府信息公开工作年度报告。", YearReport},
		{"", "编制《青石镇2022年政府信息公开工作年度报告》。", YearReport},
		{"", "按照《关于做好2022年度政府信息公开工作年度报告编制发布工作的通知》编制。", YearNotice},
		{"", "根据《条例》和《2022年政务公开工作要点》编制。", YearNamed},
		{"", "统计期限自2022年1月1日起至12月31日止。", YearPeriod},
	} {
		t.Run(tt.section+" "+tt.words, func(t *testing.T) {
			t.Parallel()
			years := yearsOf(tt.section, tt.words)
			require.NotEmpty(t, years)
			assert.Equal(t, tt.want, years[0].Class)
		})
	}
}

func TestNumbersThatAreNoYears(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"二七街道公开信息60条。", "印发〔2022〕30号文件。", "拨打0000-2022咨询。", "12月31日前公开。"} {
		assert.Empty(t, yearsOf("overview", words), words)
	}
}
