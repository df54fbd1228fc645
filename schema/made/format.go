package made

import (
	"slices"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Format is a format of files that reports are printed in.
type Format struct {
	Name  string
	Ext   string
	Print func(m *Made) ([]byte, error)
}

// Formats lists the formats; each chooses its style by the report's seed.
func Formats() []Format {
	return []Format{
		{"text", ".txt", func(m *Made) ([]byte, error) { return []byte(m.Text(m.layout())), nil }},
		{"gb18030", ".txt", func(m *Made) ([]byte, error) { return m.encoded(simplifiedchinese.GB18030) }},
		{"utf16", ".txt", func(m *Made) ([]byte, error) { return m.encoded(utf16(m.Seed)) }},
		{"markdown", ".md", func(m *Made) ([]byte, error) { return []byte(m.Markdown()), nil }},
		{"toml", ".toml", (*Made).TOML},
		{"html", ".html", func(m *Made) ([]byte, error) { return []byte(m.HTML()), nil }},
		{"docx", ".docx", (*Made).Docx},
		{"xlsx", ".xlsx", (*Made).Xlsx},
	}
}

// FormatByName returns the format of that name.
func FormatByName(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// layout picks one of the text layouts that keep every figure; for a report
// with a planted error, one that shows blank and missing cells, too.
func (m *Made) layout() Layout {
	layouts := Layouts()
	if m.planted {
		layouts = slices.DeleteFunc(layouts, func(l Layout) bool { return !l.cells })
	}
	return pick(newDice(m.Seed, streamPrint), layouts)
}

func (m *Made) encoded(e encoding.Encoding) ([]byte, error) {
	return e.NewEncoder().Bytes([]byte(m.Text(m.layout())))
}

func utf16(seed uint64) encoding.Encoding {
	if seed%2 == 0 {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
}
