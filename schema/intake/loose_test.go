package intake

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// A section whose figures were seen and not bound is not one without a table.
func TestFiguresOfLinesThatFitNoRowAreSaid(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, lines string
		unread      int // problems with the form
		heads       bool
	}{
		{"lines of figures without any label", "甲类 3 0 0\n乙类 1 0 0\n丙类 4 0 0", 1, false},
		{"one figure a line", "甲类 3\n乙类 1\n丙类 4\n丁类 0", 1, false},
		{"long runs are one problem, however many", "甲类 3 0 0 0 0 0 3\n乙类 1 0 0 0 0 0 1", 1, false},
		{"a row that begins like a section is none", "一、全年总量 5 0 0 0 0 0 5", 1, false},
		{"figures of sentences", "本年新收申请 3 件，上年结转 1 件\n办结 4 件。\n结转下年 0 件", 0, false},
		{"one figure at a line's end", "全年共办理申请 3", 0, false},
		{"nothing at all", "本年度没有收到申请。", 0, false},
		{"labels without figures are a form that was not filled", "一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n四、结转下年度继续办理", 0, true},
		{"two labels are not", "二、上年结转政府信息公开申请数量\n四、结转下年度继续办理", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := "青石镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n无。\n\n三、收到和处理政府信息公开申请情况\n\n" + tt.lines + "\n\n五、存在的主要问题及改进情况\n\n无。\n"
			reports := Read(context.Background(), "年报.txt", []byte(text))
			require.Len(t, reports, 1)
			n := 0
			for _, p := range reports[0].Problems {
				if p.Kind == schema.UnreadTable && p.Form == schema.Applications {
					n++
				}
			}
			assert.Equal(t, tt.unread, n)
			form := reports[0].Forms[schema.Applications]
			assert.Equal(t, tt.heads, form != nil && len(form.Rows) == 0)
			assert.NotNil(t, reports[0].Section("problems"))
		})
	}
}
