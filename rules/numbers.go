package rules

import (
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// ProseNumber is one number of the prose and what became of it.
type ProseNumber struct {
	Words    string          // as printed, with its measure word
	Status   NumberStatus    // "verified", "contradicted", "unlinked"
	Quantity Words           // what it speaks of, where that is known
	Cells    []schema.CellID // that it was held to; nil for one linked to nothing
	Reason   Words           // why it is linked to nothing
	Place    schema.Place
	Text     schema.Text // the paragraph it stands in
	I, J     int         // its bytes there
	// Counts says that it counts something: a date, an article's number or a
	// telephone does not, and is not among the numbers of the coverage.
	Counts bool
}

// NumberStatus says what became of a number.
type NumberStatus string

// What became of a number.
const (
	NumberVerified     NumberStatus = "verified"     // a form agrees, or the numbers around it do
	NumberContradicted NumberStatus = "contradicted" // a form says otherwise, or the numbers around it do
	NumberUnlinked     NumberStatus = "unlinked"     // held to nothing
)

// numbers lists every number of the prose in the order of the text.
func (p *Pass) numbers() []ProseNumber {
	prose := p.Prose()
	out := make([]ProseNumber, 0, len(prose.Mentions))
	for i := range prose.Mentions {
		m := &prose.Mentions[i]
		n := ProseNumber{
			Words: prose.Words(m.Span), Place: prose.Place(m.Span),
			Text: prose.Paragraphs[m.Paragraph].Text, I: m.I, J: m.J, Counts: m.Class == narrative.Quantity,
		}
		n.Status, n.Reason = p.numberStatus(i)
		if m.Claim >= 0 {
			n.Quantity = Words(prose.Claims[m.Claim].What.Name)
			if n.Status != NumberUnlinked {
				n.Cells = p.Verdicts()[m.Claim].Cells
			}
		}
		out = append(out, n)
	}
	return out
}

// numberStatus says what became of the i-th number of the prose, and why nothing.
// What a form says of it counts before what other numbers do.
func (p *Pass) numberStatus(i int) (NumberStatus, Words) {
	m := &p.Prose().Mentions[i]
	status, reason := verdict.Unlinked, m.Reason
	if m.Claim >= 0 {
		status, reason = p.Verdicts()[m.Claim].Status, p.Verdicts()[m.Claim].Reason
	}
	if status == verdict.Unlinked {
		status = p.Sums().Status(i)
	}
	switch status {
	case verdict.Verified:
		return NumberVerified, Words{}
	case verdict.Contradicted:
		return NumberContradicted, Words{}
	}
	return NumberUnlinked, Words(reason)
}
