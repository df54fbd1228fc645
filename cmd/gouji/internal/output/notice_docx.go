package output

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"strings"
)

// noticeDocx writes a letter as a Word document on the page of official
// documents: A4, margins and sizes as GB/T 9704 has them, heading styles that
// the navigation shows. Its bytes depend on the words alone.
func noticeDocx(lines []noticeLine) ([]byte, error) {
	var body strings.Builder
	for _, l := range lines {
		body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + noticeStyles[l.kind].id + `"/></w:pPr><w:r><w:t xml:space="preserve">`)
		if err := xml.EscapeText(&body, []byte(l.words)); err != nil {
			return nil, err
		}
		body.WriteString(`</w:t></w:r></w:p>`)
	}
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	document := xml.Header + `<w:document ` + space + `><w:body>` + body.String() +
		`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`},
		{"_rels/.rels", xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
		{"word/styles.xml", xml.Header + `<w:styles ` + space + `>` + noticeDefaults + noticeStyleList() + `</w:styles>`},
		{"word/document.xml", document},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

const noticeDefaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`

// noticeStyles are the paragraph styles of a letter, by the kind of its lines.
var noticeStyles = map[noticeKind]struct{ id, name, paragraph, words string }{
	noticeTitle:   {"Title", "Title", `<w:spacing w:after="400" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>`, `<w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="44"/>`},
	noticeTo:      {"To", "称谓", ``, ``},
	noticeBody:    {"Body", "正文内容", `<w:ind w:firstLine="640"/>`, ``},
	noticeHeading: {"Heading1", "heading 1", `<w:keepNext/><w:ind w:firstLine="640"/><w:outlineLvl w:val="0"/>`, `<w:rFonts w:eastAsia="黑体"/>`},
	noticeItem:    {"Heading2", "heading 2", `<w:keepNext/><w:ind w:firstLine="640"/><w:outlineLvl w:val="1"/>`, `<w:b/>`},
	noticeDetail:  {"Detail", "问题说明", `<w:spacing w:line="480" w:lineRule="exact"/><w:ind w:firstLine="560"/>`, `<w:sz w:val="28"/>`},
	noticeEnd:     {"End", "落款", `<w:keepNext/><w:jc w:val="right"/>`, ``},
}

func noticeStyleList() string {
	var b strings.Builder
	for kind := noticeTitle; kind <= noticeEnd; kind++ {
		s := noticeStyles[kind]
		b.WriteString(`<w:style w:type="paragraph" w:styleId="` + s.id + `"><w:name w:val="` + s.name + `"/><w:basedOn w:val="Normal"/><w:pPr>` + s.paragraph + `</w:pPr><w:rPr>` + s.words + `</w:rPr></w:style>`)
	}
	return b.String()
}
