package made

import "math/rand/v2"

// The streams of a seed. Each part of a report throws its own dice, so that a
// new sentence in the prose changes no figure of any seed.
const (
	streamOrgan = iota + 1
	streamFigures
	streamProse
	streamPrint
	streamPlant
)

// dice is the seeded randomness of one part.
type dice struct{ *rand.Rand }

func newDice(seed uint64, stream uint64) dice { return dice{rand.New(rand.NewPCG(seed, stream))} }

// upTo returns a whole number from 0 to n.
func (d dice) upTo(n int) int {
	if n <= 0 {
		return 0
	}
	return d.IntN(n + 1)
}

// between returns a whole number from lo to hi.
func (d dice) between(lo, hi int) int { return lo + d.upTo(hi-lo) }

// in reports true once in n throws.
func (d dice) in(n int) bool { return d.IntN(n) == 0 }

// pick returns one of the items.
func pick[T any](d dice, items []T) T { return items[d.IntN(len(items))] }

// some returns n different items in their order.
func some[T any](d dice, items []T, n int) []T {
	keep := make([]bool, len(items))
	for _, i := range d.Perm(len(items))[:min(n, len(items))] {
		keep[i] = true
	}
	var out []T
	for i, item := range items {
		if keep[i] {
			out = append(out, item)
		}
	}
	return out
}

// split cuts n into parts of which none is below least; n must be enough.
func (d dice) split(n, parts, least int) []int {
	out := make([]int, parts)
	rest := n - parts*least
	for i := range out {
		share := rest
		if i < parts-1 {
			share = d.upTo(rest * 2 / (parts - i))
			share = min(share, rest)
		}
		out[i] = least + share
		rest -= share
	}
	return out
}
