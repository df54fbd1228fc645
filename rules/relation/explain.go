package relation

import (
	"cmp"
	"slices"

	"github.com/gouji/gouji/schema"
)

// problem is a form's relations as a system of equations over its cells, for
// the search of explanations.
type problem struct {
	state    *state
	form     *schema.FormSpec
	sums     []*schema.Sum
	residual []int64 // left − right, of every sum that was checked
	open     []bool  // has unknown cells: must not be made to hold, only not be left violated
	touch    [][]incidence
	cells    []schema.CellID // those that stand in a violated sum
	index    map[schema.CellID]int
	byMember [][]int // known cells of each sum; see members
}

// incidence is a cell's part in a sum: +1 on the left, −1 on the right.
type incidence struct {
	sum  int
	sign int64
}

// explain finds the causes behind the violated relations of one form.
func explain(s *state, form *schema.FormSpec, violated []Outcome, witnesses []Witness) []Cause {
	p := newProblem(s, form)
	number := map[*schema.Sum]int{}
	for k, sum := range p.sums {
		number[sum] = k
	}
	wrong := make([]int, 0, len(violated))
	for _, o := range violated {
		wrong = append(wrong, number[o.Sum])
	}
	return p.causes(wrong, witnesses)
}

// causes explains violated sums, group by group.
func (p *problem) causes(violated []int, witnesses []Witness) []Cause {
	var causes []Cause
	for _, g := range p.joined(p.groups(violated)) {
		causes = append(causes, p.solve(g.sums, g.best, witnesses)...)
	}
	return causes
}

// group is violated sums that are explained together, with the smallest
// explanations of them.
type group struct {
	sums []int
	best [][]Change
}

// joined explains each group and puts those together that one explanation
// reaches: （一）予以公开 wrong in a column and in its total violates two columns
// that share no cell, and is one cause.
func (p *problem) joined(parts [][]int) []group {
	var out []group
	for _, part := range parts {
		out = append(out, group{part, p.smallest(part)})
	}
	for i := 0; i < len(out); i++ {
		for j := 0; j < len(out); j++ {
			if i == j || !p.reaches(out[i].best, out[j].sums) {
				continue
			}
			both := append(slices.Clone(out[i].sums), out[j].sums...)
			slices.Sort(both)
			at := min(i, j)
			out[at] = group{both, p.smallest(both)}
			out = slices.Delete(out, max(i, j), max(i, j)+1)
			i, j = at, -1
		}
	}
	return out
}

// reaches reports whether one of the explanations changes a cell of the sums.
func (p *problem) reaches(best [][]Change, sums []int) bool {
	for _, changes := range best {
		if len(p.within(sums, changes)) > 0 {
			return true
		}
	}
	return false
}

func newProblem(s *state, form *schema.FormSpec) *problem {
	p := &problem{state: s, form: form, index: map[schema.CellID]int{}}
	for _, rel := range form.Relations {
		for i := range rel.Sums {
			p.add(&rel.Sums[i])
		}
	}
	return p
}

func (p *problem) add(sum *schema.Sum) {
	k := len(p.sums)
	p.sums = append(p.sums, sum)
	var residual int64
	open := false
	for side, ids := range [2][]schema.CellID{sum.Left, sum.Right} {
		sign := int64(1 - 2*side)
		for _, id := range ids {
			if !p.state.known[id] {
				open = true
				continue
			}
			residual += sign * p.state.values[id]
			at, ok := p.index[id]
			if !ok {
				at = len(p.cells)
				p.index[id] = at
				p.cells = append(p.cells, id)
				p.touch = append(p.touch, nil)
			}
			p.touch[at] = append(p.touch[at], incidence{k, sign})
		}
	}
	p.residual = append(p.residual, residual)
	p.open = append(p.open, open)
}

