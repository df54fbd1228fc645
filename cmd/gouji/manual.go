package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manual writes the man pages of a tree of commands, one a command: what the
// commands say of themselves, as cobra knows it.
type manual struct {
	folder, name string
	date         time.Time
	say          func(zh, en string) string
}

// write writes the page of a command and of all below it. Commands that help
// does not list have none. The library's own writer turns Markdown into the
// language of man, and its parser would cost every run of gouji some time.
func (m *manual) write(c *cobra.Command) error {
	for _, child := range c.Commands() {
		if child.IsAvailableCommand() && !child.IsAdditionalHelpTopicCommand() {
			if err := m.write(child); err != nil {
				return err
			}
		}
	}
	f, err := os.Create(filepath.Join(m.folder, dashed(c)+".1"))
	if err != nil {
		return err
	}
	m.page(f, c)
	return f.Close()
}

func dashed(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// page writes one page in the language of man.
func (m *manual) page(w io.Writer, c *cobra.Command) {
	c.InitDefaultHelpFlag()
	date := ""
	if !m.date.IsZero() {
		date = m.date.UTC().Format("2006-01-02")
	}
	fmt.Fprintf(w, ".TH \"%s\" \"1\" \"%s\" \"gouji\" \"%s\"\n", strings.ToUpper(dashed(c)), date, m.name)
	fmt.Fprintf(w, ".SH NAME\n%s \\- %s\n", roff(dashed(c)), roff(c.Short))
	fmt.Fprintf(w, ".SH %s\n.B %s\n", m.say("用法", "SYNOPSIS"), roff(c.UseLine()))
	long := c.Long
	if long == "" {
		long = c.Short
	}
	fmt.Fprintf(w, ".SH %s\n%s\n", m.say("说明", "DESCRIPTION"), lines(long))
	m.flags(w, m.say("选项", "OPTIONS"), c.NonInheritedFlags())
	m.flags(w, m.say("通用选项", "COMMON OPTIONS"), c.InheritedFlags())
	if c.Example != "" {
		fmt.Fprintf(w, ".SH %s\n.nf\n%s\n.fi\n", m.say("示例", "EXAMPLES"), roff(c.Example))
	}
	m.related(w, c)
}

func (m *manual) flags(w io.Writer, title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(w, ".SH %s\n", title)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if value != "" {
			name += " " + value
		}
		fmt.Fprintf(w, ".TP\n.B %s\n%s\n", roff(name), roff(usage))
	})
}

// related names the command above and those below.
func (m *manual) related(w io.Writer, c *cobra.Command) {
	var names []string
	if c.HasParent() {
		names = append(names, dashed(c.Parent()))
	}
	for _, child := range c.Commands() {
		if child.IsAvailableCommand() && !child.IsAdditionalHelpTopicCommand() {
			names = append(names, dashed(child))
		}
	}
	if len(names) > 0 {
		fmt.Fprintf(w, ".SH %s\n", m.say("参见", "SEE ALSO"))
		for i, n := range names {
			end := ","
			if i == len(names)-1 {
				end = ""
			}
			fmt.Fprintf(w, ".BR %s (1)%s\n", roff(n), end)
		}
	}
}

// lines keeps the paragraphs of a text apart, and its lines as they stand.
func lines(s string) string {
	return ".nf\n" + roff(strings.TrimSpace(s)) + "\n.fi"
}

// roff takes from words what man would take for its own.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	out := strings.Split(s, "\n")
	for i, line := range out {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			out[i] = `\&` + line
		}
	}
	return strings.Join(out, "\n")
}
