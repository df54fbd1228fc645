package config

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// validator holds a file to the tree of keys. It goes on after a fault, so that
// one run names all of them.
type validator struct{ errs Errors }

func (v *validator) fail(at schema.Place, zh, en string) {
	v.errs = append(v.errs, Error{at, rules.Words{ZH: zh, EN: en}})
}

// table checks the keys of a table; path is how it is called from the top on.
func (v *validator) table(n schema.TOMLNode, k key, path string) {
	for _, name := range n.Keys() {
		child := n.Child(name)
		spec := k.child(name)
		if spec == nil {
			v.unknown(child, name, k, path)
			continue
		}
		v.value(child, *spec, join(path, name))
	}
	for _, c := range k.keys {
		if c.required && n.Child(c.name).Kind() == schema.TOMLNone {
			v.fail(n.Place(), "[["+path+"]] 缺少 "+c.name, "[["+path+"]] lacks "+c.name)
		}
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func (v *validator) unknown(n schema.TOMLNode, name string, k key, path string) {
	zh, en := fmt.Sprintf("没有“%s”这个键", name), fmt.Sprintf("no key %q", name)
	if path != "" {
		zh, en = "["+path+"] 里"+zh, en+" in ["+path+"]"
	}
	known := k.names()
	near := rules.Nearest(name, known)
	switch {
	case near != "":
		v.fail(n.KeyPlace(), zh+"，是否指 "+near, en+"; did you mean "+near)
	case len(known) > 20: // codes of rules
		v.fail(n.KeyPlace(), zh+"，全部规则见 gouji rules", en+"; gouji rules lists them")
	default:
		v.fail(n.KeyPlace(), zh+"，可用的有 "+strings.Join(known, " "), en+"; known are "+strings.Join(known, " "))
	}
}

// value checks a value and what is in it.
func (v *validator) value(n schema.TOMLNode, k key, path string) {
	switch k.kind {
	case table:
		if v.is(n, schema.TOMLTable, path, "应为一个表，如 ["+path+"]", "must be a table") {
			v.table(n, k, path)
		}
	case tables:
		if v.is(n, schema.TOMLArray, path, "应写成 [["+path+"]] 段", "must be written as [["+path+"]]") {
			for _, item := range n.Items() {
				if v.is(item, schema.TOMLTable, path, "应写成 [["+path+"]] 段", "must be written as [["+path+"]]") {
					v.table(item, k, path)
				}
			}
		}
	case lists:
		if v.is(n, schema.TOMLTable, path, "应为一个表，如 ["+path+"]", "must be a table") {
			for _, name := range n.Keys() {
				v.value(n.Child(name), key{kind: texts, check: k.check}, join(path, name))
			}
		}
	case texts:
		if v.is(n, schema.TOMLArray, path, `应为几段文字，如 ["…", "…"]`, "must be an array of strings") {
			for _, item := range n.Items() {
				v.text(item, k, path)
			}
		}
	case text:
		v.text(n, k, path)
	case flag:
		if raw := n.Raw(); n.Kind() != schema.TOMLOther || raw != "true" && raw != "false" {
			v.fail(n.Place(), path+" 应为 true 或 false", path+" must be true or false")
		}
	case number:
		if i, err := strconv.ParseInt(n.Raw(), 10, 64); n.Kind() != schema.TOMLOther || err != nil || i < k.min || i > k.max {
			v.fail(n.Place(), fmt.Sprintf("%s 应为 %d 至 %d 的整数", path, k.min, k.max), fmt.Sprintf("%s must be a whole number from %d to %d", path, k.min, k.max))
		}
	case date:
		if _, ok := parseDate(n); !ok {
			v.fail(n.Place(), path+" 应为日期，如 2026-12-31", path+" must be a date such as 2026-12-31")
		}
	}
}

func (v *validator) is(n schema.TOMLNode, kind schema.TOMLKind, path, zh, en string) bool {
	if n.Kind() == kind {
		return true
	}
	v.fail(n.Place(), path+" "+zh, path+" "+en)
	return false
}

func (v *validator) text(n schema.TOMLNode, k key, path string) {
	if !v.is(n, schema.TOMLString, path, "应为加引号的文字", "must be a string") {
		return
	}
	s := n.Text()
	if k.values != nil {
		for _, known := range k.values {
			if s == known {
				return
			}
		}
		near, known := rules.Nearest(s, k.values), strings.Join(k.values, " ")
		v.fail(n.Place(), fmt.Sprintf("%s 不能是“%s”%s，可用的有 %s", path, s, meant("，是否指 ", near), known),
			fmt.Sprintf("%s cannot be %q%s; known are %s", path, s, meant("; did you mean ", near), known))
		return
	}
	if k.check == nil {
		return
	}
	if f := k.check(s); f != nil {
		v.fail(n.Place(), path+"："+f.words.ZH+meant("，是否指 ", f.nearest), path+": "+f.words.EN+meant("; did you mean ", f.nearest))
	}
}

func meant(before, word string) string {
	if word == "" {
		return ""
	}
	return before + word
}

var dateShape = regexp.MustCompile(`^([0-9]{4})-([0-9]{2})-([0-9]{2})$`)

// ParseDate reads 2026-12-31.
func ParseDate(s string) (schema.Date, bool) {
	m := dateShape.FindStringSubmatch(s)
	if m == nil {
		return schema.Date{}, false
	}
	number := func(s string) (n int) {
		for _, c := range s {
			n = 10*n + int(c-'0')
		}
		return n
	}
	d := schema.Date{Year: number(m[1]), Month: number(m[2]), Day: number(m[3])}
	return d, d.Valid()
}

func parseDate(n schema.TOMLNode) (schema.Date, bool) {
	switch n.Kind() {
	case schema.TOMLString:
		return ParseDate(n.Text())
	case schema.TOMLOther:
		return ParseDate(n.Raw())
	}
	return schema.Date{}, false
}
