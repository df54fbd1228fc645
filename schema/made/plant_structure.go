package made

import (
	"slices"
	"strings"

	"github.com/gouji/gouji/schema"
)

func structureKinds() []Kind {
	return []Kind{
		{"section-missing", []string{"ST501"}, "warning", "缺一个部分", "a section is missing", (*planter).sectionMissing},
		{"section-numbers-swapped", []string{"ST502"}, "warning", "两个部分的序号写反", "the numbers of two sections are swapped", (*planter).numbersSwapped},
		{"section-doubled", []string{"ST502"}, "warning", "一个部分出现两次", "a section stands twice", (*planter).sectionDoubled},
		{"section-title", []string{"ST503"}, "info", "部分标题写错", "a section's title is miswritten", (*planter).sectionTitle},
		{"table-missing", []string{"ST504"}, "error", "标题下没有表格", "a heading has no table under it", (*planter).tableMissing},
		{"label", []string{"ST505"}, "warning", "表内标签写错", "a label of a form is miswritten", (*planter).label},
		{"section-list", []string{"ST506"}, "warning", "前言所列部分少一个", "the preface's list lacks a section", (*planter).sectionList},
		{"section-empty", []string{"ST507"}, "warning", "部分没有内容", "a section has no text", (*planter).sectionEmpty},
		{"template-text", []string{"ST508"}, "warning", "模板文字没有删", "words of a template were left in", (*planter).templateText},
		{"doubled-words", []string{"ST509"}, "info", "字词重复", "words stand twice", (*planter).doubledWords},
	}
}

// sectionMissing drops section five or six, whose neighbours keep their numbers.
func (p *planter) sectionMissing() bool {
	key := pick(p.d, []string{"problems", "other"})
	for i, s := range p.m.Sections {
		if s.Key == key {
			p.key.Instead = s.Heading()
			p.m.Sections = slices.Delete(p.m.Sections, i, i+1)
			return true
		}
	}
	return false
}

func (p *planter) numbersSwapped() bool {
	i := p.d.IntN(len(p.m.Sections) - 1)
	a, b := &p.m.Sections[i], &p.m.Sections[i+1]
	a.Numeral, b.Numeral = b.Numeral, a.Numeral
	p.key.Words = a.Heading()
	return true
}

func (p *planter) sectionDoubled() bool {
	s := p.m.Section("problems")
	p.m.Sections = append(p.m.Sections, Section{Key: s.Key, Numeral: s.Numeral, Title: s.Title, Body: cloneBody(s.Body)})
	p.key.Words = s.Heading()
	return true
}

func (p *planter) sectionTitle() bool {
	wrong := map[string]string{
		"disclosure": "主动公开政府信患情况", "applications": "收到和处理政府信息公开申情情况",
		"problems": "存在的主要问题及改近情况", "other": "其他需要报告的是项",
	}
	key := pick(p.d, []string{"disclosure", "applications", "problems", "other"})
	s := p.m.Section(key)
	p.key.Instead, s.Title = s.Title, wrong[key]
	p.key.Words = s.Title
	return true
}

// tableMissing drops a table and leaves its heading. The preface and the prose
// may speak of it.
func (p *planter) tableMissing() bool {
	i := p.d.IntN(len(p.m.Forms))
	p.key.Words = p.m.Section(string(p.m.Forms[i].Key)).Heading()
	p.m.Forms = slices.Delete(p.m.Forms, i, i+1)
	return true
}

// miswritten are labels and how they were seen miswritten.
var miswritten = [][2]string{
	{"2.其他法律行政法规禁止公开", "2.其他法律行政止公开"}, {"3.危及“三安全一稳定”", "3.危“三安全一稳定”"}, {"5.属于三类内部事务信息", "5.属于三类内部事物信息"},
	{"行政事业性收费", "行政事业型收费"}, {"社会公益组织", "社会公益组职"}, {"1.信访举报投诉类申请", "1.信访举报投拆类申请"}, {"第二十条第（一）项", "第二十条（一）项"},
	{"四、结转下年度继续办理", "四、结转下年度继读办理"}, {"4.保护第三方合法权益", "4.保护第三方合法权宜"},
}

func (p *planter) label() bool {
	pair := pick(p.d, miswritten)
	p.m.labels[pair[0]] = pair[1]
	p.key.Words, p.key.Instead = pair[1], pair[0]
	return true
}

