package structure

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func text(s string) schema.Text {
	return schema.NewText(s, schema.Place{Path: "a.txt", Line: 1, Column: 1})
}

// whole returns a report about the year with the six sections and three forms
// of its edition, all of them in order.
func whole(year int) *schema.Report {
	r := schema.NewReport("a.txt", "text")
	r.Year, r.Edition = year, schema.EditionForYear(year)
	r.Title = text("青石镇政府信息公开工作年度报告")
	for _, spec := range r.Edition.Sections {
		s := &schema.Section{
			Key: spec.Key, Number: spec.Number,
			Heading: text(numeral(spec.Number) + "、" + spec.Title), Title: text(spec.Title),
		}
		if spec.Form == "" {
			s.Body = []schema.Text{text("各项工作有序开展。")}
		}
		r.Sections = append(r.Sections, s)
	}
	for _, spec := range r.Edition.Forms {
		f := &schema.Form{Spec: spec}
		for _, row := range spec.Rows {
			f.Rows = append(f.Rows, schema.Row{Spec: row, Label: schema.Label{
				Printed: text(row.Label), Official: row.Label, Aliases: row.Aliases, Whole: true,
			}})
		}
		r.Forms[spec.Key] = f
	}
	return r
}

var all = []*rules.Rule{
	MissingSection, SectionNumber, SectionTitle, MissingTable, TableLabel, SectionList, EmptySection, TemplateText, DoubledWords,
}

func findings(r *schema.Report) (codes, keys []string) {
	for _, f := range rules.Run(r, all).Findings {
		codes, keys = append(codes, f.Code), append(keys, f.Key)
	}
	return codes, keys
}

func TestAWholeReportIsSilent(t *testing.T) {
	t.Parallel()
	for _, year := range []int{2019, 2020, 2021, 2024} {
		codes, keys := findings(whole(year))
		assert.Empty(t, codes, "%d %v", year, keys)
	}
}

