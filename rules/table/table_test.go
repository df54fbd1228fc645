package table

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

var all = []*rules.Rule{
	RowTotal, OutcomeTotal, Balance, ReviewTotal, DisclosureStock, BadNumber, BlankCell, RaggedRow, RulemakingPower,
}

// zeros returns a report of the edition whose every cell holds 0, but for the
// cells given by path.
func zeros(edition, organ string, cells map[string]string) *schema.Report {
	r := schema.NewReport("a.txt", "text")
	r.Edition = schema.EditionByID(edition)
	r.Year = r.Edition.From
	r.Organ = schema.NewText(organ, schema.Place{Line: 1, Column: 1})
	for _, spec := range r.Edition.Forms {
		f := &schema.Form{Spec: spec}
		for _, row := range spec.Rows {
			f.Rows = append(f.Rows, schema.Row{Spec: row})
			for _, id := range row.Cells {
				r.Cells[id] = schema.ParseCell("0", schema.Place{Line: int(id) + 1, Column: 1})
			}
		}
		r.Forms[spec.Key] = f
	}
	for path, raw := range cells {
		r.Cells[schema.MustCell(path)] = schema.ParseCell(raw, schema.Place{Line: int(schema.MustCell(path)) + 1, Column: 1})
	}
	return r
}

