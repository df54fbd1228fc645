package table

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// DisclosureStock is TB105.
var DisclosureStock = &rules.Rule{
	Code: "TB105", Name: "disclosure-stock", Family: rules.Table, Severity: rules.Info, Since: "0.1.0",
	Title: rules.Words{ZH: "文件存量前后不合", EN: "documents in force do not fit those issued"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表二：本年制发大于本年废止而现行有效为 0 的提示核对（2021年起）；本年新公开大于对外公开总数量的需核实（2019、2020年）。“上一年项目数量＋增减＝处理决定数量”不是勾稽关系，不查。",
			EN: "form two: more documents issued than repealed and none in force (from 2021); more newly disclosed than disclosed in all (2019, 2020); previous + change = decisions is not a relation and is not checked",
		},
		Why:   rules.Words{ZH: "现行有效件数常被漏填。", EN: "the number in force is often left out"},
		Basis: rules.Words{ZH: "表二各栏的含义", EN: "the meaning of the heads of form two"},
		Bad:   "行政规范性文件 | 6 | 1 | 0",
		Good:  "行政规范性文件 | 6 | 1 | 32",
	},
	Check: checkDisclosureStock,
}

func checkDisclosureStock(p *rules.Pass) {
	form := p.Report.Forms[schema.Disclosure]
	if form == nil {
		return
	}
	for _, row := range form.Spec.Blocks[0].Rows {
		cell := func(column string) (schema.CellID, int64, bool) {
			id, ok := schema.LookupCell(row.Key + "." + column)
			if !ok {
				return id, 0, false
			}
			v, ok := p.Report.Cell(id).Int()
			return id, v, ok
		}
		_, issued, okIssued := cell("issued")
		_, repealed, okRepealed := cell("repealed")
		inForceID, inForce, okInForce := cell("in_force")
		if okIssued && okRepealed && okInForce && issued > repealed && inForce == 0 {
			p.Add(stockFinding(p.Report, inForceID, rules.Info, rules.Words{
				ZH: fmt.Sprintf("表二“%s”本年制发 %d 件、废止 %d 件，现行有效却填 0，请核对是否漏填。", row.Label, issued, repealed),
				EN: fmt.Sprintf("form two, %q: %d issued, %d repealed, and none in force", row.Label, issued, repealed),
			}))
		}
		_, disclosed, okDisclosed := cell("disclosed")
		totalID, total, okTotal := cell("total")
		if okDisclosed && okTotal && disclosed > total {
			p.Add(stockFinding(p.Report, totalID, rules.Warning, rules.Words{
				ZH: fmt.Sprintf("表二“%s”本年新公开 %d 件，大于对外公开总数量 %d 件，相差 %d，请核实。", row.Label, disclosed, total, disclosed-total),
				EN: fmt.Sprintf("form two, %q: %d newly disclosed, more than the %d disclosed in all", row.Label, disclosed, total),
			}))
		}
	}
}

func stockFinding(r *schema.Report, id schema.CellID, s rules.Severity, message rules.Words) rules.Finding {
	return rules.Finding{
		Severity: s, Message: message, Cells: []string{id.Path()}, Actual: r.Cell(id).Raw,
		Place: rules.CellPlace(r, id), Excerpt: rules.RowExcerpt(r, id),
	}
}
