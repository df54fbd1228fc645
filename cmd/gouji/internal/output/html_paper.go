package output

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/schema"
)

// paper draws the report in its own order: title, preface, sections with their
// forms, and what stands under it.
func (d *htmlReport) paper() {
	r := d.r
	if !r.Title.IsEmpty() {
		d.put("<h3 class=\"title\">%s</h3>", d.words(r.Title))
	}
	d.paragraphs(r.Preface)
	drawn := map[schema.FormKey]bool{}
	for _, s := range r.Sections {
		d.put("<h4>%s</h4>", d.words(s.Heading))
		d.paragraphs(s.Body)
		key := schema.FormKey(s.Key)
		if f := r.Forms[key]; f != nil && !drawn[key] {
			drawn[key] = true
			d.form(f)
		}
	}
	for _, key := range schema.FormKeys() {
		if f := r.Forms[key]; f != nil && !drawn[key] {
			d.form(f)
		}
	}
	if !r.Signature.IsEmpty() {
		d.put("<p class=\"sign\">%s</p>", d.words(r.Signature))
	}
	if !r.Signed.IsZero() {
		words := fmt.Sprintf("%d年%d月%d日", r.Signed.Year, r.Signed.Month, r.Signed.Day)
		d.put("<p class=\"sign\">%s</p>", d.link(esc(words), d.marks.at(r.Signed.Place)))
	}
}

func (d *htmlReport) paragraphs(list []schema.Text) {
	for _, t := range list {
		d.put("<p>%s</p>", d.words(t))
	}
}

// words are the words of a text with the marked ones linked to their findings.
func (d *htmlReport) words(t schema.Text) string {
	var b strings.Builder
	for _, s := range d.marks.in(t) {
		b.WriteString(d.link(esc(t.Value[s.from:s.to]), s.marks))
	}
	return b.String()
}

// link wraps what is marked: a click leads to the gravest finding, and all of
// them are told when one points at it. The first place drawn of a finding can
// be led to from the finding.
func (d *htmlReport) link(content string, list []mark) string {
	if len(list) == 0 {
		return content
	}
	var b, tip strings.Builder
	id := ""
	told := map[string]bool{}
	for _, k := range list {
		if k.class != "rel" && !d.marks.shown[k.finding] {
			d.marks.shown[k.finding] = true
			if id == "" {
				id = fmt.Sprintf(" id=\"%s-m%d\"", d.id, k.finding+1)
			} else {
				fmt.Fprintf(&b, "<i id=\"%s-m%d\"></i>", d.id, k.finding+1)
			}
		}
		f := &d.res.Findings[k.finding]
		said := k.words
		if said.IsZero() {
			said = f.Message
		}
		words := f.Code + " " + said.In(d.o.Lang)
		if !told[words] {
			told[words] = true
			fmt.Fprintf(&tip, "<span>%s</span>", esc(words))
		}
	}
	fmt.Fprintf(&b, "<a%s class=\"m %s\" href=\"#%s-f%d\">%s<span class=\"tip\" role=\"tooltip\">%s</span></a>", id, list[0].class, d.id, list[0].finding+1, content, tip.String())
	return b.String()
}
