package number

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/verdict"
)

// Parts is NR301.
var Parts = &rules.Rule{
	Code: "NR301", Name: "parts", Family: rules.Number, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "各部分之和与总数不符", EN: "the parts do not make the whole"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文中先说总数、再列各部分的（包括、分别为、其中、括号、冒号），把各部分加起来与总数核对，清单里套清单的逐层核对。哪些数属于清单有几种读法时，都不符才报。“等”“主要”一类没有列全的，只在各部分超过总数时报；“其中”没有列全也不算错，只在差数小于最小的一项、且不到总数一成时提示核实。按渠道列的数可以重复，量词、时间、机关不同的数不相加，“余”“约”按约数看。",
			EN: "parts listed behind a whole are added up, inner lists on their own; where it is open what belongs to a list, only what fits no reading is reported; open lists may not exceed the whole, channels may overlap, unlike units are not added",
		},
		Why:   rules.Words{ZH: "改了其中一项、总数没有跟着改，或分类漏了一项。", EN: "one part was changed and the whole was not, or a part is missing"},
		Basis: rules.Words{ZH: "总数等于各部分之和", EN: "a whole is the sum of its parts"},
		Bad:   "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息126条，包括社区服务类70条、财政信息类24条、工作动态类30条。",
		Good:  "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息126条，其中社区服务类70条、财政信息类24条等。",
	},
	Check: checkParts,
}

func checkParts(p *rules.Pass) {
	parts := p.Sums().Parts
	for i := range parts {
		v := &parts[i]
		if v.Status != verdict.Contradicted || settled(p, append([]int{v.List.Whole}, v.List.Parts...)...) || settled(p, v.List.Parts...) {
			continue
		}
		f := finding(p, v.List.Span, partsMessage(p, v))
		f.Severity = rules.Warning
		if v.Sure {
			f.Severity = rules.Error
		}
		f.Actual = p.Prose().Mentions[v.List.Whole].Value.String()
		if v.Over < 0 {
			f.Expected = v.Sum.String()
		}
		p.Add(f)
	}
}

// partsMessage says what was added up, and by how much it differs.
func partsMessage(p *rules.Pass, v *verdict.Parts) rules.Words {
	whole := words(p, v.List.Whole)
	if v.Over >= 0 {
		part := words(p, v.Over)
		return rules.Words{
			ZH: fmt.Sprintf("总数是“%s”，其中一项“%s”却比总数还大；请核对哪一处有误。", whole, part),
			EN: fmt.Sprintf("the whole is %q, and one of its parts, %q, is larger", whole, part),
		}
	}
	listed := several(p, v.List.Parts)
	sum, gap := v.Sum.String(), v.Gap.String()
	if strings.ContainsAny(listed+whole, "余多约近超") {
		sum = "约 " + sum
	}
	ask := rules.Words{ZH: "请核对总数和各项"}
	if !v.Sure {
		ask = rules.Words{ZH: "如果各项已经列全，请核对总数和各项", EN: ", if all parts are listed"}
	}
	return rules.Words{
		ZH: fmt.Sprintf("总数是“%s”，所列各项（%s）合计 %s，相差 %s；%s。", whole, listed, sum, gap, ask.ZH),
		EN: fmt.Sprintf("the whole is %q and the parts listed (%s) make %s, off by %s%s", whole, listed, v.Sum, gap, ask.EN),
	}
}
