package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/made"
)

// Where a file has lost figures, what is left must be read right, the loss must
// be said, and nothing must be held against the organ.
func TestLostFiguresAreSaidAndNeverGuessed(t *testing.T) {
	t.Parallel()
	// What may be said of a loss: a table or row that was not read, a row of the
	// wrong length, a blank cell, a form without figures.
	saying := []string{"RD003", "TB107", "TB108", "ST504"}
	for _, layout := range made.LossyLayouts() {
		t.Run(layout.Name, func(t *testing.T) {
			t.Parallel()
			for seed := range seeds(t, 30) {
				m := made.New(seed, made.Options{})
				text := m.Text(layout)
				res := check(read(t, "made.txt", []byte(text)))
				lost := 0
				for _, path := range m.Paths() {
					cell := res.Report.Cell(schema.MustCell(path))
					if cell.State == schema.Absent || cell.State == schema.Blank {
						lost++
						continue
					}
					assert.Equal(t, m.Raw(path), cell.Raw, "seed %d: %s", seed, path)
				}
				for _, f := range res.Findings {
					// What the text tells and a blank cell does not is missing from the form.
					missing := strings.HasPrefix(f.Code, "TX") && strings.Contains(f.Message.ZH, "没有填数")
					assert.True(t, slices.Contains(saying, f.Code) || missing, "seed %d: %s %s", seed, f.Code, f.Message.ZH)
				}
				assert.True(t, lost == 0 || len(res.Findings) > 0, "seed %d: %d figures are lost and nothing is said", seed, lost)
				if t.Failed() {
					t.Fatal(text)
				}
			}
		})
	}
}
