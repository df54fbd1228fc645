package structure

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// MissingSection is ST501.
var MissingSection = &rules.Rule{
	Code: "ST501", Name: "missing-section", Family: rules.Structure, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "缺少部分", EN: "a section is missing"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "年报应有六个部分：总体情况、主动公开、收到和处理申请、复议诉讼、主要问题及改进、其他需要报告的事项。标题按意思认，不要求逐字相同；表格在而标题缺的，只提示核实。",
			EN: "a report has six sections; headings are told by what they say, not letter by letter; where the table stands and only its heading is missing the finding is a warning",
		},
		Why:   rules.Words{ZH: "缺一部分即内容不完整，会被退回修改。", EN: "a report without one of them is incomplete and is sent back"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号所附格式", EN: "article 50 of the Regulation; the form attached to circular 〔2021〕30"},
		Bad:   "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况",
		Good:  "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项",
	},
	Check: checkMissingSection,
}

func checkMissingSection(p *rules.Pass) {
	e := edition(p.Report)
	if e == nil {
		return
	}
	var missing, headless []schema.SectionSpec
	for _, spec := range e.Sections {
		switch {
		case p.Report.Section(spec.Key) != nil:
		case spec.Form != "" && p.Report.Forms[spec.Form] != nil:
			headless = append(headless, spec)
		default:
			missing = append(missing, spec)
		}
	}
	// A structured report has its tables under keys, without headings.
	if p.Report.Format != "toml" {
		for _, spec := range headless {
			p.Add(rules.Finding{
				Severity: rules.Warning, Place: p.Report.Forms[spec.Form].Place, Key: spec.Key,
				Message: rules.Words{
					ZH: fmt.Sprintf("表格在，但没有找到第%s部分的标题“%s、%s”。", numeral(spec.Number), numeral(spec.Number), spec.Title),
					EN: fmt.Sprintf("the table is there, but the heading of section %d %q was not found", spec.Number, spec.Title),
				},
				Expected: numeral(spec.Number) + "、" + spec.Title,
			})
		}
	}
	if notWhole(p.Report) {
		return // nobody can say what is missing of a report that was not read whole
	}
	if len(missing) == len(e.Sections) {
		p.Add(noSections(p.Report, missing))
		return
	}
	for _, spec := range missing {
		p.Add(rules.Finding{
			Place: before(p.Report, spec.Number), Key: spec.Key,
			Message: rules.Words{
				ZH: fmt.Sprintf("没有找到第%s部分“%s、%s”。", numeral(spec.Number), numeral(spec.Number), spec.Title),
				EN: fmt.Sprintf("section %d %q was not found", spec.Number, spec.Title),
			},
			Expected: numeral(spec.Number) + "、" + spec.Title,
		})
	}
}

func noSections(r *schema.Report, missing []schema.SectionSpec) rules.Finding {
	var titles []string
	for _, spec := range missing {
		titles = append(titles, numeral(spec.Number)+"、"+spec.Title)
	}
	return rules.Finding{
		Place: schema.Place{Path: r.Path}, Key: "all",
		Message: rules.Words{
			ZH: "六个部分的标题一个也没有找到：" + strings.Join(titles, "；") + "。",
			EN: "none of the six section headings was found",
		},
	}
}

// before returns the place of the last section that stands before the missing
// one, where a reader would look for it.
func before(r *schema.Report, number int) schema.Place {
	place := schema.Place{Path: r.Path}
	for _, s := range r.Sections {
		if s.Key != "" && s.Number > 0 && s.Number < number {
			place = s.Heading.Whole()
		}
	}
	return place
}
