package relation

import "slices"

// peel takes off the cause that a single cell explains surely, and explains what
// is left as if that were mended; where no cell is sure, each relation is a cause
// of its own.
func (p *problem) peel(group []int, witnesses []Witness) []Cause {
	part, changes := p.surest(group)
	if part == nil {
		causes := make([]Cause, 0, len(group))
		for _, k := range group {
			causes = append(causes, p.cause([]int{k}, nil, witnesses))
		}
		return causes
	}
	mended := *p
	mended.residual = slices.Clone(p.residual)
	for _, k := range part {
		mended.residual[k] = 0
	}
	left := slices.DeleteFunc(slices.Clone(group), func(k int) bool { return slices.Contains(part, k) })
	return append([]Cause{p.cause(part, []Explanation{{Changes: changes}}, witnesses)}, mended.causes(left, witnesses)...)
}

// surest finds the cell that explains the most of the sums at once, two or
// more, all of its own among them and all by the same amount; of two that
// explain as many, none.
func (p *problem) surest(left []int) ([]int, []Change) {
	var (
		best  []int
		found []Change
		twice bool
	)
	for at, id := range p.cells {
		part, delta, ok := p.alone(at, left)
		if !ok || len(part) < 2 || p.state.values[id]+delta < 0 {
			continue
		}
		switch {
		case len(part) > len(best):
			best, found, twice = part, []Change{{id, p.state.values[id], p.state.values[id] + delta}}, false
		case len(part) == len(best) && overlap(part, best):
			twice = true
		}
	}
	if twice {
		return nil, nil
	}
	return best, found
}

func overlap(a, b []int) bool {
	return slices.ContainsFunc(a, func(k int) bool { return slices.Contains(b, k) })
}

// alone returns the sums that the cell by itself would make hold, and the
// change it takes; ok is false when one of its sums holds already or asks for
// another change.
func (p *problem) alone(at int, left []int) (part []int, delta int64, ok bool) {
	for i, t := range p.touch[at] {
		if !slices.Contains(left, t.sum) {
			return nil, 0, false
		}
		d := -t.sign * p.residual[t.sum]
		if i > 0 && d != delta {
			return nil, 0, false
		}
		part, delta = append(part, t.sum), d
	}
	return part, delta, delta != 0
}
