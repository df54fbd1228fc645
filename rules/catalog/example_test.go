package catalog_test

import (
	"context"
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/schema/intake"
)

// A report is read from the bytes of a file of any format and held to all the
// rules.
func Example() {
	data := []byte(`
[report]
title = "临江县青石镇人民政府2023年政府信息公开工作年度报告"
[review]
upheld = 2
corrected = 1
other = 0
pending = 0
total = 2
`)
	for _, r := range intake.Read(context.Background(), "report.toml", data) {
		for _, f := range rules.Run(r, catalog.All()).Findings {
			if f.Code == "TB104" {
				fmt.Println(f.Code, f.Cells, f.Proposals[0].To, "line", f.Place.Line)
			}
		}
	}
	// Output: TB104 [review.total] 3 line 9
}
