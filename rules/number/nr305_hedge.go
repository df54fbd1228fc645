package number

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Hedge is NR305.
var Hedge = &rules.Rule{
	Code: "NR305", Name: "hedge", Family: rules.Number, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "确数与“余”“约”并用", EN: "an exact number is hedged"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "“余”“多”跟在整十、整百、整千的数后面（20余条、300多件、1.2万余次）；跟在精确到个位的数后面（15余条、269余件）、或与“约”“近”同用（约300余条）的，写法有误。",
			EN: "余 and 多 follow round numbers (20余条, 1.2万余次); behind a number exact to its last digit, or together with 约 or 近, they make no sense",
		},
		Why:   rules.Words{ZH: "多半是先写了约数，后来填上确数，忘了删“余”；读的人不知道究竟是多少。", EN: "an estimate was replaced by the exact number and the hedge was left; nobody can tell what is meant"},
		Basis: rules.Words{ZH: "数字用法：概数词不与确数并用", EN: "usage: a hedge does not go with an exact number"},
		Bad:   "一、总体情况\n（四）平台建设。街道公众号推送信息85余篇。",
		Good:  "一、总体情况\n（四）平台建设。街道公众号推送信息80余篇，走访群众十余次，阅读量1.2万余次。",
	},
	Check: checkHedges,
}

func checkHedges(p *rules.Pass) {
	prose := p.Prose()
	for i := range prose.Mentions {
		m := &prose.Mentions[i]
		if m.Class != narrative.Quantity && m.Class != narrative.Percent {
			continue
		}
		text := prose.Paragraphs[m.Paragraph].Text.Value
		hedge := hedgeBehind(text[m.I:m.J], m.Raw)
		if hedge == "" {
			continue
		}
		switch front := hedgeBefore(text[:m.I]); {
		case isExact(m):
			p.Add(exactHedge(p, m, hedge))
		case front != "":
			p.Add(doubleHedge(p, m, front, hedge))
		}
	}
}

// hedgeBehind returns 余 or 多 directly behind the figure, but not 余 as the
// measure word's place: 15余条.
func hedgeBehind(words, raw string) string {
	rest := strings.TrimLeft(strings.TrimPrefix(words, raw), " \t\n\u3000")
	for _, h := range []string{"余", "多"} {
		if strings.HasPrefix(rest, h) {
			return h
		}
	}
	return ""
}

// hedgeBefore returns 约 or 近 in front of the figure. 近 may end a word: 最近, 附近.
func hedgeBefore(before string) string {
	before = strings.TrimRight(before, " \t\n\u3000")
	r, size := utf8.DecodeLastRuneInString(before)
	last, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	switch {
	case r == '约' && !strings.ContainsRune("条契合节预制特公缔", last), r == '近' && !strings.ContainsRune("最附临邻接新靠亲远", last):
		return string(r)
	}
	return ""
}

// least is the smallest number that 余 makes no sense behind: 10余 is right, and
// below it 余 is no hedge (3多 is rare, 2余 a slip of another kind).
const least = 11

// isExact reports whether a figure in digits is exact to its last one. One in 万
// (1.25万余) or with a fraction is round.
func isExact(m *narrative.Mention) bool {
	v, ok := m.Value.Int64()
	if !ok || v < least || v%10 == 0 || m.Value.Places() > 0 {
		return false
	}
	for _, r := range m.Raw {
		if r > 0x2000 && (r < '０' || r > '９') && r != '，' {
			return false // 十五余, 12万余
		}
	}
	return true
}

func exactHedge(p *rules.Pass, m *narrative.Mention, hedge string) rules.Finding {
	v, _ := m.Value.Int64()
	said := flat(p.Prose().Words(m.Span))
	exact, round := strings.Replace(said, hedge, "", 1), fmt.Sprintf("%d%s%s", v/10*10, hedge, m.Unit)
	f := finding(p, m.Span, rules.Words{
		ZH: fmt.Sprintf("“%s”：%d 是确数，后面不能再带“%s”；准确的写“%s”，概数写“%s”。", said, v, hedge, exact, round),
		EN: fmt.Sprintf("%q: %d is exact and cannot be hedged; write %q if it is exact, %q if it is not", said, v, exact, round),
	})
	f.Actual = said
	return f
}

func doubleHedge(p *rules.Pass, m *narrative.Mention, front, hedge string) rules.Finding {
	said := flat(p.Prose().Words(m.Span))
	without := strings.Replace(said, hedge, "", 1)
	f := finding(p, m.Span, rules.Words{
		ZH: fmt.Sprintf("“%s%s”：“%s”与“%s”意思重复，只留一个，写“%s%s”或“%s”。", front, said, front, hedge, front, without, said),
		EN: fmt.Sprintf("%q is hedged twice; keep one of %s and %s", front+said, front, hedge),
	})
	f.Severity, f.Actual = rules.Info, front+said
	return f
}
