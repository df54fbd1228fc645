package output

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func (p *sarifPrinter) resultOf(r *schema.Report, f *rules.Finding) sarifResult {
	out := sarifResult{
		RuleID: f.Code, Level: sarifLevel(f.Severity), Message: sarifText{Text: strings.Join(p.words(r, f), "\n")},
		Locations:    []sarifLocation{p.location(r, f.Place, f.Cells)},
		Fingerprints: map[string]string{"gouji/v1": f.Fingerprint},
		Properties: sarifProperties{
			Organ: r.Organ.Value, Year: r.Year, Cells: f.Cells, Actual: f.Actual, Expected: f.Expected, Basis: f.Basis.In(p.o.Lang),
		},
	}
	if i, ok := p.index[f.Code]; ok {
		out.RuleIndex = &i
	}
	for _, c := range f.Proposals {
		out.Properties.Proposals = append(out.Properties.Proposals, jsonProposal{c.Group, c.Cell, c.From, c.To, c.Why.In(p.o.Lang)})
	}
	p.relate(r, f, &out)
	if s := f.Suppressed; s != nil {
		out.Suppressions = []sarifSuppression{p.suppression(r, s)}
	}
	return out
}

// relate adds the related places, each once, as the standard demands.
func (p *sarifPrinter) relate(r *schema.Report, f *rules.Finding, out *sarifResult) {
	type key struct {
		words string
		place schema.Place
	}
	seen := map[key]bool{}
	for _, rel := range f.Related {
		words := rel.Message.In(p.o.Lang)
		k := key{words, rel.Place}
		if seen[k] {
			continue
		}
		seen[k] = true
		if len(seen) >= p.limits.related { // the finding's own place counts too
			out.Properties.RelatedOmitted++
			continue
		}
		location := p.location(r, rel.Place, nil)
		location.Message = &sarifText{Text: words}
		out.Related = append(out.Related, location)
	}
	if n := out.Properties.RelatedOmitted; n > 0 {
		p.notice("warning", fmt.Sprintf(pick(p.o.Lang, "%s 的一个问题（%s）另有 %d 处相关位置没有列出；请改用 jsonl 格式。", "%s: a finding (%s) has %d more related places than are listed; use jsonl"),
			f.Code, f.Fingerprint, n))
	}
}

// words are the sentence, the place where a region cannot say it, and what
// would agree.
func (p *sarifPrinter) words(r *schema.Report, f *rules.Finding) []string {
	lines := []string{f.Message.In(p.o.Lang)}
	if place := placeWords(f.Place, r.Format, p.o.Lang); place != "" && !lined(r.Format, f.Place) {
		lines = append(lines, pick(p.o.Lang, "位置：", "place: ")+place)
	}
	for i, line := range proposalLines(r, f, p.o.Lang, plainly) {
		lines = append(lines, pick(p.o.Lang, [...]string{"建议：", "或者："}[min(i, 1)], [...]string{"proposal: ", "or: "}[min(i, 1)])+line)
	}
	return lines
}

func (p *sarifPrinter) location(r *schema.Report, place schema.Place, cells []string) sarifLocation {
	out := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{fileURI(fileOf(r, place))}}}
	if lined(formatAt(place, r), place) {
		out.Physical.Region = regionOf(place)
	} else if words := placeWords(place, formatAt(place, r), p.o.Lang); words != "" {
		out.Logical = append(out.Logical, sarifLogical{Name: words, Kind: "element"})
	}
	for _, cell := range cells {
		out.Logical = append(out.Logical, sarifLogical{Name: cellWords(r, cell, p.o.Lang), Full: cell, Kind: "member"})
	}
	return out
}

// regionOf is the place as lines and columns; a side that is not known is left
// out, and the region then runs to the end of its line.
func regionOf(p schema.Place) *sarifRegion {
	out := &sarifRegion{StartLine: p.Line, StartColumn: max(p.Column, 0)}
	switch {
	case p.EndLine > p.Line:
		out.EndLine, out.EndColumn = p.EndLine, max(p.EndColumn, 0)
	case p.EndLine == p.Line && p.EndColumn > p.Column:
		out.EndColumn = p.EndColumn
	}
	return out
}

var windowsDrive = regexp.MustCompile(`^[A-Za-z]:/`)

// fileURI is the name of a file as a URI, percent-encoded: relative to where
// the command ran when the name is.
func fileURI(name string) string {
	if windowsDrive.MatchString(name) {
		name = "/" + name
	}
	u := url.URL{Path: name}
	if path.IsAbs(name) {
		u.Scheme = "file"
	}
	return u.String()
}

func (p *sarifPrinter) suppression(r *schema.Report, s *rules.Suppression) sarifSuppression {
	out := sarifSuppression{Kind: "external", Status: "accepted", Justification: asideWords(s, p.o.Lang)}
	if s.Kind == rules.Inline {
		out.Kind = "inSource"
	}
	if s.Place.Path != "" {
		at := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{fileURI(fileOf(r, s.Place))}}}
		if s.Place.Line > 0 {
			at.Physical.Region = regionOf(s.Place)
		}
		out.Location = &at
	}
	return out
}

// unreadNotice says of a report that it was not read or checked to its end, and
// why.
func (p *sarifPrinter) unreadNotice(res rules.Result) sarifNotification {
	return sarifNotification{
		Level: "error", Message: sarifText{Text: whyUnread(res.Report, p.o.Lang)},
		Locations: []sarifLocation{{Physical: sarifPhysical{Artifact: sarifArtifact{fileURI(fileOf(res.Report, schema.Place{}))}}}},
	}
}

func sarifLevel(s rules.Severity) string {
	switch s {
	case rules.Error:
		return "error"
	case rules.Warning:
		return "warning"
	}
	return "note"
}
