package made

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gouji/gouji/schema"
)

// The rules of form three; which of them speaks depends on the cell.
var sumRules = []string{"TB101", "TB102", "TB103"}

func cellKinds() []Kind {
	one := func(name, zh, en string, slip func(d dice, v string) string) Kind {
		return Kind{name, sumRules, "error", zh, en, func(p *planter) bool { return p.cell(slip) }}
	}
	return []Kind{
		one("cell-digit-dropped", "表三一格漏了一位数字", "a digit of a figure in form three is missing", dropDigit),
		one("cell-digit-doubled", "表三一格多打了一位数字", "a digit of a figure in form three stands twice", doubleDigit),
		one("cell-digits-swapped", "表三一格两位数字颠倒", "two digits of a figure in form three are swapped", swapDigits),
		one("cell-times-ten", "表三一格多写一个零", "a figure in form three has a zero too many", timesTen),
		one("cell-off", "表三一格差了几件", "a figure in form three is off by a few", offByFew),
		{"cell-shifted", sumRules, "error", "表三一格填到了旁边一栏", "a figure in form three stands one column off", (*planter).shifted},
		{"cells-exchanged", sumRules, "error", "表三同一行两格填反", "two figures of a row in form three are exchanged", (*planter).exchanged},
		{"total-stale", sumRules, "error", "表三总计没有随之更新", "a total in form three was not updated", (*planter).staleTotal},
		{"two-cells", sumRules, "error", "表三有两格填错", "two cells of form three are wrong", (*planter).twoCells},
		{"review-cell", []string{"TB104"}, "error", "表四一格填错", "a cell of form four is wrong", (*planter).reviewCell},
		{"cell-blank", []string{"TB107"}, "info", "一格没有填", "a cell was left blank", (*planter).blank},
		{"cell-negative", []string{"TB106"}, "error", "一格填了负数", "a count is negative", (*planter).negative},
		{"cell-fraction", []string{"TB106"}, "error", "件数填成了小数", "a count has a fraction", (*planter).fraction},
		{"cell-words", []string{"TB106"}, "warning", "一格填的不是数", "a cell holds something that is no figure", (*planter).words},
		{"row-short", []string{"TB108", "TB107"}, "info", "一行少了一格", "a row is one cell short", (*planter).rowShort},
	}
}

// cell changes one cell of form three that the prose does not tell.
func (p *planter) cell(slip func(d dice, v string) string) bool {
	var able []string
	for _, path := range p.m.formCells(schema.Applications) {
		if v := p.m.Raw(path); !p.m.told(path) && changed(v, slip(p.d, v)) {
			able = append(able, path)
		}
	}
	if len(able) == 0 {
		return false
	}
	path := pick(p.d, able)
	right := p.m.Raw(path)
	for {
		if wrong := slip(p.d, right); changed(right, wrong) {
			p.set(path, wrong, right)
			return true
		}
	}
}

func changed(right, wrong string) bool {
	return wrong != "" && wrong != right && !strings.HasPrefix(wrong, "0") || wrong == "0" && right != "0"
}

func (p *planter) set(path, wrong, right string) {
	p.m.Set(path, wrong)
	p.key.Cells, p.key.Wrong, p.key.Right = append(p.key.Cells, path), append(p.key.Wrong, wrong), append(p.key.Right, right)
}

func dropDigit(d dice, v string) string {
	if len(v) < 2 {
		return ""
	}
	i := d.IntN(len(v))
	return v[:i] + v[i+1:]
}

func doubleDigit(d dice, v string) string {
	if v == "0" {
		return ""
	}
	i := d.IntN(len(v))
	return v[:i+1] + v[i:]
}

func swapDigits(d dice, v string) string {
	if len(v) < 2 {
		return ""
	}
	i := d.IntN(len(v) - 1)
	return v[:i] + v[i+1:i+2] + v[i:i+1] + v[i+2:]
}

func timesTen(_ dice, v string) string {
	if v == "0" {
		return ""
	}
	return v + "0"
}

func offByFew(d dice, v string) string {
	n, _ := strconv.Atoi(v)
	if by := d.between(1, 4); n > by && d.in(2) {
		return strconv.Itoa(n - by)
	}
	return strconv.Itoa(n + d.between(1, 4))
}

// rowCells returns the paths of a row of form three; ok is false when the prose
// tells one of them.
func (p *planter) rowCells(r *schema.RowSpec) (paths []string, ok bool) {
	ok = true
	for _, id := range r.Cells {
		paths = append(paths, id.Path())
		ok = ok && !p.m.told(id.Path())
	}
	return paths, ok
}

