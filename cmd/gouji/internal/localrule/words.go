package localrule

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"cel.dev/cel-go/cel"

	"github.com/gouji/gouji/rules"
)

// plain turns a message of CEL into one for who writes a rule and may not read
// English; what is not known is quoted.
func plain(message string) rules.Words {
	message = strings.ReplaceAll(strings.TrimSpace(message), "localrule.", "")
	for _, k := range known {
		if m := k.shape.FindStringSubmatch(message); m != nil {
			zh, hint := k.zh(m), ""
			if k.names != nil {
				hint = rules.Nearest(m[1], k.names())
			}
			return rules.Words{ZH: zh + meant("，是否指 ", hint), EN: message + meant("; did you mean ", hint)}
		}
	}
	return rules.Words{ZH: "这里写得不对：" + message, EN: message}
}

var known = []struct {
	shape *regexp.Regexp
	zh    func(m []string) string
	names func() []string
}{
	{regexp.MustCompile(`^undeclared reference to '([^']+)'`), func(m []string) string { return fmt.Sprintf("没有“%s”这个名字", m[1]) }, names},
	{regexp.MustCompile(`^undefined field '([^']+)'`), func(m []string) string { return fmt.Sprintf("没有“%s”这个字段", m[1]) }, fields},
	{regexp.MustCompile(`^found no matching overload for '([^']+)' applied to '(.+)'`), func(m []string) string {
		return fmt.Sprintf("“%s”不能用在这样的值上：%s", strings.Trim(m[1], "_@"), celTypes.Replace(m[2]))
	}, nil},
	{regexp.MustCompile(`^Syntax error: mismatched input '<EOF>'`), func([]string) string { return "写到这里中断了，后面还缺内容" }, nil},
	{regexp.MustCompile(`^Syntax error: (?:mismatched|extraneous) input '([^']+)'`), func(m []string) string { return fmt.Sprintf("“%s”不该出现在这里", m[1]) }, nil},
	{regexp.MustCompile(`^Syntax error: token recognition error at: '(.*)'`), func(m []string) string { return fmt.Sprintf("不认识“%s”这样的写法", m[1]) }, nil},
	{regexp.MustCompile(`^Syntax error`), func([]string) string { return "写法有误，缺少或多了符号" }, nil},
	{regexp.MustCompile(`^invalid matches argument`), func([]string) string { return "正则表达式写法有误" }, nil},
	{regexp.MustCompile(`limit`), func([]string) string { return "表达式太长、太深或循环太多" }, nil},
	{regexp.MustCompile(`division by zero|modulus by zero`), func([]string) string { return "除数为 0，请先判断，如 b == 0 || a / b < 2" }, nil},
	{regexp.MustCompile(`index out of bounds|no such key`), func([]string) string { return "没有这一项，请先用 size() 判断" }, nil},
	{regexp.MustCompile(`overflow`), func([]string) string { return "数太大，算不下去" }, nil},
}

var celTypes = strings.NewReplacer("string", "文字", "int", "整数", "bool", "真假", "double", "小数", "list", "列表")

func typeName(t *cel.Type) rules.Words {
	en := strings.ReplaceAll(cel.FormatCELType(t), "localrule.", "")
	return rules.Words{ZH: celTypes.Replace(en), EN: en}
}

// names are what stands at the head of an expression.
func names() []string { return append([]string{"size", "has", "matches"}, Units...) }

// fields are those of all types of the view.
func fields() []string {
	var out []string
	for _, v := range viewTypes {
		t := reflect.TypeOf(v.value)
		for i := range t.NumField() {
			if name := t.Field(i).Tag.Get("cel"); name != "" {
				out = append(out, name)
			}
		}
	}
	return out
}
