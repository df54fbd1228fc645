package intake

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/schema"
)

// span is a section: its heading and the items under it.
type span struct {
	heading heading
	items   []*item
}

// markHeadings takes the headings' own lines out of the text.
func markHeadings(items []*item, heads []heading) {
	for _, h := range heads {
		for i := h.at; i < h.at+h.lines; i++ {
			items[i].used = true
		}
	}
}

// spansOf divides the items at the headings.
func spansOf(items []*item, heads []heading) []span {
	var spans []span
	for k, h := range heads {
		end := len(items)
		if k+1 < len(heads) {
			end = heads[k+1].at
		}
		spans = append(spans, span{h, items[h.at+h.lines : end]})
	}
	return spans
}

// lastItems returns the items of the last section, where a signature stands.
func lastItems(items []*item, heads []heading) []*item {
	if len(heads) == 0 {
		return items
	}
	h := heads[len(heads)-1]
	return items[h.at+h.lines:]
}

// formOf returns the form that stands in the section of that key.
func formOf(key string) schema.FormKey {
	newest := schema.Editions()[len(schema.Editions())-1]
	for _, s := range newest.Sections {
		if s.Key == key {
			return s.Form
		}
	}
	return ""
}

// addSection puts the section into the report.
func addSection(r *schema.Report, s span) {
	number := s.heading.number
	section := &schema.Section{Key: s.heading.key, Number: number, Heading: s.heading.text.InSection(number), Title: s.heading.title.InSection(number)}
	for _, t := range paragraphs(s.items) {
		section.Body = append(section.Body, t.InSection(number))
	}
	r.AddSection(section)
}

// yearOfPeriod takes the year from the period when the title has none.
func yearOfPeriod(items []*item, preface []*item) (year int, t schema.Text) {
	for _, list := range [][]*item{preface, items} {
		for _, it := range list {
			if !it.isText() {
				continue
			}
			if p, ok := periodIn(it.text); ok && p.From.Year == p.To.Year && p.From.Year < 2100 {
				return p.From.Year, p.Text
			}
		}
	}
	return 0, schema.Text{}
}

// finish takes what the whole report tells, and says when it is none.
func finish(r *schema.Report, heads []heading) {
	r.Period = findPeriod(r.Preface)
	if s := r.Section("overview"); r.Period.IsZero() && s != nil {
		r.Period = findPeriod(s.Body)
	}
	known := 0
	for _, h := range heads {
		if h.key != "" {
			known++
		}
	}
	if p, no := notReport(r, known); no {
		r.Problems = append(r.Problems, p)
	}
}

// otherKinds name pages about a report that are none.
var otherKinds = []string{"解读", "图解", "一图读懂", "指南", "通知", "制度", "办法", "目录", "问答", "情况统计表", "公告"}

// notReport decides whether the document is no annual report: neither title nor
// sections nor forms of one, or a page about one.
func notReport(r *schema.Report, sections int) (schema.Problem, bool) {
	for _, p := range r.Problems {
		if p.Kind == schema.NoTextLayer || p.Kind == schema.Unreadable || p.Kind == schema.NotReport {
			return schema.Problem{}, false
		}
	}
	about := ""
	for _, w := range otherKinds {
		if strings.Contains(squeeze(r.Title.Value), w) {
			about = w
		}
	}
	if sections >= 3 || len(r.Forms) > 0 || sections > 0 && about == "" && !r.Title.IsEmpty() {
		return schema.Problem{}, false
	}
	if !r.Title.IsEmpty() && about == "" && r.Year != 0 && r.Year < 2019 {
		return schema.Problem{}, false // before the national form; its prose is checked
	}
	p := schema.Problem{Kind: schema.NotReport, Place: schema.Place{Path: r.Path}, Words: r.Title.Value}
	switch {
	case about != "":
		p.Place = r.Title.Whole()
		p.ZH = fmt.Sprintf("标题是“%s”，像是关于年报的%s，不是年报本身，没有核对。", squeeze(r.Title.Value), about)
		p.EN = fmt.Sprintf("the title %q is that of a page about a report, not of a report; it was not checked", squeeze(r.Title.Value))
	case r.Title.IsEmpty():
		p.ZH = "没有找到“政府信息公开工作年度报告”的标题，也没有找到年报的各部分和表格，没有核对。"
		p.EN = "neither the title nor the sections nor the forms of an annual report were found; nothing was checked"
	default:
		p.Place = r.Title.Whole()
		p.ZH = fmt.Sprintf("标题是“%s”，但没有找到年报的各部分和表格，没有核对。", squeeze(r.Title.Value))
		p.EN = fmt.Sprintf("the title is %q, but no section and no form of a report was found; nothing was checked", squeeze(r.Title.Value))
	}
	return p, true
}

// Complete takes from the words of a structured report what its keys leave
// out: organ and year from the title, the period from the preface, which
// section a miswritten title means.
func Complete(r *schema.Report) {
	if year, i, j := titleYear(r.Title.Value); r.Year == 0 && year != 0 {
		r.Year, r.YearPlace = year, r.Title.Place(i, j)
	}
	for _, s := range r.Sections {
		if s.Key == "" {
			if h, ok := titled(schema.NewText("一、"+s.Title.Value, schema.Place{}), true); ok && r.Section(h.key) == nil {
				s.Key = h.key // a title with a slip in it
			}
		}
	}
	if r.Organ.IsEmpty() {
		r.Organ = findOrgan(nil, r.Title, -1, r.Signature)
	}
	if r.Period.IsZero() {
		r.Period = findPeriod(r.Preface)
		if s := r.Section("overview"); r.Period.IsZero() && s != nil {
			r.Period = findPeriod(s.Body)
		}
	}
	if r.Edition == nil {
		r.Edition = editionOf(r, schema.EditionForYear(r.Year))
	}
}
