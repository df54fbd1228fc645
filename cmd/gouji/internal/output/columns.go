package output

import (
	"strconv"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
)

// findingHeads are the heads of a list of findings.
func findingHeads(lang string) []string {
	if lang == "en" {
		return []string{"file", "organ", "year", "severity", "code", "rule", "message", "place", "cells", "actual", "expected", "proposals", "basis", "suppressed", "fingerprint"}
	}
	return []string{"文件", "机关", "年度", "程度", "代码", "规则", "问题", "位置", "单元格", "实为", "应为", "建议", "依据", "已忽略", "标识"}
}

// findingRows lists the findings of a report under [findingHeads], each on a
// row of its own. A report that was not read has a row even when no finding
// says so.
func findingRows(res rules.Result, o *Options) [][]string {
	r := res.Report
	head := []string{r.Path, r.Organ.Value, ""}
	if r.Year > 0 {
		head[2] = strconv.Itoa(r.Year)
	}
	var rows [][]string
	add := func(cells ...string) {
		row := append(append(make([]string, 0, 15), head...), cells...)
		for i := range row {
			row[i] = layout.Clean(row[i])
		}
		rows = append(rows, row)
	}
	for i := range res.Findings {
		f := &res.Findings[i]
		var cells []string
		for _, path := range f.Cells {
			cells = append(cells, cellWords(r, path, o.Lang))
		}
		add(severityWords(f.Severity, o.Lang), f.Code, o.title(f), f.Message.In(o.Lang), placeWords(f.Place, r.Format, o.Lang),
			strings.Join(cells, pick(o.Lang, "；", "; ")), f.Actual, f.Expected,
			strings.Join(proposalLines(r, f, o.Lang, plainly), pick(o.Lang, "或者：", "; or: ")), f.Basis.In(o.Lang), asideWords(f.Suppressed, o.Lang), f.Fingerprint)
	}
	if words, ok := unreadWords(res, o.Lang); ok {
		add(severityWords(rules.Error, o.Lang), "", "", words, "", "", "", "", "", "", "", "")
	}
	return rows
}

func severityWords(s rules.Severity, lang string) string { return pick(lang, s.ZH(), s.String()) }

// asideWords says why a finding was put aside; "" for one that was not.
func asideWords(s *rules.Suppression, lang string) string {
	switch {
	case s == nil:
		return ""
	case s.Reason != "":
		return layout.Clean(s.Reason)
	case s.Kind == rules.Baseline:
		return pick(lang, "记在基线中", "in the baseline")
	}
	return pick(lang, "已注明忽略", "suppressed")
}
