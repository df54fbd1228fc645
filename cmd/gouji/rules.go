package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/explain"
	"github.com/gouji/gouji/cmd/gouji/internal/layout"
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
				buf.WriteString(explain.Document(a.catalog))
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

func (a *app) rulesText(buf *bytes.Buffer) {
	name, severity := 0, 0
	for _, r := range a.catalog {
		name = max(name, layout.Width(r.Name))
		severity = max(severity, layout.Width(explain.Severity(r, a.lang)))
	}
	for i, family := range explain.Families(a.catalog) {
		if i > 0 {
			buf.WriteByte('\n')
		}
		fmt.Fprintf(buf, "%s\n", explain.Family(family[0].Family, a.lang))
		for _, r := range family {
			off := ""
			if r.Off {
				off = a.say("（默认不用）", " (off by default)")
			}
			fmt.Fprintf(buf, "  %s  %s  %s  %s%s\n", r.Code, layout.Pad(r.Name, name, false),
				layout.Pad(explain.Severity(r, a.lang), severity, false), r.Title.In(a.lang), off)
		}
	}
}

// rulesJSON lists the rules with all their words in both languages.
func (a *app) rulesJSON(buf *bytes.Buffer) error {
	type words struct {
		ZH string `json:"zh"`
		EN string `json:"en"`
	}
	type option struct {
		Key string `json:"key"`
		Doc words  `json:"doc"`
	}
	type rule struct {
		Code     string   `json:"code"`
		Name     string   `json:"name"`
		Family   string   `json:"family"`
		Severity string   `json:"severity"`
		Since    string   `json:"since"`
		Off      bool     `json:"off,omitempty"`
		Title    words    `json:"title"`
		What     words    `json:"what"`
		Why      words    `json:"why"`
		Basis    words    `json:"basis"`
		Bad      string   `json:"bad"`
		Good     string   `json:"good"`
		Options  []option `json:"options,omitempty"`
	}
	list := []rule{}
	for _, r := range a.catalog {
		var options []option
		for _, o := range r.Options {
			options = append(options, option{o.Key, words(o.Doc)})
		}
		list = append(list, rule{
			r.Code, r.Name, r.Family.Key, r.Severity.String(), r.Since, r.Off,
			words(r.Title), words(r.Doc.What), words(r.Doc.Why), words(r.Doc.Basis), r.Doc.Bad, r.Doc.Good, options,
		})
	}
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string]any{"version": 1, "rules": list})
}
