package document

import (
	"bytes"
	"context"
	"errors"
)

// Office files other than .docx, .xlsx and .odt. Each is told by its content,
// and read through LibreOffice where that can read it and is installed;
// otherwise it is refused with the remedy that fits it.

func isOtherZip(_ string, data []byte) bool { return isZip(data) }

func readOtherZip(ctx context.Context, path string, data []byte) (*Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	switch a.kind() {
	case "ods":
		return foreign{"ods", "xlsx", "这是 OpenDocument 表格（.ods）", "this is an OpenDocument spreadsheet (.ods)"}.read(ctx, path, data)
	case "ofd":
		return nil, &Error{
			Kind: Unsupported,
			ZH:   "这是 OFD 版式文件，gouji 不读这种格式，没有核对；请提供原来的 .docx，或导出为 PDF。",
			EN:   "this is an OFD file, which is not read; give the .docx it was made from, or export it as PDF",
		}
	case "pptx", "odp":
		return nil, saveAs("这是演示文稿", "this is a presentation")
	}
	return nil, &Error{
		Kind: Unsupported, Err: errors.New("plain zip"),
		ZH: "这是压缩包，不是文档，没有核对；请先解压，再检查里面的文件。",
		EN: "this is an archive, not a document; unpack it and check the files in it",
	}
}

func isOLE(_ string, data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
}

// readOLE tells the files of old office programs apart by the names of their
// streams. One that holds an encrypted package is a new file with a password.
func readOLE(ctx context.Context, path string, data []byte) (*Document, error) {
	has := func(stream string) bool { return bytes.Contains(data, utf16Name(stream)) }
	switch {
	case has("EncryptedPackage"):
		return nil, needsPassword()
	case has("WordDocument"):
		return foreign{"doc", "docx", "这是旧格式的文档（.doc、.wps）", "this is a document of an old format (.doc, .wps)"}.read(ctx, path, data)
	case has("Workbook"), has("Book"):
		return foreign{"xls", "xlsx", "这是旧格式的电子表格（.xls、.et）", "this is a spreadsheet of an old format (.xls, .et)"}.read(ctx, path, data)
	}
	return nil, saveAs("这是旧格式的文件，不是 .doc 文档", "this is a file of an old format and no .doc document")
}

// utf16Name is how a compound file writes the name of a stream.
func utf16Name(name string) []byte {
	out := make([]byte, 0, 2*len(name)+2)
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return append(out, 0, 0)
}

func isRTF(_ string, data []byte) bool { return bytes.HasPrefix(data, []byte(`{\rtf`)) }

func readRTF(ctx context.Context, path string, data []byte) (*Document, error) {
	return foreign{"rtf", "docx", "这是 RTF 文件", "this is an RTF file"}.read(ctx, path, data)
}

func saveAs(zh, en string) error {
	return &Error{
		Kind: Unsupported,
		ZH:   zh + "，没有核对；请用 Word 或 WPS 打开后另存为 .docx，或导出为 PDF，再检查。",
		EN:   en + " and was not checked; save it as .docx or export it as PDF",
	}
}
