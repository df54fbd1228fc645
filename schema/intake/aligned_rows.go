package intake

import (
	"slices"

	"github.com/gouji/gouji/schema"
)

// What a division of lines into rows costs: least is best. A label with slips is
// worse than a whole one, words that belong to no row are worse than heads that
// are known, and figures without a label are worst.
const (
	costSlips  = 2
	costWords  = 1
	costUnread = 8
	longestRow = 14 // lines
)

// band is the lines of one row.
type band struct {
	from, to int // lines
	named
}

// bands divides lines into rows, and returns them from top to bottom.
func bands(lines []alignedLine, index *labelIndex) []band {
	type state struct {
		cost int
		last band // the row that ends here; from == to when the last line is of none
	}
	best := make([]state, len(lines)+1)
	for end := 1; end <= len(lines); end++ {
		l := &lines[end-1]
		s := state{best[end-1].cost + l.aside(index), band{from: end, to: end}}
		filled := 0
		for from := end - 1; from >= max(0, end-longestRow); from-- {
			if lines[from].filled {
				filled++
			}
			if filled > 1 {
				break
			}
			if filled == 0 {
				continue
			}
			label := labelOf(lines[from:end])
			m, ok := index.find(label.Value)
			if !ok || !m.whole {
				continue
			}
			cost := best[from].cost
			if m.slips {
				cost += costSlips
			}
			if cost < s.cost {
				s = state{cost, band{from, end, named{match: m, label: label.Slice(m.from, len(label.Value)).TrimSpace()}}}
			}
		}
		best[end] = s
	}
	var out []band
	for end := len(lines); end > 0; {
		b := best[end].last
		if b.from == b.to {
			end--
			continue
		}
		out = append(out, b)
		end = b.from
	}
	slices.Reverse(out)
	return out
}

// aside is what it costs to take a line for a part of no row.
func (l *alignedLine) aside(index *labelIndex) int {
	switch words := bare(wordsOf(l.labels)); {
	case l.filled:
		return costUnread
	case words == "" || words == "信息内容" || index.isGroup(words):
		return 0
	case isBlockHead(words):
		return 0
	}
	return costWords
}

func isBlockHead(words string) bool {
	h, ok := findDisclosureHead(words)
	return ok && h.block
}

// alignedForm binds lines that have places on a page, and reports whether they
// have any.
func alignedForm(c *collected, items []*item) bool {
	lines, ok := alignedLines(items)
	if !ok {
		return false
	}
	switch c.key {
	case schema.Applications:
		alignedApplications(c, lines)
	case schema.Disclosure:
		alignedDisclosure(c, lines)
	default:
		return false
	}
	for i := range lines {
		lines[i].used.used = lines[i].used.used || len(c.rows) > 0 || c.header
	}
	return true
}

func alignedApplications(c *collected, lines []alignedLine) {
	columns := fullColumns(lines, 7)
	if columns == nil {
		c.looseLines(lines)
		return
	}
	divide(lines, columns[0].x0-pitch(columns)/3)
	rows := bands(lines, formIndex(schema.Applications))
	for i := range lines {
		k := slices.IndexFunc(rows, func(b band) bool { return b.from <= i && i < b.to })
		if !lines[i].filled {
			continue
		}
		values, ok := lines[i].under(columns)
		if k < 0 || !ok {
			c.loose = append(c.loose, lines[i].figuresOf())
			continue
		}
		c.bind(rows[k], values, nil)
	}
}

// bind takes a row that was found by its places.
func (c *collected) bind(b band, values []schema.Cell, heads []string) {
	at := b.label.Whole()
	c.seen(at, "lines")
	c.header = true
	c.rows = append(c.rows, found{key: b.key, label: b.label, whole: true, values: values, exact: true, place: at, heads: heads})
}

// looseLines hands on all figures of lines as unread.
func (c *collected) looseLines(lines []alignedLine) {
	for i := range lines {
		lines[i].values = lines[i].labels
		if run := lines[i].figuresOf(); len(run) > 0 {
			c.loose = append(c.loose, run)
		}
	}
}
