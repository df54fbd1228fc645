// Package catalog is the one ordered list of the rules that gouji has. A new
// rule is one file in its family's folder and one line here.
package catalog

import (
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/across"
	"github.com/gouji/gouji/rules/dates"
	"github.com/gouji/gouji/rules/number"
	"github.com/gouji/gouji/rules/organ"
	"github.com/gouji/gouji/rules/prose"
	"github.com/gouji/gouji/rules/reading"
	"github.com/gouji/gouji/rules/structure"
	"github.com/gouji/gouji/rules/table"
)

// All returns the built-in rules in the order in which they are listed and run.
func All() rules.Catalog {
	return rules.Catalog{
		table.RowTotal,
		table.OutcomeTotal,
		table.Balance,
		table.ReviewTotal,
		table.DisclosureStock,
		table.BadNumber,
		table.BlankCell,
		table.RaggedRow,
		table.RulemakingPower,

		prose.Applications,
		prose.Outcomes,
		prose.Applicants,
		prose.Review,
		prose.Litigation,
		prose.Disclosure,

		number.Parts,
		number.Shares,
		number.Growths,
		number.Twice,
		number.Hedge,
		number.Malformed,

		dates.Period,
		dates.StaleYear,
		dates.StalePlan,
		dates.Dates,
		dates.Edition,
		dates.Notice,
		dates.TitleYear,

		structure.MissingSection,
		structure.SectionNumber,
		structure.SectionTitle,
		structure.MissingTable,
		structure.TableLabel,
		structure.SectionList,
		structure.EmptySection,
		structure.TemplateText,
		structure.DoubledWords,

		organ.Name,
		organ.Pronoun,
		organ.Foreign,

		across.CarryOver,
		across.Stock,
		across.Growth,
		across.Copied,
		across.RollUp,
		across.MissingReport,
		across.ProjectChain,
		across.Jump,

		reading.Unreadable,
		reading.NotAReport,
		reading.UnreadTable,
		reading.NoTextLayer,
		reading.BadSuppression,
		reading.Remark,
	}
}
