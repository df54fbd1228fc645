package document

import (
	"fmt"
	"strings"
)

// show writes a document out for tests: # headings, paragraphs, one line a row
// with its cells, covered places as ^, and ! for problems.
func show(doc *Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		switch block.Kind {
		case Heading:
			fmt.Fprintf(&b, "%s %s\n", strings.Repeat("#", block.Level), oneLine(block.Text.Value))
		case Paragraph:
			fmt.Fprintf(&b, "%s\n", oneLine(block.Text.Value))
		case TableBlock:
			for _, row := range block.Table.Rows {
				b.WriteString(showRow(row) + "\n")
			}
		}
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&b, "!%s %d:%d\n", p.Kind, p.Place.Line, p.Place.Column)
	}
	return b.String()
}

func showRow(row Row) string {
	var cells []string
	for _, c := range row.Cells {
		s := oneLine(c.Text.Value)
		if c.Covered {
			s = "^"
		}
		span := ""
		if c.ColSpan > 1 || c.RowSpan > 1 {
			span = fmt.Sprintf("<%dx%d>", c.ColSpan, c.RowSpan)
		}
		cells = append(cells, fmt.Sprintf("%d:%s%s", c.Column, s, span))
	}
	return "| " + strings.Join(cells, " | ")
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }
