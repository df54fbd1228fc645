package narrative

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/gouji/gouji/schema"
)

// Kind is a quantity that prose can speak of; see data/quantities.toml.
type Kind struct {
	Key   string // "received_any"
	Topic Topic
	Name  Words
	// Readings are the sums of cells that the words may mean. Empty for a quantity
	// that stands on no form.
	Readings [][]schema.CellID
	Loose    bool // its words are free: it may confirm a cell, never contradict it
}

// Topic says what a claim is about, for the choice of the rule.
type Topic string

// The topics.
const (
	Applications Topic = "applications"
	Outcomes     Topic = "outcomes"
	Applicants   Topic = "applicants"
	Review       Topic = "review"
	Litigation   Topic = "litigation"
	Disclosure   Topic = "disclosure"
)

// KindOf returns the quantity of that key, or nil.
func KindOf(key string) *Kind { return kinds()[key] }

var kinds = sync.OnceValue(func() map[string]*Kind {
	var file struct {
		Quantity []struct {
			Key      string
			Topic    Topic
			ZH, EN   string
			Loose    bool
			Readings [][]string
			Columns  []string
		}
	}
	decode("quantities.toml", &file)
	out := map[string]*Kind{}
	for _, q := range file.Quantity {
		k := &Kind{Key: q.Key, Topic: q.Topic, Name: Words{q.ZH, q.EN}, Loose: q.Loose}
		if len(q.Columns) > 0 {
			q.Readings = columnReadings(q.Columns)
		}
		for _, reading := range q.Readings {
			var cells []schema.CellID
			for _, short := range reading {
				cells = append(cells, schema.MustCell(longPath(short)))
			}
			k.Readings = append(k.Readings, cells)
		}
		out[q.Key] = k
	}
	return out
})

// columnReadings are those of an applicant's share: of the applications newly
// received, of all on the table, of those concluded.
func columnReadings(columns []string) [][]string {
	var received, all, concluded []string
	for _, c := range columns {
		received = append(received, "applications.received."+c)
		all = append(all, "applications.received."+c, "applications.carried_in."+c)
		concluded = append(concluded, "applications.outcome.total."+c)
	}
	return [][]string{received, all, concluded}
}

func longPath(short string) string {
	head, rest, _ := strings.Cut(short, ".")
	switch head {
	case "a":
		return "applications." + rest + ".total"
	case "o":
		if rest == "total" {
			return "applications.outcome.total.total"
		}
		return "applications.outcome." + rest + ".total"
	case "r":
		return "review." + rest
	}
	return short
}

// KindKeys lists the keys of all quantities, sorted.
func KindKeys() []string { return slices.Sorted(maps.Keys(kinds())) }
