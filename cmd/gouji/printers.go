package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"

	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/rules"
)

// printers are the outputs of one run: standard output and any number of files.
type printers struct {
	list  []output.Printer
	files []*outFile
	whole bool // one of them draws reports, not only what was found in them
}

// printers opens what --format and --output ask for, before anything is
// checked, so that a wrong one costs no time.
func (a *app) printers(o checkFlags, c rules.Catalog) (*printers, error) {
	format, _ := output.ByName(o.format)
	if format.Binary && a.onTerminal() {
		return nil, wrong("%[1]s 是二进制格式，不能显示在终端上，请存为文件：--output %[1]s=结果.%[1]s", "%[1]s is binary and not for a terminal; write it to a file: --output %[1]s=result.%[1]s", format.Name)
	}
	options := output.Options{Lang: a.lang, Quiet: o.quiet, Rules: c, FailOn: severities[o.failOn], Version: version(), Audit: o.audit}
	p := &printers{whole: format.Whole}
	type target struct {
		format output.Format
		path   string
	}
	var targets []target
	for _, arg := range o.outputs {
		name, path, ok := strings.Cut(arg, "=")
		if !ok || path == "" {
			return nil, wrong("--output 的写法是 格式=文件，如 json=结果.json，不是“%s”", "--output takes FORMAT=FILE, as json=result.json, not %q", arg)
		}
		format, ok := output.ByName(name)
		if !ok {
			return nil, wrong("--output：没有“%s”这个格式，可用的有 %s", "--output: %q is none of %s", name, strings.Join(output.Names(), " "))
		}
		if slices.ContainsFunc(targets, func(t target) bool { return filepath.Clean(t.path) == filepath.Clean(path) }) {
			return nil, wrong("--output 两次写到同一个文件“%s”", "--output writes twice to %q", path)
		}
		targets = append(targets, target{format, path})
	}
	for _, t := range targets {
		f, err := createFile(t.path)
		if err != nil {
			p.abandon()
			return nil, unwritten("“"+t.path+"”", fmt.Sprintf("%q", t.path), err)
		}
		p.whole = p.whole || t.format.Whole
		p.files = append(p.files, f)
		of := options
		if of.Dir, err = filepath.Abs(filepath.Dir(t.path)); err != nil {
			return nil, err
		}
		p.list = append(p.list, t.format.New(f, of))
	}
	w := a.Stdout
	if options.Color = a.colored(o.color); options.Color {
		if f, ok := w.(*os.File); ok {
			w = colorable.NewColorable(f) // turns colours on in a Windows console
		}
	}
	p.list = append([]output.Printer{format.New(w, options)}, p.list...)
	return p, nil
}

// colored says whether standard output gets colours.
func (a *app) colored(when string) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return a.onTerminal() && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb"
}

func (a *app) onTerminal() bool { return isTerminal(a.Stdout) }

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// begin tells the outputs that want to know what was laid side by side.
func (p *printers) begin(a *output.Across) error {
	for _, printer := range p.list {
		if b, ok := printer.(output.Beginner); ok {
			if err := b.Begin(a); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *printers) report(results []rules.Result) error {
	for _, res := range results {
		for _, printer := range p.list {
			if err := printer.Report(res); err != nil {
				return err
			}
		}
	}
	return nil
}

// close ends every output, and only then puts the files in their places.
func (p *printers) close(sum output.Summary) error {
	var errs []error
	for _, printer := range p.list {
		errs = append(errs, printer.Close(sum))
	}
	for _, f := range p.files {
		errs = append(errs, f.keep())
	}
	p.files = nil
	return errors.Join(errs...)
}

// abandon leaves no half-written file behind.
func (p *printers) abandon() {
	for _, f := range p.files {
		f.drop()
	}
	p.files = nil
}

// unwritten says that an output could not be written.
func unwritten(zh, en string, err error) error {
	return fmt.Errorf("%s写不进去：%w（cannot write %s）", zh, err, en)
}
