package table

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// DisclosureStock is TB105.
var DisclosureStock = &rules.Rule{
	Code: "TB105", Name: "disclosure-stock", Family: rules.Table, Severity: rules.Info, Since: "0.1.0",
	Title: rules.Words{ZH: "存量与发生数不合", EN: "a stock does not fit what came and went"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表二：本年制发大于本年废止而现行有效为 0 的提示核对（2021年起）；本年新公开大于对外公开总数量的需核实（2019、2020年）。表三：结转下年度的比本年新收的还多，或全部为 0 而表四不为 0 的，提示核对。“上一年项目数量＋增减＝处理决定数量”不是勾稽关系，不查。",
			EN: "form two: more documents issued than repealed and none in force (from 2021); more newly disclosed than disclosed in all (2019, 2020); form three: more carried over than received, or nothing but zeros where form four has figures; previous + change = decisions is not a relation and is not checked",
		},
		Why:   rules.Words{ZH: "现行有效件数常被漏填；没有收到申请的年份很少会有因申请引起的复议、诉讼。", EN: "the number in force is often left out, and years without applications seldom see reviews"},
		Basis: rules.Words{ZH: "各栏的含义", EN: "the meaning of the heads"},
		Bad:   "行政规范性文件 | 6 | 1 | 0",
		Good:  "行政规范性文件 | 6 | 1 | 32",
	},
	Check: func(p *rules.Pass) {
		checkDisclosureStock(p)
		checkBacklog(p)
		checkOnlyReviews(p)
	},
}

// checkBacklog looks at more applications carried over than came in: lawful
// after a year of many, seldom met.
func checkBacklog(p *rules.Pass) {
	out := schema.MustCell("applications.carried_out.total")
	in, ok := p.Report.Cell(schema.MustCell("applications.received.total")).Int()
	left, known := p.Report.Cell(out).Int()
	if ok && known && left > in {
		p.Add(stockFinding(p.Report, out, rules.Info, rules.Words{
			ZH: fmt.Sprintf("表三“结转下年度继续办理”%d 件，比本年新收的 %d 件还多，请核对。", left, in),
			EN: fmt.Sprintf("form three carries %d applications over, more than the %d received", left, in),
		}))
	}
}

// checkOnlyReviews looks at reviews and suits where no application was dealt
// with. They may be about an earlier year's. Where form four does not add up,
// that comes first.
func checkOnlyReviews(p *rules.Pass) {
	asked, all := sumOf(p.Report, schema.Applications)
	disputes, read := sumOf(p.Report, schema.Review)
	if !all || asked > 0 || !read || disputes == 0 {
		return
	}
	for _, o := range p.Relations().Violated {
		if o.Sum.Relation.Form.Key == schema.Review {
			return
		}
	}
	form := p.Report.Forms[schema.Review]
	p.Add(rules.Finding{
		Severity: rules.Info, Place: form.Place, Key: "only reviews",
		Message: rules.Words{
			ZH: "表三全部为 0，表四却有复议或诉讼；除非是往年的申请引起的，请核对表三是否漏填。",
			EN: "form three has nothing but zeros and form four has reviews or suits; unless they are about earlier applications, look at form three",
		},
	})
}

// sumOf adds the figures of a form up; all says that every cell of it holds one.
func sumOf(r *schema.Report, key schema.FormKey) (sum int64, all bool) {
	form := r.Forms[key]
	if form == nil {
		return 0, false
	}
	all = len(form.Rows) == len(form.Spec.Rows)
	for _, row := range form.Rows {
		for _, id := range row.Spec.Cells {
			v, ok := r.Cell(id).Int()
			sum, all = sum+v, all && ok
		}
	}
	return sum, all
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
