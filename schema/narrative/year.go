package narrative

// Year is a year that the text names.
type Year struct {
	Span
	Value   int
	Section string
}

func (p *paragraph) noteYear(int) {}
