package table

import (
	"fmt"
	"strconv"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func abs(n int64) int64 { return max(n, -n) }

// sumName names the row or column that a sum runs over: 表三“总计”列.
func sumName(f *schema.FormSpec, s *schema.Sum) rules.Words {
	if s.Row != nil {
		return rules.Words{
			ZH: fmt.Sprintf("%s“%s”行", formName(f), s.Row.Name()),
			EN: fmt.Sprintf("form %d, row %q", f.Number, s.Row.Name()),
		}
	}
	label := s.Column
	for _, c := range f.Blocks[0].Columns {
		if c.Key == s.Column {
			label = c.Label
		}
	}
	return rules.Words{
		ZH: fmt.Sprintf("%s“%s”列", formName(f), label),
		EN: fmt.Sprintf("form %d, column %q", f.Number, label),
	}
}

// longSum is how many parts a sum is written out with; longer ones are given by
// their result.
const longSum = 7

// arithmetic writes out what does not agree: 10 + 1 + 0 + 0 = 11，总计填 0.
func arithmetic(o relation.Outcome) (zh, en string) {
	switch rel := o.Sum.Relation; {
	case len(o.Sum.Right) > 1:
		s := fmt.Sprintf("%d ≠ %d", o.Left, o.Right)
		return "左边合计 " + itoa(o.Left) + "，右边合计 " + itoa(o.Right), s
	case len(o.Sum.Left) > longSum || rel.Each == "column":
		return fmt.Sprintf("各项之和为 %d，总计填 %d", o.Left, o.Right), fmt.Sprintf("the parts make %d, the total says %d", o.Left, o.Right)
	}
	return fmt.Sprintf("各栏之和为 %d，总计填 %d", o.Left, o.Right), fmt.Sprintf("the parts make %d, the total says %d", o.Left, o.Right)
}
