package verdict

import (
	"slices"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// splits holds the applicants of a list to the rows that its whole was found
// on: where 收到13件，其中自然人13件 can only be what was newly received, its natural
// persons are those of that row, whatever the next would add.
func (b *bench) splits(prose *narrative.Prose, all []Verdict) {
	for i := range prose.Lists {
		l := &prose.Lists[i]
		if !b.onRowOne(prose, all, l) {
			continue
		}
		for _, m := range l.Parts {
			v := &all[prose.Mentions[m].Claim]
			row := v.Claim.Readings[0]
			s := b.sum(row)
			if v.Status == Verified && s.state == certain && !s.agrees(v.Claim) {
				*v = Verdict{Claim: v.Claim, Status: Contradicted, Cells: row, Sum: s.near(v.Claim.Value)}
			}
		}
	}
}

// onRowOne reports whether the list divides exactly what was newly received,
// more than which was on the table, and by applicants alone.
func (b *bench) onRowOne(prose *narrative.Prose, all []Verdict, l *narrative.List) bool {
	at := prose.Mentions[l.Whole].Claim
	if at < 0 || !l.Direct || all[at].Status != Verified {
		return false
	}
	c := all[at].Claim
	if c.What.Key != "received" && c.What.Key != "received_any" || c.Bound != narrative.Exactly || !slices.Equal(all[at].Cells, c.Readings[0]) {
		return false
	}
	if both := b.sum(narrative.KindOf("all").Readings[0]); both.state != certain || both.agrees(c) {
		return false
	}
	sum := schema.Int(0)
	for _, m := range l.Parts {
		part := &prose.Mentions[m]
		if part.Claim < 0 || all[part.Claim].Claim.What.Topic != narrative.Applicants {
			return false
		}
		sum = sum.Add(part.Value)
	}
	return sum.Equal(c.Value)
}
