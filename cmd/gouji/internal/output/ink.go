package output

import (
	"github.com/fatih/color"

	"github.com/gouji/gouji/rules"
)

// ink paints words, or leaves them as they are. Its colours are values of its
// own: the global switch of the library is never touched.
type ink struct {
	bold, faint, good, red, yellow, cyan func(string) string
}

func newInk(on bool) ink {
	paint := func(attributes ...color.Attribute) func(string) string {
		c := color.New(attributes...)
		if on {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return func(s string) string {
			if s == "" {
				return ""
			}
			return c.Sprint(s)
		}
	}
	return ink{
		bold: paint(color.Bold), faint: paint(color.Faint), good: paint(color.FgGreen),
		red: paint(color.FgRed, color.Bold), yellow: paint(color.FgYellow, color.Bold), cyan: paint(color.FgCyan),
	}
}

// of returns the paint of a severity.
func (k ink) of(s rules.Severity) func(string) string {
	switch s {
	case rules.Error:
		return k.red
	case rules.Warning:
		return k.yellow
	}
	return k.cyan
}
