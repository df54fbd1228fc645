package document

import (
	"errors"
	"fmt"

	"github.com/gouji/gouji/schema"
)

func lostAll(err error) error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	if errors.Is(err, errTooDeep) || errors.Is(err, errTooMany) {
		return zipTooLarge(err)
	}
	return zipDamaged(err)
}

// lostRest says from where on the file could not be read.
func (r *wordFile) lostRest(err error) {
	at := r.at()
	where, en := fmt.Sprintf("第%d段", at.Line), fmt.Sprintf("paragraph %d", at.Line)
	if r.tables > 0 {
		where += fmt.Sprintf("（前面有 %d 张表）", r.tables)
		en += fmt.Sprintf(" (%d tables before it)", r.tables)
	}
	why := "文件在这里损坏"
	if errors.Is(err, errTooDeep) || errors.Is(err, errTooMany) {
		why = "文件内容太多或嵌套太深"
	}
	r.doc.Problems = append(r.doc.Problems, schema.Problem{
		Kind: schema.Unreadable, Place: at,
		ZH: fmt.Sprintf("只读到%s，%s，其后的内容没有核对；请用 Word 或 WPS 打开后另存为 .docx 再检查。", where, why),
		EN: fmt.Sprintf("the file could be read only up to %s; what follows was not checked; open it in Word or WPS and save it as .docx", en),
	})
}

// remarks says what a reader of the findings should know about the file.
func (r *wordFile) remarks() {
	whole := schema.Place{Path: r.doc.Path}
	if r.tracked > 0 {
		r.doc.Problems = append(r.doc.Problems, schema.Problem{
			Kind: schema.Remark, Place: whole,
			ZH: fmt.Sprintf("文件带有 %d 处修订痕迹，已按“接受全部修订”读取；定稿前请接受或拒绝修订。", r.tracked),
			EN: fmt.Sprintf("the file has %d tracked changes and was read as if all were accepted; accept or reject them before submission", r.tracked),
		})
	}
	if r.chunks > 0 {
		r.doc.Problems = append(r.doc.Problems, schema.Problem{
			Kind: schema.Unreadable, Place: whole,
			ZH: fmt.Sprintf("文件里嵌入了 %d 份别的文档，没有读，没有核对；请用 Word 打开后另存为 .docx 再检查。", r.chunks),
			EN: fmt.Sprintf("%d documents embedded in the file were not read; open it in Word and save it as .docx", r.chunks),
		})
	}
	if r.objects > 0 {
		r.doc.Problems = append(r.doc.Problems, schema.Problem{
			Kind: schema.UnreadTable, Place: whole,
			ZH: fmt.Sprintf("文件里有 %d 个嵌入对象（如 Excel 表格），其中的数没有读；如是年报的表，请改成 Word 表格。", r.objects),
			EN: fmt.Sprintf("%d embedded objects (such as Excel sheets) were not read; make them Word tables if they are of the report", r.objects),
		})
	}
}
