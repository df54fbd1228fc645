package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// project is a folder of files, written as "-- name --" before each, that ends
// the search for gouji.toml.
type project struct {
	t   *testing.T
	dir string
}

func newProject(t *testing.T, files string) project {
	t.Helper()
	p := project{t, t.TempDir()}
	p.write(files)
	if _, err := os.Stat(p.path("gouji.toml")); err != nil {
		p.write("-- gouji.toml --\nroot = true\n")
	}
	return p
}

func (p project) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p project) write(files string) {
	p.t.Helper()
	parts := strings.Split("\n"+files, "\n-- ")
	for _, part := range parts[1:] {
		name, data, ok := strings.Cut(part, " --\n")
		require.True(p.t, ok, part)
		require.NoError(p.t, os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
		require.NoError(p.t, os.WriteFile(p.path(name), []byte(data+"\n"), 0o644))
	}
}

func (p project) read(name string) string {
	p.t.Helper()
	data, err := os.ReadFile(p.path(name))
	require.NoError(p.t, err)
	return string(data)
}

// run runs the command line; @ stands for the project's folder. Both streams
// come back with the folder left out.
func (p project) run(line string) (code int, out, errs string) {
	p.t.Helper()
	var o, e bytes.Buffer
	env := Env{
		Stdin: strings.NewReader(""), Stdout: &o, Stderr: &e, Getenv: func(string) string { return "" },
		Today: func() schema.Date { return schema.Date{Year: 2026, Month: 11, Day: 24} },
	}
	args := strings.Fields(line)
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "@", p.dir)
	}
	code = Main(args, env)
	return code, p.short(o.String()), p.short(e.String())
}

// short leaves the folder out of what was printed, whether it was called by its
// whole name or as seen from here.
func (p project) short(s string) string {
	if wd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(wd, p.dir); err == nil {
			s = strings.ReplaceAll(s, rel+string(filepath.Separator), "")
		}
	}
	return filepath.ToSlash(strings.ReplaceAll(s, p.dir+string(filepath.Separator), ""))
}

// form is a report in TOML whose rows of received and carried applications are
// these.
func form(organ, received string) string {
	return fmt.Sprintf("[report]\ntitle = \"%[1]s2024年政府信息公开工作年度报告\"\norgan = \"%[1]s\"\nyear = 2024\n[applications]\nreceived = %s\n", organ, received)
}

// right, wrong1 and wrong2 are rows of form three.
const (
	right  = "[3, 1, 0, 0, 0, 0, 4]"
	wrong1 = "[3, 1, 0, 0, 0, 0, 5]"
	wrong2 = "[3, 1, 0, 0, 0, 0, 9]"
)

const only = " --select TB101 --format text "

