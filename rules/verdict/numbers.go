package verdict

import "github.com/gouji/gouji/schema/narrative"

// Numbers says how the numbers of the prose stand to each other.
type Numbers struct {
	Parts   []Parts  // by the index of the list in Prose.Lists
	Shares  []Share  // by the index in Prose.Shares
	Growths []Growth // by the index in Prose.Growths

	statuses []Status
}

// CheckNumbers holds the numbers of the prose to each other.
func CheckNumbers(prose *narrative.Prose) *Numbers {
	parts := CheckParts(prose)
	out := &Numbers{Parts: parts, Shares: CheckShares(prose, parts), Growths: CheckGrowths(prose)}
	out.settle(len(prose.Mentions))
	return out
}

// Status says whether others verify or contradict the i-th number of the prose.
func (n *Numbers) Status(i int) Status { return n.statuses[i] }

// settle notes of each number whether others verify or contradict it.
// Contradicted is the whole of a list whose parts do not make it, the part that
// exceeds it, and a difference that is not the one of its numbers.
func (n *Numbers) settle(mentions int) {
	n.statuses = make([]Status, mentions)
	mark := func(s Status, mentions ...int) {
		for _, m := range mentions {
			n.statuses[m] = max(n.statuses[m], s)
		}
	}
	for i := range n.Parts {
		p := &n.Parts[i]
		switch {
		case p.Status == Contradicted && p.Over >= 0:
			mark(Contradicted, p.Over)
		case p.Status == Contradicted:
			mark(Contradicted, p.List.Whole)
		case p.Status == Verified:
			mark(Verified, p.List.Whole)
			mark(Verified, p.List.Parts...)
		}
	}
	for i := range n.Shares {
		if s := &n.Shares[i]; s.Status == Verified {
			mark(Verified, s.Share.Part, s.Whole)
		}
	}
	for i := range n.Growths {
		g := &n.Growths[i]
		mark(g.Status, g.Growth.Change)
		if g.Status == Verified {
			mark(Verified, g.Now, g.Base)
		}
	}
}
