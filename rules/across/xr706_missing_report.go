package across

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// MissingReport is XR706.
var MissingReport = &rules.Rule{
	Code: "XR706", Name: "missing-report", Family: rules.Across, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "缺一年的报告，或一年有几份", EN: "a year without a report, or with several"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "同一机关前后两份报告之间缺的年度，以及半数以上机关都有而该机关没有的年度（提示，跨过缺年的衔接不判断）；同一年度的几份报告：数字相同的提示重复，数字不同的需核实以哪份为准。机关和年度以报告本身为准，不看文件名。",
			EN: "years missing between an organ's reports, and years that more than half of the organs have a report of (info; nothing is judged across the gap); several reports of one year: the same figures are an info, different ones are to be looked at; organ and year are those the report says, never the file's name",
		},
		Why: rules.Words{
			ZH: "缺年、重复、先后两个版本不分清，逐年核对和汇总都会出错；悄悄合并更不行。",
			EN: "a gap or a second version makes every comparison over the years wrong, and merging them silently more so",
		},
		Basis: rules.Words{ZH: "《政府信息公开条例》第四十九条：年度报告每年一份", EN: "article 49 of the Regulation: one report a year"},
		Bad:   "临江县水利局：2021年度、2022年度、2024年度各一份报告",
		Good:  "临江县水利局：2021年度、2022年度、2023年度、2024年度各一份报告",
	},
	Across: checkMissingReport,
}

func checkMissingReport(b *rules.Beside) {
	for i, this := range b.Members {
		if i > 0 && b.Members[i-1].Year == this.Year {
			b.Add(i, another(b, i))
			continue
		}
		for _, year := range missingBefore(b, i) {
			b.Add(i, missing(this.Record, year, b.Members[:i]))
		}
	}
	if last := len(b.Members) - 1; last >= 0 {
		for _, year := range b.Expected {
			if year > b.Members[last].Year {
				b.Add(last, missing(b.Members[last].Record, year, nil))
			}
		}
	}
}

// missingBefore lists the years between the i-th report and the one before it;
// before the first, those that other organs have.
func missingBefore(b *rules.Beside, i int) []int {
	var out []int
	if i == 0 {
		for _, year := range b.Expected {
			if year < b.Members[0].Year {
				out = append(out, year)
			}
		}
		return out
	}
	for year := b.Members[i-1].Year + 1; year < b.Members[i].Year; year++ {
		out = append(out, year)
	}
	return out
}

// missing says that there is no report of a year. before are the reports that
// come before the gap.
func missing(this *record.Record, year int, before []rules.Member) rules.Finding {
	f := rules.Finding{Severity: rules.Info, Place: this.Title, Key: fmt.Sprintf("missing %d", year), Actual: fmt.Sprint(year)}
	if n := len(before); n > 0 {
		last := before[n-1].Record
		f.Message = rules.Words{
			ZH: fmt.Sprintf("没有找到这个机关%d年度的报告，%d年度与%d年度之间的结转、存量无法核对，没有判断；请补齐后再查。", year, last.Year, this.Year),
			EN: fmt.Sprintf("there is no report of this organ for %d, so nothing that leads from %d to %d was judged", year, last.Year, this.Year),
		}
		f.Related = []rules.Related{titled(last, rules.Words{ZH: fmt.Sprintf("前一份是%d年度", last.Year), EN: fmt.Sprintf("the one before is of %d", last.Year)})}
		return f
	}
	f.Message = rules.Words{
		ZH: fmt.Sprintf("没有找到这个机关%d年度的报告，其他机关多数有；请补齐后再查，新设、撤并的机关除外。", year),
		EN: fmt.Sprintf("there is no report of this organ for %d, though most others have one; an organ may be new or gone", year),
	}
	return f
}

// another says that the i-th report is not the first one of its year.
func another(b *rules.Beside, i int) rules.Finding {
	this, first := b.Members[i].Record, b.Members[i].Record
	nth := 1
	for k := i - 1; k >= 0 && b.Members[k].Year == this.Year; k-- {
		first, nth = b.Members[k].Record, nth+1
	}
	f := rules.Finding{
		Place: this.Title, Key: fmt.Sprintf("version %d", nth),
		Related: []rules.Related{titled(first, rules.Words{ZH: fmt.Sprintf("%d年度的第一份", first.Year), EN: fmt.Sprintf("the first one of %d", first.Year)})},
	}
	cells := unlike(first, this)
	if len(cells) == 0 {
		f.Severity = rules.Info
		f.Message = rules.Words{
			ZH: fmt.Sprintf("这个机关%d年度有不止一份报告，表中数字与第一份相同，应是重复；请确认后只留一份。", this.Year),
			EN: fmt.Sprintf("the organ has more than one report of %d; the figures are those of the first one", this.Year),
		}
		return f
	}
	id := cells[0]
	name := rowName(this, id)
	if this.Row(id) == nil {
		name = rowName(first, id)
	}
	f.Actual = this.Value(id).String()
	f.Message = rules.Words{
		ZH: fmt.Sprintf("这个机关%d年度有不止一份报告，与第一份有 %d 格数字不同，如%s“%s”列第一份%s、这份%s；请核实以哪份为准，是不是同一机关。",
			this.Year, len(cells), name.ZH, columnLabel(this, id), shown(first, id), shown(this, id)),
		EN: fmt.Sprintf("the organ has more than one report of %d; %d cells differ from the first one: %s is %s there, %s here",
			this.Year, len(cells), id.Path(), shownEN(first, id), shownEN(this, id)),
	}
	return f
}

func shown(r *record.Record, id schema.CellID) string {
	if v := r.Value(id); v.IsNumber() {
		return "为 " + v.String()
	}
	return "没有数"
}

func shownEN(r *record.Record, id schema.CellID) string {
	if v := r.Value(id); v.IsNumber() {
		return v.String()
	}
	return "no figure"
}

// unlike lists the cells in which two reports differ.
func unlike(a, b *record.Record) []schema.CellID {
	var out []schema.CellID
	for id := range schema.CellID(schema.CellCount()) {
		if a.Value(id) != b.Value(id) {
			out = append(out, id)
		}
	}
	return out
}
