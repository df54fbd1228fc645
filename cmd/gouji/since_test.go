package main

import (
	"os"
	"os/exec"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// git runs git in the project and skips the test where there is none.
func (p project) git(args ...string) {
	p.t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		p.t.Skip("git is not installed")
	}
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	out, err := cmd.CombinedOutput()
	require.NoError(p.t, err, "%s", out)
}

func TestSinceChecksWhatChangedAndWholly(t *testing.T) {
	t.Parallel()
	bad := form("砚垄镇人民政府", wrong1)
	p := newProject(t, "-- same.toml --\n"+bad+"\n-- 改过 的.toml --\n"+form("苇墩镇人民政府", right)+"\n-- gone.toml --\n"+bad+"\n-- 2023/moved.toml --\n"+bad+
		"\n-- .gitignore --\nignored.toml\n-- other/gouji.toml --\nroot = true\n-- other/under.toml --\n"+bad)
	p.git("init", "-q")
	p.git("add", ".")
	p.git("commit", "-qm", "one")
	check := func(flags string, want int, files ...string) {
		t.Helper()
		code, out, errs := p.run("check --select TB101 " + flags + " @")
		assert.Equal(t, want, code, "%s%s", out, errs)
		for _, name := range []string{"same.toml", "改过 的.toml", "gone.toml", "moved.toml", "ignored.toml", "new.toml", "under.toml"} {
			if slices.Contains(files, name) {
				assert.Contains(t, out, name)
			} else {
				assert.NotContains(t, out, name)
			}
		}
	}
	check("--since HEAD", ExitClean)
	p.write("-- 改过 的.toml --\n" + form("苇墩镇人民政府", wrong1) + "\n-- new.toml --\n" + bad + "\n-- ignored.toml --\n" + bad)
	require.NoError(t, os.Remove(p.path("gone.toml")))
	require.NoError(t, os.Rename(p.path("2023/moved.toml"), p.path("moved.toml")))
	check("--since HEAD", ExitFindings, "改过 的.toml", "new.toml", "moved.toml")
	p.git("add", ".")
	check("--since HEAD", ExitFindings, "改过 的.toml", "new.toml", "moved.toml")
	p.git("commit", "-qm", "two")
	check("--since HEAD", ExitClean)
	check("--since HEAD~1", ExitFindings, "改过 的.toml", "new.toml", "moved.toml")
	p.write("-- other/gouji.toml --\nroot = true\nfail-on = \"never\"\n")
	check("--since HEAD", ExitClean, "under.toml")

	_, out, _ := p.run("check --since HEAD~1 @/same.toml")
	assert.Contains(t, out, "另有 1 个文件没有改动，没有检查")
	_, out, _ = p.run("check --since HEAD~1 --format json @/same.toml")
	assert.Contains(t, out, `"reports": []`)
}

func TestSinceSaysWhyItCannotTell(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- r/a.toml --\n"+form("砚垄镇人民政府", wrong1)+"\n-- alone/a.toml --\n")
	r := project{t, p.path("r")}
	r.git("init", "-q")
	r.git("add", ".")
	r.git("commit", "-qm", "one")
	for line, want := range map[string]string{
		"check --since v9 @/r":            "里没有“v9”这个版本",
		"check --since --output @/r":      "“--output”不是版本",
		"check --since= @/r":              "--since 后面要写版本",
		"check --since HEAD @/alone":      "不在 git 仓库里",
		"check --since HEAD:a.toml @/r":   "里没有“HEAD:a.toml”这个版本",
		"check --since HEAD @/r @/none/x": "",
	} {
		code, out, errs := p.run(line)
		if want == "" {
			assert.Equal(t, ExitUnread, code, line)
			assert.Contains(t, out, "none/x", "a file that is not there is said, changed or not")
			continue
		}
		assert.Equal(t, ExitUsage, code, line)
		assert.Empty(t, out)
		assert.Contains(t, errs, want)
		assert.Regexp(t, `^gouji: .*\p{Han}.*（.*[a-z].*）\n$`, errs)
	}
}

func TestInitWritesSettingsThatHoldAndNeverOverOthers(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- d/a.toml --\n"+form("砚垄镇人民政府", wrong1))
	code, out, errs := p.run("init @/d")
	assert.Equal(t, ExitClean, code, errs)
	assert.Equal(t, "已写好 d/gouji.toml。\n", out)
	code, _, errs = p.run("check --select TB101 @/d")
	assert.Equal(t, ExitFindings, code, errs)
	code, _, errs = p.run("init @/d")
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "没有改动")
	code, _, errs = p.run("init @/none")
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "没有“none”这个文件夹")
	code, _, _ = p.run("init a b")
	assert.Equal(t, ExitUsage, code)
}

func TestConfigShowsWhatHoldsAndFromWhere(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- gouji.toml --\nroot = true\nlanguage = \"en\"\n-- d/gouji.toml --\nfail-on = \"info\"\n-- bad/gouji.toml --\nx = 1\n")
	_, out, _ := p.run("config @/d/a.docx")
	assert.Contains(t, out, "# gouji.toml\n# d/gouji.toml\n")
	assert.Contains(t, out, "fail-on = \"info\" # d/gouji.toml:1\n")
	assert.Contains(t, out, "row-total · default")
	_, of, _ := p.run("config @/d")
	assert.Equal(t, out, of, "a folder stands for the files in it")
	_, out, _ = p.run("config --lang zh --config @/gouji.toml @/d")
	assert.Contains(t, out, "fail-on = \"error\" # 默认\n")
	code, _, errs := p.run("config @/bad")
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, errs, "bad/gouji.toml:1:1")
	code, out, _ = p.run("config --schema")
	assert.Equal(t, ExitClean, code)
	assert.Contains(t, out, "json-schema.org")
	code, _, _ = p.run("config a b")
	assert.Equal(t, ExitUsage, code)
}
