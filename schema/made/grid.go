package made

import "github.com/gouji/gouji/schema"

// grid is a form as a table with merged cells.
type grid struct {
	form    schema.FormKey
	columns int
	rows    [][]box
}

// box is one cell of a grid; the places it covers are not listed.
type box struct {
	text       string
	cols, rows int  // how many columns and rows it spans; at least 1
	value      bool // a figure of the form, not a label
}

// note is the hint in the head of form three.
const note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

// grid returns the form as it is laid out officially.
func (m *Made) grid(f *schema.FormSpec) grid {
	switch f.Key {
	case schema.Disclosure:
		return m.disclosureGrid(f)
	case schema.Review:
		return m.reviewGrid(f)
	}
	return m.applicationsGrid(f)
}

// disclosureGrid is four columns wide; a lone figure and the last of two span
// what is left.
func (m *Made) disclosureGrid(f *schema.FormSpec) grid {
	const width = 4
	g := grid{form: f.Key, columns: width}
	for _, b := range f.Blocks {
		g.rows = append(g.rows, []box{{m.head(b.Label), width, 1, false}})
		head := []box{{"信息内容", 1, 1, false}}
		for _, c := range b.Columns {
			head = append(head, box{m.head(c.Label), 1, 1, false})
		}
		head[len(head)-1].cols = width - len(b.Columns)
		g.rows = append(g.rows, head)
		for _, r := range b.Rows {
			row := []box{{m.label(r), 1, 1, false}}
			for _, v := range m.values(r) {
				row = append(row, box{v, 1, 1, true})
			}
			row[len(row)-1].cols = width - len(row) + 2
			g.rows = append(g.rows, row)
		}
	}
	return g
}

// head returns a label as printed.
func (m *Made) head(label string) string {
	if l, ok := m.labels[label]; ok {
		return l
	}
	return label
}

// applicationsGrid has three columns of labels and seven of figures.
func (m *Made) applicationsGrid(f *schema.FormSpec) grid {
	const labels = 3
	b := f.Blocks[0]
	n := len(b.Columns)
	g := grid{form: f.Key, columns: labels + n}
	hint := ""
	if m.Note {
		hint = note
	}
	group := b.ColumnGroup.Columns
	top := []box{{hint, labels, 3, false}, {b.Label, n, 1, false}}
	middle, low := []box{}, []box{}
	for _, c := range b.Columns {
		switch {
		case len(group) > 0 && c.Key == group[0]:
			middle = append(middle, box{b.ColumnGroup.Label, len(group), 1, false})
			low = append(low, box{m.head(c.Label), 1, 1, false})
		case c.Key == "natural" || c.Key == totalColumn:
			middle = append(middle, box{m.head(c.Label), 1, 2, false})
		default:
			low = append(low, box{m.head(c.Label), 1, 1, false})
		}
	}
	g.rows = append(g.rows, top, middle, low)
	for i, r := range f.Rows {
		var row []box
		for level, name := range r.Group {
			if i > 0 && sameGroup(f.Rows[i-1], r, level) {
				continue
			}
			span := 1
			for i+span < len(f.Rows) && sameGroup(f.Rows[i+span], r, level) {
				span++
			}
			row = append(row, box{name, 1, span, false})
		}
		row = append(row, box{m.label(r), labels - len(r.Group), 1, false})
		for _, v := range m.values(r) {
			row = append(row, box{v, 1, 1, true})
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// sameGroup reports whether two rows share the label of that level.
func sameGroup(a, b *schema.RowSpec, level int) bool {
	if len(a.Group) <= level || len(b.Group) <= level {
		return false
	}
	for i := range level + 1 {
		if a.Group[i] != b.Group[i] {
			return false
		}
	}
	return true
}

// reviewGrid is one row of fifteen figures under three rows of heads.
func (m *Made) reviewGrid(f *schema.FormSpec) grid {
	g := grid{form: f.Key}
	var top, middle, low, values []box
	for _, b := range f.Blocks {
		n := len(b.Columns)
		g.columns += n
		if len(b.Group) == 0 {
			top = append(top, box{b.Label, n, 1, false})
		} else {
			if last := len(top) - 1; top[last].text == b.Group[0] {
				top[last].cols += n
			} else {
				top = append(top, box{b.Group[0], n, 1, false})
			}
			middle = append(middle, box{b.Label, n, 1, false})
		}
		for _, c := range b.Columns {
			if len(b.Group) == 0 {
				middle = append(middle, box{m.head(c.Label), 1, 2, false})
			} else {
				low = append(low, box{m.head(c.Label), 1, 1, false})
			}
		}
		for _, v := range m.values(b.Rows[0]) {
			values = append(values, box{v, 1, 1, true})
		}
	}
	g.rows = [][]box{top, middle, low, values}
	return g
}

// place of a box: its row and column in the grid, counted from 0.
type placed struct {
	box
	row, col int
}

// place gives each box its column; boxes above that span rows are stepped over.
func (g grid) place() [][]placed {
	taken := make([][]bool, len(g.rows))
	for i := range taken {
		taken[i] = make([]bool, g.columns)
	}
	out := make([][]placed, len(g.rows))
	for i, row := range g.rows {
		col := 0
		for _, b := range row {
			for col < g.columns && taken[i][col] {
				col++
			}
			out[i] = append(out[i], placed{b, i, col})
			for r := i; r < min(i+b.rows, len(taken)); r++ {
				for c := col; c < min(col+b.cols, g.columns); c++ {
					taken[r][c] = true
				}
			}
			col += b.cols
		}
	}
	return out
}

// matrix returns the grid cell by cell: what a box covers is blank, or repeats
// it when repeat says so. A row that lacks a figure is a cell short.
func (g grid) matrix(repeat bool) [][]string {
	out := make([][]string, len(g.rows))
	for i := range out {
		out[i] = make([]string, g.columns)
	}
	for _, row := range g.place() {
		for _, b := range row {
			for r := b.row; r < min(b.row+b.rows, len(out)); r++ {
				for c := b.col; c < min(b.col+b.cols, g.columns); c++ {
					if repeat || r == b.row && c == b.col {
						out[r][c] = b.text
					}
				}
			}
		}
		if last := row[len(row)-1]; last.value {
			out[last.row] = out[last.row][:min(last.col+last.cols, g.columns)]
		}
	}
	return out
}
