package verdict

import (
	"slices"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// Parts is a list of the prose added up.
type Parts struct {
	List   *narrative.List
	Status Status // Contradicted only when no reading of the list adds up
	// Sure says that nothing could excuse it: the list is whole by its own words,
	// or a part alone exceeds the whole.
	Sure bool
	// Over is the part that exceeds the whole, an index into Prose.Mentions; or -1.
	Over int
	Sum  schema.Number // of the parts, in the plainest reading
	Gap  schema.Number // how far sum, or part, and whole are apart, at least
}

// CheckParts adds up every list of the prose.
func CheckParts(prose *narrative.Prose) []Parts {
	out := make([]Parts, len(prose.Lists))
	for i := range prose.Lists {
		out[i] = (&adder{prose: prose, list: &prose.Lists[i]}).judge()
	}
	for i := range out { // a part that its own list contradicts does so once
		k := out[i].List.Inside
		if k >= 0 && out[i].Status == Contradicted && out[k].Status == Contradicted && out[k].Over < 0 {
			out[k].Status = Unlinked
		}
	}
	return out
}

// adder adds up one list.
type adder struct {
	prose  *narrative.Prose
	list   *narrative.List
	spans  []span // of the members
	wholes []span // what the whole may be; the plainest first
}

func (a *adder) judge() Parts {
	out := Parts{List: a.list, Over: -1}
	if !a.read() {
		return out
	}
	sum, smallest := a.plain()
	whole := a.wholes[0]
	out.Sum, out.Gap = schema.Int(sum.lo), schema.Int(sum.apart(whole))
	if m := a.exceeding(); m >= 0 {
		out.Status, out.Over, out.Sure = Contradicted, a.list.Members[m].Mention, true
		out.Gap = schema.Int(a.spans[m].apart(whole))
		return out
	}
	if sum.meets(whole) && len(a.list.Parts) > 1 {
		out.Status = Verified
		return out
	}
	if a.adds() || a.list.Mixed || len(a.list.Parts) < 2 {
		return out
	}
	out.Sure = a.whole()
	if out.Sure || a.unlikely(sum, whole, smallest) {
		out.Status = Contradicted
	}
	return out
}

// unlikely reports whether a list that need not be whole is probably wrong: its
// parts exceed the whole, or what they leave is less than any part that is named
// and less than a tenth of the whole. Ways may overlap, but by little they seldom
// do.
func (a *adder) unlikely(sum, whole span, smallest int64) bool {
	gap := sum.apart(whole)
	if a.list.Ahead { // where it begins is not told: only what is nearly right is taken to be meant
		return !a.list.Open && 10*gap <= max(whole.lo, 10)
	}
	if sum.above(whole) {
		return !a.applied() && (gap < smallest || a.list.Direct && !a.list.Channel && !a.nested())
	}
	return !a.list.Open && gap < smallest && 10*gap <= max(whole.lo, 10)
}

// read takes the numbers of the list; false when one cannot be added up.
func (a *adder) read() bool {
	for _, m := range a.list.Members {
		s, ok := spanOf(&a.prose.Mentions[m.Mention])
		if !ok {
			return false
		}
		a.spans = append(a.spans, s)
	}
	numbers := []span{}
	for _, at := range append([]int{a.list.Whole}, a.list.Others...) {
		s, ok := spanOf(&a.prose.Mentions[at])
		if !ok {
			return false
		}
		numbers = append(numbers, s)
	}
	// 新收11件，上年结转2件，其中自然人12件: the whole may be the sum of several.
	a.wholes = numbers
	for i := range numbers {
		sum := numbers[i]
		for _, s := range numbers[i+1:] {
			sum = sum.plus(s)
			a.wholes = append(a.wholes, sum, numbers[i].plus(s))
		}
	}
	return true
}

// plain adds up the plainest reading, and tells its smallest part.
func (a *adder) plain() (sum span, smallest int64) {
	smallest = -1
	for n, m := range a.list.Members {
		if slices.Contains(a.list.Parts, m.Mention) {
			sum = sum.plus(a.spans[n])
			if smallest < 0 || a.spans[n].lo < smallest {
				smallest = a.spans[n].lo
			}
		}
	}
	return sum, smallest
}

// exceeding finds a part that is larger than anything the whole may be; -1 when
// there is none, or where ways overlap.
func (a *adder) exceeding() int {
	if !a.list.Direct || a.list.Channel || a.applied() {
		return -1
	}
	for n, m := range a.list.Members {
		if m.Alien || m.Way || !slices.Contains(a.list.Parts, m.Mention) {
			continue
		}
		if !slices.ContainsFunc(a.wholes, func(w span) bool { return !a.spans[n].above(w) }) {
			return n
		}
	}
	return -1
}

// whole reports whether the words leave no doubt that the parts are all.
func (a *adder) whole() bool {
	l := a.list
	return l.Closed && !l.Open && l.Direct && !l.Channel && !a.nested() && !a.applied() && (!l.Bare || len(l.Parts) == len(l.Members))
}

// nested reports whether an inner list without brackets stands in the list.
func (a *adder) nested() bool {
	return slices.ContainsFunc(a.list.Members, func(m narrative.Member) bool { return m.Inner })
}

// applied reports whether the whole is what was received: its parts may cover
// what was carried in, too, which the sentence need not say.
func (a *adder) applied() bool {
	c := a.prose.Mentions[a.list.Whole].Claim
	return c >= 0 && slices.Contains([]string{"received", "received_any", "handled_any"}, a.prose.Claims[c].What.Key)
}

// maxReadings bounds how many readings of one list are tried; a list that has
// more is taken to add up.
const maxReadings = 1 << 12

// adds reports whether any reading adds up: each number that opens an inner list
// may have any of those behind it as its parts, numbers of another kind may be
// left out, and the list may end at each comma.
func (a *adder) adds() bool {
	type state struct {
		at    int
		sum   span
		count int
	}
	seen := map[state]bool{}
	var try func(s state) bool
	try = func(s state) bool {
		if seen[s] {
			return false
		}
		if len(seen) >= maxReadings {
			return true
		}
		seen[s] = true
		members := a.list.Members
		ends := s.at == len(members) || members[s.at].Loose
		if s.count > 0 && ends && s.sum.meetsAny(a.wholes) {
			return true
		}
		if s.at == len(members) {
			return false
		}
		if try(state{s.at + 1, s.sum.plus(a.spans[s.at]), s.count + 1}) {
			return true
		}
		if m := members[s.at]; m.Inner {
			for k := s.at + 1; k <= len(members); k++ {
				if try(state{k, s.sum, s.count}) {
					return true
				}
			}
		} else if m.Alien {
			return try(state{s.at + 1, s.sum, s.count})
		}
		return false
	}
	return try(state{})
}