// groups divides violated relations that share no cell: their causes are apart.
func (p *problem) groups(violated []int) [][]int {
	parent := make([]int, len(p.sums))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	isViolated := make([]bool, len(p.sums))
	for _, k := range violated {
		isViolated[k] = true
	}
	for _, touch := range p.touch {
		last := -1
		for _, t := range touch {
			if !isViolated[t.sum] {
				continue
			}
			if last >= 0 {
				parent[find(t.sum)] = find(last)
			}
			last = t.sum
		}
	}
	at := map[int]int{}
	var groups [][]int
	for k := range p.sums {
		if !isViolated[k] {
			continue
		}
		root := find(k)
		g, ok := at[root]
		if !ok {
			g = len(groups)
			at[root] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], k)
	}
	return groups
}

// solve explains one group of violated sums: by a whole row moved, exchanged or
// by one, two or three cells; where none of these is enough, by taking off what
// single cells explain surely.
func (p *problem) solve(group []int, best [][]Change, witnesses []Witness) []Cause {
	if len(best) > 0 {
		return p.split(group, best, witnesses)
	}
	if e, ok := p.rowSlip(group); ok {
		return []Cause{p.cause(group, []Explanation{e}, witnesses)}
	}
	return p.peel(group, witnesses)
}

// smallest returns all explanations of the least number of cells, up to three.
func (p *problem) smallest(group []int) [][]Change {
	for n := 1; n <= 3; n++ {
		s := search{problem: p, group: group, size: n}
		s.run(nil)
		if len(s.found) > 0 {
			slices.SortFunc(s.found, compareChanges)
			return slices.CompactFunc(s.found, func(a, b []Change) bool { return compareChanges(a, b) == 0 })
		}
	}
	return nil
}

func compareChanges(a, b []Change) int {
	return slices.CompareFunc(a, b, func(x, y Change) int {
		return cmp.Or(cmp.Compare(x.Cell, y.Cell), cmp.Compare(x.To, y.To))
	})
}

// split makes causes of explanations. Where every one of them divides into the
// same independent parts, each part is a cause of its own.
func (p *problem) split(group []int, all [][]Change, witnesses []Witness) []Cause {
	parts := p.parts(group, all[0])
	for _, other := range all[1:] {
		if len(parts) < 2 {
			break
		}
		if !samePartition(parts, p.parts(group, other)) {
			parts = nil
		}
	}
	if len(parts) < 2 {
		explanations := make([]Explanation, 0, len(all))
		for _, changes := range all {
			explanations = append(explanations, Explanation{Changes: changes})
		}
		return []Cause{p.cause(group, explanations, witnesses)}
	}
	var causes []Cause
	for _, part := range parts {
		var explanations []Explanation
		var seen [][]Change
		for _, changes := range all {
			mine := p.within(part, changes)
			if !slices.ContainsFunc(seen, func(have []Change) bool { return compareChanges(have, mine) == 0 }) {
				seen = append(seen, mine)
				explanations = append(explanations, Explanation{Changes: mine})
			}
		}
		causes = append(causes, p.cause(part, explanations, witnesses))
	}
	return causes
}

// parts divides the group of sums by which changes reach them. Two changes that
// share a sum belong together, also one that holds: a figure and its row's total
// wrong by the same.
func (p *problem) parts(group []int, changes []Change) [][]int {
	parent := make([]int, len(p.sums))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			i = parent[i]
		}
		return i
	}
	for _, c := range changes {
		touch := p.touch[p.index[c.Cell]]
		for _, t := range touch[1:] {
			parent[find(t.sum)] = find(touch[0].sum)
		}
	}
	var parts [][]int
	at := map[int]int{}
	for _, k := range group {
		root := find(k)
		g, ok := at[root]
		if !ok {
			g = len(parts)
			at[root] = g
			parts = append(parts, nil)
		}
		parts[g] = append(parts[g], k)
	}
	return parts
}

func samePartition(a, b [][]int) bool {
	return slices.EqualFunc(a, b, slices.Equal[[]int])
}

// within returns the changes that reach the part's sums.
func (p *problem) within(part []int, changes []Change) []Change {
	var out []Change
	for _, c := range changes {
		for _, t := range p.touch[p.index[c.Cell]] {
			if slices.Contains(part, t.sum) {
				out = append(out, c)
				break
			}
		}
	}
	return out
}
