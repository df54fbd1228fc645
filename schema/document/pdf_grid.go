package document

import (
	"cmp"
	"slices"

	"github.com/gouji/gouji/schema"
)

// snap is how far apart, in points, two lines may be that are meant to be one,
// and how far a line may stop short of the one it meets.
const snap = 3.5

// grid is a table drawn with ruling lines: positions of its lines and the cells
// between them.
type grid struct {
	xs, ys []float64
	cells  []gridCell
}

// gridCell is a cell of a grid: columns c0 up to c1 and rows r0 up to r1.
type gridCell struct{ r0, r1, c0, c1 int }

func (g *grid) box() schema.Box {
	return schema.Box{X0: g.xs[0], Y0: g.ys[0], X1: g.xs[len(g.xs)-1], Y1: g.ys[len(g.ys)-1]}
}

// findGrids rebuilds the ruled tables of a page: lines that meet belong
// together, their positions make a grid, and grid fields with no line between
// them are one cell. A frame without any inner line is no table.
func findGrids(strokes []stroke) []grid {
	strokes = mergeStrokes(strokes)
	var grids []grid
	for _, group := range connected(strokes) {
		if g, ok := buildGrid(group); ok {
			grids = append(grids, g)
		}
	}
	slices.SortFunc(grids, func(a, b grid) int {
		return cmp.Or(cmp.Compare(a.ys[0], b.ys[0]), cmp.Compare(a.xs[0], b.xs[0]))
	})
	return grids
}

// mergeStrokes joins lines that run on in one another, so that a border drawn
// cell by cell is one line.
func mergeStrokes(strokes []stroke) []stroke {
	slices.SortFunc(strokes, func(a, b stroke) int {
		if a.upright != b.upright {
			if a.upright {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	})
	var out []stroke
	for i := 0; i < len(strokes); {
		j := i
		for j < len(strokes) && strokes[j].upright == strokes[i].upright && strokes[j].at-strokes[i].at <= snap {
			j++
		}
		out = append(out, mergeCollinear(strokes[i:j])...)
		i = j
	}
	return out
}

func mergeCollinear(band []stroke) []stroke {
	at := 0.0
	for _, s := range band {
		at += s.at
	}
	at /= float64(len(band))
	slices.SortFunc(band, func(a, b stroke) int { return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b)) })
	var out []stroke
	for _, s := range band {
		if n := len(out); n > 0 && s.a <= out[n-1].b+snap {
			out[n-1].b = max(out[n-1].b, s.b)
			continue
		}
		out = append(out, stroke{s.upright, at, s.a, s.b})
	}
	return out
}

// connected groups the lines that touch or cross, in the order of their first
// line.
func connected(strokes []stroke) [][]stroke {
	parent := make([]int, len(strokes))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i, s := range strokes {
		if s.upright {
			break // level lines come first; each pair is looked at once
		}
		for j := i + 1; j < len(strokes); j++ {
			if t := strokes[j]; t.upright && t.at >= s.a-snap && t.at <= s.b+snap && s.at >= t.a-snap && s.at <= t.b+snap {
				parent[find(j)] = find(i)
			}
		}
	}
	index := map[int]int{}
	var groups [][]stroke
	for i, s := range strokes {
		root := find(i)
		k, ok := index[root]
		if !ok {
			k = len(groups)
			index[root] = k
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], s)
	}
	return groups
}

// maxGridLines bounds a grid; a page with more lines is a drawing.
const maxGridLines = 400

func buildGrid(strokes []stroke) (grid, bool) {
	var g grid
	for _, s := range strokes {
		if s.upright {
			g.xs = append(g.xs, s.at)
		} else {
			g.ys = append(g.ys, s.at)
		}
	}
	g.open(strokes)
	g.xs, g.ys = positions(g.xs), positions(g.ys)
	if len(g.xs) < 2 || len(g.ys) < 2 || len(g.xs)+len(g.ys) < 5 || len(g.xs) > maxGridLines || len(g.ys) > maxGridLines {
		return g, false
	}
	if len(g.xs) < 3 {
		return g, false // one column is a frame around text
	}
	g.cells = g.fields(strokes)
	return g, len(g.cells) > 1
}

