package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// maxSize is the largest gouji.toml that is read: organ facts of a province fit
// many times.
const maxSize = 8 << 20

// Loader finds and reads the files that a report is under, each once.
type Loader struct {
	catalog rules.Catalog
	only    *File             // the one file that --config names
	flags   *layer            // what the command line says
	dirs    map[string]*found // by folder; nil for one without
	local   map[string]*Local // by code, of all files
	texts   map[string][]byte // by absolute path: words that are not saved yet
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
	l := newLoader(c, flags)
	if only != "" {
		l.only = l.parse(l.read(only), nil)
		if len(l.errs) > 0 {
			return nil, l.errs
		}
	}
	return l, nil
}

func newLoader(c rules.Catalog, flags Flags) *Loader {
	place := flagPlace
	return &Loader{
		catalog: c, dirs: map[string]*found{}, local: map[string]*Local{}, known: map[string]*Effective{},
		flags: &layer{
			sel: words{flags.Select, place}, ignore: words{flags.Ignore, place}, failOn: Value{flags.FailOn, place},
		},
	}
}

// Err returns the faults of all files that were read so far.
func (l *Loader) Err() error {
	if len(l.errs) == 0 {
		return nil
	}
	return l.errs
}

// Catalog returns the rules of all files that were read so far, behind the
// built-in ones.
func (l *Loader) Catalog() rules.Catalog {
	out := slices.Clip(l.catalog)
	for _, code := range slices.Sorted(maps.Keys(l.local)) {
		out = append(out, l.local[code].Rule)
	}
	return out
}

// KnowsFlags returns an error when the flags name a rule that none of the files
// that were read has.
func (l *Loader) KnowsFlags() error { return l.Catalog().Knows(l.flags.choice()) }

// found is a file that was read as TOML, and parsed when those above it were.
type found struct {
	shown, dir string
	node       schema.TOMLNode
	parsed     bool
	file       *File // nil when it has faults
}

// chain returns the files that hold for a folder, the outermost first. They are
// read from the folder upward and parsed from the top downward, since a file may
// name the rules of those above it.
func (l *Loader) chain(dir string) []*File {
	if l.only != nil {
		return []*File{l.only}
	}
	var up []*found
	for {
		f, ok := l.dirs[dir]
		if !ok {
			path := filepath.Join(dir, Name)
			if _, err := os.Lstat(path); err == nil || l.texts[path] != nil {
				f = l.read(path)
			}
			l.dirs[dir] = f
		}
		if f != nil {
			up = append(up, f)
		}
		above := filepath.Dir(dir)
		if f != nil && isRoot(f.node) || above == dir {
			break
		}
		dir = above
	}
	var out []*File
	for _, f := range slices.Backward(up) {
		if file := l.parse(f, out); file != nil {
			out = append(out, file)
		}
	}
	return out
}

// parse makes a file of what was read; above are those further up.
func (l *Loader) parse(f *found, above []*File) *File {
	if f == nil || f.parsed {
		return f.settled()
	}
	known := slices.Clip(l.catalog)
	for _, file := range above {
		known = append(known, file.rules()...)
	}
	file, errs := parse(f.shown, f.dir, f.node, known)
	f.file, f.parsed = file, true
	l.errs = append(l.errs, errs...)
	if file != nil {
		l.register(file)
	}
	return file
}

func (f *found) settled() *File {
	if f == nil {
		return nil
	}
	return f.file
}

// register notes the rules of a file. A code stands for one rule in a run, in
// whichever folders it is written: fingerprints and baselines rest on it.
func (l *Loader) register(f *File) {
	for _, one := range f.Local {
		before := l.local[one.Rule.Code]
		if before != nil && !before.same(one) {
			l.errs = append(l.errs, Error{one.Place, rules.Words{
				ZH: fmt.Sprintf("代码“%s”在 %s:%d 是另一条规则；请换一个代码，或写在共同的上级文件夹里", one.Rule.Code, before.Place.Path, before.Place.Line),
				EN: fmt.Sprintf("the code %q is another rule's at %s:%d; choose another or write the rule in a folder above both", one.Rule.Code, before.Place.Path, before.Place.Line),
			}})
			continue
		}
		l.local[one.Rule.Code] = one
	}
}

func (l *Loader) read(path string) *found {
	shown := Shown(path)
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	data, ok := l.texts[abs]
	if !ok {
		if data, err = readFile(path); err != nil {
			l.errs = append(l.errs, Error{schema.Place{Path: shown}, rules.Words{
				ZH: fmt.Sprintf("读不出来：%v", err), EN: fmt.Sprintf("cannot be read: %v", err),
			}})
			return nil
		}
	}
	n, errs := scan(shown, data)
	l.errs = append(l.errs, errs...)
	if errs != nil {
		return nil
	}
	return &found{shown: shown, dir: filepath.Dir(abs), node: n}
}

// Check reads the words of a file that may not be saved yet, with the files
// further up as they are. path is absolute; faults of other files are left out.
func Check(path string, data []byte, c rules.Catalog) (*File, Errors) {
	if filepath.Base(path) != Name {
		return Parse(path, filepath.Dir(path), data, c)
	}
	l := newLoader(c, Flags{})
	l.texts = map[string][]byte{path: append([]byte{}, data...)}
	l.chain(filepath.Dir(path))
	errs := slices.DeleteFunc(l.errs, func(e Error) bool { return e.Place.Path != Shown(path) })
	for i := range errs {
		errs[i].Place.Path = path
	}
	if len(errs) > 0 {
		return nil, errs
	}
	return l.dirs[filepath.Dir(path)].settled(), nil
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
