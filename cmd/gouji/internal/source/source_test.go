package source

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tree makes files (and folders, where the name ends in a slash) in a folder
// of their own and returns it.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		if strings.HasSuffix(name, "/") {
			require.NoError(t, os.MkdirAll(path, 0o755))
			continue
		}
		require.NoError(t, os.WriteFile(path, []byte("x"), 0o644))
	}
	return dir
}

// found returns what the paths, relative to dir, lead to, relative to dir, with
// ! before those that cannot be read.
func found(dir string, paths ...string) (names []string, skipped int) {
	for i, p := range paths {
		if p != "-" {
			paths[i] = dir + string(filepath.Separator) + filepath.FromSlash(p)
		}
	}
	f := Find(paths, "stdin")
	for _, s := range f.Sources {
		name := filepath.ToSlash(strings.TrimPrefix(s.Path, dir+string(filepath.Separator)))
		if s.Problem != nil {
			name = "!" + name
		}
		names = append(names, name)
	}
	return names, f.Skipped
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		files   []string
		paths   []string
		want    []string
		skipped int
	}{
		{"a file is read whatever it is called", []string{"a.xyz"}, []string{"a.xyz"}, []string{"a.xyz"}, 0},
		{"a folder gives its reports, sorted, with those below", []string{"d/b.txt", "d/a.toml", "d/c/x.DOCX", "d/c.pdf"}, []string{"d"}, []string{"d/a.toml", "d/b.txt", "d/c/x.DOCX", "d/c.pdf"}, 0},
		{"other files of a folder are counted", []string{"d/a.txt", "d/b.jpg", "d/c.zip"}, []string{"d"}, []string{"d/a.txt"}, 2},
		{"old office files are taken up, to say that they cannot be read", []string{"d/a.doc", "d/b.wps"}, []string{"d"}, []string{"d/a.doc", "d/b.wps"}, 0},
		{"hidden ones, lock files, packages and settings are not", []string{"d/.git/a.txt", "d/.a.txt", "d/~$a.docx", "d/node_modules/a.md", "d/gouji.toml", "d/README.md", "d/a.md"}, []string{"d"}, []string{"d/a.md"}, 0},
		{"what a browser saved beside a page is a part of it, a folder of that name alone is none", []string{"d/年报.html", "d/年报_files/frame.html", "d/old.files/a.htm", "d/b.shtml"}, []string{"d"}, []string{"d/b.shtml", "d/old.files/a.htm", "d/年报.html"}, 0},
		{"a hidden folder that is named is entered", []string{".d/a.txt"}, []string{".d"}, []string{".d/a.txt"}, 0},
		{"the order of the arguments is kept and nothing is read twice", []string{"a.txt", "b.txt", "d/a.txt"}, []string{"d", "b.txt", "a.txt", "./b.txt", "d/a.txt", "d"}, []string{"d/a.txt", "b.txt", "a.txt"}, 0},
		{"a missing file is a source with a problem when it is read", nil, []string{"no.txt"}, []string{"no.txt"}, 0},
		{"an empty folder alone leads to nothing", []string{"d/"}, []string{"d"}, nil, 0},
		{"an empty folder beside a report is a problem", []string{"d/", "a.txt"}, []string{"d", "a.txt"}, []string{"a.txt", "!d"}, 0},
		{"a glob without a match beside a report is a problem", []string{"a.txt"}, []string{"a.txt", "*.pdf"}, []string{"a.txt", "!*.pdf"}, 0},
		{"a glob gives its matches", []string{"b.txt", "a.txt", "c.pdf"}, []string{"*.txt"}, []string{"a.txt", "b.txt"}, 0},
		{"two stars go down, not into hidden folders", []string{"d/a.txt", "d/e/b.txt", "d/.f/c.txt", "d/e/g.pdf"}, []string{"d/**/*.txt"}, []string{"d/a.txt", "d/e/b.txt"}, 0},
		{"two stars alone give each file once", []string{"d/a.txt", "d/e/b.txt"}, []string{"d/**"}, []string{"d/a.txt", "d/e/b.txt"}, 0},
		{"a glob that matches folders enters them", []string{"2023/a.txt", "2024/b.txt"}, []string{"20*"}, []string{"2023/a.txt", "2024/b.txt"}, 0},
		{"braces choose", []string{"a.txt", "b.pdf", "c.md"}, []string{"*.{txt,md}"}, []string{"a.txt", "c.md"}, 0},
		{"a name with the characters of a glob is a name when it exists", []string{"a[1].txt", "a1.txt"}, []string{"a[1].txt"}, []string{"a[1].txt"}, 0},
		{"a malformed glob is a problem", []string{"a.txt"}, []string{"[a"}, []string{"![a"}, 0},
		{"standard input comes in its turn", []string{"a.txt"}, []string{"-", "a.txt", "-"}, []string{"-", "a.txt"}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, skipped := found(tree(t, tt.files...), tt.paths...)
			assert.Equal(t, tt.want, got)
			assert.Equal(t, tt.skipped, skipped)
		})
	}
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
}

