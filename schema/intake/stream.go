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
}

func (t token) isValue() bool { return t.cell.State == schema.Numeric || t.cell.State == schema.Slash }

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
			tokens = append(tokens, token{t, schema.ParseCell(t.Value, t.Whole())})
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
		if !tokens[i].isValue() {
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
		for j < len(tokens) && tokens[j].isValue() {
			j++
		}
		if row, ok := labelled(tokens, i, index); ok {
			row.heads = heads
			c.seen(row.place, "lines")
			c.header = true
			for _, t := range tokens[i:j] {
				row.values = append(row.values, t.cell)
			}
			row.exact = true
			c.rows = append(c.rows, row)
		} else if j-i >= 5 {
			c.extra = append(c.extra, unlabelled(c.key, tokens[i:j]))
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
	for k := i - 1; k >= 0 && k >= i-labelReach && !tokens[k].isValue(); k-- {
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

func unlabelled(key schema.FormKey, tokens []token) schema.Problem {
	var words []string
	for _, t := range tokens {
		words = append(words, t.text.Value)
	}
	at := tokens[0].text.Whole().To(tokens[len(tokens)-1].text.Whole())
	line := strings.Join(words, " ")
	return schema.Problem{
		Kind: schema.UnreadTable, Place: at, Form: key, Words: line,
		ZH: "有一串数字前面没有认得出的行名（" + line + "），没有核对。",
		EN: "figures without a label that can be read (" + line + ") were not checked",
	}
}

// glued looks for labels with their values grown on to them: 规章000. They are
// split where there is one way only, and said otherwise.
func (c *collected) glued(tokens []token, index *labelIndex, columns func(key string) int) {
	for i, t := range tokens {
		words := strings.TrimRight(t.text.Value, "0123456789.,+-增减")
		digits := t.text.Value[len(words):]
		if len(digits) < 2 || words == "" || i+1 < len(tokens) && tokens[i+1].isValue() {
			continue
		}
		m, ok := index.find(words)
		if !ok || c.has(m.key) {
			continue
		}
		label := t.text.Slice(m.from, len(words))
		at := t.text.Place(len(words), len(t.text.Value))
		c.seen(label.Whole(), "lines")
		c.header = true
		if parts, ok := onlySplit(digits, columns(m.key)); ok {
			row := found{key: m.key, label: label, whole: m.whole, place: label.Whole(), exact: true}
			for _, p := range parts {
				row.values = append(row.values, schema.ParseCell(p, at))
			}
			c.rows = append(c.rows, row)
			continue
		}
		c.extra = append(c.extra, schema.Problem{
			Kind: schema.GluedCells, Place: at, Form: c.key, Words: t.text.Value,
			ZH: "“" + words + "”后面的数字粘连成“" + digits + "”，分不出各格是多少，没有核对；请用原来的文件检查。",
			EN: "the figures behind " + words + " have run together as " + digits + " and cannot be told apart; they were not checked",
		})
	}
}

// onlySplit cuts digits into n figures when there is only one way to: a figure
// has no leading zero.
func onlySplit(digits string, n int) ([]string, bool) {
	if !allDigits(digits) || n == 0 || len(digits) > 40 {
		return nil, false
	}
	var only []string
	ways := 0
	var cut func(at int, parts []string)
	cut = func(at int, parts []string) {
		if ways > 1 {
			return
		}
		left := n - len(parts)
		if left == 0 {
			if at == len(digits) {
				ways++
				only = append([]string(nil), parts...)
			}
			return
		}
		if len(digits)-at < left {
			return
		}
		for end := at + 1; end <= len(digits)-left+1; end++ {
			cut(end, append(parts, digits[at:end]))
			if digits[at] == '0' {
				break
			}
		}
	}
	cut(0, nil)
	return only, ways == 1
}

// reviewStream binds tokens to form four: behind its heads, fifteen figures.
func reviewStream(c *collected, tokens []token) {
	heads := 0
	var run []token
	flush := func() {
		defer func() { run = nil }()
		if len(run) == 0 || heads < 2 {
			return
		}
		at := run[0].text.Whole().To(run[len(run)-1].text.Whole())
		if len(run) != reviewColumns {
			c.extra = append(c.extra, unreadReview(at, len(run)))
			return
		}
		for i, key := range reviewGroups {
			row := found{key: key, exact: true, place: at}
			for _, t := range run[5*i : 5*i+5] {
				row.values = append(row.values, t.cell)
			}
			c.rows = append(c.rows, row)
		}
	}
	for _, t := range tokens {
		if t.isValue() {
			run = append(run, t)
			continue
		}
		flush()
		if words := bare(t.text.Value); isReviewWord(words) || len(words) >= 6 && strings.Contains("结果维持结果纠正其他结果尚未审结行政复议行政诉讼", words) {
			heads++
			c.seen(t.text.Whole(), "lines")
			c.header = true
		}
	}
	flush()
}
