package intake

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// layoutCase is one way in which a form arrives as text: what stands under its
// heading, what some of its cells then are, and whether something is said to be
// unread. A cell is its figure, or the name of its state.
type layoutCase struct {
	name, text string
	cells      map[string]string
	unread     bool
}

const (
	inThree = "桐县青石镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n工作平稳。\n三、收到和处理政府信息公开申请情况\n"
	inTwo   = "桐县青石镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n工作平稳。\n二、主动公开政府信息情况\n"
)

// TestEveryLayoutOfAFormGivesItsCells has each way a form is met as text, and
// beside it what looks like it and is not.
func TestEveryLayoutOfAFormGivesItsCells(t *testing.T) {
	t.Parallel()
	cases := append(append(rowLayouts(), lineLayouts()...), brokenLayouts()...)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			reports := Read(t.Context(), "a.txt", []byte(c.text+"\n六、其他需要报告的事项\n无。\n"))
			require.Len(t, reports, 1)
			r := reports[0]
			for path, want := range c.cells {
				cell := r.Cell(schema.MustCell(path))
				got := cell.Raw
				if cell.State != schema.Numeric {
					got = cell.State.String()
				}
				assert.Equal(t, want, got, path)
			}
			unread := false
			for _, p := range r.Problems {
				unread = unread || p.Kind == schema.UnreadTable || p.Kind == schema.GluedCells
			}
			assert.Equal(t, c.unread, unread, "%v", r.Problems)
		})
	}
}

