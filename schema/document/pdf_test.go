package document

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// simpleRows is a small table as it is drawn and as it is to be read.
var simpleRows = [][]string{{"信息内容", "本年制发件数", "现行有效件数"}, {"规章", "0", "1"}, {"行政规范性文件", "12", "34"}}

const simpleTable = "| 信息内容 | 本年制发件数 | 现行有效件数\n| 规章 | 0 | 1\n| 行政规范性文件 | 12 | 34"

func readPDFDoc(tb testing.TB, data []byte) *Document {
	tb.Helper()
	doc, err := Read(context.Background(), "年报.pdf", data)
	require.NoError(tb, err)
	assert.Equal(tb, "pdf", doc.Format)
	return doc
}

func onePage(content, resources, more string) []byte {
	w := newPDF()
	w.page(content, resources, more)
	return w.bytes()
}

func TestPagesOfPDFsAreReadAsTheyAreSeen(t *testing.T) {
	t.Parallel()
	title := pdfText(100, 760, 14, "二、主动公开政府信息情况")
	table := pdfTable(100, 740, 120, 30, simpleRows, pdfStroke)
	want := "二、主动公开政府信息情况\n" + simpleTable
	// Characters of a font that is not embedded have no ink, and PDFium leaves them
	// out when they are turned; a Latin font has its ink.
	rotated := func(m string) string {
		return "q " + m + " cm 1 0 0 1 0 -300 cm\n" + pdfTableIn("L", 100, 740, 120, 30, [][]string{{"Head", "One"}, {"Row", "12"}}, pdfStroke) + "Q\n"
	}
	const turned = "| Head | One\n| Row | 12"
	form := newPDF()
	inner := form.add(pdfStream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << "+pdfFonts+" >>", table))
	outer := form.add(pdfStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 10 -20] /Resources << /XObject << /X %d 0 R >> >>", inner), "/X Do\n"))
	form.page(title+"q 1 0 0 1 5 5 cm /Y Do Q\n", fmt.Sprintf("/XObject << /Y %d 0 R >>", outer), "")
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"strokes", onePage(title+table, "", ""), want},
		{"thin rectangles", onePage(title+pdfTable(100, 740, 120, 30, simpleRows, pdfThinRect), "", ""), want},
		{"a page turned by 90 degrees", onePage(rotated("0 1 -1 0 595 0"), "", "/Rotate 90"), turned},
		{"a page turned by 180 degrees", onePage("q -1 0 0 -1 595 842 cm\n"+title+table+"Q\n", "", "/Rotate 180"), want},
		{"a page turned by 270 degrees", onePage(rotated("0 -1 1 0 0 842"), "", "/Rotate 270"), turned},
		{"a page that lies on its side", onePage(rotated("0 1 -1 0 595 0"), "", ""), turned},
		{"a page that was turned once more", onePage(pdfTableIn("L", 100, 740, 120, 30, [][]string{{"Head", "One"}, {"Row", "12"}}, pdfStroke), "", "/Rotate 270"), turned},
		{"a page whose box does not begin at the origin", onePage("q 1 0 0 1 0 0 cm\n"+title+table+"Q\n", "", "/CropBox [50 300 590 800]"), want},
		{"forms within forms", form.bytes(), want},
		{"junk before the file", append([]byte("HTTP/1.1 200 OK\r\n\r\n"), onePage(title+table, "", "")...), want},
		{"cells whose words wrap", onePage(pdfTable(100, 740, 120, 50, [][]string{{"行政规范性\n文件", "1"}, {"行政许可", "2"}}, pdfStroke), "", ""), "| 行政规范性\\n文件 | 1\n| 行政许可 | 2"},
		{"a table without lines", onePage(title+pdfTable(100, 740, 120, 20, simpleRows, nil), "", ""), "二、主动公开政府信息情况\n\n信息内容  本年制发件数  现行有效件数\n规章  0  1\n行政规范性文件  12  34"},
		{"a page in colours with a shaded head", onePage(title+"0.9 g 100 710 360 30 re f 0 g\n"+table, "", ""), want},
		{"words written downwards", onePage(pdfTable(100, 740, 40, 90, [][]string{{"", "1"}, {"丙类", "2"}}, pdfStroke)+pdfTextIn("V", 120, 730, 12, "12"), "", ""), "| 1\\n2 | 1\n| 丙类 | 2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readPDFDoc(t, tt.data)
			assert.Equal(t, tt.want, bookOutline(doc))
			assert.Empty(t, doc.Problems)
		})
	}
}

