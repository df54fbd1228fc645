package rules

import (
	"fmt"
	"slices"
	"strings"
)

// Select returns the rules of the catalog that the words choose, in its order.
//
// A word is a code (TB101), the beginning of one (TB, TB1), a name (row-total),
// a family (table) or "all". With no words in sel, every rule that is on by
// default is chosen. Where sel and ignore both speak of a rule, the more exact
// word wins, and ignore wins a tie: `--select TB101 --ignore table` runs TB101
// alone.
func (c Catalog) Select(sel, ignore []string) ([]*Rule, error) {
	return c.Choose(Choice{Select: sel, Ignore: ignore})
}

// Choice is one voice in which rules run; its words are those of
// [Catalog.Select].
type Choice struct {
	Select []string // these, and none that no word here or in Extend names; empty: as before
	Extend []string // these too
	Ignore []string // these not
}

// Choose returns the rules that the choices leave, in the order of the catalog.
// Each choice speaks after the one before it and has the last word about the
// rules that it names; without any, the rules run that are on by default.
func (c Catalog) Choose(choices ...Choice) ([]*Rule, error) {
	for _, choice := range choices {
		if err := c.Knows(choice); err != nil {
			return nil, err
		}
	}
	return c.Decided(choices...), nil
}

// Knows returns an [UnknownRuleError] when a word of the choice names no rule.
func (c Catalog) Knows(choice Choice) error {
	for _, word := range slices.Concat(choice.Select, choice.Extend, choice.Ignore) {
		if err := c.Known(word); err != nil {
			return err
		}
	}
	return nil
}

// Decided is [Catalog.Choose] for choices whose words were looked at before; a
// word that names no rule chooses none.
func (c Catalog) Decided(choices ...Choice) []*Rule {
	var out []*Rule
	for _, r := range c {
		on := !r.Off
		for _, choice := range choices {
			on = choice.Decide(r, on)
		}
		if on {
			out = append(out, r)
		}
	}
	return out
}

// Decide says whether the rule runs after the choice; on is whether it ran
// before.
func (c Choice) Decide(r *Rule, on bool) bool {
	in, out := max(exactness(r, c.Select), exactness(r, c.Extend)), exactness(r, c.Ignore)
	switch {
	case in > out:
		return true
	case out > 0 || len(c.Select) > 0:
		return false
	}
	return on
}

// exactness says how exactly the most exact of the words names the rule, 0 for
// not at all.
func exactness(r *Rule, words []string) int {
	best := 0
	for _, w := range words {
		n := 0
		switch {
		case w == r.Code || w == r.Name:
			n = 10
		case isPrefix(w) && strings.HasPrefix(r.Code, w):
			n = 3 + len(w)
		case w == r.Family.Key || w == r.Family.ZH:
			n = 2
		case w == "all":
			n = 1
		}
		best = max(best, n)
	}
	return best
}

func isPrefix(w string) bool {
	return len(w) >= 2 && w == strings.ToUpper(w) && w[0] >= 'A' && w[0] <= 'Z'
}

// UnknownRuleError says that a word names no rule, and which one may have been
// meant.
type UnknownRuleError struct{ Word, Nearest string }

func (e *UnknownRuleError) Error() string {
	s := fmt.Sprintf("没有 %q 这条规则、规则名或类别", e.Word)
	if e.Nearest != "" {
		s += fmt.Sprintf("，是否指 %s", e.Nearest)
	}
	return s + fmt.Sprintf(" (no rule, name or family %q; see gouji rules)", e.Word)
}

// Known returns an [UnknownRuleError] for a word that chooses no rule.
func (c Catalog) Known(word string) error {
	if word == "all" || word == Local.Key || word == Local.ZH {
		return nil // a project may have no rule of its own, yet
	}
	var names []string
	for _, r := range c {
		if exactness(r, []string{word}) > 0 {
			return nil
		}
		names = append(names, r.Code, r.Name, r.Family.Key)
	}
	return &UnknownRuleError{Word: word, Nearest: Nearest(word, names)}
}
