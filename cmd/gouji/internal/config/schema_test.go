package config

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules/catalog"
)

// whole is the template with every key in use.
func whole() []byte {
	lines := bytes.Split(Template, []byte("\n"))
	inside := false // a string of several lines
	for i, line := range lines {
		if rest, ok := bytes.CutPrefix(line, []byte("# ")); ok && (inside || regexp.MustCompile(`^(\[|[a-z_-]+ = |"水利")`).Match(rest)) {
			lines[i] = rest
			inside = inside != (bytes.Count(rest, []byte("'''"))%2 == 1)
		}
	}
	return bytes.Join(lines, []byte("\n"))
}

func TestTheTemplateIsGoodAsItStandsAndWithAllOfItInUse(t *testing.T) {
	t.Parallel()
	for _, data := range [][]byte{Template, whole()} {
		f, errs := Parse("g.toml", "/", data, catalog.All())
		require.Empty(t, errs)
		assert.True(t, f.Root)
	}
	f, _ := Parse("g.toml", "/", whole(), catalog.All())
	assert.Len(t, f.Suppress, 1)
	assert.Len(t, f.Local, 2)
	assert.Len(t, f.Facts.Organs, 1)
	assert.Len(t, f.layers, 2)
}

func TestTheTemplateShowsEveryKey(t *testing.T) {
	t.Parallel()
	var walk func(k key, path string)
	walk = func(k key, path string) {
		for _, c := range k.keys {
			if c.name == "rules" {
				continue // one table a rule
			}
			assert.Regexp(t, `(?m)^(# )?(\[+(rule\.)?`+c.name+`\b|`+c.name+` = )`, string(Template), path)
			walk(c, path+"."+c.name)
		}
	}
	walk(root(catalog.All()), "")
}

// judge holds a file to the schema as an editor does.
func judge(t *testing.T, src string) error {
	t.Helper()
	data, err := Schema(catalog.All())
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("gouji.schema.json", doc))
	s, err := c.Compile("gouji.schema.json")
	require.NoError(t, err)
	var v map[string]any
	_, err = toml.Decode(regexp.MustCompile(`= (\d{4}-\d\d-\d\d)`).ReplaceAllString(src, `= "$1"`), &v)
	require.NoError(t, err)
	return s.Validate(plainValue(v))
}

// plainValue turns what the TOML library gives into what JSON would.
func plainValue(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k := range v {
			out[k] = plainValue(v[k])
		}
		return out
	case []map[string]any:
		out := []any{}
		for _, m := range v {
			out = append(out, plainValue(m))
		}
		return out
	case []any:
		out := []any{}
		for _, m := range v {
			out = append(out, plainValue(m))
		}
		return out
	}
	return v
}

func TestTheSchemaAndTheReaderAgree(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		src  string
		good bool
	}{
		{string(Template), true},
		{string(whole()), true},
		{"", true},
		{"select = []", true},
		{"[rules.TB101]\nseverity = \"info\"", true},
		{"[rules.ST509]\nallow = [\"a\"]", true},
		{"selct = []", false},
		{"select = \"TB101\"", false},
		{"select = [1]", false},
		{"fail-on = \"errors\"", false},
		{"root = 1", false},
		{"[rules.TB999]", false},
		{"[rules.TB101]\nallow = []", false},
		{"[rules.TB101]\nseverity = \"never\"", false},
		{"[[organ]]\nkind = \"county\"", false},
		{"[[organ]]\nname = \"a\"\nkind = \"village\"", false},
		{"[[overrides]]\nignore = []", false},
		{"[lexicon]\na = 1", false},
		{"[[suppress]]\npath = \"a\"\ncode = \"TB101\"\nreason = \"a\"\nuntil = \"soon\"", false},
		{"[rules.XR708]\ntimes = 100", true},
		{"[rules.XR708]\ntimes = 1", false},
		{"[rules.XR708]\ntimes = \"100\"", false},
		{"[rules.XR708]\ntimes = 1.5", false},
		{"[rules.NR302]\ntolerance = 0", true},
		{local, true},
		{local + "[rules.LC001]\nseverity = \"info\"", true},
		{local + "[rules.LC001]\nallow = []", false},
		{local + "for_each = \"table\"", false},
		{local + "[[rule.bad]]\ntoml = \"a\"", true},
		{local + "[[rule.bad]]\nsay = \"a\"", false},
		{"[[rule]]\ncode = \"LC001\"\ntitle = \"a\"\nmessage = \"a\"", false},
	} {
		_, errs := Parse("g.toml", "/", []byte(tt.src), catalog.All())
		assert.Equal(t, tt.good, errs == nil, "%s\n%v", tt.src, errs)
		assert.Equal(t, tt.good, judge(t, tt.src) == nil, tt.src)
	}
}

const local = "[[rule]]\ncode = \"LC001\"\ntitle = \"a\"\nassert = \"true\"\nmessage = \"a\"\n"

func TestWhatIsShownBringsAboutTheSame(t *testing.T) {
	t.Parallel()
	dir := write(t, map[string]string{
		"gouji.toml": "root = true\nignore = [\"structure\"]\n[rules.ST509]\nallow = ['a\"b', \"c'\\\\d\"]\n[rules.XR708]\ntimes = 100\n[lexicon]\n\"水利\" = [\"a\"]\n" +
			"[[organ]]\nname = \"檀陵县人民政府\"\nkind = \"county\"\nparent = \"鹭州市人民政府\"\naliases = [\"x\"]\n[[overrides]]\npaths = [\"x\"]\nextend-select = [\"ST509\"]\n",
		"x/gouji.toml": "fail-on = \"info\"\nselect = [\"table\"]\n[rules.TB101]\nseverity = \"warning\"\n[lexicon]\n\"水利\" = [\"b\"]\n[[suppress]]\npath = \"a\"\ncode = \"TB101\"\nreason = \"r\"\nuntil = 2026-12-31\n",
	})
	first := effective(t, dir, "x/a.txt", Flags{})
	shown := first.Show("zh")
	again := write(t, map[string]string{"gouji.toml": "root = true\n" + string(shown)})
	second := effective(t, again, "a.txt", Flags{})
	assert.Equal(t, codes(first), codes(second))
	assert.Equal(t, first.Settings, second.Settings)
	assert.Equal(t, first.FailOn.V, second.FailOn.V)
	assert.Equal(t, first.Files[1].Suppress[0].Until.String(), second.Files[0].Suppress[0].Until.String())

	text := string(shown)
	file := regexp.QuoteMeta(filepath.Base(dir))
	for _, want := range []string{
		`(?m)^fail-on = "info" # .*` + file + `.x.gouji\.toml:1$`,
		`(?m)^language = "zh" # 默认$`,
		`(?m)^  "TB101", # row-total · .*x.gouji\.toml:2 select$`,
		`(?m)^  # "ST505", # label · .*x.gouji\.toml:2 select$`,
		`(?m)^severity = "warning" # .*:4$`,
		`(?m)^times = 100 # .*gouji\.toml:6$`,
		`(?m)^# tolerance = 1 # 默认$`,
		`(?m)^\[\[organ\]\] # .*gouji\.toml$`,
	} {
		assert.Regexp(t, strings.ReplaceAll(want, "/", `[/\\]`), text)
	}
}

func codes(e *Effective) (out []string) {
	for _, r := range e.Rules {
		out = append(out, r.Code)
	}
	return out
}
