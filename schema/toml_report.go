package schema

import (
	"fmt"
	"slices"
	"strings"
)

func (d *tomlDecoder) root(n *node) {
	d.check(n, "文件", "report", "section", "disclosure", "applications", "review", "litigation", "labels", "unread")
	d.report(n.child("report"))
	if s := n.child("section"); s != nil {
		if s.kind != arrayNode {
			d.wrongType(s, "[[section]] 段", "[[section]] tables")
		}
		for _, item := range s.items {
			d.section(item)
		}
	}
	d.disclosure(n.child("disclosure"))
	d.applications(n.child("applications"))
	d.reviews(n)
	d.labels(n.child("labels"))
	if u := n.child("unread"); u != nil {
		for _, item := range u.items {
			d.unread(item)
		}
	}
	d.settleEdition()
}

// table reports whether n is there and a table.
func (d *tomlDecoder) table(n *node) bool {
	if n == nil {
		return false
	}
	if n.kind != tableNode {
		d.wrongType(n, "一个表", "a table")
		return false
	}
	return true
}

func (d *tomlDecoder) report(n *node) {
	if n == nil {
		d.problem(NotReport, Place{Path: d.r.Path, Line: 1, Column: 1}, "没有 [report] 段，不是年报的 TOML 文件。", "there is no [report] table; this is no report in TOML")
		return
	}
	if !d.table(n) {
		return
	}
	d.check(n, "[report]", "title", "organ", "year", "edition", "signed", "signature", "period", "preface")
	r := d.r
	r.Title, r.Organ, r.Signature = d.text(n.child("title")), d.text(n.child("organ")), d.text(n.child("signature"))
	if y := n.child("year"); y != nil {
		r.Year, r.YearPlace = d.int(y), d.valuePlace(y)
	}
	if e := n.child("edition"); e != nil {
		id := d.text(e).Value
		if r.Edition = EditionByID(id); r.Edition == nil {
			var ids []string
			for _, known := range Editions() {
				ids = append(ids, known.ID)
			}
			p := d.problem(WrongType, d.valuePlace(e), fmt.Sprintf("没有“%s”这一版表格，可用的是 %s。", id, strings.Join(ids, "、")),
				fmt.Sprintf("there is no edition %q; there are %s", id, strings.Join(ids, ", ")))
			p.Words = id
		}
	}
	r.Signed = d.date(n.child("signed"))
	if p := n.child("period"); d.table(p) {
		d.check(p, "period", "from", "to")
		r.Period.From, r.Period.To = d.date(p.child("from")), d.date(p.child("to"))
	}
	r.Preface = d.paragraphs(n.child("preface"))
}

func (d *tomlDecoder) section(n *node) {
	if !d.table(n) {
		return
	}
	d.check(n, "[[section]]", "number", "title", "text")
	s := &Section{Title: d.text(n.child("title"))}
	place := Place{Path: d.r.Path}
	place.Line, place.Column = d.s.position(n.at)
	if number := n.child("number"); number != nil {
		s.Number = d.int(number)
	}
	heading := s.Title.Value
	if numerals := []rune("一二三四五六七八九十"); s.Number >= 1 && s.Number <= len(numerals) {
		heading = string(numerals[s.Number-1]) + "、" + heading
	}
	if !s.Title.IsEmpty() {
		place = s.Title.Whole()
	}
	s.Heading = NewText(heading, place).InSection(s.Number)
	s.Title = s.Title.InSection(s.Number)
	s.Key = sectionKey(s)
	for _, t := range d.paragraphs(n.child("text")) {
		s.Body = append(s.Body, t.InSection(s.Number))
	}
	d.r.AddSection(s)
}

// sectionKey tells a section by its title where that is a known one, otherwise
// by its number.
func sectionKey(s *Section) string {
	title := strings.Join(strings.Fields(s.Title.Value), "")
	for _, e := range Editions() {
		for _, spec := range e.Sections {
			if title == spec.Title || slices.Contains(spec.Aliases, title) {
				return spec.Key
			}
		}
	}
	newest := Editions()[len(Editions())-1]
	for _, spec := range newest.Sections {
		all := len(spec.Words) > 0
		for _, w := range spec.Words {
			all = all && strings.Contains(title, w)
		}
		if all || title == "" && spec.Number == s.Number {
			return spec.Key
		}
	}
	return ""
}

// AddSection puts a section at the end of the report. One that is there
// already is a problem, which is added with it.
func (r *Report) AddSection(s *Section) {
	if have := r.Section(s.Key); s.Key != "" && have != nil {
		r.Problems = append(r.Problems, Problem{
			Kind: DuplicateSection, Place: s.Heading.Whole(), Words: s.Heading.Value,
			ZH: fmt.Sprintf("“%s”出现两次，前一次是“%s”，请删去一处或改正标题。", s.Heading.Value, have.Heading.Value),
			EN: fmt.Sprintf("the section %q stands twice, before as %q", s.Heading.Value, have.Heading.Value),
		})
	}
	r.Sections = append(r.Sections, s)
}

func (d *tomlDecoder) labels(n *node) {
	if !d.table(n) {
		return
	}
	for _, key := range n.keys {
		printed := d.text(n.children[key])
		if !d.label(key, printed) {
			d.unknown(n.children[key], "[labels]", nil)
		}
	}
}

// label puts a printed label on the row of that key, or notes a head.
func (d *tomlDecoder) label(key string, printed Text) bool {
	for _, form := range FormKeys() {
		f := d.r.Forms[form]
		if f == nil {
			continue
		}
		for i := range f.Rows {
			if row := &f.Rows[i]; row.Spec.Key == key {
				row.Label.Printed, row.Label.Whole = printed, true
				return true
			}
		}
		for _, b := range f.Spec.Blocks {
			if b.Label == key {
				f.Labels = append(f.Labels, Label{Printed: printed, Official: key, Whole: true})
				return true
			}
			for _, c := range b.Columns {
				if c.Label == key {
					f.Labels = append(f.Labels, Label{Printed: printed, Official: key, Aliases: c.Aliases, Whole: true})
					return true
				}
			}
		}
	}
	return false
}

func (d *tomlDecoder) unread(n *node) {
	if !d.table(n) {
		return
	}
	d.check(n, "[[unread]]", "kind", "form", "words", "zh", "en", "cells")
	p := Problem{
		Kind: ProblemKind(d.text(n.child("kind")).Value), Form: FormKey(d.text(n.child("form")).Value),
		Words: d.text(n.child("words")).Value, ZH: d.text(n.child("zh")).Value, EN: d.text(n.child("en")).Value,
		Place: d.place(n.at, n.end),
	}
	if c := n.child("cells"); c != nil {
		for _, item := range c.items {
			if id, ok := LookupCell(d.text(item).Value); ok {
				p.Cells = append(p.Cells, id)
			}
		}
	}
	d.r.Problems = append(d.r.Problems, p)
}

// settleEdition decides the report's edition when it does not say: that of its
// forms, or by its year.
func (d *tomlDecoder) settleEdition() {
	if d.r.Edition != nil {
		return
	}
	if f := d.r.Forms[Disclosure]; f != nil {
		d.r.Edition = f.Spec.Edition
		return
	}
	d.r.Edition = EditionForYear(d.r.Year)
}
