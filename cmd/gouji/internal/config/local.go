package config

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/localrule"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Local is a rule of a project's own, with the samples that it is tested by.
type Local struct {
	Rule    *rules.Rule
	Place   schema.Place // of its [[rule]]
	Samples []Sample
	source  localrule.Source
}

// Sample is a report, or an excerpt of one, that a rule must find something in
// or nothing.
type Sample struct {
	Bad   bool
	TOML  string // in the structured form
	Text  string // as a text or Markdown file
	File  string // absolute
	Says  string // words that a finding must have; of a bad one
	Place schema.Place
}

// same reports whether two rules check the same and say the same.
func (l *Local) same(m *Local) bool {
	a, b := l.source, m.source
	return l.Rule.Name == m.Rule.Name && a.Title == b.Title && a.Severity == b.Severity && a.ForEach == b.ForEach &&
		a.Assert.Value == b.Assert.Value && a.Message.Value == b.Message.Value && a.Why == b.Why && a.Basis == b.Basis
}

func localKeys() key {
	sample := func(name string, doc rules.Words, keys ...key) key {
		return key{name: name, kind: tables, doc: doc, keys: append([]key{
			{name: "toml", kind: text, check: notEmpty, doc: rules.Words{ZH: "TOML 形式的年报或其中几段", EN: "a report in TOML, or a part of one"}},
			{name: "text", kind: text, check: notEmpty, doc: rules.Words{ZH: "文本或 Markdown 形式的年报", EN: "a report as text or Markdown"}},
			{name: "file", kind: text, check: notEmpty, doc: rules.Words{ZH: "年报文件，路径从本文件所在文件夹算起", EN: "a report, from the folder of this file"}},
		}, keys...)}
	}
	return key{name: "rule", kind: tables, doc: rules.Words{ZH: "本地规则", EN: "rules of the project's own"}, keys: []key{
		{name: "code", kind: text, required: true, check: localCode, doc: rules.Words{ZH: "代码：L、一个大写字母、三位数字，如 LC001", EN: "its code: L, a capital letter, three digits: LC001"}},
		{name: "name", kind: text, check: localName, doc: rules.Words{ZH: "名称：小写字母，用“-”连接", EN: "its name: words in lower case joined by hyphens"}},
		{name: "title", kind: text, required: true, check: notEmpty, doc: rules.Words{ZH: "标题：问题是什么", EN: "its title: what is wrong"}},
		{name: "severity", kind: text, values: []string{"error", "warning", "info"}, doc: rules.Words{ZH: "问题的程度，默认 warning", EN: "the severity of its findings, warning unless said"}},
		{name: "for_each", kind: text, values: localrule.Units, doc: rules.Words{ZH: "对什么逐一检查：report 报告（默认）、row 表中的行、column 列、claim 文中的说法", EN: "what it is held to, one by one; the report unless said"}},
		{name: "assert", kind: text, required: true, doc: rules.Words{ZH: "应当成立的条件（CEL 表达式）", EN: "what must hold: a CEL expression"}},
		{name: "message", kind: text, required: true, check: notEmpty, doc: rules.Words{ZH: "不成立时说的话；{…} 里是 CEL 表达式", EN: "what is said where it does not hold; {…} is a CEL expression"}},
		{name: "why", kind: text, check: notEmpty, doc: rules.Words{ZH: "为什么有这条规则", EN: "why there is the rule"}},
		{name: "basis", kind: text, check: notEmpty, doc: rules.Words{ZH: "依据", EN: "what it rests on"}},
		sample("good", rules.Words{ZH: "没有问题的样例，gouji test-rules 用", EN: "samples in which nothing is found, for gouji test-rules"}),
		sample("bad", rules.Words{ZH: "有问题的样例，gouji test-rules 用", EN: "samples in which something is found, for gouji test-rules"},
			key{name: "says", kind: text, check: notEmpty, doc: rules.Words{ZH: "说的话里应有的字", EN: "words that the message must have"}}),
	}}
}