func TestATableGoesOnOverThePage(t *testing.T) {
	t.Parallel()
	head := []string{"信息内容", "本年制发件数", "现行有效件数"}
	first := [][]string{head, {"规章", "0", "1"}}
	page := func(n int, top float64, rows [][]string, between string) string {
		return pdfText(100, 800, 12, "政府信息公开工作年度报告") + between + pdfTable(100, top, 120, 30, rows, pdfStroke) + pdfText(280, 30, 12, fmt.Sprintf("- %d -", n))
	}
	const one = "| 信息内容 | 本年制发件数 | 现行有效件数\n| 规章 | 0 | 1"
	for _, tt := range []struct {
		name  string
		pages []string
		want  string
	}{
		{"between running heads and page numbers", []string{page(1, 150, first, ""), page(2, 760, [][]string{{"行政许可", "2", "3"}}, "")}, one + "\n| 行政许可 | 2 | 3"},
		{"its head repeated", []string{page(1, 150, first, ""), page(2, 760, [][]string{head, {"行政许可", "2", "3"}}, "")}, one + "\n| 行政许可 | 2 | 3"},
		{"not where words stand between", []string{page(1, 150, first, ""), page(2, 700, [][]string{{"行政许可", "2", "3"}}, pdfText(100, 740, 12, "三、收到和处理申请情况"))}, one + "\n\n三、收到和处理申请情况\n| 行政许可 | 2 | 3"},
		{"not where the columns differ", []string{page(1, 150, first, ""), page(2, 760, [][]string{{"行政许可", "2"}}, "")}, one + "\n\n| 行政许可 | 2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := newPDF()
			for _, p := range tt.pages {
				w.page(p, "", "")
			}
			assert.Equal(t, tt.want, strings.TrimSpace(regexp.MustCompile("\n{2,}").ReplaceAllString(bookOutline(readPDFDoc(t, w.bytes())), "\n\n")))
		})
	}
}

func TestScansAreSaidWithTheirPages(t *testing.T) {
	t.Parallel()
	image := func(w *pdfWriter) string {
		return fmt.Sprintf("/XObject << /I %d 0 R >>", w.add(pdfStream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")))
	}
	const draw = "q 500 0 0 700 40 60 cm /I Do Q\n"
	scan := newPDF()
	scan.page(draw, image(scan), "")
	mixed := newPDF()
	mixed.page(pdfText(100, 700, 12, "一、总体情况"), "", "")
	for range 2 {
		mixed.page(draw, image(mixed), "")
	}
	stamped := newPDF()
	stamped.page(draw+pdfText(500, 20, 9, "— 1 —"), image(stamped), "")
	stamped.page(pdfText(100, 700, 12, "一、总体情况"), "", "")
	layer := newPDF()
	layer.page(draw+"3 Tr\n"+pdfText(100, 700, 12, "一、总体情况。我局公开信息 12 件。"), image(layer), "")
	outlines := newPDF()
	outlines.page(strings.Repeat("100 100 m 200 100 l 200 200 l h f\n", outlineLeast), "", "")
	blank := newPDF()
	blank.page(pdfText(100, 700, 12, "一、总体情况"), "", "")
	blank.page("100 100 m 200 100 l S\n", "", "")
	cover := newPDF()
	cover.page(draw+pdfText(100, 500, 20, "云溪县水利局2023年政府信息公开工作年度报告"), image(cover), "")
	for _, tt := range []struct {
		name string
		w    *pdfWriter
		want string
	}{
		{"a scan", scan, "no-text-layer 这份 PDF 是扫描件，只有图像没有文字"},
		{"some pages are scans", mixed, "no-text-layer 第2、3页只有图像没有文字"},
		{"a scan with a printed page number", stamped, "no-text-layer 第1页只有图像没有文字"},
		{"a scan with words behind it", layer, "remark 第1页是扫描图像，文字是识别出来的"},
		{"a page of outlines", outlines, "no-text-layer 第1页没有文字，字都转成了图形"},
		{"a page with nothing but a line", blank, ""},
		{"a cover with its title on a picture", cover, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readPDFDoc(t, tt.w.bytes())
			if tt.want == "" {
				assert.Empty(t, doc.Problems)
				return
			}
			require.Len(t, doc.Problems, 1)
			assert.Contains(t, string(doc.Problems[0].Kind)+" "+doc.Problems[0].ZH, tt.want)
		})
	}
}

func TestOddPDFsEndInTime(t *testing.T) {
	t.Parallel()
	loop := newPDF()
	self := len(loop.objects) + 3
	loop.add(pdfStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>", self), "/X Do\n"))
	loop.page(pdfText(100, 700, 12, "一、总体情况")+"/X Do\n", fmt.Sprintf("/XObject << /X %d 0 R >>", self), "")
	script := newPDF()
	script.extra = "/OpenAction << /S /JavaScript /JS (while \\(true\\) {}) >>"
	script.page(pdfText(100, 700, 12, "一、总体情况"), "", "")
	many := newPDF()
	for range maxPages + 50 {
		many.page(pdfText(100, 700, 12, "一、总体情况"), "", "")
	}
	for _, tt := range []struct {
		name, problem string
		w             *pdfWriter
	}{
		{"a form that draws itself", "", loop},
		{"a script that never ends", "", script},
		{"more pages than are read", fmt.Sprintf("这份 PDF 有 %d 页，只读了前 %d 页", maxPages+50, maxPages), many},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			doc := readPDFDoc(t, tt.w.bytes())
			assert.True(t, strings.HasPrefix(bookOutline(doc), "一、总体情况"))
			if tt.problem != "" {
				require.Len(t, doc.Problems, 1)
				assert.Contains(t, doc.Problems[0].ZH, tt.problem)
			}
			assert.Less(t, time.Since(start), 20*time.Second)
		})
	}
}

