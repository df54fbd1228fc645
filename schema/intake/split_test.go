package intake_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/schema/intake"
)

func TestADocumentOfSeveralReportsIsDivided(t *testing.T) {
	t.Parallel()
	const (
		sections = "一、总体情况\n全年公开信息若干，均已发布。\n二、主动公开政府信息情况\n规章\t0\t0\t0\n三、收到和处理政府信息公开申请情况\n没有收到申请。\n"
		rest     = "四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n五、存在的主要问题及改进情况\n解读偏少。\n六、其他需要报告的事项\n无。\n"
		first    = "临江县青石镇2020年政府信息公开工作年度报告\n本报告由六个部分组成。\n" + sections + rest
		second   = "临江县红石镇2020年政府信息公开工作年度报告\n本报告由六个部分组成。\n" + sections + rest
	)
	contents := "目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n"
	for _, tt := range []struct {
		name, text string
		organs     []string
	}{
		{"one report", first, []string{"临江县青石镇"}},
		{"two reports", first + second, []string{"临江县青石镇", "临江县红石镇"}},
		{"three, with signatures and the organ on a line of its own", first + "临江县青石镇人民政府\n2021年1月15日\n临江县红石镇人民政府\n2020年政府信息公开工作年度报告\n" + sections + rest + "\n2021年1月16日\n" + first, []string{"临江县青石镇", "临江县红石镇人民政府", "临江县青石镇"}},
		{"the title at the head of a page", strings.Replace(first, rest, "临江县青石镇2020年政府信息公开工作年度报告\n"+rest, 1), []string{"临江县青石镇"}},
		{"the title behind a table of contents", "临江县青石镇2020年政府信息公开工作年度报告\n" + contents + first, []string{"临江县青石镇"}},
		{"a list of attachments that are reports", first + "附件：\n1.临江县红石镇2020年政府信息公开工作年度报告\n2.临江县白石镇2020年政府信息公开工作年度报告\n", []string{"临江县青石镇"}},
		{"a link to last year's report", first + "上一篇：临江县青石镇2019年政府信息公开工作年度报告\n", []string{"临江县青石镇"}},
		{"another report of which only a section follows", first + "临江县红石镇2020年政府信息公开工作年度报告\n一、总体情况\n见附件。\n", []string{"临江县青石镇"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, in := range []struct{ file, text string }{
				{"a.txt", tt.text},
				{"a.html", "<html><body><p>" + strings.ReplaceAll(tt.text, "\n", "</p>\n<p>") + "</p></body></html>"},
				{"a.md", strings.ReplaceAll(tt.text, "\n", "\n\n")},
			} {
				var organs []string
				for _, r := range intake.Read(t.Context(), in.file, []byte(in.text)) {
					organs = append(organs, r.Organ.Value)
				}
				assert.Equal(t, tt.organs, organs, in.file)
			}
		})
	}
}
