package made

import "slices"

// Corpus is a made corpus: some organs, each with a report for every year of a
// span, the years following each other.
type Corpus struct {
	Organs   int
	From, To int     // report years
	Rate     float64 // the share of reports with a planted error, 0 to 1
	Seed     uint64
}

// Entry is one report of a corpus.
type Entry struct {
	Report  *Made
	Key     Planted // Kind is empty when the report is consistent
	Missing bool    // the planted error is that the report is not there
}

// Planted reports whether the report has an error.
func (e Entry) Planted() bool { return e.Key.Kind != "" }

// spread mixes a seed with what it is for, so that neighbours have nothing in common.
func spread(seed uint64, parts ...uint64) uint64 {
	for _, p := range parts {
		seed ^= p + 0x9E3779B97F4A7C15 + seed<<6 + seed>>2
		seed ^= seed >> 30
		seed *= 0xBF58476D1CE4E5B9
		seed ^= seed >> 27
	}
	return seed >> 16 // short enough to be written down
}

// Seeds returns the seed of each organ. No two organs have the same name.
func (c Corpus) Seeds() []uint64 {
	out := make([]uint64, 0, c.Organs)
	names := map[string]bool{}
	for i := uint64(0); len(out) < c.Organs; i++ {
		seed := spread(c.Seed, i)
		if name := NewOrgan(seed, "").Name; !names[name] {
			names[name] = true
			out = append(out, seed)
		}
	}
	return out
}

// Years makes the reports of the organ with that seed.
func (c Corpus) Years(seed uint64) []Entry {
	d := newDice(seed, streamPlant)
	var out []Entry
	var last *Made
	missing := false // last year's report is not there, so that nothing shows beside it
	for year := c.From; year <= c.To; year++ {
		o := Options{Year: year, After: last}
		m := New(seed, o)
		if last != nil {
			m = New(spread(seed, uint64(year)), o)
		}
		e := Entry{Report: m}
		if d.Float64() < c.Rate {
			e = plantAny(d, m, last, missing)
		}
		out, missing = append(out, e), e.Missing
		if last = m; e.Planted() && slices.Contains(crossNames(), e.Key.Kind) {
			last = e.Report // the next year follows what stands there
		}
	}
	return out
}

// plantAny plants some error that the report has room for: one time in four one
// between this report and last year's, if there is one.
func plantAny(d dice, m, last *Made, missing bool) Entry {
	if last != nil && !missing && d.in(4) {
		if e, ok := plantCross(d, m, last); ok {
			return e
		}
	}
	kinds := Kinds()
	for {
		if planted, key, ok := m.Plant(pick(d, kinds).Name); ok {
			return Entry{Report: planted, Key: key}
		}
	}
}
