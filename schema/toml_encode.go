package schema

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// EncodeTOML writes a report in its structured form, as a file that a person
// likes to edit: prose first, then the forms with their rows aligned and the
// official label behind each. [DecodeTOML] of it gives the same report, but for
// places.
func EncodeTOML(r *Report) ([]byte, error) {
	w := &tomlWriter{}
	w.head(r)
	for _, s := range r.Sections {
		w.section(s)
	}
	for _, key := range FormKeys() {
		if f := r.Forms[key]; f != nil {
			w.form(r, f)
		}
	}
	w.labels(r)
	for _, p := range r.Problems {
		w.unread(p)
	}
	return w.Bytes(), nil
}

type tomlWriter struct{ bytes.Buffer }

func (w *tomlWriter) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

func (w *tomlWriter) head(r *Report) {
	w.line("[report]")
	for _, kv := range []struct{ key, value string }{{"title", r.Title.Value}, {"organ", r.Organ.Value}} {
		if kv.value != "" {
			w.line("%s = %s", kv.key, quote(kv.value))
		}
	}
	if r.Year != 0 {
		w.line("year = %d", r.Year)
	}
	if r.Edition != nil {
		w.line("edition = %s", quote(r.Edition.ID))
	}
	if !r.Signed.IsZero() {
		w.line("signed = %s", tomlDate(r.Signed))
	}
	if !r.Signature.IsEmpty() {
		w.line("signature = %s", quote(r.Signature.Value))
	}
	if !r.Period.IsZero() {
		var parts []string
		if !r.Period.From.IsZero() {
			parts = append(parts, "from = "+tomlDate(r.Period.From))
		}
		if !r.Period.To.IsZero() {
			parts = append(parts, "to = "+tomlDate(r.Period.To))
		}
		w.line("period = { %s }", strings.Join(parts, ", "))
	}
	if len(r.Preface) > 0 {
		w.line("preface = %s", block(r.Preface))
	}
}

// tomlDate writes a date; one that the calendar does not have as text, which is
// read back as it is.
func tomlDate(d Date) string {
	if d.Valid() && d.Year < 10000 && d.Year > 0 {
		return d.String()
	}
	return quote(d.String())
}

func (w *tomlWriter) section(s *Section) {
	w.line("\n[[section]]")
	if s.Number != 0 {
		w.line("number = %d", s.Number)
	}
	if !s.Title.IsEmpty() {
		w.line("title = %s", quote(s.Title.Value))
	}
	if len(s.Body) > 0 {
		w.line("text = %s", block(s.Body))
	}
}

// quote writes one line of words.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		case r == utf8.RuneError:
			b.WriteString("\uFFFD")
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// block writes paragraphs, one a line; where one has lines of its own, all of
// them as strings of an array.
func block(paragraphs []Text) string {
	lines := make([]string, len(paragraphs))
	for i, t := range paragraphs {
		lines[i] = t.Value
	}
	all := strings.Join(lines, "\n")
	switch {
	case strings.Count(all, "\n") >= len(lines) || strings.Contains(all, "\r"):
		var b strings.Builder
		b.WriteString("[\n")
		for _, l := range lines {
			fmt.Fprintf(&b, "  %s,\n", ownLines(l))
		}
		return b.String() + "]"
	case literal(all):
		return "'''\n" + all + "\n'''"
	}
	for i, l := range lines {
		q := quote(l)
		lines[i] = q[1 : len(q)-1]
	}
	return "\"\"\"\n" + strings.Join(lines, "\n") + "\n\"\"\""
}

// ownLines writes a paragraph with the lines that it has, as a person would see
// them where nothing needs an escape.
func ownLines(s string) string {
	if strings.Contains(s, "\n") && literal(s) {
		return "'''\n" + s + "'''"
	}
	return quote(s)
}

// literal reports whether words can stand between ”' as they are.
func literal(s string) bool {
	return !strings.Contains(s, "'''") && !strings.HasSuffix(s, "'") && !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' || r == 0x7F || r == utf8.RuneError
	})
}

func (w *tomlWriter) form(r *Report, f *Form) {
	w.line("\n# %s、%s", string([]rune("零一二三四五六")[f.Spec.Number]), f.Spec.Title)
	switch f.Spec.Key {
	case Disclosure:
		w.line("[disclosure]")
		w.tables(r, f, "disclosure.")
	case Review:
		w.reviews(r, f)
	default:
		w.applications(r, f)
	}
}

// tables writes rows as tables of their columns, aligned.
func (w *tomlWriter) tables(r *Report, f *Form, prefix string) {
	width := 0
	for _, row := range f.Rows {
		width = max(width, len(row.Spec.Key)-len(prefix))
	}
	for _, row := range f.Rows {
		w.line("%-*s = %s # %s", width, strings.TrimPrefix(row.Spec.Key, prefix), inline(r, &row), comment(row.Spec))
	}
}

func comment(row *RowSpec) string {
	var heads []string
	for _, c := range row.Block.Columns {
		heads = append(heads, c.Label)
	}
	return row.Name() + "：" + strings.Join(heads, "、")
}

