package across_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema/intake"
)

// member reads a report in TOML and holds it to all rules, as an audit does.
func member(t *testing.T, path, body string) rules.Member {
	t.Helper()
	reports := intake.Read(t.Context(), path, []byte(body))
	require.Len(t, reports, 1)
	settings := &rules.Settings{Record: true}
	res := rules.RunWith(reports[0], catalog.All(), settings)
	require.NotNil(t, res.Record)
	return rules.Member{Record: res.Record, Rules: catalog.All(), Settings: settings}
}

// report is a report of a year with some rows in it.
func report(year int, rows string) string {
	return fmt.Sprintf("[report]\ntitle = \"临江县水利局%d年政府信息公开工作年度报告\"\norgan = \"临江县水利局\"\nyear = %[1]d\n%s", year, rows)
}

// across returns "year code severity cells expected actual" of what is found.
func across(t *testing.T, bodies []string, expected ...int) []string {
	t.Helper()
	var members []rules.Member
	for i, body := range bodies {
		members = append(members, member(t, fmt.Sprintf("%d.toml", i), body))
	}
	slices.SortStableFunc(members, func(a, b rules.Member) int { return a.Year - b.Year })
	findings, crashed := rules.RunAcross(members, expected)
	assert.False(t, crashed)
	out := []string{}
	for i, list := range findings {
		for _, f := range list {
			assert.NotEmpty(t, f.Message.EN)
			assert.NotEmpty(t, f.Fingerprint)
			assert.Equal(t, members[i].Path, f.Place.Path, "a finding stands under the report it judges")
			out = append(out, strings.Join([]string{fmt.Sprint(members[i].Year), f.Code, f.Severity.String(), strings.Join(f.Cells, "+"), f.Expected, f.Actual}, " "))
		}
	}
	return out
}