func TestTheFormsAreHeldToTheirRules(t *testing.T) {
	t.Parallel()
	const a, g = "applications.", "applications.outcome.granted."
	for _, tt := range []struct {
		name, edition, organ string
		cells                map[string]string
		want                 []string // code, severity and message
	}{
		{"all zeros", "2021", "青石镇人民政府", nil, nil},
		{"a consistent application", "2021", "青石镇人民政府", map[string]string{
			a + "received.natural": "1", a + "received.total": "1", g + "natural": "1", g + "total": "1", a + "outcome.total.natural": "1", a + "outcome.total.total": "1",
		}, nil},
		{"a row that stands alone", "2021", "青石镇人民政府", map[string]string{g + "natural": "6", g + "total": "6"}, []string{
			"TB102 error 表三“（一）予以公开”行的“自然人”列填 6、“总计”列填 6，这两列都不符合“（一）至（六）各项之和等于（七）总计”（自然人列各项之和为 6，总计填 0），而第一、二、四项和（七）总计在这两列都填 0；这一行应为 0，否则是那几行漏填了 6。",
		}},
		{"one cell", "2021", "青石镇人民政府", map[string]string{g + "research": "2"}, []string{
			"TB101 error 表三“（一）予以公开”行“科研机构”列填 2，与“自然人与五类法人或其他组织之和等于总计”（各栏之和为 2，总计填 0）不符，相差 2；应为 0。",
		}},
		{"a total of form four that was never filled in", "2021", "青石镇人民政府", map[string]string{"review.upheld": "2", "review.other": "1"}, []string{
			"TB104 error 表四“行政复议”行“总计”列填 0，与“结果维持、结果纠正、其他结果、尚未审结之和等于总计”（各栏之和为 3，总计填 0）不符，相差 3，疑似总计没有填；应为 3。",
		}},
		{"a part or the total of form four", "2021", "青石镇人民政府", map[string]string{"review.upheld": "3", "review.other": "2", "review.total": "6"}, []string{
			"TB104 error 表四“行政复议”行不符合“结果维持、结果纠正、其他结果、尚未审结之和等于总计”：各栏之和为 5，总计填 6，相差 1；总计应为 5，或其中一项有误。",
		}},
		{"reviews in a year without applications", "2021", "青石镇人民政府", map[string]string{"review.upheld": "2", "review.other": "1", "review.total": "3"}, []string{
			"TB105 info 表三全部为 0，表四却有复议或诉讼；除非是往年的申请引起的，请核对表三是否漏填。",
		}},
		{"reviews in a year with one", "2021", "青石镇人民政府", map[string]string{
			"review.upheld": "2", "review.total": "2", a + "received.natural": "1", a + "received.total": "1",
			g + "natural": "1", g + "total": "1", a + "outcome.total.natural": "1", a + "outcome.total.total": "1",
		}, nil},
		{"more carried over than received", "2021", "青石镇人民政府", map[string]string{
			a + "carried_in.natural": "2", a + "carried_in.total": "2", a + "carried_out.natural": "2", a + "carried_out.total": "2",
		}, []string{"TB105 info 表三“结转下年度继续办理”2 件，比本年新收的 0 件还多，请核对。"}},
		{"as many carried over as received", "2021", "青石镇人民政府", map[string]string{
			a + "received.natural": "2", a + "received.total": "2", a + "carried_out.natural": "2", a + "carried_out.total": "2",
		}, nil},
		{"documents issued and none in force", "2021", "青石镇人民政府", map[string]string{"disclosure.normative_documents.issued": "6", "disclosure.normative_documents.repealed": "1"}, []string{
			"TB105 info 表二“行政规范性文件”本年制发 6 件、废止 1 件，现行有效却填 0，请核对是否漏填。",
		}},
		{"as many repealed as issued", "2021", "青石镇人民政府", map[string]string{"disclosure.normative_documents.issued": "6", "disclosure.normative_documents.repealed": "6"}, nil},
		{"previous + change is not decisions", "2019", "青石镇人民政府", map[string]string{"disclosure.licensing.previous": "7", "disclosure.licensing.change": "-3", "disclosure.licensing.decisions": "34"}, nil},
		{"words for a figure", "2021", "青石镇人民政府", map[string]string{"disclosure.penalties.decisions": "无"}, []string{
			"TB106 error 表二“行政处罚”行“本年处理决定数量”列填的是“无”，应填数字；没有发生的填 0。",
		}},
		{"separators out of place", "2021", "青石镇人民政府", map[string]string{"disclosure.penalties.decisions": "1,36"}, []string{
			"TB106 error 表二“行政处罚”行“本年处理决定数量”列填的是“1,36”，应填数字；没有发生的填 0。",
		}},
		{"separators, full width and a unit", "2021", "青石镇人民政府", map[string]string{"disclosure.penalties.decisions": "1,362", "disclosure.licensing.decisions": "１２件"}, nil},
		{"a broken count", "2021", "青石镇人民政府", map[string]string{"disclosure.penalties.decisions": "1.5"}, []string{
			"TB106 error 表二“行政处罚”行“本年处理决定数量”列填的是 1.5，件数应为整数。",
		}},
		{"a negative count", "2021", "青石镇人民政府", map[string]string{"disclosure.penalties.decisions": "-2"}, []string{
			"TB106 error 表二“行政处罚”行“本年处理决定数量”列填的是 -2，不能小于 0。",
		}},
		{"a fee with decimals", "2021", "青石镇人民政府", map[string]string{"disclosure.fees.amount": "15.6469"}, nil},
		{"a fee in 元", "2021", "青石镇人民政府", map[string]string{"disclosure.fees.amount": "156469元"}, []string{
			"TB106 warning 表二“行政事业性收费”行“本年收费金额（单位：万元）”列填的是“156469元”，这一栏的单位是万元，请核实。",
		}},
		{"a blank", "2021", "青石镇人民政府", map[string]string{"disclosure.coercion.decisions": ""}, []string{
			"TB107 warning 表二“行政强制”行的本年处理决定数量没有填数；没有发生的应填 0，涉及的勾稽关系没有核对。",
		}},
		{"规章 of a township", "2021", "青石镇人民政府", map[string]string{"disclosure.regulations.in_force": "3"}, []string{
			"TB109 warning 表二“规章”行填了 3，青石镇人民政府没有规章制定权，请核实是否应填在“规范性文件”行。",
		}},
		{"规章 of a county's bureau", "2021", "临江县水务局", map[string]string{"disclosure.regulations.in_force": "3"}, []string{
			"TB109 warning 表二“规章”行填了 3，临江县水务局没有规章制定权，请核实是否应填在“规范性文件”行。",
		}},
		{"规章 of a city, which may have districts", "2021", "临江市人民政府", map[string]string{"disclosure.regulations.in_force": "3"}, nil},
		{"规章 of an autonomous prefecture", "2021", "云岭自治州人民政府", map[string]string{"disclosure.regulations.in_force": "3"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, f := range rules.Run(zeros(tt.edition, tt.organ, tt.cells), all).Findings {
				got = append(got, f.Code+" "+f.Severity.String()+" "+f.Message.ZH)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestARowACellShortIsOneFindingForTheBlock(t *testing.T) {
	t.Parallel()
	r := zeros("2021", "青石镇人民政府", nil)
	form := r.Forms[schema.Applications]
	for i := range 4 {
		row := &form.Rows[i]
		row.Ragged = true
		for _, id := range row.Spec.Cells[:6] {
			row.Values = append(row.Values, r.Cells[id])
		}
		for _, id := range row.Spec.Cells {
			r.Cells[id] = schema.Cell{}
		}
	}
	got := rules.Run(r, all).Findings
	if assert.Len(t, got, 1) {
		assert.Equal(t, "TB108", got[0].Code)
		assert.Contains(t, got[0].Message.ZH, "共 4 行每行有 6 个数，应为 7 个，少了 1 格")
	}
}

func TestTheSameWordsInManyCellsAreOneFinding(t *testing.T) {
	t.Parallel()
	cells := map[string]string{}
	for _, row := range schema.EditionByID("2021").Form(schema.Review).Rows {
		for _, id := range row.Cells {
			cells[id.Path()] = "无"
		}
	}
	got := rules.Run(zeros("2021", "青石镇人民政府", cells), all).Findings
	if assert.Len(t, got, 1) {
		assert.Equal(t, "TB106", got[0].Code)
		assert.Contains(t, got[0].Message.ZH, "等 15 格填的是“无”")
		assert.Len(t, got[0].Cells, 15)
	}
}

func TestBlanksAreAHabitOrAnEmptyForm(t *testing.T) {
	t.Parallel()
	empty := map[string]string{}
	for _, row := range schema.EditionByID("2021").Form(schema.Review).Rows {
		for _, id := range row.Cells {
			empty[id.Path()] = ""
		}
	}
	got := rules.Run(zeros("2021", "青石镇人民政府", empty), all).Findings
	if assert.Len(t, got, 1) {
		assert.Equal(t, "TB107 error", got[0].Code+" "+got[0].Severity.String())
		assert.Contains(t, got[0].Message.ZH, "全部 15 格都是空白")
	}
	empty["review.upheld"], empty["review.total"] = "2", "2"
	got = rules.Run(zeros("2021", "青石镇人民政府", empty), all).Findings
	if assert.Len(t, got, 1) {
		assert.Contains(t, got[0].Message.ZH, "凡是零都没有填，共 13 格空着")
	}
	for path, raw := range empty {
		if raw == "" {
			empty[path] = "—"
		}
	}
	got = rules.Run(zeros("2021", "青石镇人民政府", empty), all).Findings
	if assert.Len(t, got, 1) {
		assert.Contains(t, got[0].Message.ZH, "凡是零都填了“—”，共 13 格；“—”不能当作 0")
	}
}
