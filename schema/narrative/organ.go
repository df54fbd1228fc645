package narrative

import (
	"strings"
	"unicode/utf8"
)

// levels are what organs and places are called: in 我镇 and 全县 they say whose
// numbers follow. The longer ones first.
var levels = []string{
	"街道办事处", "街道办", "办事处", "街道", "管委会", "委员会", "办公室", "开发区", "园区", "高新区", "景区", "经开区", "苏木", "机关", "单位", "部门", "系统", "中心", "大队", "支队", "总队", "学校", "医院", "集团", "公司", "行业",
	"省", "市", "州", "盟", "区", "县", "旗", "镇", "乡", "局", "厅", "委", "办", "院", "署", "部", "所", "站", "会", "社",
}

// body is the organ that reports, as far as its name tells.
type body struct {
	name   string // without white space
	levels []string
	// wide says that the organ governs others: 口径 of its numbers may differ.
	wide bool
}

func bodyOf(organ string) body {
	name := foldText(strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, organ))
	b := body{name: name}
	place := name
	for _, tail := range []string{"管理委员会", "管委会", "人民政府", "政府", "党政办公室", "办公室", "办事处", "党工委"} {
		place = strings.TrimSuffix(place, tail)
	}
	for _, l := range levels {
		if strings.HasSuffix(place, l) || strings.HasSuffix(name, l) {
			b.levels = append(b.levels, l)
		}
	}
	last, _ := utf8.DecodeLastRuneInString(place)
	b.wide = strings.ContainsRune("省市州盟区县旗", last)
	return b
}

// areas are the levels that are places: 我县 in a township's report is the parent.
const areas = "省市州盟区县旗"

// owns reports whether 我X, 本X or 全X is the organ itself. 我局 in a township's
// report is a wrong pronoun, and speaks of the township all the same.
func (b body) owns(prefix, level string) bool {
	if b.name == "" {
		return true // nobody knows better
	}
	if prefix != "全" && !strings.Contains(areas, level) && level != "系统" {
		return true
	}
	switch level {
	case "机关", "单位", "部门", "办公室":
		return true
	case "系统", "行业":
		return false
	case "办", "街道办", "办事处":
		return strings.Contains(b.name, "办")
	case "委", "委员会", "会":
		return strings.Contains(b.name, "委") || strings.HasSuffix(b.name, "会")
	}
	for _, l := range b.levels {
		if l == level || strings.HasSuffix(l, level) && utf8.RuneCountInString(level) > 1 {
			return true
		}
	}
	return strings.HasSuffix(level, "区") && b.wide && strings.HasSuffix(b.name, level)
}

// tails end the names of organs: the word in front of a verb that is one of
// them, and not this organ, tells another body's number.
var tails = []string{"局", "委", "厅", "镇", "乡", "街道", "街道办", "中心", "学校", "公司", "政府办", "办公室", "部门", "支队", "大队", "公安", "医院", "县", "区", "市", "省", "旗", "站所", "社区", "村"}

// other reports whether words end as the name of an organ or place that is not
// this one.
func (b body) other(words string) bool {
	named := ""
	for _, t := range tails {
		if strings.HasSuffix(words, t) && len(words) > len(t) {
			named = t
			break
		}
	}
	if named == "" || b.name == "" {
		return false
	}
	// Its own name, or the end of it, may stand in front of the verb, with words
	// before it.
	return !b.named(words)
}

// named reports whether words end in the organ's name, a part of it, or what it
// is called for short.
func (b body) named(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	if !strings.ContainsRune(b.name, last) {
		return false
	}
	for i := range words {
		if b.short(words[i:]) {
			return true
		}
		if strings.Contains(b.name, words[i:]) && utf8.RuneCountInString(words[i:]) >= min(3, utf8.RuneCountInString(b.name)) {
			return true
		}
	}
	return false
}

// short reports whether the words are the organ's name with some of its
// characters left out: 区人社局 of 澄溪区人力资源和社会保障局. The last one stays, and
// no level is left out: 县政府 is not short for 临江县青石镇人民政府.
func (b body) short(words string) bool {
	return shortFor(b.name, words) || shortFor(strings.TrimSuffix(b.name, "员会"), words) // 卫健委
}

func shortFor(name, words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	at := strings.LastIndex(name, string(first))
	if at < 0 || utf8.RuneCountInString(words) < 3 {
		return false
	}
	rest, omitted := name[at:], ""
	for _, r := range words {
		i := strings.IndexRune(rest, r)
		if i < 0 {
			return false
		}
		omitted += rest[:i]
		rest = rest[i+utf8.RuneLen(r):]
	}
	return rest == "" && !strings.ContainsAny(omitted, areas+"镇乡街")
}

// local reports whether the organ is a township's or a street's.
func (b body) local() bool {
	for _, l := range b.levels {
		switch l {
		case "镇", "乡", "苏木", "街道", "街道办", "街道办事处", "办事处":
			return true
		}
	}
	return false
}

// judges reports whether the organ hears reviews itself, so that its numbers of
// them are not those over its own disclosure.
func (b body) judges() bool { return strings.Contains(b.name, "司法") }
