package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
)

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "init " + a.say("[文件夹]", "[FOLDER]"),
		Short:   a.say("写一份带说明的 gouji.toml", "write a gouji.toml with everything explained"),
		Example: "  gouji init reports/",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrong("gouji init 后面最多写一个文件夹", "gouji init takes one folder at most")
			}
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			return a.init(filepath.Join(dir, config.Name))
		},
	}
}

// init writes the file unless there is one.
func (a *app) init(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return wrong("已经有“%s”，没有改动", "%q is there already and was left alone", path)
	case errors.Is(err, fs.ErrNotExist):
		return wrong("没有“%s”这个文件夹", "there is no folder %q", filepath.Dir(path))
	case err != nil:
		return unwritten("“"+path+"”", path, err)
	}
	_, err = f.Write(config.Template)
	if err = errors.Join(err, f.Close()); err != nil {
		return unwritten("“"+path+"”", path, err)
	}
	_, err = a.Stdout.Write([]byte(a.say("已写好 "+path+"。\n", "wrote "+path+"\n")))
	return err
}

func (a *app) configCommand() *cobra.Command {
	var schema bool
	var only string
	cmd := &cobra.Command{
		Use:     "config " + a.say("[参数] [文件]", "[flags] [PATH]"),
		Short:   a.say("显示对一份文件生效的设置和各项的来处", "print what holds for a file, and where each value came from"),
		Example: "  gouji config reports/2024/年报.docx\n  gouji config --schema > gouji.schema.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return wrong("gouji config 后面最多写一个文件", "gouji config takes one path at most")
			}
			a.langSet = cmd.Flag("lang").Changed
			if schema {
				data, err := config.Schema(a.catalog)
				if err != nil {
					return err
				}
				_, err = a.Stdout.Write(data)
				return err
			}
			path := ""
			if len(args) == 1 {
				path = args[0]
			}
			return a.showConfig(path, only)
		},
	}
	cmd.Flags().BoolVar(&schema, "schema", false, a.say("输出 gouji.toml 的 JSON Schema，供编辑器使用", "print the JSON Schema of gouji.toml, for editors"))
	a.configFlag(cmd, &only)
	return cmd
}

// showConfig prints what holds for a file, or for the files of a folder.
func (a *app) showConfig(path, only string) error {
	e, err := a.effective(path, only)
	if err != nil {
		return a.ruleError(err)
	}
	_, err = a.Stdout.Write(e.Show(a.lang))
	return err
}
