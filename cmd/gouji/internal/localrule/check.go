package localrule

import (
	"errors"
	"fmt"
	"slices"

	"cel.dev/cel-go/interpreter"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// check is a rule that is ready to run.
type check struct {
	source  Source
	assert  *program
	message []piece
	cells   []schema.CellID
	section string
}

// failed is an expression that could not be worked out.
type failed struct {
	*program
	err error
}

func (f *failed) Error() string { return f.err.Error() }

func (f *failed) Unwrap() error { return f.err }

// unit is one thing that the rule is held to.
type unit struct {
	vars  map[string]any
	found func() rules.Finding // a finding about it, without a message
}

// check holds the report to the rule. What it lacks a figure for is told once; an
// expression that fails otherwise costs the report its clean bill.
func (m *check) check(p *rules.Pass) {
	if slices.ContainsFunc(p.Report.Problems, func(p schema.Problem) bool { return p.Kind.Fatal() }) {
		return // reading has said so
	}
	var lacks []*lack
	var first rules.Finding
	for _, u := range m.units(view(p)) {
		f, err := m.hold(u)
		var lacking *lack
		switch {
		case errors.As(err, &lacking):
			if lacks = append(lacks, lacking); len(lacks) == 1 {
				first = u.found()
			}
		case err != nil:
			p.Fail(m.trouble(err))
			return
		case f != nil:
			p.Add(*f)
		}
	}
	if len(lacks) > 0 {
		p.Add(unchecked(first, lacks))
	}
}

// hold returns a finding where the rule does not hold.
func (m *check) hold(u unit) (*rules.Finding, error) {
	v, _, err := m.assert.Eval(u.vars)
	if err != nil {
		return nil, &failed{m.assert, err}
	}
	if v.Value() == true {
		return nil, nil
	}
	words, err := m.say(u.vars)
	if err != nil {
		return nil, err
	}
	f := u.found()
	f.Message = both(words)
	return &f, nil
}

// unchecked says that a rule could not be held to something for want of a figure.
func unchecked(f rules.Finding, lacks []*lack) rules.Finding {
	more := rules.Words{}
	if n := len(lacks); n > 1 {
		more = rules.Words{ZH: fmt.Sprintf("等 %d 处", n), EN: fmt.Sprintf(" and %d more", n-1)}
	}
	f.Severity, f.Key = rules.Info, "unchecked"
	f.Message = rules.Words{
		ZH: fmt.Sprintf("没有按这条规则核对：%s%s。", lacks[0].words.ZH, more.ZH),
		EN: fmt.Sprintf("not checked by this rule: %s%s", lacks[0].words.EN, more.EN),
	}
	return f
}

// trouble says which expression of the project could not be worked out.
func (m *check) trouble(err error) rules.Words {
	why := plain(err.Error())
	var cancelled interpreter.EvalCancelledError
	if errors.As(err, &cancelled) && cancelled.Cause == interpreter.CostLimitExceeded {
		why = rules.Words{ZH: "计算量超过上限，请把表达式写得简单些", EN: "it costs more than the limit; write a simpler one"}
	}
	at, field := m.source.Place, "assert"
	if f := (*failed)(nil); errors.As(err, &f) {
		at, _, _ = f.at(0)
		field = f.field
	}
	return rules.Words{
		ZH: fmt.Sprintf("规则 %s 的 %s（%s:%d:%d）算不下去，这份报告没有按它检查：%s。", m.source.Code, field, at.Path, at.Line, at.Column, why.ZH),
		EN: fmt.Sprintf("the %s of rule %s (%s:%d:%d) could not be worked out and did not check this report: %s", field, m.source.Code, at.Path, at.Line, at.Column, why.EN),
	}
}
