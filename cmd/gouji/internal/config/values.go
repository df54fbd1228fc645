package config

import (
	"errors"
	"fmt"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func notEmpty(s string) *fault {
	if strings.TrimSpace(s) != "" {
		return nil
	}
	return &fault{words: rules.Words{ZH: "这里不能为空", EN: "this must not be empty"}}
}

// ruleWord holds a word to those that choose rules.
func ruleWord(c rules.Catalog, s string) *fault {
	var unknown *rules.UnknownRuleError
	if !errors.As(c.Known(s), &unknown) {
		return nil
	}
	return &fault{rules.Words{
		ZH: fmt.Sprintf("没有“%s”这条规则、名称或类别，全部规则见 gouji rules", s),
		EN: fmt.Sprintf("no rule, name or family %q; gouji rules lists them", s),
	}, unknown.Nearest}
}

func ruleCode(c rules.Catalog, s string) *fault {
	var codes []string
	for _, r := range c {
		if r.Code == s {
			return nil
		}
		codes = append(codes, r.Code)
	}
	nearest := rules.Nearest(s, codes)
	if r := c.Find(s); r != nil {
		nearest = r.Code
	}
	return &fault{rules.Words{
		ZH: fmt.Sprintf("没有“%s”这个规则代码，全部代码见 gouji rules", s),
		EN: fmt.Sprintf("no rule has the code %q; gouji rules lists them", s),
	}, nearest}
}

func goodGlob(s string) *fault {
	switch {
	case strings.TrimSpace(s) == "":
		return notEmpty(s)
	case strings.Contains(s, `\`):
		return &fault{words: rules.Words{ZH: `路径请用“/”分隔，不用“\”`, EN: `use / in paths, not \`}, nearest: strings.ReplaceAll(s, `\`, "/")}
	case strings.HasPrefix(s, "/") || strings.Contains("/"+s+"/", "/../"):
		return &fault{words: rules.Words{ZH: "路径从 gouji.toml 所在文件夹算起，不能以“/”开头，也不能含“..”", EN: "paths begin in the folder of gouji.toml, without a leading / and without .."}}
	case !doublestar.ValidatePattern(s):
		return &fault{words: rules.Words{ZH: "通配符写法有误", EN: "the pattern is malformed"}}
	}
	return nil
}

// goodCell takes the path of a cell or of a row.
func goodCell(s string) *fault {
	var known []string
	seen := map[string]bool{}
	for id := range schema.CellID(schema.CellCount()) {
		path := id.Path()
		row := path[:strings.LastIndexByte(path, '.')]
		if s == path || s == row {
			return nil
		}
		for _, p := range []string{path, row} {
			if !seen[p] {
				seen[p], known = true, append(known, p)
			}
		}
	}
	return &fault{rules.Words{
		ZH: fmt.Sprintf("没有“%s”这一格或这一行", s),
		EN: fmt.Sprintf("there is no cell or row %q", s),
	}, rules.Nearest(s, known)}
}

// covers reports whether a pattern matches the path, or a folder that it lies
// in. Both are relative to the folder of the file, with slashes.
func covers(pattern, path string) bool {
	pattern = strings.TrimSuffix(strings.TrimPrefix(pattern, "./"), "/")
	if pattern == "" || pattern == "." {
		return true
	}
	if !strings.ContainsAny(pattern, `*?[{`) { // most are, and there may be thousands
		rest, ok := strings.CutPrefix(path, pattern)
		return ok && (rest == "" || rest[0] == '/')
	}
	for {
		if ok, err := doublestar.Match(pattern, path); ok || err != nil {
			return ok
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return false
		}
		path = path[:i]
	}
}
