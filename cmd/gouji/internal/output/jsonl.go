package output

import (
	"encoding/json"
	"io"

	"github.com/gouji/gouji/rules"
)

// JSONL is for programs that read line by line: a line a report, each an
// element of what [JSON] has under "reports", and at the end one with the
// version and the summary. An output without that line was cut off.
var JSONL = Format{
	Name:  "jsonl",
	Title: rules.Words{ZH: "供程序逐行读取，一份年报一行", EN: "for programs, a line a report"},
	New: func(w io.Writer, o Options) Printer {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return &jsonlPrinter{enc, o.Lang}
	},
}

type jsonlPrinter struct {
	enc  *json.Encoder
	lang string
}

func (p *jsonlPrinter) Report(res rules.Result) error { return p.enc.Encode(jsonReportOf(res, p.lang)) }

func (p *jsonlPrinter) Close(sum Summary) error {
	return p.enc.Encode(struct {
		Version int         `json:"version"`
		Summary jsonSummary `json:"summary"`
	}{1, jsonSummaryOf(sum, p.lang)})
}
