package intake

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheOrganIsThatOfTheTitle(t *testing.T) {
	t.Parallel()
	const rest = "\n\n一、总体情况\n\n平稳。\n\n二、主动公开政府信息情况\n"
	for name, c := range map[string]struct{ text, want string }{
		"in front of the year":      {"桐县青石镇人民政府2023年政府信息公开工作年度报告" + rest, "桐县青石镇人民政府"},
		"behind the year":           {"2023年桐县青石镇人民政府政府信息公开工作年度报告" + rest, "桐县青石镇人民政府"},
		"behind 年度":                 {"2023年度桐县水利局政务公开工作年度报告" + rest, "桐县水利局"},
		"a place behind the year":   {"2023年桐江区政府信息公开工作年度报告" + rest, "桐江区"},
		"on the line above":         {"桐县水利局\n\n2023年政府信息公开工作年度报告" + rest, "桐县水利局"},
		"nowhere":                   {"2023年政府信息公开工作年度报告" + rest, ""},
		"no organ behind the year":  {"2023年度本级政府信息公开工作年度报告" + rest, ""},
		"spaces around the year":    {"2023 年 桐县 水利局 政府信息公开工作年度报告" + rest, "桐县 水利局"},
		"a sort of work, not organ": {"2023年全市教育系统政府信息公开工作年度报告" + rest, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := c.text
			reports := Read(t.Context(), "a.txt", []byte(text))
			require.Len(t, reports, 1)
			assert.Equal(t, c.want, reports[0].Organ.Value)
		})
	}
}

func TestTheOrganIsToldByTheTitleWithoutThePagesOwnWords(t *testing.T) {
	t.Parallel()
	const rest = "\n\n一、总体情况\n\n有序开展。\n\n二、主动公开政府信息情况\n"
	for title, want := range map[string]string{
		"桐县青石镇人民政府2022年政府信息公开工作年度报告":      "桐县青石镇人民政府",
		"名称：桐县青石镇人民政府2022年政府信息公开工作年度报告":   "桐县青石镇人民政府",
		"标题: 桐县青石镇人民政府2022年政府信息公开工作年度报告":  "桐县青石镇人民政府",
		"关于桐县青石镇人民政府2022年政府信息公开工作情况的年度报告": "桐县青石镇人民政府",
		"青石镇政府信息公开2022年年度报告":              "青石镇",
	} {
		reports := Read(t.Context(), "a.txt", []byte(title+rest))
		require.Len(t, reports, 1)
		assert.Equal(t, want, reports[0].Organ.Value, title)
	}
}

// TestThePageInOneParagraphKeepsItsTitleAndItsEnd: where headings stand inline,
// so do the title in front of them and the signature behind.
func TestThePageInOneParagraphKeepsItsTitleAndItsEnd(t *testing.T) {
	t.Parallel()
	const title = "桐县青石镇人民政府2023年政府信息公开工作年度报告"
	const body = "《中华人民共和国政府信息公开条例》，编制本报告，所列数据的统计期限自2023年1月1日起至2023年12月31日止，欢迎查阅并提出意见。 一、总体情况 工作平稳，按时更新公开栏目。 六、其他需要报告的事项 未收取信息处理费。"
	for name, c := range map[string]struct{ text, title, signed string }{
		"with spaces":              {title + " 依据" + body + " 桐县青石镇人民政府 2024年1月9日", title, "2024-01-09"},
		"with nothing between":     {title + "根据" + body + "2024年1月9日", title, "2024-01-09"},
		"no title but a sentence":  {title + "已在网站公布，全文根据" + body, "", "0000-00-00"},
		"a date within a sentence": {title + " 根据" + body + "本报告于2024年1月9日公布", title, "0000-00-00"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reports := Read(t.Context(), "a.txt", []byte(c.text))
			require.Len(t, reports, 1)
			assert.Equal(t, c.title, reports[0].Title.Value)
			assert.Equal(t, c.signed, reports[0].Signed.String())
		})
	}
}