// pairs lists pairs of cells of one row, the total left out, that the test
// takes.
func (p *planter) pairs(take func(i, j int, a, b string) bool) [][2]string {
	var out [][2]string
	for _, r := range p.m.Form(schema.Applications).Rows {
		paths, ok := p.rowCells(r)
		if !ok {
			continue
		}
		for i := range len(paths) - 1 {
			for j := i + 1; j < len(paths)-1; j++ {
				if take(i, j, p.m.Raw(paths[i]), p.m.Raw(paths[j])) {
					out = append(out, [2]string{paths[i], paths[j]})
				}
			}
		}
	}
	return out
}

func (p *planter) exchange(pairs [][2]string) bool {
	if len(pairs) == 0 {
		return false
	}
	pair := pick(p.d, pairs)
	a, b := p.m.Raw(pair[0]), p.m.Raw(pair[1])
	p.set(pair[0], b, a)
	p.set(pair[1], a, b)
	return true
}

// shifted moves a figure into the empty column beside it.
func (p *planter) shifted() bool {
	return p.exchange(p.pairs(func(i, j int, a, b string) bool { return j == i+1 && (a == "0") != (b == "0") }))
}

func (p *planter) exchanged() bool {
	return p.exchange(p.pairs(func(_, _ int, a, b string) bool { return a != b && a != "0" && b != "0" }))
}

// staleTotal leaves in a row's total what it was before some figure was raised.
func (p *planter) staleTotal() bool {
	var able []string
	for _, r := range p.m.Form(schema.Applications).Rows {
		path := r.Key + "." + totalColumn
		if p.m.Int(path) > 0 && !p.m.told(path) {
			able = append(able, path)
		}
	}
	if len(able) == 0 {
		return false
	}
	path := pick(p.d, able)
	v := int(p.m.Int(path))
	p.set(path, strconv.Itoa(v-p.d.between(1, min(v, 9))), strconv.Itoa(v))
	return true
}

// twoCells changes two cells of different rows and columns.
func (p *planter) twoCells() bool {
	var able []string
	for _, path := range p.m.formCells(schema.Applications) {
		if !p.m.told(path) {
			able = append(able, path)
		}
	}
	if len(able) < 2 {
		return false
	}
	for range 100 {
		a, b := pick(p.d, able), pick(p.d, able)
		if rowOf(a) == rowOf(b) || columnOf(a) == columnOf(b) {
			continue
		}
		right := [2]string{p.m.Raw(a), p.m.Raw(b)}
		by := [2]int{p.d.between(1, 9), p.d.between(11, 19)} // never the same, so that they are two slips
		p.set(a, strconv.Itoa(int(p.m.Int(a))+by[0]), right[0])
		p.set(b, strconv.Itoa(int(p.m.Int(b))+by[1]), right[1])
		return true
	}
	return false
}

func rowOf(path string) string    { return path[:strings.LastIndexByte(path, '.')] }
func columnOf(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func (p *planter) reviewCell() bool {
	var able []string
	for _, path := range p.m.formCells(schema.Review) {
		if !p.toldRow(path) {
			able = append(able, path)
		}
	}
	if len(able) == 0 {
		return false
	}
	path := pick(p.d, able)
	right := p.m.Raw(path)
	p.set(path, offByFew(p.d, right), right)
	return true
}

// toldRow reports whether the prose tells any cell of the row.
func (p *planter) toldRow(path string) bool {
	return slices.ContainsFunc(p.m.formCells(schema.Review), func(other string) bool { return rowOf(other) == rowOf(path) && p.m.told(other) })
}

// anyCell picks a cell of form three, its figure at least least, that the prose
// does not tell.
func (p *planter) anyCell(least int64) (string, bool) {
	var able []string
	for _, path := range p.m.formCells(schema.Applications) {
		if !p.m.told(path) && p.m.Int(path) >= least {
			able = append(able, path)
		}
	}
	if len(able) == 0 {
		return "", false
	}
	return pick(p.d, able), true
}

func (p *planter) print(least int64, wrong func(right string) string) bool {
	path, ok := p.anyCell(least)
	if ok {
		right := p.m.Raw(path)
		p.set(path, wrong(right), right)
	}
	return ok
}

func (p *planter) blank() bool {
	return p.print(int64(p.d.IntN(2)), func(string) string { return "" })
}

func (p *planter) negative() bool {
	return p.print(1, func(right string) string { return "-" + right })
}

func (p *planter) fraction() bool {
	return p.print(1, func(right string) string { return right + pick(p.d, []string{".5", ".2", ".75"}) })
}

func (p *planter) words() bool {
	return p.print(0, func(right string) string { return right + pick(p.d, []string{"O", "l", "？", "件件"}) })
}

// rowShort drops one figure of a row of form three. Where a label beside it
// spans several columns, the gap may look like a blank.
func (p *planter) rowShort() bool {
	rows := p.m.Form(schema.Applications).Rows
	r := pick(p.d, rows)
	p.m.short[r.Key] = p.d.IntN(len(r.Cells))
	for _, id := range r.Cells {
		p.key.Cells = append(p.key.Cells, id.Path())
	}
	return true
}
