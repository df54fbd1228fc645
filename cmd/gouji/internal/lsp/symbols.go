package lsp

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// symbols returns the sections of a document with their forms and rows.
func (s *session) symbols(d *document, _ atParams) any {
	c := d.check(&s.options)
	tree := []documentSymbol{}
	if c.isOther() {
		return tree
	}
	lang := s.langOf(c)
	for i := range c.Results {
		tree = append(tree, d.outline(c.Results[i].Report, lang)...)
	}
	nest(d, tree)
	if s.client.Capabilities.TextDocument.DocumentSymbol.Hierarchical {
		return tree
	}
	return flatten(d.uri, tree, "", []symbolInformation{})
}

// outline returns the parts of a report in the order of the text. A form stands
// in its section where it was read there; in a structured report, beside it.
func (d *document) outline(r *schema.Report, lang string) []documentSymbol {
	var top []documentSymbol
	home := map[schema.FormKey]int{}
	for _, sec := range r.Sections {
		words := strings.TrimSpace(sec.Heading.Value)
		place := sec.Heading.Whole()
		if words == "" {
			words, place = sec.Title.Value, sec.Title.Whole()
		}
		if place.Line <= 0 || words == "" {
			continue
		}
		if spec := sectionSpec(r, sec.Key); spec != nil && spec.Form != "" && r.Format != "toml" {
			home[spec.Form] = len(top)
		}
		at := d.lines.place(place)
		top = append(top, documentSymbol{Name: words, Kind: symbolModule, Range: at, SelectionRange: at})
	}
	for _, key := range schema.FormKeys() {
		form := r.Forms[key]
		if form == nil || form.Place.Line <= 0 {
			continue
		}
		one := d.formSymbol(r, form, lang)
		i, ok := home[key]
		if ok && !before(one.Range.Start, top[i].Range.Start) {
			top[i].Children = append(top[i].Children, one)
			continue
		}
		top = append(top, one)
	}
	return top
}

func sectionSpec(r *schema.Report, key string) *schema.SectionSpec {
	if r.Edition == nil {
		return nil
	}
	for i := range r.Edition.Sections {
		if spec := &r.Edition.Sections[i]; spec.Key == key {
			return spec
		}
	}
	return nil
}

func (d *document) formSymbol(r *schema.Report, form *schema.Form, lang string) documentSymbol {
	at := d.lines.place(form.Place)
	out := documentSymbol{
		Name: rules.FormName(form.Spec).In(lang), Detail: form.Spec.Title, Kind: symbolArray, Range: at, SelectionRange: at,
	}
	for i := range form.Rows {
		row := &form.Rows[i]
		if one, ok := d.rowSymbol(r, row); ok {
			out.Range = join(out.Range, one.Range)
			out.Children = append(out.Children, one)
		}
	}
	return out
}

func (d *document) rowSymbol(r *schema.Report, row *schema.Row) (documentSymbol, bool) {
	var places []schema.Place
	if p := row.Label.Printed.Whole(); p.Line > 0 {
		places = append(places, p)
	}
	cells := row.Values
	if !row.Ragged {
		cells = nil
		for _, id := range row.Spec.Cells {
			cells = append(cells, r.Cell(id))
		}
	}
	var figures []string
	for _, c := range cells {
		if c.Place.Line > 0 {
			places = append(places, c.Place)
		}
		figures = append(figures, cmp.Or(c.Raw, "□"))
	}
	if len(places) == 0 {
		return documentSymbol{}, false
	}
	at := d.lines.place(places[0])
	out := documentSymbol{Name: row.Spec.Name(), Detail: strings.Join(figures, " "), Kind: symbolField, Range: at, SelectionRange: at}
	for _, p := range places[1:] {
		out.Range = join(out.Range, d.lines.place(p))
	}
	return out, true
}

// nest puts symbols into their order and lets each of the top run to the next:
// a part of a report ends where another begins.
func nest(d *document, top []documentSymbol) {
	byStart := func(a, b documentSymbol) int { return comparePosition(a.Range.Start, b.Range.Start) }
	slices.SortStableFunc(top, byStart)
	end := d.lines.position(len(d.lines.text))
	for i := range top {
		next := end
		if i+1 < len(top) {
			next = top[i+1].Range.Start
		}
		if before(top[i].Range.End, next) {
			top[i].Range.End = next
		}
		for _, child := range top[i].Children {
			top[i].Range = join(top[i].Range, child.Range)
		}
		slices.SortStableFunc(top[i].Children, byStart)
	}
}

func flatten(uri string, tree []documentSymbol, parent string, out []symbolInformation) []symbolInformation {
	for _, one := range tree {
		out = append(out, symbolInformation{one.Name, one.Kind, location{uri, one.Range}, parent})
		out = flatten(uri, one.Children, one.Name, out)
	}
	return out
}

// join returns the range from the beginning of the earlier to the end of the
// later.
func join(a, b textRange) textRange {
	if before(b.Start, a.Start) {
		a.Start = b.Start
	}
	if before(a.End, b.End) {
		a.End = b.End
	}
	return a
}

func before(p, q position) bool { return comparePosition(p, q) < 0 }

func comparePosition(p, q position) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Character, q.Character))
}
