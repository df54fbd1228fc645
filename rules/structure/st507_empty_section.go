package structure

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
)

// EmptySection is ST507.
var EmptySection = &rules.Rule{
	Code: "ST507", Name: "empty-section", Family: rules.Structure, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "部分没有内容", EN: "a section has no text"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "第一、五、六部分是文字，标题下一个字也没有的，指出来。写“无”也是内容。",
			EN: "sections one, five and six are prose; one with nothing under its heading is named; 无 (none) is text",
		},
		Why:   rules.Words{ZH: "空着分不清是没有可报的，还是漏写了。", EN: "left empty, nobody can tell whether there was nothing to report"},
		Basis: rules.Words{ZH: "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号所附格式", EN: "article 50 of the Regulation; the form attached to circular 〔2021〕30"},
		Bad:   "六、其他需要报告的事项\n（空白）",
		Good:  "六、其他需要报告的事项\n无其他需要报告的事项。",
	},
	Check: checkEmptySection,
}

func checkEmptySection(p *rules.Pass) {
	e := edition(p.Report)
	if e == nil {
		return
	}
	for _, s := range p.Report.Sections {
		spec := sectionSpec(e, s.Key)
		if spec == nil || spec.Form != "" {
			continue
		}
		empty := true
		for _, t := range s.Body {
			if strings.TrimSpace(t.Value) != "" {
				empty = false
				break
			}
		}
		if !empty {
			continue
		}
		f := wordsFinding(s.Heading, 0, len(s.Heading.Value), rules.Words{
			ZH: fmt.Sprintf("第%s部分“%s”标题下没有内容；没有需要报告的，请写明“无”。", numeral(spec.Number), s.Title.Value),
			EN: fmt.Sprintf("section %d %q has no text; if there is nothing to report, say so", spec.Number, s.Title.Value),
		})
		f.Key, f.Actual = spec.Key, ""
		p.Add(f)
	}
}
