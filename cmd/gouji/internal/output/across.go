package output

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
)

// Across says what an audit laid side by side.
type Across struct {
	Organs   []AuditedOrgan
	Linked   int      // reports that stand beside one of the year before
	Unplaced []string // files of reports that name no organ or no year
	// Rest are the results that belong to no organ: of files that were not read, and
	// of reports that name no organ or no year.
	Rest []rules.Result
}

// AuditedOrgan is one organ with its reports.
type AuditedOrgan struct {
	Name    string
	Also    []string // other names that its reports print
	Reports []AuditedReport
}

// AuditedReport is one report of an organ.
type AuditedReport struct {
	Year  int
	Path  string
	State rules.Words // what became of it
	// Result is what was found in it, and beside others.
	Result rules.Result
	alone  bool // there is none of the year before or after
}

// Add takes in an organ; result tells what was found in each of its reports.
func (a *Across) Add(organ record.Organ, result func(*record.Record) rules.Result) {
	years := map[int]bool{}
	for _, r := range organ.Reports {
		years[r.Year] = true
	}
	o := AuditedOrgan{Name: organ.Name, Also: organ.Also}
	for _, r := range organ.Reports {
		if years[r.Year-1] {
			a.Linked++
		}
		res := result(r)
		o.Reports = append(o.Reports, AuditedReport{
			Year: r.Year, Path: r.Path, Result: res, State: rules.Words{ZH: stateWords(res, "zh"), EN: stateWords(res, "en")},
			alone: !years[r.Year-1] && !years[r.Year+1],
		})
	}
	a.Organs = append(a.Organs, o)
}

// years lists the years of all reports.
func (a *Across) years() []int {
	seen := map[int]bool{}
	for _, o := range a.Organs {
		for _, r := range o.Reports {
			seen[r.Year] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// alone lists the reports that have none beside them: 青石镇人民政府 2020年度.
func (a *Across) alone(lang string) []string {
	var out []string
	for _, o := range a.Organs {
		for _, r := range o.Reports {
			if r.alone {
				out = append(out, fmt.Sprintf(pick(lang, "%s%d年度", "%s %d"), layout.Clean(o.Name), r.Year))
			}
		}
	}
	return out
}

// joined lists the names that were taken for one organ.
func (a *Across) joined() []string {
	var out []string
	for _, o := range a.Organs {
		if len(o.Also) > 0 {
			out = append(out, layout.Clean(strings.Join(append([]string{o.Name}, o.Also...), " = ")))
		}
	}
	return out
}

func (a *Across) reports() int {
	n := 0
	for _, o := range a.Organs {
		n += len(o.Reports)
	}
	return n
}

// maxListed is how many names a line of the summary lists.
const maxListed = 12

// lines say in words what was laid side by side, and what was not.
func (a *Across) lines(lang string) []string {
	out := []string{fmt.Sprintf(pick(lang, "跨年核对：%d 个机关的 %d 份年报，其中与上一年度衔接核对的 %d 份。", "across the years: %d organs, %d reports, %d of them held to the year before"),
		len(a.Organs), a.reports(), a.Linked)}
	add := func(zh, en string, list []string) {
		if len(list) == 0 {
			return
		}
		more := pick(lang, "。", "")
		if len(list) > maxListed {
			more = pick(lang, "等。", " and others")
		}
		out = append(out, fmt.Sprintf(pick(lang, zh, en), len(list))+strings.Join(list[:min(len(list), maxListed)], pick(lang, "、", ", "))+more)
	}
	add("没有相邻年度可以核对的 %d 份：", "without a report of a neighbouring year (%d): ", a.alone(lang))
	add("名称不同、归为同一机关的 %d 个：", "taken for one organ though the names differ (%d): ", a.joined())
	add("没有写明机关或年度、不能归类的 %d 份：", "naming no organ or no year, and laid beside nothing (%d): ", a.Unplaced)
	return out
}

// counts counts the findings in the organ's reports that nobody put aside.
func (o *AuditedOrgan) counts() (errors, warnings, infos int) {
	for i := range o.Reports {
		e, w, n := count(o.Reports[i].Result.Findings)
		errors, warnings, infos = errors+e, warnings+w, infos+n
	}
	return errors, warnings, infos
}

// gravity grades what became of a report, for the worst of several: 4 unread,
// 3 errors, 2 to be looked at, 1 told, 0 nothing found.
func gravity(res rules.Result) int {
	errs, warnings, infos := count(res.Findings)
	switch {
	case res.Unread:
		return 4
	case errs > 0:
		return 3
	case warnings > 0 || infos == 0 && res.Coverage.Relations.Held == 0:
		return 2
	case infos > 0:
		return 1
	}
	return 0
}

// countWords says what was found in a report: 错误 2，核实 1.
func countWords(res rules.Result, lang string) string {
	errs, warnings, infos := count(res.Findings)
	var words []string
	for _, n := range []struct {
		count  int
		zh, en string
	}{{errs, "错误 %d", "errors %d"}, {warnings, "核实 %d", "warnings %d"}, {infos, "提示 %d", "infos %d"}} {
		if n.count > 0 {
			words = append(words, fmt.Sprintf(pick(lang, n.zh, n.en), n.count))
		}
	}
	if res.Unread || len(words) == 0 {
		words = append([]string{stateWords(res, lang)}, words...)
	}
	return strings.Join(words, pick(lang, "，", ", "))
}