func TestWhatOneYearHandsOnTheNextMustTake(t *testing.T) {
	t.Parallel()
	out := func(row string) string { return "[applications]\ncarried_out = " + row + "\n" }
	in := func(row string) string { return "[applications]\ncarried_in = " + row + "\n" }
	stock := func(row string) string { return "[disclosure]\nnormative_documents = { " + row + " }\n" }
	licensing := func(row string) string { return "[disclosure]\nlicensing = { " + row + " }\n" }
	for name, c := range map[string]struct {
		reports []string
		want    []string
	}{
		"carried over as it was": {
			[]string{report(2022, out("[5, 0, 0, 0, 0, 0, 5]")), report(2023, in("[5, 0, 0, 0, 0, 0, 5]"))}, nil,
		},
		"carried over otherwise, one finding for both columns": {
			[]string{report(2022, out("[5, 0, 0, 0, 0, 0, 5]")), report(2023, in("[3, 0, 0, 0, 0, 0, 3]"))},
			[]string{"2023 XR701 warning applications.carried_in.natural+applications.carried_in.total 5 3"},
		},
		"carried over from the old form to the new": {
			[]string{report(2020, out("[5, 0, 0, 0, 0, 0, 5]")), report(2021, in("[5, 1, 0, 0, 0, 0, 6]"))},
			[]string{"2021 XR701 warning applications.carried_in.business+applications.carried_in.total 0 1"},
		},
		"before the form, nothing is carried over": {
			[]string{report(2018, out("[5, 0, 0, 0, 0, 0, 5]")), report(2019, in("[3, 0, 0, 0, 0, 0, 3]"))}, nil,
		},
		"a blank is no figure": {
			[]string{report(2022, out(`["", "", "", "", "", "", ""]`)), report(2023, in("[3, 0, 0, 0, 0, 0, 3]"))}, nil,
		},
		"a year between is missing": {
			[]string{report(2021, out("[5, 0, 0, 0, 0, 0, 5]")), report(2023, in("[3, 0, 0, 0, 0, 0, 3]"))},
			[]string{"2023 XR706 info   2022"},
		},
		"a slip of last year's that its own rules name": {
			[]string{
				report(2022, "[applications]\nreceived = [5, 0, 0, 0, 0, 0, 5]\ncarried_in = [0, 0, 0, 0, 0, 0, 0]\ncarried_out = [15, 0, 0, 0, 0, 0, 5]\noutcome.total = [0, 0, 0, 0, 0, 0, 0]\n"),
				report(2023, in("[5, 0, 0, 0, 0, 0, 5]")),
			}, nil,
		},
		"stock that follows": {
			[]string{report(2022, stock("issued = 1, repealed = 0, in_force = 5")), report(2023, stock("issued = 3, repealed = 0, in_force = 8"))}, nil,
		},
		"stock that does not follow": {
			[]string{report(2022, stock("issued = 1, repealed = 0, in_force = 5")), report(2023, stock("issued = 3, repealed = 1, in_force = 8"))},
			[]string{"2023 XR702 warning disclosure.normative_documents.in_force 7 8"},
		},
		"more repealed than there were": {
			[]string{report(2022, stock("issued = 1, repealed = 0, in_force = 5")), report(2023, stock("issued = 0, repealed = 9, in_force = 1"))},
			[]string{"2023 XR702 warning disclosure.normative_documents.in_force  1"},
		},
		"a stock that nobody fills in": {
			[]string{report(2022, stock("issued = 1, repealed = 0, in_force = 0")), report(2023, stock("issued = 3, repealed = 1, in_force = 0"))}, nil,
		},
		"the total of 2020 is no stock": {
			[]string{report(2020, stock("made = 1, disclosed = 1, total = 30")), report(2021, stock("issued = 3, repealed = 0, in_force = 8"))}, nil,
		},
		"projects that follow": {
			[]string{report(2019, licensing("previous = 120, change = -8, decisions = 1")), report(2020, licensing("previous = 112, change = 0, decisions = 1"))}, nil,
		},
		"projects that do not follow": {
			[]string{report(2019, licensing("previous = 120, change = 8, decisions = 1")), report(2020, licensing("previous = 120, change = 0, decisions = 1"))},
			[]string{"2020 XR707 warning disclosure.licensing.previous 128 120"},
		},
		"the same report twice": {
			[]string{report(2022, out("[5, 0, 0, 0, 0, 0, 5]")), report(2022, out("[5, 0, 0, 0, 0, 0, 5]"))},
			[]string{"2022 XR706 info   "},
		},
		"a second version": {
			[]string{report(2022, out("[5, 0, 0, 0, 0, 0, 5]")), report(2022, out("[6, 0, 0, 0, 0, 0, 6]"))},
			[]string{"2022 XR706 warning   6"},
		},
		"one of two versions agrees with the next year": {
			[]string{
				report(2022, out("[5, 0, 0, 0, 0, 0, 5]")), report(2022, out("[6, 0, 0, 0, 0, 0, 6]")), report(2023, in("[6, 0, 0, 0, 0, 0, 6]")),
			},
			[]string{"2022 XR706 warning   6"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.ElementsMatch(t, c.want, across(t, c.reports))
		})
	}
}

func TestWhatIsOddBesideLastYearIsRemarked(t *testing.T) {
	t.Parallel()
	form := func(licensing, penalties, coercion, fees string) string {
		return fmt.Sprintf("[disclosure]\nlicensing = { decisions = %s }\npenalties = { decisions = %s }\ncoercion = { decisions = %s }\nfees = { amount = %s }\n", licensing, penalties, coercion, fees)
	}
	for name, c := range map[string]struct {
		last, this string
		want       []string
	}{
		"a form as it was last year":          {form("5176", "312", "46", "4068.2"), form("5176", "312", "46", "4068.2"), []string{"2023 XR704 info   4"}},
		"one figure is another":               {form("5176", "312", "46", "4068.2"), form("5176", "312", "47", "4068.2"), nil},
		"few digits may be chance":            {form("1", "2", "3", "4"), form("1", "2", "3", "4"), nil},
		"few figures may be chance":           {form("517645", "0", "0", "4068.2"), form("517645", "0", "0", "4068.2"), nil},
		"fees in 元":                           {form("1", "2", "3", "4068.2"), form("1", "2", "4", "39905000"), []string{"2023 XR708 info disclosure.fees.amount  39905000"}},
		"fees in 元 last year":                 {form("1", "2", "3", "39905000"), form("1", "2", "4", "4068.2"), []string{"2023 XR708 info disclosure.fees.amount  4068.2"}},
		"fees that rose a hundredfold":        {form("1", "2", "3", "40"), form("1", "2", "4", "4000"), nil},
		"fees that no unit explains":          {form("1", "2", "3", "0.1"), form("1", "2", "4", "40000"), nil},
		"decisions ten thousand times before": {form("1", "2", "3", "4"), form("1", "20000", "4", "4"), []string{"2023 XR708 info disclosure.penalties.decisions  20000"}},
		"decisions from none":                 {form("1", "0", "3", "4"), form("1", "20000", "4", "4"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.ElementsMatch(t, c.want, across(t, []string{report(2022, c.last), report(2023, c.this)}))
		})
	}
}

