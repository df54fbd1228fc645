package made

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// The three parts without which no program takes a file for a Word document.
const (
	docxTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	docxRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	docxOpen = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	docxClose = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr></w:body></w:document>`
)

// docxWide is the width between the margins of a page, in twentieths of a point.
const docxWide = 9026

// docxBorders draws every line of a table.
const docxBorders = `<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>` +
	`<w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>`

// Docx prints the report as a Word document: paragraphs, and tables with merged
// cells. Some of its runs are cut in the middle of a word, as Word cuts them.
func (m *Made) Docx() ([]byte, error) {
	d := newDice(m.Seed, streamPrint)
	cut := d.in(2)
	var b strings.Builder
	b.WriteString(docxOpen)
	for _, p := range m.parts(false) {
		switch p.kind {
		case tablePart:
			b.WriteString(p.grid.docx())
		case titlePart:
			b.WriteString(docxParagraph(p.text, `<w:jc w:val="center"/>`, false))
		case headLine:
			b.WriteString(docxParagraph(p.text, `<w:outlineLvl w:val="0"/>`, cut))
		default:
			b.WriteString(docxParagraph(p.text, "", cut))
		}
	}
	b.WriteString(docxClose)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", docxTypes}, {"_rels/.rels", docxRels}, {"word/document.xml", b.String()},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate}) // no time: the same bytes on every day
		if err != nil {
			return nil, fmt.Errorf("made: %w", err)
		}
		if _, err := w.Write([]byte(part.text)); err != nil {
			return nil, fmt.Errorf("made: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("made: %w", err)
	}
	return out.Bytes(), nil
}

func docxParagraph(text, properties string, cut bool) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	if properties != "" {
		b.WriteString("<w:pPr>" + properties + "</w:pPr>")
	}
	runes := []rune(text)
	for cut && len(runes) > 10 {
		b.WriteString(docxRun(string(runes[:7])))
		runes = runes[7:]
	}
	b.WriteString(docxRun(string(runes)) + "</w:p>")
	return b.String()
}

func docxRun(text string) string {
	var b bytes.Buffer
	b.WriteString(`<w:r><w:t xml:space="preserve">`)
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	b.WriteString("</w:t></w:r>")
	return b.String()
}

// docx prints the grid. What a cell covers below it is a cell of its own that
// goes on with it; what it covers beside it is none.
func (g grid) docx() string {
	var b strings.Builder
	wide := docxWide / g.columns
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/>%s<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, wide*g.columns, docxBorders)
	b.WriteString(strings.Repeat(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, wide), g.columns))
	b.WriteString("</w:tblGrid>")
	at := make([][]*placed, len(g.rows))
	rows := g.place()
	for i := range at {
		at[i] = make([]*placed, g.columns)
	}
	for i := range rows {
		for k := range rows[i] {
			c := &rows[i][k]
			for r := c.row; r < min(c.row+c.rows, len(at)); r++ {
				at[r][c.col] = c
			}
		}
	}
	for i := range at {
		b.WriteString("<w:tr>")
		for col := 0; col < g.columns; col++ {
			if c := at[i][col]; c != nil {
				b.WriteString(c.docx(i, wide))
				col += c.cols - 1
			}
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return b.String()
}

// docx prints the part of a cell that stands in a row; wide is the width of a
// column.
func (c *placed) docx(row, wide int) string {
	properties, text := "", c.text
	if c.cols > 1 {
		properties += fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.cols)
	}
	switch {
	case c.rows > 1 && row == c.row:
		properties += `<w:vMerge w:val="restart"/>`
	case c.rows > 1:
		properties += `<w:vMerge/>`
		text = ""
	}
	return fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, wide*c.cols) + properties + "</w:tcPr>" + docxParagraph(text, "", false) + "</w:tc>"
}
