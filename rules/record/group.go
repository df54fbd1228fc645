package record

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Organ is an organ with its reports.
type Organ struct {
	Name    string    // as its project knows it, else the longest that it prints
	Also    []string  // the other names that its reports print
	Reports []*Record // by year, then by path
}

// Group joins the records of each organ. Names that differ are one organ when
// the project's facts say so, when only the ending is another (镇, 镇人民政府), or
// when one leaves out the places that the other begins with (洪泽区, 淮安市洪泽区),
// no third name could be meant, and no year has a report under both. What names
// no organ or no year is left over.
func Group(records []*Record) (organs []Organ, rest []*Record) {
	g := &grouping{byName: map[string]*node{}}
	for _, r := range records {
		if r.Year == 0 || r.Organ == "" && r.Known == "" {
			rest = append(rest, r)
			continue
		}
		g.add(r)
	}
	g.order()
	g.bySpelling()
	g.byParents()
	return g.organs(), rest
}

// node is one name.
type node struct {
	name    string
	core    string
	gov     bool // 人民政府
	known   bool
	records []*Record
	into    *node // the name that it was joined to
}

func (n *node) root() *node {
	for n.into != nil {
		n = n.into
	}
	return n
}

type grouping struct {
	byName map[string]*node
	nodes  []*node
	years  map[*node]map[int]bool // of roots
}

func (g *grouping) add(r *Record) {
	name, known := r.Known, true
	if name == "" {
		name, known = r.Organ, false
	}
	core, gov := spelled(name)
	key := core
	if gov {
		key += "人民政府"
	}
	n := g.byName[key]
	if n == nil {
		n = &node{name: key, core: core, gov: gov}
		g.byName[key] = n
	}
	n.known = n.known || known
	n.records = append(n.records, r)
}

func (g *grouping) order() {
	g.years = map[*node]map[int]bool{}
	for _, key := range slices.Sorted(maps.Keys(g.byName)) {
		n := g.byName[key]
		g.nodes = append(g.nodes, n)
		g.years[n] = map[int]bool{}
		for _, r := range n.records {
			g.years[n][r.Year] = true
		}
	}
}

// join makes two names one organ.
func (g *grouping) join(a, b *node) {
	a, b = a.root(), b.root()
	if a == b {
		return
	}
	b.into = a
	maps.Copy(g.years[a], g.years[b])
	a.known = a.known || b.known
}

// apart reports whether two names must not be joined: the project knows both,
// or both have a report of one year.
func (g *grouping) apart(a, b *node) bool {
	a, b = a.root(), b.root()
	if a.known && b.known {
		return true
	}
	for year := range g.years[a] {
		if g.years[b][year] {
			return true
		}
	}
	return false
}

// bySpelling joins names that differ in their ending.
func (g *grouping) bySpelling() {
	for _, n := range g.nodes {
		if !n.gov {
			continue
		}
		plain := g.byName[n.core]
		switch {
		case plain == nil || plain.known && n.known:
		case isTown(n.core) || !g.apart(plain, n):
			g.join(n, plain)
		}
	}
}

// byParents joins a name to the longer ones that end in it, where they are all
// the same name, longer and longer.
func (g *grouping) byParents() {
	longer := map[string][]*node{} // by a core that they may be shortened to
	for _, n := range g.nodes {
		for _, short := range within(n.core) {
			longer[short] = append(longer[short], n)
		}
	}
	for _, n := range g.nodes {
		list := longer[n.core]
		if utf8.RuneCountInString(n.core) < minCore || !chain(list) {
			continue
		}
		for _, l := range list {
			if !g.apart(l, n) && (l.gov == n.gov || isTown(n.core) || g.lone(l)) {
				g.join(l, n)
			}
		}
	}
}

// lone reports whether the name stands for its place alone: no other name has
// the same core, so that it does not matter whether 人民政府 is printed.
func (g *grouping) lone(n *node) bool {
	if n.gov {
		return g.byName[n.core] == nil
	}
	return g.byName[n.core+"人民政府"] == nil
}

// chain puts the names into the order of their length and reports whether each
// ends in the one before it.
func chain(list []*node) bool {
	slices.SortFunc(list, func(a, b *node) int {
		return cmp.Or(cmp.Compare(len(a.core), len(b.core)), cmp.Compare(a.name, b.name))
	})
	for i := 1; i < len(list); i++ {
		if !strings.HasSuffix(list[i].core, list[i-1].core) {
			return false
		}
	}
	return true
}

func (g *grouping) organs() []Organ {
	members := map[*node][]*node{}
	for _, n := range g.nodes {
		members[n.root()] = append(members[n.root()], n)
	}
	var out []Organ
	for _, n := range g.nodes {
		if list := members[n]; n.into == nil {
			out = append(out, organOf(list))
		}
	}
	slices.SortFunc(out, func(a, b Organ) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

func organOf(names []*node) Organ {
	var o Organ
	printed := map[string]bool{}
	known := ""
	for _, n := range names {
		for _, r := range n.records {
			o.Reports = append(o.Reports, r)
			if r.Organ != "" {
				printed[r.Organ] = true
			}
			if known == "" || r.Known != "" && r.Known < known {
				known = r.Known
			}
		}
	}
	all := slices.SortedFunc(maps.Keys(printed), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	if o.Name = known; known == "" {
		o.Name = all[0]
	}
	for _, name := range all {
		if name != o.Name {
			o.Also = append(o.Also, name)
		}
	}
	slices.SortStableFunc(o.Reports, func(a, b *Record) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Path, b.Path), a.Title.Compare(b.Title))
	})
	return o
}

// Expected returns the years that more than half of the organs have a report
// of; none when there are fewer than three organs.
func Expected(organs []Organ) []int {
	count := map[int]int{}
	for _, o := range organs {
		for i, r := range o.Reports {
			if i == 0 || o.Reports[i-1].Year != r.Year {
				count[r.Year]++
			}
		}
	}
	var out []int
	for _, year := range slices.Sorted(maps.Keys(count)) {
		if len(organs) >= 3 && 2*count[year] > len(organs) {
			out = append(out, year)
		}
	}
	return out
}
