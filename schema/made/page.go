package made

import "fmt"

// part is one piece of a printed report, in the order of reading.
type part struct {
	kind partKind
	text string
	grid grid
}

type partKind int

const (
	titlePart partKind = iota
	proseLine
	headLine
	tablePart
	signedBy
	signedOn
)

// parts returns the report piece by piece. With first, each table stands in
// front of its heading.
func (m *Made) parts(first bool) []part {
	var out []part
	for _, line := range m.Title {
		out = append(out, part{kind: titlePart, text: line})
	}
	add := func(body []Paragraph) {
		for _, p := range body {
			out = append(out, part{kind: proseLine, text: p.Text()})
		}
	}
	add(m.Preface)
	printed := map[string]bool{}
	for i := range m.Sections {
		s := &m.Sections[i]
		tables := m.tables(s.Key, printed)
		if first {
			out = append(out, tables...)
		}
		out = append(out, part{kind: headLine, text: s.Heading()})
		add(s.Body)
		if !first {
			out = append(out, tables...)
		}
	}
	out = append(out, part{kind: signedBy, text: m.Signature})
	return append(out, part{kind: signedOn, text: m.Date()})
}

// tables returns the form that stands in the section; once, when the section
// stands twice.
func (m *Made) tables(key string, printed map[string]bool) []part {
	var out []part
	for _, f := range m.Forms {
		if string(f.Key) == key && !printed[key] {
			printed[key] = true
			out = append(out, part{kind: tablePart, grid: m.grid(f)})
		}
	}
	return out
}

// Date returns the date of the signature as printed: 2021年1月19日.
func (m *Made) Date() string {
	return fmt.Sprintf("%d年%d月%d日", m.Signed.Year, m.Signed.Month, m.Signed.Day)
}
