package narrative

import "strings"

// Year is a year that the text names, with what it is named for. Which year the
// report is about plays no part in it: rules compare the two.
type Year struct {
	Span
	Value    int
	Section  string
	Class    YearClass
	Sentence Span // the sentence it stands in
	Ordinal  int  // of the sentence, in the paragraph, from 0
	Tells    Tells
	// Beside says that its sentence names the present in words: 今年, 本年度.
	Beside bool
}

// YearClass says what a year is named for.
type YearClass string

// The classes of years.
const (
	YearTold     YearClass = "told"     // the time of what its sentence tells: 2023年，我镇…
	YearPlanned  YearClass = "planned"  // the time of what is planned: 2024年，我镇将…
	YearUntil    YearClass = "until"    // the end of the figures: 截至2023年底
	YearReport   YearClass = "report"   // of a report named: 2023年政府信息公开工作年度报告
	YearNotice   YearClass = "notice"   // of a notice on reports: 《关于做好2023年度报告编制工作的通知》
	YearCompared YearClass = "compared" // 较2022年, 与2022年相比
	YearAccounts YearClass = "accounts" // 2022年度部门决算
	YearNamed    YearClass = "named"    // in a title, a plan's or a list's name
	YearRange    YearClass = "range"    // 2021—2025年
	YearSince    YearClass = "since"    // 自2008年, 2019年以来
	YearCarried  YearClass = "carried"  // 2022年结转
	YearAnswered YearClass = "answered" // 针对2022年报告指出的问题
	YearQuoted   YearClass = "quoted"   // in quotation marks
	YearEvent    YearClass = "event"    // a day, a month, a part of a year, 于2022年
	YearPeriod   YearClass = "period"   // an end of the period of the figures
	YearOther    YearClass = "other"    // 2022年收到的申请为…: part of another thing's name
)

// Tells says what the sentence of a told year tells.
type Tells uint8

// What a sentence tells.
const (
	TellsOther   Tells = iota
	TellsWork          // the work of disclosure, at the head of its paragraph
	TellsSummary       // how the work went, or what is wrong with it
	TellsFigure        // a count of this organ's
)

// setting is where a year stands: the words around it.
type setting struct {
	t              int
	before, after  string // of its clause
	front, behind  string // of its sentence
	first, last    int    // the sentence, in bytes of the view
	ordinal        int
	next           string // the first clause behind it that says something
	nextAt         int    // token where that clause begins
	second         string // the clause behind that
	value          int
	inTitle, quote bool
}

// noteYear notes a year and what it is named for.
func (p *paragraph) noteYear(t int) {
	tok := &p.tokens[t]
	if tok.year < 1990 || tok.year > 2100 {
		return
	}
	c := p.settingOf(t)
	y := Year{
		Span: p.span(tok.i, tok.j), Value: tok.year, Section: p.section, Sentence: p.span(c.first, c.last), Ordinal: c.ordinal,
		Beside: containsAny(p.s[c.first:c.last], presentWords),
	}
	y.Class = p.classOfYear(c)
	if y.Class == YearTold || y.Class == YearUntil {
		y.Tells = p.tells(c)
	}
	p.out.Years = append(p.out.Years, y)
}

// settingOf looks around a year, as far as a sentence may reach. Stops inside
// titles and quotation marks end nothing.
func (p *paragraph) settingOf(t int) *setting {
	tok := &p.tokens[t]
	c := &setting{t: t, value: tok.year, first: 0, last: len(p.s)}
	clause, end := -1, -1
	for k := t - 1; k >= 0; k-- {
		q := &p.tokens[k]
		if t-k == maxSentence && c.ordinal == 0 {
			c.first = q.j
		}
		if q.quoted != tok.quoted && q.quoted || !isBreak(q.kind) {
			continue
		}
		if clause < 0 {
			clause = q.j
		}
		if q.kind == kStop {
			if c.ordinal == 0 && c.first == 0 {
				c.first = q.j
			}
			c.ordinal++
		}
	}
	breaks := []int{}
	for k := t + 1; k < len(p.tokens); k++ {
		q := &p.tokens[k]
		if k-t == maxSentence {
			c.last = q.i
			break
		}
		if q.quoted != tok.quoted && q.quoted || !isBreak(q.kind) {
			continue
		}
		if end < 0 {
			end = q.i
		}
		breaks = append(breaks, k)
		if q.kind == kStop {
			c.last = q.i
			break
		}
	}
	if clause < 0 {
		clause = 0
	}
	if end < 0 {
		end = c.last
	}
	c.before, c.after = p.s[clause:tok.i], p.s[tok.j:end]
	c.front, c.behind = p.s[c.first:tok.i], p.s[tok.j:c.last]
	p.clausesBehind(c, breaks)
	if tok.quoted {
		title := strings.LastIndex(p.s[:tok.i], "《")
		c.inTitle = title >= 0 && !strings.Contains(p.s[title:tok.i], "》") || strings.LastIndex(p.s[:tok.i], "“") < 0
		c.quote = !c.inTitle
	}
	return c
}

