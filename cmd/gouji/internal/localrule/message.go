package localrule

import (
	"fmt"
	"strings"

	"cel.dev/cel-go/cel"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// piece is a part of a message: words, or an expression.
type piece struct {
	words string
	*program
}

// message parts a message into words and the expressions between { and };
// {{ and }} are the marks themselves.
func (c *compiler) message(t schema.Text) []piece {
	var out []piece
	var words strings.Builder
	s := t.Value
	for i := 0; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "{{"), strings.HasPrefix(s[i:], "}}"):
			words.WriteByte(s[i])
			i++
		case s[i] == '}':
			c.fail(span{"message", t, i, len(s)}, 0, rules.Words{ZH: "多了“}”；要写出这个符号请用“}}”", EN: "a } too many; write }} for the mark itself"})
		case s[i] == '{':
			end := closing(s, i)
			if end < 0 {
				c.fail(span{"message", t, i, len(s)}, 0, rules.Words{ZH: "“{”没有配对的“}”；要写出这个符号请用“{{”", EN: "no } closes this {; write {{ for the mark itself"})
				return nil
			}
			out = append(out, piece{words: words.String()})
			words.Reset()
			p := c.compile(span{"message", t, i + 1, end}, []*cel.Type{cel.StringType, cel.IntType, cel.UintType, cel.DoubleType, cel.BoolType})
			out = append(out, piece{program: p})
			i = end
		default:
			words.WriteByte(s[i])
		}
	}
	return append(out, piece{words: words.String()})
}

// closing returns where the brace at i is closed, or -1. Braces in strings of
// CEL do not count.
func closing(s string, i int) int {
	depth, quote := 0, byte(0)
	for ; i < len(s); i++ {
		switch b := s[i]; {
		case quote != 0 && b == '\\':
			i++
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '{':
			depth++
		case b == '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// say writes the message; vars are what its expressions see.
func (m *check) say(vars map[string]any) (string, error) {
	var b strings.Builder
	for _, p := range m.message {
		if p.program == nil {
			b.WriteString(p.words)
			continue
		}
		v, _, err := p.Eval(vars)
		if err != nil {
			return "", &failed{p.program, err}
		}
		fmt.Fprint(&b, v.Value())
	}
	return b.String(), nil
}
