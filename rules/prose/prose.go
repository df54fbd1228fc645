// Package prose holds the rules that compare what the prose says with what the
// forms say (文表一致): one rule a group of quantities. Which words speak of which
// quantity is data in schema/narrative; the comparison is rules/verdict's.
package prose

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/verdict"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// contradictions reports the contradicted claims of the topics: one finding for
// each value that is told of one quantity, however often it is told.
func contradictions(topics ...narrative.Topic) func(*rules.Pass) {
	return func(p *rules.Pass) {
		verdicts := p.Verdicts()
		told := map[string]bool{}
		for i := range verdicts {
			v := &verdicts[i]
			if v.Status != verdict.Contradicted || v.Explained != nil || !slices.Contains(topics, v.Claim.What.Topic) {
				continue
			}
			key := v.Claim.What.Key + " " + v.Claim.Value.String()
			if told[key] {
				continue
			}
			told[key] = true
			p.Add(finding(p, v, again(verdicts[i+1:], v)))
		}
	}
}

// again returns the later claims that say the same.
func again(rest []verdict.Verdict, v *verdict.Verdict) []*narrative.Claim {
	var out []*narrative.Claim
	for i := range rest {
		c := rest[i].Claim
		if rest[i].Status == verdict.Contradicted && c.What == v.Claim.What && c.Value.Equal(v.Claim.Value) {
			out = append(out, c)
		}
	}
	return out
}

func finding(p *rules.Pass, v *verdict.Verdict, repeats []*narrative.Claim) rules.Finding {
	c := v.Claim
	prose := p.Prose()
	text := prose.Paragraphs[c.Paragraph].Text
	f := rules.Finding{
		Severity: severity(c.Doubt),
		Place:    prose.Place(c.Span),
		Excerpt:  rules.WordsExcerpt(text, c.I, c.J),
		Actual:   c.Value.String(),
		Key:      c.What.Key + "=" + c.Value.String(),
	}
	for _, id := range v.Cells {
		f.Cells = append(f.Cells, id.Path())
	}
	if !v.Missing {
		f.Expected = v.Sum.String()
	}
	f.Message = message(p.Report, v, prose.Words(c.Span))
	f.Related = append(f.Related, cells(p.Report, v)...)
	for _, r := range repeats {
		f.Related = append(f.Related, rules.Related{
			Message: rules.Words{ZH: "文中此处也这样说", EN: "said here, too"}, Place: prose.Place(r.Span),
			Excerpt: rules.WordsExcerpt(prose.Paragraphs[r.Paragraph].Text, r.I, r.J),
		})
	}
	return f
}

// severity: a contradiction is certain only where nothing could excuse it.
func severity(d narrative.Doubt) rules.Severity {
	if d == narrative.Sure {
		return rules.Error
	}
	return rules.Warning
}

// message says what the words claim, what the form says, and by how much they
// differ.
func message(r *schema.Report, v *verdict.Verdict, words string) rules.Words {
	c := v.Claim
	said := rules.Words{
		ZH: fmt.Sprintf("文中“%s”，说的是%s，", flat(words), c.What.Name.ZH),
		EN: fmt.Sprintf("the text says %q of %s; ", flat(words), c.What.Name.EN),
	}
	form := named(r, v.Cells)
	excuse := rules.Words{}
	if c.Doubt == narrative.Likely && c.Why != (narrative.Words{}) {
		excuse = rules.Words{ZH: "（" + c.Why.ZH + "，请核实）", EN: " (" + c.Why.EN + ")"}
	}
	if v.Missing {
		return rules.Words{ZH: said.ZH + form.ZH + "没有填数；请补填，或改正文字" + excuse.ZH + "。", EN: said.EN + form.EN + " holds no figure" + excuse.EN}
	}
	gap := v.Sum.Sub(c.Value)
	if gap.Sign() < 0 {
		gap = schema.Int(0).Sub(gap)
	}
	also := others(r, v)
	return rules.Words{
		ZH: fmt.Sprintf("%s%s为 %s，相差 %s%s；请核对哪一处有误%s。", said.ZH, form.ZH, v.Sum, gap, also.ZH, excuse.ZH),
		EN: fmt.Sprintf("%s%s is %s, off by %s%s%s", said.EN, form.EN, v.Sum, gap, also.EN, excuse.EN),
	}
}

