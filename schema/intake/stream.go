package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// token is one word or figure of a form that has lost its grid: one value a
// line, or values between spaces.
type token struct {
	text schema.Text
	cell schema.Cell // as a value
	last bool        // on its line
}

func (t token) isValue() bool { return t.cell.State == schema.Numeric || t.cell.State == schema.Slash }

// isFigures reports whether the token is a figure, or several that grew
// together: 0210.
func (t token) isFigures() bool { return t.isValue() || allDigits(t.text.Value) }

// tokensOf cuts the lines of a section into words and figures at white space.
// Sentences are left alone: they are prose.
func tokensOf(items []*item) (tokens []token, used []*item) {
	for _, it := range items {
		if it.used || !it.isText() || isProse(it.text.Value) {
			continue
		}
		used = append(used, it)
		s := it.text.Value
		for i := 0; i < len(s); {
			i = skipSpaceOrRule(s, i)
			if i >= len(s) {
				break
			}
			j := i
			for j < len(s) {
				r, size := utf8.DecodeRuneInString(s[j:])
				if isSpace(r) || r == '|' || r == '│' {
					break
				}
				j += size
			}
			t := it.text.Slice(i, j)
			tokens = append(tokens, token{text: t, cell: schema.ParseCell(t.Value, t.Whole()), last: skipSpaceOrRule(s, j) >= len(s)})
			i = j
		}
	}
	return tokens, used
}

func skipSpaceOrRule(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) && r != '|' && r != '│' {
			break
		}
		i += size
	}
	return i
}

// isProse reports whether a line is a sentence, not a piece of a table. The
// note in form three's head and the remark of （二） have commas, too.
func isProse(s string) bool {
	if strings.Contains(s, "勾稽关系") || strings.Contains(s, "区分处理") {
		return false
	}
	return strings.ContainsAny(s, "。；！？") || strings.Count(s, "，") >= 2 && utf8.RuneCountInString(s) > 30
}

// applicationsStream binds tokens to form three: after a row's label its
// values, up to the next words. columns is seven.
func applicationsStream(c *collected, tokens []token) {
	stream(c, tokens, formIndex(schema.Applications), func(string) int { return 7 })
}

// disclosureStream binds tokens to form two; heads decide how many values a row
// has.
func disclosureStream(c *collected, tokens []token) {
	stream(c, tokens, formIndex(schema.Disclosure), func(key string) int {
		e := c.edition(c.due)
		if row := e.Form(schema.Disclosure).Row(key); row != nil {
			return len(row.Cells)
		}
		return 0
	})
}

// labelReach is how many tokens a broken label may have: 三、本年度办理结果 one
// character a line, and the row's own words behind it.
const labelReach = 40

func stream(c *collected, tokens []token, index *labelIndex, columns func(key string) int) {
	var heads []string
	for i := 0; i < len(tokens); {
		if !tokens[i].isFigures() {
			if h, ok := findDisclosureHead(bare(tokens[i].text.Value)); ok && c.key == schema.Disclosure && !h.block {
				heads = append(heads, bare(h.label))
				c.heads = append(c.heads, bare(h.label))
				c.header = true
				c.seen(tokens[i].text.Whole(), "lines")
			}
			i++
			continue
		}
		j := i
		for j < len(tokens) && tokens[j].isFigures() {
			j++
		}
		if row, ok := labelled(tokens, i, index); ok {
			row.heads = heads
			c.seen(row.place, "lines")
			c.header = true
			row.exact = true
			c.take(row, tokens[i:j], columns(row.key))
		} else {
			c.loose = append(c.loose, tokens[i:j])
		}
		i = j
	}
	c.glued(tokens, index, columns)
}

// labelled finds the row whose label ends right before token i: the run of
// words that is a row's label; failing that, the shortest that is one but for a
// few slips, or a part of one.
func labelled(tokens []token, i int, index *labelIndex) (found, bool) {
	var (
		best  match
		from  int
		words string
	)
	for k := i - 1; k >= 0 && k >= i-labelReach && !tokens[k].isFigures(); k-- {
		words = tokens[k].text.Value + words
		m, hit := index.find(words)
		if !hit {
			continue
		}
		if m.whole && !m.slips {
			best, from = m, k
			break
		}
		if best.key == "" || m.whole && !best.whole {
			best, from = m, k
		}
	}
	if best.key == "" {
		return found{}, false
	}
	var parts []schema.Text
	for _, t := range tokens[from:i] {
		parts = append(parts, t.text)
	}
	label := schema.JoinText(parts, "")
	label = label.Slice(best.from, len(label.Value)).TrimSpace()
	return found{key: best.key, label: label, whole: best.whole && from == i-1, place: label.Whole()}, true
}
