package narrative

// settle weighs the claims against each other when all have been read: what one
// sentence leaves open another may tell.
func (p *Prose) settle() {
	area := map[Topic]bool{}      // told of the whole area
	ours := map[string][]*Claim{} // reviews and lawsuits said to be of this work
	for i := range p.Claims {
		c := &p.Claims[i]
		area[c.What.Topic] = area[c.What.Topic] || c.stated
		if c.open && disputed(c) {
			ours[c.What.Key] = append(ours[c.What.Key], c)
		}
	}
	for i := range p.Claims {
		c := &p.Claims[i]
		switch {
		case c.narrow && area[c.What.Topic]:
			c.Doubt, c.Why = Doubtful, whyNarrow
		case !c.open && disputed(c) && toldApart(c, ours[c.What.Key]):
			c.Doubt, c.Why = Doubtful, whyReview
		}
	}
}

// whyNarrow excuses a number of 本级 where the report tells the area's, too.
var whyNarrow = Words{"说的是本级，表中可能是全辖区", "told of the organ alone, while the form may count its area"}

func disputed(c *Claim) bool { return c.What.Topic == Review || c.What.Topic == Litigation }

// toldApart reports whether the reviews or lawsuits of this work are told
// elsewhere, and are others: 我局行政复议案件15件 beside 因信息公开被复议1件.
func toldApart(c *Claim, ours []*Claim) bool {
	for _, other := range ours {
		if other.Value.Equal(c.Value) {
			return false
		}
	}
	return len(ours) > 0
}
