package relation

import "slices"

// search looks for sets of size cells whose change makes every sum of the group
// hold and breaks no other.
type search struct {
	problem *problem
	group   []int
	size    int
	found   [][]Change
}

// maxFound bounds how many equally small explanations are kept; nobody reads
// more.
const maxFound = 64

// run extends the chosen cells (indexes into problem.cells) by one that stands
// in a violated sum none of them reaches yet; when they reach all, it adds cells
// of any of the sums, for cells may share a sum.
func (s *search) run(chosen []int) {
	if len(s.found) >= maxFound {
		return
	}
	if len(chosen) == s.size {
		if changes, ok := s.problem.balance(s.group, chosen); ok {
			s.found = append(s.found, changes)
		}
		return
	}
	if k, ok := s.unreached(chosen); ok {
		for _, at := range s.problem.members(k) {
			if !slices.Contains(chosen, at) {
				s.run(append(chosen[:len(chosen):len(chosen)], at))
			}
		}
		return
	}
	// All sums are reached and cells are left to choose: they repair what the
	// chosen ones would break, or share a sum with them.
	for _, k := range s.reach(chosen) {
		for _, at := range s.problem.members(k) {
			if !slices.Contains(chosen, at) {
				s.run(append(chosen[:len(chosen):len(chosen)], at))
			}
		}
	}
}

// unreached returns the violated sum with the fewest cells that none of the
// chosen stands in.
func (s *search) unreached(chosen []int) (int, bool) {
	best, fewest := -1, 0
	for _, k := range s.group {
		if slices.ContainsFunc(chosen, func(at int) bool { return s.problem.in(at, k) }) {
			continue
		}
		if n := len(s.problem.members(k)); best < 0 || n < fewest {
			best, fewest = k, n
		}
	}
	return best, best >= 0
}

// reach returns the sums that the chosen cells stand in, in order.
func (s *search) reach(chosen []int) []int {
	var out []int
	for _, at := range chosen {
		for _, t := range s.problem.touch[at] {
			if !slices.Contains(out, t.sum) {
				out = append(out, t.sum)
			}
		}
	}
	slices.Sort(out)
	return out
}

func (p *problem) in(at, sum int) bool {
	return slices.ContainsFunc(p.touch[at], func(t incidence) bool { return t.sum == sum })
}

// members returns the known cells of a sum.
func (p *problem) members(k int) []int {
	if p.byMember == nil {
		p.byMember = make([][]int, len(p.sums))
		for at, touch := range p.touch {
			for _, t := range touch {
				p.byMember[t.sum] = append(p.byMember[t.sum], at)
			}
		}
	}
	return p.byMember[k]
}

// balance solves for the changes of the chosen cells: every sum they reach must
// come out even, and every sum of the group must be reached. It substitutes
// sums with one cell left to find until all are found, which the forms' sums
// always allow; ok is false when they contradict, leave a cell free, or ask for
// less than nothing.
func (p *problem) balance(group, chosen []int) ([]Change, bool) {
	for _, k := range group {
		if !slices.ContainsFunc(chosen, func(at int) bool { return p.in(at, k) }) {
			return nil, false
		}
	}
	var delta [3]int64
	var have [3]bool
	for range chosen {
		if !p.substitute(chosen, &delta, &have) {
			return nil, false
		}
	}
	changes := make([]Change, 0, len(chosen))
	for i, at := range chosen {
		if !have[i] || delta[i] == 0 {
			return nil, false
		}
		id := p.cells[at]
		from := p.state.values[id]
		if from+delta[i] < 0 {
			return nil, false
		}
		changes = append(changes, Change{id, from, from + delta[i]})
	}
	if !p.even(chosen, &delta) {
		return nil, false
	}
	slices.SortFunc(changes, func(a, b Change) int { return int(a.Cell) - int(b.Cell) })
	return changes, true
}

// substitute finds each cell that is the only one left to find in some sum.
func (p *problem) substitute(chosen []int, delta *[3]int64, have *[3]bool) bool {
	progress := true
	for progress {
		progress = false
		for i, at := range chosen {
			if have[i] {
				continue
			}
			for _, t := range p.touch[at] {
				if p.open[t.sum] {
					continue
				}
				rest, only := p.residual[t.sum], true
				for j, other := range chosen {
					for _, u := range p.touch[other] {
						if j == i || u.sum != t.sum {
							continue
						}
						if !have[j] {
							only = false
						}
						rest += u.sign * delta[j]
					}
				}
				if only {
					delta[i], have[i], progress = -t.sign*rest, true, true
					break
				}
			}
		}
	}
	return true
}

// even reports whether with the changes every sum that the cells reach holds. A
// sum over unknown cells only must not stay impossible.
func (p *problem) even(chosen []int, delta *[3]int64) bool {
	for _, at := range chosen {
		for _, t := range p.touch[at] {
			rest := p.residual[t.sum]
			for j, other := range chosen {
				for _, u := range p.touch[other] {
					if u.sum == t.sum {
						rest += u.sign * delta[j]
					}
				}
			}
			if rest != 0 && !(p.open[t.sum] && !p.impossible(t.sum, rest)) {
				return false
			}
		}
	}
	return true
}

// impossible reports whether a sum over unknown cells fails whatever they hold:
// rest is left − right of what is known.
func (p *problem) impossible(k int, rest int64) bool {
	sum := p.sums[k]
	unknownLeft, unknownRight := false, false
	for _, id := range sum.Left {
		unknownLeft = unknownLeft || !p.state.known[id]
	}
	for _, id := range sum.Right {
		unknownRight = unknownRight || !p.state.known[id]
	}
	return rest > 0 && !unknownRight || rest < 0 && !unknownLeft
}