func TestAGrowthIsHeldToLastYearsReport(t *testing.T) {
	t.Parallel()
	prose := func(year int, rows, words string) string {
		return report(year, fmt.Sprintf("[[section]]\nnumber = 1\ntitle = \"总体情况\"\ntext = '''%s'''\n[applications]\n%s\n", words, rows))
	}
	const (
		ten     = "received = [10, 0, 0, 0, 0, 0, 10]\ncarried_in = [2, 0, 0, 0, 0, 0, 2]\noutcome.total = [11, 0, 0, 0, 0, 0, 11]\ncarried_out = [1, 0, 0, 0, 0, 0, 1]"
		fifteen = "received = [15, 0, 0, 0, 0, 0, 15]\ncarried_in = [1, 0, 0, 0, 0, 0, 1]\noutcome.total = [16, 0, 0, 0, 0, 0, 16]\ncarried_out = [0, 0, 0, 0, 0, 0, 0]"
	)
	for name, c := range map[string]struct {
		last, this string // the words of two years
		want       []string
	}{
		"counted from what was received":          {"", "2023年收到政府信息公开申请15件，同比增长50%。", nil},
		"counted from all on the table":           {"", "2023年收到政府信息公开申请15件，较上年增长25%。", nil},
		"counted from what was concluded, cut":    {"", "2023年收到政府信息公开申请15件，较上年增长36.3%。", nil},
		"counted from nothing that is there":      {"", "2023年收到政府信息公开申请15件，同比增长80%。", []string{"2023 XR703 error  50% 80%"}},
		"up and down exchanged":                   {"", "2023年收到政府信息公开申请15件，同比下降50%。", []string{"2023 XR703 error  50% 50%"}},
		"a difference":                            {"", "2023年收到政府信息公开申请15件，较2022年增加5件。", nil},
		"another difference":                      {"", "2023年收到政府信息公开申请15件，较上年增加7件。", []string{"2023 XR703 error  5件 7件"}},
		"last year's number":                      {"", "2023年收到政府信息公开申请15件，上年10件，增长50%。", nil},
		"another number of last year":             {"", "2023年收到政府信息公开申请15件，较上年的9件增长66.7%。", []string{"2023 XR703 error  10件 9件"}},
		"a growth that is wrong by itself":        {"", "2023年收到政府信息公开申请15件，较上年的10件增长66.7%。", nil},
		"another year's":                          {"", "2023年收到政府信息公开申请15件，较2020年增长80%。", nil},
		"a quarter's":                             {"", "2023年收到政府信息公开申请15件，四季度环比增长80%。", nil},
		"another subject":                         {"", "2023年收到政府信息公开申请15件，网站访问量同比增长80%。", nil},
		"two numbers that may have grown":         {"", "2023年收到政府信息公开申请15件，办结16件，同比增长80%。", nil},
		"about":                                   {"", "2023年收到政府信息公开申请15件，同比增长约55%。", nil},
		"items published":                         {"2022年主动公开政府信息305条。", "2023年主动公开政府信息362条，同比增长18.7%。", nil},
		"items published, from another number":    {"2022年主动公开政府信息285条。", "2023年主动公开政府信息362条，较上年的305条增长18.7%。", []string{"2023 XR703 warning  285条 305条"}},
		"items published, from 2.6万":              {"2022年主动公开政府信息2.6万条。", "2023年主动公开政府信息36200条，较上年的26118条增长38.6%。", nil},
		"items published, in another unit":        {"2022年主动公开政府信息285篇。", "2023年主动公开政府信息362条，较上年的305条增长18.7%。", nil},
		"items published, some of them":           {"2022年通过网站主动公开政府信息285条。", "2023年主动公开政府信息362条，较上年的305条增长18.7%。", nil},
		"items published, two numbers last year":  {"2022年主动公开政府信息285条。2022年公开政府信息300条。", "2023年主动公开政府信息362条，较上年的305条增长18.7%。", nil},
		"items published, hedged last year":       {"2022年主动公开政府信息280余条。", "2023年主动公开政府信息362条，较上年的305条增长18.7%。", nil},
		"items published, nothing told last year": {"", "2023年主动公开政府信息362条，较上年的305条增长18.7%。", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.ElementsMatch(t, c.want, across(t, []string{prose(2022, ten, c.last), prose(2023, fifteen, c.this)}))
		})
	}
}

