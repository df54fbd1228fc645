package dates

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

func text(s string) schema.Text {
	return schema.NewText(s, schema.Place{Path: "a.txt", Line: 1, Column: 1})
}

func day(y, m, d int) schema.Date { return schema.Date{Year: y, Month: m, Day: d} }

// report is about 2023, on the form of 2021, for the whole year, signed in time.
func report() *schema.Report {
	r := schema.NewReport("a.txt", "text")
	r.Title, r.Year = text("青石镇2023年政府信息公开工作年度报告"), 2023
	r.Edition = schema.EditionForYear(2023)
	r.Period = schema.Period{From: day(2023, 1, 1), To: day(2023, 12, 31), Text: text("2023年1月1日至2023年12月31日")}
	r.Signed = day(2024, 1, 12)
	for _, spec := range r.Edition.Forms {
		r.Forms[spec.Key] = form(spec)
	}
	return r
}

func form(spec *schema.FormSpec) *schema.Form {
	f := &schema.Form{Spec: spec}
	for _, row := range spec.Rows {
		f.Rows = append(f.Rows, schema.Row{Spec: row})
	}
	return f
}

func TestTime(t *testing.T) {
	t.Parallel()
	old := schema.EditionByID("2019")
	for _, tt := range []struct {
		name string
		bend func(*schema.Report)
		want []string
	}{
		{"all right", func(*schema.Report) {}, nil},
		{"no period", func(r *schema.Report) { r.Period = schema.Period{} }, nil},
		{"last year's period", func(r *schema.Report) {
			r.Period.From, r.Period.To = day(2022, 1, 1), day(2022, 12, 31)
		}, []string{"YR401 error"}},
		{"only the end is of the year before", func(r *schema.Report) { r.Period.To.Year = 2022 }, []string{"YR401 error"}},
		{"a year with too many digits", func(r *schema.Report) { r.Period.To.Year = 202323 }, []string{"YR401 error"}},
		{"ends on the 30th of December", func(r *schema.Report) { r.Period.To.Day = 30 }, []string{"YR401 error"}},
		{"begins when the organ was founded", func(r *schema.Report) { r.Period.From = day(2023, 4, 10) }, []string{"YR401 warning"}},
		{"a day that does not exist", func(r *schema.Report) { r.Period.To = day(2023, 12, 32) }, []string{"YR401 error"}},
		{"the title has the year of writing, period and signature agree", func(r *schema.Report) {
			r.Title, r.Year = text("青石镇2024年政府信息公开工作年度报告"), 2024
		}, []string{"YR407 error"}},
		{"a structured report whose title has another year", func(r *schema.Report) {
			r.Title = text("青石镇2022年政府信息公开工作年度报告")
		}, []string{"YR407 error"}},
		{"a title with two years is not judged", func(r *schema.Report) {
			r.Title = text("青石镇2023年政府信息公开工作年度报告（2024年1月公布）")
		}, nil},
		{"a title without a year", func(r *schema.Report) { r.Title = text("青石镇政府信息公开工作年度报告") }, nil},
		{"signed in the January of the same year", func(r *schema.Report) { r.Signed = day(2023, 1, 12) }, []string{"YR404 error"}},
		{"signed on the last day of the year", func(r *schema.Report) { r.Signed = day(2023, 12, 31) }, []string{"YR404 warning"}},
		{"signed on the 30th of February", func(r *schema.Report) { r.Signed = day(2024, 2, 30) }, []string{"YR404 error"}},
		{"signed two years later", func(r *schema.Report) { r.Signed = day(2025, 1, 12) }, []string{"YR404 warning"}},
		{"a township that signs in March is not late by statute", func(r *schema.Report) { r.Signed = day(2024, 3, 20) }, nil},
		{"not signed", func(r *schema.Report) { r.Signed = schema.Date{} }, nil},
		{"forms two and three of 2019 are one finding", func(r *schema.Report) {
			r.Forms[schema.Disclosure], r.Forms[schema.Applications] = form(old.Form(schema.Disclosure)), form(old.Form(schema.Applications))
		}, []string{"YR405 error"}},
		{"one row under （六）", func(r *schema.Report) {
			r.Forms[schema.Applications] = form(old.Form(schema.Applications))
		}, []string{"YR405 warning"}},
		{"no form was found", func(r *schema.Report) { r.Forms = nil }, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := report()
			tt.bend(r)
			var got []string
			for _, f := range rules.Run(r, []*rules.Rule{Period, Dates, Edition, TitleYear}).Findings {
				got = append(got, f.Code+" "+f.Severity.String())
				assert.NotEmpty(t, f.Message.ZH)
				assert.NotEmpty(t, f.Message.EN)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}
