// Command gouji checks annual reports on the disclosure of government
// information (政府信息公开工作年度报告): every figure against every other.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/collector"
	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
)

// Exit codes. The higher wins: a run that could not read a file exits 3,
// whatever it found in the others.
const (
	ExitClean    = 0 // nothing at or above --fail-on
	ExitFindings = 1 // findings at or above --fail-on, which is error
	ExitUsage    = 2 // the command was used in a wrong way, led to no file at all, or gouji.toml is wrong
	ExitUnread   = 3 // something could not be read, checked to its end, or written
)

func main() {
	cobra.MousetrapHelpText = "gouji 是命令行程序，请在终端（命令提示符）中运行：gouji check 年报.docx\n"
	collector.Tune(os.Args[1:])
	os.Exit(Main(os.Args[1:], System()))
}

// Env is what a run sees of the system.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	// CacheDir is the user's folder for what can be worked out again; nil for none.
	CacheDir func() (string, error)
	// Today is the day on which the run takes place. Nothing depends on it but
	// whether a suppression is past its date, and --today goes before it.
	Today func() schema.Date
}

// System returns the environment of the process.
func System() Env {
	return Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, CacheDir: os.UserCacheDir, Today: today}
}

func today() schema.Date {
	y, m, d := time.Now().Date() //nolint:forbidigo // the one clock; a suppression has a last day
	return schema.Date{Year: y, Month: int(m), Day: d}
}

// Main runs the command with its arguments and returns its exit code.
func Main(args []string, env Env) int {
	a := &app{Env: env, read: intake.Read, catalog: catalog.All()}
	return a.main(args)
}

func (a *app) main(args []string) int {
	a.lang = language(args, a.Getenv)
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(context.Background())
	if err == nil {
		return a.code
	}
	fmt.Fprintf(a.Stderr, "gouji: %v\n", err)
	var usage *usageError
	var faults config.Errors
	if errors.As(err, &usage) || errors.As(err, &faults) {
		return ExitUsage
	}
	return ExitUnread
}

// app is one run of the command.
type app struct {
	Env
	lang    string // of help, messages and outputs: zh or en
	langSet bool   // by --lang, which goes before gouji.toml
	code    int    // the exit code of a command that ran without an error
	catalog rules.Catalog
	read    func(ctx context.Context, path string, data []byte) []*schema.Report
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "gouji",
		Short:         a.say("核对政府信息公开工作年度报告：每个数字都与其他数字对得上", "check annual reports on information disclosure: every figure against every other"),
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.code = ExitUsage
			cmd.SetOut(a.Stderr)
			return cmd.Help()
		},
	}
	root.SetIn(a.Stdin)
	root.SetOut(a.Stdout)
	root.SetErr(a.Stderr)
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpFunc(a.help)
	root.PersistentFlags().Var(newChoice(&a.lang, "zh", "en"), "lang", a.say("语言：zh 中文，en 英文（默认随系统语言）", "language: zh or en (default from the locale)"))
	root.Flags().BoolP("version", "v", false, a.say("显示版本", "print the version"))
	root.SetVersionTemplate("gouji {{.Version}}\n")
	root.AddCommand(a.checkCommand(), a.auditCommand(), a.reviewCommand(), a.convertCommand(), a.explainCommand(), a.rulesCommand(), a.synthCommand(), a.initCommand(), a.configCommand(), a.testRulesCommand(), a.lspCommand(), a.manCommand(root))
	root.SetHelpCommand(a.helpCommand(root))
	root.InitDefaultCompletionCmd()
	a.finish(root)
	return root
}

// finish gives the parts that cobra brings along Chinese words, and flags their
// completion.
func (a *app) finish(root *cobra.Command) {
	completeChoices(root)
	for _, c := range root.Commands() {
		completeChoices(c)
		c.DisableFlagsInUseLine = true
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = a.say("显示用法", "print help")
		if c.Name() == "completion" {
			c.Short = a.say("生成命令行补全脚本（bash、zsh、fish、powershell）", "write a completion script for bash, zsh, fish or powershell")
		}
	}
	root.InitDefaultHelpFlag()
	root.Flags().Lookup("help").Usage = a.say("显示用法", "print help")
}

// noSuchCommand refuses words that are no command, naming the nearest one; a
// file in its place was surely meant to be checked.
func (a *app) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return wrong("没有“%[1]s”这个命令，是否要检查这个文件：gouji check %[1]s", "no command %[1]q; to check the file: gouji check %[1]s", args[0])
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	slices.Sort(names)
	return nearest("命令", "command", args[0], names)
}

// say returns the words of the run's language.
func (a *app) say(zh, en string) string { return rules.Words{ZH: zh, EN: en}.In(a.lang) }
