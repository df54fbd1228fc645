package intake

import (
	"sync"

	"github.com/gouji/gouji/schema"
)

// formIndex returns the label index of a form, built once.
func formIndex(key schema.FormKey) *labelIndex { return formIndexes()[key] }

var formIndexes = sync.OnceValue(func() map[schema.FormKey]*labelIndex {
	out := map[schema.FormKey]*labelIndex{}
	for _, key := range schema.FormKeys() {
		out[key] = newLabelIndex(key)
	}
	return out
})

// found is one row of a form as it was met, before it is known which edition
// the form is.
type found struct {
	key    string
	label  schema.Text
	whole  bool
	values []schema.Cell
	exact  bool         // values stand in their columns
	padded bool         // the row had blank cells behind its last value
	place  schema.Place // of the row
	heads  []string     // form two: the column heads above it, bare
}

// collected is what a document has of one form.
type collected struct {
	key    schema.FormKey
	due    *schema.Edition // the one for the report's year, or nil
	place  schema.Place
	format string
	rows   []found
	labels []schema.Label
	heads  []string  // of lines without a grid: the column heads met, bare
	header bool      // heads of the form were seen, rows or not
	loose  [][]token // runs of figures of lines that no label is known for
	extra  []schema.Problem
}

func (c *collected) seen(at schema.Place, format string) {
	if c.format == "" {
		c.place, c.format = at, format
	}
}

func (c *collected) has(key string) bool {
	for _, r := range c.rows {
		if r.key == key {
			return true
		}
	}
	return false
}

// hasAny reports whether one of the rows was found.
func (c *collected) hasAny(keys ...string) bool {
	for _, k := range keys {
		if c.has(k) {
			return true
		}
	}
	return false
}

// edition decides by rows and heads which edition's form this is; due is the
// one for the report's year, which decides when nothing else does.
func (c *collected) edition(due *schema.Edition) *schema.Edition {
	old, current := schema.EditionByID("2019"), schema.EditionByID("2021")
	switch c.key {
	case schema.Applications:
		if c.hasAny("applications.outcome.other.uncorrected", "applications.outcome.other.unpaid", "applications.outcome.other.other") {
			return current
		}
		if c.has("applications.outcome.other") {
			return old
		}
	case schema.Disclosure:
		if c.hasAny("disclosure.other_services", "disclosure.procurement") {
			return old
		}
		if e := editionOfHeads(c.heads); e != nil {
			return e
		}
		for _, r := range c.rows {
			if e := editionOfHeads(r.heads); e != nil {
				return e
			}
		}
		for _, r := range c.rows {
			switch {
			case r.key == "disclosure.licensing" && len(r.values) == 1:
				return current
			case r.key == "disclosure.licensing" && len(r.values) == 3:
				return old
			}
		}
	}
	if due != nil {
		return due
	}
	return current
}

// editionOfHeads tells the edition by the column heads that only one has.
func editionOfHeads(heads []string) *schema.Edition {
	for _, e := range schema.Editions() {
		for _, h := range heads {
			for _, other := range schema.Editions() {
				if other != e && headOf(other, h) {
					goto next
				}
			}
			if headOf(e, h) {
				return e
			}
		next:
		}
	}
	return nil
}

func headOf(e *schema.Edition, head string) bool {
	for _, b := range e.Form(schema.Disclosure).Blocks {
		for _, c := range b.Columns {
			if bare(c.Label) == head {
				return true
			}
		}
	}
	return false
}
