package structure

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// TableLabel is ST505.
var TableLabel = &rules.Rule{
	Code: "ST505", Name: "label", Family: rules.Structure, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "表内标签与格式不同", EN: "a label of a form differs from the official one"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表格的行名、栏名与国家格式不同的字。括号、空格、换行、引号、“1.”与“1、”、“其它”与“其他”、省去的括注都不算不同；没有读全的标签不查。",
			EN: "row and column labels that differ from the form in their characters; brackets, spaces, line breaks, quotation marks, numbering style and dropped remarks in brackets do not count, and labels not read whole are not judged",
		},
		Why:   rules.Words{ZH: "标签错了，数字是按哪一类填的就说不清。", EN: "with a wrong label it is unclear what the figures were counted for"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号、〔2019〕60号所附格式", EN: "the forms attached to circulars 〔2021〕30 and 〔2019〕60"},
		Bad:   "2.其他法律行政止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
		Good:  "2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
	},
	Check: checkTableLabel,
}

func checkTableLabel(p *rules.Pass) {
	for _, key := range schema.FormKeys() {
		form := p.Report.Forms[key]
		if form == nil {
			continue
		}
		seen := map[string]bool{} // one wrong head over several blocks is one finding
		for _, label := range form.Labels {
			judgeLabel(p, form, label, seen)
		}
		for _, row := range form.Rows {
			judgeLabel(p, form, row.Label, seen)
		}
	}
}

func judgeLabel(p *rules.Pass, form *schema.Form, label schema.Label, seen map[string]bool) {
	printed := strings.TrimSpace(label.Printed.Value)
	if !label.Whole || printed == "" || label.Official == "" || sameLabel(printed, label) {
		return
	}
	if form.Format == "lines" && strings.HasPrefix(schema.Bare(label.Official), schema.Bare(printed)) {
		return // a label that was wrapped, the rest of it on the next line
	}
	id := label.Official + "\x1f" + printed
	if seen[id] {
		return
	}
	seen[id] = true
	f := wordsFinding(label.Printed, 0, len(label.Printed.Value), rules.Words{
		ZH: fmt.Sprintf("表%s的标签写作“%s”，格式为“%s”。", numeral(form.Spec.Number), flat(printed), label.Official),
		EN: fmt.Sprintf("a label of form %d reads %q, the form says %q", form.Spec.Number, flat(printed), label.Official),
	})
	f.Key, f.Actual = flat(printed), flat(printed)
	f.Expected = label.Official
	p.Add(f)
}

// sameLabel reports whether the printed label says what the official one, or a
// lawful variant of it, says. Its number and its remark in brackets may be
// left out; a remark that is printed must be the right one.
func sameLabel(printed string, label schema.Label) bool {
	if printed == label.Official {
		return true
	}
	name, remark := splitRemark(printed)
	name, remark = letters(name), schema.Bare(remark)
	same := func(want string) bool {
		wantName, wantRemark := splitRemark(want)
		return (remark == "" || remark == schema.Bare(wantRemark)) && (name == letters(wantName) || name == letters(withoutNumber(wantName)))
	}
	return same(label.Official) || slices.ContainsFunc(label.Aliases, same)
}

func letters(s string) string {
	return schema.Bare(dashes.Replace(strings.Join(strings.Fields(s), "")))
}

// dashes undoes what fonts and readers make of 一 inside quotation marks.
var dashes = strings.NewReplacer("三安全—稳定", "三安全一稳定", "三安全-稳定", "三安全一稳定", "三安全－稳定", "三安全一稳定", "三安全──稳定", "三安全一稳定")

// splitRemark cuts a remark in brackets from the end of a label:
// 本年收费金额（单位：万元）. Brackets at its beginning are its number.
func splitRemark(s string) (name, remark string) {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
		return s, ""
	}
	at := strings.LastIndexAny(s, "（(")
	if at <= 0 || schema.Bare(withoutNumber(s[:at])) == "" {
		return s, ""
	}
	return s[:at], s[at:]
}

// withoutNumber drops 1. 1、 （一） 一、 from the beginning of a label.
func withoutNumber(s string) string {
	rest := strings.TrimLeft(s, "（( 　")
	rest = strings.TrimLeft(rest, "0123456789０１２３４５６７８９一二三四五六七八九")
	trimmed := strings.TrimLeft(rest, "）).．、 　")
	if trimmed == rest && rest != s || trimmed == "" {
		// No mark behind the number: 三类内部 is not a number and a label.
		return s
	}
	return trimmed
}

// flat writes a label on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), "") }