// others says what the other readings of the words come to: 收到 may hold what
// was carried in, and does not agree then either.
func others(r *schema.Report, v *verdict.Verdict) rules.Words {
	var out rules.Words
	for _, a := range v.Also {
		name := named(r, a.Cells)
		out.ZH += fmt.Sprintf("（%s为 %s，也不符）", name.ZH, a.Sum)
		out.EN += fmt.Sprintf(" (%s is %s)", name.EN, a.Sum)
	}
	return out
}

// named names cells that were compared: one by its name, several by what they
// add up to.
func named(r *schema.Report, ids []schema.CellID) rules.Words {
	spec := specOf(r, ids[0])
	if spec == nil {
		return rules.Words{ZH: "表中", EN: "the form"}
	}
	if len(ids) == 1 {
		return rules.CellName(spec, ids[0])
	}
	name, rows := rules.FormName(spec), rowsOf(spec, ids)
	return rules.Words{ZH: fmt.Sprintf("%s%s合计", name.ZH, rows.ZH), EN: fmt.Sprintf("the sum of %s in %s", rows.EN, name.EN)}
}

// maxNamed is how many rows of a sum are named.
const maxNamed = 3

func rowsOf(spec *schema.FormSpec, ids []schema.CellID) rules.Words {
	var zh, en []string
	for _, id := range ids {
		cell, ok := spec.Cell(id)
		if !ok {
			continue
		}
		column := ""
		if cell.Column.Key != "total" {
			column = cell.Column.Label
		}
		zh = append(zh, "“"+cell.Row.Name()+"”"+column)
		en = append(en, strings.TrimSpace(fmt.Sprintf("%q %s", cell.Row.Name(), column)))
	}
	if n := len(zh); n > maxNamed {
		return rules.Words{ZH: fmt.Sprintf("%s至%s %d 项", zh[0], zh[n-1], n), EN: fmt.Sprintf("the %d from %s to %s", n, en[0], en[n-1])}
	}
	return rules.Words{ZH: strings.Join(zh, "与"), EN: strings.Join(en, " and ")}
}

func specOf(r *schema.Report, id schema.CellID) *schema.FormSpec {
	for _, key := range schema.FormKeys() {
		if form := r.Forms[key]; form != nil {
			if _, ok := form.Spec.Cell(id); ok {
				return form.Spec
			}
		}
	}
	return nil
}

// cells shows the cells that were compared, one line a row of the form.
func cells(r *schema.Report, v *verdict.Verdict) []rules.Related {
	var out []rules.Related
	seen := map[*schema.RowSpec]bool{}
	spec := specOf(r, v.Cells[0])
	if spec == nil {
		return nil
	}
	for _, id := range v.Cells {
		cell, ok := spec.Cell(id)
		if !ok || seen[cell.Row] || len(out) == maxNamed {
			continue
		}
		seen[cell.Row] = true
		name := rules.CellName(spec, id)
		held := r.Cell(id).Raw
		msg := rules.Words{ZH: name.ZH + "填 " + held, EN: name.EN + " holds " + held}
		switch {
		case held == "" && !v.Missing:
			msg = rules.Words{ZH: name.ZH + "：这一行少一格，但无论怎样对，这里只能是 " + v.Sum.String(), EN: name.EN + ": the row is a cell short, and whichever that is, this can only be " + v.Sum.String()}
		case held == "":
			msg = rules.Words{ZH: name.ZH + "没有数", EN: name.EN + " holds no figure"}
		}
		out = append(out, rules.Related{Message: msg, Place: rules.CellPlace(r, id), Excerpt: rules.RowExcerpt(r, id)})
	}
	return out
}

func flat(s string) string { return strings.Join(strings.Fields(s), "") }