func TestALoopOfFoldersIsSaidAndNotEntered(t *testing.T) {
	t.Parallel()
	dir := tree(t, "d/a.txt", "d/e/b.txt")
	link(t, dir, filepath.Join(dir, "d", "e", "up"))
	link(t, "self.txt", filepath.Join(dir, "d", "self.txt"))
	got, _ := found(dir, "d")
	assert.Equal(t, []string{"d/a.txt", "d/e/b.txt", "!d/e/up", "d/self.txt"}, got, "also when the folder was not asked for")
}

func TestLinksAmongFoldersAreFollowedOnce(t *testing.T) {
	t.Parallel()
	dir := tree(t, "d/a/1.txt", "d/b/2.txt")
	link(t, filepath.Join(dir, "d", "b"), filepath.Join(dir, "d", "a", "b"))
	link(t, filepath.Join(dir, "d", "a"), filepath.Join(dir, "d", "b", "a"))
	got, _ := found(dir, "d")
	assert.Equal(t, []string{"d/a/1.txt", "d/a/b/2.txt", "!d/a/b/a"}, got)
}

func read(t *testing.T, path string) (data, problem string) {
	t.Helper()
	b, p := Source{Path: path, Name: "name"}.Read(nil)
	if p != nil {
		assert.Equal(t, "name", p.Place.Path)
		assert.NotEmpty(t, p.EN)
		return string(b), p.ZH
	}
	return string(b), ""
}

func TestReadSaysWhyAFileCannotBeRead(t *testing.T) {
	t.Parallel()
	dir := tree(t, "a.txt", "d/")
	data, problem := read(t, filepath.Join(dir, "a.txt"))
	assert.Equal(t, "x", data)
	assert.Empty(t, problem)
	_, problem = read(t, filepath.Join(dir, "no.txt"))
	assert.Contains(t, problem, "没有这个文件")
	_, problem = read(t, filepath.Join(dir, "d"))
	assert.Contains(t, problem, "文件夹")
	_, problem = read(t, os.DevNull)
	assert.Contains(t, problem, "不是普通文件")

	large := filepath.Join(dir, "large.txt")
	require.NoError(t, os.WriteFile(large, nil, 0o644))
	require.NoError(t, os.Truncate(large, MaxSize+1))
	_, problem = read(t, large)
	assert.Contains(t, problem, "超过 64 MB")
}

func TestALinkToItselfAndADanglingOneAreSaid(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	link(t, "self.txt", filepath.Join(dir, "self.txt"))
	link(t, "nowhere.txt", filepath.Join(dir, "dangling.txt"))
	_, problem := read(t, filepath.Join(dir, "self.txt"))
	assert.NotEmpty(t, problem)
	_, problem = read(t, filepath.Join(dir, "dangling.txt"))
	assert.Contains(t, problem, "没有这个文件")
}

func TestAFileWithoutPermissionIsSaid(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind here")
	}
	dir := tree(t, "d/a.txt", "e/b.txt")
	require.NoError(t, os.Chmod(filepath.Join(dir, "d", "a.txt"), 0))
	_, problem := read(t, filepath.Join(dir, "d", "a.txt"))
	assert.Contains(t, problem, "没有读取权限")
	require.NoError(t, os.Chmod(filepath.Join(dir, "e"), 0))
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "e"), 0o755) })
	got, _ := found(dir, "e", "d")
	assert.Equal(t, []string{"!e", "d/a.txt"}, got)
}

func TestStandardInputIsReadToItsEndAndNoFurtherThanTheLimit(t *testing.T) {
	t.Parallel()
	src := Source{Path: "-", Name: "年报.txt"}
	data, problem := src.Read(iotest.OneByteReader(strings.NewReader("年报")))
	assert.Nil(t, problem)
	assert.Equal(t, "年报", string(data))
	_, problem = src.Read(iotest.ErrReader(errors.New("broken pipe")))
	require.NotNil(t, problem)
	assert.Contains(t, problem.ZH, "broken pipe")
	assert.Equal(t, "年报.txt", problem.Place.Path)
	_, problem = src.Read(endless{})
	require.NotNil(t, problem)
	assert.Contains(t, problem.ZH, "超过")
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestAFileThatChangesWhileItIsReadIsSaid(t *testing.T) {
	t.Parallel()
	path := filepath.Join(tree(t, "a.txt"), "a.txt")
	before, err := os.Stat(path)
	require.NoError(t, err)
	assert.False(t, changed(before, before, 1))
	assert.True(t, changed(before, before, 0), "cut short")
	require.NoError(t, os.WriteFile(path, []byte("xy"), 0o644))
	after, err := os.Stat(path)
	require.NoError(t, err)
	assert.True(t, changed(before, after, 1))
}
