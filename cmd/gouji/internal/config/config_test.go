package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema"
)

// write puts files into a folder of their own and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(data), 0o644))
	}
	return dir
}

func effective(t *testing.T, dir, path string, flags Flags) *Effective {
	t.Helper()
	l, err := NewLoader(catalog.All(), flags, "")
	require.NoError(t, err)
	e, err := l.For(filepath.Join(dir, filepath.FromSlash(path)))
	require.NoError(t, err)
	require.NoError(t, l.Err())
	return e
}

// running returns which of TB101 to TB103 run.
func running(e *Effective) string {
	var out []string
	for _, r := range e.Rules {
		if strings.HasPrefix(r.Code, "TB") && r.Code <= "TB103" {
			out = append(out, r.Code)
		}
	}
	return strings.Join(out, " ")
}

func TestFaultsAreSaidWithTheirPlaceAndTheNearestWord(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, src, want string }{
		{"a key", `selct = ["TB"]`, `g.toml:1:1：没有“selct”这个键，是否指 select（no key "selct"; did you mean select）`},
		{"a key of a table", "[[organ]]\nname = \"a\"\n nmae = \"b\"", `g.toml:3:2：[organ] 里没有“nmae”这个键，是否指 name（no key "nmae" in [organ]; did you mean name）`},
		{"a key like none", "xyz = 1", "g.toml:1:1：没有“xyz”这个键，可用的有 root language"},
		{"a value", `fail-on = "warnin"`, `g.toml:1:11：fail-on 不能是“warnin”，是否指 warning，可用的有 error warning info never（fail-on cannot be "warnin"; did you mean warning; known are error warning info never）`},
		{"a type", `fail-on = 1`, "g.toml:1:11：fail-on 应为加引号的文字（fail-on must be a string）"},
		{"words that are no array", `ignore = "TB101"`, "g.toml:1:10：ignore 应为几段文字"},
		{"a word in an array", "ignore = [\n  \"TB101\",\n  3]", "g.toml:3:3：ignore 应为加引号的文字"},
		{"a rule", `ignore = ["TB101", "TB1O2"]`, "g.toml:1:20：ignore：没有“TB1O2”这条规则、名称或类别，全部规则见 gouji rules，是否指 TB102"},
		{"a rule's own table", "[rules.TB1O2]", "g.toml:1:2：[rules] 里没有“TB1O2”这个键，是否指 TB102"},
		{"an option", "[rules.ST509]\nalow = []", "g.toml:2:1：[rules.ST509] 里没有“alow”这个键，是否指 allow"},
		{"an option that another rule has", "[rules.TB101]\nallow = []", "g.toml:2:1：[rules.TB101] 里没有“allow”这个键，可用的有 severity"},
		{"a flag", `root = "yes"`, "g.toml:1:8：root 应为 true 或 false"},
		{"one table where several may stand", "[organ]\nname = \"a\"", "g.toml:1:1：organ 应写成 [[organ]] 段"},
		{"several where one stands", "[[rules]]", "g.toml:1:1：rules 应为一个表"},
		{"a key that is missing", "[[organ]]\nkind = \"county\"", "g.toml:1:1：[[organ]] 缺少 name"},
		{"an organ twice", "[[organ]]\nname = \"a\"\n[[organ]]\nname = \"b\"\naliases = [\"a\"]", "g.toml:3:1：机关“a”在第 1 行已经写过"},
		{"a code that is a name", "[[suppress]]\npath = \"a\"\ncode = \"row-total\"", "g.toml:3:8：suppress.code：没有“row-total”这个规则代码，全部代码见 gouji rules，是否指 TB101"},
		{"a cell", "[[suppress]]\npath = \"a\"\ncode = \"TB101\"\ncell = \"applications.received.totl\"", "是否指 applications.received.total"},
		{"a day that is none", "[[suppress]]\npath = \"a\"\ncode = \"TB101\"\nuntil = \"2026-02-30\"", "g.toml:4:9：suppress.until 应为日期"},
		{"a backslash", "[[suppress]]\npath = 'a\\b'\ncode = \"TB101\"", `路径请用“/”分隔，不用“\”，是否指 a/b`},
		{"a path that leads out", "[[overrides]]\npaths = [\"../a\"]", "不能以“/”开头，也不能含“..”"},
		{"a glob", "[[overrides]]\npaths = [\"a[\"]", "通配符写法有误"},
		{"words of the lexicon", "[lexicon]\n\"水利\" = [\"\"]", "g.toml:2:9：lexicon.水利：这里不能为空"},
		{"a lexicon that is no array", "[lexicon]\n\"水利\" = \"河湖\"", "g.toml:2:8：lexicon.水利 应为几段文字"},
		{"no TOML", "a = [", "g.toml:1:5：写法有误："},
		{"a Chinese key without quotes", "[lexicon]\n水利 = []", "g.toml:2:1：写法有误：键后面缺少等号；中文的键要加引号"},
		{"no text", "a = \"\xff\"", "不是 UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f, errs := Parse("g.toml", "/", []byte(tt.src), catalog.All())
			assert.Nil(t, f)
			require.NotEmpty(t, errs)
			assert.Contains(t, errs.Error(), tt.want)
			for _, line := range strings.Split(errs.Error(), "\n") {
				assert.Regexp(t, `^g\.toml:\d+:\d+：.*\p{Han}.*（.*[a-z].*）$`, line)
				assert.NotContains(t, line, "%!")
			}
		})
	}
}

