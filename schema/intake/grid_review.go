package intake

import (
	"fmt"

	"github.com/gouji/gouji/schema"
)

// reviewColumns is how many figures form four has: three groups of five.
const reviewColumns = 15

// reviewGroups are the rows of form four in their order.
var reviewGroups = []string{"review", "litigation.direct", "litigation.after_review"}

// isReviewWord reports whether the words are a head of form four.
func isReviewWord(words string) bool {
	switch words {
	case "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "其他结果", "尚未审结":
		return true
	}
	return false
}

// reviewGrid binds a table to form four: three lines of heads over one row of
// fifteen figures, or its three groups as rows or tables of their own.
func reviewGrid(c *collected, t *grid) bool {
	heads := 0
	for i := range t.rows {
		heads += t.rows[i].reviewWords()
	}
	if heads < 2 {
		return false
	}
	c.seen(t.table.Place, "grid")
	c.header = true
	var groups []string // named by the heads above, in their order
	for _, g := range t.rows {
		for i := range g.cells[:g.labels] {
			if key := reviewGroup(g.cells[i].all); key != "" {
				groups = appendNew(groups, key)
			}
		}
		if c.reviewRow(&g, groups, t.table.Ruled) {
			groups = nil
		}
	}
	return true
}

// reviewWords counts the heads of form four in a row.
func (g *gridRow) reviewWords() int {
	n := 0
	for i := range g.cells {
		if isReviewWord(g.cells[i].all) {
			n++
		}
	}
	return n
}

func reviewGroup(words string) string {
	switch words {
	case "行政复议":
		return "review"
	case "未经复议直接起诉":
		return "litigation.direct"
	case "复议后起诉":
		return "litigation.after_review"
	}
	return ""
}

// reviewRow takes the figures of one row of the table: all fifteen, or those of
// the groups that the heads above it name. It reports whether it had any.
func (c *collected) reviewRow(g *gridRow, groups []string, ruled bool) bool {
	all := g.values()
	values := all
	if !ruled {
		for len(values) > 0 && values[0].Text.IsEmpty() && len(values) > reviewColumns {
			values = values[1:]
		}
		if len(values) > reviewColumns {
			values = trimTail(values)
		}
	}
	heads := false
	for i := range g.cells[:g.labels] {
		heads = heads || isReviewWord(g.cells[i].all) || g.cells[i].all == "总计"
	}
	given := countGiven(values)
	switch {
	case len(values) == reviewColumns && (given > 0 || !heads):
		cells := parseCells(values)
		for i, key := range reviewGroups {
			c.rows = append(c.rows, found{key: key, values: cells[5*i : 5*i+5], exact: true, place: g.row.Place})
		}
	case given == 0:
		return false
	case len(groups) > 0 && len(values) == 5*len(groups) && !c.hasAny(groups...):
		cells := parseCells(values)
		for i, key := range groups {
			c.rows = append(c.rows, found{key: key, values: cells[5*i : 5*i+5], exact: true, place: g.row.Place})
		}
	default:
		c.extra = append(c.extra, unreadReview(g.row.Place, given))
	}
	return true
}

func unreadReview(at schema.Place, given int) schema.Problem {
	p := schema.Problem{
		Kind: schema.UnreadTable, Place: at, Form: schema.Review, Words: fmt.Sprintf("%d", given),
		ZH: fmt.Sprintf("表四有一行 %d 个数，应为 15 个，哪个数属于哪一栏无法判断，没有核对；请检查是否少填或多填了一格。", given),
		EN: fmt.Sprintf("form four has a row of %d figures where 15 are due; which belongs where cannot be told, and it was not checked", given),
	}
	for _, row := range schema.Editions()[0].Form(schema.Review).Rows {
		p.Cells = append(p.Cells, row.Cells...)
	}
	return p
}