// sectionList takes one name from a list that says it has six.
func (p *planter) sectionList() bool {
	for _, s := range p.sentences(of("preface.list")) {
		last := p.m.Sections[len(p.m.Sections)-1].Title
		if !strings.Contains(s.Text, "六个部分") || strings.Contains(s.Text, "等六") || !strings.Contains(s.Text, last) {
			continue
		}
		middle := p.m.Sections[p.d.between(1, 3)].Title + "、"
		if i := strings.Index(s.Text, middle); i >= 0 {
			s.replace(i, i+len(middle), "")
			p.key.Words, p.key.Instead = "六个部分", strings.TrimSuffix(middle, "、")
			return true
		}
	}
	return false
}

func (p *planter) sectionEmpty() bool {
	s := p.m.Section(pick(p.d, []string{"problems", "other"}))
	s.Body = nil
	p.key.Words = s.Heading()
	return true
}

// templates are instructions that stand in templates.
var templates = []string{"（具体网址）", "（宋体加粗小四号字）", "（此处填写文字描述）", "该部分以表格形式报告。", "20XX年按要求做好公开。"}

func (p *planter) templateText() bool {
	words := pick(p.d, templates)
	s := pick(p.d, p.sentences(in("platform", "supervision", "management")))
	at := len(s.Text)
	if strings.HasPrefix(words, "（") {
		at -= len("。")
	}
	s.replace(at, at, words)
	p.key.Words = words
	return true
}

// doubledWords writes a word of two characters twice.
func (p *planter) doubledWords() bool {
	for _, word := range []string{"群众", "栏目", "培训", "内部", "网站", "渠道", "清理", "公众号", "责任", "专栏"} {
		for _, s := range p.sentences(in("platform", "supervision", "management", "applications")) {
			if i := strings.Index(s.Text, word); i >= 0 {
				s.replace(i, i, word)
				p.key.Words, p.key.Instead = word+word, word
				return true
			}
		}
	}
	return false
}

func timeKinds() []Kind {
	return []Kind{
		{"period", []string{"YR401"}, "error", "统计期限不是报告年度", "the period is not the report year", (*planter).period},
		{"stale-year", []string{"YR402"}, "warning", "第五部分沿用上年年份", "section five speaks of last year as this one", (*planter).staleYear},
		{"stale-plan", []string{"YR403"}, "warning", "打算写成了报告年度", "plans are made for the report year", (*planter).stalePlan},
		{"signed", []string{"YR404"}, "error", "落款年份写成上年", "the signature has last year's date", (*planter).signedEarly},
		{"edition", []string{"YR405"}, "error", "用了另一版表格", "the forms are of the other edition", (*planter).edition},
		{"notice", []string{"YR406"}, "info", "引用了已作废的格式文件", "the circular cited is not the one in force", (*planter).notice},
		{"title-year", []string{"YR407", "YR401"}, "error", "标题年份写错", "the title names another year", (*planter).titleYear},
	}
}

// edition prints forms two and three as the other edition has them.
func (p *planter) edition() bool {
	m := p.m
	for _, s := range m.Sentences() {
		for _, f := range s.Facts {
			if strings.HasPrefix(f.Quantity, "disclosure.") || strings.Contains(f.Quantity, "outcome.other") {
				return false
			}
		}
	}
	due := m.Edition
	for _, e := range schema.Editions() {
		if e == due {
			continue
		}
		m.Edition, m.Forms = e, slices.Clone(e.Forms)
		m.fillDisclosure(p.d, nil)
		m.moveOther(due)
		m.Edition = due
		p.key.Words, p.key.Instead = e.ID, due.ID
	}
	return true
}

// moveOther carries the figures of （六）其他处理 over to the edition printed.
func (m *Made) moveOther(from *schema.Edition) {
	const row = "applications.outcome.other"
	for _, c := range append([]string{totalColumn}, columns...) {
		n := 0
		for _, r := range from.Form(schema.Applications).Rows {
			if strings.HasPrefix(r.Key, row) {
				n += int(m.Int(r.Key + "." + c))
			}
		}
		if from.ID == "2021" {
			m.set(row+"."+c, n)
			continue
		}
		m.set(row+".uncorrected."+c, 0)
		m.set(row+".unpaid."+c, 0)
		m.set(row+".other."+c, n)
	}
}