func TestAllFaultsAreSaidInTheirOrder(t *testing.T) {
	t.Parallel()
	_, errs := Parse("g.toml", "/", []byte("[rules.XX1]\n[[organ]]\nkind = \"x\"\nb = 1\n"), catalog.All())
	var at []string
	for _, e := range errs {
		at = append(at, fmt.Sprint(e.Place.Line))
	}
	assert.Equal(t, []string{"1", "2", "3", "4"}, at)
}

func TestTheNearestFileHasTheLastWord(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"gouji.toml": `root = true
language = "en"
fail-on = "warning"
baseline = "base.toml"
ignore = ["TB101"]
[rules.TB102]
severity = "info"
[rules.ST509]
allow = ["人人"]
[[overrides]]
paths = ["2019"]
extend-select = ["TB101"]
ignore = ["TB103"]
[[overrides]]
paths = ["2019/x/*.txt"]
fail-on = "never"
[[organ]]
name = "檀陵县人民政府"
kind = "county"
[lexicon]
"水利" = ["河湖"]
`,
		"2019/x/gouji.toml": `fail-on = "info"
select = ["TB102"]
[lexicon]
"水利" = ["供水"]
"税务" = ["征管"]
[[organ]]
name = "檀陵县水利局"
`,
		"2020/gouji.toml": "root = true\n",
		"2021/d.txt":      "",
	})
	for _, tt := range []struct {
		path, rules, failOn string
		files               int
	}{
		{"a.txt", "TB102 TB103", "warning", 1},
		{"none/a.txt", "TB102 TB103", "warning", 1},
		{"2019/a.txt", "TB101 TB102", "warning", 1},
		{"2019/x/a.txt", "TB102", "info", 2},
		{"2020/a.txt", "TB101 TB102 TB103", "error", 1},
		{"2021/2019/a.txt", "TB102 TB103", "warning", 1},
	} {
		e := effective(t, dir, tt.path, Flags{})
		assert.Equal(t, tt.rules, running(e), tt.path)
		assert.Equal(t, tt.failOn, e.FailOn.V, tt.path)
		assert.Len(t, e.Files, tt.files, tt.path)
	}
	e := effective(t, dir, "2019/x/a.txt", Flags{Select: []string{"TB103"}, FailOn: "never"})
	assert.Equal(t, "TB103", running(e), "flags win")
	assert.Equal(t, "never", e.FailOn.V)
	assert.Equal(t, "en", e.Language.V)
	assert.Equal(t, filepath.Join(dir, "base.toml"), e.Baseline.V)
	assert.Equal(t, map[string]rules.Severity{"TB102": rules.Info}, e.Settings.Severities)
	assert.Equal(t, map[string]map[string][]string{"ST509": {"allow": {"人人"}}}, e.Settings.Options)
	assert.Equal(t, map[string][]string{"水利": {"河湖", "供水"}, "税务": {"征管"}}, e.Settings.Facts.Lexicon)
	assert.Equal(t, rules.County, e.Settings.Facts.Organ("檀陵县人民政府").Kind)
	assert.NotNil(t, e.Settings.Facts.Organ("檀陵县水利局"))
}