func TestSettingsDecideTheExitCode(t *testing.T) {
	t.Parallel()
	bad := form("砚垄镇人民政府", wrong1)
	for _, tt := range []struct {
		name, settings, report, flags string
		want                          int
		says                          string
	}{
		{"an error", "", bad, "", ExitFindings, "TB101"},
		{"nothing", "", form("砚垄镇人民政府", right), "", ExitClean, "✓"},
		{"left out by the file", "ignore = [\"TB101\"]", bad, "", ExitClean, ""},
		{"left out by the file, chosen by a flag", "ignore = [\"TB101\"]", bad, "--select TB101", ExitFindings, "TB101"},
		{"left out by an override", "[[overrides]]\npaths = [\"a.toml\"]\nignore = [\"TB101\"]", bad, "", ExitClean, ""},
		{"left out by an override for others", "[[overrides]]\npaths = [\"b.toml\"]\nignore = [\"TB101\"]", bad, "", ExitFindings, "TB101"},
		{"made less grave", "[rules.TB101]\nseverity = \"warning\"", bad, "", ExitClean, "核实 TB101"},
		{"made less grave, and fatal", "fail-on = \"warning\"\n[rules.TB101]\nseverity = \"warning\"", bad, "", ExitFindings, "核实 TB101"},
		{"never fatal", "fail-on = \"never\"", bad, "", ExitClean, "错误 TB101"},
		{"never fatal, by the flag it is", "fail-on = \"never\"", bad, "--fail-on error", ExitFindings, "错误 TB101"},
		{"never fatal by an override", "[[overrides]]\npaths = [\"*.toml\"]\nfail-on = \"never\"", bad, "", ExitClean, "错误 TB101"},
		{"never fatal does not cover what is unread", "fail-on = \"never\"", "[", "", ExitUnread, "RD001"},
		{"a comment", "", bad + "# gouji:ignore TB101 原件如此", "", ExitFindings, "这里没有 TB101 的问题"},
		{"a comment in its place", "", strings.TrimSpace(bad) + " # gouji:ignore TB101 原件如此", "", ExitClean, "1 个问题已注明忽略"},
		{"a comment without a reason", "", strings.TrimSpace(bad) + " # gouji:ignore TB101", "", ExitFindings, "没有写原因"},
		{"a sidecar", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB101\"\nreason = \"原件如此\"", bad, "", ExitClean, "1 个问题已注明忽略"},
		{"a sidecar for the row", "[[suppress]]\npath = \"*.toml\"\ncode = \"TB101\"\ncell = \"applications.received\"\nreason = \"原件如此\"", bad, "", ExitClean, "1 个问题已注明忽略"},
		{"a sidecar for another row", "[[suppress]]\npath = \"*.toml\"\ncode = \"TB101\"\ncell = \"applications.carried_in\"\nreason = \"原件如此\"", bad, "", ExitFindings, "没有对应的问题"},
		{"a sidecar for other words", "[[suppress]]\npath = \"*.toml\"\ncode = \"TB101\"\nwords = \"信访\"\nreason = \"原件如此\"", bad, "", ExitFindings, "没有对应的问题"},
		{"a sidecar without a reason", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB101\"\nreason = \" \"", bad, "", ExitFindings, "没有写原因"},
		{"a sidecar on its last day", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB101\"\nreason = \"原件如此\"\nuntil = 2026-11-24", bad, "", ExitClean, "1 个问题已注明忽略"},
		{"a sidecar past its day", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB101\"\nreason = \"原件如此\"\nuntil = 2026-11-23", bad, "", ExitFindings, "已经过期"},
		{"a sidecar past its day, some other day", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB101\"\nreason = \"原件如此\"\nuntil = 2026-11-23", bad, "--today 2026-01-01", ExitClean, ""},
		{"a sidecar that nothing matches", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB102\"\nreason = \"原件如此\"", bad, "", ExitFindings, "gouji.toml\n\n  核实 RD005"},
		{"a sidecar that nothing matches is fatal when warnings are", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB102\"\nreason = \"原件如此\"", form("砚垄镇人民政府", right), "--fail-on warning --select TB101,TB102", ExitFindings, "没有对应的问题"},
		{"a sidecar whose rule did not run", "[[suppress]]\npath = \"a.toml\"\ncode = \"TB102\"\nreason = \"原件如此\"", form("砚垄镇人民政府", right), "--fail-on warning --select TB101", ExitClean, ""},
		{"a sidecar for a file that is not there", "[[suppress]]\npath = \"b.toml\"\ncode = \"TB101\"\nreason = \"原件如此\"", bad, "", ExitFindings, "没有对应的文件"},
		{"a sidecar cannot make an unread file clean", "[[suppress]]\npath = \"a.toml\"\ncode = \"RD001\"\nreason = \"原件如此\"", "[", "", ExitUnread, "没有读完"},
		{"wrong settings", "fail-on = \"no\"", bad, "", ExitUsage, ""},
		{"wrong settings win over what is unread", "fail-on = \"no\"", "[", "", ExitUsage, ""},
		{"a wrong day", "", bad, "--today 2026-2-1", ExitUsage, ""},
		{"no baseline", "baseline = \"none.toml\"", bad, "", ExitUsage, ""},
		{"a baseline to write without a name", "", bad, "--write-baseline", ExitUsage, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := newProject(t, "-- gouji.toml --\nroot = true\nselect = [\"TB101\", \"TB102\"]\n"+tt.settings+"\n-- a.toml --\n"+tt.report)
			code, out, errs := p.run("check " + tt.flags + " @/a.toml")
			assert.Equal(t, tt.want, code, "%s%s", out, errs)
			assert.Contains(t, out, tt.says, errs)
			assert.Equal(t, tt.want == ExitUsage, errs != "", errs)
			if tt.want == ExitUsage {
				assert.Empty(t, out)
				assert.Regexp(t, `^gouji: .*\p{Han}.*（.*[a-z].*）\n$`, errs)
			}
		})
	}
}

