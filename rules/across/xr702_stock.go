package across

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// Stock is XR702.
var Stock = &rules.Rule{
	Code: "XR702", Name: "stock", Family: rules.Across, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "现行有效件数接不上上年", EN: "the number in force does not follow from last year's"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表二规章、行政规范性文件：上年现行有效件数＋本年制发件数－本年废止件数应为本年现行有效件数，两年都在2021年度及以后的才核对；2020年的对外公开总数量不是现行有效件数，不比。",
			EN: "form two, regulations and normative documents: in force last year + issued − repealed this year = in force this year, both years 2021 or later; the total of 2020 is another thing and is not compared",
		},
		Why:   rules.Words{ZH: "存量逐年累计，接不上多是漏计、漏废止或换了口径。", EN: "the stock is carried forward; where it does not follow, documents were missed or are counted otherwise"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号表二“本年制发件数、本年废止件数、现行有效件数”的含义", EN: "the meaning of the heads of form two of 国办公开办函〔2021〕30号"},
		Bad:   "2023年度：行政规范性文件 | 6 | 1 | 32\n2024年度：行政规范性文件 | 4 | 2 | 39",
		Good:  "2023年度：行政规范性文件 | 6 | 1 | 32\n2024年度：行政规范性文件 | 4 | 2 | 34",
	},
	Across: checkStock,
}

// stockYear is the first report year whose form counts what is in force.
const stockYear = 2021

func checkStock(b *rules.Beside) {
	for i, this := range b.Members {
		if this.Year <= stockYear {
			continue
		}
		for _, row := range []string{"disclosure.regulations", "disclosure.normative_documents"} {
			chained(b, i, func(last, this *record.Record) (link, bool) { return stockLink(last, this, row) }, func(last *record.Record, l link) {
				b.Add(i, stockFinding(last, this.Record, row, l))
			})
		}
	}
}

func stockLink(last, this *record.Record, row string) (link, bool) {
	stock := schema.MustCell(row + ".in_force")
	was, issued, repealed := last.Value(stock), this.Value(schema.MustCell(row+".issued")), this.Value(schema.MustCell(row+".repealed"))
	is := this.Value(stock)
	if !was.IsNumber() || !issued.IsNumber() || !repealed.IsNumber() || !is.IsNumber() {
		return link{}, false
	}
	// None in force in either year with documents issued: the column is not
	// filled in, which TB105 says.
	if was.Number().Sign() == 0 && is.Number().Sign() == 0 && issued.Number().Cmp(repealed.Number()) > 0 {
		return link{}, false
	}
	return link{stock, []schema.CellID{stock}, was.Number().Add(issued.Number()).Sub(repealed.Number())}, true
}

func stockFinding(last, this *record.Record, row string, l link) rules.Finding {
	issued, repealed := this.Value(schema.MustCell(row+".issued")), this.Value(schema.MustCell(row+".repealed"))
	is, was := this.Value(l.cell), last.Value(l.cell)
	f := about(this, l.cell)
	name := rowName(this, l.cell)
	f.Expected = l.want.String()
	f.Message = rules.Words{
		ZH: fmt.Sprintf("%s现行有效 %s 件，与上年接不上：%d年度现行有效 %s 件，本年制发 %s 件、废止 %s 件，应为 %s 件，相差 %s；请核对两年的报告，有移交或口径变化的应当说明。",
			name.ZH, is, last.Year, was, issued, repealed, l.want, apart(l.want, is.Number())),
		EN: fmt.Sprintf("%s has %s in force: %s in %d, %s issued and %s repealed since make %s", name.EN, is, was, last.Year, issued, repealed, l.want),
	}
	if l.want.Sign() < 0 {
		f.Expected = "" // more repealed than there were
	}
	f.Related = []rules.Related{related(last, l.cell)}
	return f
}
