package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
)

func (a *app) rulesCommand() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "rules " + a.say("[参数]", "[flags]"),
		Short: a.say("列出全部规则", "list the rules"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrong("gouji rules 后面不用写别的；要看一条规则：gouji explain %s", "gouji rules takes no argument; to read about one: gouji explain %s", args[0])
			}
			var buf bytes.Buffer
			switch format {
			case "md":
				a.rulesMarkdown(&buf)
			case "json":
				if err := a.rulesJSON(&buf); err != nil {
					return err
				}
			default:
				a.rulesText(&buf)
			}
			_, err := a.Stdout.Write(buf.Bytes())
			return err
		},
	}
	cmd.Flags().Var(newChoice(&format, "text", "md", "json"), "format", a.say("输出格式", "format of the list"))
	return cmd
}

// families parts the catalog by family, in its order.
func families(c rules.Catalog) [][]*rules.Rule {
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

func (a *app) rulesText(buf *bytes.Buffer) {
	name, severity := 0, 0
	for _, r := range a.catalog {
		name = max(name, layout.Width(r.Name))
		severity = max(severity, layout.Width(a.severity(r)))
	}
	for i, family := range families(a.catalog) {
		if i > 0 {
			buf.WriteByte('\n')
		}
		fmt.Fprintf(buf, "%s\n", a.family(family[0].Family))
		for _, r := range family {
			off := ""
			if r.Off {
				off = a.say("（默认不用）", " (off by default)")
			}
			fmt.Fprintf(buf, "  %s  %s  %s  %s%s\n", r.Code, layout.Pad(r.Name, name, false),
				layout.Pad(a.severity(r), severity, false), r.Title.In(a.lang), off)
		}
	}
}

func (a *app) rulesMarkdown(buf *bytes.Buffer) {
	cell := func(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
	for i, family := range families(a.catalog) {
		if i > 0 {
			buf.WriteByte('\n')
		}
		fmt.Fprintf(buf, "## %s\n\n%s\n|---|---|---|---|\n", a.family(family[0].Family),
			a.say("| 代码 | 名称 | 程度 | 查什么 |", "| Code | Name | Severity | What it looks at |"))
		for _, r := range family {
			fmt.Fprintf(buf, "| %s | %s | %s | %s |\n", r.Code, r.Name, a.severity(r), cell(r.Doc.What.In(a.lang)))
		}
	}
}

// rulesJSON lists the rules with all their words in both languages.
func (a *app) rulesJSON(buf *bytes.Buffer) error {
	type words struct {
		ZH string `json:"zh"`
		EN string `json:"en"`
	}
	type rule struct {
		Code     string `json:"code"`
		Name     string `json:"name"`
		Family   string `json:"family"`
		Severity string `json:"severity"`
		Since    string `json:"since"`
		Off      bool   `json:"off,omitempty"`
		Title    words  `json:"title"`
		What     words  `json:"what"`
		Why      words  `json:"why"`
		Basis    words  `json:"basis"`
		Bad      string `json:"bad"`
		Good     string `json:"good"`
	}
	list := []rule{}
	for _, r := range a.catalog {
		list = append(list, rule{
			r.Code, r.Name, r.Family.Key, r.Severity.String(), r.Since, r.Off,
			words(r.Title), words(r.Doc.What), words(r.Doc.Why), words(r.Doc.Basis), r.Doc.Bad, r.Doc.Good,
		})
	}
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string]any{"version": 1, "rules": list})
}

func (a *app) family(f rules.Family) string { return a.say(f.ZH+" "+f.Key, f.Key) }

func (a *app) severity(r *rules.Rule) string { return a.say(r.Severity.ZH(), r.Severity.String()) }
