package intake

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

func TestFiguresGrownTogetherAreSplitOnlyWhereThereIsOneWay(t *testing.T) {
	t.Parallel()
	const old = "桐县青石镇人民政府2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
	const current = "桐县青石镇人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n第二十条第（五）项\n信息内容 本年处理决定数量\n"
	for name, c := range map[string]struct {
		text, path, want string
	}{
		"three zeros are three figures":            {old + "行政许可000\n", "disclosure.licensing.change", "0"},
		"four digits for three figures":            {old + "行政许可5010\n", "disclosure.licensing.decisions", ""},
		"a sign among them":                        {old + "行政处罚11+136\n", "disclosure.penalties.decisions", ""},
		"one figure where the form has one column": {current + "行政许可318\n", "disclosure.licensing.decisions", "318"},
		"the heads tell the edition, not the year": {
			"桐县青石镇人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可318\n",
			"disclosure.licensing.decisions", "8",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reports := Read(context.Background(), "a.txt", []byte(c.text))
			require.Len(t, reports, 1)
			assert.Equal(t, c.want, reports[0].Cell(schema.MustCell(c.path)).Raw)
			if c.want == "" {
				assert.NotEmpty(t, reports[0].Problems, "the loss is said")
			}
		})
	}
}
