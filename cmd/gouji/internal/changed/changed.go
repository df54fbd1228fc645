// Package changed asks git which files differ from a revision.
package changed

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/gouji/gouji/rules"
)

// Error says why git could not tell.
type Error struct{ Words rules.Words }

func (e *Error) Error() string { return e.Words.EN }

func fail(zh, en string, args ...any) error {
	return &Error{rules.Words{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// Files tells whether files differ from a revision of the repositories that
// they are in.
type Files struct {
	revision string
	roots    map[string]string // by folder: the repository it is in
	changed  map[string]bool   // by real path
}

// Since returns the files that differ from the revision: changed, added, or
// known to nobody but the folder, whether committed since or not.
func Since(revision string) (*Files, error) {
	switch {
	case strings.TrimSpace(revision) == "":
		return nil, fail("--since 后面要写版本，如 origin/main", "--since needs a revision such as origin/main")
	case strings.HasPrefix(revision, "-"):
		return nil, fail("“%s”不是版本", "%q is no revision", revision)
	}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, fail("--since 要用 git，这台机器上没有找到", "--since needs git, which was not found")
	}
	return &Files{revision: revision, roots: map[string]string{}, changed: map[string]bool{}}, nil
}

// Has reports whether the file differs. path is absolute; the file need not
// exist.
func (f *Files) Has(path string) (bool, error) {
	dir, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return true, nil //nolint:nilerr // reading it will say what is wrong
	}
	if err := f.load(dir); err != nil {
		return false, err
	}
	return f.changed[filepath.Join(dir, filepath.Base(path))], nil
}

// load asks about the repository of a folder, once.
func (f *Files) load(dir string) error {
	if _, ok := f.roots[dir]; ok {
		return nil
	}
	out, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return fail("“%s”不在 git 仓库里，不能用 --since（%v）", "%q is in no git repository, as --since needs (%v)", dir, err)
	}
	root, err := filepath.EvalSymlinks(filepath.FromSlash(strings.TrimRight(out, "\r\n")))
	if err != nil {
		return err
	}
	for _, known := range f.roots {
		if known == root {
			f.roots[dir] = root
			return nil
		}
	}
	f.roots[dir] = root
	if _, err := git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f.revision+"^{commit}"); err != nil {
		return fail("git 仓库“%[2]s”里没有“%[1]s”这个版本；浅克隆请先取回它", "no revision %[1]q in the git repository %[2]q; a shallow clone must fetch it", f.revision, root)
	}
	for _, args := range [][]string{
		{"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--diff-filter=d", f.revision, "--"},
		{"ls-files", "-z", "--others", "--exclude-standard"},
	} {
		out, err := git(root, args...)
		if err != nil {
			return fail("git %[1]s 没有成功（%[2]v）", "git %[1]s failed (%[2]v)", args[0], err)
		}
		for name := range strings.SplitSeq(out, "\x00") {
			if name != "" {
				f.changed[filepath.Join(root, filepath.FromSlash(name))] = true
			}
		}
	}
	return nil
}

// git runs git in a folder. The variables by which a hook tells git where it
// is would lead it elsewhere.
func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		switch name {
		case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX":
		default:
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if said, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n"); err != nil && said != "" {
		err = errors.New(said)
	}
	return string(out), err
}
