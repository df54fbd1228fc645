package output

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// story tells a finding in lines of plain words, for formats that have room for
// nothing else: the sentence, where it stands unless lines say so, what it is
// held against, what would agree, what it rests on.
func story(r *schema.Report, f *rules.Finding, lang string) []string {
	lines := []string{layout.Clean(f.Message.In(lang))}
	say := func(zh, en, words string) {
		if words != "" {
			lines = append(lines, pick(lang, zh+"：", en+": ")+words)
		}
	}
	if !lined(r.Format, f.Place) {
		say("位置", "place", placeWords(f.Place, r.Format, lang))
	}
	for _, rel := range f.Related {
		words := []string{}
		for _, w := range []string{relatedWords(rel.Place, r, lang), layout.Clean(rel.Message.In(lang))} {
			if w != "" {
				words = append(words, w)
			}
		}
		say("对照", "see", strings.Join(words, pick(lang, "　", "  ")))
	}
	for i, line := range proposalLines(r, f, lang, plainly) {
		if i == 0 {
			say("建议", "proposal", line)
		} else {
			say("或者", "or", line)
		}
	}
	say("依据", "basis", layout.Clean(f.Basis.In(lang)))
	return lines
}

// lined reports whether the place has a line that an editor would show: a Word
// file counts paragraphs, and a PDF and a workbook have no lines at all.
func lined(format string, p schema.Place) bool {
	switch format {
	case "text", "markdown", "toml", "html", "":
		return p.Line > 0
	}
	return false
}

// fileOf is the file that a place is in, with slashes and without "./" in
// front, as the services that take reports of findings want it.
func fileOf(r *schema.Report, p schema.Place) string {
	name := p.Path
	if name == "" {
		name = r.Path
	}
	if name == "" {
		return "-"
	}
	return path.Clean(filepath.ToSlash(name))
}

// unreadWords says why a report was not read or checked to its end, for one
// that no finding says it of; ok is false for any other.
func unreadWords(res rules.Result, lang string) (words string, ok bool) {
	said := func(f rules.Finding) bool {
		return f.Suppressed == nil && (f.Code == "RD001" || f.Code == "RD002" || f.Code == "RD004")
	}
	if !res.Unread || slices.ContainsFunc(res.Findings, said) {
		return "", false
	}
	return whyUnread(res.Report, lang), true
}

// whyUnread says that a report was not read or checked to its end, and why.
func whyUnread(r *schema.Report, lang string) string {
	words := notReadWords(lang)
	for _, problem := range r.Problems {
		if problem.Kind.Fatal() {
			words += pick(lang, problem.ZH, "; "+problem.EN)
		}
	}
	return layout.Clean(words)
}

func notReadWords(lang string) string {
	return pick(lang, "这份文件没有读完或查完，不能算通过。", "this file was not read or checked to its end and does not count as clean")
}

// total counts what a run found, in words.
func total(sum Summary, lang string) string {
	return fmt.Sprintf(pick(lang, "共 %d 个文件：错误 %d，核实 %d，提示 %d；未能读完或查完的 %d 个", "%d files: %d errors, %d warnings, %d infos; not read or checked to the end: %d"),
		sum.Files, sum.Errors, sum.Warnings, sum.Infos, sum.Unread)
}
