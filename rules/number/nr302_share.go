package number

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/verdict"
)

// Shares is NR302.
var Shares = &rules.Rule{
	Code: "NR302", Name: "share", Family: rules.Number, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "占比算错", EN: "a share is miscalculated"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "“74条，占60.7%”“占总数的60.7%”：用同一句里的总数重算占比。四舍五入、去尾、为凑足100%而调整的末位都算对，差出末位一个单位以上、且与句中哪个数都对不上的才报。总数不明的不判。",
			EN: "a share is worked out again from the whole of its list; rounding, cutting off, and a last digit bent so that shares make 100 are right; without a clear whole nothing is said",
		},
		Why:   rules.Words{ZH: "件数改了、占比没有重算。", EN: "the count was changed and its share was not"},
		Basis: rules.Words{ZH: "占比等于部分除以总数", EN: "a share is the part divided by the whole"},
		Bad:   "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息126条，其中社区服务类70条，占65.6%；财政信息类24条，占19%。",
		Good:  "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息126条，其中社区服务类70条，占55.5%；财政信息类24条，占19%。",
	},
	Options: []rules.Option{{Key: "tolerance", Doc: toleranceDoc, Default: 1, Max: 1000}},
	Check:   checkShares,
}

func checkShares(p *rules.Pass) {
	shares := p.Sums().Shares
	for i := range shares {
		v := &shares[i]
		if v.Status != verdict.Contradicted || settledWrong(p, v.Share.Part, v.Whole) {
			continue
		}
		percent := &p.Prose().Mentions[v.Share.Percent]
		if near(v.Right, percent.Value, p.Number("tolerance")) {
			continue
		}
		part, whole, said := words(p, v.Share.Part), words(p, v.Whole), words(p, v.Share.Percent)
		f := finding(p, percent.Span, rules.Words{
			ZH: fmt.Sprintf("“%s”占“%s”的 %s%%，文中写的是“%s”；请核对。", part, whole, fixed(v.Right, percent.Value), said),
			EN: fmt.Sprintf("%q of %q is %s%%, the text says %q", part, whole, fixed(v.Right, percent.Value), said),
		})
		f.Expected, f.Actual = fixed(v.Right, percent.Value)+"%", said
		f.Key = part + " " + said
		p.Add(f)
	}
}
