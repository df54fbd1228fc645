package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// conversion is a format that a report can be written in.
type conversion struct {
	name   string
	encode func(*schema.Report) ([]byte, error)
}

func conversions() []conversion {
	return []conversion{
		{"toml", schema.EncodeTOML},
		{"json", schema.EncodeJSON},
		{"md", schema.EncodeMarkdown},
	}
}

type convertFlags struct {
	to, out, stdinName string
	timeout            time.Duration
}

func (a *app) convertCommand() *cobra.Command {
	var o convertFlags
	var names []string
	for _, c := range conversions() {
		names = append(names, c.name)
	}
	cmd := &cobra.Command{
		Use:   "convert " + a.say("文件 --to 格式", "FILE --to FORMAT"),
		Short: a.say("把年报转换为 TOML、JSON 或 Markdown", "convert a report to TOML, JSON or Markdown"),
		Long: a.say("把年报转换为 TOML、JSON 或 Markdown。没有读到的内容列在标准错误上，不会写成 0；读不出来时退出码为 3。",
			"Convert a report to TOML, JSON or Markdown. What could not be read is listed on standard error and never\nwritten as 0; the exit code is 3 when the file could not be read."),
		Example: "  gouji convert 年报.docx --to toml -o 年报.toml",
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return wrong("请写明一个要转换的文件，如 gouji convert 年报.docx --to toml", "name one file to convert: gouji convert report.docx --to toml")
			case o.to == "":
				return wrong("请用 --to 写明格式，可用的有 %s", "say the format with --to: %s", strings.Join(names, " "))
			}
			return a.convert(o, args[0])
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.Var(newChoice(&o.to, names...), "to", a.say("转换成的格式", "the format to convert to"))
	f.StringVarP(&o.out, "out", "o", "", a.say("写到这个`文件`（默认写到标准输出）", "the `file` to write (default standard output)"))
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, a.say("最多用多长`时间`（默认 30s）", "the `time` it may take (default 30s)"))
	f.StringVar(&o.stdinName, "stdin-name", "-", a.say("标准输入的内容以这个`文件名`称呼", "what to call standard input: a `name`"))
	return cmd
}

// convert reads one file and writes each report in it.
func (a *app) convert(o convertFlags, path string) error {
	if o.timeout <= 0 {
		return wrong("--timeout 应大于 0", "--timeout must be positive")
	}
	src := source.Source{Path: path, Name: path}
	if path == "-" {
		src.Name = o.stdinName
	}
	reading, err := a.catalog.Select([]string{rules.Reading.Key}, nil)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	in := &inspector{ctx: ctx, read: a.reader(isTerminal(a.Stderr)), stdin: a.Stdin, timeout: o.timeout}
	results := in.inspect(job{Source: src, Effective: &config.Effective{Rules: reading}})
	if err := in.interrupted(); err != nil {
		return err
	}
	if err := a.readingFindings(results); err != nil {
		return err
	}
	results = readable(results)
	if len(results) > 1 && o.out == "" {
		return wrong("文件里有 %d 份年报，请用 -o 写明文件名，将分别写成 文件名-1、文件名-2……", "the file holds %d reports; name a file with -o and they are written as name-1, name-2 and so on", len(results))
	}
	for i, res := range results {
		if n := len(res.Report.Ignores); n > 0 {
			fmt.Fprintf(a.Stderr, a.say("注释不随转换写出：其中 %d 处 gouji:ignore 忽略标注没有写进新文件，请自行补上。\n",
				"comments are not converted: %d gouji:ignore comments are not in the new file, add them again\n"), n)
		}
		data, err := encode(o.to, res.Report)
		if err != nil {
			return fmt.Errorf("转换失败：%w（cannot convert）", err)
		}
		if err := a.writeTo(numbered(o.out, i, len(results)), data); err != nil {
			return err
		}
	}
	return nil
}

func encode(to string, r *schema.Report) ([]byte, error) {
	for _, c := range conversions() {
		if c.name == to {
			return c.encode(r)
		}
	}
	return nil, fmt.Errorf("no format %q", to)
}

// readingFindings prints on standard error what could not be read, and sets the
// exit code.
func (a *app) readingFindings(results []rules.Result) error {
	printer := output.Text.New(a.Stderr, output.Options{Lang: a.lang, Quiet: true, Rules: a.catalog})
	for _, res := range results {
		if res.Unread {
			a.code = ExitUnread
		}
		if err := printer.Report(res); err != nil {
			return unwritten("标准错误", "standard error", err)
		}
	}
	return nil
}

// readable leaves out what nothing was read of: there is nothing to write.
func readable(results []rules.Result) []rules.Result {
	var out []rules.Result
	for _, res := range results {
		if r := res.Report; len(r.Forms) > 0 || len(r.Sections) > 0 || !r.Title.IsEmpty() {
			out = append(out, res)
		}
	}
	return out
}

// numbered puts the number of a report in front of the file's extension when
// there are several.
func numbered(path string, i, n int) string {
	if n < 2 {
		return path
	}
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), i+1, ext)
}

// writeTo writes the file whole or not at all; "" is standard output.
func (a *app) writeTo(path string, data []byte) error {
	if path == "" {
		if _, err := a.Stdout.Write(data); err != nil {
			return unwritten("标准输出", "standard output", err)
		}
		return nil
	}
	f, err := createFile(path)
	if err == nil {
		if _, err = f.Write(data); err != nil {
			f.drop()
		} else {
			err = f.keep()
		}
	}
	if err != nil {
		return unwritten("“"+path+"”", fmt.Sprintf("%q", path), err)
	}
	return nil
}
