package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
)

// help prints how to use a command, in the language of the run. cobra's own is
// English.
func (a *app) help(cmd *cobra.Command, _ []string) {
	w := cmd.OutOrStdout()
	words := cmd.Long
	if words == "" {
		words = cmd.Short
	}
	fmt.Fprintf(w, "%s\n\n%s\n", words, a.say("用法：", "Usage:"))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "  %s %s\n\n%s\n", cmd.CommandPath(), a.say("<命令> [参数]", "<command> [flags]"), a.say("命令：", "Commands:"))
		var rows [][2]string
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				rows = append(rows, [2]string{c.Name(), c.Short})
			}
		}
		table(w, rows)
	} else {
		fmt.Fprintf(w, "  %s\n", cmd.UseLine())
	}
	if cmd.Example != "" {
		fmt.Fprintf(w, "\n%s\n%s\n", a.say("例子：", "Examples:"), cmd.Example)
	}
	if rows := flagRows(cmd); len(rows) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.say("参数：", "Flags:"))
		table(w, rows)
	}
}

func flagRows(cmd *cobra.Command) [][2]string {
	var rows [][2]string
	add := func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		// The words name the value in back quotes; without, the type does.
		value, usage := pflag.UnquoteUsage(f)
		rows = append(rows, [2]string{strings.TrimRight(name+" "+value, " "), usage})
	}
	cmd.LocalFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return rows
}

func table(w io.Writer, rows [][2]string) {
	width := 0
	for _, row := range rows {
		width = max(width, layout.Width(row[0]))
	}
	for _, row := range rows {
		fmt.Fprintf(w, "  %s  %s\n", layout.Pad(row[0], width, false), row[1])
	}
}

func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help " + a.say("[命令]", "[command]"),
		Short: a.say("显示一个命令的用法", "print how to use a command"),
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return a.noSuchCommand(root, args[max(len(args)-max(len(rest), 1), 0):])
			}
			cmd.InitDefaultHelpFlag()
			return cmd.Help()
		},
	}
}
