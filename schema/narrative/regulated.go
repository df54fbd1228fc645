package narrative

import "strings"

// documentUnits are the measure words of documents.
var documentUnits = map[string]bool{"件": true, "份": true, "部": true, "个": true, "项": true, "宗": true, "": true}

// decisionUnits are those of decisions: 条 counts what was published of them.
var decisionUnits = map[string]bool{"件": true, "项": true, "宗": true, "起": true, "个": true, "份": true, "例": true, "": true}

// byRegulated links 制发行政规范性文件2件 and 废止1件 to form two. Its numbers are told
// with other 口径, too (documents issued together with others, or only
// published), so that a contradiction is to be looked at.
func (p *paragraph) byRegulated(key string, t int) linked {
	matter := p.matterKey()
	_, what, _ := strings.Cut(key, ".")
	if matter != "normative" && matter != "regulations" {
		return unlinked(becauseOther)
	}
	if !documentUnits[p.tokens[t].num.unit] {
		return unlinked(becauseUnit)
	}
	return to(matter+"."+what, Likely, whyWide)
}

// byRegulatedMatter links a number directly behind a matter of form two.
func (p *paragraph) byRegulatedMatter(matter string, last, t int) linked {
	unit := p.tokens[t].num.unit
	switch matter {
	case "normative", "regulations":
		return p.documents(last, t)
	case "fees":
		if unit != "万元" && unit != "元" && unit != "亿元" {
			return unlinked(becauseUnit)
		}
		return to("fees", Likely, whyWide)
	case "disclosed", "disclosed?":
		return p.disclosed(matter, last, t)
	}
	key, unsure := strings.CutSuffix(matter, "?")
	if !decisionUnits[unit] {
		return unlinked(becauseUnit)
	}
	if p.tokens[last].word.as(roleMatter).Bare && !p.onItsOwn(last) {
		return unlinked(becauseUnknown)
	}
	if unsure && !strings.Contains(p.s[p.tokens[last].j:p.tokens[t].i], "决定") && !p.plainDecision(last) {
		return to(key, Doubtful, whyLoose)
	}
	return to(key, Likely, whyWide)
}

// plainDecision reports whether 行政许可12件 counts decisions for all that its
// sentence says: it is no kind of them, and nothing is published, applied for or
// checked.
func (p *paragraph) plainDecision(last int) bool {
	m := p.tokens[last].word.as(roleMatter)
	if m.Bare || p.listed || !strings.HasPrefix(p.tokens[last].word.text, "行政") || !p.onItsOwn(last) {
		return false
	}
	return !containsAny(p.s[p.tokens[p.sentence].i:p.tokens[last].i], notDecided)
}

// notDecided are words of sentences whose 行政许可 may be something else than
// decisions made.
var notDecided = []string{"公开", "公示", "发布", "公布", "信息", "上网", "归集", "录入", "上传", "推送", "受理", "申请", "事项", "办件", "窗口", "审查", "评查", "案卷", "复议", "诉讼", "清单", "目录", "取消", "下放", "承接", "全市", "全县", "全区", "全省", "系统", "累计", "以来"}

// onItsOwn reports whether nothing in front of 许可 or 处罚 makes a kind of it:
// 作出许可12件 and 许可12件 may be all of them, 规划许可12件 are not.
func (p *paragraph) onItsOwn(t int) bool {
	if p.listed || p.matterBefore(t, "applications") {
		return false
	}
	if t == p.start {
		return true
	}
	tok := &p.tokens[t-1]
	switch tok.kind {
	case kPause:
		return true
	case kText:
		return endsWithAny(p.s[tok.i:tok.j], []string{"作出", "作", "实施", "等", "做出"})
	case kWord:
		return tok.word.as(roleFill) != nil || tok.word.as(rolePart) != nil || tok.word.as(roleSum) != nil
	}
	return false
}

// matterBefore reports whether the matter was named in the sentence in front of t.
func (p *paragraph) matterBefore(t int, matter string) bool {
	for k := p.sentence; k < t; k++ {
		if m := p.tokens[k].word.as(roleMatter); m != nil && m.Matter == matter {
			return true
		}
	}
	return false
}

// documents links a number of documents by the verb in front of the word, or by
// an adjective: 现行有效的行政规范性文件9件.
func (p *paragraph) documents(last, t int) linked {
	for k := last - 1; k >= p.start; k-- {
		tok := &p.tokens[k]
		if tok.kind == kNumber {
			if class, _ := p.classify(tok); class == Quantity {
				break
			}
		}
		if tok.kind != kWord || tok.quoted {
			continue
		}
		if tok.word.as(roleMatter) != nil && !p.joined(k, last) {
			break
		}
		for i := range tok.word.senses {
			if s := &tok.word.senses[i]; s.Role == rolePart && s.Matter == "normative" {
				return p.byRegulated(s.Quantity, t)
			}
		}
	}
	return unlinked(becauseUnknown)
}

// disclosed links the total of what was disclosed in the year. It stands on no
// form, so that only its statements can be compared.
func (p *paragraph) disclosed(matter string, last, t int) linked {
	n := p.tokens[t].num
	if n.unit != "条" && n.unit != "条次" && n.unit != "件" && n.unit != "篇" {
		return unlinked(becauseUnit)
	}
	if matter == "disclosed?" || p.class {
		return unlinked(becauseUnknown)
	}
	if p.channelIn(p.start, t) {
		return unlinked(becauseChannel)
	}
	for k := p.start; k < t; k++ {
		tok := &p.tokens[k]
		if tok.kind == kNumber || tok.kind == kWord && tok.word.as(roleOpener) != nil || tok.kind == kText && k > last {
			return unlinked(becauseUnknown)
		}
	}
	return to("disclosed", Likely, whyWide)
}
