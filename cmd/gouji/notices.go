package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/pflag"

	"github.com/gouji/gouji/cmd/gouji/internal/output"
)

// noticeFlags say where letters to the organs go.
type noticeFlags struct {
	dir    string
	format string
}

func (a *app) noticeFlags(f *pflag.FlagSet, o *noticeFlags) {
	f.StringVar(&o.dir, "notices", "", a.say("给每个有问题的机关写一份整改通知，放在这个`文件夹`（应为空或不存在）", "write a letter to each organ with findings into this `folder`, which is empty or not there"))
	f.Var(newChoice(&o.format, output.NoticeFormats()...), "notice-format", a.say("整改通知的格式（默认 docx）", "format of the letters (default docx)"))
}

// check refuses a folder with files before anything is read: letters of an
// earlier run among those of this one would be sent, too.
func (o noticeFlags) check() error {
	if o.dir == "" {
		return nil
	}
	return emptyFolder(o.dir)
}

// notices writes the letters.
func (a *app) notices(o noticeFlags, r *runner) error {
	if o.dir == "" {
		return nil
	}
	if err := os.MkdirAll(o.dir, 0o755); err != nil {
		return unwritten("文件夹“"+o.dir+"”", fmt.Sprintf("the folder %q", o.dir), err)
	}
	count := 0
	err := output.Notices(r.sum.Across, o.format, output.Options{Rules: r.loader.Catalog()}, func(name string, data []byte) error {
		count++
		path := filepath.Join(o.dir, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return unwritten("“"+path+"”", fmt.Sprintf("%q", path), err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.Stderr, a.say(
		fmt.Sprintf("gouji: 整改通知 %d 份，在“%s”。", count, o.dir), fmt.Sprintf("gouji: %d letters in %q", count, o.dir)))
	return err
}
