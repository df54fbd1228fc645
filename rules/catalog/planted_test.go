package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema/made"
)

// score counts what became of the planted errors of one kind.
type score struct{ planted, found, placed, alone, valued int }

func (s *score) percent(n int) int { return 100 * n / max(1, s.planted) }

// judge holds the findings of a report to the key of its one error.
func (s *score) judge(key made.Planted, findings []rules.Finding, printed []string) (whole bool) {
	s.planted++
	severity := map[string]rules.Severity{"error": rules.Error, "warning": rules.Warning, "info": rules.Info}[key.Severity]
	var due []rules.Finding
	for _, f := range findings {
		if slices.Contains(key.Codes, f.Code) && f.Severity >= severity {
			due = append(due, f)
		}
	}
	if len(due) == 0 {
		return false
	}
	s.found++
	// Two slips that have nothing to do with each other are two findings.
	alone := len(findings) == 1 || key.Kind == "two-cells" && len(due) == len(findings) && len(due) == 2
	one := due[0]
	for _, f := range due[1:] {
		one.Cells = append(slices.Clone(one.Cells), f.Cells...)
		one.Proposals = append(slices.Clone(one.Proposals), f.Proposals...)
	}
	placed, valued := isPlaced(key, one, printed), hasValue(key, one)
	for _, ok := range []struct {
		is    bool
		count *int
	}{{placed, &s.placed}, {valued, &s.valued}, {alone, &s.alone}} {
		if ok.is {
			*ok.count++
		}
	}
	return placed && alone && valued
}

// isPlaced reports whether the finding names the wrong cells, or stands on the
// lines that hold the wrong words.
func isPlaced(key made.Planted, f rules.Finding, printed []string) bool {
	if len(key.Cells) > 0 && len(f.Cells) > 0 {
		for _, c := range key.Cells {
			if !slices.Contains(f.Cells, c) && !slices.ContainsFunc(f.Proposals, func(p rules.Proposal) bool { return p.Cell == c }) {
				return key.Words != "" && onLine(key, f, printed)
			}
		}
		return true
	}
	return key.Words == "" || onLine(key, f, printed)
}

// onLine reports whether the finding stands on a line that the wrong words stand
// on, also when they were wrapped.
func onLine(key made.Planted, f rules.Finding, printed []string) bool {
	if key.Kind == "edition" {
		return true // its words are the name of an edition
	}
	whole := strings.Join(printed, "")
	for at := 0; ; {
		i := strings.Index(whole[at:], key.Words)
		if i < 0 {
			return false
		}
		i += at
		from, to := lineOf(printed, i), lineOf(printed, i+len(key.Words)-1)
		if f.Place.Line <= to && max(f.Place.Line, f.Place.EndLine) >= from {
			return true
		}
		at = i + len(key.Words)
	}
}

// lineOf returns the number of the line that holds a byte of the joined lines.
func lineOf(printed []string, at int) int {
	for n, line := range printed {
		if at -= len(line); at < 0 {
			return n + 1
		}
	}
	return len(printed)
}

// hasValue reports whether the finding tells the right values of the wrong
// cells, where they can be told.
func hasValue(key made.Planted, f rules.Finding) bool {
	if key.Words != "" || len(key.Right) == 0 || !strings.HasPrefix(f.Code, "TB10") || len(f.Proposals) == 0 && f.Expected == "" {
		return key.Words != "" || len(key.Right) == 0 || slices.Contains([]string{"TB106", "TB107", "TB108"}, f.Code)
	}
	for i, c := range key.Cells {
		if len(key.Cells) == 1 && f.Expected == key.Right[i] {
			continue
		}
		if !slices.ContainsFunc(f.Proposals, func(p rules.Proposal) bool { return p.Cell == c && p.To == key.Right[i] }) {
			return false
		}
	}
	return true
}

func TestAPlantedErrorIsTheOnlyFinding(t *testing.T) {
	t.Parallel()
	all := catalog.All()
	for _, kind := range made.Kinds() {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			require.True(t, slices.ContainsFunc(kind.Codes, func(code string) bool { return all.Find(code) != nil }), "no rule for %v", kind.Codes)
			var s score
			want := int(seeds(t, 25))
			for seed := uint64(0); s.planted < want && seed < uint64(40*want); seed++ {
				m, key, ok := made.New(seed, made.Options{}).Plant(kind.Name)
				if !ok {
					continue
				}
				layout := made.Layouts()[seed%2]
				text := m.Text(layout)
				res := check(read(t, "made.txt", []byte(text)))
				if !s.judge(key, res.Findings, strings.Split(text, "\n")) {
					t.Logf("seed %d, %s: %v", seed, layout.Name, key)
					for _, f := range res.Findings {
						t.Logf("    %s %v %s %v (line %d)", f.Code, f.Severity, f.Message.ZH, f.Cells, f.Place.Line)
					}
				}
			}
			t.Logf("planted %d: found %d%%, placed %d%%, alone %d%%, valued %d%%", s.planted, s.percent(s.found), s.percent(s.placed), s.percent(s.alone), s.percent(s.valued))
			for what, n := range map[string]int{"found": s.found, "placed": s.placed, "alone": s.alone, "valued": s.valued} {
				assert.GreaterOrEqual(t, s.percent(n), 99, what)
			}
		})
	}
}
