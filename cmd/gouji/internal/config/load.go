package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// maxSize is the largest gouji.toml that is read: organ facts of a province fit
// many times.
const maxSize = 8 << 20

// Loader finds and reads the files that a report is under, each once.
type Loader struct {
	catalog rules.Catalog
	only    *File            // the one file that --config names
	flags   *layer           // what the command line says
	dirs    map[string]*File // by folder; nil for one without
	known   map[string]*Effective
	errs    Errors
}

// flagPlace stands for the command line.
var flagPlace = schema.Place{Path: "--"}

// Flags are what the command line says; it has the last word.
type Flags struct {
	Select, Ignore []string
	FailOn         string
}

// NewLoader returns a loader. only, unless it is "", names the one file to read
// instead of looking for any.
func NewLoader(c rules.Catalog, flags Flags, only string) (*Loader, error) {
	place := flagPlace
	l := &Loader{
		catalog: c, dirs: map[string]*File{}, known: map[string]*Effective{},
		flags: &layer{
			sel: words{flags.Select, place}, ignore: words{flags.Ignore, place}, failOn: Value{flags.FailOn, place},
		},
	}
	if only != "" {
		l.only = l.read(only)
		if len(l.errs) > 0 {
			return nil, l.errs
		}
	}
	return l, nil
}

// Err returns the faults of all files that were read so far.
func (l *Loader) Err() error {
	if len(l.errs) == 0 {
		return nil
	}
	return l.errs
}

// chain returns the files that hold for a folder, the outermost first.
func (l *Loader) chain(dir string) []*File {
	if l.only != nil {
		return []*File{l.only}
	}
	var out []*File
	for {
		f, ok := l.dirs[dir]
		if !ok {
			path := filepath.Join(dir, Name)
			if _, err := os.Lstat(path); err == nil {
				f = l.read(path)
			}
			l.dirs[dir] = f
		}
		if f != nil {
			out = append([]*File{f}, out...)
		}
		up := filepath.Dir(dir)
		if f != nil && f.Root || up == dir {
			return out
		}
		dir = up
	}
}

func (l *Loader) read(path string) *File {
	shown := Shown(path)
	data, err := readFile(path)
	if err != nil {
		l.errs = append(l.errs, Error{schema.Place{Path: shown}, rules.Words{
			ZH: fmt.Sprintf("读不出来：%v", err), EN: fmt.Sprintf("cannot be read: %v", err),
		}})
		return nil
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	f, errs := Parse(shown, filepath.Dir(abs), data, l.catalog)
	l.errs = append(l.errs, errs...)
	return f
}

// Shown returns the path as a person would write it: from the working folder on
// where that is not longer.
func Shown(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	wd, err := os.Getwd()
	if err != nil {
		return abs
	}
	if rel, err := filepath.Rel(wd, abs); err == nil && len(rel) < len(abs) {
		return rel
	}
	return abs
}

// readFile reads a regular file of no more than maxSize; it never waits for a
// pipe.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, plainError(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("不是普通文件 (not a regular file)")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, plainError(err)
	}
	defer f.Close()
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(io.LimitReader(f, maxSize+1)); err != nil {
		return nil, plainError(err)
	}
	if buf.Len() > maxSize {
		return nil, fmt.Errorf("超过 %d MB (more than %[1]d MB)", maxSize>>20)
	}
	return buf.Bytes(), nil
}

// plainError leaves the path out, which stands before it already.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
