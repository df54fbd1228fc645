package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// completeChoices lets the shell complete the values of every flag that takes
// one of a few words.
func completeChoices(cmd *cobra.Command) {
	complete := func(f *pflag.Flag) {
		if c, ok := f.Value.(*choice); ok {
			// It fails only for a flag that the command does not have.
			_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(c.known, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	cmd.Flags().VisitAll(complete)
	cmd.PersistentFlags().VisitAll(complete)
}

// completeRules completes the codes of rules, with their titles where the shell
// shows them.
func (a *app) completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	c := a.catalog
	if e, err := a.effective("", ""); err == nil {
		c = e.Catalog
	}
	for _, r := range c {
		out = append(out, cobra.CompletionWithDesc(r.Code, r.Title.In(a.lang)))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
