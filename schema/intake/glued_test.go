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

// A row of a table says what became of its figures: read, a bad value, blank, or
// a problem. None is passed over.
func TestARowOfATableWithoutFiguresIsNotPassedOver(t *testing.T) {
	t.Parallel()
	const (
		head   = "桐县青石镇人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
		items  = head + "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 行政规范性文件 | 1 | 2 | 3 |\n"
		review = "桐县青石镇人民政府2023年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计\n"
		asked  = "桐县青石镇人民政府2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
	)
	for _, tt := range []struct {
		name, text, path string
		state            schema.State
		raw              string
		problem          schema.ProblemKind
	}{
		{"four digits for three figures", items + "| 规章0210 |  |  |  |\n", "disclosure.regulations.issued", schema.Absent, "", schema.GluedCells},
		{"three digits for three figures", items + "| 规章010 |  |  |  |\n", "disclosure.regulations.repealed", schema.Numeric, "1", ""},
		{"figures behind the label in its cell", items + "| 规章 0 2 10 |  |  |  |\n", "disclosure.regulations.in_force", schema.Numeric, "10", ""},
		{"the first figure grew on to the label", items + "| 规章0 | 2 | 10 |  |\n", "disclosure.regulations.issued", schema.Absent, "", schema.GluedCells},
		{"a note's mark and all figures", items + "| 规章1 | 0 | 2 | 10 |\n", "disclosure.regulations.issued", schema.Numeric, "0", ""},
		{"the only row of the table", head + "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章0210 |  |  |  |\n", "disclosure.regulations.issued", schema.Absent, "", schema.GluedCells},
		{"a word for the figure", items + "| 行政许可 | 无 |\n", "disclosure.licensing.decisions", schema.Words, "无", ""},
		{"a word for the first figure", items + "| 规章 | 无 | 0 | 0 |\n", "disclosure.regulations.issued", schema.Words, "无", ""},
		{"a unit between label and figure is no figure", items + "| 信息内容 | 单位 | 本年处理决定数量 |\n| 行政许可 | 件 | 5 |\n", "disclosure.licensing.decisions", schema.Numeric, "5", ""},
		{"a blank cell", items + "| 行政许可 |  |\n", "disclosure.licensing.decisions", schema.Blank, "", ""},
		{"fifteen digits under form four's head", review + "000000000001001\n", "litigation.after_review.other", schema.Numeric, "0", ""},
		{"sixteen digits under form four's head", review + "0000000000010010\n", "review.upheld", schema.Absent, "", schema.GluedCells},
		{"fifteen digits in three words", review + "00000 00000 01001\n", "litigation.after_review.total", schema.Numeric, "1", ""},
		{"two figures of three are not cut", asked + "（一）予以公开\n1 20 300\n（二）部分公开\n1 0 0 0 0 0 1\n", "applications.outcome.granted.natural", schema.Absent, "", ""},
		{"seven digits behind a label", asked + "（一）予以公开\n0000000\n（二）部分公开\n1 0 0 0 0 0 1\n", "applications.outcome.granted.total", schema.Numeric, "0", ""},
		{"eight digits behind a label", asked + "（一）予以公开\n00001011\n（二）部分公开\n1 0 0 0 0 0 1\n", "applications.outcome.granted.total", schema.Absent, "", schema.GluedCells},
		{"words in seven places", asked + "| （一）予以公开 | 无 | 无 | 无 | 无 | 无 | 无 | 无 |\n| （二）部分公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", "applications.outcome.granted.total", schema.Words, "无", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			reports := Read(t.Context(), "a.txt", []byte(tt.text))
			require.Len(t, reports, 1)
			c := reports[0].Cell(schema.MustCell(tt.path))
			assert.Equal(t, tt.state, c.State)
			assert.Equal(t, tt.raw, c.Raw)
			var kinds []schema.ProblemKind
			for _, p := range reports[0].Problems {
				kinds = append(kinds, p.Kind)
			}
			if tt.problem == "" {
				assert.Empty(t, kinds)
			} else {
				assert.Equal(t, []schema.ProblemKind{tt.problem}, kinds)
			}
		})
	}
}
