package document

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"

	"github.com/gouji/gouji/schema"
)

// Bounds of what is looked at for ruling lines on one page.
const (
	maxObjects    = 50_000
	maxSegments   = 4_000 // of one path
	maxFormLevels = 3
)

// identity is the matrix that changes nothing.
var identity = structs.FPDF_FS_MATRIX{A: 1, D: 1}

func (f *pdfFile) strokes(p *pdfPage, ref requests.Page, turn turner) error {
	count, err := f.instance.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err != nil {
		return err
	}
	for i := range min(count.Count, maxObjects) {
		object, err := f.instance.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			continue
		}
		f.object(p, object.PageObject, identity, turn, 0)
	}
	if p.picture > scanShare {
		f.painting(p, ref, min(count.Count, maxObjects))
	}
	return nil
}

// painting counts the runs of words on a page that an image covers, and those
// that are not painted: a program that recognises characters puts them there.
func (f *pdfFile) painting(p *pdfPage, ref requests.Page, count int) {
	for i := range count {
		object, err := f.instance.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			continue
		}
		kind, err := f.instance.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type != enums.FPDF_PAGEOBJ_TEXT {
			continue
		}
		mode, err := f.instance.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object.PageObject})
		if err != nil {
			continue
		}
		p.texts++
		if mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE {
			p.invisible++
		}
	}
}

// object takes what the object draws; outer maps its coordinates to the
// page's.
func (f *pdfFile) object(p *pdfPage, ref references.FPDF_PAGEOBJECT, outer structs.FPDF_FS_MATRIX, turn turner, level int) {
	kind, err := f.instance.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: ref})
	if err != nil {
		return
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_IMAGE:
		f.image(p, ref, outer, turn)
	case enums.FPDF_PAGEOBJ_PATH:
		f.painted(p, ref, outer, turn)
	case enums.FPDF_PAGEOBJ_FORM:
		if level < maxFormLevels {
			f.form(p, ref, outer, turn, level+1)
		}
	}
}

func (f *pdfFile) image(p *pdfPage, ref references.FPDF_PAGEOBJECT, outer structs.FPDF_FS_MATRIX, turn turner) {
	p.images++
	if b, err := f.instance.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: ref}); err == nil {
		box := transformed(turn, outer, float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top))
		p.picture = max(p.picture, (box.X1-box.X0)*(box.Y1-box.Y0)/max(1, p.width*p.height))
	}
}

func (f *pdfFile) form(p *pdfPage, ref references.FPDF_PAGEOBJECT, outer structs.FPDF_FS_MATRIX, turn turner, level int) {
	count, err := f.instance.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: ref})
	if err != nil {
		return
	}
	if m, err := f.instance.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref}); err == nil {
		outer = multiply(m.Matrix, outer)
	}
	for i := range min(count.Count, maxObjects) {
		object, err := f.instance.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)})
		if err == nil {
			f.object(p, object.PageObject, outer, turn, level)
		}
	}
}

// painted takes the lines of a painted path: a rectangle or a single line by its
// bounds, anything longer segment by segment.
func (f *pdfFile) painted(p *pdfPage, ref references.FPDF_PAGEOBJECT, outer structs.FPDF_FS_MATRIX, turn turner) {
	mode, err := f.instance.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: ref})
	if err != nil || mode.FillMode == enums.FPDF_FILLMODE_NONE && !mode.Stroke {
		return // it only clips
	}
	p.shapes++
	count, err := f.instance.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: ref})
	if err != nil {
		return
	}
	if count.Count <= 5 {
		b, err := f.instance.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: ref})
		if err != nil {
			return
		}
		box := transformed(turn, outer, float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top))
		if mode.Stroke || box.X1-box.X0 <= thin || box.Y1-box.Y0 <= thin {
			p.rules = append(p.rules, rectStrokes(box, p)...)
		}
		return // a rectangle that is only filled shades a line or a cell
	}
	f.segments(p, ref, min(count.Count, maxSegments), outer, turn)
}

func (f *pdfFile) segments(p *pdfPage, ref references.FPDF_PAGEOBJECT, count int, outer structs.FPDF_FS_MATRIX, turn turner) {
	if m, err := f.instance.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref}); err == nil {
		outer = multiply(m.Matrix, outer)
	}
	var x, y float64
	for i := range count {
		segment, err := f.instance.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: ref, Index: i})
		if err != nil {
			return
		}
		point, err := f.instance.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: segment.PathSegment})
		if err != nil {
			return
		}
		kind, err := f.instance.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: segment.PathSegment})
		if err != nil {
			return
		}
		nx, ny := float64(point.X), float64(point.Y)
		if kind.Type == enums.FPDF_SEGMENT_LINETO && (near(nx, x, thin) || near(ny, y, thin)) {
			b := transformed(turn, outer, min(x, nx), min(y, ny), max(x, nx), max(y, ny))
			if b.X1-b.X0 <= thin || b.Y1-b.Y0 <= thin {
				p.rules = append(p.rules, rectStrokes(b, p)...)
			}
		}
		x, y = nx, ny
	}
}

func transformed(turn turner, m structs.FPDF_FS_MATRIX, left, bottom, right, top float64) schema.Box {
	x0, y0 := apply(m, left, bottom)
	x1, y1 := apply(m, right, top)
	return turn(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
}

func apply(m structs.FPDF_FS_MATRIX, x, y float64) (float64, float64) {
	return float64(m.A)*x + float64(m.C)*y + float64(m.E), float64(m.B)*x + float64(m.D)*y + float64(m.F)
}

// multiply returns the matrix that applies m, then n.
func multiply(m, n structs.FPDF_FS_MATRIX) structs.FPDF_FS_MATRIX {
	return structs.FPDF_FS_MATRIX{
		A: m.A*n.A + m.B*n.C, B: m.A*n.B + m.B*n.D,
		C: m.C*n.A + m.D*n.C, D: m.C*n.B + m.D*n.D,
		E: m.E*n.A + m.F*n.C + n.E, F: m.E*n.B + m.F*n.D + n.F,
	}
}
