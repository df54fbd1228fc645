package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/gouji/gouji/rules"
)

// Found is what the paths of a command line lead to.
type Found struct {
	Sources []Source
	// Skipped counts the files of folders that are of no format a report comes
	// in. They were not asked for by name, but a reader should know of them.
	Skipped int
}

// Find follows the paths in their order: a file by name whatever it is called,
// a folder to the files in it that may be reports, sorted, a glob to what it
// matches, "-" to standard input, which reports call stdin. A file reached twice
// is read once. What cannot be followed becomes a source with a problem; an
// argument that leads to nothing does too, unless all of them do: then there is
// no source at all.
func Find(paths []string, stdin string) Found {
	f := &finder{seen: map[string]bool{}, entered: map[string]bool{}}
	var empty []Source
	for _, path := range paths {
		before := len(f.Sources) + f.again
		if path == "-" {
			f.add(Source{Path: "-", Name: stdin})
		} else {
			f.follow(path)
		}
		if len(f.Sources)+f.again == before {
			empty = append(empty, Source{Path: path, Name: path, Problem: trouble(path, rules.Words{
				ZH: "这里没有找到年报文件，没有检查到任何内容。", EN: "no report was found here, so nothing was checked",
			})})
		}
	}
	if len(f.Sources) > 0 {
		f.Sources = append(f.Sources, empty...)
	}
	return f.Found
}

type finder struct {
	Found
	seen    map[string]bool // files, by cleaned path
	entered map[string]bool // folders, by their real path
	again   int             // files and folders reached another time
}

func (f *finder) add(s Source) {
	key := s.Path
	if s.Path != "-" {
		key = filepath.Clean(s.Path)
	}
	if f.seen[key] {
		f.again++
		return
	}
	f.seen[key] = true
	f.Sources = append(f.Sources, s)
}

func (f *finder) file(path string) { f.add(Source{Path: path, Name: path}) }

func (f *finder) fail(path string, w rules.Words) {
	f.add(Source{Path: path, Name: path, Problem: trouble(path, w)})
}

func (f *finder) closed(path string, err error) {
	w := reason(err)
	f.fail(path, rules.Words{ZH: "文件夹打不开：" + w.ZH, EN: "the folder cannot be opened: " + w.EN})
}

// follow takes an argument. A file may have the characters of a glob in its
// name (年报[1].docx), so what exists is never taken for a pattern.
func (f *finder) follow(path string) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		f.folder(path, nil)
	case err == nil:
		f.file(path)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?[{") && !linked(path):
		f.glob(path)
	default:
		f.file(path) // reading it says what is wrong with it
	}
}

func linked(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// glob takes what the pattern matches as if each match had been named, but
// enters no folder that is hidden or holds programs unless the pattern says so.
func (f *finder) glob(pattern string) {
	matches, err := doublestar.FilepathGlob(pattern, doublestar.WithNoFollow())
	if err != nil {
		f.fail(pattern, rules.Words{ZH: "通配符写法有误，没有检查到任何文件。", EN: "the pattern is malformed, so nothing was checked"})
		return
	}
	slices.Sort(matches)
	for _, path := range matches {
		if hiddenBeyond(path, pattern) {
			continue
		}
		info, err := os.Stat(path)
		if err == nil && info.IsDir() {
			// ** matches folders and what is in them; entering the folders again
			// would bring in files that the pattern leaves out.
			if !strings.Contains(pattern, "**") {
				f.folder(path, nil)
			}
			continue
		}
		f.file(path)
	}
}

// hiddenBeyond reports whether a part of the path is hidden that the pattern
// does not spell.
func hiddenBeyond(path, pattern string) bool {
	spelled := strings.Split(filepath.ToSlash(pattern), "/")
	for _, part := range strings.Split(filepath.ToSlash(path), "/") {
		if leftOut(part) && !slices.Contains(spelled, part) {
			return true
		}
	}
	return false
}

// folder takes the files of a folder and of those in it. above are the real
// paths of the folders it is in.
func (f *finder) folder(path string, above []string) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		f.closed(path, err)
		return
	}
	if slices.ContainsFunc(above, func(inner string) bool { return within(inner, real) }) {
		f.fail(path, rules.Words{
			ZH: "这是指向上级文件夹的链接，构成循环，没有进入；请删去这个链接。",
			EN: "this links to a folder above it; the loop was not entered",
		})
		return
	}
	if f.entered[real] {
		f.again++
		return
	}
	f.entered[real] = true
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil {
		f.closed(path, err)
	}
	above = append(slices.Clip(above), real)
	for _, entry := range entries {
		if entry.IsDir() && besidePage(entry.Name(), entries) {
			continue
		}
		f.entry(filepath.Join(path, entry.Name()), entry, above)
	}
}

// besidePage reports whether the folder holds the parts of a saved page that is
// among the entries.
func besidePage(folder string, entries []fs.DirEntry) bool {
	page, ok := savedPage(folder)
	return ok && slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		ext := strings.ToLower(filepath.Ext(e.Name()))
		return (ext == ".html" || ext == ".htm" || ext == ".shtml") && strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())) == page
	})
}

func (f *finder) entry(path string, entry fs.DirEntry, above []string) {
	name := entry.Name()
	if leftOut(name) {
		return
	}
	isDir := entry.IsDir()
	if entry.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		isDir = err == nil && info.IsDir()
	}
	switch {
	case isDir:
		f.folder(path, above)
	case MayBeReport(name):
		f.file(path)
	case !setAside(name):
		f.Skipped++
	}
}

// within reports whether a folder is another or lies in it; both are real
// paths.
func within(inner, outer string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
