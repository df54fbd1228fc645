package output

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// proposalLines says what would agree, a sentence for each alternative: the
// changes of one explanation stand together. The new value goes through bold.
func proposalLines(r *schema.Report, f *rules.Finding, lang string, bold func(string) string) []string {
	var lines []string
	for _, group := range f.Alternatives() {
		var changes []string
		for _, c := range group {
			changes = append(changes, changeWords(r, c, lang, bold))
		}
		lines = append(lines, strings.Join(changes, pick(lang, "；同时", "; and "))+pick(lang, "。", ""))
	}
	return lines
}

func changeWords(r *schema.Report, c rules.Proposal, lang string, bold func(string) string) string {
	from, to := layout.Clean(c.From), layout.Clean(c.To)
	if from == "" {
		from = pick(lang, "空白", "blank")
	}
	words := fmt.Sprintf(pick(lang, "%s应为 %s（现为 %s）", "%s should be %s (is %s)"), cellWords(r, c.Cell, lang), bold(to), from)
	if why := strings.TrimRight(layout.Clean(c.Why.In(lang)), "。"); why != "" {
		words += pick(lang, "，", ", ") + why
	}
	return words
}

// Proposals says in plain words what would agree: a sentence for each of the
// finding's [rules.Finding.Alternatives].
func Proposals(r *schema.Report, f *rules.Finding, lang string) []string {
	return proposalLines(r, f, lang, plainly)
}

func plainly(s string) string { return s }
