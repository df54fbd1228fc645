package organ

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

const (
	town1  = "临江县青石镇人民政府"
	street = "临江区云溪街道办事处"
	bureau = "临江县水利局"
	county = "临江县人民政府"
)

func text(s string, line int) schema.Text {
	return schema.NewText(s, schema.Place{Path: "a.txt", Line: line, Column: 1})
}

// said returns a report of the organ about 2023 that says one thing in section
// one, and is signed by the signature.
func said(organ, words, signature string) *schema.Report {
	r := schema.NewReport("a.txt", "text")
	r.Organ, r.Year, r.Signature = text(organ, 1), 2023, text(signature, 9)
	r.Title = text(organ+"2023年政府信息公开工作年度报告", 1)
	if preface, ok := strings.CutPrefix(words, "前言："); ok {
		r.Preface = []schema.Text{text(preface, 3)}
		return r
	}
	r.Sections = []*schema.Section{{Key: "overview", Body: []schema.Text{text(words, 3)}}}
	return r
}

func found(r *schema.Report, settings *rules.Settings) []string {
	var out []string
	for _, f := range rules.RunWith(r, []*rules.Rule{Name, Pronoun, Foreign}, settings).Findings {
		out = append(out, fmt.Sprintf("%s %s %s", f.Code, f.Severity, f.Actual))
	}
	return out
}

func TestTheNamesOfTheOrganAgree(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, organ, words, signature string
		want                          []string
	}{
		{"another town signs", town1, "", "白石镇人民政府", []string{"OR601 warning 白石镇人民政府"}},
		{"a town whose name differs in one character signs", "临江县青石桥镇人民政府", "", "青石侨镇人民政府", []string{"OR601 warning 青石侨镇人民政府"}},
		{"a street signs under another's report", street, "", "临江区柳渡街道办事处", []string{"OR601 warning 临江区柳渡街道办事处"}},
		{"another county signs", county, "", "平岚县人民政府", []string{"OR601 warning 平岚县人民政府"}},
		{"another bureau signs", bureau, "", "临江县民政局", []string{"OR601 warning 临江县民政局"}},
		{"the bureau of another county signs", bureau, "", "平岚县水利局", []string{"OR601 warning 平岚县水利局"}},
		{"the preface is another town's", town1, "前言：现公布白石镇2023年政府信息公开工作年度报告。", "", []string{"OR601 warning 白石镇"}},
		{"another town works", town1, "2023年，白石镇认真落实《条例》。", "", []string{"OR601 warning 白石镇"}},
		{"another town of the county works", town1, "2023年，临江县白石镇人民政府严格落实《条例》。", "", []string{"OR601 warning 临江县白石镇"}},

		{"the short name signs", town1, "", "青石镇人民政府", nil},
		{"the government without 人民 signs", town1, "", "青石镇政府", nil},
		{"the office signs", town1, "", "青石镇党政办公室", nil},
		{"a parent is named by one only", "青石镇人民政府", "", "云岭市临江县青石镇人民政府", nil},
		{"different parents are named", "云岭市青石镇人民政府", "", "临江县青石镇人民政府", nil},
		{"the town became a street", "临江县青石镇人民政府", "", "青石街道办事处", nil},
		{"the county's office signs", county, "", "临江县人民政府办公室", nil},
		{"the county became a district", county, "", "临江区人民政府", nil},
		{"the government above signs", town1, "", "临江县人民政府", nil},
		{"a bureau's short name", "临江县人力资源和社会保障局", "", "临江县人社局", nil},
		{"a bureau's other parent", bureau, "", "云岭市临江县水利局", nil},
		{"a bureau that was renamed", "临江县市场监督管理局", "", "临江县食品和市场监督管理局", nil},
		{"a name with a level in it", "云岭市市口镇人民政府", "", "市口镇人民政府", nil},
		{"a name with a number in it", "临江县二七街道办事处", "2023年，二七街道认真落实《条例》。", "二七街道办事处", nil},
		{"the text tells of the change", town1, "2023年，原白石镇并入我镇。白石镇认真移交档案。", "", nil},
		{"own name in the text", town1, "2023年，青石镇认真落实《条例》。临江县青石镇始终坚持公开。", "", nil},
		{"another town as a partner", town1, "与白石镇联合开展培训。", "", nil},
		{"all towns", town1, "全县各乡镇认真落实《条例》。小城镇建设稳步推进。", "", nil},
		{"a verb in front of the town", town1, "2023年，督促镇认真落实《条例》。规范街道严格审核。推进镇党委政府信息公开。", "", nil},
		{"not signed", town1, "", "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, found(said(tt.organ, tt.words, tt.signature), nil))
		})
	}
}

