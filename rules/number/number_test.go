package number

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// said is what the rule finds in one paragraph of the report of a township for
// 2023: severity and message of each finding.
func said(rule *rules.Rule, paragraphs ...string) []string {
	r := schema.NewReport("a.txt", "text")
	r.Organ, r.Year = schema.NewText("临江县青石镇人民政府", schema.Place{}), 2023
	s := &schema.Section{Key: "overview"}
	for n, words := range paragraphs {
		s.Body = append(s.Body, schema.NewText(words, schema.Place{Path: "a.txt", Line: n + 1, Column: 1}))
	}
	r.Sections = append(r.Sections, s)
	var out []string
	for _, f := range rules.Run(r, rules.Catalog{rule}).Findings {
		out = append(out, f.Severity.String()+": "+f.Message.ZH)
	}
	return out
}

// one is a sentence with what is found in it: severity and a few words of the
// message; nothing when want is empty.
type one struct{ name, text, want string }

func hold(t *testing.T, rule *rules.Rule, cases []one) {
	t.Helper()
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := said(rule, tt.text)
			if tt.want == "" {
				assert.Empty(t, got, tt.text)
				return
			}
			if assert.Len(t, got, 1, tt.text) {
				assert.Contains(t, got[0], tt.want, tt.text)
			}
		})
	}
}
