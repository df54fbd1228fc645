package intake

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// headingsOf returns the headings of the sections that a text is cut into.
func headingsOf(t *testing.T, text string) []string {
	t.Helper()
	reports := Read(context.Background(), "a.txt", []byte(text))
	require.Len(t, reports, 1)
	var out []string
	for _, s := range reports[0].Sections {
		out = append(out, s.Heading.Value)
	}
	return out
}

func TestALineOfASentenceIsNoHeading(t *testing.T) {
	t.Parallel()
	const title = "桐县青石镇人民政府2022年政府信息公开工作年度报告\n\n"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a wrapped sentence ends in a section's words": {
			title + "一、总体情况\n\n维护“依申请公开”栏目信息14条。全年无\n因政府信息公开工作被申请行政复议、提起行政诉讼情况。\n\n二、主动公开政府信息情况\n",
			[]string{"一、总体情况", "二、主动公开政府信息情况"},
		},
		"a wrapped sentence goes on behind a section's words": {
			title + "总体情况\n\n维护“依申请公开”栏目信息14条，并在网站上向社会公布了全年的\n存在的主要问题及改进情况\n，接受监督。\n\n主动公开政府信息情况\n",
			[]string{"总体情况", "主动公开政府信息情况"},
		},
		"headings without numbers stand behind whole sentences": {
			title + "总体情况\n维护“依申请公开”栏目信息14条，并在网站上向社会公布了全年的情况。\n主动公开政府信息情况\n",
			[]string{"总体情况", "主动公开政府信息情况"},
		},
		"the first line of a broken row label": {
			title + "三、收到和处理政府信息公开申请情况\n\n一、本年新\n收政府信\n息公开申\n请数量\n0\n\n四、结转下\n年度继续\n办理\n0\n\n五、存在的主要问题及改进情况\n",
			[]string{"三、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况"},
		},
		"a list in section five is numbered as the sections are": {
			title + "四、政府信息公开行政复议、行政诉讼情况\n\n五、存在的主要问题及改进情况\n\n一、存在的主要问题\n\n公开不及时。\n\n二、改进措施\n\n加强培训。\n\n六、其他需要报告的事项\n\n无。\n",
			[]string{"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"},
		},
		"a list in section one with the words of the others": {
			title + "一、总体情况\n\n一、主动公开情况\n\n公开60条。\n\n二、依申请公开情况\n\n无。\n\n三、复议诉讼情况\n\n无。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n",
			[]string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"},
		},
		"a section whose number is wrong is no list": {
			title + "四、政府信息公开行政复议、行政诉讼情况\n\n五、存在的主要问题及改进情况\n\n解读少。\n\n一、其他需要报告的事项\n\n无。\n",
			[]string{"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "一、其他需要报告的事项"},
		},
		"short titles behind their own numbers": {
			title + "一、总体情况\n\n有序开展。\n\n二、主动公开情况\n\n三、依申请公开情况\n\n六、其他事项\n\n无。\n",
			[]string{"一、总体情况", "二、主动公开情况", "三、依申请公开情况", "六、其他事项"},
		},
		"short titles without their numbers are heads of paragraphs": {
			title + "一、总体情况\n\n主动公开情况\n\n公开60条。\n\n依申请公开情况\n\n无。\n\n二、主动公开政府信息情况\n",
			[]string{"一、总体情况", "二、主动公开政府信息情况"},
		},
		"a heading with its text behind it": {
			title + "一、总体情况（一）主动公开。2022年公开信息12条。\n\n二、主动公开政府信息情况\n",
			[]string{"一、总体情况", "二、主动公开政府信息情况"},
		},
		"a section of the organ's own": {
			title + "六、其他需要报告的事项\n\n无。\n\n七、附件\n\n无。\n",
			[]string{"六、其他需要报告的事项", "七、附件"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, headingsOf(t, c.text))
		})
	}
}
