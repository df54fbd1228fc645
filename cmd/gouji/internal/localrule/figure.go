package localrule

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// lack says that a rule needs a figure that the report does not have. The rule
// is then not checked there, and that is said; it neither holds nor is broken.
type lack struct{ words rules.Words }

func (l *lack) Error() string { return l.words.EN }

var states = map[schema.State]rules.Words{
	schema.Absent: {ZH: "没有这一格，或没有读到", EN: "is not there or was not read"},
	schema.Blank:  {ZH: "空白", EN: "is blank"},
	schema.Slash:  {ZH: "填的是“/”", EN: `is "/"`},
	schema.Words:  {ZH: "填的不是数", EN: "is no figure"},
}

// count returns the cell's figure, a whole number.
func (c *Cell) count() (int64, error) { return c.figure(0) }

// fen returns an amount in 万元 as 分, which is exact: six digits behind the
// point are all that an amount may have.
func (c *Cell) fen() (int64, error) { return c.figure(6) }

func (c *Cell) figure(shift int32) (int64, error) {
	name := c.name()
	if !c.cell.IsNumber() {
		why := states[c.cell.State]
		return 0, &lack{rules.Words{ZH: name.ZH + why.ZH, EN: name.EN + " " + why.EN}}
	}
	if v, ok := c.cell.Value.Shift(shift).Int64(); ok {
		return v, nil
	}
	return 0, &lack{rules.Words{
		ZH: fmt.Sprintf("%s填 %s，不是整数", name.ZH, c.Raw), EN: fmt.Sprintf("%s is %s and no whole number", name.EN, c.Raw),
	}}
}

// count returns the figure that the prose tells.
func (c *Claim) count() (int64, error) {
	if v, ok := c.value.Int64(); ok {
		return v, nil
	}
	return 0, &lack{rules.Words{ZH: fmt.Sprintf("“%s”说的不是整数", c.Text), EN: fmt.Sprintf("%q tells no whole number", c.Text)}}
}