func TestASuppressionOfManyFilesIsIdleOnlyWhenAllOfThemWereChecked(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- gouji.toml --\nroot = true\n[[suppress]]\npath = \"d\"\ncode = \"TB101\"\nreason = \"原件如此\"\n-- d/a.toml --\n"+
		form("砚垄镇人民政府", right)+"\n-- d/b.toml --\n"+form("苇墩镇人民政府", right)+"\n-- d/notes.jpg --\n")
	_, out, _ := p.run("check --select TB101 @/d/a.toml")
	assert.NotContains(t, out, "RD005", "b.toml was not looked at")
	_, out, _ = p.run("check --select TB101 @/d")
	assert.Contains(t, out, "没有对应的问题")
}

func TestSuppressedFindingsStayInJSON(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- a.toml --\n"+strings.TrimSpace(form("砚垄镇人民政府", wrong1))+" # gouji:ignore TB101 原件如此")
	code, out, _ := p.run("check --select TB101 --format json @/a.toml")
	assert.Equal(t, ExitClean, code)
	assert.Contains(t, out, `"suppressed": {
            "kind": "inline",
            "reason": "原件如此",
            "place": {
              "path": "a.toml",
              "line": 6,
              "column": 34,`)
	assert.Contains(t, out, "\"errors\": 0,\n    \"warnings\": 0,\n    \"infos\": 0,\n    \"unread\": 0,\n    \"suppressed\": 1")
}

func TestABaselineLetsOldFindingsPassAndNewOnesNot(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- gouji.toml --\nroot = true\nbaseline = \"known.toml\"\n-- a.toml --\n"+form("砚垄镇人民政府", wrong1)+"\n-- b.toml --\n"+form("苇墩镇人民政府", right))
	check := func(want int, flags string, says ...string) {
		t.Helper()
		code, out, errs := p.run("check --select TB101 " + flags + " @")
		assert.Equal(t, want, code, "%s%s", out, errs)
		for _, s := range says {
			assert.Contains(t, out+errs, s)
		}
	}
	check(ExitUsage, "", "没有基线文件")
	check(ExitClean, "--write-baseline", "1 个问题已注明忽略或记在基线中")
	written := p.read("known.toml")
	assert.Contains(t, written, "organ = \"砚垄镇人民政府\"\nyear = 2024\ncode = \"TB101\"\ncells = [")
	check(ExitClean, "", "1 个问题已注明忽略或记在基线中")
	check(ExitClean, "--write-baseline")
	assert.Equal(t, written, p.read("known.toml"), "nothing new, nothing changes")

	p.write("-- a.toml --\n# moved\n\n" + form("砚垄镇人民政府", wrong1))
	check(ExitClean, "")
	p.write("-- b.toml --\n" + form("苇墩镇人民政府", wrong1))
	check(ExitFindings, "", "b.toml")
	p.write("-- a.toml --\n" + form("砚垄镇人民政府", right))
	check(ExitFindings, "", "b.toml", "known.toml\n\n  提示 RD005", "已经没有了")
	p.write("-- b.toml --\n" + form("苇墩镇人民政府", right))
	check(ExitClean, "--prune-baseline")
	assert.NotContains(t, p.read("known.toml"), "[[finding]]")
}

