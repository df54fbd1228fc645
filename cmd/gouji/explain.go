package main

import (
	"bytes"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/explain"
	"github.com/gouji/gouji/rules"
)

func (a *app) explainCommand() *cobra.Command {
	var only string
	cmd := &cobra.Command{
		Use:     "explain " + a.say("[参数] 代码或名称…", "[flags] CODE|NAME…"),
		Short:   a.say("说明一条规则：查什么、为什么、依据、正误示例", "explain a rule: what, why, basis, samples"),
		Example: "  gouji explain RD003",

		ValidArgsFunction: a.completeRules,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong("请写明规则的代码或名称，全部规则见 gouji rules", "name a rule by code or name; gouji rules lists them")
			}
			a.langSet = cmd.Flag("lang").Changed
			var buf bytes.Buffer
			for i, arg := range args {
				r, err := a.findRule(arg, only)
				if err != nil {
					return err
				}
				if i > 0 {
					buf.WriteByte('\n')
				}
				buf.WriteString(explain.Text(r, a.lang))
			}
			_, err := a.Stdout.Write(buf.Bytes())
			return err
		},
	}
	a.configFlag(cmd, &only)
	return cmd
}

// findRule returns a built-in rule, or one of the gouji.toml that holds here,
// which need not be read for the others.
func (a *app) findRule(word, only string) (*rules.Rule, error) {
	if r := called(a.catalog, word); r != nil {
		return r, nil
	}
	e, err := a.effective("", only)
	if err != nil {
		return nil, err
	}
	if r := called(e.Catalog, word); r != nil {
		return r, nil
	}
	return nil, a.noSuchRule(e.Catalog, word)
}

func called(c rules.Catalog, word string) *rules.Rule {
	for _, r := range c {
		if strings.EqualFold(word, r.Code) || strings.EqualFold(word, r.Name) {
			return r
		}
	}
	return nil
}

func (a *app) noSuchRule(c rules.Catalog, word string) error {
	var names []string
	for _, r := range c {
		names = append(names, r.Code, r.Name)
	}
	return a.unknownRule(&rules.UnknownRuleError{Word: word, Nearest: rules.Nearest(word, names)})
}

// unknownRule turns the engine's error into one of use.
func (a *app) unknownRule(e *rules.UnknownRuleError) error {
	if e.Nearest != "" {
		return wrong("没有“%s”这条规则，是否指 %s", "no rule %q; did you mean %s", e.Word, e.Nearest)
	}
	return wrong("没有“%s”这条规则，全部规则见 gouji rules", "no rule %q; gouji rules lists them", e.Word)
}
