package structure

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// MissingTable is ST504.
var MissingTable = &rules.Rule{
	Code: "ST504", Name: "missing-table", Family: rules.Structure, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "缺少表格", EN: "a table is missing"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "第二、三、四部分各是一张表。表没有，或只有表头没有数据行的，指出是哪一张。表在而没有读懂的，由 RD003 说明，这里不重复。",
			EN: "sections two, three and four are tables; one that is not there, or has heads and no figures, is named; one that is there and was not understood is RD003's",
		},
		Why:   rules.Words{ZH: "没有表就没有数据，全部为零也要填 0。", EN: "without the table there are no figures; zeros too must be written"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条第一项至第三项；国办公开办函〔2021〕30号所附格式", EN: "article 50, items 1 to 3; the form attached to circular 〔2021〕30"},
		Bad:   "四、政府信息公开行政复议、行政诉讼情况\n本年度没有发生行政复议、行政诉讼。",
		Good:  "四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 0 | 0 | 0 | 0 | 0",
	},
	Check: checkMissingTable,
}

func checkMissingTable(p *rules.Pass) {
	e := edition(p.Report)
	if e == nil {
		return
	}
	for _, spec := range e.Forms {
		form := p.Report.Forms[spec.Key]
		if form != nil && len(form.Rows) > 0 || saidUnread(p.Report, spec.Key) {
			continue
		}
		what := rules.Words{ZH: "没有找到；没有发生的也应填 0。", EN: "was not found; write 0 where nothing happened"}
		place := schema.Place{Path: p.Report.Path}
		var excerpt rules.Excerpt
		if s := p.Report.Section(sectionOf(e, spec.Key)); s != nil {
			place, excerpt = s.Heading.Whole(), rules.WordsExcerpt(s.Heading, 0, len(s.Heading.Value))
			if inWords(s) {
				what = rules.Words{ZH: "没有找到，数字只写在文字里，没有核对；请改用表格填报。", EN: "was not found, its figures stand in words only and were not checked; put them into the table"}
			}
		}
		if form != nil {
			what = rules.Words{ZH: "只有表头，没有一格数据；没有发生的也应填 0。", EN: "has its heads and no figures; write 0 where nothing happened"}
			if !form.Place.IsZero() {
				place, excerpt = form.Place, rules.Excerpt{}
			}
		}
		p.Add(rules.Finding{
			Place: place, Excerpt: excerpt, Key: string(spec.Key),
			Message: rules.Words{
				ZH: fmt.Sprintf("第%s部分的表格“%s”%s", numeral(spec.Number), spec.Title, what.ZH),
				EN: fmt.Sprintf("the table of section %d %q %s", spec.Number, spec.Title, what.EN),
			},
		})
	}
}

// inWords reports whether the section has figures in its text.
func inWords(s *schema.Section) bool {
	for _, t := range s.Body {
		if strings.ContainsAny(t.Value, "0123456789０１２３４５６７８９") {
			return true
		}
	}
	return false
}

// saidUnread reports whether a problem already says that the form could not be
// read.
func saidUnread(r *schema.Report, key schema.FormKey) bool {
	if notWhole(r) {
		return true
	}
	for _, problem := range r.Problems {
		if (problem.Kind == schema.UnreadTable || problem.Kind == schema.GluedCells) && problem.Form == key {
			return true
		}
	}
	return false
}

func sectionOf(e *schema.Edition, key schema.FormKey) string {
	for _, s := range e.Sections {
		if s.Form == key {
			return s.Key
		}
	}
	return ""
}
