// Package organ holds the rules about whose text it is (主体): the names of the
// organ, the words it calls itself by, and sentences of other organs.
package organ

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// kind is the kind of an organ as far as its name tells.
type kind uint8

const (
	unknown    kind = iota
	town            // 镇, 乡, 街道, 苏木
	area            // 县, 区, 市, 旗, 州, 省: a government
	department      // 局, 委, 厅
)

// name is an organ's name, taken apart: 临江县青石镇人民政府 is the town 青石 in
// 临江县.
type name struct {
	full  string // without white space and seals
	kind  kind
	level string // 镇
	stem  string // all in front of the level: 临江县青石
	core  string // its own name: 青石
}

// tails end names behind what the organ governs.
var tails = []string{"人民政府", "政府", "党政综合办公室", "党政办公室", "综合办公室", "党政办", "办事处", "党工委", "党委", "办公室", "委员会办公室"}

// levels by kind, the longer ones first.
var (
	townLevels = []string{"街道", "苏木", "镇", "乡"}
	areaLevels = []string{"县", "区", "旗", "市", "州", "盟", "省"}
	deptLevels = []string{"委员会", "局", "厅", "委"}
)

// parse takes a name apart.
func parse(printed string) name {
	n := name{full: clean(printed)}
	place := n.full
	for {
		cut := place
		for _, tail := range tails {
			cut = strings.TrimSuffix(cut, tail)
		}
		if cut == place {
			break
		}
		place = cut
	}
	for _, of := range []struct {
		kind   kind
		levels []string
	}{{town, townLevels}, {area, areaLevels}, {department, deptLevels}} {
		for _, level := range of.levels {
			if stem, ok := strings.CutSuffix(place, level); ok && stem != "" {
				n.kind, n.level, n.stem, n.core = of.kind, level, stem, core(stem)
				if of.kind == department {
					n.stem, n.core = place, core(place)
				}
				return n
			}
		}
	}
	return n
}

// clean takes white space, seals and what is printed around a name off.
func clean(s string) string {
	s = rules.Squeeze(s)
	for _, seal := range []string{"（盖章）", "(盖章)", "（公章）", "(公章)", "（印章）", "(印章)"} {
		s = strings.ReplaceAll(s, seal, "")
	}
	return strings.Trim(s, "《》“”\"：:。，,")
}

// noLevels are words in which 市, 区 and the like are no level.
var noLevels = []string{"城市", "市场", "市政", "市容", "地区", "区划", "区域", "社区", "县域", "城区", "园区", "景区", "库区", "林区", "矿区", "灾区", "旗舰", "市民"}

// mask puts the like of a character in the place of those that are no level.
func mask(s string) string {
	for _, w := range noLevels {
		s = strings.ReplaceAll(s, w, strings.Repeat("○", utf8.RuneCountInString(w)))
	}
	return s
}

// core cuts the places above off: 临江县青石 is 青石. A level at the very front is
// part of the name: 市口, 区东.
func core(stem string) string {
	masked := mask(stem)
	at := 0
	for _, level := range areaLevels {
		// Both are three bytes a character, so that bytes agree.
		if k := strings.LastIndex(masked, level); k >= len("临江") || k >= len("江") && level != "州" && level != "市" {
			at = max(at, k+len(level))
		}
	}
	return stem[at:]
}

// above returns the last place above a department, with its level: 临江县.
func above(n name) string { return strings.TrimSuffix(n.stem, n.core) }

// sameAs reports whether both may be names of one organ: a shorter form, a
// former one, or of another kind, of which nobody can say.
func (n name) sameAs(o name, facts *rules.Facts) bool {
	if n.kind == unknown || n.kind != o.kind || n.full == o.full || n.core == "" || o.core == "" {
		return true
	}
	if a, b := facts.Organ(n.full), facts.Organ(o.full); a != nil && a == b {
		return true
	}
	if suffixes(n.full, o.full) {
		return true
	}
	switch n.kind {
	case area:
		if rank(n.level) != rank(o.level) {
			return true
		}
	case department:
		if !isShort(n.core, o.core) && !alike(n.core, o.core) {
			return false
		}
		a, b := parse(above(n)), parse(above(o))
		return a.kind != area || b.kind != area || a.sameAs(b, facts)
	}
	return suffixes(n.stem, o.stem) || suffixes(n.core, o.core)
}

// rank is how high a level of governments stands.
func rank(level string) int {
	switch level {
	case "县", "区", "旗":
		return 1
	case "市", "州", "盟":
		return 2
	}
	return 3
}

func suffixes(a, b string) bool { return strings.HasSuffix(a, b) || strings.HasSuffix(b, a) }

// isShort reports whether one name is short for the other: 人社局,
// 人力资源和社会保障局.
func isShort(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for _, r := range y {
		if i < len(x) && x[i] == r {
			i++
		}
	}
	return i == len(x)
}

// alike reports whether two departments share two characters of their names in a
// row, so that one may be the other's former name: 水利局, 水利水务局.
func alike(a, b string) bool {
	x := []rune(a)
	for i := 0; i+1 < len(x)-1; i++ { // without the level
		if strings.Contains(b, string(x[i:i+2])) {
			return true
		}
	}
	return false
}

// organ returns the organ of the report, by its name or, where that has no kind,
// by its signature.
func organ(r *schema.Report) name {
	if n := parse(r.Organ.Value); n.kind != unknown {
		return n
	}
	return parse(r.Signature.Value)
}

// kindOf returns the kind of the report's organ: what the project says of it, or
// its name.
func kindOf(p *rules.Pass, n name) kind {
	if o := p.Facts().Organ(p.Report.Organ.Value); o != nil {
		switch o.Kind {
		case rules.Township, rules.Street:
			return town
		case rules.Department:
			return department
		case rules.County, rules.City, rules.Province:
			return area
		case rules.Ministry, rules.Other:
			return unknown
		}
	}
	return n.kind
}

// isHan reports whether the character is one that names are written with.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// wordsFinding is a finding about words of a paragraph's view.
func wordsFinding(p *rules.Pass, para, i, j int, message rules.Words) rules.Finding {
	prose := p.Prose()
	span := prose.Span(para, i, j)
	text := prose.Paragraphs[para].Text
	return rules.Finding{
		Message: message, Place: text.Place(span.I, span.J), Excerpt: rules.WordsExcerpt(text, span.I, span.J),
		Actual: prose.Words(span), Key: rules.Squeeze(prose.Words(span)),
	}
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
