package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gouji/gouji/cmd/gouji/internal/baseline"
	"github.com/gouji/gouji/cmd/gouji/internal/config"
)

// baselines are those of a run: the one that --baseline names, or that of each
// gouji.toml.
type baselines struct {
	flag         string
	write, prune bool
	list         []*baseline.Baseline
	byPath       map[string]*baseline.Baseline
}

// of returns the baseline of a file, or nil.
func (b *baselines) of(j job) *baseline.Baseline { return b.byPath[b.path(j)] }

func (b *baselines) path(j job) string {
	if b.flag != "" {
		return b.flag
	}
	return j.Baseline.V
}

// open reads the baselines of all files. One that is not there is an error,
// lest a slip in its name lets everything fail or, with a new one, pass.
func (b *baselines) open(jobs []job) error {
	b.byPath = map[string]*baseline.Baseline{"": nil}
	for _, j := range jobs {
		path := b.path(j)
		if path == "" && (b.write || b.prune) {
			return wrong("请用 --baseline 写明基线文件，或在 gouji.toml 里写 baseline", "name the file with --baseline, or with baseline in gouji.toml")
		}
		if _, ok := b.byPath[path]; ok {
			continue
		}
		one, err := b.read(config.Shown(path))
		if err != nil {
			return err
		}
		b.byPath[path] = one
		b.list = append(b.list, one)
	}
	return nil
}

func (b *baselines) read(path string) (*baseline.Baseline, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && b.write:
		return baseline.New(path, abs), nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, wrong("没有基线文件“%s”，可用 --write-baseline 生成", "no baseline %q; --write-baseline writes one", path)
	case err == nil && !info.Mode().IsRegular():
		return nil, wrong("基线“%s”不是普通文件", "the baseline %q is no regular file", path)
	case err == nil && info.Size() > 64<<20:
		return nil, wrong("基线“%s”超过 64 MB，不像是基线文件", "the baseline %q is larger than 64 MB", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, wrong("基线“%s”读不出来：%v", "the baseline %q cannot be read: %v", path, err)
	}
	one, err := baseline.Parse(path, abs, data)
	var bad *baseline.Error
	if errors.As(err, &bad) {
		return nil, &usageError{bad.Words, bad.At() + "："}
	}
	return one, err
}

// save writes the baselines that change.
func (b *baselines) save() error {
	for _, one := range b.list {
		if !b.write && !b.prune {
			return nil
		}
		_, missing := os.Stat(one.Path)
		if !one.Update(b.write, b.prune) && missing == nil {
			continue
		}
		if err := saveBaseline(one); err != nil {
			return unwritten("基线“"+one.Path+"”", fmt.Sprintf("the baseline %q", one.Path), err)
		}
	}
	return nil
}

func saveBaseline(one *baseline.Baseline) error {
	data, err := one.Bytes()
	if err != nil {
		return err
	}
	f, err := createFile(one.Path)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.drop()
		return err
	}
	return f.keep()
}