func TestSections(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		bend func(*schema.Report)
		want []string
	}{
		{"section six is missing", func(r *schema.Report) { r.Sections = r.Sections[:5] }, []string{"ST501"}},
		{"no section at all is one finding", func(r *schema.Report) { r.Sections, r.Forms = nil, map[schema.FormKey]*schema.Form{} }, []string{"ST501", "ST504", "ST504", "ST504"}},
		{"a missing section does not also shift the numbers", func(r *schema.Report) {
			r.Sections = append(r.Sections[:4:4], r.Sections[5])
		}, []string{"ST501"}},
		{"a heading lost over its table is to be looked at", func(r *schema.Report) {
			r.Sections = append(r.Sections[:2:2], r.Sections[3:]...)
		}, []string{"ST501"}},
		{"二 twice", func(r *schema.Report) {
			r.Sections[2].Number, r.Sections[2].Heading = 2, text("二、收到和处理政府信息公开申请情况")
		}, []string{"ST502"}},
		{"from 二 on every number is one too low", func(r *schema.Report) {
			for i, s := range r.Sections[2:] {
				s.Number, s.Heading = i+2, text(numeral(i+2)+"、"+s.Title.Value)
			}
		}, []string{"ST502"}},
		{"two neighbours bear each other's number", func(r *schema.Report) {
			r.Sections[2].Number, r.Sections[3].Number = 4, 3
		}, []string{"ST502"}},
		{"the first two bear each other's number", func(r *schema.Report) {
			r.Sections[0].Number, r.Sections[1].Number = 2, 1
		}, []string{"ST502"}},
		{"numbers exchanged over a third are two slips", func(r *schema.Report) {
			r.Sections[2].Number, r.Sections[4].Number = 5, 3
		}, []string{"ST502", "ST502"}},
		{"a miswritten title that the preface has right is one finding", func(r *schema.Report) {
			r.Preface = []schema.Text{text("本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。")}
			r.Sections[1].Title = text("主动公开政府信患情况")
		}, []string{"ST503"}},
		{"a number left out", func(r *schema.Report) {
			r.Sections[5].Number, r.Sections[5].Heading = 7, text("七、其他需要报告的事项")
		}, []string{"ST502"}},
		{"a section of the organ's own in between takes a number", func(r *schema.Report) {
			own := &schema.Section{Number: 6, Heading: text("六、建议提案办理情况"), Title: text("建议提案办理情况"), Body: []schema.Text{text("无。")}}
			last := r.Sections[5]
			last.Number = 7
			r.Sections = append(r.Sections[:5:5], own, last)
		}, nil},
		{"headings without numbers are not judged", func(r *schema.Report) {
			for _, s := range r.Sections {
				s.Number = 0
			}
		}, nil},
		{"a title with a character lost", func(r *schema.Report) { r.Sections[1].Title = text("主动公开政信息情况") }, []string{"ST503"}},
		{"another usual title", func(r *schema.Report) { r.Sections[4].Title = text("存在的主要问题及改进措施") }, nil},
		{"的 and the joining word may vary", func(r *schema.Report) { r.Sections[4].Title = text("存在问题和改进措施") }, nil},
		{"a short title is noted", func(r *schema.Report) { r.Sections[2].Title = text("依申请公开情况") }, []string{"ST503"}},
		{"a title with 其它", func(r *schema.Report) { r.Sections[5].Title = text("其它需要报告的事项") }, nil},
		{"nothing under section five", func(r *schema.Report) { r.Sections[4].Body = []schema.Text{text("　")} }, []string{"ST507"}},
		{"无 is text", func(r *schema.Report) { r.Sections[5].Body = []schema.Text{text("无")} }, nil},
		{"form four has no rows", func(r *schema.Report) { r.Forms[schema.Review].Rows = nil }, []string{"ST504"}},
		{"a form that was not understood is RD003's", func(r *schema.Report) {
			delete(r.Forms, schema.Review)
			r.Problems = []schema.Problem{{Kind: schema.UnreadTable, Form: schema.Review}}
		}, nil},
		{"before 2019 there was no national form", func(r *schema.Report) {
			r.Year, r.Edition, r.Sections, r.Forms = 2018, nil, nil, nil
		}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := whole(2023)
			tt.bend(r)
			codes, keys := findings(r)
			assert.Equal(t, tt.want, codes, "%v", keys)
		})
	}
}

func TestLabels(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		official, printed string
		wrong             bool
	}{
		{"2.其他法律行政法规禁止公开", "2.其他法律行政止公开", true},
		{"3.危及“三安全一稳定”", "3. 危“三安全一稳定”", true},
		{"3.危及“三安全一稳定”", "3、危及\"三安全一稳定\"", false},
		{"3.危及“三安全一稳定”", "3.危及“三安全—稳定”", false},
		{"第二十条第（一）项", "第二十条（一）项", true},
		{"第二十条第（一）项", "第二十条第(一)项", false},
		{"第二十条第（一）项", "第二十条第一项", false},
		{"5.属于三类内部事务信息", "5. 属于三类内 部事务", true},
		{"5.属于三类内部事务信息", "5. 属于三类内 部\n事务信息", false},
		{"5.属于三类内部事务信息", "属于三类内部事务信息", false},
		{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开", false},
		{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "(二) 部分公开(区分处理的,只计这一情形,不计其它情形)", false},
		{"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部份公开（区分处理的，只计这一情形，不计其他情形）", true},
		{"（三）不予公开", "三不予公开", false},
		{"行政事业性收费", "行政事业型收费", true},
		{"本年收费金额（单位：万元）", "本年收费金额", false},
		{"本年收费金额（单位：万元）", "本年收费金额（单位：元）", true},
		{"（六）其他处理", "（六）其它处理", false},
		{"（七）总计", "总 计", false},
	} {
		label := schema.Label{Official: tt.official}
		assert.Equal(t, tt.wrong, !sameLabel(tt.printed, label), "%s for %s", tt.printed, tt.official)
	}
}

func TestALabelNotReadWholeIsNotJudged(t *testing.T) {
	t.Parallel()
	r := whole(2023)
	r.Forms[schema.Applications].Rows[2].Label = schema.Label{Printed: text("（一）予以公"), Official: "（一）予以公开"}
	codes, _ := findings(r)
	assert.Empty(t, codes)
}