func rowLayouts() []layoutCase {
	const received, carried, granted, out = "applications.received.", "applications.carried_in.", "applications.outcome.granted.", "applications.carried_out."
	return []layoutCase{
		{"pipes with blank cells behind the figures", inThree +
			"| 一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5 | |\n| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |\n",
			map[string]string{received + "natural": "4", received + "business": "1", received + "total": "5", carried + "total": "0"}, false},
		{"pipes without one at the ends of the line", inThree +
			"一、本年新收政府信息公开申请数量 | 4 | 1 | 0 | 0 | 0 | 0 | 5\n二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n",
			map[string]string{received + "natural": "4", received + "total": "5", carried + "natural": "0"}, false},
		{"a pipe in a sentence is no table", inThree + "本镇网站设有“公开 | 互动 | 服务”栏目，全年更新5次。\n",
			map[string]string{received + "total": "absent"}, false},
		{"tabs", inThree + "一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5\n四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0\n",
			map[string]string{received + "natural": "4", received + "total": "5", out + "total": "0"}, false},
		{"a row a cell short is not shifted", inThree + "一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t5\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
			map[string]string{received + "natural": "absent", received + "total": "absent", carried + "total": "0"}, false},
		{"blank, slash and zero stay apart", inThree + "一、本年新收政府信息公开申请数量\t0\t\t/\t—\t0\t0\t0\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
			map[string]string{received + "natural": "0", received + "business": "blank", received + "research": "slash", received + "charity": "slash", received + "total": "0"}, false},
		{"a blank row with a total of zero", inThree + "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t0\n",
			map[string]string{carried + "natural": "blank", carried + "other": "blank", carried + "total": "0"}, false},
		{"the page ends within the table and the second half has a column less", inThree +
			"| 一、本年新收政府信息公开申请数量 | | 4 | 1 | 0 | 0 | 0 | 0 | 5 |\n| 三、本年度办理结果 | （一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |\n\n-4-\n\n" +
			"| （七）总计 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |\n| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			map[string]string{granted + "total": "5", "applications.outcome.total.natural": "4", "applications.outcome.total.total": "5", out + "total": "0"}, false},
		{"a subtotal that the form does not have is not counted", inThree +
			"一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5\n小计\t9\t9\t9\t9\t9\t9\t9\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
			map[string]string{received + "total": "5", carried + "total": "0"}, false},
		{"the table stands before its heading", "桐县青石镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n工作平稳。\n" +
			"一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n三、收到和处理政府信息公开申请情况\n",
			map[string]string{received + "total": "5", carried + "total": "0"}, false},
		{"a sentence before the table", inThree + "本镇申请办理情况如下表所示。\n一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
			map[string]string{received + "total": "5"}, false},
		{"separators, signs and units of figures", inTwo + "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t2\t0\t1,362\n" +
			"信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t976.81万元\n",
			map[string]string{"disclosure.normative_documents.in_force": "1,362", "disclosure.fees.amount": "976.81万元"}, false},
		{"a separator in a wrong place is no figure", inTwo + "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t2\t0\t1,36\n",
			map[string]string{"disclosure.normative_documents.in_force": "text"}, false},
	}
}

func lineLayouts() []layoutCase {
	const received, carried = "applications.received.", "applications.carried_in."
	return []layoutCase{
		{"one value a line with gaps between", inThree + "一、本年新收政府信息公开申请数量\n\n4\n\n1\n\n0\n\n0\n\n0\n\n0\n\n5\n\n二、上年结转政府信息公开申请数量\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n",
			map[string]string{received + "natural": "4", received + "business": "1", received + "total": "5", carried + "total": "0"}, false},
		{"one value a line and one of them missing", inThree + "一、本年新收政府信息公开申请数量\n\n4\n\n1\n\n0\n\n0\n\n0\n\n5\n\n二、上年结转政府信息公开申请数量\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n",
			map[string]string{received + "natural": "absent", received + "total": "absent", carried + "total": "0"}, false},
		{"a token a line with pipes between", inThree + "一、本年新收政府信息公开申请数量\n|\n4\n|\n1\n|\n0\n|\n0\n|\n0\n|\n0\n|\n5\n|\n二、上年结转政府信息公开申请数量\n|\n0\n|\n0\n|\n0\n|\n0\n|\n0\n|\n0\n|\n0\n",
			map[string]string{received + "natural": "4", received + "total": "5", carried + "total": "0"}, false},
		{"spaces", inThree + "一、本年新收政府信息公开申请数量 4 1 0 0 0 0 5\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n",
			map[string]string{received + "natural": "4", received + "total": "5", carried + "total": "0"}, false},
		{"figures of a sentence are no row", inThree + "全年新收申请5件，其中自然人4件、商业企业1件，均已答复。\n",
			map[string]string{received + "natural": "absent", received + "total": "absent"}, false},
		{"the whole page in one paragraph", "桐县青石镇人民政府2023年政府信息公开工作年度报告 根据《中华人民共和国政府信息公开条例》编制本报告，所列数据的统计期限自2023年1月1日起至2023年12月31日止。 一、总体情况 工作平稳，按时更新公开栏目。 " +
			"三、收到和处理政府信息公开申请情况 一、本年新收政府信息公开申请数量 4 1 0 0 0 0 5 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 六、其他需要报告的事项 无。 桐县青石镇人民政府 2024年1月9日",
			map[string]string{received + "natural": "4", received + "total": "5", carried + "total": "0"}, false},
	}
}

func brokenLayouts() []layoutCase {
	const received, carried, documents, rules = "applications.received.", "applications.carried_in.", "disclosure.normative_documents.", "disclosure.regulations."
	heads := inTwo + "信息内容  本年制发件数  本年废止件数  现行有效件数\n"
	return []layoutCase{
		{"glued figures that can be cut in one way only", heads + "规章000\n行政规范性文件  2  0  11\n",
			map[string]string{rules + "issued": "0", rules + "in_force": "0", documents + "in_force": "11"}, false},
		{"glued figures that can be cut in several ways", heads + "规章000\n行政规范性文件2011\n",
			map[string]string{rules + "issued": "0", documents + "issued": "absent", documents + "in_force": "absent"}, true},
		{"labels broken over lines", inThree + "一、本年新收政府\n信息公开申请数量\n4\n1\n0\n0\n0\n0\n5\n二、上年结转政府信息\n公开申请数量\n0\n0\n0\n0\n0\n0\n0\n",
			map[string]string{received + "natural": "4", received + "total": "5", carried + "total": "0"}, false},
		{"a group's label one character a line", inThree + "一、本年新收政府信息公开申请数量\n4\n1\n0\n0\n0\n0\n5\n三\n、\n本\n年\n度\n办\n理\n结\n果\n（一）予以公开\n4\n1\n0\n0\n0\n0\n5\n",
			map[string]string{received + "total": "5", "applications.outcome.granted.natural": "4", "applications.outcome.granted.total": "5"}, false},
		{"letter-spaced labels", inThree + "一、 本 年 新 收 政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5\n二、 上 年 结 转 政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
			map[string]string{received + "natural": "4", received + "total": "5", carried + "total": "0"}, false},
		{"repeated zeros that an extractor dropped are not zeros", inThree + "一、本年新收政府信息公开申请数量\n4\n1\n0\n5\n二、上年结转政府信息公开申请数量\n0\n（一）予以公开\n4\n（二）部分公开\n0\n1.属于国家秘密\n0\n2.其他法律行政法规禁止公开\n0\n（七）总计\n4\n四、结转下年度继续办理\n0\n",
			map[string]string{received + "natural": "absent", carried + "natural": "absent", "applications.carried_out.total": "absent"}, true},
		{"the note in the head, on a line of its own, and the row behind it", inThree + "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n一、本年新收政府信息公开申请数量\n4\n1\n0\n0\n0\n0\n5\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n",
			map[string]string{received + "natural": "4", received + "total": "5", carried + "natural": "0"}, false},
		{"a table of other things is unread, not zero", inThree + "乡镇\t咨询\t投诉\n河东村\t12\t3\n河西村\t9\t1\n",
			map[string]string{received + "total": "absent"}, true},
	}
}
