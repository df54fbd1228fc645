package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// pdfWriter writes small PDFs without compression: Chinese in a standard font
// that is not embedded, lines, pages of A4.
type pdfWriter struct {
	objects []string // from object 3 on; 1 is the catalog, 2 the list of pages
	pages   []int
	extra   string // more entries of the catalog
}

const (
	pdfWide, pdfHigh = 595, 842
	// pdfFonts are the resources of every page: F is Chinese, V the same written
	// downwards, L Latin.
	pdfFonts = `/Font << /F 3 0 R /V 4 0 R /L 5 0 R >>`
	pdfChars = `/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /DescendantFonts [6 0 R]`
)

func newPDF() *pdfWriter {
	w := &pdfWriter{}
	w.add(`<< ` + pdfChars + ` /Encoding /UniGB-UCS2-H >>`)
	w.add(`<< ` + pdfChars + ` /Encoding /UniGB-UCS2-V >>`)
	w.add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>`)
	w.add(`<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 /W [814 939 500] >>`)
	w.add(`<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /Ascent 880 /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 93 >>`)
	return w
}

// add takes an object and returns its number.
func (w *pdfWriter) add(object string) int {
	w.objects = append(w.objects, object)
	return len(w.objects) + 2
}

func pdfStream(dict, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(content), content)
}

// page adds a page; more are further entries of its dictionary.
func (w *pdfWriter) page(content, resources, more string) {
	stream := w.add(pdfStream("", content))
	w.pages = append(w.pages, w.add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << %s %s >> %s >>",
		pdfWide, pdfHigh, stream, pdfFonts, resources, more)))
}

func (w *pdfWriter) bytes() []byte {
	var b bytes.Buffer
	offsets := []int{}
	object := func(n int, text string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, text)
	}
	b.WriteString("%PDF-1.7\n")
	object(1, "<< /Type /Catalog /Pages 2 0 R "+w.extra+" >>")
	var kids strings.Builder
	for _, p := range w.pages {
		fmt.Fprintf(&kids, "%d 0 R ", p)
	}
	object(2, fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(w.pages), kids.String()))
	for i, text := range w.objects {
		object(i+3, text)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// pdfText shows words at a point, measured from the lower left corner.
func pdfText(x, y, size float64, words string) string { return pdfTextIn("F", x, y, size, words) }

func pdfTextIn(font string, x, y, size float64, words string) string {
	var hex strings.Builder
	for _, u := range utf16.Encode([]rune(words)) {
		if font == "L" {
			fmt.Fprintf(&hex, "%02X", u)
		} else {
			fmt.Fprintf(&hex, "%04X", u)
		}
	}
	return fmt.Sprintf("BT /%s %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n", font, size, x, y, hex.String())
}

// pdfTable draws a table of equal fields from the upper left corner x, y; how
// draws one line.
func pdfTable(x, y, width, height float64, rows [][]string, how func(x0, y0, x1, y1 float64) string) string {
	return pdfTableIn("F", x, y, width, height, rows, how)
}

func pdfTableIn(font string, x, y, width, height float64, rows [][]string, how func(x0, y0, x1, y1 float64) string) string {
	var b strings.Builder
	cols := len(rows[0])
	for r := 0; r <= len(rows) && how != nil; r++ {
		b.WriteString(how(x, y-float64(r)*height, x+float64(cols)*width, y-float64(r)*height))
	}
	for c := 0; c <= cols && how != nil; c++ {
		b.WriteString(how(x+float64(c)*width, y, x+float64(c)*width, y-float64(len(rows))*height))
	}
	for r, row := range rows {
		for c, words := range row {
			for k, line := range strings.Split(words, "\n") {
				b.WriteString(pdfTextIn(font, x+float64(c)*width+4, y-float64(r)*height-14-float64(k)*14, 12, line))
			}
		}
	}
	return b.String()
}

func pdfStroke(x0, y0, x1, y1 float64) string {
	return fmt.Sprintf("%g %g m %g %g l S\n", x0, y0, x1, y1)
}

// pdfThinRect draws a line as WPS does, as a filled rectangle half a point
// thick.
func pdfThinRect(x0, y0, x1, y1 float64) string {
	return fmt.Sprintf("%g %g %g %g re f\n", x0-0.25, y1-0.25, x1-x0+0.5, y0-y1+0.5)
}
