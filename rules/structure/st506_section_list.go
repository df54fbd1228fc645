package structure

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// SectionList is ST506.
var SectionList = &rules.Rule{
	Code: "ST506", Name: "section-list", Family: rules.Structure, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "前言所列部分与正文不符", EN: "the preface's list of sections does not match the body"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "前言说“由……六个部分组成”的，数一数列出了几个、正文是否都有。“等六个部分”可以不列全；名称只是详略不同（改进情况、改进措施）的不算不符，另有所指（因政府信息公开被申请行政复议）的提示。",
			EN: "a preface that names the sections and their number is counted and compared with the body; 等 excuses names left out, and a name that says something else than the heading is an info",
		},
		Why:   rules.Words{ZH: "前言多从往年报告抄来，改了正文忘了改前言。", EN: "prefaces are copied from earlier years and forgotten when the body changes"},
		Basis: rules.Words{ZH: "报告前后一致", EN: "a report agrees with itself"},
		Bad:   "本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况六个部分组成。",
		Good:  "本报告由总体情况、主动公开政府信息情况等六个部分组成。",
	},
	Check: checkSectionList,
}

// listed is one section as the preface names it.
type listed struct {
	spec *schema.SectionSpec // nil for a name that is none of the six
	i, j int                 // bytes of the paragraph
}

func checkSectionList(p *rules.Pass) {
	e := edition(p.Report)
	if e == nil || len(p.Report.Sections) == 0 {
		return
	}
	for _, t := range p.Report.Preface {
		if strings.Count(t.Value, "、")+strings.Count(t.Value, "，")+strings.Count(t.Value, "；") < 2 {
			continue // no list of three
		}
		list, end := sectionList(e, t.Value)
		if len(list) < 3 {
			continue
		}
		judgeList(p, e, t, list, end)
		return
	}
}

func judgeList(p *rules.Pass, e *schema.Edition, t schema.Text, list []listed, end int) {
	from := list[0].i
	rest := t.Value[end:]
	said := saidCount(t.Value[:from], rest)
	open := strings.HasPrefix(rest, "等")
	if said > 0 && said != len(list) && !(open && said > len(list)) {
		f := wordsFinding(t, from, end, rules.Words{
			ZH: fmt.Sprintf("前言说是%s个部分，列出的是 %d 个，请核对。", numeral(said), len(list)),
			EN: fmt.Sprintf("the preface speaks of %d sections and names %d", said, len(list)),
		})
		f.Key, f.Expected, f.Actual = "count", fmt.Sprint(said), fmt.Sprint(len(list))
		p.Add(f)
		return
	}
	named := map[string]bool{}
	for _, l := range list {
		if l.spec != nil {
			named[l.spec.Key] = true
		}
	}
	if said > 0 || open {
		return
	}
	for i := range e.Sections {
		spec := &e.Sections[i]
		if s := p.Report.Section(spec.Key); s != nil && !named[spec.Key] {
			f := wordsFinding(t, from, end, rules.Words{
				ZH: fmt.Sprintf("前言列出各部分时没有“%s”，正文有这一部分。", spec.Title),
				EN: fmt.Sprintf("the preface does not name %q, which the body has", spec.Title),
			})
			f.Key, f.Severity = "unnamed "+spec.Key, rules.Info
			p.Add(f)
		}
	}
	renamed(p, t, list)
}

// renamed tells of the first section that the preface calls by another name than
// the body, which is often an older form's: 因政府信息公开被申请行政复议、提起行政诉讼情况 in
// front of 政府信息公开行政复议、行政诉讼情况.
func renamed(p *rules.Pass, t schema.Text, list []listed) {
	for _, l := range list {
		if l.spec == nil {
			continue
		}
		s := p.Report.Section(l.spec.Key)
		name := t.Value[l.i:l.j]
		more := utf8.RuneCountInString(gist(name)) - utf8.RuneCountInString(gist(l.spec.Title))
		if s == nil || gist(l.spec.Title) == "" || more < further || !strings.Contains(gist(s.Heading.Value), gist(l.spec.Title)) {
			continue
		}
		f := wordsFinding(t, l.i, l.j, rules.Words{
			ZH: fmt.Sprintf("前言把这一部分称作“%s”，正文标题是“%s”，前后写法宜一致，请核对前言是否沿用了往年的。", strings.Join(strings.Fields(name), ""), l.spec.Title),
			EN: fmt.Sprintf("the preface calls this section %q, its heading is %q", name, l.spec.Title),
		})
		f.Key, f.Severity = "renamed "+l.spec.Key, rules.Info
		p.Add(f)
		return
	}
}

// further is how many characters a name must have beyond what the title says to
// say something else: 总体情况概述 is the title still.
const further = 4

// gist is what a section's name says, without the words that are left out or put
// in freely: 存在的主要问题及改进情况 and 主要问题和改进措施 say the same.
func gist(name string) string {
	return freely.Replace(schema.Bare(name))
}

