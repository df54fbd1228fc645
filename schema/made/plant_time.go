package made

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/schema"
)

// period tells last year's period, or one that leaves out part of the year.
func (p *planter) period() bool {
	if p.m.From.IsZero() {
		return false
	}
	y := p.m.Year
	for _, s := range p.sentences(of("preface.period")) {
		p.key.Severity = "warning" // part of a year: the organ may be new, or gone
		whole := fmt.Sprintf("%d年1月1日", y)
		switch p.d.IntN(4) {
		case 0:
			if strings.Count(s.Text, fmt.Sprint(y)) == 0 {
				return false
			}
			s.Text = strings.ReplaceAll(s.Text, fmt.Sprint(y), fmt.Sprint(y-1))
			p.m.From.Year, p.m.To.Year = y-1, y-1
			p.key.Severity = "error"
			p.key.Words, p.key.Instead = fmt.Sprintf("%d", y-1), fmt.Sprintf("%d", y)
			return true
		case 1:
			p.m.To.Day = 30
			return p.swap(s, "12月31日", "12月30日")
		case 2:
			p.m.To.Day = 13
			return p.swap(s, "12月31日", "12月13日")
		default:
			p.m.From.Month = 2
			return p.swap(s, whole, fmt.Sprintf("%d年2月1日", y))
		}
	}
	return false
}

// staleYear lets the summary of section five speak of the year before.
func (p *planter) staleYear() bool {
	for _, s := range p.sentences(of("problems.found")) {
		year := fmt.Sprintf("%d年", p.m.Year)
		if p.swap(s, year, fmt.Sprintf("%d年", p.m.Year-1)) {
			return true
		}
	}
	return false
}

// stalePlan plans for the report year.
func (p *planter) stalePlan() bool {
	for _, s := range p.sentences(of("problems.plan")) {
		if p.swap(s, fmt.Sprintf("%d年", p.m.Year+1), fmt.Sprintf("%d年", p.m.Year)) {
			return true
		}
	}
	return false
}

func (p *planter) signedEarly() bool {
	p.key.Instead = p.m.Date()
	p.m.Signed.Year--
	p.key.Words = p.m.Date()
	return true
}

// titleYear lets the title name the year before, while period and signature
// agree on the right one.
func (p *planter) titleYear() bool {
	m := p.m
	if m.From.IsZero() || schema.EditionForYear(m.Year-1) != m.Edition {
		return false
	}
	for i, line := range m.Title {
		year := fmt.Sprint(m.Year)
		if strings.Contains(line, year) {
			p.key.Words, p.key.Instead = fmt.Sprint(m.Year-1), year
			m.Title[i] = strings.Replace(line, year, p.key.Words, 1)
			return true
		}
	}
	return false
}

// notice cites the circular of the other edition as the one followed.
func (p *planter) notice() bool {
	for _, e := range schema.Editions() {
		if e == p.m.Edition {
			continue
		}
		for _, s := range p.sentences(of("preface.basis")) {
			if p.swap(s, p.m.Edition.Circular, e.Circular) {
				return true
			}
		}
	}
	return false
}
