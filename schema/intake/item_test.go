package intake

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/schema"
)

func TestTheTitleOfAPageInOneParagraph(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, page, title string }{
		{"in front of the words of a preface", "临江县青石镇人民政府2020年政府信息公开工作年度报告依照条例编制。报告由六部分组成。", "临江县青石镇人民政府2020年政府信息公开工作年度报告"},
		{"the organ apart, a gap behind", "临江县青石镇人民政府 2020年政府信息公开工作年度报告 全年工作如下。", "临江县青石镇人民政府 2020年政府信息公开工作年度报告"},
		{"none in a sentence on the report", "现公布临江县青石镇人民政府2020年政府信息公开工作年度报告，请监督。本报告由六部分组成。", ""},
		{"none in front of more of the title", "临江县青石镇2020年政府信息公开工作年度报告的说明。本报告由六部分组成。", ""},
		{"none where the report is quoted", "本报告是2020年政府信息公开工作年度报告 依照条例编制。", ""},
		{"the line that is only a title", "临江县青石镇2020年政府信息公开工作年度报告", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			parts := titleInFront(schema.NewText(tt.page, schema.Place{Line: 1, Column: 1}))
			if tt.title == "" {
				assert.Len(t, parts, 1)
				return
			}
			assert.Equal(t, tt.title, parts[0].Value)
			assert.Equal(t, 1, parts[1].Whole().Line)
		})
	}
}