func TestABaselineCatchesOneErrorInThePlaceOfAnother(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- a.toml --\n"+form("砚垄镇人民政府", wrong1))
	run := func(flags string) int {
		code, _, _ := p.run("check --select TB101 --baseline @/known.toml " + flags + " @/a.toml")
		return code
	}
	assert.Equal(t, ExitClean, run("--write-baseline"))
	p.write("-- a.toml --\n" + form("砚垄镇人民政府", right) + "carried_in = " + wrong1)
	assert.Equal(t, ExitFindings, run(""), "as many, elsewhere")
	p.write("-- a.toml --\n" + form("砚垄镇人民政府", wrong2))
	assert.Equal(t, ExitFindings, run(""), "the same cell, another figure")
	p.write("-- a.toml --\n" + form("苇墩镇人民政府", wrong1))
	assert.Equal(t, ExitFindings, run(""), "another organ")
	p.write("-- a.toml --\n" + form("砚垄镇人民政府", wrong1))
	assert.Equal(t, ExitClean, run(""))
}

func TestABaselineOfReportsWithoutAnOrganKeepsThemApart(t *testing.T) {
	t.Parallel()
	nameless := "[report]\ntitle = \"年报\"\n[applications]\nreceived = " + wrong1
	p := newProject(t, "-- a.toml --\n"+nameless+"\n-- b.toml --\n"+nameless)
	code, _, errs := p.run("check --select TB101 --baseline @/known.toml --write-baseline @/a.toml")
	require.Equal(t, ExitClean, code, errs)
	code, out, _ := p.run("check --select TB101 --baseline @/known.toml @/a.toml @/b.toml")
	assert.Equal(t, ExitFindings, code)
	assert.Contains(t, out, "\nb.toml")
}

func TestAnUnreadFileIsNeverInABaseline(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- a.toml --\n[")
	code, _, _ := p.run("check --baseline @/known.toml --write-baseline @/a.toml")
	assert.Equal(t, ExitUnread, code)
	assert.NotContains(t, p.read("known.toml"), "[[finding]]")
}

func TestABaselineThatIsNoneIsSaid(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"[":                            "known.toml:1:2：写法有误",
		"<<<<<<< ours":                 "known.toml:1:",
		"[report]":                     "known.toml:1:2：这不像是基线文件",
		"[[finding]]\ncode = 1":        "known.toml:1:1：这条记录的 code 缺少或写得不对",
		"[[finding]]\ncode = \"TB1\"":  "known.toml:1:1：这条记录的 code / fingerprint",
		"finding = 1":                  "known.toml:1:1：这不像是基线文件",
		"finding = [1]":                "known.toml:1:12：这条记录的 [[finding]]",
		"[[finding]]\nyear = \"2024\"": "known.toml:1:1：这条记录的 code / fingerprint",
	} {
		p := newProject(t, "-- a.toml --\n"+form("砚垄镇人民政府", right)+"\n-- known.toml --\n"+src)
		code, out, errs := p.run("check --baseline @/known.toml @/a.toml")
		assert.Equal(t, ExitUsage, code, src)
		assert.Empty(t, out)
		assert.Contains(t, errs, want)
	}
}

func TestTheLanguageOfTheFileGoesBeforeTheLocaleAndAfterTheFlag(t *testing.T) {
	t.Parallel()
	p := newProject(t, "-- gouji.toml --\nroot = true\nlanguage = \"en\"\n-- a.toml --\n"+form("砚垄镇人民政府", wrong1))
	_, out, _ := p.run("check" + only + "@/a.toml")
	assert.Contains(t, out, "error TB101")
	_, out, _ = p.run("check --lang zh" + only + "@/a.toml")
	assert.Contains(t, out, "错误 TB101")
}
