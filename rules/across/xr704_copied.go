package across

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// Copied is XR704.
var Copied = &rules.Rule{
	Code: "XR704", Name: "copied-text", Family: rules.Across, Severity: rules.Info, Since: "0.1.0",
	Title: rules.Words{ZH: "整张表与上年相同", EN: "a whole form is last year's"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表二、表三、表四中的一张，每一格都与上一年度报告相同，而且填有足够多的数、不会是巧合的，提示核对是否沿用了上年的表。全是 0 或只有个别数的不提示；各列合计是算出来的，不计。文字的雷同不在其内。",
			EN: "a form whose every cell is that of last year's report, with too many figures for chance; forms of zeros or of a few figures are left alone, totals do not count, and the prose is not compared",
		},
		Why:   rules.Words{ZH: "套用上年文件时，表格常忘了改。", EN: "who starts from last year's file forgets to change a form"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号：内容雷同、敷衍塞责的，应督促整改", EN: "国办公开办函〔2021〕30号: reports alike are to be set right"},
		Bad:   "2023年度：行政许可 | 517645　行政处罚 | 3120　行政强制 | 46　行政事业性收费 | 4068.208\n2024年度：行政许可 | 517645　行政处罚 | 3120　行政强制 | 46　行政事业性收费 | 4068.208",
		Good:  "2023年度：行政许可 | 517645　行政处罚 | 3120　行政强制 | 46　行政事业性收费 | 4068.208\n2024年度：行政许可 | 530012　行政处罚 | 3120　行政强制 | 51　行政事业性收费 | 3990.5",
	},
	Across: checkCopied,
}

// A form is no coincidence when it has this many figures other than 0, totals
// left out, with this many digits in all: one in 10^digits forms would agree.
const (
	copiedFigures = 4
	copiedDigits  = 8
)

func checkCopied(b *rules.Beside) {
	for i, this := range b.Members {
		before := b.Before(i)
		if len(before) == 0 {
			continue
		}
		for _, key := range schema.FormKeys() {
			if n, ok := sameForm(before[0].Record, this.Record, key); ok {
				b.Add(i, copiedForm(before[0].Record, this.Record, key, n))
			}
		}
	}
}

// sameForm reports whether a form is last year's, and how many figures other
// than 0 it has.
func sameForm(last, this *record.Record, key schema.FormKey) (figures int, same bool) {
	form := this.Form(key)
	if form == nil || last.Form(key) != form {
		return 0, false
	}
	digits := 0
	for _, row := range form.Rows {
		for k, id := range row.Cells {
			v := this.Value(id)
			if v != last.Value(id) {
				return 0, false
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
	return figures, figures >= copiedFigures && digits >= copiedDigits
}

func copiedForm(last, this *record.Record, key schema.FormKey, figures int) rules.Finding {
	form := this.Form(key)
	name := rules.FormName(form)
	at := last.FormPlace(key)
	return rules.Finding{
		Place: this.FormPlace(key), Key: "form " + string(key), Actual: fmt.Sprint(figures),
		Message: rules.Words{
			ZH: fmt.Sprintf("%s“%s”与%d年度报告的每一格都相同，其中不为 0 的数有 %d 个；请核对是否沿用了上年的表。", name.ZH, form.Title, last.Year, figures),
			EN: fmt.Sprintf("%s is that of %d in every cell, %d figures other than 0 among them; make sure that it was filled in anew", name.EN, last.Year, figures),
		},
		Related: []rules.Related{{Message: rules.Words{ZH: fmt.Sprintf("%d年度报告的%s", last.Year, name.ZH), EN: fmt.Sprintf("%s of %d", name.EN, last.Year)}, Place: at}},
	}
}