func TestTemplateText(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"（文字描述）": "文字描述",
		"请登录政府网站（具体网址）查询。":          "具体网址",
		"20XX年，本镇认真开展工作。":           "20XX年",
		"（宋体）第一条":                   "（宋体）",
		"联系电话：0558-XXXXXXX":         "XXXXXXX",
		"截至XXX年底（盖章）":               "XXX",
		"请联系（网址）或XXX":               "（网址）",
		"公众号阅读量×××次":                "×××",
		"APP和XX牌设备":                 "",
		"本镇网址为 www.example.gov.cn。": "",
		"以文字、图表等形式解读政策。":            "",
		"宋体字的标语":                    "",
		"公开（如有变动以公告为准）":             "",
	} {
		i, j, ok := leftover(s)
		assert.Equal(t, want != "", ok, s)
		assert.Equal(t, want, s[i:j], s)
	}
}

func TestDoubledWords(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"本年度报告报告由本镇编制":   "报告报告",
		"对对存在的问题进行整改":    "对对",
		"依法公开的的政府信息":     "的的",
		"年度报告年度报告":       "年度报告年度报告",
		"加强对对口部门的指导":     "",
		"为了了解群众需求":       "",
		"公众参与与互动":        "",
		"一项一项抓落实，逐条逐条核对": "",
		"政府信息信息化建设":      "",
		"青石镇人民政府政府信息公开":  "",
		"层层压实责任等等":       "",
		"主动公开、公开指南":      "",
		"信息公开，公开透明":      "",
		"合并并公布":          "",
		"涉及及时公开的信息":      "",
		"2020年2020年":     "",
		"为民服务服务中心":       "",
	} {
		i, j, ok := doubled(s)
		assert.Equal(t, want != "", ok, s)
		assert.Equal(t, want, s[i:j], s)
	}
}

func TestSectionListOfThePreface(t *testing.T) {
	t.Parallel()
	full := "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项"
	for _, tt := range []struct {
		name, preface string
		want          []string
	}{
		{"all six, counted", "本报告由" + full + "六个部分组成。", nil},
		{"all six, not counted", "主要内容包括：" + full + "。", nil},
		{"six said and five named", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。", []string{"count"}},
		{"六个部分 in front of five", "全文共六个部分，包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项。", []string{"count"}},
		{"等 excuses what is not named", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。", nil},
		{"one not named and none counted", "内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项。", []string{"unnamed review"}},
		{"a name in other words", "包括：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、工作中的问题及下步改进打算和其他需要报告的事项。", nil},
		{"an older form's name", "包括：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开被申请行政复议和提起行政诉讼情况、存在的主要问题及改进措施和其他需要报告的事项。", []string{"renamed review"}},
		{"a title with a word more", "包括：总体情况概述、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的问题及改进措施和其他需要报告的事项。", nil},
		{"no list", "根据有关规定，现公布本镇年度报告，请予监督。", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := whole(2023)
			r.Preface = []schema.Text{text("前言。"), text(tt.preface)}
			_, keys := findings(r)
			assert.Equal(t, tt.want, keys)
		})
	}
}

func TestFindingsStandWhereTheWordsAre(t *testing.T) {
	t.Parallel()
	r := whole(2023)
	r.Sections[0].Body = []schema.Text{schema.NewText("本镇认真落实条例，对对问题逐一整改。", schema.Place{Path: "a.txt", Line: 7, Column: 3})}
	got := rules.Run(r, all).Findings
	require.Len(t, got, 1)
	assert.Equal(t, schema.Place{Path: "a.txt", Line: 7, Column: 12, EndLine: 7, EndColumn: 14}, got[0].Place)
	assert.Equal(t, "本镇认真落实条例，对对问题逐一整改。", got[0].Excerpt.Line)
	assert.Equal(t, [2]int{9, 11}, [2]int{got[0].Excerpt.Start, got[0].Excerpt.End})
}
