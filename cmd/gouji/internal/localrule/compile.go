package localrule

import (
	"fmt"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common"
	"cel.dev/cel-go/common/ast"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// compiler checks the expressions of one rule and gathers what is wrong with
// them.
type compiler struct {
	unit    string
	faults  []Fault
	cells   []schema.CellID // that the expressions name, in order
	section string          // the first section that they name
}

// span is a part of a text that holds an expression.
type span struct {
	field string // the key of the text
	text  schema.Text
	i, j  int
}

// at returns where a byte of the expression stands in its file, and in its text.
func (s span) at(offset int) (p schema.Place, line, column int) {
	k := min(s.i+offset, len(s.text.Value))
	head := s.text.Value[:k]
	start := strings.LastIndexByte(head, '\n') + 1
	return s.text.Place(k, k), strings.Count(head, "\n") + 1, len([]rune(head[start:])) + 1
}

func (c *compiler) fail(s span, offset int, w rules.Words) {
	place, line, column := s.at(offset)
	c.faults = append(c.faults, Fault{place, rules.Words{
		ZH: fmt.Sprintf("%s 第 %d 行第 %d 列：%s", s.field, line, column, w.ZH),
		EN: fmt.Sprintf("%s, line %d, column %d: %s", s.field, line, column, w.EN),
	}})
}

// program is an expression that is ready to run.
type program struct {
	span
	cel.Program
	ast *ast.AST
}

func (c *compiler) assert(t schema.Text) *program {
	s := span{"assert", t, 0, len(t.Value)}
	return c.compile(s, []*cel.Type{cel.BoolType})
}

// compile checks the expression; its result must be of one of the types.
func (c *compiler) compile(s span, want []*cel.Type) *program {
	if strings.TrimSpace(s.text.Value[s.i:s.j]) == "" {
		c.fail(s, 0, rules.Words{ZH: "这里要写一个表达式", EN: "there must be an expression"})
		return nil
	}
	w, err := worlds[c.unit]()
	if err != nil {
		panic(fmt.Sprintf("localrule: the environment of %s: %v", c.unit, err)) // a fault of this package; its tests make all of them
	}
	checked, issues := w.Compile(s.text.Value[s.i:s.j])
	if issues.Err() != nil {
		for _, e := range issues.Errors() {
			c.fail(s, offset(s, e.Location), plain(e.Message))
		}
		return nil
	}
	if !slices.ContainsFunc(want, checked.OutputType().IsExactType) {
		c.fail(s, 0, rules.Words{
			ZH: fmt.Sprintf("表达式的结果应为%s，不是%s", typeName(want[0]).ZH, typeName(checked.OutputType()).ZH),
			EN: fmt.Sprintf("the expression must be a %s, not %s", typeName(want[0]).EN, typeName(checked.OutputType()).EN),
		})
		return nil
	}
	c.look(s, checked.NativeRep())
	p, err := w.Program(checked, cel.CostLimit(maxCost), cel.EvalOptions(cel.OptOptimize))
	if err != nil {
		c.fail(s, 0, plain(err.Error()))
		return nil
	}
	return &program{s, p, checked.NativeRep()}
}

// offset returns the byte of the expression at a location of it.
func offset(s span, at common.Location) int {
	if at == nil || at.Line() < 1 {
		return 0
	}
	text, n := s.text.Value[s.i:s.j], 0
	for range at.Line() - 1 {
		n += strings.IndexByte(text[n:], '\n') + 1
	}
	for range at.Column() {
		n += len(firstRune(text[n:]))
	}
	return min(n, len(text))
}
