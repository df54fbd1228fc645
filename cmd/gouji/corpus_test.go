package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The reports are real and lie beside the repository; without them the test has
// nothing to run against.
func TestDistrictReportsHaveTheirErrorsAndNoOthers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		file             string
		errors, warnings []string
	}{
		{"hongze-2023.pdf", []string{"TB104 review.total 11 0", "TB104 litigation.after_review.total 5 0"}, []string{"ST505", "YR405"}},
		{"hongze-2024.pdf", nil, []string{"ST505", "YR405"}},
	} {
		t.Run(tt.file, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join("..", "..", "..", "shared", "corpus", tt.file)
			if _, err := os.Stat(path); err != nil {
				t.Skip("the shared corpus is not here")
			}
			var errors, codes []string
			for _, f := range saidOf(t, path) {
				codes = append(codes, f.Code)
				if f.Severity == "error" {
					errors = append(errors, strings.Join(append(append([]string{f.Code}, f.Cells...), f.Expected, f.Actual), " "))
				}
				if f.Code == "ST505" {
					assert.Contains(t, f.Actual, "2.其他法律行政止公开")
				}
			}
			assert.ElementsMatch(t, tt.errors, errors)
			for _, code := range tt.warnings {
				assert.Contains(t, codes, code)
			}
		})
	}
}
