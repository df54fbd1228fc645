package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules/catalog"
)

func TestFaultsOfLocalRulesHaveTheirPlaceInTheFile(t *testing.T) {
	t.Parallel()
	const head = "[[rule]]\ntitle = \"a\"\nmessage = \"b\"\n" // three lines
	for _, c := range []struct {
		name, src    string
		line, column int
		say          string
	}{
		{"in a literal string", head + "code = \"LC001\"\nassert = 'report.yaer > 1'", 5, 17, "是否指 year"},
		{"behind escapes", head + "code = \"LC001\"\nassert = \"report.title != \\\"\\u5e74\\\" && report.yaer > 1\"", 5, 47, "是否指 year"},
		{"in a string of several lines", head + "code = \"LC001\"\nassert = '''\nreport.year > 1 &&\n  report.yaer > 1'''", 7, 9, "assert 第 2 行第 9 列"},
		{"with the line ends of Windows", "[[rule]]\r\ntitle = \"a\"\r\nmessage = \"b\"\r\ncode = \"LC001\"\r\nassert = '''\r\nreport.year > 1 &&\r\n  report.yaer > 1'''", 7, 9, "assert 第 2 行第 9 列"},
		{"in the message", "[[rule]]\ntitle = \"a\"\ncode = \"LC001\"\nassert = \"true\"\nmessage = \"有 {report.yaer} 年\"", 5, 21, "message 第 1 行第 10 列"},
		{"the code of a built-in rule", head + "code = \"TB101\"\nassert = \"true\"", 4, 8, "应为 L、一个大写字母、三位数字"},
		{"a name that is taken", head + "code = \"LC001\"\nname = \"row-total\"\nassert = \"true\"", 5, 8, "已经用于规则 TB101"},
		{"a name that is none", head + "code = \"LC001\"\nname = \"Row1\"\nassert = \"true\"", 5, 8, "小写字母"},
		{"a code given twice", head + "code = \"LC001\"\nassert = \"true\"\n" + head + "code = \"LC001\"\nassert = \"true\"", 9, 8, "已经用于另一条规则"},
		{"no condition", head + "code = \"LC001\"", 1, 1, "缺少 assert"},
		{"a condition that is no string", head + "code = \"LC001\"\nassert = true", 5, 10, "应为加引号的文字"},
		{"a sample of two kinds", head + "code = \"LC001\"\nassert = \"true\"\n[[rule.bad]]\ntoml = \"a\"\ntext = \"b\"", 6, 1, "toml、text、file 中的一项"},
		{"a rule that no file has", "ignore = [\"LC001\"]", 1, 11, "没有“LC001”这条规则"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, errs := Parse("gouji.toml", "/", []byte(c.src), catalog.All())
			require.NotEmpty(t, errs)
			assert.Contains(t, errs[0].Words.ZH, c.say)
			assert.Equal(t, [2]int{c.line, c.column}, [2]int{errs[0].Place.Line, errs[0].Place.Column})
		})
	}
}

func TestLocalRulesHoldBelowTheirFolder(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"gouji.toml":   "root = true\n" + local,
		"a/gouji.toml": "[[rule]]\ncode = \"LC002\"\ntitle = \"a\"\nassert = \"true\"\nmessage = \"a\"\n",
		"b/gouji.toml": "ignore = [\"LC001\"]\n",
	})
	above, a, b := effective(t, dir, "x.txt", Flags{}), effective(t, dir, "a/x.txt", Flags{}), effective(t, dir, "b/x.txt", Flags{})
	assert.Contains(t, codes(above), "LC001")
	assert.NotContains(t, codes(above), "LC002")
	assert.Subset(t, codes(a), []string{"LC001", "LC002"})
	assert.NotContains(t, codes(b), "LC001")
	assert.Contains(t, b.Settings.Codes, "LC001", "comments may still name it")
}

func TestACodeStandsForOneRule(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, other string
		good        bool
	}{
		{"the same rule in two folders", local, true},
		{"another rule in the other folder", "[[rule]]\ncode = \"LC001\"\ntitle = \"a\"\nassert = \"1 == 1\"\nmessage = \"a\"\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := write(t, map[string]string{"gouji.toml": "root = true", "a/gouji.toml": local, "b/gouji.toml": c.other})
			l, err := NewLoader(catalog.All(), Flags{Select: []string{"LC001"}}, "")
			require.NoError(t, err)
			for _, name := range []string{"x.txt", "a/x.txt", "b/x.txt"} {
				_, err := l.For(filepath.Join(dir, name))
				require.NoError(t, err)
			}
			assert.Equal(t, c.good, l.Err() == nil, "%v", l.Err())
			assert.NoError(t, l.KnowsFlags(), "a flag may name a rule that not every folder has")
		})
	}
}

func TestAFlagThatNamesARuleOfNoFileIsRefused(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"gouji.toml": "root = true\n" + local})
	l, err := NewLoader(catalog.All(), Flags{Select: []string{"LC009"}}, "")
	require.NoError(t, err)
	_, err = l.For(filepath.Join(dir, "x.txt"))
	require.NoError(t, err)
	require.ErrorContains(t, l.KnowsFlags(), "LC001")
}

func TestAFileThatIsBeingWrittenIsHeldToThoseAboveIt(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{"gouji.toml": "root = true\n" + local, "a/gouji.toml": "fail-on = 1"})
	dir, err := filepath.EvalSymlinks(dir)
	require.NoError(t, err)
	path := filepath.Join(dir, "a", Name)
	for src, good := range map[string]bool{"ignore = [\"LC001\"]": true, "ignore = [\"LC002\"]": false} {
		f, errs := Check(path, []byte(src), catalog.All())
		assert.Equal(t, good, errs == nil, "%v", errs)
		assert.Equal(t, good, f != nil)
		for _, e := range errs {
			assert.Equal(t, path, e.Place.Path)
		}
	}
	_, err = os.Stat(path)
	require.NoError(t, err)
}
