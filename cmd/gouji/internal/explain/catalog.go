package explain

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
)

// Families parts the catalog by family, in its order.
func Families(c rules.Catalog) [][]*rules.Rule {
	var out [][]*rules.Rule
	at := map[string]int{}
	for _, r := range c {
		i, ok := at[r.Family.Key]
		if !ok {
			i = len(out)
			at[r.Family.Key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	return out
}

// Document is all of the catalog as a page of Markdown, in both languages: a
// list of the rules, then each of them.
func Document(c rules.Catalog) string {
	var b strings.Builder
	b.WriteString("# 规则 · Rules\n\n")
	b.WriteString("本页由规则各自的说明生成：`go test ./cmd/gouji -run Document -update`。一条规则：`gouji explain TB101`。\n\n")
	b.WriteString("Generated from what the rules say of themselves. 错误 is error, 核实 warning, 提示 info: how sure a finding is.\n")
	for _, family := range Families(c) {
		fmt.Fprintf(&b, "\n## %s\n\n| 代码 | 名称 | 程度 | 查什么 | What |\n|---|---|---|---|---|\n", Family(family[0].Family, "zh"))
		for _, r := range family {
			off := ""
			if r.Off {
				off = "（默认不用）"
			}
			fmt.Fprintf(&b, "| [%s](#%s) | %s | %s%s | %s | %s |\n", r.Code, anchor(r), r.Name, Severity(r, "zh"), off, Escaped(r.Title.ZH), Escaped(r.Title.EN))
		}
	}
	for _, r := range c {
		fmt.Fprintf(&b, "\n### %s %s\n\n%s\n", r.Code, r.Name, both(r))
	}
	return b.String()
}

// anchor is what a heading of a rule is called by those who show Markdown.
func anchor(r *rules.Rule) string { return strings.ToLower(r.Code) + "-" + r.Name }

// both explains a rule in Chinese and English, its samples once.
func both(r *rules.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** · %s\n\n%s\n", Escaped(r.Title.ZH), Escaped(r.Title.EN), facts(r, "zh"))
	zh, en := parts(r, "zh"), parts(r, "en")
	for i, p := range zh {
		if p.sample {
			fmt.Fprintf(&b, "\n%s · %s\n\n%s\n", p.head, en[i].head, fenced(p.words))
		} else {
			fmt.Fprintf(&b, "\n%s：%s\n\n%s: %s\n", p.head, Escaped(p.words), en[i].head, Escaped(en[i].words))
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
