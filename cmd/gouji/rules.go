package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/explain"
	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
)

func (a *app) rulesCommand() *cobra.Command {
	format, only := "text", ""
	cmd := &cobra.Command{
		Use:   "rules " + a.say("[参数]", "[flags]"),
		Short: a.say("列出全部规则，含当前文件夹的本地规则", "list the rules, with those of the current folder's gouji.toml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrong("gouji rules 后面不用写别的；要看一条规则：gouji explain %s", "gouji rules takes no argument; to read about one: gouji explain %s", args[0])
			}
			a.langSet = cmd.Flag("lang").Changed
			e, err := a.effective("", only)
			if err != nil {
				return err
			}
			var buf bytes.Buffer
			switch format {
			case "md":
				buf.WriteString(explain.Document(e.Catalog))
			case "json":
				if err := a.rulesJSON(&buf, e.Catalog); err != nil {
					return err
				}
			default:
				a.rulesText(&buf, e.Catalog)
			}
			_, err = a.Stdout.Write(buf.Bytes())
			return err
		},
	}
	a.configFlag(cmd, &only)
	cmd.Flags().Var(newChoice(&format, "text", "md", "json"), "format", a.say("输出格式", "format of the list"))
	return cmd
}

func (a *app) rulesText(buf *bytes.Buffer, c rules.Catalog) {
	name, severity := 0, 0
	for _, r := range c {
		name = max(name, layout.Width(r.Name))
		severity = max(severity, layout.Width(explain.Severity(r, a.lang)))
	}
	for i, family := range explain.Families(c) {
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
func (a *app) rulesJSON(buf *bytes.Buffer, c rules.Catalog) error {
	type words struct {
		ZH string `json:"zh"`
		EN string `json:"en"`
	}
	type option struct {
		Key     string `json:"key"`
		Doc     words  `json:"doc"`
		Default *int64 `json:"default,omitempty"`
		Min     int64  `json:"min,omitempty"`
		Max     int64  `json:"max,omitempty"`
	}
	type rule struct {
		Code     string   `json:"code"`
		Name     string   `json:"name"`
		Family   string   `json:"family"`
		Severity string   `json:"severity"`
		Since    string   `json:"since,omitempty"`
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
	for _, r := range c {
		var options []option
		for _, o := range r.Options {
			one := option{Key: o.Key, Doc: words(o.Doc), Min: o.Min, Max: o.Max}
			if o.IsNumber() {
				one.Default = &o.Default
			}
			options = append(options, one)
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
