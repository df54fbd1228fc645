package table

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// RulemakingPower is TB109.
var RulemakingPower = &rules.Rule{
	Code: "TB109", Name: "rulemaking-power", Family: rules.Table, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "无规章制定权而填了规章", EN: "regulations reported by an organ that cannot make them"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "规章只能由国务院部门和省、自治区、直辖市、设区的市、自治州人民政府制定。县、乡、街道及地方各部门的表二“规章”行大于 0 的，需核实是否把规范性文件填成了规章。从名称看不出机关级别、gouji.toml 也没有写明的不查。",
			EN: "only departments of the State Council and governments of provinces, autonomous regions, municipalities, cities with districts and autonomous prefectures make regulations; a county, a township, a local department with any is to be looked at; where neither the name nor gouji.toml tells the level nothing is said",
		},
		Why:   rules.Words{ZH: "多为把行政规范性文件填到了规章一行。", EN: "mostly normative documents written in the wrong row"},
		Basis: rules.Words{ZH: "《立法法》第九十一条、第九十三条", EN: "articles 91 and 93 of the Legislation Law"},
		Bad:   "临江县青石镇人民政府2024年政府信息公开工作年度报告\n规章 | 3 | 0 | 3",
		Good:  "临江县青石镇人民政府2024年政府信息公开工作年度报告\n规章 | 0 | 0 | 0",
	},
	Check: checkRulemakingPower,
}

func checkRulemakingPower(p *rules.Pass) {
	form := p.Report.Forms[schema.Disclosure]
	if form == nil || !powerless(p.Facts(), p.Report.Organ.Value) {
		return
	}
	row := form.Spec.Row("disclosure.regulations")
	var (
		ids   []schema.CellID
		paths []string
	)
	for _, id := range row.Cells {
		if v, ok := p.Report.Cells[id].Int(); ok && v > 0 {
			ids, paths = append(ids, id), append(paths, id.Path())
		}
	}
	if len(ids) == 0 {
		return
	}
	organ := strings.Join(strings.Fields(p.Report.Organ.Value), "")
	p.Add(rules.Finding{
		Cells: paths, Place: rules.CellPlace(p.Report, ids[0]), Excerpt: rules.RowExcerpt(p.Report, ids...),
		Actual: p.Report.Cells[ids[0]].Raw, Expected: "0",
		Message: rules.Words{
			ZH: fmt.Sprintf("表二“规章”行填了 %s，%s没有规章制定权，请核实是否应填在“规范性文件”行。", p.Report.Cells[ids[0]].Raw, organ),
			EN: fmt.Sprintf("form two reports %s regulations, which %s has no power to make; perhaps they are normative documents", p.Report.Cells[ids[0]].Raw, organ),
		},
	})
}

// powerless reports whether the organ cannot make regulations: by what the
// project says of it, else by its name.
func powerless(facts *rules.Facts, organ string) bool {
	if o := facts.Organ(organ); o != nil && o.Kind != "" {
		switch o.Kind {
		case rules.County, rules.Township, rules.Street, rules.Department:
			return true
		}
		return false
	}
	return lacksPower(organ)
}

// lacksPower reports whether the organ's name tells that it cannot make
// regulations. Names that do not tell their level give false: 市 may be a city
// with districts or of county rank, 部 a ministry.
func lacksPower(organ string) bool {
	name := strings.Join(strings.Fields(organ), "")
	for _, tail := range []string{"人民政府", "政府", "办公室"} {
		name = strings.TrimSuffix(name, tail)
	}
	if strings.HasSuffix(name, "自治区") || strings.HasSuffix(name, "自治州") || strings.HasSuffix(name, "特别行政区") {
		return false
	}
	for _, tail := range []string{"镇", "乡", "街道", "街道办事处", "苏木", "县", "旗"} {
		if strings.HasSuffix(name, tail) {
			return true
		}
	}
	if strings.HasSuffix(name, "区") {
		return !strings.HasSuffix(name, "新区") // 浦东新区 has powers of its own
	}
	// A department of a county, a township's or a street's office.
	for _, level := range []string{"县", "镇", "乡", "街道", "旗"} {
		i := strings.Index(name, level)
		if i <= 0 || i+len(level) >= len(name) {
			continue
		}
		for _, tail := range []string{"局", "委员会", "委", "办", "队", "中心"} {
			if strings.HasSuffix(name, tail) && !strings.Contains(name[:i], "国家") {
				return true
			}
		}
	}
	return false
}
