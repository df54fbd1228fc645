package structure

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// DoubledWords is ST509.
var DoubledWords = &rules.Rule{
	Code: "ST509", Name: "doubled-words", Family: rules.Structure, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "字词重复", EN: "words are doubled"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "同一个词连写两遍：年度报告报告、对对、的的。叠词（一项一项、层层、等等）和首尾相接的两个词（信息信息化、对对口）不算。",
			EN: "a word written twice in a row; reduplications and words that only meet (信息 before 信息化) do not count",
		},
		Why:   rules.Words{ZH: "多半是修改时没有删净。", EN: "mostly an edit that was not finished"},
		Basis: rules.Words{ZH: "文字校对", EN: "proof-reading"},
		Bad:   "本年度报告报告由本镇编制。",
		Good:  "本年度报告由本镇编制。",
	},
	Options: []rules.Option{{
		Key: "allow", Doc: rules.Words{ZH: "可以连写两遍的词，如地名、人名中的叠词", EN: "words that may stand twice, as names of places do"},
	}},
	Check: checkDoubledWords,
}

func checkDoubledWords(p *rules.Pass) {
	allowed := p.Option("allow")
	check := func(t schema.Text) {
		for at := 0; at < len(t.Value); {
			i, j, ok := doubled(t.Value[at:])
			if !ok {
				return
			}
			i, j = i+at, j+at
			word := t.Value[i : i+(j-i)/2]
			if slices.Contains(allowed, word) || slices.Contains(allowed, t.Value[i:j]) {
				at = j
				continue
			}
			f := wordsFinding(t, i, j, rules.Words{
				ZH: "“" + t.Value[i:j] + "”字词重复，请核对是否多写。",
				EN: "a word stands here twice",
			})
			f.Expected = word
			p.Add(f)
			at = j
		}
	}
	check(p.Report.Title)
	for _, s := range p.Report.Sections {
		check(s.Title)
	}
	paragraphs(p.Report, func(_ int, t schema.Text) bool {
		check(t)
		return true
	})
}

// longest is how long a doubled word is looked for, in code points.
const longest = 8

// doubled finds the first word that stands twice in a row, as bytes i up to j.
func doubled(s string) (i, j int, ok bool) {
	runes := []rune(s)
	offset := 0
	for at, r := range runes {
		if unicode.Is(unicode.Han, r) {
			for n := min(longest, (len(runes)-at)/2); n >= 1; n-- {
				word, again, rest := runes[at:at+n], runes[at+n:at+2*n], runes[at+2*n:]
				if slices.Equal(word, again) && isSlip(runes[:at], word, rest) {
					length := len(string(word)) * 2
					return offset, offset + length, true
				}
			}
		}
		offset += len(string(r))
	}
	return 0, 0, false
}

// particle is a single character that is never lawfully doubled, but where it
// ends one word (after, 参与|与) or begins another (before, 对|对口).
type particle struct{ after, before string }

var particles = map[rune]particle{
	'的': {"目", "确士"}, '对': {"针应面反绝相核校", "口外方象应照比标接手策付待话立"},
	'在': {"存现正内外所", "建编岗线职册校场押"}, '是': {"但还就于可只国", "否非"},
	'和': {"共温", "平谐解睦"}, '与': {"参", "会"}, '及': {"以涉普顾", "时早格"},
	'被': {"", ""}, '由': {"理自", "于此"}, '向': {"方导面走", "导上好"}, '将': {"", "来军近"},
	'为': {"作行认成因较更尤以", "民主了期何什"}, '了': {"为除", "解结如却"}, '于': {"关由基对", "是"},
	'把': {"", "关握手控脉"}, '共': {"公中", "同建享治商性有青产"}, '并': {"合一", "行轨购发联"}, '已': {"", "经"},
}

// heads begin longer words, so that a doubled word before them may be two words
// that meet: 信息 and 信息化, 管理 and 管理办法.
const heads = "化局办处科员部所站室厅委组会队点"

func isSlip(before, word, rest []rune) bool {
	for _, r := range word {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	next := rune(0)
	if len(rest) > 0 {
		next = rest[0]
	}
	if len(word) == 1 {
		lawful, known := particles[word[0]]
		return known && !strings.ContainsRune(lawful.before, next) &&
			(len(before) == 0 || !strings.ContainsRune(lawful.after, before[len(before)-1]))
	}
	if word[0] == '一' || word[0] == '逐' || word[0] == '每' || sameRune(word) || isNumeral(word) {
		return false // 一项一项, 逐个逐个, 个个个个, 二二二二
	}
	if next == 0 {
		return true
	}
	if strings.ContainsRune(heads, next) {
		return false
	}
	if string(word) == "政府" && strings.HasPrefix(string(rest), "信息") {
		return false // 某县人民政府 and 政府信息公开 meet in every other title
	}
	for _, tail := range []string{"中心", "系统", "平台", "机构", "制度", "办法", "条例", "规定", "指南", "目录", "机制", "体系", "年报", "网站", "专栏"} {
		if strings.HasPrefix(string(rest), tail) {
			return false
		}
	}
	return true
}

func sameRune(word []rune) bool {
	for _, r := range word {
		if r != word[0] {
			return false
		}
	}
	return true
}

func isNumeral(word []rune) bool {
	for _, r := range word {
		if !strings.ContainsRune("〇零一二三四五六七八九十百千万亿", r) {
			return false
		}
	}
	return true
}
