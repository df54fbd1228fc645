package dates

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// said returns a township's report about 2023 that says one thing: in the
// preface, or in the section of that key. A line is a paragraph.
func said(section, words string) *schema.Report {
	r := report()
	r.Organ = text("临江县青石镇人民政府")
	var body []schema.Text
	for i, line := range strings.Split(words, "\n") {
		body = append(body, schema.NewText(line, schema.Place{Path: "a.txt", Line: 3 + i, Column: 1}))
	}
	if section == "" {
		r.Preface = body
		return r
	}
	r.Sections = []*schema.Section{{Key: section, Title: text(section), Body: body}}
	return r
}

// codes lists what the rules find, as code, severity and what was printed.
func codes(r *schema.Report, run ...*rules.Rule) []string {
	var out []string
	for _, f := range rules.Run(r, run).Findings {
		out = append(out, fmt.Sprintf("%s %s %s", f.Code, f.Severity, f.Actual))
	}
	return out
}

func TestAYearLeftOver(t *testing.T) {
	t.Parallel()
	stale := []string{"YR402 warning 2022年"}
	for _, tt := range []struct {
		name, section, words string
		want                 []string
	}{
		{"last year's results and problems", "problems", "2022年，我镇政府信息公开工作取得一定成效，但也存在一些薄弱环节。", stale},
		{"the problems of last year as those of the report", "problems", "2022年我镇公开工作仍存在更新不及时的问题。", stale},
		{"a look back at last year", "problems", "回顾2022年的工作，主要存在解读形式单一等问题。", stale},
		{"the year before last", "problems", "2021年，我镇政务公开工作取得了新进展，但仍存在不足。", []string{"YR402 warning 2021年"}},
		{"figures to the end of last year", "overview", "截至2022年底，我镇共公开信息60条。", stale},
		{"figures to the last day of last year", "overview", "截至2022年12月31日，公开信息60条。", stale},
		{"a count under last year", "overview", "（一）主动公开。2022年，我镇公开信息60条。", stale},
		{"a count under last year, grown against the year before it", "overview", "2022年，我镇公开信息60条，较上年增长5%。", stale},
		{"the opening of the overview", "overview", "2022年，我镇认真贯彻落实《条例》，稳步推进公开。", stale},
		{"the preface calls it last year's report", "", "现公布青石镇2022年政府信息公开工作年度报告。", stale},
		{"the preface names last year's report as its own", "", "编制《青石镇2022年政府信息公开工作年度报告》。", stale},
		{"the notice of last year", "", "按照《关于做好2022年度政府信息公开工作年度报告编制发布工作的通知》编制。", []string{"YR402 info 2022年"}},

		{"fees of last year", "other", "2022年未收取信息处理费。", stale},
		{"numerals", "overview", "二〇二二年，我镇公开信息60条。", []string{"YR402 warning 2022年"}},
		{"counts of the year after", "overview", "2024年，我镇公开信息120条。", []string{"YR402 warning 2024年"}},
		{"results of the year after", "overview", "临江县青石镇人民政府2024年政务公开工作取得成效。", []string{"YR402 warning 2024年"}},

		{"fees of both years", "other", "2023年未收取信息处理费。2022年亦未收取。", nil},
		{"a series of earlier years", "overview", "2022年我镇收到申请9件，2021年收到5件。", nil},
		{"a plan for the year after", "overview", "2024年，我镇将公开信息120条以上。", nil},
		{"a plan without 将", "problems", "2024年，开展培训2期。", nil},
		{"what became of it in the year after", "overview", "2023年收到申请5件，2024年1月办结1件。", nil},
		{"the report year", "problems", "2023年，我镇政府信息公开工作取得一定成效，但也存在一些薄弱环节。", nil},
		{"a comparison", "overview", "2023年公开信息60条，2022年公开55条，增长9%。", nil},
		{"last year's count for comparison with this year's", "overview", "2022年公开信息55条，今年公开60条。", nil},
		{"one sentence a year", "overview", "2021年公开信息50条。2022年公开信息55条。2023年公开信息60条。", nil},
		{"year by year in one sentence", "overview", "2021年公开信息50条；2022年公开信息55条；2023年公开信息60条。", nil},
		{"last year's problems, answered", "problems", "针对2022年报告指出的问题，2023年我镇增加了解读。", nil},
		{"last year's problems and what was done this year", "problems", "2022年，我镇存在更新不及时等问题。针对上述问题，2023年，我镇明确了栏目责任人。", nil},
		{"last year's problems, mended", "problems", "2022年存在的更新不及时问题，经过努力已得到解决。", nil},
		{"accounts", "overview", "2022年度部门决算公开表9张按时公开。", nil},
		{"carried over", "applications", "2022年结转的2件均已办结。", nil},
		{"last year's count as a thing", "applications", "2022年收到的申请为7件。", nil},
		{"the county's count", "overview", "2022年，全县共收到申请300件。", nil},
		{"a review decided last year", "review", "因2022年的申请引发的行政复议3件已于2022年审结。", nil},
		{"a sum over years", "overview", "自2019年《条例》修订以来，累计公开信息900条。", nil},
		{"history", "overview", "2022年，我镇被确定为基层政务公开试点。", nil},
		{"too old for a copied text", "overview", "2015年，我镇设置公开栏9处。", nil},
		{"a policy of last year", "overview", "落实《2022年政务公开工作要点》任务12项。", nil},
		{"the notice of this year", "", "按照《关于做好2023年度政府信息公开工作年度报告编制发布工作的通知》编制。", nil},
		{"last year's report as a thing that was looked at", "", "上年的《青石镇2022年政府信息公开工作年度报告》反馈问题均已整改。", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, codes(said(tt.section, tt.words), StaleYear, StalePlan))
		})
	}
}

