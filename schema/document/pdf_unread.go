package document

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/schema"
)

// What tells a page that is an image from one with an image on it.
const (
	scanShare    = 0.6 // of the page, covered by one image
	scanGlyphs   = 12  // a page number or a stamp may be printed over a scan
	outlineLeast = 150 // painted paths; letters turned into outlines are one each, or more
)

// isScan reports whether a page is an image without the words on it.
func (p *pdfPage) isScan() bool {
	return p.images > 0 && (len(p.glyphs) == 0 || p.picture > scanShare && len(p.glyphs) <= scanGlyphs)
}

// isOutlined reports whether the letters of a page were turned into shapes.
func (p *pdfPage) isOutlined() bool {
	return len(p.glyphs) == 0 && p.images == 0 && p.shapes >= outlineLeast
}

// unreadPages says which pages have no words, words that were recognised in an
// image, or characters that nobody can name.
func unreadPages(path string, pages []*pdfPage) []schema.Problem {
	var scans, outlined, recognised []string
	var out []schema.Problem
	words := false
	for _, p := range pages {
		switch n := fmt.Sprint(p.number); {
		case p.isScan():
			scans = append(scans, n)
		case p.isOutlined():
			outlined = append(outlined, n)
		case len(p.glyphs) > 0:
			words = true
			if p.picture > scanShare && p.invisible*2 > p.texts {
				recognised = append(recognised, n)
			}
		}
		if p.unmapped > 0 {
			out = append(out, schema.Problem{
				Kind: schema.UnreadTable, Place: p.place(),
				ZH: fmt.Sprintf("第%d页有 %d 个字的字体没有写明是什么字，读不出来，所在的格没有核对；请从 Word 或 WPS 重新导出 PDF。", p.number, p.unmapped),
				EN: fmt.Sprintf("%d characters on page %d have a font that does not say what they are; their cells were not checked", p.unmapped, p.number),
			})
		}
	}
	say := func(kind schema.ProblemKind, zh, en string) {
		out = append(out, schema.Problem{Kind: kind, Place: schema.Place{Path: path}, ZH: zh, EN: en})
	}
	switch {
	case len(scans) > 0 && !words:
		say(schema.NoTextLayer, "这份 PDF 是扫描件，只有图像没有文字，没有核对；请提供由 Word 或 WPS 直接导出的 PDF，或原来的 .docx。",
			"this PDF is a scan without text and was not checked; export it from Word or WPS, or give the .docx itself")
	case len(scans) > 0:
		say(schema.NoTextLayer, fmt.Sprintf("第%s页只有图像没有文字，这几页没有核对；如有表格在其中，请提供由 Word 或 WPS 直接导出的 PDF。", strings.Join(scans, "、")),
			fmt.Sprintf("pages %s are images without text and were not checked", strings.Join(scans, ", ")))
	}
	if len(outlined) > 0 {
		say(schema.NoTextLayer, fmt.Sprintf("第%s页没有文字，字都转成了图形，没有核对；请提供由 Word 或 WPS 直接导出的 PDF，或原来的 .docx。", strings.Join(outlined, "、")),
			fmt.Sprintf("the letters on pages %s are shapes and no text, and were not checked; export the PDF from Word or WPS, or give the .docx itself", strings.Join(outlined, ", ")))
	}
	if len(recognised) > 0 {
		say(schema.Remark, fmt.Sprintf("第%s页是扫描图像，文字是识别出来的，可能有错字；发现问题请先对照原件。", strings.Join(recognised, "、")),
			fmt.Sprintf("pages %s are scans whose words were recognised by a program and may be wrong; compare findings with the original", strings.Join(recognised, ", ")))
	}
	return out
}
