package reading

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// missingRows says which rows a form that was found lacks: left out of the
// report, or with a label that nobody can read. Without it only the coverage
// would tell that their relations were not checked. A structured file may tell a
// few rows of a form only; then nothing is missing from it.
func missingRows(p *rules.Pass) {
	for _, key := range schema.FormKeys() {
		form := p.Report.Forms[key]
		if form == nil || len(form.Rows) == 0 || form.Format == "toml" && 2*len(form.Rows) < len(form.Spec.Rows) {
			continue
		}
		var names, keys []string
		for _, spec := range form.Spec.Rows {
			if form.Row(spec) == nil && !saidLost(p.Report, spec) {
				names = append(names, "“"+spec.Name()+"”")
				keys = append(keys, spec.Key)
			}
		}
		if len(names) > 0 {
			p.Add(missingFinding(form, names, keys))
		}
	}
}

// saidLost reports whether a problem already accounts for the row.
func saidLost(r *schema.Report, spec *schema.RowSpec) bool {
	for _, problem := range r.Problems {
		switch problem.Kind {
		case schema.UnreadTable:
			if problem.Form == spec.Block.Form.Key {
				return true
			}
		case schema.WrongType, schema.Unreadable:
			return true
		case schema.UnknownKey:
			if problem.Nearest != "" && strings.HasSuffix(spec.Key, problem.Nearest) {
				return true
			}
		}
		if slices.Contains(problem.Cells, spec.Cells[0]) {
			return true
		}
	}
	return false
}

func missingFinding(form *schema.Form, names, keys []string) rules.Finding {
	number := string([]rune("零一二三四五六")[form.Spec.Number])
	which := strings.Join(names, "、")
	if len(names) > 3 {
		which = fmt.Sprintf("%s等 %d 行", strings.Join(names[:3], "、"), len(names))
	} else {
		which += "行"
	}
	return rules.Finding{
		Place: form.Place, Key: "missing " + strings.Join(keys, " "),
		Message: rules.Words{
			ZH: fmt.Sprintf("表%s没有找到%s，涉及的勾稽关系没有核对；请检查是漏了行，还是行名与格式不同而没有认出。", number, which),
			EN: fmt.Sprintf("form %d lacks %d rows (%s), or their labels were not recognised; the relations over them were not checked", form.Spec.Number, len(names), strings.Join(names, ", ")),
		},
	}
}
