package made

import "strings"

// Markdown prints the report with headings and tables as Markdown has them, or
// with tables in HTML, which keep their merged cells.
func (m *Made) Markdown() string {
	d := newDice(m.Seed, streamPrint)
	inHTML, repeat := d.in(3), d.in(2)
	var b strings.Builder
	for i, p := range m.parts(false) {
		if i > 0 {
			b.WriteByte('\n')
		}
		switch p.kind {
		case titlePart:
			b.WriteString("# " + p.text + "\n")
		case headLine:
			b.WriteString("## " + p.text + "\n")
		case tablePart:
			if inHTML {
				b.WriteString(p.grid.html(htmlStyle{}))
			} else {
				b.WriteString(p.grid.markdown(repeat))
			}
		default:
			b.WriteString(p.text + "\n")
		}
	}
	return b.String()
}

// markdown prints the grid as a table of GitHub's kind, its first row the head.
func (g grid) markdown(repeat bool) string {
	var b strings.Builder
	for i, row := range g.matrix(repeat) {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", g.columns) + "\n")
		}
	}
	return b.String()
}
