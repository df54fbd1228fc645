package across

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/alike"
)

// shownPairs is how many sentences are shown side by side.
const shownPairs = 4

// degree says how much of a text is the same.
func degree(share int) rules.Words {
	switch {
	case share >= 90:
		return rules.Words{ZH: "几乎全部相同", EN: "nearly all the same"}
	case share >= 70:
		return rules.Words{ZH: "大部分相同", EN: "mostly the same"}
	}
	return rules.Words{ZH: "约一半以上相同", EN: "about half the same, or more"}
}

// copiedText is the finding about two reports, with their sentences side by side.
func (s *shelf) copiedText(p pair, section string) rules.Finding {
	this, that := s.record(p.this), s.record(p.that)
	texts := [2]alike.Text{alike.Of(this, section), alike.Of(that, section)}
	pairs := alike.Pairs(texts[0], texts[1])
	f := rules.Finding{Place: this.Title, Key: fmt.Sprintf("text %s %d", s.Groups[p.that.group].Organ.Name, that.Year), Actual: fmt.Sprintf("%d%%", p.share())}
	what := rules.Words{ZH: "这份报告的文字", EN: "the prose"}
	whose := rules.Words{ZH: fmt.Sprintf("%d年度报告", that.Year), EN: fmt.Sprintf("that of %d", that.Year)}
	ask := "请按当年情况重写"
	if section != "" {
		what = rules.Words{ZH: "“存在的问题及改进情况”一节", EN: "the section on problems and plans"}
	}
	if p.that.group != p.this.group {
		name := s.Groups[p.that.group].Organ.Name
		whose = rules.Words{ZH: fmt.Sprintf("%s%d年度报告", name, that.Year), EN: fmt.Sprintf("that of %s, %d", name, that.Year)}
		ask = "请核实是否抄用，是不是上级统一的写法"
	}
	if len(pairs) > 0 {
		f.Place = this.Prose[pairs[0].This.Paragraph].Place
		f.Excerpt = rules.Excerpt{Line: cut(pairs[0].This.Words)}
	}
	d := degree(p.share())
	f.Message = rules.Words{
		ZH: fmt.Sprintf("%s与%s%s（约 %d 字，占 %d%%，固定用语和机关名称不计）%s；%s。", what.ZH, whose.ZH, d.ZH, alike.Characters(p.common), p.share(), same(pairs).ZH, ask),
		EN: fmt.Sprintf("%s is %s as %s: about %d characters, %d%%, set phrases and names left out%s", what.EN, d.EN, whose.EN, alike.Characters(p.common), p.share(), same(pairs).EN),
	}
	if p.also > 0 {
		f.Message.ZH = strings.TrimSuffix(f.Message.ZH, "。") + fmt.Sprintf("；另有 %d 份报告也雷同。", p.also)
		f.Message.EN += fmt.Sprintf("; %d more reports are like it", p.also)
	}
	f.Related = s.sideBySide(p, pairs)
	return f
}

// same says in how many of the sentences the figures are the same, too.
func same(pairs []alike.Pair) rules.Words {
	n := 0
	first := ""
	for _, p := range pairs {
		if p.SameFigures() {
			if n++; n == 1 {
				first = cut(p.This.Words)
			}
		}
	}
	if n == 0 {
		return rules.Words{}
	}
	return rules.Words{
		ZH: fmt.Sprintf("，其中 %d 句连数字也没有变，如“%s”", n, first),
		EN: fmt.Sprintf("; %d sentences have the same figures, as %q", n, first),
	}
}

// sideBySide shows the first sentences that both reports have, those with the same
// figures first.
func (s *shelf) sideBySide(p pair, pairs []alike.Pair) []rules.Related {
	that := s.record(p.that)
	var out []rules.Related
	for _, figures := range []bool{true, false} {
		for _, q := range pairs {
			if q.SameFigures() != figures || len(out) == shownPairs {
				continue
			}
			out = append(out, rules.Related{
				Message: rules.Words{ZH: fmt.Sprintf("本报告“%s”，对方“%s”", cut(q.This.Words), cut(q.That.Words)), EN: fmt.Sprintf("here %q, there %q", cut(q.This.Words), cut(q.That.Words))},
				Place:   that.Prose[q.That.Paragraph].Place,
			})
		}
	}
	if len(out) == 0 {
		out = append(out, titled(that, rules.Words{ZH: "雷同的报告", EN: "the report like it"}))
	}
	return out
}

// cut keeps of a sentence what can be shown.
func cut(words string) string {
	const most = 60
	if r := []rune(words); len(r) > most {
		return string(r[:most]) + "…"
	}
	return words
}