func TestDamagedPDFsSaySo(t *testing.T) {
	t.Parallel()
	whole := onePage(pdfText(100, 700, 12, "一、总体情况"), "", "")
	cycle := newPDF()
	cycle.page(pdfText(100, 700, 12, "一、总体情况"), "", "")
	cycle.pages = append(cycle.pages, 2)
	for _, tt := range []struct {
		name string
		data []byte
	}{
		{"a list of pages that holds itself", cycle.bytes()},
		{"only the beginning", whole[:60]},
		{"nothing but the mark", []byte("%PDF-1.7\n")},
		{"noise", append([]byte("%PDF-1.7\n"), []byte(strings.Repeat("\x00\xff obj stream", 500))...)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := Read(context.Background(), "a.pdf", tt.data)
			var known *Error
			require.ErrorAs(t, err, &known)
			assert.Equal(t, Damaged, known.Kind)
		})
	}
	cut := readPDFDoc(t, whole[:len(whole)-18])
	assert.Equal(t, "一、总体情况", bookOutline(cut), "the table of objects is rebuilt")
}

func TestCharactersThatTheirFontDoesNotNameAreUnread(t *testing.T) {
	t.Parallel()
	w := newPDF()
	// A font whose codes mean nothing, and one that maps a digit to a private area.
	unicode := w.add(pdfStream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <31> <E001> <32> <0032> endbfchar endcmap end end"))
	broken := w.add(fmt.Sprintf("<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Odd /ToUnicode %d 0 R >>", unicode))
	digits := "BT /B 10 Tf 1 0 0 1 225 %d Tm (%s) Tj ET\n"
	rows := [][]string{{"规章", ""}, {"行政许可", "5"}}
	w.page(pdfTable(100, 740, 120, 30, rows, pdfStroke)+fmt.Sprintf(digits, 726, "21"), fmt.Sprintf("/Font << /F 3 0 R /B %d 0 R >>", broken), "")
	doc := readPDFDoc(t, w.bytes())
	assert.Equal(t, "| 规章 | 2"+Unread+"\n| 行政许可 | 5", bookOutline(doc))
	require.Len(t, doc.Problems, 1)
	assert.Equal(t, schema.UnreadTable, doc.Problems[0].Kind)
}

func TestPDFsWithPasswords(t *testing.T) {
	t.Parallel()
	open, err := os.ReadFile("testdata/owner-password.pdf") // may be read, not changed or copied from
	require.NoError(t, err)
	assert.Equal(t, "二、主动公开政府信息情况\n"+simpleTable, bookOutline(readPDFDoc(t, open)))
	locked, err := os.ReadFile("testdata/user-password.pdf")
	require.NoError(t, err)
	_, err = Read(context.Background(), "a.pdf", locked)
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Equal(t, Encrypted, known.Kind)
	assert.Contains(t, known.ZH, "请取消密码")
}

// FuzzPDF reads PDFs with odd content on their page; what is around it is whole,
// so that the reader gets to it.
func FuzzPDF(f *testing.F) {
	f.Add(pdfText(100, 700, 12, "一、总体情况") + pdfTable(100, 600, 80, 20, simpleRows, pdfStroke))
	f.Add("q 1 0 0 1 0 0 cm 0 0 m 1e9 0 l 1e9 1e9 l h S Q")
	f.Add("BT /L 1e8 Tf (12) Tj ET 0 0 -5 -5 re S BT /F 0 Tf <4E00> Tj ET")
	f.Fuzz(func(t *testing.T, content string) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		doc, err := Read(ctx, "a.pdf", onePage(content, "", ""))
		if err != nil {
			var known *Error
			require.True(t, errors.As(err, &known) || errors.Is(err, context.DeadlineExceeded), "%v", err)
			return
		}
		for _, b := range doc.Blocks {
			if b.Table == nil {
				continue
			}
			for _, row := range b.Table.Rows {
				for i, c := range row.Cells {
					require.True(t, c.ColSpan > 0 && c.RowSpan > 0)
					require.True(t, i == 0 || c.Column > row.Cells[i-1].Column)
				}
			}
		}
	})
}
