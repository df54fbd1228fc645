// Package verdict holds what the prose of a report claims to its forms: each
// claim is verified, contradicted, or cannot be held to anything.
package verdict

import (
	"slices"

	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// Status says how a claim stands to the forms.
type Status uint8

// The statuses.
const (
	Unlinked     Status = iota // nothing to hold it to; Reason says why
	Verified                   // one of its readings agrees
	Contradicted               // none of its readings can agree
)

// Verdict is one claim held to the forms.
type Verdict struct {
	Claim  *narrative.Claim
	Status Status
	// Cells is the reading that was compared: the one that agrees, or the plainest
	// of those that do not.
	Cells   []schema.CellID
	Sum     schema.Number // what they add up to
	Also    []Reading     // the others that were compared, each with another sum
	Missing bool          // contradicted by cells that are blank, or a form without any figure
	Reason  narrative.Words
	// Explained is the cause among the tables' whose likeliest repair makes the
	// claim hold: the fault is the table's, and is told once.
	Explained *relation.Cause
}

// Reading is one meaning of a claim as cells, with what they add up to.
type Reading struct {
	Cells []schema.CellID
	Sum   schema.Number
}

// why a claim cannot be held to the forms.
var (
	noForm   = narrative.Words{ZH: "报告里没有这张表", EN: "the report lacks the form"}
	noCell   = narrative.Words{ZH: "这一版格式没有这一栏", EN: "this edition of the form has no such cell"}
	unread   = narrative.Words{ZH: "表中这一格没有读到或不是数", EN: "the cell was not read or is no figure"}
	blank    = narrative.Words{ZH: "表中这一格空白", EN: "the cell is blank"}
	doubtful = narrative.Words{ZH: "与表中不同，但说的不一定是同一项", EN: "differs from the form, but may not speak of the same thing"}
	noTable  = narrative.Words{ZH: "不在三张表内，只在文内核对", EN: "stands on no form; compared within the text"}
)

// Witnesses are the figures that the prose gives single cells: they choose
// between equally small repairs of a form.
func Witnesses(prose *narrative.Prose) []relation.Witness {
	var out []relation.Witness
	for i := range prose.Claims {
		c := &prose.Claims[i]
		v, ok := c.Value.Int64()
		if c.Doubt == narrative.Doubtful || c.Bound != narrative.Exactly || !ok || c.Step.Cmp(schema.Int(1)) > 0 {
			continue
		}
		for _, reading := range c.Readings {
			if len(reading) == 1 {
				out = append(out, relation.Witness{Cell: reading[0], Value: v})
			}
		}
	}
	return out
}

// Check holds every claim to the forms.
func Check(r *schema.Report, prose *narrative.Prose, rel *relation.Result) []Verdict {
	out := make([]Verdict, len(prose.Claims))
	b := &bench{report: r, rel: rel}
	for i := range prose.Claims {
		out[i] = b.judge(&prose.Claims[i])
	}
	shared(out)
	outvoted(out)
	b.splits(prose, out)
	return out
}

// bench is a report with what is known of its cells.
type bench struct {
	report *schema.Report
	rel    *relation.Result
}

// judge tries the readings of a claim.
func (b *bench) judge(c *narrative.Claim) Verdict {
	v := Verdict{Claim: c, Reason: noTable}
	if len(c.Readings) == 0 {
		return v
	}
	v.Reason = noCell
	tried, known := 0, 0
	for _, cells := range c.Readings {
		s := b.sum(cells)
		switch s.state {
		case foreign:
			continue
		case certain:
			known++
		}
		tried++
		if s.agrees(c) {
			return Verdict{Claim: c, Status: Verified, Cells: cells, Sum: s.near(c.Value)}
		}
		v.take(c, cells, s)
	}
	switch {
	case tried == 0:
		return v
	case known == tried:
		v.Status = Contradicted
	case v.Missing && c.Value.Sign() > 0 && c.Bound != narrative.AtMost:
		v.Status = Contradicted
	default:
		v.Status = Unlinked
		return v
	}
	if c.Doubt == narrative.Doubtful || !v.Missing && v.slack() {
		v.Status, v.Reason = Unlinked, doubtful
		return v
	}
	v.Reason = narrative.Words{}
	if !v.Missing {
		v.Explained = b.explains(c)
	}
	return v
}

// slack reports whether the form counts more by no more than outcomes that it
// does not know.
func (v *Verdict) slack() bool {
	more := v.Sum.Sub(v.Claim.Value)
	return more.Sign() > 0 && more.Cmp(v.Claim.Slack) <= 0
}

// take keeps the first reading that can be compared.
func (v *Verdict) take(c *narrative.Claim, cells []schema.CellID, s sum) {
	switch {
	case s.state == certain && (v.Cells == nil || v.Missing):
		v.Cells, v.Sum, v.Missing, v.Reason = cells, s.near(c.Value), false, s.reason
	case s.state == certain:
		r := Reading{cells, s.near(c.Value)}
		if !r.Sum.Equal(v.Sum) && !slices.ContainsFunc(v.Also, func(a Reading) bool { return a.Sum.Equal(r.Sum) }) {
			v.Also = append(v.Also, r)
		}
	case v.Cells == nil:
		v.Cells, v.Missing, v.Reason = cells, s.state == missing, s.reason
	}
}

func gap(a, b schema.Number) schema.Number {
	d := a.Sub(b)
	if d.Sign() < 0 {
		return schema.Int(0).Sub(d)
	}
	return d
}

// explains returns the cause whose likeliest repair makes the claim hold.
func (b *bench) explains(c *narrative.Claim) *relation.Cause {
	for i := range b.rel.Causes {
		cause := &b.rel.Causes[i]
		if len(cause.Explanations) == 0 {
			continue
		}
		changes := cause.Explanations[0].Changes
		for _, cells := range c.Readings {
			s := b.sum(cells)
			if s.state != certain || len(s.values) != 1 {
				continue
			}
			total, touched := s.values[0], false
			for _, change := range changes {
				if slices.Contains(cells, change.Cell) {
					total = total.Add(schema.Int(change.To - change.From))
					touched = true
				}
			}
			if touched && holds(c, total) {
				return cause
			}
		}
	}
	return nil
}
