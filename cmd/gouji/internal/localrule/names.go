package localrule

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// view lists what expressions see, with how it is called.
var viewTypes = []struct {
	name  string
	value any
}{
	{"report", Report{}}, {"sections", Sections{}}, {"section", Section{}}, {"row", Row{}},
	{"column", Column{}}, {"cell", Cell{}}, {"claim", Claim{}},
}

// functions by what they are called on.
var functionDocs = []struct {
	on, name string
	doc      rules.Words
}{
	{"report", `cell("applications.received.total")`, rules.Words{ZH: "这一格", EN: "the cell"}},
	{"report", `count("applications.received.total")`, rules.Words{ZH: "这一格的整数；没有填数的不核对，并说明", EN: "its whole number; without one the rule is not checked, which is said"}},
	{"report", `fen("disclosure.fees.amount")`, rules.Words{ZH: "以万元填的金额折合的分", EN: "an amount in 万元 as 分, which is exact"}},
	{"row", `cell("total")`, rules.Words{ZH: "这一列的格", EN: "the cell of that column"}},
	{"row", `count("total")`, rules.Words{ZH: "这一列的整数", EN: "the whole number of that column"}},
	{"cell", "count()", rules.Words{ZH: "整数", EN: "its whole number"}},
	{"cell", "fen()", rules.Words{ZH: "以万元填的金额折合的分", EN: "an amount in 万元 as 分"}},
	{"claim", "count()", rules.Words{ZH: "说的整数", EN: "the whole number that it tells"}},
}

// Names lists what expressions may name, for who writes rules.
func Names(lang string) string {
	var b strings.Builder
	for i, t := range viewTypes {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s\n", t.name)
		r := reflect.TypeOf(t.value)
		for k := range r.NumField() {
			if f := r.Field(k); f.Tag.Get("cel") != "" {
				fmt.Fprintf(&b, "  .%-12s %-15s %s\n", f.Tag.Get("cel"), celName(f.Type), rules.Words{ZH: f.Tag.Get("zh"), EN: f.Tag.Get("en")}.In(lang))
			}
		}
		for _, f := range functionDocs {
			if f.on == t.name {
				fmt.Fprintf(&b, "  .%s  %s\n", f.name, f.doc.In(lang))
			}
		}
	}
	fmt.Fprintf(&b, "\nclaim.what\n")
	for _, key := range narrative.KindKeys() {
		name := narrative.KindOf(key).Name
		fmt.Fprintf(&b, "  %-28s %s\n", key, rules.Words(name).In(lang))
	}
	return b.String()
}

func celName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice:
		return "list(" + celName(t.Elem()) + ")"
	case reflect.Pointer:
		return celName(t.Elem())
	case reflect.Struct:
		return strings.ToLower(t.Name())
	}
	return t.Kind().String()
}
