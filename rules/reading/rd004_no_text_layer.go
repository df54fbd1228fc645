package reading

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// NoTextLayer is RD004.
var NoTextLayer = &rules.Rule{
	Code: "RD004", Name: "no-text-layer", Family: rules.Reading, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "扫描件，没有文字可读", EN: "a scan without any text"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "PDF 的页面只有图像，没有文字层；或网页上的表格是图片。", EN: "the pages of the PDF are images without text, or the tables of a web page are pictures"},
		Why:   rules.Words{ZH: "gouji 不识别图像上的字，这份报告没有核对。", EN: "gouji does not recognise characters in images, so the report was not checked"},
		Basis: rules.Words{ZH: "gouji 的读取约定", EN: "gouji's own rule of reading"},
		Bad:   "盖章后扫描的 PDF",
		Good:  "由 Word 或 WPS 直接导出的 PDF，或原来的 .docx",
	},
	Check: func(p *rules.Pass) { report(p, always(rules.Error), schema.NoTextLayer) },
}