func TestAPlanForAYearThatIsOver(t *testing.T) {
	t.Parallel()
	stale := []string{"YR403 warning 2023年"}
	for _, tt := range []struct {
		name, section, words string
		want                 []string
	}{
		{"a plan for the report year", "problems", "2023年，我镇将进一步拓展公开范围。", stale},
		{"behind what calls for it", "problems", "针对上述问题，2023年将改进解读形式、压实栏目责任。", stale},
		{"in the overview", "overview", "2023年，我镇将继续加强培训。", stale},
		{"by another word", "problems", "2023年，我镇拟增设公开栏。", stale},
		{"as a heading", "problems", "2023年工作打算：加强培训。", stale},
		{"for an earlier year", "problems", "2022年，我镇将继续加强培训。", []string{"YR403 warning 2022年"}},
		{"behind last year's results there are two faults", "problems", "2022年，我镇公开工作取得一定成效，但仍存在不足。\n2023年，我镇将进一步拓展公开范围。", []string{"YR402 warning 2022年", "YR403 warning 2023年"}},

		{"a plan for the next year", "problems", "2024年，我镇将进一步拓展公开范围。", nil},
		{"a plan without a year", "problems", "下一步，我镇将进一步拓展公开范围。", nil},
		{"将 as 把", "problems", "2023年，我镇将政务公开纳入考核。", nil},
		{"将 as 把 in front of a verb's name", "problems", "2023年，我镇将加强政务公开列入党委会议题。", nil},
		{"将 as 把 with a place", "overview", "2023年，我镇将财政预决算信息公开到县政府网站。", nil},
		{"a plan told in the past", "problems", "2023年底前将全部栏目迁移完毕。", nil},
		{"what last year's report had planned", "problems", "2022年报告提出，2023年将进一步丰富解读形式，目前已完成。", nil},
		{"next steps behind what the year brought", "problems", "2023年，我镇公开工作有所进步，下一步将继续加强培训。", nil},
		{"a plan that was published", "overview", "2023年，我镇公开工作计划9项。", nil},
		{"family planning", "overview", "2023年，我镇计划生育信息公开9条。", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, codes(said(tt.section, tt.words), StaleYear, StalePlan))
		})
	}
}

func TestTheNoticeThatTheReportFollows(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, section, words string
		year                 int
		want                 []string
	}{
		{"the circular of the other edition", "", "按照国办公开办函〔2019〕60号要求编制。", 2023, []string{"YR406 warning 国办公开办函〔2019〕60号"}},
		{"with other brackets and spaces", "", "根据《通知》（国办公开办函[2019] 60 号）编制本报告。", 2023, []string{"YR406 warning 国办公开办函[2019] 60 号"}},
		{"the new circular for an old report", "", "按照国办公开办函〔2021〕30号要求编制。", 2020, []string{"YR406 warning 国办公开办函〔2021〕30号"}},
		{"another code", "", "根据国办发〔2021〕30号要求编制年度报告。", 2023, []string{"YR406 warning 国办发〔2021〕30号"}},
		{"a shorter code", "", "根据国办函〔2021〕30号的格式编制本报告。", 2023, []string{"YR406 warning 国办函〔2021〕30号"}},
		{"the number with the other year", "", "按照国办公开办函〔2020〕30号要求编制。", 2023, []string{"YR406 warning 国办公开办函〔2020〕30号"}},
		{"in the text, too", "management", "按照国办公开办函〔2019〕60号统计数据。", 2023, []string{"YR406 warning 国办公开办函〔2019〕60号"}},
		{"the Regulation of 2007", "", "根据《条例》（国务院令第492号）编制。", 2023, []string{"YR406 warning 国务院令第492号"}},
		{"the old article on reports", "", "根据《中华人民共和国政府信息公开条例》第三十二条编制。", 2023, []string{"YR406 warning 条例》第三十二条"}},
		{"the old six matters", "", "按照《条例》规定的六个方面编制。", 2023, []string{"YR406 warning 条例》规定的六个方面"}},

		{"the right circular", "", "按照国办公开办函〔2021〕30号要求编制。", 2023, nil},
		{"the right circular of its time", "", "按照国办公开办函〔2019〕60号要求编制。", 2020, nil},
		{"told as replaced", "", "按照国办公开办函〔2021〕30号编制，国办公开办函〔2019〕60号同时废止。", 2023, nil},
		{"a document of the past", "overview", "组织学习国办公开办函〔2019〕60号。", 2023, nil},
		{"another document of the same office", "overview", "按照国办发〔2022〕8号开展工作。", 2023, nil},
		{"the fees' notice", "other", "按照《办法》（国办函〔2020〕109号）收取信息处理费。", 2023, nil},
		{"an extraction loss", "", "按照国办公开办函〔20211号要求编制。", 2023, nil},
		{"the Regulation as revised", "", "根据《条例》（国务院令第492号公布，第711号修订）第五十条编制。", 2023, nil},
		{"six parts of the report", "", "根据《条例》第五十条编制，由总体情况等六个方面组成。", 2023, nil},
		{"an article on third parties", "applications", "依照《条例》第三十二条征求第三方意见。", 2023, nil},
		{"before the revision", "", "根据《条例》第三十二条编制。", 2018, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := said(tt.section, tt.words)
			r.Year, r.Period = tt.year, schema.Period{}
			assert.Equal(t, tt.want, codes(r, Notice))
		})
	}
}
