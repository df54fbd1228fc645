package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/batch"
	"github.com/gouji/gouji/cmd/gouji/internal/source"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/facts"
)

// maxLine is the longest line of facts that is read.
const maxLine = 64 << 20

// auditFacts is the first half of an audit, a map: for each file one line of
// what it gave, whatever the other files are. What is put aside, and what counts,
// is for the second half.
func (a *app) auditFacts(r *runner, o *checkFlags, in *inspector) error {
	type line struct {
		text   []byte
		err    error
		unread bool
	}
	work := func(j job) (l line) {
		results := in.inspect(j)
		l.unread = slices.ContainsFunc(results, func(res rules.Result) bool { return res.Unread })
		l.text, l.err = facts.Of(j.Name, results).Line()
		return l
	}
	return batch.Run(r.jobs, o.jobs, work, func(l line) error {
		if err := in.interrupted(); err != nil {
			return err
		}
		if l.unread {
			a.code = ExitUnread
		}
		if l.err == nil {
			_, l.err = a.Stdout.Write(l.text)
		}
		if l.err != nil {
			return unwritten("标准输出", "standard output", l.err)
		}
		return nil
	})
}

// handed are lines of facts that were read: the second half of an audit, a reduce.
type handed struct {
	sources []source.Source
	byName  map[string]*facts.File
}

// readFacts reads the lines that gouji audit --facts wrote, from however many runs
// and in whatever order, and puts them into the order in which a folder is read.
func readFacts(in io.Reader) (*handed, error) {
	t := &handed{byName: map[string]*facts.File{}}
	if in == nil {
		in = strings.NewReader("")
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		f, err := facts.Parse(lines.Bytes())
		switch {
		case err != nil:
			return nil, wrong("标准输入第 %d 行不是 gouji audit --facts 的结果：%v", "line %d of standard input is no line of gouji audit --facts: %v", n, err)
		case t.byName[f.Path] != nil:
			return nil, wrong("标准输入第 %d 行：“%s”已经有过一行", "line %d of standard input: %q has a line already", n, f.Path)
		}
		t.byName[f.Path] = f
		t.sources = append(t.sources, source.Source{Path: f.Path, Name: f.Path})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("标准输入读不出来：%w（cannot read standard input）", err)
	}
	if len(t.sources) == 0 {
		return nil, wrong("标准输入没有内容；“-”读的是 gouji audit --facts 的结果", "standard input is empty; - reads what gouji audit --facts wrote")
	}
	slices.SortFunc(t.sources, func(a, b source.Source) int {
		parts := func(s string) []string { return strings.Split(filepath.ToSlash(s), "/") }
		return cmp.Or(slices.Compare(parts(a.Path), parts(b.Path)), cmp.Compare(a.Path, b.Path))
	})
	return t, nil
}
