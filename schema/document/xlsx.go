package document

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/schema"
)

// Bounds of what is read of one workbook. A report has some two thousand cells
// on one to three sheets.
const (
	maxSheets     = 64
	maxSheetRow   = 20_000
	maxSheetCol   = 128
	maxSheetCells = 100_000 // of all sheets, with something in them or a border around them
)

func isXLSX(_ string, data []byte) bool { return zipKind(data) == "xlsx" }

// readXLSX reads a workbook: the used area of each visible sheet is cut into
// paragraphs and tables. Places are the sheet's own names of cells.
func readXLSX(ctx context.Context, path string, data []byte) (*Document, error) {
	parts, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	book, err := openWorkbook(ctx, parts, data)
	if err != nil {
		return nil, err
	}
	defer func() { _ = book.file.Close() }()
	w := &workbook{ctx: ctx, book: book, doc: &Document{Path: path, Format: "xlsx"}, left: maxSheetCells}
	for i, s := range book.sheets {
		if i == maxSheets {
			w.problem(schema.Unreadable, schema.Place{},
				fmt.Sprintf("工作簿有 %d 张工作表，只读了前 %d 张，其余没有核对。", len(book.sheets), maxSheets),
				fmt.Sprintf("the workbook has %d sheets; only the first %d were read and checked", len(book.sheets), maxSheets))
			break
		}
		if err := w.read(s); err != nil {
			return nil, err
		}
	}
	w.stale()
	return w.doc, nil
}

// openBook is a workbook as the library and its own parts show it.
type openBook struct {
	file   *excelize.File
	parts  *archive
	sheets []sheetEntry
}

// sheetEntry is one sheet as the workbook lists it.
type sheetEntry struct {
	name, part string
	hidden     bool
}

func openWorkbook(ctx context.Context, parts *archive, data []byte) (*openBook, error) {
	main := parts.mainPart(ctx)
	if main == "" {
		main = "xl/workbook.xml"
	}
	if strings.HasSuffix(main, ".bin") {
		return nil, &Error{Kind: Unsupported,
			ZH: "这是二进制工作簿（.xlsb），读不了；请在 Excel 或 WPS 中另存为 .xlsx 再检查。",
			EN: "this is a binary workbook (.xlsb); save it as .xlsx and check again",
		}
	}
	sheets, err := listSheets(ctx, parts, main)
	if err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnpack, UnzipXMLSizeLimit: maxUnpack, MaxCalcIterations: 1,
		ShortDatePattern: "yyyy/m/d", LongDatePattern: `yyyy"年"m"月"d"日"`, CultureInfo: excelize.CultureNameZhCN,
	})
	switch {
	case errors.Is(err, excelize.ErrWorkbookPassword), errors.Is(err, excelize.ErrWorkbookFileFormat) && len(sheets) == 0:
		return nil, needsPassword()
	case err != nil && strings.Contains(err.Error(), "unzip size exceeds"):
		return nil, workbookTooLarge(err)
	case err != nil:
		return nil, workbookDamaged(err)
	}
	return &openBook{file: file, parts: parts, sheets: sheets}, nil
}

// listSheets reads the list of sheets of the workbook's main part. Sheets of
// charts have no cells and are left out.
func listSheets(ctx context.Context, parts *archive, main string) ([]sheetEntry, error) {
	data, err := parts.read(ctx, main, maxPart)
	if err != nil {
		return nil, err
	}
	var list struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(data, &list); err != nil {
		return nil, workbookDamaged(err)
	}
	dir, file := main[:strings.LastIndex(main, "/")+1], main[strings.LastIndex(main, "/")+1:]
	related := map[string]relation{}
	for _, r := range parts.relations(ctx, dir+"_rels/"+file+".rels") {
		related[r.ID] = r
	}
	var out []sheetEntry
	for _, s := range list.Sheets {
		r := related[s.ID]
		if !strings.HasSuffix(r.Type, "/worksheet") {
			continue
		}
		part := partName(dir + r.Target)
		if strings.HasPrefix(r.Target, "/") || !parts.has(part) {
			part = partName(r.Target)
		}
		out = append(out, sheetEntry{name: s.Name, part: part, hidden: s.State == "hidden" || s.State == "veryHidden"})
	}
	if len(out) == 0 {
		return nil, workbookDamaged(errors.New("no sheet"))
	}
	return out, nil
}

func workbookDamaged(err error) error {
	return &Error{Kind: Damaged, Err: err,
		ZH: "工作簿打不开，文件可能已损坏或不完整，没有核对；请用 Excel 或 WPS 打开后另存为 .xlsx 再检查。",
		EN: "the workbook cannot be opened, it may be damaged or cut short; open it in Excel or WPS and save it as .xlsx",
	}
}

func workbookTooLarge(err error) error {
	return &Error{Kind: TooLarge, Err: err,
		ZH: "工作簿解压后太大，不像是一份年报，没有读；请只保留年报的工作表，另存为 .xlsx 再检查。",
		EN: "the workbook unpacks to more than any report has and was not read; keep the sheets of the report only and save it again",
	}
}
