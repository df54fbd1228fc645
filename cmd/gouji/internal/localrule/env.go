package localrule

import (
	"fmt"
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/ext"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// What an expression may be and do at most. The cost is counted by CEL in steps
// of about a comparison each: a million take some tens of milliseconds.
const (
	maxNodes = 2_000
	maxDepth = 60
	maxSize  = 16 << 10 // characters
	maxRegex = 1_000    // instructions
	maxCost  = 1_000_000
)

// world is an environment for the expressions of one unit.
type world struct {
	*cel.Env
}

// worlds are the environments by unit, each made when it is first asked for.
var worlds = func() map[string]func() (world, error) {
	out := map[string]func() (world, error){}
	for _, unit := range Units {
		out[unit] = sync.OnceValues(func() (world, error) { return newWorld(unit) })
	}
	return out
}()

var (
	reportType  = cel.ObjectType("localrule.Report")
	cellType    = cel.ObjectType("localrule.Cell")
	variableFor = map[string]*cel.Type{
		"report": reportType, "row": cel.ObjectType("localrule.Row"),
		"column": cel.ObjectType("localrule.Column"), "claim": cel.ObjectType("localrule.Claim"),
	}
)

func newWorld(unit string) (world, error) {
	w := &world{}
	tags := types.ParseStructTags(true)
	options := []cel.EnvOption{
		cel.Types(
			cel.NativeTypeFor[Report](tags), cel.NativeTypeFor[Sections](tags), cel.NativeTypeFor[Section](tags),
			cel.NativeTypeFor[Row](tags), cel.NativeTypeFor[Column](tags), cel.NativeTypeFor[Cell](tags), cel.NativeTypeFor[Claim](tags),
		),
		ext.Strings(),
		cel.ExpressionNodeLimit(maxNodes), cel.ExpressionNestingDepthLimit(maxDepth), cel.ParserRecursionLimit(maxDepth),
		cel.ParserExpressionSizeLimit(maxSize), cel.RegexProgramSizeLimit(maxRegex),
		cel.ASTValidators(cel.ValidateRegexLiterals(), cel.ValidateComprehensionNestingLimit(3)),
		cel.Variable("report", reportType),
	}
	if unit != "report" {
		options = append(options, cel.Variable(unit, variableFor[unit]))
	}
	env, err := cel.NewEnv(append(options, w.functions()...)...)
	w.Env = env
	return *w, err
}

// functions are those that expressions have beside CEL's own.
func (w *world) functions() []cel.EnvOption {
	row := variableFor["row"]
	member := func(name string, self *cel.Type, arg *cel.Type, result *cel.Type, call func(self, arg any) (any, error)) cel.EnvOption {
		id := fmt.Sprintf("gouji_%s_%s", self.TypeName(), name)
		if arg == nil {
			return cel.Function(name, cel.MemberOverload(id, []*cel.Type{self}, result, cel.UnaryBinding(func(v ref.Val) ref.Val {
				return w.value(call(v.Value(), nil))
			})))
		}
		return cel.Function(name, cel.MemberOverload(id, []*cel.Type{self, arg}, result, cel.BinaryBinding(func(v, a ref.Val) ref.Val {
			return w.value(call(v.Value(), a.Value()))
		})))
	}
	reportCell := func(self, path any) (*Cell, error) {
		id, ok := schema.LookupCell(path.(string))
		if !ok {
			return nil, &lack{rules.Words{ZH: fmt.Sprintf("没有“%s”这一格", path), EN: fmt.Sprintf("there is no cell %q", path)}}
		}
		return self.(*Report).cell(id), nil
	}
	rowCell := func(self, column any) (*Cell, error) {
		for k, c := range self.(*Row).Cells {
			if self.(*Row).row.Spec.Block.Columns[k].Key == column.(string) {
				return c, nil
			}
		}
		return nil, &lack{rules.Words{ZH: fmt.Sprintf("这一行没有“%s”这一列", column), EN: fmt.Sprintf("the row has no column %q", column)}}
	}
	figure := func(find func(self, arg any) (*Cell, error), read func(*Cell) (int64, error)) func(self, arg any) (any, error) {
		return func(self, arg any) (any, error) {
			c, err := find(self, arg)
			if err != nil {
				return nil, err
			}
			return read(c)
		}
	}
	itself := func(self, _ any) (*Cell, error) { return self.(*Cell), nil }
	cell := func(find func(self, arg any) (*Cell, error)) func(self, arg any) (any, error) {
		return func(self, arg any) (any, error) { return find(self, arg) }
	}
	return []cel.EnvOption{
		member("cell", reportType, cel.StringType, cellType, cell(reportCell)),
		member("count", reportType, cel.StringType, cel.IntType, figure(reportCell, (*Cell).count)),
		member("fen", reportType, cel.StringType, cel.IntType, figure(reportCell, (*Cell).fen)),
		member("cell", row, cel.StringType, cellType, cell(rowCell)),
		member("count", row, cel.StringType, cel.IntType, figure(rowCell, (*Cell).count)),
		member("count", cellType, nil, cel.IntType, figure(itself, (*Cell).count)),
		member("fen", cellType, nil, cel.IntType, figure(itself, (*Cell).fen)),
		member("count", variableFor["claim"], nil, cel.IntType, func(self, _ any) (any, error) { return self.(*Claim).count() }),
	}
}

func (w *world) value(v any, err error) ref.Val {
	if err != nil {
		return types.WrapErr(err)
	}
	return w.CELTypeAdapter().NativeToValue(v)
}
