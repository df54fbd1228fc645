package document

import (
	"context"
	"errors"
	"math"
	"unicode"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/gouji/gouji/schema"
)

// pdfFile reads one file with one instance of PDFium.
type pdfFile struct {
	instance gopdfium.Pdfium
	path     string
}

func pdfDamaged(err error) error {
	return &Error{Kind: Damaged, Err: err,
		ZH: "PDF 打不开，文件可能已损坏或不完整；请重新导出或重新下载。",
		EN: "the PDF cannot be opened, it may be damaged or cut short; export or download it again",
	}
}

func (f *pdfFile) read(ctx context.Context, data []byte) (*Document, error) {
	opened, err := f.instance.OpenDocument(&requests.OpenDocument{File: &data})
	if errors.Is(err, pdferrors.ErrPassword) {
		return nil, &Error{Kind: Encrypted, Err: err,
			ZH: "PDF 加了打开密码，读不了；请取消密码后再检查。",
			EN: "the PDF is encrypted; remove the password and try again",
		}
	}
	if err != nil {
		return nil, pdfDamaged(err)
	}
	count, err := f.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, pdfDamaged(err)
	}
	var pages []*pdfPage
	for i := range min(count.PageCount, maxPages) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p, err := f.page(opened.Document, i)
		if err != nil {
			return nil, pdfDamaged(err)
		}
		pages = append(pages, p)
	}
	return assemble(f.path, pages, count.PageCount), nil
}

func (f *pdfFile) page(doc references.FPDF_DOCUMENT, index int) (*pdfPage, error) {
	loaded, err := f.instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	ref := requests.Page{ByReference: &loaded.Page}
	defer func() { _, _ = f.instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	p := &pdfPage{path: f.path, number: index + 1}
	text, err := f.instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = f.instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	turn, err := f.turn(p, doc, index, ref, text.TextPage)
	if err != nil {
		return nil, err
	}
	if err := f.glyphs(p, text.TextPage, turn); err != nil {
		return nil, err
	}
	return p, f.strokes(p, ref, turn)
}

// turner maps a rectangle from the page's own coordinates, which grow upwards
// and ignore its rotation, to the page as it is seen, growing downwards.
type turner func(left, bottom, right, top float64) schema.Box

// A page that is turned so that its words lie on their side, or stand on their
// head, is read as its words run.
func (f *pdfFile) turn(p *pdfPage, doc references.FPDF_DOCUMENT, index int, ref requests.Page, text references.FPDF_TEXTPAGE) (turner, error) {
	size, err := f.instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	p.width, p.height = size.Width, size.Height
	rotation, err := f.instance.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: ref})
	if err != nil {
		return nil, err
	}
	// The visible box need not begin at the origin.
	x0, y0 := 0.0, 0.0
	if box, err := f.instance.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: ref}); err == nil {
		x0, y0 = float64(min(box.Rect.Left, box.Rect.Right)), float64(min(box.Rect.Bottom, box.Rect.Top))
	}
	upright := rotation.PageRotation
	if words, ok := f.direction(text); ok && words != upright {
		if (words-upright)%2 != 0 {
			p.width, p.height = p.height, p.width
		}
		upright = words
	}
	w, h := p.width, p.height
	switch upright {
	case enums.FPDF_PAGE_ROTATION_90_CW:
		return func(l, b, r, t float64) schema.Box {
			return schema.Box{X0: b - y0, Y0: l - x0, X1: t - y0, Y1: r - x0}
		}, nil
	case enums.FPDF_PAGE_ROTATION_180_CW:
		return func(l, b, r, t float64) schema.Box {
			return schema.Box{X0: w - (r - x0), Y0: b - y0, X1: w - (l - x0), Y1: t - y0}
		}, nil
	case enums.FPDF_PAGE_ROTATION_270_CW:
		return func(l, b, r, t float64) schema.Box {
			return schema.Box{X0: w - (t - y0), Y0: h - (r - x0), X1: w - (b - y0), Y1: h - (l - x0)}
		}, nil
	}
	return func(l, b, r, t float64) schema.Box {
		return schema.Box{X0: l - x0, Y0: h - (t - y0), X1: r - x0, Y1: h - (b - y0)}
	}, nil
}

