package reading

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Remark is RD006.
var Remark = &rules.Rule{
	Code: "RD006", Name: "remark", Family: rules.Reading, Severity: rules.Info, Since: "0.1.0",
	Title: rules.Words{ZH: "读取时的说明", EN: "a remark on how the file was read"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "文件读全了，但读法值得一说：有修订痕迹，按接受后的文字读；有隐藏的行列；是由 LibreOffice 转换后读的；文字是识别出来的。", EN: "the file was read whole, but how is worth saying: tracked changes were taken as accepted, rows or columns are hidden, LibreOffice converted it, its words were recognised in an image"},
		Why:   rules.Words{ZH: "读到的与打开文件看到的可能不一样，报送前请确认。", EN: "what was read may differ from what is seen when the file is opened"},
		Basis: rules.Words{ZH: "gouji 的读取约定", EN: "gouji's own rule of reading"},
		Bad:   "留有修订痕迹的 .docx",
		Good:  "已接受全部修订的 .docx",
	},
	Check: func(p *rules.Pass) { report(p, always(rules.Info), schema.Remark) },
}
