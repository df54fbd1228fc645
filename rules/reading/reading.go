// Package reading holds the rules that say what could not be read, so that no
// loss is silent and nothing unread looks green.
package reading

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// report adds a finding for every problem of the kinds, with the severity that
// grade gives it.
func report(p *rules.Pass, grade func(schema.Problem) rules.Severity, kinds ...schema.ProblemKind) {
	for _, problem := range p.Report.Problems {
		for _, kind := range kinds {
			if problem.Kind == kind {
				p.Add(finding(problem, grade(problem)))
			}
		}
	}
}

func finding(problem schema.Problem, severity rules.Severity) rules.Finding {
	f := rules.Finding{
		Severity: severity,
		Message:  rules.Words{ZH: problem.ZH, EN: problem.EN},
		Place:    problem.Place,
		Key:      string(problem.Kind) + " " + problem.Words,
		Actual:   problem.Words,
		Expected: problem.Nearest,
	}
	if problem.Words != "" {
		f.Excerpt = rules.Excerpt{Line: problem.Words}
	}
	for _, id := range problem.Cells {
		f.Cells = append(f.Cells, id.Path())
	}
	return f
}

func always(s rules.Severity) func(schema.Problem) rules.Severity {
	return func(schema.Problem) rules.Severity { return s }
}
