package intake

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

func TestARowOfWordsForNothingIsARowOfBadValues(t *testing.T) {
	t.Parallel()
	const page = "桐县青石镇人民政府2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
	reports := Read(context.Background(), "a.txt", []byte(page+
		"| 一、本年新收政府信息公开申请数量 | 无 | 无 | 无 | 无 | 无 | 无 | 无 |\n| 二、上年结转政府信息公开申请数量 | 零 | 零 | 零 | 零 | 零 | 零 | 零 |\n"))
	require.Len(t, reports, 1)
	for path, want := range map[string]string{"applications.received.natural": "无", "applications.carried_in.total": "零"} {
		cell := reports[0].Cell(schema.MustCell(path))
		assert.Equal(t, want, cell.Raw, path)
		assert.Equal(t, schema.Words, cell.State, path)
	}
}

func TestAMergedCellThatIsRepeatedIsOneFigure(t *testing.T) {
	t.Parallel()
	const page = "桐县青石镇人民政府2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
	for name, c := range map[string]struct {
		table string
		want  map[string]string
	}{
		"two columns over three places": {
			"| 信息内容 | 上一年项目数量 | 本年增/减 | 本年增/减 |\n| 行政事业性收费 | 5 | 2 | 2 |\n",
			map[string]string{"disclosure.fees.previous": "5", "disclosure.fees.change": "2"},
		},
		"two equal figures under two heads": {
			"| 信息内容 | 上一年项目数量 | 本年增/减 | |\n| 行政事业性收费 | 2 | 2 | |\n",
			map[string]string{"disclosure.fees.previous": "2", "disclosure.fees.change": "2"},
		},
		"three columns of one figure each": {
			"| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n| 行政处罚 | 3 | 3 | 3 |\n",
			map[string]string{"disclosure.penalties.previous": "3", "disclosure.penalties.change": "3", "disclosure.penalties.decisions": "3"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reports := Read(context.Background(), "a.txt", []byte(page+c.table))
			require.Len(t, reports, 1)
			for path, want := range c.want {
				assert.Equal(t, want, reports[0].Cell(schema.MustCell(path)).Raw, path)
			}
		})
	}
}
