package prose_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
)

// figures are the rows of the forms that the cases change; the rest is 0.
type figures map[string]string

// plain is what the forms of every case say unless it says otherwise: 14 new
// applications, 2 carried in, 15 concluded (9 granted, 4 partly, 2 not held), 1
// carried over; 3 reviews, 2 lawsuits.
var plain = figures{
	"received": "[10, 4, 0, 0, 0, 0, 14]", "carried_in": "[2, 0, 0, 0, 0, 0, 2]", "carried_out": "[1, 0, 0, 0, 0, 0, 1]",
	"granted": "[7, 2, 0, 0, 0, 0, 9]", "partly_granted": "[3, 1, 0, 0, 0, 0, 4]", "unavailable.not_held": "[1, 1, 0, 0, 0, 0, 2]",
	"total":  "[11, 4, 0, 0, 0, 0, 15]",
	"review": "upheld = 2\ncorrected = 1\nother = 0\npending = 0\ntotal = 3",
	"direct": "upheld = 1\ncorrected = 0\nother = 0\npending = 0\ntotal = 1", "after_review": "upheld = 0\ncorrected = 0\nother = 0\npending = 1\ntotal = 1",
}

// run checks a report of the organ with these sentences and figures.
func run(t *testing.T, organ, sentences string, changed figures) []rules.Finding {
	t.Helper()
	get := func(key string) string {
		if v, ok := changed[key]; ok {
			return v
		}
		if v, ok := plain[key]; ok {
			return v
		}
		return "[0, 0, 0, 0, 0, 0, 0]"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "[report]\ntitle = %q\norgan = %q\nyear = 2023\nsigned = 2024-01-15\n", organ+"2023年政府信息公开工作年度报告", organ)
	for n, title := range []string{"总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"} {
		text := "2023年没有收取信息处理费。"
		if n == 0 {
			text = sentences
		}
		fmt.Fprintf(&b, "[[section]]\nnumber = %d\ntitle = %q\n", n+1, title)
		if n == 0 || n > 3 {
			fmt.Fprintf(&b, "text = '''\n%s\n'''\n", text)
		}
	}
	b.WriteString("[disclosure]\nregulations = { issued = 0, repealed = 0, in_force = 0 }\nnormative_documents = { issued = 2, repealed = 1, in_force = 9 }\nlicensing = { decisions = 318 }\npenalties = { decisions = 12 }\ncoercion = { decisions = 0 }\nfees = { amount = 4.65 }\n")
	b.WriteString("[applications]\n")
	for _, k := range []string{"received", "carried_in", "carried_out"} {
		fmt.Fprintf(&b, "%s = %s\n", k, get(k))
	}
	b.WriteString("[applications.outcome]\n")
	for _, k := range []string{"granted", "partly_granted", "total"} {
		fmt.Fprintf(&b, "%s = %s\n", k, get(k))
	}
	for _, group := range []struct{ name, rows string }{
		{"refused", "state_secret law security third_party internal process enforcement query"}, {"unavailable", "not_held not_made unclear"},
		{"unprocessed", "petition repeat publication excessive confirm"}, {"other", "uncorrected unpaid other"},
	} {
		fmt.Fprintf(&b, "[applications.outcome.%s]\n", group.name)
		for _, row := range strings.Fields(group.rows) {
			fmt.Fprintf(&b, "%s = %s\n", row, get(group.name+"."+row))
		}
	}
	fmt.Fprintf(&b, "[review]\n%s\n[litigation.direct]\n%s\n[litigation.after_review]\n%s\n", get("review"), get("direct"), get("after_review"))
	r := schema.DecodeTOML("report.toml", []byte(b.String()))
	intake.Complete(r)
	require.Empty(t, r.Problems, b.String())
	return rules.Run(r, catalog.All()).Findings
}

func codes(findings []rules.Finding) []string {
	out := []string{}
	for _, f := range findings {
		out = append(out, f.Code+" "+f.Severity.String())
	}
	return out
}

const (
	township = "临江县青石镇人民政府"
	county   = "临江县人民政府"
	bureau   = "临江县水利局"
)

