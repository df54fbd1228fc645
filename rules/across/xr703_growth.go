package across

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema"
)

// Growth is XR703.
var Growth = &rules.Rule{
	Code: "XR703", Name: "growth-base", Family: rules.Across, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "与上年相比的增减和上年报告对不上", EN: "a change since last year is not the one from last year's report"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "文字说今年某数比上年增减多少、或上年是多少的，用上一年度报告的数核对。申请的上年数有三种口径（新收、新收加上年结转、办结），合上一种即不提示；四舍五入和去尾都算对。主动公开总数按上年报告文字所写、单位相同的数核对。句中有两个今年的数、与其他时间相比、上年数为 0 的不判断。",
			EN: "where the prose tells how a number changed since last year, or what it was, it is held to last year's report; applications may be counted from those received, received with those carried in, or concluded, rounded or cut off; items published are held to the number that last year's prose tells in the same unit",
		},
		Why:   rules.Words{ZH: "增幅常照抄去年的句子，或上年数凭印象填写；读者拿两年的报告一比就能看出。", EN: "the sentence is copied from last year, or the base is told from memory; readers have both reports"},
		Basis: rules.Words{ZH: "增幅等于增减数除以上年数，上年数以上年报告为准", EN: "growth is the change divided by last year's number, which last year's report tells"},
		Bad:   "2023年度：主动公开政府信息285条。\n2024年度：主动公开政府信息362条，较上年的305条增长18.7%。",
		Good:  "2023年度：主动公开政府信息305条。\n2024年度：主动公开政府信息362条，较上年的305条增长18.7%。",
	},
	Across: checkGrowth,
}

func checkGrowth(b *rules.Beside) {
	for i, this := range b.Members {
		before := b.Before(i)
		for k := range this.Growths {
			g := &this.Growths[k]
			if last, bases := unfit(before, g); last != nil {
				b.Add(i, growthFinding(last, g, bases))
			}
		}
	}
}

// base is a number of last year's report that a growth may be counted from.
type base struct {
	record.Range
	name rules.Words
	at   schema.Place
}

// unfit returns last year's report and its numbers when none of them fits the
// growth; nil when one does, or when a number is missing.
func unfit(before []rules.Member, g *record.Growth) (*record.Record, []base) {
	var from *record.Record
	var told []base
	for _, last := range before {
		bases := basesOf(last.Record, g)
		for _, b := range bases {
			if fitsBase(g, b) {
				return nil, nil
			}
		}
		if len(bases) == 0 {
			return nil, nil
		}
		if from == nil {
			from, told = last.Record, bases
		}
	}
	return from, told
}

// fitsBase reports whether the growth may be counted from the number. From 0
// nothing can be counted in percent.
func fitsBase(g *record.Growth, b base) bool {
	if g.Told {
		return g.Base.Meets(b.Range)
	}
	return !g.Absolute && b.Lo <= 0 || verdict.Grew(g, b.Range)
}

// basesOf lists the numbers that last year's report tells of what grew; none when
// one of them cannot be told, or is in doubt.
func basesOf(last *record.Record, g *record.Growth) []base {
	if len(g.Readings) == 0 {
		return publishedBases(last, g.Unit)
	}
	var out []base
	for _, cells := range g.Readings {
		sum, names := int64(0), rules.Words{}
		for n, id := range cells {
			v, ok := last.Value(id).Int()
			if !ok || last.InDoubt(id) {
				return nil
			}
			sum += v
			name := rowName(last, id)
			if n > 0 {
				names.ZH, names.EN = names.ZH+"加", names.EN+" and "
				_, name.ZH, _ = strings.Cut(name.ZH, "“")
				name.ZH = "“" + name.ZH
			}
			names.ZH, names.EN = names.ZH+name.ZH, names.EN+name.EN
		}
		out = append(out, base{record.Exactly(sum), names, last.Place(cells[0])})
	}
	return out
}

// publishedBases lists what last year's prose tells of all items published: none
// in other units, or when it tells two numbers.
func publishedBases(last *record.Record, unit string) []base {
	var out []base
	for _, p := range last.Published {
		switch {
		case p.Unit != unit, len(out) > 0 && !out[0].Meets(p.Range):
			return nil
		case len(out) == 0:
			out = append(out, base{p.Range, rules.Words{ZH: "文中“" + p.Said + "”", EN: fmt.Sprintf("its words %q", p.Said)}, p.Place})
		}
	}
	return out
}

func growthFinding(last *record.Record, g *record.Growth, bases []base) rules.Finding {
	f := rules.Finding{
		Place: g.Place, Excerpt: rules.Excerpt{Line: g.Line, Start: g.Start, End: g.End}, Actual: g.Said, Key: g.NowSaid + " " + g.Said,
		Related: []rules.Related{{Message: rules.Words{ZH: fmt.Sprintf("%d年度报告%s", last.Year, bases[0].name.ZH), EN: fmt.Sprintf("the report of %d, %s", last.Year, bases[0].name.EN)}, Place: bases[0].at}},
	}
	if g.Sure {
		f.Severity = rules.Error
	}
	was := tellBases(bases)
	if g.Told {
		f.Expected = fmt.Sprint(bases[0].Lo) + g.Unit
		f.Message = rules.Words{
			ZH: fmt.Sprintf("文中说%s上年为“%s”，与%d年度报告不符：%s；请核对两年的报告，口径有变化的应当说明。", g.Name[0], g.Said, last.Year, was.ZH),
			EN: fmt.Sprintf("the text says %q of last year's %s, the report of %d says otherwise: %s", g.Said, g.Name[1], last.Year, was.EN),
		}
		return f
	}
	var zh, en []string
	for n, b := range bases {
		change, fell := verdict.Change(g, b.Lo)
		unit := g.Unit
		if !g.Absolute {
			unit = "%"
		}
		up, upEN := "增长", "up by"
		if fell {
			up, upEN = "下降", "down by"
		}
		if n == 0 {
			f.Expected = change.String() + unit
		}
		zh, en = append(zh, fmt.Sprintf("按 %d%s算%s %s%s", b.Lo, g.Unit, up, change, unit)), append(en, fmt.Sprintf("from %d %s %s%s", b.Lo, upEN, change, unit))
	}
	said, saidEN := "增长", "up by"
	if g.Down {
		said, saidEN = "下降", "down by"
	}
	f.Message = rules.Words{
		ZH: fmt.Sprintf("%s“%s”比上年%s“%s”，与%d年度报告算不到一起（%s）：%s；请核对两年的报告，口径有变化的应当说明。", g.Name[0], g.NowSaid, said, g.Said, last.Year, was.ZH, strings.Join(zh, "，")),
		EN: fmt.Sprintf("%s: %q is said to be %s %q, which no number of the report of %d leads to (%s): %s", g.Name[1], g.NowSaid, saidEN, g.Said, last.Year, was.EN, strings.Join(en, ", ")),
	}
	return f
}

// tellBases names last year's numbers: 新收 10、….
func tellBases(bases []base) rules.Words {
	var zh, en []string
	for _, b := range bases {
		n := fmt.Sprint(b.Lo)
		if b.Hi != b.Lo {
			n += "–" + fmt.Sprint(b.Hi)
		}
		zh, en = append(zh, b.name.ZH+"为 "+n), append(en, b.name.EN+" is "+n)
	}
	return rules.Words{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}
