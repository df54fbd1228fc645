package table

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// RaggedRow is TB108.
var RaggedRow = &rules.Rule{
	Code: "TB108", Name: "ragged-row", Family: rules.Table, Severity: rules.Error, Since: "0.1.0",
	Title: rules.Words{ZH: "行内格数不对", EN: "a row has too few or too many cells"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "一行的数值比表头的栏数少或多。哪个数属于哪一栏无法判断，只核对无论怎样对齐都成立的关系。连续几行合报一条。",
			EN: "a row with fewer or more values than the form has columns; which value belongs where cannot be told, and only what holds under every alignment is checked; neighbouring rows are one finding",
		},
		Why:   rules.Words{ZH: "少一格的行，后面的数全部错位。", EN: "in a row that lacks a cell all that follows is out of place"},
		Basis: rules.Words{ZH: "国家格式的栏数", EN: "the columns of the national form"},
		Bad:   "（一）予以公开 | 5 | 0 | 0 | 0 | 0 | 5",
		Good:  "（一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 5",
	},
	Check: checkRaggedRow,
}

func checkRaggedRow(p *rules.Pass) {
	for _, key := range schema.FormKeys() {
		form := p.Report.Forms[key]
		if form == nil {
			continue
		}
		for i := 0; i < len(form.Rows); {
			j := i
			for j < len(form.Rows) && form.Rows[j].Ragged && len(form.Rows[j].Values) == len(form.Rows[i].Values) {
				j++
			}
			if j > i {
				p.Add(raggedBlock(form, form.Rows[i:j]))
			}
			i = max(j, i+1)
		}
	}
}

func raggedBlock(form *schema.Form, rows []schema.Row) rules.Finding {
	var names []string
	for _, row := range rows {
		names = append(names, "“"+row.Spec.Name()+"”")
	}
	got, due := len(rows[0].Values), len(rows[0].Spec.Cells)
	which := strings.Join(names, "、")
	if len(names) > 3 {
		which = fmt.Sprintf("%s至%s共 %d 行", names[0], names[len(names)-1], len(names))
	}
	word, each := "少", ""
	if got > due {
		word = "多"
	}
	if len(rows) > 1 {
		each = "每行"
	}
	return rules.Finding{
		Place: rules.RowPlace(&rows[0]).To(rules.RowPlace(&rows[len(rows)-1])), Excerpt: rules.RaggedExcerpt(&rows[0]),
		Key: rows[0].Spec.Key, Actual: itoa(int64(got)), Expected: itoa(int64(due)),
		Message: rules.Words{
			ZH: fmt.Sprintf("%s%s%s有 %d 个数，应为 %d 个，%s了 %d 格；哪个数属于哪一栏无法确定，请补齐后再核对。", formName(form.Spec), which, each, got, due, word, abs(int64(due-got))),
			EN: fmt.Sprintf("form %d: %d rows from %q have %d values where %d are due; which belongs where cannot be told", form.Spec.Number, len(rows), rows[0].Spec.Name(), got, due),
		},
	}
}
