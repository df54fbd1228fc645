package dates

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/narrative"
)

// Notice is YR406.
var Notice = &rules.Rule{
	Code: "YR406", Name: "notice", Family: rules.Dates, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "所依据的文件已失效或文号有误", EN: "the notice that the report follows is out of force or misnumbered"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "2021年度起的报告依据国办公开办函〔2021〕30号，2019、2020年度依据〔2019〕60号。写成另一版的、机关代字或年份序号写错的（如国办发〔2021〕30号）、仍引用已修订的2007年条例（国务院令第492号、第三十二条、六个方面）的，需核实。只看作为编制依据的引用。",
			EN: "from 2021 on reports follow circular 国办公开办函〔2021〕30, those about 2019 and 2020 〔2019〕60; the other one, a wrong code, year or number, and the Regulation as it was in 2007 are to be looked at where the report names them as what it follows",
		},
		Why:   rules.Words{ZH: "引用已被代替的文件，往往连格式也用了旧的。", EN: "who cites the notice that was replaced often uses its form, too"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号；国务院令第711号", EN: "circular 〔2021〕30; State Council order 711"},
		Bad:   "本报告按照国办公开办函〔2019〕60号的要求编制。",
		Good:  "本报告按照国办公开办函〔2021〕30号的要求编制。",
	},
	Check: checkNotice,
}

// numbered is a document's number with the code of who issued it. What an
// extractor lost (〔20211号) is none.
var numbered = regexp.MustCompile(`(国办\p{Han}{0,6})[〔（](\d{4})[〕）]第?(\d{1,3})号`)

// oldLaw are ways of naming the Regulation as it was before 2019, as what an
// annual report rests on.
var oldLaw = regexp.MustCompile(`国务院令第?492号|国务院第492号令|条例》?第(?:三十[一二]|3[12])条|条例》?(?:规定|要求)的?六个方面`)

// revised is the first year whose reports rest on the Regulation as revised.
const revised = 2019

func checkNotice(p *rules.Pass) {
	year := p.Report.WorkYear()
	due := schema.EditionForYear(year)
	if year == 0 || due == nil {
		return
	}
	prose := p.Prose()
	for i := range prose.Paragraphs {
		para := &prose.Paragraphs[i]
		for _, s := range para.Sentences() {
			words := para.View()[s.I:s.J]
			if !followed(para.Section, words) {
				continue
			}
			if m := numbered.FindStringSubmatchIndex(words); m != nil {
				if message := misnumbered(words, m, due, year); !message.IsZero() {
					p.Add(noticeFinding(prose, i, s.I+m[0], s.I+m[1], due.Circular, message))
				}
			}
			// Article 32 as revised is about third parties: only in front of the
			// report can it be the old one.
			if m := oldLaw.FindStringIndex(words); m != nil && year >= revised && para.Section == "" && !strings.Contains(words, "711") {
				p.Add(noticeFinding(prose, i, s.I+m[0], s.I+m[1], "", rules.Words{
					ZH: fmt.Sprintf("“%s”是2007年条例的说法；条例已于2019年修订（国务院令第711号），年度报告的内容见第五十条，请更新。", words[m[0]:m[1]]),
					EN: "these words are of the Regulation as it was in 2007; it was revised in 2019 (order 711), annual reports are in article 50",
				}))
			}
		}
	}
}

// followed reports whether a sentence names what the report, or the work, goes
// by. What was replaced may be told as such.
func followed(section, words string) bool {
	for _, w := range []string{"废止", "替代", "代替", "取代", "修订", "此前", "原按"} {
		if strings.Contains(words, w) {
			return false
		}
	}
	basis := []string{"按照", "根据", "依据", "依照", "要求", "编制", "格式", "依", "按"}
	if section != "" {
		basis = basis[:4]
	}
	for _, w := range basis {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// misnumbered says what is wrong with a document's number, or nothing.
func misnumbered(words string, m []int, due *schema.Edition, year int) rules.Words {
	issuer, y, n := words[m[2]:m[3]], words[m[4]:m[5]], words[m[6]:m[7]]
	got := issuer + "〔" + y + "〕" + n + "号"
	aboutReports := strings.Contains(words, "年度报告") || strings.Contains(words, "年报") || strings.Contains(words, "格式") || strings.Contains(words, "编制")
	if strings.Contains(words, due.Circular) {
		return rules.Words{}
	}
	for _, e := range schema.Editions() {
		code, ey, en := parts(e.Circular)
		switch {
		case got == e.Circular:
			return rules.Words{
				ZH: fmt.Sprintf("%d年度报告应依据%s，这里引用的是%s。", year, due.Circular, got),
				EN: fmt.Sprintf("a report about %d follows %s, this one names %s", year, due.Circular, got),
			}
		case issuer == code && n == en && y != ey, issuer != code && y == ey && n == en && aboutReports:
			return rules.Words{
				ZH: fmt.Sprintf("文号“%s”有误，年度报告格式的通知是%s。", got, due.Circular),
				EN: fmt.Sprintf("%s is not the number of the notice on annual reports, which is %s", got, due.Circular),
			}
		}
	}
	return rules.Words{}
}

// parts takes a circular's number apart: 国办公开办函, 2021, 30.
func parts(circular string) (code, year, number string) {
	m := numbered.FindStringSubmatch(circular)
	if m == nil {
		return circular, "", ""
	}
	n, _ := strconv.Atoi(m[3])
	return m[1], m[2], itoa(n)
}

func noticeFinding(prose *narrative.Prose, para, i, j int, expected string, message rules.Words) rules.Finding {
	span := prose.Span(para, i, j)
	text := prose.Paragraphs[para].Text
	return rules.Finding{
		Message: message, Place: text.Place(span.I, span.J), Excerpt: rules.WordsExcerpt(text, span.I, span.J),
		Actual: prose.Words(span), Expected: expected, Key: rules.Squeeze(prose.Words(span)),
	}
}
