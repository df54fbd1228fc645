package intake

import (
	"slices"

	"github.com/gouji/gouji/schema"
)

// headColumn is a head of form two over its column.
type headColumn struct {
	extent
	words string // bare, official
}

// alignedDisclosure binds form two. Its blocks have columns of their own, told
// by the heads above the rows.
func alignedDisclosure(c *collected, lines []alignedLine) {
	from := valuesBegin(lines)
	if from == 0 {
		c.looseLines(lines)
		return
	}
	divide(lines, from)
	rows := bands(lines, formIndex(schema.Disclosure))
	heads := make([][]headColumn, len(lines)) // that each line stands under
	var above []headColumn
	for i, begin := 0, 0; i < len(lines); i++ {
		if lines[i].filled {
			begin = i + 1
		} else if found := headsOf(lines[begin : i+1]); len(found) > 0 {
			above = found
		}
		heads[i] = above
	}
	for _, h := range slices.Concat(heads...) {
		c.heads = appendNew(c.heads, h.words)
	}
	for i := range lines {
		if !lines[i].filled {
			continue
		}
		k := slices.IndexFunc(rows, func(b band) bool { return b.from <= i && i < b.to })
		if k < 0 || !c.disclosed(rows[k], &lines[i], heads[i]) {
			c.loose = append(c.loose, lines[i].figuresOf())
		}
	}
}

// disclosed binds one row when its values are as many as its columns, or stand
// under heads that are.
func (c *collected) disclosed(b band, l *alignedLine, heads []headColumn) bool {
	var words []string
	columns := make([]extent, len(heads))
	for i, h := range heads {
		words = append(words, h.words)
		columns[i] = h.extent
	}
	if n := c.columnsOf(b.key, words); n == len(l.values) {
		values := make([]schema.Cell, n)
		for i, p := range l.values {
			values[i] = schema.ParseCell(p.text.Value, p.text.Whole())
		}
		c.bind(b, values, words)
		return true
	} else if n != len(heads) {
		return false
	}
	values, ok := l.under(columns)
	if ok {
		c.bind(b, values, words)
	}
	return ok
}

// valuesBegin returns the place from which values stand: left of the first
// figure of any line that has several, and right of what stands in front of it.
func valuesBegin(lines []alignedLine) float64 {
	from := 0.0
	for _, l := range lines {
		k := slices.IndexFunc(l.labels, func(p piece) bool { return p.figure })
		if k < 1 {
			continue
		}
		if x := (l.labels[k-1].x1 + l.labels[k].x0) / 2; from == 0 || x < from {
			from = x
		}
	}
	return from
}

// headsOf joins the pieces of lines that stand over one another, and returns
// those that are heads of columns; none when one of them is not known.
func headsOf(lines []alignedLine) []headColumn {
	var columns []headColumn
	var parts [][]schema.Text
	for i := range lines {
		for _, p := range lines[i].values {
			k := slices.IndexFunc(columns, func(h headColumn) bool { return p.x0 < h.x1 && p.x1 > h.x0 })
			if k < 0 {
				k = len(columns)
				columns, parts = append(columns, headColumn{extent: extent{p.x0, p.x1}}), append(parts, nil)
			}
			columns[k].extent = extent{min(columns[k].x0, p.x0), max(columns[k].x1, p.x1)}
			parts[k] = append(parts[k], p.text)
		}
	}
	for k := range columns {
		h, ok := findDisclosureHead(bare(schema.JoinText(parts[k], "").Value))
		if !ok || h.block {
			return nil
		}
		columns[k].words = bare(h.label)
	}
	slices.SortFunc(columns, func(a, b headColumn) int {
		if a.x0 < b.x0 {
			return -1
		}
		return 1
	})
	return columns
}
