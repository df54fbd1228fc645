package made

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// crossKind is a kind of error that shows only beside last year's report.
type crossKind struct {
	Kind
	// bend changes last year's report into the one that this year's, as it is to
	// stand, would have followed; cells are those that are then wrong this year.
	bend func(d dice, last *Made) (cells []string, ok bool)
	// copy puts words of last year's report into this year's instead.
	copy func(m, last *Made) bool
	// told is the group of a sentence that must stand in this year's report.
	told string
}

func crossKinds() []crossKind {
	return []crossKind{
		{Kind: Kind{Name: "carry-over", Codes: []string{"XR701"}, Severity: "warning", ZH: "上年结转与上年报告不符", EN: "carried in is not what last year's report carried out"}, bend: bendCarryOver},
		{Kind: Kind{Name: "stock", Codes: []string{"XR702"}, Severity: "warning", ZH: "现行有效件数接不上上年", EN: "the stock of documents does not follow from last year's"}, bend: bendStock},
		{Kind: Kind{Name: "growth-base", Codes: []string{"XR703"}, Severity: "warning", ZH: "文中上年数与上年报告不符", EN: "last year's figure is not the one last year's report told"}, bend: bendPublished, told: "disclosure.grown"},
		{Kind: Kind{Name: "copied-plan", Codes: []string{"XR704"}, Severity: "warning", ZH: "问题和改进照抄上年，只改了年份", EN: "problems and plans are last year's but for the year"}, copy: copyPlan},
		{Kind: Kind{Name: "missing-report", Codes: []string{"XR706"}, Severity: "info", ZH: "缺一年的报告", EN: "a year's report is missing"}},
		{Kind: Kind{Name: "project-chain", Codes: []string{"XR707"}, Severity: "warning", ZH: "上一年项目数量接不上上年", EN: "last year's number of projects is not what last year's report leads to"}, bend: bendProjects},
	}
}

func crossNames() []string {
	var out []string
	for _, k := range crossKinds() {
		out = append(out, k.Name)
	}
	return out
}

// CrossKinds lists the kinds of errors between two reports of one organ; only a
// [Corpus] plants them.
func CrossKinds() []Kind {
	var out []Kind
	for _, k := range crossKinds() {
		out = append(out, k.Kind)
	}
	return out
}

// plantCross makes this year's report again so that it does not follow last
// year's. By itself it stays consistent.
func plantCross(d dice, m, last *Made) (Entry, bool) {
	k := pick(d, crossKinds())
	key := Planted{Kind: k.Name, Codes: k.Codes, Severity: k.Severity}
	if k.copy != nil {
		out := m.clone()
		return Entry{Report: out, Key: key}, k.copy(out, last)
	}
	if k.bend == nil {
		return Entry{Report: m, Key: key, Missing: true}, true
	}
	for try := range uint64(40) {
		bent := last.clone()
		cells, ok := k.bend(d, bent)
		if !ok {
			return Entry{}, false
		}
		out := New(spread(m.Seed, try), Options{After: bent})
		if k.told != "" && !out.says(k.told) {
			continue
		}
		key.Cells = cells
		for _, c := range cells {
			key.Wrong = append(key.Wrong, out.Raw(c))
		}
		return Entry{Report: out, Key: key}, true
	}
	return Entry{}, false
}

// says reports whether a sentence of the group stands in the report.
func (m *Made) says(group string) bool {
	for _, s := range m.Sentences() {
		if s.Key == group {
			return true
		}
	}
	return false
}

func bendCarryOver(d dice, last *Made) ([]string, bool) {
	by := d.between(1, 9)
	for _, column := range []string{"natural", totalColumn} {
		last.set(carriedOut+column, int(last.Int(carriedOut+column))+by)
	}
	return []string{carriedIn + "natural", carriedIn + totalColumn}, true
}

func bendStock(d dice, last *Made) ([]string, bool) {
	const stock = "disclosure.normative_documents.in_force"
	if last.Edition.ID != "2021" {
		return nil, false
	}
	last.set(stock, int(last.Int(stock))+d.between(1, 9))
	return []string{stock}, true
}

// copyPlan puts last year's section on problems and plans in the place of this
// year's, a year later, when it is long enough to be no coincidence.
func copyPlan(m, last *Made) bool {
	to, from := m.Section("problems"), last.Section("problems")
	if to == nil || from == nil || last.planted {
		return false
	}
	length := 0
	body := cloneBody(from.Body)
	for _, par := range body {
		for k := range par {
			for year := last.Year + 1; year >= last.Year-1; year-- {
				par[k].Text = strings.ReplaceAll(par[k].Text, fmt.Sprintf("%d年", year), fmt.Sprintf("%d年", year+1))
			}
			length += utf8.RuneCountInString(par[k].Text)
			par[k].Facts = nil
		}
	}
	to.Body = body
	return length >= 120
}

// bendPublished changes the figure that growth is counted from, where last year's
// report tells it in the same unit and as the whole; no cell is wrong then.
func bendPublished(d dice, last *Made) ([]string, bool) {
	if !last.saysPublished() {
		return nil, false
	}
	last.Published += d.between(7, 60)
	return nil, true
}

func (m *Made) saysPublished() bool {
	n := fmt.Sprintf("%d条", m.Published)
	for _, s := range m.Sentences() {
		_, behind, found := strings.Cut(s.Text, n)
		if found && m.Published > 0 && strings.HasPrefix(s.Key, "disclosure.") && !strings.Contains(s.Text, "通过") && !strings.HasPrefix(behind, "次") {
			return true
		}
	}
	return false
}

func bendProjects(d dice, last *Made) ([]string, bool) {
	if last.Edition.ID != "2019" || last.Year != 2019 {
		return nil, false
	}
	row := pick(d, []string{"licensing", "other_services", "penalties", "coercion", "fees"})
	path := "disclosure." + row + ".previous"
	last.set(path, int(last.Int(path))+d.between(1, 9))
	return []string{path}, true
}