func TestAProjectKnowsFormerNames(t *testing.T) {
	t.Parallel()
	facts := &rules.Settings{Facts: &rules.Facts{Organs: []rules.OrganFact{{Name: town1, Aliases: []string{"白石镇人民政府"}}}}}
	assert.Empty(t, found(said(town1, "", "白石镇人民政府"), facts))
}

func TestTheOrganCallsItselfWhatItIs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, organ, words string
		want               []string
	}{
		{"我局 in a township", town1, "2023年，我局认真落实《条例》。", []string{"OR602 warning 我局"}},
		{"each word is one finding, wherever it stands", town1, "我局公开信息，我局更新栏目，本局培训人员。", []string{"OR602 warning 我局", "OR602 warning 本局"}},
		{"我镇 in a bureau", bureau, "2023年，我镇认真落实《条例》。", []string{"OR602 warning 我镇"}},
		{"我街道 in a bureau", bureau, "我街道认真落实《条例》。", []string{"OR602 warning 我街道"}},
		{"我委 in a bureau", bureau, "我委认真落实《条例》。", []string{"OR602 warning 我委"}},
		{"我镇 in a county", county, "我镇认真落实《条例》。", []string{"OR602 warning 我镇"}},
		{"我局 in a county", county, "我局认真落实《条例》。", []string{"OR602 warning 我局"}},
		{"我旗 in a town of a county", town1, "我旗认真落实《条例》。", []string{"OR602 warning 我旗"}},
		{"我县 in a district", street, "我县认真落实《条例》。", []string{"OR602 warning 我县"}},
		{"我区 in a county may be the region", county, "我区出台政策。", []string{"OR602 info 我区"}},
		{"我乡 in a 镇", town1, "我乡认真落实《条例》。", []string{"OR602 info 我乡"}},
		{"我镇 in a street", street, "我镇认真落实《条例》。", []string{"OR602 warning 我镇"}},

		{"its own words", town1, "我镇公开信息，本镇更新栏目，全镇培训人员，我单位和本机关负责。", nil},
		{"the county above", town1, "在我县和我市的统一部署下开展。", nil},
		{"the office", town1, "我办负责，本办承办。", nil},
		{"a bureau's words", bureau, "我局公开信息，本局更新栏目，我县统一部署。", nil},
		{"a commission named so", "临江县发展和改革委员会", "我委公开信息。", nil},
		{"a town whose county is not named", "青石镇人民政府", "我旗统一部署，我区培训。", nil},
		{"each one's own", county, "指导各镇更新本镇公开栏，要求各局公布本局目录。", nil},
		{"words that only begin so", town1, "本局部调整，本区域和本部分内容更新，本办法施行。", nil},
		{"what somebody is quoted with", town1, "回应“我局何时公开”等留言。", nil},
		{"a board of a zone", "云岭高新区管理委员会", "我区公开信息，我委负责。", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, found(said(tt.organ, tt.words, ""), nil))
		})
	}
}

func TestOneFindingTellsAllPlacesOfAPronoun(t *testing.T) {
	t.Parallel()
	findings := rules.Run(said(town1, "我局公开信息，我局更新栏目。", ""), []*rules.Rule{Pronoun}).Findings
	require.Len(t, findings, 1)
	require.Len(t, findings[0].Related, 1)
	assert.Equal(t, 8, findings[0].Related[0].Place.Column)
}