func TestWhatTheTextSaysIsHeldToTheForms(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, organ, text string
		figures           figures
		want              []string
	}{
		{"everything agrees", township, "2023年新收政府信息公开申请14件，上年结转2件，办结15件，其中予以公开9件、部分公开4件、无法提供2件，结转下年度1件。因政府信息公开被申请行政复议3件，被提起行政诉讼2件。", nil, nil},
		{"another number received is an error", township, "2023年共收到政府信息公开申请18件。", nil, []string{"TX201 error"}},
		{"what was received may hold what was carried in", township, "2023年共收到政府信息公开申请16件。", nil, nil},
		{"what is new may not", township, "2023年新收政府信息公开申请16件。", nil, []string{"TX201 error"}},
		{"words that say that it does leave one reading", township, "2023年共受理政府信息公开申请14件，其中上年结转2件。", nil, []string{"TX201 error"}},
		{"none against some", township, "2023年未收到政府信息公开申请。", nil, []string{"TX201 error"}},
		{"a government may count its office alone", county, "2023年共收到政府信息公开申请18件。", nil, []string{"TX201 warning"}},
		{"unless it says that it counts all", county, "2023年，全县共收到政府信息公开申请18件。", nil, []string{"TX201 error"}},
		{"the county's number in a bureau's report is another's", bureau, "2023年，全县共收到政府信息公开申请180件。", nil, nil},
		{"a number told under last year is held to no form", township, "2022年共收到政府信息公开申请18件。", nil, []string{"YR402 warning"}},
		{"a difference is no number", township, "2023年收到政府信息公开申请14件，较上年增加5件。", nil, nil},
		{"documents of a class are no applications", township, "全年制发公文60件，其中主动公开40件、依申请公开15件、不予公开5件。", nil, nil},
		{"letters and calls are no applications", township, "全年受理群众来信21件，办理12345热线转办事项231件。", nil, nil},
		{"an outcome", township, "2023年办结政府信息公开申请15件，其中予以公开8件、部分公开4件。", nil, []string{"TX202 error"}},
		{"granted may hold partly granted when that is not told apart", township, "2023年办结政府信息公开申请15件，其中予以公开13件。", nil, nil},
		{"and may not when it is", township, "2023年办结政府信息公开申请15件，其中予以公开13件、部分公开4件。", nil, []string{"TX202 error"}},
		{"applicants of what was new, of all, or of what was concluded", township, "2023年收到政府信息公开申请14件，其中自然人申请10件。\n全年收到的政府信息公开申请中，自然人申请12件。\n办结的政府信息公开申请中，自然人申请11件。", nil, nil},
		{"applicants that fit none of them", township, "2023年收到政府信息公开申请14件，其中自然人申请9件。", nil, []string{"TX203 error"}},
		{"reviews", township, "因政府信息公开被申请行政复议4件。", nil, []string{"TX204 error"}},
		{"all reviews of a bureau may hold others", bureau, "全年办理行政复议案件31件。", nil, nil},
		{"none at all is none over disclosure", bureau, "全年未发生行政复议、行政诉讼。", nil, []string{"TX204 error", "TX205 error"}},
		{"lawsuits are both groups", township, "因政府信息公开被提起行政诉讼2件，其中未经复议直接起诉1件，复议后起诉1件。", nil, nil},
		{"one group left out", township, "因政府信息公开被提起行政诉讼1件。", nil, []string{"TX205 error"}},
		{"form two counts otherwise, perhaps", township, "2023年制发行政规范性文件3件，废止1件。", nil, []string{"TX206 warning"}},
		{"said twice is found once", township, "2023年共收到政府信息公开申请18件。\n收到的18件政府信息公开申请均已登记。", nil, []string{"TX201 error"}},
		{"a hedge that fits", township, "2023年共收到政府信息公开申请近15件。", nil, nil},
		{"a figure that the text tells and the form leaves blank", township, "2023年共收到政府信息公开申请14件。", figures{"received": `[10, 4, 0, 0, 0, 0, ""]`}, []string{"TX201 error", "TB107 warning"}},
		{"a wrong cell that the text explains is one finding, the form's", township, "2023年共收到政府信息公开申请14件。", figures{"received": "[10, 4, 0, 0, 0, 0, 41]"}, []string{"TB101 error"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			findings := run(t, tt.organ, tt.text, tt.figures)
			got := codes(findings)
			if tt.want == nil {
				tt.want = []string{}
			}
			assert.ElementsMatch(t, tt.want, got, "%v", findings)
		})
	}
}

func TestTheTextDecidesBetweenTwoRepairs(t *testing.T) {
	t.Parallel()
	// 3 + 1 is 4 and 3 is told: the total or a part may be wrong. The text speaks.
	wrong := figures{"review": "upheld = 2\ncorrected = 1\nother = 0\npending = 0\ntotal = 4"}
	silent := run(t, township, "2023年依法办理。", wrong)
	require.Len(t, silent, 1)
	for text, cell := range map[string]string{
		"因政府信息公开被申请行政复议3件。":          "review.total",
		"因政府信息公开被申请行政复议4件，其中结果维持3件。": "review.upheld",
	} {
		found := run(t, township, text, wrong)
		require.Len(t, found, 1, text)
		require.NotEmpty(t, found[0].Proposals)
		assert.Equal(t, cell, found[0].Proposals[0].Cell, text)
	}
}

func TestTheMessageNamesBothPlacesAndTheDifference(t *testing.T) {
	t.Parallel()
	f := run(t, township, "2023年共收到政府信息公开申请18件。", nil)[0]
	assert.Equal(t, "文中“18件”，说的是收到的申请，表三“一、本年新收政府信息公开申请数量”行“总计”列为 14，相差 4（表三“一、本年新收政府信息公开申请数量”与“二、上年结转政府信息公开申请数量”合计为 16，也不符）；请核对哪一处有误。", f.Message.ZH)
	assert.Equal(t, "the text says \"18件\" of applications received; form 3, row \"一、本年新收政府信息公开申请数量\", column \"总计\" is 14, off by 4 (the sum of \"一、本年新收政府信息公开申请数量\" and \"二、上年结转政府信息公开申请数量\" in form 3 is 16)", f.Message.EN)
	assert.Equal(t, []string{"applications.received.total"}, f.Cells)
	require.Len(t, f.Related, 1)
	assert.NotZero(t, f.Place.Line)
	assert.NotZero(t, f.Related[0].Place.Line)
}
