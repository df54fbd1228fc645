package across

import (
	"cmp"
	"slices"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/alike"
	"github.com/gouji/gouji/rules/record"
)

// ref names a report of an audit.
type ref struct{ group, member int }

// shelf holds the shingles of all reports.
type shelf struct {
	*rules.Among
	whole     [][]record.Marks // by group, by member
	shingles  [][]record.Marks // of these, what is not in every other report
	templates map[uint64]bool
}

// checkAlike compares the prose of each report with last year's and with that of
// other organs. Shingles of many organs are nobody's own; the rest leads from each
// report to the few that share some, so that no pair is looked at that has nothing
// in common.
func checkAlike(a *rules.Among) {
	s := &shelf{Among: a, whole: make([][]record.Marks, len(a.Groups)), shingles: make([][]record.Marks, len(a.Groups))}
	marks := s.fill()
	s.leaveTemplates(marks)
	others := s.candidates(marks)
	for g := range a.Groups {
		for m := range a.Groups[g].Members {
			this := ref{g, m}
			if a.Runs(g, m) {
				s.ownYear(this)
				s.otherOrgan(this, others[this])
			}
		}
	}
}

// mark is a shingle of a report.
type mark struct {
	shingle       uint64
	group, member int32
}

// fill returns the shingles of all reports in order.
func (s *shelf) fill() []mark {
	var marks []mark
	for g := range s.Groups {
		for m := range s.Groups[g].Members {
			list := s.record(ref{g, m}).Marks
			s.whole[g] = append(s.whole[g], list)
			for _, sh := range list {
				marks = append(marks, mark{sh, int32(g), int32(m)})
			}
		}
	}
	slices.SortFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.shingle, b.shingle), cmp.Compare(a.group, b.group), cmp.Compare(a.member, b.member))
	})
	return marks
}

func (s *shelf) record(r ref) *record.Record { return s.Groups[r.group].Members[r.member].Record }

// each calls f with the marks of every shingle.
func each(marks []mark, f func([]mark)) {
	for i := 0; i < len(marks); {
		j := i + 1
		for j < len(marks) && marks[j].shingle == marks[i].shingle {
			j++
		}
		f(marks[i:j])
		i = j
	}
}

// leaveTemplates takes out of every report what so many organs have that it is
// nobody's own.
func (s *shelf) leaveTemplates(marks []mark) {
	s.templates = map[uint64]bool{}
	if len(s.Groups) == 0 || len(s.Groups[0].Members) == 0 {
		return
	}
	limit := s.Number(0, 0, "template")
	each(marks, func(list []mark) {
		organs := 1
		for i := 1; i < len(list); i++ {
			if list[i].group != list[i-1].group {
				organs++
			}
		}
		if organs >= limit {
			s.templates[list[0].shingle] = true
		}
	})
	for g := range s.whole {
		for _, list := range s.whole[g] {
			s.shingles[g] = append(s.shingles[g], alike.Without(list, s.templates))
		}
	}
}

// candidates counts, for each report, what it shares with each report of another
// organ that it may have been copied from: of the year before, or of the same
// year and before it in order.
func (s *shelf) candidates(marks []mark) map[ref]map[ref]int {
	out := map[ref]map[ref]int{}
	each(marks, func(list []mark) {
		if s.templates[list[0].shingle] {
			return
		}
		for i := range list {
			this := ref{int(list[i].group), int(list[i].member)}
			for k := range list {
				that := ref{int(list[k].group), int(list[k].member)}
				if that.group == this.group || !s.mayCopy(this, that) {
					continue
				}
				if out[this] == nil {
					out[this] = map[ref]int{}
				}
				out[this][that]++
			}
		}
	})
	return out
}

func (s *shelf) mayCopy(this, that ref) bool {
	a, b := s.record(this), s.record(that)
	return b.Year == a.Year-1 || b.Year == a.Year && that.group < this.group
}

// ownYear compares a report with the organ's own of the year before: all of it,
// or its section on problems and plans. What many organs have counts here: who
// was told last year how to write may still not write the same again.
func (s *shelf) ownYear(this ref) {
	for m, last := range s.Groups[this.group].Members {
		if last.Year != s.record(this).Year-1 {
			continue
		}
		that := ref{this.group, m}
		if p := s.measure(this, that); s.above(p, "own") {
			s.Add(this.group, this.member, s.copiedText(p, ""))
			return
		}
		if p := s.plan(this, that); p.share() >= planShare && alike.Characters(p.common) >= leastPlan {
			s.Add(this.group, this.member, s.copiedText(p, alike.Plan))
			return
		}
	}
}

// plan compares the sections on problems and plans alone.
func (s *shelf) plan(this, that ref) pair {
	a, b := s.record(this).Plan, s.record(that).Plan
	return pair{this, that, alike.Common(a, b), len(a), 0}
}

// otherOrgan names the report of another organ that most was taken from.
func (s *shelf) otherOrgan(this ref, others map[ref]int) {
	var best pair
	also := 0
	for g := range s.Groups { // in order, so that of two alike the first is named
		for m := range s.Groups[g].Members {
			that := ref{g, m}
			if n, ok := others[that]; ok {
				p := pair{this, that, n, len(s.shingles[this.group][this.member]), 0}
				if !s.above(p, "other") {
					continue
				}
				also++
				if p.common > best.common {
					best = p
				}
			}
		}
	}
	if also > 0 {
		best.also = also - 1
		s.Add(this.group, this.member, s.copiedText(best, ""))
	}
}

// pair is two reports with the shingles that they share.
type pair struct {
	this, that  ref
	common, all int
	also        int // other reports that share as much as counts
}

func (p pair) share() int {
	if p.all == 0 {
		return 0
	}
	return 100 * p.common / p.all
}

func (s *shelf) measure(this, that ref) pair {
	a, b := s.whole[this.group][this.member], s.whole[that.group][that.member]
	return pair{this, that, alike.Common(a, b), len(a), 0}
}

// above reports whether the pair shares as much as the project lets count.
func (s *shelf) above(p pair, key string) bool {
	return p.share() >= s.Number(p.this.group, p.this.member, key) &&
		alike.Characters(p.common) >= s.Number(p.this.group, p.this.member, "least")
}
