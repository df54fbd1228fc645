package rules

import (
	"strings"

	"github.com/gouji/gouji/rules/alike"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// published is the quantity of all items published in the year, which stands on no
// form.
const published = "disclosed"

// tell keeps what the prose tells of the year before, and what next year's may
// tell of this one.
func (p *Pass) tell(out *record.Record) {
	prose := p.Prose()
	for i := range prose.Paragraphs {
		par := &prose.Paragraphs[i]
		place := par.Text.Whole()
		place.Ref = strings.Clone(place.Ref)
		out.Prose = append(out.Prose, record.Paragraph{Section: par.Section, Place: place, Text: strings.Clone(par.Text.Value)})
	}
	out.Marks, out.Plan = alike.Of(out, "").Shingles, alike.Of(out, alike.Plan).Shingles
	for i := range prose.Claims {
		c := &prose.Claims[i]
		if c.What.Key != published || c.Doubt == narrative.Doubtful || c.Bound != narrative.Exactly || c.Mention < 0 {
			continue
		}
		m := &prose.Mentions[c.Mention]
		if r, ok := verdict.RangeOf(m); ok {
			out.Published = append(out.Published, record.Published{Range: r, Unit: strings.Clone(m.Unit), Words: p.words(m.Span)})
		}
	}
	for i := range prose.Sinces {
		if g, ok := p.growth(&prose.Sinces[i]); ok {
			out.Growths = append(out.Growths, g)
		}
	}
}

// words keeps the words of a span, and no more of the report than is shown.
func (p *Pass) words(at narrative.Span) record.Words {
	text := p.Prose().Paragraphs[at.Paragraph].Text
	e := WordsExcerpt(text, at.I, at.J)
	place := text.Place(at.I, at.J)
	place.Ref = strings.Clone(place.Ref)
	return record.Words{Said: strings.Clone(Squeeze(text.Value[at.I:at.J])), Place: place, Line: strings.Clone(e.Line), Start: e.Start, End: e.End}
}

// growth keeps a change of a number that the report itself does not contradict.
func (p *Pass) growth(s *narrative.Since) (g record.Growth, ok bool) {
	prose := p.Prose()
	now, change := &prose.Mentions[s.Now], &prose.Mentions[s.Change]
	if p.contradicted(s.Now) || p.contradicted(s.Change) || s.Base >= 0 && p.contradicted(s.Base) {
		return g, false
	}
	g.Down, g.Absolute, g.Hedged = s.Down, s.Absolute, change.Bound != narrative.Exactly
	if !p.subject(&g, s.Now) {
		return g, false
	}
	at := change.Span
	if g.Now, ok = verdict.RangeOf(now); !ok {
		return g, false
	}
	if s.Base >= 0 {
		g.Told, at = true, prose.Mentions[s.Base].Span
		if g.Base, ok = verdict.RangeOf(&prose.Mentions[s.Base]); !ok {
			return g, false
		}
	}
	if g.Absolute {
		if g.By, ok = verdict.RangeOf(change); !ok {
			return g, false
		}
	}
	g.Change, g.Unit, g.NowSaid = change.Value, strings.Clone(now.Unit), strings.Clone(Squeeze(prose.Words(now.Span)))
	g.Words = p.words(at)
	return g, true
}

// contradicted reports whether the report itself contradicts a number: the fault
// is told there.
func (p *Pass) contradicted(mention int) bool {
	status, _ := p.numberStatus(mention)
	return status == NumberContradicted
}

// subject says what a number counts: a quantity of the forms, or items published.
func (p *Pass) subject(g *record.Growth, mention int) bool {
	prose := p.Prose()
	at := prose.Mentions[mention].Claim
	if at < 0 {
		return false
	}
	c := &prose.Claims[at]
	if c.Doubt == narrative.Doubtful || c.What.Loose || at+1 < len(prose.Claims) && prose.Claims[at+1].Mention == mention {
		return false // it may mean two quantities
	}
	if c.What.Key != published && len(c.What.Readings) == 0 {
		return false
	}
	g.Name, g.Sure = [2]string{c.What.Name.ZH, c.What.Name.EN}, c.Doubt == narrative.Sure && c.What.Key != published
	g.Readings = c.What.Readings
	if onTheTable[c.What.Key] {
		g.Readings = bases
	}
	return true
}

// onTheTable are the quantities that reports take for each other when they look
// back a year: received, with or without what was carried in, and concluded.
var onTheTable = map[string]bool{"received": true, "received_any": true, "all": true, "handled": true, "handled_any": true}

var bases = func() [][]schema.CellID {
	received, carried, concluded := schema.MustCell("applications.received.total"), schema.MustCell("applications.carried_in.total"), schema.MustCell("applications.outcome.total.total")
	return [][]schema.CellID{{received}, {received, carried}, {concluded}}
}()