func inline(r *Report, row *Row) string {
	if row.Ragged {
		return array(row.Values, nil)
	}
	var parts []string
	for i, c := range row.Spec.Block.Columns {
		if cell := r.Cells[row.Spec.Cells[i]]; cell.State != Absent {
			parts = append(parts, c.Key+" = "+cellTOML(cell))
		}
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// reviews writes form four, whose rows are tables of the file. A form with
// heads and no figures is an empty table.
func (w *tomlWriter) reviews(r *Report, f *Form) {
	if len(f.Rows) == 0 {
		w.line("[review]")
		return
	}
	for _, row := range f.Rows {
		if row.Ragged { // as a key of the table above it
			parent, key, found := strings.Cut(row.Spec.Key, ".")
			if found {
				w.line("[%s]\n%s = %s", parent, key, array(row.Values, nil))
			}
			continue
		}
		w.line("[%s] # %s", row.Spec.Key, row.Spec.Name())
		for i, c := range row.Spec.Block.Columns {
			if cell := r.Cells[row.Spec.Cells[i]]; cell.State != Absent {
				w.line("%-9s = %s # %s", c.Key, cellTOML(cell), c.Label)
			}
		}
	}
}

// applications writes form three: rows of seven, aligned over the whole form.
func (w *tomlWriter) applications(r *Report, f *Form) {
	var heads []string
	for _, c := range f.Spec.Blocks[0].Columns {
		heads = append(heads, c.Label)
	}
	w.line("# 各行依次为：%s", strings.Join(heads, "、"))
	widths := columnWidths(r, f)
	groups := []string{"applications"}
	rows := map[string][]Row{}
	for _, row := range f.Rows {
		table, _ := cutLast(row.Spec.Key)
		if len(rows[table]) == 0 && table != "applications" {
			groups = append(groups, table)
		}
		rows[table] = append(rows[table], row)
	}
	for _, table := range groups {
		w.line("[%s]", table)
		name := 0
		for _, row := range rows[table] {
			_, key := cutLast(row.Spec.Key)
			name = max(name, len(key))
		}
		for _, row := range rows[table] {
			_, key := cutLast(row.Spec.Key)
			values := row.Values
			if !row.Ragged {
				values = nil
				for _, id := range row.Spec.Cells {
					values = append(values, r.Cells[id])
				}
			}
			w.line("%-*s = %s # %s", name, key, array(values, widths), row.Spec.Label)
		}
	}
}

func cutLast(key string) (table, last string) {
	i := strings.LastIndexByte(key, '.')
	return key[:i], key[i+1:]
}

func columnWidths(r *Report, f *Form) []int {
	widths := make([]int, len(f.Spec.Blocks[0].Columns))
	for _, row := range f.Rows {
		for i, id := range row.Spec.Cells {
			if !row.Ragged {
				widths[i] = max(widths[i], len(cellTOML(r.Cells[id])))
			}
		}
	}
	return widths
}

func array(cells []Cell, widths []int) string {
	parts := make([]string, len(cells))
	for i, c := range cells {
		parts[i] = cellTOML(c)
		if i < len(widths) {
			parts[i] = strings.Repeat(" ", max(0, widths[i]-len(parts[i]))) + parts[i]
		}
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// cellTOML writes a cell: a figure as printed where TOML can hold it, anything
// else as text, a blank as "".
func cellTOML(c Cell) string {
	if c.State == Numeric && plainNumber(c.Raw) {
		return c.Raw
	}
	return quote(c.Raw)
}

// plainNumber reports whether TOML writes the figure just so: digits, a sign,
// at most one point with digits at both sides, no leading zero.
func plainNumber(s string) bool {
	digits := strings.TrimPrefix(strings.TrimPrefix(s, "-"), "+")
	if len(s)-len(digits) > 1 {
		return false
	}
	whole, frac, point := strings.Cut(digits, ".")
	return isDigits(whole) && (len(whole) == 1 || whole[0] != '0') && (!point || isDigits(frac))
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// labels writes what is printed otherwise than on the form.
func (w *tomlWriter) labels(r *Report) {
	var lines []string
	seen := map[string]bool{}
	add := func(key string, l Label) {
		if l.Whole && !l.Printed.IsEmpty() && squeezed(l.Printed.Value) != squeezed(l.Official) && !seen[key+"="+squeezed(l.Printed.Value)] {
			seen[key+"="+squeezed(l.Printed.Value)] = true
			if !seen[key] {
				seen[key] = true
				lines = append(lines, quote(key)+" = "+quote(squeezed(l.Printed.Value)))
			}
		}
	}
	for _, key := range FormKeys() {
		if f := r.Forms[key]; f != nil {
			for _, l := range f.Labels {
				add(l.Official, l)
			}
			for _, row := range f.Rows {
				add(row.Spec.Key, row.Label)
			}
		}
	}
	if len(lines) > 0 {
		w.line("\n# 与国家格式写法不同的标签\n[labels]\n%s", strings.Join(lines, "\n"))
	}
}

func squeezed(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), "") }

// unread writes what a reader could not read. What the decoder finds again by
// itself is left out.
func (w *tomlWriter) unread(p Problem) {
	if p.Kind == DuplicateSection {
		return
	}
	w.line("\n[[unread]]\nkind = %s", quote(string(p.Kind)))
	for _, kv := range []struct{ key, value string }{{"form", string(p.Form)}, {"words", p.Words}, {"zh", p.ZH}, {"en", p.EN}} {
		if kv.value != "" {
			w.line("%s = %s", kv.key, quote(kv.value))
		}
	}
	if len(p.Cells) > 0 {
		var paths []string
		for _, id := range p.Cells {
			paths = append(paths, quote(id.Path()))
		}
		w.line("cells = [%s]", strings.Join(paths, ", "))
	}
}
