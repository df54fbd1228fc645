package structure

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// SectionTitle is ST503.
var SectionTitle = &rules.Rule{
	Code: "ST503", Name: "section-title", Family: rules.Structure, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "部分标题与格式不同", EN: "a section's title differs from the form"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "标题与国家格式或其通行写法只差一两个字的，多半是错漏字，提示核实；换了说法而意思清楚的，只作提示。",
			EN: "a title one or two characters off the official or a usual wording is probably a slip; other wording with the same sense is only noted",
		},
		Why:   rules.Words{ZH: "格式由国务院办公厅统一规定，标题错字一眼可见。", EN: "the form is national, and a slip in a heading is seen at once"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号所附格式", EN: "the form attached to circular 〔2021〕30"},
		Bad:   "二、主动公开政信息情况",
		Good:  "二、主动公开政府信息情况",
	},
	Check: checkSectionTitle,
}

// slip is how many characters a mistyped title may be off before it is another
// wording.
const slip = 2

func checkSectionTitle(p *rules.Pass) {
	e := edition(p.Report)
	if e == nil {
		return
	}
	for _, s := range p.Report.Sections {
		spec := sectionSpec(e, s.Key)
		if spec == nil || s.Title.IsEmpty() {
			continue
		}
		nearest, d := nearestTitle(spec, schema.Bare(s.Title.Value))
		if d == 0 || plain(nearest) == plain(s.Title.Value) {
			continue
		}
		f := wordsFinding(s.Title, 0, len(s.Title.Value), rules.Words{
			ZH: fmt.Sprintf("第%s部分标题写作“%s”，格式为“%s”，请核对是否有错漏字。", numeral(spec.Number), s.Title.Value, nearest),
			EN: fmt.Sprintf("section %d is titled %q, the form says %q", spec.Number, s.Title.Value, nearest),
		})
		f.Expected = nearest
		if d > slip {
			f.Severity, f.Expected = rules.Info, spec.Title
			f.Message = rules.Words{
				ZH: fmt.Sprintf("第%s部分标题写作“%s”，格式为“%s”，宜按格式写。", numeral(spec.Number), s.Title.Value, spec.Title),
				EN: fmt.Sprintf("section %d is titled %q, the form says %q", spec.Number, s.Title.Value, spec.Title),
			}
		}
		p.Add(f)
	}
}

// plain takes out of a title what may lawfully vary: 的, and which word joins.
func plain(s string) string {
	return strings.NewReplacer("的", "", "以及", "及", "和", "及", "与", "及").Replace(schema.Bare(s))
}

func sectionSpec(e *schema.Edition, key string) *schema.SectionSpec {
	for i := range e.Sections {
		if e.Sections[i].Key == key {
			return &e.Sections[i]
		}
	}
	return nil
}

// far is more slips than any title is long.
const far = 1 << 10

func nearestTitle(spec *schema.SectionSpec, title string) (string, int) {
	nearest, best := spec.Title, schema.Distance(title, schema.Bare(spec.Title), far)
	for _, alias := range spec.Aliases {
		if d := schema.Distance(title, schema.Bare(alias), best-1); d < best {
			nearest, best = alias, d
		}
	}
	return nearest, best
}
