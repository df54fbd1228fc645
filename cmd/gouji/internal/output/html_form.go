package output

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// form draws one of the three forms as the official one is drawn, with what the
// report prints in it.
func (d *htmlReport) form(f *schema.Form) {
	d.put("<div class=\"scroll\"><table class=\"form\">")
	switch {
	case f.Spec.Across:
		d.across(f)
	case slices.ContainsFunc(f.Spec.Rows, func(r *schema.RowSpec) bool { return len(r.Group) > 0 }):
		d.grouped(f)
	default:
		d.blocks(f)
	}
	d.put("</table></div>")
}

// blocks draws form two: one block under the other, each with heads of its own,
// all as wide as the widest.
func (d *htmlReport) blocks(f *schema.Form) {
	width := 1
	for _, b := range f.Spec.Blocks {
		width = max(width, len(b.Columns))
	}
	for _, b := range f.Spec.Blocks {
		d.put("<tr><th class=\"block\" colspan=\"%d\">%s</th></tr><tr><th>%s</th>", width+1, d.head(f, b.Label), "信息内容")
		for i, c := range b.Columns {
			d.put("<th%s>%s</th>", colspan(width, len(b.Columns), i), d.head(f, c.Label))
		}
		d.put("</tr>")
		for _, row := range b.Rows {
			d.put("<tr>%s", d.label(f, row, ""))
			d.cells(f, row, width)
			d.put("</tr>\n")
		}
	}
}

// colspan spreads n columns over width, the last one taking what is left.
func colspan(width, n, i int) string {
	span := max(width/n, 1)
	if i == n-1 {
		span = width - span*(n-1)
	}
	return spans("col", span)
}

// spans is the attribute of a cell that takes n columns or rows.
func spans(side string, n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(" %sspan=\"%d\"", side, n)
}

// grouped draws form three: its rows under labels that stand above several.
func (d *htmlReport) grouped(f *schema.Form) {
	deep := 1
	for _, row := range f.Spec.Rows {
		deep = max(deep, len(row.Group)+1)
	}
	for _, b := range f.Spec.Blocks {
		d.groupedHead(f, b, deep)
		var above []string
		for n, row := range b.Rows {
			d.put("<tr>")
			for level, group := range row.Group {
				if level < len(above) && slices.Equal(above[:level+1], row.Group[:level+1]) {
					continue
				}
				d.put("<th%s>%s</th>", spans("row", together(b.Rows[n:], level)), esc(group))
			}
			above = row.Group
			d.put("%s", d.label(f, row, spans("col", deep-len(row.Group))))
			d.cells(f, row, len(b.Columns))
			d.put("</tr>\n")
		}
	}
}

// together counts the rows from the first on that share its labels down to the
// level.
func together(rows []*schema.RowSpec, level int) int {
	n := 0
	for _, row := range rows {
		if len(row.Group) <= level || !slices.Equal(row.Group[:level+1], rows[0].Group[:level+1]) {
			break
		}
		n++
	}
	return n
}

func (d *htmlReport) groupedHead(f *schema.Form, b *schema.BlockSpec, deep int) {
	d.put("<tr><th class=\"rule\" colspan=\"%d\" rowspan=\"3\">%s</th><th colspan=\"%d\">%s</th></tr><tr>", deep, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", len(b.Columns), d.head(f, b.Label))
	var under []schema.ColumnSpec
	for _, c := range b.Columns {
		if !slices.Contains(b.ColumnGroup.Columns, c.Key) {
			d.put("<th rowspan=\"2\">%s</th>", d.head(f, c.Label))
			continue
		}
		if under = append(under, c); len(under) == 1 {
			d.put("<th colspan=\"%d\">%s</th>", len(b.ColumnGroup.Columns), d.head(f, b.ColumnGroup.Label))
		}
	}
	d.put("</tr><tr>")
	for _, c := range under {
		d.put("<th>%s</th>", d.head(f, c.Label))
	}
	d.put("</tr>\n")
}

// across draws form four: its blocks side by side over one row of figures.
func (d *htmlReport) across(f *schema.Form) {
	top := func(b *schema.BlockSpec) string { return strings.Join(b.Group, "") }
	d.put("<tr>")
	for n, b := range f.Spec.Blocks {
		switch {
		case len(b.Group) == 0:
			d.put("<th colspan=\"%d\" rowspan=\"2\">%s</th>", len(b.Columns), d.head(f, b.Label))
		case n == 0 || top(f.Spec.Blocks[n-1]) != top(b):
			width := 0
			for _, o := range f.Spec.Blocks[n:] {
				if top(o) == top(b) {
					width += len(o.Columns)
				}
			}
			d.put("<th colspan=\"%d\">%s</th>", width, d.head(f, b.Group[0]))
		}
	}
	d.put("</tr><tr>")
	for _, b := range f.Spec.Blocks {
		if len(b.Group) > 0 {
			d.put("<th colspan=\"%d\">%s</th>", len(b.Columns), d.head(f, b.Label))
		}
	}
	d.put("</tr><tr>")
	for _, b := range f.Spec.Blocks {
		for _, c := range b.Columns {
			d.put("<th class=\"narrow\">%s</th>", d.head(f, c.Label))
		}
	}
	d.put("</tr><tr>")
	for _, row := range f.Spec.Rows {
		d.cells(f, row, len(row.Cells))
	}
	d.put("</tr>\n")
}

// head is a head as printed where it is marked, else as on the form.
func (d *htmlReport) head(f *schema.Form, official string) string {
	for _, l := range f.Labels {
		if l.Official == official && !l.Printed.IsEmpty() {
			return d.words(l.Printed)
		}
	}
	return esc(official)
}

// label is the label of a row, as the report prints it where it was read whole.
func (d *htmlReport) label(f *schema.Form, row *schema.RowSpec, attributes string) string {
	words := esc(row.Label)
	if found := f.Row(row); found != nil {
		if l := found.Label; l.Whole && !l.Printed.IsEmpty() {
			words = d.words(l.Printed)
		} else if list := d.marks.at(rules.RowPlace(found)); len(list) > 0 {
			words = d.link(words, list)
		}
	}
	return fmt.Sprintf("<th class=\"label\"%s>%s</th>", attributes, words)
}

// cells are the figures of a row. What was not read is not drawn as blank.
func (d *htmlReport) cells(f *schema.Form, row *schema.RowSpec, width int) {
	if found := f.Row(row); found != nil && found.Ragged {
		var values []string
		for _, c := range found.Values {
			values = append(values, esc(c.Raw))
		}
		words := d.link(strings.Join(values, " ｜ "), d.marks.at(rules.RowPlace(found)))
		d.put("<td class=\"unread\" colspan=\"%d\">%s</td>", width, words+d.say("（格数不对，不能对应到列）", " (too few or too many cells)"))
		return
	}
	for i, id := range row.Cells {
		c := d.r.Cell(id)
		content, class := esc(c.Raw), c.State.String()
		list := d.marks.of(id, c)
		switch {
		case c.State == schema.Absent:
			content = d.say("未读到", "not read")
		case len(list) > 0 && strings.TrimSpace(content) == "":
			content = d.say("空白", "blank")
		}
		if len(list) > 0 {
			class += " has " + list[0].class
		}
		d.put("<td class=\"%s\"%s>%s</td>", class, colspan(width, len(row.Cells), i), d.link(content, list))
	}
}