var freely = strings.NewReplacer("政府信息公开", "", "政府信息", "", "工作", "", "情况", "", "存在", "", "主要", "", "其他", "其它", "的", "", "和", "", "与", "", "及", "", "以", "", "处理", "", "收到", "", "行政机关", "", "本机关", "", "措施", "", "举措", "", "问题", "", "改进", "")

// sectionList finds a run of section names in a preface and where it ends.
// Names hold the very marks that divide a list (行政复议、行政诉讼情况), so
// known names are looked for at each place, the longest first.
func sectionList(e *schema.Edition, s string) (list []listed, end int) {
	names := sectionNames(e)
	for at := 0; at < len(s); {
		l, ok := sectionName(names, s, at)
		switch {
		case ok:
			if len(list) > 0 && !divider(s[list[len(list)-1].j:at]) {
				if stray, isName := strayName(e, s, list[len(list)-1].j, at); isName {
					list = append(list, stray)
				} else if len(list) < 3 {
					list = list[:0]
				} else {
					return list, list[len(list)-1].j
				}
			}
			list = append(list, l)
			at = l.j
		default:
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
		}
	}
	if len(list) > 0 {
		end = list[len(list)-1].j
	}
	return list, end
}

// sectionNames lists the sections by what they may be called.
func sectionNames(e *schema.Edition) map[rune][]namedSection {
	names := map[rune][]namedSection{}
	for i := range e.Sections {
		spec := &e.Sections[i]
		for _, name := range append([]string{spec.Title}, spec.Aliases...) {
			first, _ := utf8.DecodeRuneInString(name)
			names[first] = append(names[first], namedSection{name, spec})
		}
	}
	return names
}

// namedSection is a section and one of its names.
type namedSection struct {
	name string
	spec *schema.SectionSpec
}

// sectionName reports whether a name of a section stands at byte at; names has
// them by their first character.
func sectionName(names map[rune][]namedSection, s string, at int) (listed, bool) {
	best := listed{}
	first, _ := utf8.DecodeRuneInString(s[at:])
	for _, n := range names[first] {
		if strings.HasPrefix(s[at:], n.name) && at+len(n.name) > best.j {
			best = listed{n.spec, at, at + len(n.name)}
		}
	}
	return best, best.j > 0
}

// divider reports whether s is nothing but what stands between two names.
func divider(s string) bool {
	s = strings.NewReplacer("以及", "", "和", "", "与", "", "及", "").Replace(s)
	return strings.Trim(s, "、，,；;。 　（）()一二三四五六七八1234567.．“”\"《》") == ""
}

// strayName takes the words between two known names for a name of its own when
// they look like one: no sentence ends in them, and they are as long as a title
// may be.
func strayName(e *schema.Edition, s string, i, j int) (listed, bool) {
	words := s[i:j]
	if strings.ContainsAny(words, "。：:") || len(words) > 3*40 {
		return listed{}, false
	}
	trimmed := strings.TrimLeft(words, "、，,；; 　")
	i += len(words) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, "、，,；; 　和与及")
	return listed{specByWords(e, trimmed), i, i + len(trimmed)}, len(trimmed) >= 3*4 && !strings.Contains(trimmed, "、")
}

// specByWords returns the one section whose telling words all stand in the
// name, or nil.
func specByWords(e *schema.Edition, name string) *schema.SectionSpec {
	var found *schema.SectionSpec
	for i := range e.Sections {
		all := len(e.Sections[i].Words) > 0
		for _, w := range e.Sections[i].Words {
			all = all && strings.Contains(name, w)
		}
		if all && found != nil {
			return nil
		}
		if all {
			found = &e.Sections[i]
		}
	}
	return found
}

// saidCount reads the number in 六个部分, 6部分 or 六个方面 that stands behind a
// list, or in front of it; 0 when none does.
func saidCount(before, behind string) int {
	if k := strings.IndexAny(behind, "。；"); k >= 0 {
		behind = behind[:k]
	}
	if k := strings.LastIndexAny(before, "。；"); k >= 0 {
		before = before[k:]
	}
	for _, s := range []string{behind, before} {
		for _, unit := range []string{"个部分", "部分", "个方面"} {
			if k := strings.Index(s, unit); k > 0 {
				if n := digitBefore(s[:k]); n > 0 {
					return n
				}
			}
		}
	}
	return 0
}

// digitBefore reads the one digit or numeral that s ends with; 0 for none.
func digitBefore(s string) int {
	runes := []rune(s)
	last := runes[len(runes)-1]
	for n, r := range []rune("一二三四五六七八九") {
		if last == r || last == rune('1'+n) {
			if len(runes) > 1 && strings.ContainsRune("十第0123456789", runes[len(runes)-2]) {
				return 0 // 第五部分, 十二个部分
			}
			return n + 1
		}
	}
	return 0
}
