package schema

import (
	"bytes"
	"fmt"
	"strings"
)

// EncodeMarkdown writes a report as Markdown: headings, prose, and the forms as
// pipe tables in the layout of their edition.
func EncodeMarkdown(r *Report) ([]byte, error) {
	var b bytes.Buffer
	if !r.Title.IsEmpty() {
		title := r.Title.Value
		if !r.Organ.IsEmpty() && !strings.Contains(squeezed(title), squeezed(r.Organ.Value)) {
			fmt.Fprintf(&b, "%s\n\n", r.Organ.Value)
		}
		fmt.Fprintf(&b, "# %s\n\n", title)
	}
	for _, t := range r.Preface {
		fmt.Fprintf(&b, "%s\n\n", t.Value)
	}
	done := map[FormKey]bool{}
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "## %s\n\n", s.Heading.Value)
		for _, t := range s.Body {
			fmt.Fprintf(&b, "%s\n\n", t.Value)
		}
		for _, spec := range Editions()[0].Sections {
			if f := r.Forms[spec.Form]; spec.Key == s.Key && f != nil && !done[spec.Form] {
				done[spec.Form] = true
				markdownForm(&b, r, f)
			}
		}
	}
	for _, key := range FormKeys() {
		if f := r.Forms[key]; f != nil && !done[key] {
			markdownForm(&b, r, f)
		}
	}
	if !r.Signature.IsEmpty() {
		fmt.Fprintf(&b, "%s\n\n", r.Signature.Value)
	}
	if d := r.Signed; !d.IsZero() {
		fmt.Fprintf(&b, "%d年%d月%d日\n", d.Year, d.Month, d.Day)
	}
	return b.Bytes(), nil
}

func markdownForm(b *bytes.Buffer, r *Report, f *Form) {
	switch f.Spec.Key {
	case Disclosure:
		for _, block := range f.Spec.Blocks {
			heads := []string{"信息内容"}
			for _, c := range block.Columns {
				heads = append(heads, c.Label)
			}
			fmt.Fprintf(b, "%s\n\n", block.Label)
			markdownRow(b, heads)
			markdownRule(b, len(heads))
			for _, spec := range block.Rows {
				if row := f.Row(spec); row != nil {
					markdownRow(b, append([]string{spec.Label}, rawValues(r, row)...))
				}
			}
			b.WriteByte('\n')
		}
	case Review:
		markdownReview(b, r, f)
	default:
		markdownApplications(b, r, f)
	}
}

func markdownApplications(b *bytes.Buffer, r *Report, f *Form) {
	heads := []string{"", ""}
	for _, c := range f.Spec.Blocks[0].Columns {
		heads = append(heads, c.Label)
	}
	markdownRow(b, heads)
	markdownRule(b, len(heads))
	group := ""
	for i := range f.Rows {
		row := &f.Rows[i]
		above := strings.Join(row.Spec.Group, " ")
		cells := []string{row.Spec.Label, ""}
		if above != "" {
			cells = []string{"", row.Spec.Label}
			if above != group {
				cells[0] = above
			}
		}
		group = above
		markdownRow(b, append(cells, rawValues(r, row)...))
	}
	b.WriteByte('\n')
}

func markdownReview(b *bytes.Buffer, r *Report, f *Form) {
	var top, heads, cells []string
	for _, block := range f.Spec.Blocks {
		for i, c := range block.Columns {
			label := ""
			if i == 0 {
				label = strings.TrimSpace(strings.Join(block.Group, "") + " " + block.Label)
			}
			top, heads = append(top, label), append(heads, c.Label)
		}
		if row := f.Row(block.Rows[0]); row != nil {
			cells = append(cells, rawValues(r, row)...)
		}
	}
	markdownRow(b, top)
	markdownRule(b, len(top))
	markdownRow(b, heads)
	if len(cells) > 0 {
		markdownRow(b, cells)
	}
	b.WriteByte('\n')
}

func rawValues(r *Report, row *Row) []string {
	var out []string
	if row.Ragged {
		for _, v := range row.Values {
			out = append(out, v.Raw)
		}
		return out
	}
	for _, id := range row.Spec.Cells {
		out = append(out, r.Cells[id].Raw)
	}
	return out
}

func markdownRow(b *bytes.Buffer, cells []string) {
	for _, c := range cells {
		c = strings.NewReplacer("|", `\|`, "\n", " ").Replace(c)
		fmt.Fprintf(b, "| %s ", c)
	}
	b.WriteString("|\n")
}

func markdownRule(b *bytes.Buffer, n int) {
	b.WriteString(strings.Repeat("| --- ", n) + "|\n")
}
