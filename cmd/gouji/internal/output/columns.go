package output

import (
	"strconv"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
)

// reviewHeads are the heads of what reviewers decided, which stand behind those
// of the findings.
func reviewHeads(lang string) []string {
	if lang == "en" {
		return []string{"review", "decision", "reason", "who", "when", "content"}
	}
	return []string{"复核", "处理意见", "理由", "处理人", "日期", "内容标识"}
}

// reviewCells are the cells under [reviewHeads]. A decision that no longer holds
// is told, and asked for again.
func reviewCells(f *rules.Finding, lang string) []string {
	cells := make([]string, 6)
	cells[5] = f.Content()
	r := f.Review
	if r == nil {
		return cells
	}
	cells[0] = reviewWords(r, lang)
	if r.State != rules.ReviewChanged {
		cells[1], cells[2], cells[3], cells[4] = stateOf(r.State, lang), r.Reason, r.Who, r.When
	}
	return cells
}

func stateOf(s rules.ReviewState, lang string) string { return pick(lang, s.ZH(), string(s)) }

// reviewWords says where a finding stands with its reviewer: 确认;
// 报告改动后待复核（原为驳回：口径不同，李四，2026-01-05）.
func reviewWords(r *rules.Review, lang string) string {
	if r == nil {
		return ""
	}
	words := stateOf(r.State, lang)
	if r.State != rules.ReviewChanged {
		return words
	}
	var said []string
	for _, w := range []string{r.Reason, r.Who, r.When} {
		if w != "" {
			said = append(said, layout.Clean(w))
		}
	}
	was := stateOf(r.Was, lang)
	if len(said) > 0 {
		was += pick(lang, "：", ": ") + strings.Join(said, pick(lang, "，", ", "))
	}
	return words + pick(lang, "（原为"+was+"）", " (was "+was+")")
}

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
	return rowsOf(res, o, func(*rules.Finding) []string { return nil })
}

// auditRows is [findingRows] with what reviewers decided behind it, and with the
// name that a decision goes by.
func auditRows(res rules.Result, o *Options) [][]string {
	rows := rowsOf(res, o, func(f *rules.Finding) []string { return reviewCells(f, o.Lang) })
	for i := range rows {
		if i < len(res.Findings) {
			rows[i][14] = rules.ReviewID(res.Report, &res.Findings[i])
		} else {
			rows[i] = append(rows[i], make([]string, 6)...)
		}
	}
	return rows
}

func rowsOf(res rules.Result, o *Options, behind func(*rules.Finding) []string) [][]string {
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
		add(append([]string{severityWords(f.Severity, o.Lang), f.Code, o.title(f), f.Message.In(o.Lang), placeWords(f.Place, r.Format, o.Lang),
			strings.Join(cells, pick(o.Lang, "；", "; ")), f.Actual, f.Expected,
			strings.Join(proposalLines(r, f, o.Lang, plainly), pick(o.Lang, "或者：", "; or: ")), f.Basis.In(o.Lang), asideWords(f.Suppressed, o.Lang), f.Fingerprint}, behind(f)...)...)
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
	case s.Kind == rules.Reviewed:
		return pick(lang, "复核时驳回", "dismissed in review")
	case s.Kind == rules.Baseline:
		return pick(lang, "记在基线中", "in the baseline")
	}
	return pick(lang, "已注明忽略", "suppressed")
}