func TestReadingIsNeverLeftOutByASelect(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"gouji.toml": "select = [\"TB101\"]\nroot = true\n"})
	e := effective(t, dir, "a.txt", Flags{})
	assert.Equal(t, "RD001", e.Rules[1].Code)
}

func TestFilesOfTheSameSettingsShareThem(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"gouji.toml": "root = true\n[[overrides]]\npaths = [\"b*\"]\n"})
	l, err := NewLoader(catalog.All(), Flags{}, "")
	require.NoError(t, err)
	get := func(name string) *Effective {
		e, err := l.For(filepath.Join(dir, name))
		require.NoError(t, err)
		return e
	}
	assert.Same(t, get("a1"), get("a2"))
	assert.NotSame(t, get("a1"), get("b1"))
}

func TestTheFileThatIsNamedIsTheOnlyOne(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"gouji.toml": "ignore = [\"TB101\"]\n", "ci/strict.toml": "ignore = [\"TB102\"]\n"})
	l, err := NewLoader(catalog.All(), Flags{}, filepath.Join(dir, "ci", "strict.toml"))
	require.NoError(t, err)
	e, err := l.For(filepath.Join(dir, "a.txt"))
	require.NoError(t, err)
	assert.Equal(t, "TB101 TB103", running(e))
	_, err = NewLoader(catalog.All(), Flags{}, filepath.Join(dir, "none.toml"))
	assert.ErrorContains(t, err, "none.toml：读不出来")
}

func TestPatternsCoverFilesAndFolders(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		pattern, path string
		want          bool
	}{
		{"a.txt", "a.txt", true},
		{"./a.txt", "a.txt", true},
		{"a.txt", "b/a.txt", false},
		{"**/a.txt", "b/a.txt", true},
		{"*.txt", "b/a.txt", false},
		{"b", "b/c/a.txt", true},
		{"b/", "b/c/a.txt", true},
		{"b", "bc/a.txt", false},
		{"20*", "2019/a.txt", true},
		{"*/x", "2019/x/a.txt", true},
	} {
		assert.Equal(t, tt.want, covers(tt.pattern, tt.path), "%s %s", tt.pattern, tt.path)
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	d, ok := ParseDate("2026-02-28")
	assert.True(t, ok)
	assert.Equal(t, schema.Date{Year: 2026, Month: 2, Day: 28}, d)
	for _, s := range []string{"", "2026-2-28", "2026-02-29", "2026-13-01", "2026-02-28T00:00:00Z", "二〇二六"} {
		_, ok := ParseDate(s)
		assert.False(t, ok, s)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "root = true", "select = [\"TB\"]\n[rules.TB101]\nseverity = \"info\"", "[[suppress]]\npath = \"*\"\ncode = \"TB101\"\nuntil = 2026-01-01",
		"[organ]", "[[organ]]\nname = '''a\n'''", "a.b.c = {d = [1, {e = 2}]}", "[lexicon]\n\"水 利\" = [\"a\"]", "rules = []", "overrides = [1]", "suppress = [[]]", "[[overrides]]\npaths = [\"{a,\"]"} {
		f.Add(seed)
	}
	c := catalog.All()
	f.Fuzz(func(t *testing.T, src string) {
		file, errs := Parse("g.toml", "/", []byte(src), c)
		if (file == nil) == (errs == nil) {
			t.Fatalf("neither or both: %v, %v", file, errs)
		}
		for _, e := range errs {
			if e.Words.ZH == "" || e.Words.EN == "" || e.Place.Line < 1 || e.Place.Column < 1 || strings.Contains(e.Error(), "%!") {
				t.Fatalf("an error without words or place: %+v", e)
			}
		}
	})
}
