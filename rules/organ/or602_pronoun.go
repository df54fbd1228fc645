package organ

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Pronoun is OR602.
var Pronoun = &rules.Rule{
	Code: "OR602", Name: "pronoun", Family: rules.Organ, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "自称与机关不符", EN: "the organ calls itself what it is not"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "乡镇、街道的报告里出现“我局”，局的报告里出现“我镇”，县里的报告出现“我旗”。本机关、我单位、上级所在的我县、我市都可以用。",
			EN: "a township that says 我局, a bureau that says 我镇, an organ of a county that says 我旗; 本机关 and the places above are lawful",
		},
		Why:   rules.Words{ZH: "借用别的机关的稿子改写，最容易漏改自称。", EN: "a text taken from another organ keeps its words somewhere"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号：内容雷同、不准确的，应督促整改", EN: "circular 〔2021〕30: copied or inaccurate content is to be corrected"},
		Bad:   "一、总体情况\n2024年，我局认真落实《条例》，稳步推进公开。",
		Good:  "一、总体情况\n2024年，我街道在我县统一部署下认真落实《条例》，本机关稳步推进公开。",
	},
	Check: checkPronoun,
}

// shared are words in front of 本 that make it each one's own: 各局公开本局信息.
var shared = []string{"各", "每", "要求", "指导", "督促", "村", "社区", "乡镇", "部门", "单位", "所在", "由"}

// goesOn are characters with which a word of another meaning goes on: 本区域,
// 本局部, 我委托.
var goesOn = map[string]string{"区": "域间别划", "局": "部面势限", "委": "托派", "乡": "土", "院": "落", "县": "域", "镇": "域", "市": "场", "街道": ""}

func checkPronoun(p *rules.Pass) {
	own := organ(p.Report)
	k := kindOf(p, own)
	if k == unknown {
		return
	}
	names := own.full + clean(p.Report.Title.Value) + clean(p.Report.Signature.Value)
	if o := p.Facts().Organ(p.Report.Organ.Value); o != nil {
		names += o.Name + o.Parent + strings.Join(o.Aliases, "") + strings.Join(o.Abbreviations, "")
	}
	prose := p.Prose()
	var order []string
	found := map[string][]*narrative.Self{}
	for i := range prose.Selves {
		s := &prose.Selves[i]
		if grave(k, names, s.Level) == 0 || strings.Contains(goesOn[s.Level], s.Next) && s.Next != "" || s.Prefix == "本" && containsAny(s.Front, shared) {
			continue
		}
		word := s.Prefix + s.Level
		if found[word] == nil {
			order = append(order, word)
		}
		found[word] = append(found[word], s)
	}
	for _, word := range order {
		p.Add(pronounFinding(prose, own, word, found[word], grave(k, names, found[word][0].Level)))
	}
}

// grave says how sure it is that an organ of that kind, with those names, cannot
// call itself by the level; 0 when it can.
func grave(k kind, names, level string) rules.Severity {
	names = mask(names)
	switch level {
	case "镇", "乡", "苏木", "街道", "街道办", "街道办事处":
		switch {
		case strings.Contains(names, strings.TrimSuffix(strings.TrimSuffix(level, "办事处"), "办")):
			return 0
		case k == town && (level == "镇" || level == "乡") && strings.ContainsAny(names, "镇乡"):
			return rules.Info
		}
		return rules.Warning
	case "局", "厅", "委", "校", "院", "支队", "大队", "学校", "医院", "公司":
		if strings.Contains(names, level) {
			return 0
		}
		return rules.Warning
	case "县", "旗", "区":
		return graveArea(k, names, level)
	}
	return 0
}

// graveArea judges a level of places: those above the organ are its own, too, as
// far as the names tell them. 我区 may be the autonomous region.
func graveArea(k kind, names, level string) rules.Severity {
	counties := strings.ContainsAny(names, "县区旗")
	switch {
	case strings.Contains(names, level) || strings.ContainsAny(names, "州盟省"):
		return 0
	case !counties && (k == town || level == "区" || !strings.Contains(names, "市")):
		return 0
	case level == "区":
		return rules.Info
	}
	return rules.Warning
}

func pronounFinding(prose *narrative.Prose, own name, word string, all []*narrative.Self, severity rules.Severity) rules.Finding {
	times := rules.Words{}
	if len(all) > 1 {
		times = rules.Words{ZH: fmt.Sprintf("（共%d处）", len(all)), EN: fmt.Sprintf(" (%d times)", len(all))}
	}
	first := all[0]
	text := prose.Paragraphs[first.Paragraph].Text
	f := rules.Finding{
		Severity: severity, Place: text.Place(first.I, first.J), Excerpt: rules.WordsExcerpt(text, first.I, first.J), Actual: word, Key: word,
		Message: rules.Words{
			ZH: fmt.Sprintf("报告的机关是%s，文中却自称“%s”%s，疑似借用了别的机关的文字。", own.full, word, times.ZH),
			EN: fmt.Sprintf("the report is of %s, its text says %s%s", own.full, word, times.EN),
		},
	}
	if severity == rules.Info {
		f.Message.ZH = fmt.Sprintf("报告的机关是%s，文中用了“%s”%s，请核对称谓是否恰当。", own.full, word, times.ZH)
	}
	for _, s := range all[1:] {
		t := prose.Paragraphs[s.Paragraph].Text
		f.Related = append(f.Related, rules.Related{
			Message: rules.Words{ZH: "此处也称“" + word + "”", EN: "said here, too"}, Place: t.Place(s.I, s.J), Excerpt: rules.WordsExcerpt(t, s.I, s.J),
		})
	}
	return f
}
