package main

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/lsp"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
)

func (a *app) lspCommand() *cobra.Command {
	var o checkFlags
	cmd := &cobra.Command{
		Use:   "lsp " + a.say("[参数]", "[flags]"),
		Short: a.say("供编辑器使用：边写边查（语言服务器，标准输入输出）", "check as one types, in an editor (a language server on standard input and output)"),
		Long: a.say("语言服务器：编辑器启动它，年报（文本、Markdown、TOML、网页）边写边查。设置和基线与 gouji check 相同。\n退出码：0 正常结束，1 编辑器没有按约定结束。",
			"The language server: an editor starts it and reports (text, Markdown, TOML, HTML) are checked as they are written, with the settings and the baseline of gouji check.\nExit codes: 0 when it was ended as the protocol asks, 1 otherwise."),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrong("gouji lsp 后面不用写文件，文件由编辑器打开", "gouji lsp takes no files; the editor opens them")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.langSet = cmd.Flag("lang").Changed
			served := lsp.Serve(context.Background(), a.Stdin, a.Stdout, lsp.Options{
				Catalog: a.catalog, Version: version(), Lang: a.lang, LangSet: a.langSet, Errors: a.Stderr,
				Check: func(path string, text []byte) lsp.Checked { return a.checkText(path, text, o) },
			})
			if !served {
				a.code = ExitFindings
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&o.config, "config", "", a.say("只用这个设置`文件`，不再寻找 gouji.toml", "use this settings `file` and look for no gouji.toml"))
	cmd.Flags().DurationVar(&o.timeout, "timeout", 10*time.Second, a.say("每次检查最多用多长`时间`（默认 10s）", "the `time` a check may take (default 10s)"))
	// Clients add it out of habit; there is no other way to speak.
	cmd.Flags().Bool("stdio", true, "")
	_ = cmd.Flags().MarkHidden("stdio") // the flag is there
	return cmd
}

// checkText holds the text of an editor to the rules as check does the file of
// that path. Settings and baseline are read each time, since they may have been
// edited too.
func (a *app) checkText(path string, text []byte, o checkFlags) lsp.Checked {
	troubled := func(err error) lsp.Checked { return lsp.Checked{Trouble: troubles(err)} }
	ledger, err := a.ledger(o)
	if err != nil {
		return troubled(err)
	}
	loader, err := config.NewLoader(a.catalog, config.Flags{}, o.config)
	if err != nil {
		return troubled(err)
	}
	jobs, err := a.jobs(loader, []source.Source{{Path: "-", Name: path}})
	if err != nil {
		return troubled(err)
	}
	var b baselines
	if err := b.open(jobs); err != nil {
		return troubled(err)
	}
	if len(reports(jobs, o)) == 0 {
		return lsp.Checked{} // the baseline itself
	}
	in := &inspector{read: a.read, stdin: bytes.NewReader(text), timeout: o.timeout, numbers: true}
	results := in.inspect(jobs[0])
	g := &gate{ledger: ledger, baselines: &b}
	g.pass(jobs[0], results)
	return lsp.Checked{Results: results, Settings: jobs[0].Effective}
}

// troubles says where and why nothing was checked.
func troubles(err error) []lsp.Trouble {
	var (
		faults config.Errors
		usage  *usageError
	)
	switch {
	case errors.As(err, &faults):
		var out []lsp.Trouble
		for _, f := range faults {
			t := lsp.Trouble{Place: f.Place, Words: f.Words}
			if abs, err := filepath.Abs(f.Place.Path); err == nil {
				t.Place.Path = abs
			}
			out = append(out, t)
		}
		return out
	case errors.As(err, &usage):
		return []lsp.Trouble{{Words: rules.Words{ZH: usage.at + usage.words.ZH, EN: usage.at + usage.words.EN}}}
	}
	return []lsp.Trouble{{Words: rules.Words{ZH: err.Error(), EN: err.Error()}}}
}