func localCode(s string) *fault {
	if rules.LocalCode(s) {
		return nil
	}
	return &fault{words: rules.Words{
		ZH: fmt.Sprintf("本地规则的代码应为 L、一个大写字母、三位数字，如 LC001，不能是“%s”", s),
		EN: fmt.Sprintf("the code of a local rule is L, a capital letter and three digits, such as LC001, not %q", s),
	}}
}

func localName(s string) *fault {
	if rules.ValidName(s) {
		return nil
	}
	return &fault{words: rules.Words{ZH: "名称只能是小写字母，用“-”连接，如 overview-length", EN: "a name is words in lower case joined by hyphens, such as overview-length"}}
}

// stubs are the file's own rules as far as its other keys may name them.
func stubs(n schema.TOMLNode) rules.Catalog {
	var out rules.Catalog
	for _, item := range n.Child("rule").Items() {
		if code := item.Child("code").Text(); rules.LocalCode(code) {
			out = append(out, localrule.Stub(code, item.Child("name").Text()))
		}
	}
	return out
}

// locals compiles the rules of a file; known are those that are there already.
func (v *validator) locals(n schema.TOMLNode, known rules.Catalog, dir string) []*Local {
	var out []*Local
	for _, item := range n.Child("rule").Items() {
		l := &Local{Place: item.Place(), source: localSource(item)}
		v.samples(l, item, dir)
		rule, faults := localrule.Compile(l.source)
		for _, f := range faults {
			if item.Child("assert").Kind() == schema.TOMLString && item.Child("message").Kind() == schema.TOMLString {
				v.fail(f.Place, f.Words.ZH, f.Words.EN)
			}
		}
		if rule == nil {
			continue
		}
		l.Rule = rule
		l.explain()
		v.taken(item, rule, known)
		known = append(known[:len(known):len(known)], rule)
		out = append(out, l)
	}
	return out
}

// taken finds codes and names that stand for two rules.
func (v *validator) taken(n schema.TOMLNode, rule *rules.Rule, known rules.Catalog) {
	for _, r := range known {
		if r.Code == rule.Code {
			v.fail(n.Child("code").Place(), fmt.Sprintf("代码“%s”已经用于另一条规则", r.Code), fmt.Sprintf("another rule has the code %q", r.Code))
		}
		if r.Name == rule.Name && r.Code != rule.Code {
			v.fail(n.Child("name").Place(), fmt.Sprintf("名称“%s”已经用于规则 %s", r.Name, r.Code), fmt.Sprintf("rule %s has the name %q", r.Code, r.Name))
		}
	}
}

func localSource(n schema.TOMLNode) localrule.Source {
	return localrule.Source{
		Code: n.Child("code").Text(), Name: n.Child("name").Text(), Title: n.Child("title").Text(),
		Severity: severity(n.Child("severity").Text()), ForEach: n.Child("for_each").Text(),
		Assert: n.Child("assert").Words(), Message: n.Child("message").Words(),
		Why: n.Child("why").Text(), Basis: n.Child("basis").Text(), Place: n.Place(),
	}
}

func (v *validator) samples(l *Local, n schema.TOMLNode, dir string) {
	for _, name := range []string{"bad", "good"} {
		for _, item := range n.Child(name).Items() {
			s := Sample{
				Bad: name == "bad", TOML: item.Child("toml").Text(), Text: item.Child("text").Text(),
				Says: item.Child("says").Text(), Place: item.Place(),
			}
			given := 0
			for _, k := range []string{"toml", "text", "file"} {
				if strings.TrimSpace(item.Child(k).Text()) != "" {
					given++
				}
			}
			if given != 1 {
				v.fail(item.Place(), "样例要写 toml、text、file 中的一项", "a sample has one of toml, text and file")
				continue
			}
			if f := item.Child("file").Text(); f != "" {
				s.File = from(dir, f)
			}
			l.Samples = append(l.Samples, s)
		}
	}
}

// explain shows the first samples where the rule is explained.
func (l *Local) explain() {
	for _, s := range l.Samples {
		to := &l.Rule.Doc.Good
		if s.Bad {
			to = &l.Rule.Doc.Bad
		}
		if *to == "" {
			*to = s.TOML + s.Text
			if s.File != "" {
				*to = Shown(s.File)
			}
			*to = strings.Trim(*to, "\r\n")
		}
	}
}