func TestYearsThatMostOrgansHaveAreMissed(t *testing.T) {
	t.Parallel()
	got := across(t, []string{report(2022, "")}, 2021, 2022, 2023)
	assert.ElementsMatch(t, []string{"2022 XR706 info   2021", "2022 XR706 info   2023"}, got)
}

func TestACommentOfTheReportPutsAFindingAside(t *testing.T) {
	t.Parallel()
	last := member(t, "2022.toml", report(2022, "[applications]\ncarried_out = [5, 0, 0, 0, 0, 0, 5]\n"))
	this := member(t, "2023.toml", report(2023, "[applications]\ncarried_in = [3, 0, 0, 0, 0, 0, 3] # gouji:ignore XR701 两件已撤回\n"))
	findings, _ := rules.RunAcross([]rules.Member{last, this}, nil)
	require.Len(t, findings[1], 1)
	require.NotNil(t, findings[1][0].Suppressed)
	assert.Equal(t, "两件已撤回", findings[1][0].Suppressed.Reason)
}

func TestAProjectsSettingsHoldForItsReports(t *testing.T) {
	t.Parallel()
	last := member(t, "2022.toml", report(2022, "[applications]\ncarried_out = [5, 0, 0, 0, 0, 0, 5]\n"))
	this := member(t, "2023.toml", report(2023, "[applications]\ncarried_in = [3, 0, 0, 0, 0, 0, 3]\n"))
	this.Settings = &rules.Settings{Severities: map[string]rules.Severity{"XR701": rules.Error}}
	findings, _ := rules.RunAcross([]rules.Member{last, this}, nil)
	require.Len(t, findings[1], 1)
	assert.Equal(t, rules.Error, findings[1][0].Severity)
	this.Rules, _ = catalog.All().Select(nil, []string{"XR701"})
	findings, _ = rules.RunAcross([]rules.Member{last, this}, nil)
	assert.Empty(t, findings[1])
}

func TestARuleThatFailsLeavesNoReportClean(t *testing.T) {
	t.Parallel()
	bad := *catalog.All().Find("XR701")
	bad.Across = func(*rules.Beside) { panic("no") }
	m := rules.Member{Record: &record.Record{Path: "a.toml", Year: 2022}, Rules: []*rules.Rule{&bad}}
	findings, crashed := rules.RunAcross([]rules.Member{m}, nil)
	assert.True(t, crashed)
	require.Len(t, findings[0], 1)
	assert.True(t, findings[0][0].IsCrash())
}

func TestProjectsSayHowFarAFigureMayJumpAndWhenAFormIsACopy(t *testing.T) {
	t.Parallel()
	bodies := func(last, this string) [2]string {
		row := "[disclosure]\nlicensing = { decisions = %s }\npenalties = { decisions = 31 }\ncoercion = { decisions = 46 }\n"
		return [2]string{report(2023, fmt.Sprintf(row, last)), report(2024, fmt.Sprintf(row, this))}
	}
	for _, c := range []struct {
		name, code, key, value string
		bodies                 [2]string
		found                  bool
	}{
		{"a hundred times is no jump", "XR708", "", "", bodies("5", "500"), false},
		{"it is where a project says so", "XR708", "times", "100", bodies("5", "500"), true},
		{"ninety-nine times is not", "XR708", "times", "100", bodies("5", "495"), false},
		{"three figures are no copy", "XR704", "", "", bodies("5", "5"), false},
		{"they are where a project says so, with digits enough", "XR704", "figures", "3", bodies("51764", "51764"), true},
		{"and not with fewer", "XR704", "figures", "3", bodies("5", "5"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			members := []rules.Member{member(t, "0.toml", c.bodies[0]), member(t, "1.toml", c.bodies[1])}
			if c.key != "" {
				members[1].Settings = &rules.Settings{Options: map[string]map[string][]string{c.code: {c.key: {c.value}}}}
			}
			findings, crashed := rules.RunAcross(members, nil)
			assert.False(t, crashed)
			assert.Equal(t, c.found, slices.ContainsFunc(findings[1], func(f rules.Finding) bool { return f.Code == c.code }))
		})
	}
}
