package narrative

// structure finds what the numbers of the sentence up to token end are to each
// other.
func (p *paragraph) structure(end int) {
	p.inclusive()
	p.apart()
	p.unnamed()
	before := p.before
	p.lists(end)
	p.shares(before)
	p.growths()
}