// directionSample is how many characters of a page are asked how they stand.
const directionSample = 240

// direction returns the rotation of the page in which most of its characters
// stand upright; ok is false when they do not agree.
func (f *pdfFile) direction(text references.FPDF_TEXTPAGE) (enums.FPDF_PAGE_ROTATION, bool) {
	count, err := f.instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return 0, false
	}
	var quarters [4]int
	asked := 0
	for i := 0; i < count.Count; i += max(1, count.Count/directionSample) {
		code, err := f.instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
		if err != nil || code.Unicode <= ' ' {
			continue // what is put between words stands in no direction
		}
		angle, err := f.instance.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: text, Index: i})
		if err != nil || !(angle.CharAngle >= 0 && angle.CharAngle <= 2*math.Pi) {
			continue
		}
		asked++
		quarters[int(math.Round(float64(angle.CharAngle)/(math.Pi/2)))%4]++
	}
	for k, n := range quarters {
		if n*4 > asked*3 {
			return enums.FPDF_PAGE_ROTATION((4 - k) % 4), true // the angle grows clockwise
		}
	}
	return 0, false
}

// maxGlyphs bounds the characters of one page.
const maxGlyphs = 100_000

func (f *pdfFile) glyphs(p *pdfPage, text references.FPDF_TEXTPAGE, turn turner) error {
	count, err := f.instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return err
	}
	for i := range min(count.Count, maxGlyphs) {
		code, err := f.instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
		if err != nil {
			return err
		}
		r := rune(code.Unicode)
		if unicode.IsSpace(r) || r == 0x200B || r == 0xFEFF {
			continue // gaps are measured, never believed
		}
		if f.unmapped(text, i, r) {
			p.unmapped++
			r = unicode.ReplacementChar
		}
		if b, ok := f.box(text, i); ok {
			p.glyphs = append(p.glyphs, glyph{r, turn(b.X0, b.Y0, b.X1, b.Y1)})
		}
	}
	return nil
}

// unmapped reports whether nobody can say which character is printed. A
// character of a private area is one, too.
func (f *pdfFile) unmapped(page references.FPDF_TEXTPAGE, i int, r rune) bool {
	if r == 0 || r == unicode.ReplacementChar || r >= 0xE000 && r <= 0xF8FF || r < ' ' {
		return true
	}
	fault, err := f.instance.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: page, Index: i})
	return err == nil && fault.HasUnicodeMapError
}

// box returns the box of a character in the page's own coordinates: as high as
// its line where the font says so truly. Fonts for vertical writing give boxes
// of many times the character's size; there only its ink counts.
func (f *pdfFile) box(page references.FPDF_TEXTPAGE, i int) (schema.Box, bool) {
	ink, err := f.instance.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: page, Index: i})
	if err != nil {
		return schema.Box{}, false
	}
	b := schema.Box{X0: ink.Left, Y0: ink.Bottom, X1: ink.Right, Y1: ink.Top}
	line, err := f.instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: i})
	if err != nil {
		return b, true
	}
	l := schema.Box{X0: float64(line.Rect.Left), Y0: float64(line.Rect.Bottom), X1: float64(line.Rect.Right), Y1: float64(line.Rect.Top)}
	if b.X1-b.X0 <= 0 || b.Y1-b.Y0 <= 0 {
		return l, true
	}
	// Punctuation has little ink in its line, but no line of a report is so high.
	const high = 60.0
	if w, h := l.X1-l.X0, l.Y1-l.Y0; w <= 0 || h <= 0 || h > high && h > 4*(b.Y1-b.Y0) && w > 4*(b.X1-b.X0) {
		return b, true
	}
	return l, true
}
