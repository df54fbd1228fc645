package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
)

func (a *app) manCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "man " + a.say("文件夹", "FOLDER"),
		Short:   a.say("写出各命令的 man 手册页", "write man pages of all commands"),
		Example: "  gouji man ~/.local/share/man/man1",
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrong("请写明放手册页的文件夹，如 gouji man ~/.local/share/man/man1", "name the folder for the pages: gouji man ~/.local/share/man/man1")
			}
			if info, err := os.Stat(args[0]); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
				return wrong("没有“%s”这个文件夹", "there is no folder %q", args[0])
			}
			pages := &manual{folder: args[0], name: a.say("勾稽", "gouji"), date: built(), say: a.say}
			if err := pages.write(root); err != nil {
				return unwritten("“"+filepath.Clean(args[0])+"”", args[0], err)
			}
			return nil
		},
	}
}

// built is the time of the commit that the program was built from; the pages of
// one build are the same at any time.
func built() time.Time {
	var t time.Time
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.time" {
				t, _ = time.Parse(time.RFC3339, s.Value)
			}
		}
	}
	return t
}
