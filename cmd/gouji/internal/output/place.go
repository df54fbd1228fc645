package output

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/schema"
)

// placeWords says where something stands, as the format of the file allows:
// 第12行第5列, 第2页, 第3个表格第8行第3格. It is "" for a place that only names
// the file.
func placeWords(p schema.Place, format, lang string) string {
	var parts []string
	add := func(zh, en string, args ...any) {
		parts = append(parts, fmt.Sprintf(pick(lang, zh, en), args...))
	}
	if p.Page > 0 {
		add("第%d页", "page %d", p.Page)
	}
	switch {
	case p.Ref != "":
		parts = append(parts, refWords(p.Ref, lang))
	case p.Table > 0 && (p.Line == 0 || paragraphed(format)):
		add("第%d个表格", "table %d", p.Table)
		if p.Row > 0 {
			add("第%d行", "row %d", p.Row)
		}
		if p.Cell > 0 {
			add("第%d格", "cell %d", p.Cell)
		}
	case p.Line > 0 && paragraphed(format):
		add("第%d段", "paragraph %d", p.Line)
	case p.Line > 0 && p.EndLine > p.Line && p.EndLine > p.Line+1:
		add("第%d至%d行", "lines %d to %d", p.Line, p.EndLine)
	case p.Line > 0:
		add("第%d行", "line %d", p.Line)
		if p.Column > 0 {
			add("第%d列", "column %d", p.Column)
		}
	}
	if lang == "en" {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, "")
}

// relatedWords says where something stands that may be in another file than the
// report.
func relatedWords(p schema.Place, r *schema.Report, lang string) string {
	if !elsewhere(p, r) {
		return placeWords(p, r.Format, lang)
	}
	return strings.TrimSpace(layout.Clean(p.Path) + " " + placeWords(p, formatAt(p, r), lang))
}

func elsewhere(p schema.Place, r *schema.Report) bool { return p.Path != "" && p.Path != r.Path }

// formatAt is the format of the file that a place is in, as far as places depend
// on it.
func formatAt(p schema.Place, r *schema.Report) string {
	if !elsewhere(p, r) {
		return r.Format
	}
	switch strings.ToLower(filepath.Ext(p.Path)) {
	case ".docx", ".doc", ".wps", ".rtf", ".odt":
		return "docx"
	}
	return ""
}

// refWords says a spreadsheet's own name of a cell: "表三!C7".
func refWords(ref, lang string) string {
	ref = layout.Clean(ref)
	sheet, cell, ok := strings.Cut(ref, "!")
	switch {
	case !ok:
		return pick(lang, "单元格 "+ref, "cell "+ref)
	case lang == "en":
		return fmt.Sprintf("sheet %s, cell %s", sheet, cell)
	}
	return fmt.Sprintf("工作表“%s”%s 单元格", sheet, cell)
}

// cellWords names a cell to a person: 表三“（一）予以公开”行“总计”列. An edition
// that the report uses is asked first, since labels differ between editions.
func cellWords(r *schema.Report, path, lang string) string {
	id, ok := schema.LookupCell(path)
	if !ok || lang == "en" {
		return layout.Clean(path)
	}
	var specs []*schema.FormSpec
	for _, key := range schema.FormKeys() {
		if f := r.Forms[key]; f != nil && f.Spec != nil {
			specs = append(specs, f.Spec)
		}
	}
	for _, e := range schema.Editions() {
		specs = append(specs, e.Forms...)
	}
	for _, spec := range specs {
		if c, ok := spec.Cell(id); ok {
			return fmt.Sprintf("表%s“%s”行“%s”列", formNumeral(spec.Number), shortLabel(c.Row.Name()), shortLabel(c.Column.Label))
		}
	}
	return layout.Clean(path)
}

func formNumeral(n int) string {
	if n >= 1 && n <= 6 {
		return string([]rune("一二三四五六")[n-1])
	}
	return fmt.Sprint(n)
}

// shortLabel drops the remarks in brackets and the long tails of labels: the
// form's （二）部分公开（区分处理的，只计这一情形，不计其他情形） is （二）部分公开.
func shortLabel(s string) string {
	for i, r := range s {
		if i > 0 && (r == '（' || r == '、') && len([]rune(s[:i])) > 4 {
			return s[:i]
		}
	}
	return s
}

// pick returns the words of the language.
func pick(lang, zh, en string) string {
	if lang == "en" {
		return en
	}
	return zh
}

// paragraphed reports whether a line of a place is a paragraph: in files of
// word processors, which have no lines of their own.
func paragraphed(format string) bool {
	switch format {
	case "docx", "doc", "rtf", "odt":
		return true
	}
	return false
}
