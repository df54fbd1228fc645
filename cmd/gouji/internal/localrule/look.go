package localrule

import (
	"fmt"
	"slices"
	"strings"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// look walks a checked expression: it holds the words in it to those that a view
// can have, which types do not, and notes what of the report it speaks of.
func (c *compiler) look(s span, a *ast.AST) {
	ast.PreOrderVisit(a.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		switch e.Kind() {
		case ast.LiteralKind:
			if word, ok := e.AsLiteral().(types.String); ok {
				c.path(s, a, e, string(word))
			}
		case ast.SelectKind:
			if c.section == "" && e.AsSelect().Operand().Kind() == ast.SelectKind && e.AsSelect().Operand().AsSelect().FieldName() == "sections" {
				c.section = e.AsSelect().FieldName()
			}
		case ast.CallKind:
			c.compared(s, a, e.AsCall())
		}
	}))
}

// path holds a word that can only be meant for a cell to those there are.
func (c *compiler) path(s span, a *ast.AST, e ast.Expr, word string) {
	head, _, dotted := strings.Cut(word, ".")
	if !dotted || !slices.Contains(heads(), head) {
		return
	}
	if id, ok := schema.LookupCell(word); ok {
		if !slices.Contains(c.cells, id) {
			c.cells = append(c.cells, id)
		}
		return
	}
	known := append(paths(), rows()...)
	if slices.Contains(known, word) {
		return
	}
	c.fail(s, start(s, a, e), rules.Words{
		ZH: fmt.Sprintf("没有“%s”这一格或这一行%s", word, meant("，是否指 ", rules.Nearest(word, known))),
		EN: fmt.Sprintf("there is no cell or row %q%s", word, meant("; did you mean ", rules.Nearest(word, known))),
	})
}

func meant(before, word string) string {
	if word == "" {
		return ""
	}
	return before + word
}

// start returns the byte at which an expression begins.
func start(s span, a *ast.AST, e ast.Expr) int {
	return offset(s, a.SourceInfo().GetStartLocation(e.ID()))
}

// compared holds words that are compared with a field of few values to those.
func (c *compiler) compared(s span, a *ast.AST, call ast.CallExpr) {
	name := call.FunctionName()
	if (name == operators.Equals || name == operators.NotEquals) && len(call.Args()) == 2 {
		c.pair(s, a, call.Args()[0], call.Args()[1])
		c.pair(s, a, call.Args()[1], call.Args()[0])
	}
	if (name == "cell" || name == "count") && len(call.Args()) == 1 && a.GetType(call.Target().ID()).TypeName() == "localrule.Row" {
		c.word(s, a, call.Args()[0], columns(), "一列", "column")
	}
}

func (c *compiler) pair(s span, a *ast.AST, field, word ast.Expr) {
	if field.Kind() != ast.SelectKind {
		return
	}
	sel := field.AsSelect()
	switch a.GetType(sel.Operand().ID()).TypeName() + "." + sel.FieldName() {
	case "localrule.Cell.state":
		c.word(s, a, word, []string{"number", "blank", "slash", "text", "absent"}, "种格子", "state of a cell")
	case "localrule.Claim.verdict":
		c.word(s, a, word, verdicts[:], "种结论", "verdict")
	case "localrule.Claim.what":
		c.word(s, a, word, narrative.KindKeys(), "种说法", "quantity of the prose")
	case "localrule.Claim.section":
		c.word(s, a, word, append(sectionKeys(), ""), "个部分", "section")
	case "localrule.Row.key":
		c.word(s, a, word, rows(), "一行", "row")
	case "localrule.Column.key":
		c.word(s, a, word, columns(), "一列", "column")
	case "localrule.Row.form", "localrule.Column.form":
		c.word(s, a, word, heads(), "张表", "form")
	case "localrule.Report.edition":
		c.word(s, a, word, []string{"2019", "2021", ""}, "版格式", "edition")
	}
}

func (c *compiler) word(s span, a *ast.AST, e ast.Expr, known []string, zh, en string) {
	if e.Kind() != ast.LiteralKind {
		return
	}
	word, ok := e.AsLiteral().(types.String)
	if !ok || slices.Contains(known, string(word)) {
		return
	}
	near := rules.Nearest(string(word), known)
	hint, hintEN := meant("，是否指 ", near), meant("; did you mean ", near)
	if near == "" && len(known) < 10 {
		hint, hintEN = "，可用的有 "+strings.Join(known, " "), "; known are "+strings.Join(known, " ")
	}
	c.fail(s, start(s, a, e), rules.Words{
		ZH: fmt.Sprintf("没有“%s”这%s%s", word, zh, hint), EN: fmt.Sprintf("there is no %s %q%s", en, word, hintEN),
	})
}

func heads() []string {
	var out []string
	for _, key := range schema.FormKeys() {
		out = append(out, string(key))
	}
	return append(out, "litigation")
}

func sectionKeys() []string {
	return []string{"overview", "disclosure", "applications", "review", "problems", "other"}
}

func paths() []string {
	var out []string
	for id := range schema.CellID(schema.CellCount()) {
		out = append(out, id.Path())
	}
	return out
}

func rows() []string { return cut(func(path string, dot int) string { return path[:dot] }) }

func columns() []string { return cut(func(path string, dot int) string { return path[dot+1:] }) }

// cut returns what part leaves of each path, each once.
func cut(part func(path string, dot int) string) []string {
	var out []string
	seen := map[string]bool{}
	for _, path := range paths() {
		if p := part(path, strings.LastIndexByte(path, '.')); !seen[p] {
			seen[p], out = true, append(out, p)
		}
	}
	return out
}
