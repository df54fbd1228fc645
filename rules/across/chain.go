package across

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// link is a cell whose figure follows from last year's report.
type link struct {
	cell schema.CellID   // of this year
	from []schema.CellID // of last year, in one row: what it follows from
	want schema.Number
}

// chained holds a link of every report to the one of the year before. follow
// works out what the figure must be; ok is false when a figure is missing. Where
// last year has several reports, one that agrees is enough.
func chained(b *rules.Beside, i int, follow func(last, this *record.Record) (link, bool), add func(last *record.Record, l link)) {
	this := b.Members[i].Record
	var from *record.Record
	var broken link
	for _, last := range b.Before(i) {
		l, ok := follow(last.Record, this)
		if !ok {
			continue
		}
		is := this.Value(l.cell)
		if is == record.ValueOf(l.want) || excused(last.Record, this, l) {
			return
		}
		if from == nil {
			from, broken = last.Record, l
		}
	}
	if from != nil {
		add(from, broken)
	}
}

// excused reports whether a finding about one of the two reports puts a figure
// where the link would hold: the cause is told already.
func excused(last, this *record.Record, l link) bool {
	if this.Proposes(l.cell, record.ValueOf(l.want)) {
		return true
	}
	off := this.Value(l.cell).Number().Sub(l.want)
	for _, id := range l.from {
		if last.Proposes(id, record.ValueOf(last.Value(id).Number().Add(off))) {
			return true
		}
	}
	return false
}