func TestTextOfAnotherOrgan(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, organ, words string
		want               []string
	}{
		{"a township raises the quality of taxes", town1, "梳理税务工作风险点，提出整改建议，提升税收工作整体质效。", []string{"OR603 warning 税务工作风险点"}},
		{"a township regulates markets", town1, "2023年，我镇扎实推进市场监管工作。", []string{"OR603 warning 市场监管工作"}},
		{"a street inspects and quarantines", street, "做好检验检疫业务信息公开。", []string{"OR603 warning 检验检疫业务"}},
		{"a county clears customs", county, "加强海关通关信息公开，优化报关服务。", []string{"OR603 info 海关通关"}},
		{"a township reforms commerce", town1, "下一步，我镇将持续深化商事制度改革，不断提升服务水平。", []string{"OR603 warning 深化商事制度改革"}},
		{"a township serves the insured", town1, "创新医保经办服务方式。", []string{"OR603 warning 创新医保经办服务"}},
		{"a clause does the work and another publishes", street, "及时发布动态，优化车驾管服务。", []string{"OR603 warning 优化车驾管服务"}},
		{"a bureau does another's work", bureau, "2024年，我局将规范医疗机构校验流程。", []string{"OR603 info 规范医疗机构校验"}},
		{"a bureau has a town's board", bureau, "推进村务公开，指导各村委会更新本镇公开栏。", []string{"OR603 warning 更新本镇公开栏"}},
		{"a township holds the district's meeting", street, "安排区政府常务会议上专题学习《条例》。", []string{"OR603 warning 区政府常务会议"}},
		{"a township holds the county's party meeting", town1, "召开县委常委会会议研究政务公开工作。", []string{"OR603 warning 县委常委会会议"}},
		{"a county holds the city's meeting", county, "召开市政府常务会议专题研究政务公开工作。", []string{"OR603 warning 市政府常务会议"}},
		{"another town's accounts", town1, "公开白石镇2022年度财政决算。", []string{"OR603 warning 白石镇"}},

		{"another's work is published about", town1, "加强食品药品监管信息公开，围绕商事制度改革等重点领域做好公开。", nil},
		{"another's work is taught", town1, "开展医保经办服务政策宣传。", nil},
		{"another's work is done with it", town1, "配合公安部门优化车驾管服务。", nil},
		{"another's work without a verb", town1, "车驾管服务窗口设在便民服务中心。", nil},
		{"its own work", "临江县卫生健康局", "规范医疗机构校验流程。", nil},
		{"a county tells of its departments", county, "深化商事制度改革，提升市场准入便利化水平。", nil},
		{"a bureau that drives the work of others", "临江县行政审批服务局", "深化商事制度改革。", nil},
		{"the tax bureau as a partner", town1, "联合税务局提升纳税服务质效。", nil},
		{"tax relief made known", town1, "公开减税降费信息，宣传税收优惠政策。", nil},
		{"a station in the town", town1, "镇市场监管所公开检查结果，配合市场监管部门开展市场监管工作。", nil},
		{"the tax bureau itself", "国家税务总局临江县税务局", "梳理税务工作风险点，提升税收工作整体质效。", nil},
		{"a subject in a row", town1, "公开安全生产、市场监管工作、社会救助等信息。", nil},
		{"what a meeting decided", town1, "传达学习县委常委会会议精神，按照县政府常务会议要求落实。", nil},
		{"who reports to the meeting", bureau, "向县政府常务会议汇报政务公开工作。", nil},
		{"a bureau prepares the meeting", bureau, "组织县政府常务会议会前学法。", nil},
		{"a county's own meeting", county, "召开县政府常务会议专题研究政务公开工作。", nil},
		{"the county's office and its meeting", "临江县人民政府办公室", "召开县政府常务会议专题研究政务公开工作。", nil},
		{"own accounts", town1, "公开青石镇2022年度财政决算和部门预算。", nil},
		{"accounts of the town", town1, "做好镇政府财政预决算公开，及时公示镇2022年度财政决算。", nil},
		{"a hospital is nobody's", "临江县人民医院", "提升税收工作整体质效。", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, found(said(tt.organ, tt.words, ""), nil))
		})
	}
}

func TestAProjectAddsWordsOfDomains(t *testing.T) {
	t.Parallel()
	facts := &rules.Settings{Facts: &rules.Facts{Lexicon: map[string][]string{"水利": {"河湖长制工作"}, "税务": {"个税汇算"}}}}
	assert.Equal(t, []string{"OR603 info 河湖长制工作"}, found(said("临江县民政局", "我局推进河湖长制工作。", ""), facts))
	assert.Empty(t, found(said(bureau, "我局推进河湖长制工作。", ""), facts))
	assert.Empty(t, found(said("临江县财政局", "我局公布个税汇算信息。", ""), facts))
}

func TestEveryDomainSaysWhy(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, d := range domains() {
		assert.NotEmpty(t, d.Why, d.Name)
		assert.NotEmpty(t, append(d.Words, d.Subjects...), d.Name)
		assert.NotEmpty(t, d.Owners, d.Name)
		assert.False(t, names[d.Name], d.Name)
		names[d.Name] = true
	}
}
