package output

import "github.com/gouji/gouji/rules"

// Summary counts what a run found.
type Summary struct {
	Files      int // files that were looked at, read or not
	Unread     int // files that could not be read or checked to their end
	Clean      int // files read to their end in which nothing was found, or all of it put aside
	Errors     int
	Warnings   int
	Infos      int
	Suppressed int     // findings put aside, counted in none of the three above
	Unchanged  int     // files left out because they did not change
	Skipped    int     // files of a folder that are of no format a report comes in
	Across     *Across // what an audit laid side by side; nil when none did
}

// Add counts one file, with a result for each report in it.
func (s *Summary) Add(results []rules.Result) {
	s.Files++
	unread, found := false, false
	for _, res := range results {
		unread = unread || res.Unread
		errors, warnings, infos := count(res.Findings)
		open := errors + warnings + infos
		found = found || open > 0
		s.Suppressed += len(res.Findings) - open
		s.Errors += errors
		s.Warnings += warnings
		s.Infos += infos
	}
	switch {
	case unread:
		s.Unread++
	case !found:
		s.Clean++
	}
}

// AddRest counts what was found in files that are no reports: settings and
// baselines.
func (s *Summary) AddRest(results []rules.Result) {
	for _, res := range results {
		errors, warnings, infos := count(res.Findings)
		s.Errors += errors
		s.Warnings += warnings
		s.Infos += infos
	}
}

// count counts the findings that nobody put aside.
func count(findings []rules.Finding) (errors, warnings, infos int) {
	for i := range findings {
		switch f := &findings[i]; {
		case f.Suppressed != nil:
		case f.Severity == rules.Error:
			errors++
		case f.Severity == rules.Warning:
			warnings++
		default:
			infos++
		}
	}
	return errors, warnings, infos
}
