package intake

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/schema"
)

// The least figures that are not said to be lost one by one: a run as long as
// no sentence has them, and, where no row of the form was bound at all, so many
// at the ends of lines that a table must have stood there.
const (
	looseRun   = 5
	looseTable = 4
	looseHeads = 3 // labels of rows without figures that make a form
)

// sayLoose says which figures of lines were bound to no row. Where none was,
// the table stood there and was not read; where its labels stand without any
// figure, it is a form that was not filled.
func (c *collected) sayLoose(tokens []token) {
	var long []schema.Text
	var all []token
	for _, run := range c.loose {
		if len(run) >= looseRun {
			long = append(long, runText(run))
		}
		if len(run) > 0 && run[len(run)-1].last {
			all = append(all, run...)
		}
	}
	switch {
	case len(c.rows) == 0 && len(all) >= looseTable:
		c.extra = append(c.extra, c.unreadLines(all))
	case len(long) > 0:
		c.extra = append(c.extra, unlabelled(c.key, long))
	case len(c.rows) == 0 && !c.header:
		c.emptyLines(tokens)
	}
}

// runText is what a run of figures says, with the place of all of it.
func runText(run []token) schema.Text {
	var words []string
	for _, t := range run {
		words = append(words, t.text.Value)
	}
	return schema.NewText(strings.Join(words, " "), run[0].text.Whole().To(run[len(run)-1].text.Whole()))
}

func unlabelled(key schema.FormKey, runs []schema.Text) schema.Problem {
	first := runs[0]
	p := schema.Problem{
		Kind: schema.UnreadTable, Place: first.Whole(), Form: key, Words: first.Value,
		ZH: "有一串数字前面没有认得出的行名（" + first.Value + "），没有核对。",
		EN: "figures without a label that can be read (" + first.Value + ") were not checked",
	}
	if n := len(runs); n > 1 {
		p.ZH = fmt.Sprintf("有 %d 串数字前面没有认得出的行名（第一串是 %s），没有核对。", n, first.Value)
		p.EN = fmt.Sprintf("%d runs of figures without a label that can be read (the first is %s) were not checked", n, first.Value)
	}
	return p
}

// unreadLines says that a table stood there and none of it could be bound.
func (c *collected) unreadLines(figures []token) schema.Problem {
	spec := c.edition(c.due).Form(c.key)
	p := schema.Problem{
		Kind: schema.UnreadTable, Place: figures[0].text.Whole(), Form: c.key, Words: spec.Title,
		ZH: fmt.Sprintf("表%s所在的部分有 %d 个数，但看不出各在哪一行、哪一栏（多半是表格没有边框线，或转换时丢了表格），整张表没有核对；请用原来的 Word 文件检查，或给表格加上边框线后重新导出。", zhNumber(spec.Number), len(figures)),
		EN: fmt.Sprintf("the section of form %d has %d figures, and which row and column each belongs to cannot be seen, as in a table without lines; the form was not checked; use the Word file it was made from, or give the table borders and export it again", spec.Number, len(figures)),
	}
	for _, row := range spec.Rows {
		p.Cells = append(p.Cells, row.Cells...)
	}
	return p
}

// emptyLines finds the labels of a form without any figure.
func (c *collected) emptyLines(tokens []token) {
	var labels []token
	for _, t := range tokens {
		if m, ok := formIndex(c.key).find(t.text.Value); ok && m.whole && !m.slips {
			labels = append(labels, t)
		}
	}
	if len(labels) >= looseHeads {
		c.header = true
		c.seen(labels[0].text.Whole(), "lines")
	}
}
