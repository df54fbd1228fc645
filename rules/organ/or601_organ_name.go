package organ

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Name is OR601.
var Name = &rules.Rule{
	Code: "OR601", Name: "organ-name", Family: rules.Organ, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "机关名称前后不一", EN: "the organ's names do not agree"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "标题、前言、正文、落款里的机关应是同一个。简称、带或不带上级地名、党政办落款、镇与街道更名都算一致；同类的另一机关（青石镇的报告由白石镇落款）需核实。已更名、合并的，可在 gouji.toml 里写明别名。",
			EN: "title, preface, text and signature name one organ; short forms, places above it, its office and a change of rank agree; another organ of the same kind is to be looked at; former names may be given in gouji.toml",
		},
		Why:   rules.Words{ZH: "借用别的机关的稿子改写，最容易漏改名称。", EN: "a text taken from another organ keeps its name somewhere"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号：内容雷同、不准确的，应督促整改", EN: "circular 〔2021〕30: copied or inaccurate content is to be corrected"},
		Bad:   "一、总体情况\n2024年，临江县柳渡街道认真落实《条例》，稳步推进公开。",
		Good:  "一、总体情况\n2024年，云溪街道认真落实《条例》，稳步推进公开。",
	},
	Check: checkName,
}

func checkName(p *rules.Pass) {
	r := p.Report
	own := parse(r.Organ.Value)
	if own.kind == unknown {
		return
	}
	if signed := parse(r.Signature.Value); r.Signature.Value != r.Organ.Value && !own.sameAs(signed, p.Facts()) && !renamed(p, signed) {
		p.Add(nameFinding(p, r.Signature, 0, len(r.Signature.Value), signed, own, rules.Words{ZH: "落款", EN: "the signature"}))
	}
	if own.kind != town {
		return
	}
	prose := p.Prose()
	said := map[string]bool{}
	for i := range prose.Paragraphs {
		para := &prose.Paragraphs[i]
		for _, s := range para.Sentences() {
			for _, m := range mentions(para.View(), s.I, s.J, para.Section == "") {
				if m.accounts || said[m.name.core] || own.sameAs(m.name, p.Facts()) || renamed(p, m.name) {
					continue
				}
				said[m.name.core] = true
				span := prose.Span(i, m.i, m.j)
				where := rules.Words{ZH: "正文", EN: "the text"}
				if para.Section == "" {
					where = rules.Words{ZH: "前言", EN: "the preface"}
				}
				p.Add(nameFinding(p, para.Text, span.I, span.J, m.name, own, where))
			}
		}
	}
}

// nameFinding is the finding of another organ's name in t.
func nameFinding(p *rules.Pass, t schema.Text, i, j int, got, own name, where rules.Words) rules.Finding {
	hint := rules.Words{ZH: "疑似借用了别的机关的文字；如为更名、合并，请在文中说明", EN: "the text may be another organ's"}
	if isSlip(got, own) {
		hint = rules.Words{ZH: "两个名称只差一个字，疑似错字", EN: "the names differ in one character"}
	}
	f := rules.Finding{
		Message: rules.Words{
			ZH: fmt.Sprintf("报告的机关是%s，%s写的是%s，%s。", own.full, where.ZH, got.full, hint.ZH),
			EN: fmt.Sprintf("the report is of %s, %s names %s; %s", own.full, where.EN, got.full, hint.EN),
		},
		Place: t.Place(i, j), Excerpt: rules.WordsExcerpt(t, i, j), Actual: got.full, Expected: own.full, Key: got.full,
	}
	if o := p.Report.Organ; !o.IsEmpty() {
		f.Related = []rules.Related{{
			Message: rules.Words{ZH: "报告的机关", EN: "the organ of the report"}, Place: o.Whole(), Excerpt: rules.WordsExcerpt(o, 0, len(o.Value)),
		}}
	}
	return f
}

// isSlip reports whether the names of two organs differ in one character.
func isSlip(a, b name) bool {
	x, y := []rune(a.core), []rune(b.core)
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	differ := 0
	for i := range x {
		if x[i] != y[i] {
			differ++
		}
	}
	return differ == 1
}

// renamed reports whether the text tells of a change by which the other organ
// may have become this one.
func renamed(p *rules.Pass, other name) bool {
	prose := p.Prose()
	for i := range prose.Paragraphs {
		s := prose.Paragraphs[i].View()
		if strings.Contains(s, other.core) && containsAny(s, []string{"更名", "合并", "撤并", "并入", "划入", "撤镇", "撤乡", "改设", "托管", "代管", "组建"}) {
			return true
		}
	}
	return false
}