// open closes a grid where a page cuts it, or where it has no outer lines: two
// lines or more that run on to one point end at a side of the grid.
func (g *grid) open(strokes []stroke) {
	var tops, bottoms, lefts, rights []float64
	for _, s := range strokes {
		if s.upright {
			tops, bottoms = append(tops, s.a), append(bottoms, s.b)
		} else {
			lefts, rights = append(lefts, s.a), append(rights, s.b)
		}
	}
	g.ys = closeAt(g.ys, tops, -1)
	g.ys = closeAt(g.ys, bottoms, 1)
	g.xs = closeAt(g.xs, lefts, -1)
	g.xs = closeAt(g.xs, rights, 1)
}

// closeAt adds the outermost of ends to the positions when it lies beyond them
// and at least two lines end there.
func closeAt(at, ends []float64, side float64) []float64 {
	if len(at) == 0 || len(ends) == 0 {
		return at
	}
	outer, edge := ends[0], at[0]
	for _, v := range ends {
		if side*v > side*outer {
			outer = v
		}
	}
	for _, v := range at {
		if side*v > side*edge {
			edge = v
		}
	}
	n := 0
	for _, v := range ends {
		if near(v, outer, snap) {
			n++
		}
	}
	const least = 6.0 // a line's overshoot is less, a row is more
	if n >= 2 && side*(outer-edge) > least {
		at = append(at, outer)
	}
	return at
}

func positions(at []float64) []float64 {
	slices.Sort(at)
	out := at[:0]
	for _, v := range at {
		if len(out) == 0 || v-out[len(out)-1] > snap {
			out = append(out, v)
		}
	}
	return out
}

// fields merges the elementary fields that have no line between them. A merged
// cell that is not a rectangle (a line that stops half way) takes the rectangle
// around it, unless that would swallow another cell: then its fields stay apart.
func (g *grid) fields(strokes []stroke) []gridCell {
	rows, cols := len(g.ys)-1, len(g.xs)-1
	right, below := g.walls(strokes)
	owner := make([]int, rows*cols)
	for i := range owner {
		owner[i] = -1
	}
	var cells []gridCell
	for r := range rows {
		for c := range cols {
			if owner[r*cols+c] >= 0 {
				continue
			}
			cell := gridCell{r, r + 1, c, c + 1}
			for cell.c1 < cols && !right[r*cols+cell.c1-1] && owner[r*cols+cell.c1] < 0 {
				cell.c1++
			}
			for cell.r1 < rows && g.openBelow(below, owner, cell) {
				cell.r1++
			}
			for rr := cell.r0; rr < cell.r1; rr++ {
				for cc := cell.c0; cc < cell.c1; cc++ {
					owner[rr*cols+cc] = len(cells)
				}
			}
			cells = append(cells, cell)
		}
	}
	return cells
}

func (g *grid) openBelow(below []bool, owner []int, cell gridCell) bool {
	cols := len(g.xs) - 1
	for c := cell.c0; c < cell.c1; c++ {
		if below[(cell.r1-1)*cols+c] || owner[cell.r1*cols+c] >= 0 {
			return false
		}
	}
	return true
}

// walls says for each elementary field whether a line stands at its right side
// and below it.
func (g *grid) walls(strokes []stroke) (right, below []bool) {
	rows, cols := len(g.ys)-1, len(g.xs)-1
	right, below = make([]bool, rows*cols), make([]bool, rows*cols)
	for _, s := range strokes {
		if s.upright {
			c := index(g.xs, s.at) - 1
			for r := 0; c >= 0 && c < cols && r < rows; r++ {
				if covers(s, g.ys[r], g.ys[r+1]) {
					right[r*cols+c] = true
				}
			}
			continue
		}
		r := index(g.ys, s.at) - 1
		for c := 0; r >= 0 && r < rows && c < cols; c++ {
			if covers(s, g.xs[c], g.xs[c+1]) {
				below[r*cols+c] = true
			}
		}
	}
	return right, below
}

// covers reports whether the line runs along most of the span.
func covers(s stroke, a, b float64) bool {
	return min(s.b, b)-max(s.a, a) > 0.6*(b-a)
}

// index returns the position nearest to v.
func index(at []float64, v float64) int {
	best := 0
	for i, x := range at {
		if near(x, v, snap+0.01) {
			if !near(at[best], v, snap+0.01) || abs(x-v) < abs(at[best]-v) {
				best = i
			}
		}
	}
	return best
}

func abs(v float64) float64 { return max(v, -v) }