func isBreak(k kind) bool {
	return k == kStop || k == kSemi || k == kComma || k == kColon || k == kOpen || k == kClose
}

// clausesBehind finds the first two clauses behind the year that say something:
// 2019年，我镇… is told in the clause behind the comma.
func (p *paragraph) clausesBehind(c *setting, breaks []int) {
	from := c.t + 1
	for n, k := range append(breaks, len(p.tokens)) {
		if from > c.t+1 && n > 0 && p.tokens[from-1].kind == kStop {
			return
		}
		if words := p.words(from, k); words != "" {
			if c.next == "" {
				c.next, c.nextAt = words, from
			} else {
				c.second = words
				return
			}
		}
		from = k + 1
	}
}

// words returns the view between two tokens.
func (p *paragraph) words(from, to int) string {
	if from >= to {
		return ""
	}
	return p.s[p.tokens[from].i:p.tokens[to-1].j]
}

// classOfYear says what the year is named for: first what stands close to it,
// last whether it heads its clause.
func (p *paragraph) classOfYear(c *setting) YearClass {
	switch {
	case p.section == "" && !c.quote && isReportName(c):
		return reportOrNotice(c)
	case c.inTitle:
		return YearNamed
	case c.quote:
		return YearQuoted
	case p.tokens[c.t].kind == kDate:
		return p.classOfDate(c)
	case p.carriesOver(c.t):
		return YearCarried
	case isRange(c):
		return YearRange
	case p.isCompared(c):
		return YearCompared
	case isAnswered(c):
		return YearAnswered
	case isSince(c):
		return YearSince
	case isUntil(c):
		return YearUntil
	}
	return p.classOfHead(c)
}

// classOfHead reads a year that may say when what follows happened.
func (p *paragraph) classOfHead(c *setting) YearClass {
	front, isHead := p.headsClause(c)
	switch {
	case hasAnyPrefix(c.after, partsOfYear) || endsWithAny(c.before, []string{"于", "早在"}):
		return YearEvent
	case isHead && p.isPlan(c):
		return YearPlanned
	case isAccounts(c):
		return YearAccounts
	case modifies(c.after):
		return YearOther
	case isNamed(c):
		return YearNamed
	case !isHead || !p.speaksOfItself(c, front):
		return YearOther
	}
	return YearTold
}

// tells says what a told year's sentence tells.
func (p *paragraph) tells(c *setting) Tells {
	switch {
	case p.counts(c):
		return TellsFigure
	case containsAny(c.behind, summaryWords):
		return TellsSummary
	case p.section == "other" && containsAny(c.behind, []string{"处理费", "收费", "收取"}):
		return TellsFigure // 2022年未收取信息处理费
	case c.ordinal == 0 && containsAny(c.behind, workWords) && !containsAny(c.behind, eventWords):
		return TellsWork
	}
	return TellsOther
}

// counts reports whether a counted number follows in the sentence.
func (p *paragraph) counts(c *setting) bool {
	for k := c.t + 1; k < len(p.tokens) && p.tokens[k].i < c.last; k++ {
		if q := &p.tokens[k]; q.kind == kNumber && !q.quoted && q.num.unit != "" && q.num.unit != "%" {
			return true
		}
	}
	return false
}
