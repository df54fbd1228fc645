package number

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/verdict"
)

// Growths is NR303.
var Growths = &rules.Rule{
	Code: "NR303", Name: "growth", Family: rules.Number, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "增减幅度算错", EN: "a growth is miscalculated"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "同一句写明了基数的增减（较上年的305条增长18.7%、由305件增至362件、上年305条，增加57条），用两个数重算百分比或差额，并核对是增是减。四舍五入和去尾都算对。没有写基数的不判。",
			EN: "a change told with the number it started from is worked out again, in percent or as a difference, with its direction; without a stated base nothing is said",
		},
		Why:   rules.Words{ZH: "今年的数改了、增幅没有重算，或增减写反。", EN: "this year's number was changed and the growth was not, or up and down were exchanged"},
		Basis: rules.Words{ZH: "增幅等于增减数除以上年数", EN: "growth is the change divided by last year's number"},
		Bad:   "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息126条，较上年的105条增长30%。",
		Good:  "一、总体情况\n（一）主动公开。2024年，街道主动公开政府信息126条，较上年的105条增长20%。",
	},
	Options: []rules.Option{{Key: "tolerance", Doc: toleranceDoc, Default: 1, Max: 1000}},
	Check:   checkGrowths,
}

func checkGrowths(p *rules.Pass) {
	growths := p.Sums().Growths
	for i := range growths {
		v := &growths[i]
		if v.Status != verdict.Contradicted || settledWrong(p, v.Now, v.Base) {
			continue
		}
		change := &p.Prose().Mentions[v.Growth.Change]
		if !v.Growth.Absolute && v.Fell == v.Growth.Down && near(v.Right, change.Value, p.Number("tolerance")) {
			continue
		}
		now, base, said := words(p, v.Now), words(p, v.Base), words(p, v.Growth.Change)
		right, unit := v.Right.String(), change.Unit
		if !v.Growth.Absolute {
			right, unit = fixed(v.Right, change.Value), "%"
		}
		f := finding(p, change.Span, rules.Words{
			ZH: fmt.Sprintf("由“%s”到“%s”，应%s %s%s，文中写的是%s“%s”；请核对。", base, now, direction(v.Fell).ZH, right, unit, direction(v.Growth.Down).ZH, said),
			EN: fmt.Sprintf("from %q to %q it is %s by %s%s, the text says %s by %q", base, now, direction(v.Fell).EN, right, unit, direction(v.Growth.Down).EN, said),
		})
		f.Expected, f.Actual = right+unit, said
		f.Key = base + " " + now + " " + said
		p.Add(f)
	}
}

func direction(down bool) rules.Words {
	if down {
		return rules.Words{ZH: "下降", EN: "down"}
	}
	return rules.Words{ZH: "增长", EN: "up"}
}
