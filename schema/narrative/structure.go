package narrative

// structure finds what the numbers of a sentence are to each other.
func (p *paragraph) structure() {
	p.inclusive()
	p.apart()
	p.unnamed()
}
