package reading

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Unreadable is RD001.
var Unreadable = &rules.Rule{
	Code: "RD001", Name: "unreadable", Family: rules.Reading, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "文件读不出来", EN: "the file cannot be read"},
	Doc: rules.Doc{
		What:  rules.Words{ZH: "文件或其中一部分无法读取：空文件、损坏、加密、编码不明、格式不支持、语法有误。", EN: "the file or a part of it cannot be read: empty, damaged, encrypted, of unknown encoding or format, or with a fault of syntax"},
		Why:   rules.Words{ZH: "没有读到的内容就没有核对，不能当作没有问题。", EN: "what was not read was not checked and must not look clean"},
		Basis: rules.Words{ZH: "gouji 的读取约定", EN: "gouji's own rule of reading"},
		Bad:   `title = "临江县云溪街道办事处2024年政府信息公开工作年度报告`,
		Good:  `title = "临江县云溪街道办事处2024年政府信息公开工作年度报告"`,
	},
	Check: func(p *rules.Pass) { report(p, always(rules.Error), schema.Unreadable) },
}
