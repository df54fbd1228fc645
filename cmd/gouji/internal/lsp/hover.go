package lsp

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/explain"
	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema"
)

// hover says what is known of what stands at a position: what is wrong there and
// by which rule, which cell it is and what it must agree with, what a number of
// the prose was taken for.
func (s *session) hover(d *document, p atParams) any {
	c := d.check(&s.options)
	if c.isOther() {
		return nil
	}
	at, lang := d.lines.offset(p.Position), s.langOf(c)
	var parts []string
	from, to := at, at
	shown := func(place schema.Place) {
		if from == to && d.covers(place, at) {
			from, to = d.lines.span(place)
		}
	}
	for _, f := range d.findingsAt(c, at, at) {
		parts = append(parts, s.told(c, f, lang))
		shown(f.Place)
	}
	if cell, ok := d.cellAt(c, at); ok {
		parts = append(parts, cellWords(cell, lang))
		shown(cell.report.Cell(cell.id).Place)
	}
	if r, n := d.numberAt(c, at); n != nil {
		if words := numberWords(r, n, lang); words != "" {
			parts = append(parts, words)
			shown(n.Place)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	h := hover{Contents: markup{"markdown", strings.Join(parts, "\n\n---\n\n")}, Range: d.lines.rangeOf(from, to)}
	if !slices.Contains(s.client.Capabilities.TextDocument.Hover.ContentFormat, "markdown") {
		h.Contents = markup{"plaintext", plainly(strings.Join(parts, "\n\n"))}
	}
	return h
}

// told is a finding with the rule that it is of.
func (s *session) told(c *Checked, f found, lang string) string {
	var b strings.Builder
	rule := s.catalog(c).Find(f.Code)
	fmt.Fprintf(&b, "**%s %s**\n\n%s\n", f.Code, escaped(titleOf(f, rule).In(lang)), escaped(f.Message.In(lang)))
	line := func(zh, en string, words string) {
		if words != "" {
			fmt.Fprintf(&b, "\n- %s%s", say(lang, zh+"：", en+": "), escaped(words))
		}
	}
	for _, r := range f.Related {
		line("对照", "see", r.Message.In(lang))
	}
	for _, words := range output.Proposals(f.report, f.Finding, lang) {
		line("建议", "proposal", words)
	}
	if rule != nil {
		line("为什么", "why", rule.Doc.Why.In(lang))
	}
	line("依据", "basis", f.Basis.In(lang))
	return b.String()
}

func titleOf(f found, rule *rules.Rule) rules.Words {
	if rule == nil {
		return rules.Words{ZH: f.Name, EN: f.Name}
	}
	return rule.Title
}

// catalog returns the rules that there are for what was checked.
func (s *session) catalog(c *Checked) rules.Catalog {
	if c.Settings == nil {
		return s.options.Catalog
	}
	return c.Settings.Catalog
}

// cellWords names a cell and says how the relations stand that it is part of.
func cellWords(c cell, lang string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", escaped(rules.CellName(c.form.Spec, c.id).In(lang)))
	res := relation.Check(c.report, nil)
	sums := sumsOf(c)
	for _, kind := range []struct {
		outcomes []relation.Outcome
		zh, en   string
	}{{res.Held, "成立", "holds"}, {res.Violated, "不成立", "does not hold"}, {res.Unchecked, "没有核对", "not checked"}} {
		for _, o := range kind.outcomes {
			if !slices.Contains(sums, o.Sum) {
				continue
			}
			rel := o.Sum.Relation
			words := say(lang, rel.ZH, rel.EN)
			switch {
			case len(o.Unknown) > 0:
				words += say(lang, "：有格子没有数，", ": a cell has no figure, ") + say(lang, kind.zh, kind.en)
			default:
				words += fmt.Sprintf(say(lang, "：%d 与 %d，%s", ": %d and %d, %s"), o.Left, o.Right, say(lang, kind.zh, kind.en))
			}
			fmt.Fprintf(&b, "\n- %s %s", rel.ID, escaped(words))
		}
	}
	return b.String()
}

// numberWords says what a number of the prose was taken for, and what became of
// it; "" for one that counts nothing.
func numberWords(r *schema.Report, n *rules.ProseNumber, lang string) string {
	if !n.Counts {
		return ""
	}
	words := "“" + n.Words + "”"
	if q := n.Quantity.In(lang); q != "" {
		words += say(lang, "说的是"+q, " tells of "+q)
	}
	switch n.Status {
	case rules.NumberVerified:
		words += say(lang, "，与表一致", "; the form agrees")
	case rules.NumberContradicted:
		words += say(lang, "，与表不一致", "; the form says otherwise")
	default:
		words += say(lang, "，没有核对", "; not checked")
		if why := n.Reason.In(lang); why != "" {
			words += say(lang, "："+why, ": "+why)
		}
	}
	out := escaped(words)
	for _, id := range n.Cells {
		for _, key := range schema.FormKeys() {
			if form := r.Forms[key]; form != nil {
				if _, ok := form.Spec.Cell(id); ok {
					held := r.Cell(id).Raw
					out += "\n- " + escaped(rules.CellName(form.Spec, id).In(lang)+say(lang, "填 "+held, " holds "+held))
				}
			}
		}
	}
	return out
}

// escaped keeps Markdown from reading marks of its own in words that stand on
// one line.
func escaped(s string) string { return explain.Escaped(strings.Join(strings.Fields(s), " ")) }

var unmarked = strings.NewReplacer(`\\`, `\`, `\*`, "*", `\_`, "_", "\\`", "`", `\[`, "[", `\<`, "<", `\|`, "|", "**", "")

// plainly takes the marks out again, for a client that shows none.
func plainly(s string) string { return unmarked.Replace(s) }
