package across

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

func checkCopied(b *rules.Beside) {
	for i, this := range b.Members {
		before := b.Before(i)
		if len(before) == 0 {
			continue
		}
		for _, key := range schema.FormKeys() {
			figures, digits, same := sameForm(before[0].Record, this.Record, key)
			if same && int64(figures) >= b.Number(i, "figures") && int64(digits) >= b.Number(i, "digits") {
				b.Add(i, copiedForm(before[0].Record, this.Record, key, figures))
			}
		}
	}
}

// sameForm reports whether a form is last year's, and how many figures other
// than 0 it has, with how many digits.
func sameForm(last, this *record.Record, key schema.FormKey) (figures, digits int, same bool) {
	form := this.Form(key)
	if form == nil || last.Form(key) != form {
		return 0, 0, false
	}
	for _, row := range form.Rows {
		for k, id := range row.Cells {
			v := this.Value(id)
			if v != last.Value(id) {
				return 0, 0, false
			}
			if !v.IsNumber() || v.Number().Sign() == 0 || row.Block.Columns[k].Key == "total" || row.Key == "applications.outcome.total" {
				continue
			}
			figures++
			for _, c := range v.String() {
				if c >= '0' && c <= '9' {
					digits++
				}
			}
		}
	}
	return figures, digits, true
}

func copiedForm(last, this *record.Record, key schema.FormKey, figures int) rules.Finding {
	form := this.Form(key)
	name := rules.FormName(form)
	at := last.FormPlace(key)
	return rules.Finding{
		Severity: rules.Info, Place: this.FormPlace(key), Key: "form " + string(key), Actual: fmt.Sprint(figures),
		Message: rules.Words{
			ZH: fmt.Sprintf("%s“%s”与%d年度报告的每一格都相同，其中不为 0 的数有 %d 个；请核对是否沿用了上年的表。", name.ZH, form.Title, last.Year, figures),
			EN: fmt.Sprintf("%s is that of %d in every cell, %d figures other than 0 among them; make sure that it was filled in anew", name.EN, last.Year, figures),
		},
		Related: []rules.Related{{Message: rules.Words{ZH: fmt.Sprintf("%d年度报告的%s", last.Year, name.ZH), EN: fmt.Sprintf("%s of %d", name.EN, last.Year)}, Place: at}},
	}
}
