package narrative

import (
	"strings"
	"unicode/utf8"
)

// What stands around a year, and what it makes of it.
var (
	presentWords = []string{"今年", "本年", "本报告年度", "报告期内"}

	// partsOfYear behind a year make it less than one.
	partsOfYear = []string{"上半年", "下半年", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "初", "底", "末", "春", "夏", "秋", "冬", "元旦", "年初", "年中"}

	accountWords = []string{"决算", "预算", "三公", "收支", "绩效", "审计"}

	// namedThings are what carries a year in its name.
	namedThings = []string{
		"要点", "方案", "计划", "清单", "目录", "名单", "公报", "年鉴", "规划", "指南", "报告", "年报", "总结", "台账", "任务", "考核", "评估", "测评", "检查", "督查", "通报", "目标", "白皮书", "项目", "示范", "申请", "案件", "以前",
	}

	answerFronts = []string{"针对", "对照", "对标", "根据", "围绕", "对于", "就", "按照", "结合", "鉴于", "聚焦", "落实"}
	answerThings = []string{"问题", "不足", "短板", "弱项", "反馈", "薄弱", "整改", "意见", "指出", "考核", "检查", "评估", "通报", "测评"}
	answerVerbs  = []string{
		"整改完毕", "整改完成", "已整改", "已全部整改", "全部整改", "完成整改", "得到整改", "整改到位", "得到解决", "已解决", "已改进", "有所改善", "明显改善", "得到改善", "的整改", "整改情况", "改进情况", "整改落实", "得到改进", "已得到", "逐项整改", "进行了整改", "进行整改", "逐一整改",
	}

	summaryWords = []string{
		"取得了", "取得一", "取得明显", "取得较", "取得积极", "取得新", "取得很", "成效", "成绩", "进展", "有所进步", "仍存在", "还存在", "存在一些", "存在的主要", "存在以下", "存在不足", "主要存在", "也存在", "仍有不足", "不足之处", "薄弱环节", "一定差距", "等问题", "的问题", "主要问题",
	}

	workWords = []string{
		"信息公开工作", "政务公开工作", "高度重视", "认真贯彻", "深入贯彻", "全面贯彻", "认真落实", "全面落实", "严格按照",
	}
	// eventWords tell what happened once, in whatever year.
	eventWords = []string{"被", "获", "荣", "成立", "试点", "示范", "印发", "出台", "制定", "挂牌", "启动"}
)

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasAnyPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func endsWithAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// isReportName finds the report's own name behind the year: 2023年度政府信息公开
// 工作年度报告, 2023年青石镇政府信息公开年报.
func isReportName(c *setting) bool {
	words := c.after
	if k := strings.Index(words, "》"); k >= 0 {
		words = words[:k]
	}
	if !strings.Contains(words, "公开") || len(words) > 3*40 {
		return false
	}
	return strings.Contains(words, "年度报告") || strings.Contains(words, "年报") || strings.Contains(words, "公开工作报告")
}

func reportOrNotice(c *setting) YearClass {
	switch words := c.after; {
	case containsAny(words, []string{"通知", "编制", "要求", "工作的"}):
		if strings.Contains(words, "通知") {
			return YearNotice
		}
		return YearNamed
	case containsAny(c.before+words, []string{"问题", "反馈", "评估", "通报", "相比", "整改", "以来", "考核"}) || endsWithAny(c.before, []string{"较", "比", "与", "自"}):
		return YearAnswered
	}
	return YearReport
}

// classOfDate reads a day or a month of a year.
func (p *paragraph) classOfDate(c *setting) YearClass {
	words := p.s[p.tokens[c.t].i:p.tokens[c.t].j]
	switch {
	case containsAny(c.front, []string{"统计", "期限", "时限", "周期"}) || hasAnyPrefix(c.after, []string{"起", "至", "到", "—", "-", "~"}) || endsWithAny(c.before, []string{"至", "到", "—", "-", "~", "自", "从"}) && !endsWithAny(c.before, untilFronts):
		return YearPeriod
	case endsWithAny(c.before, untilFronts) && strings.HasSuffix(words, "12月31日"):
		return YearUntil
	}
	return YearEvent
}

var untilFronts = []string{"截至", "截止", "截止到", "截至到", "截止至"}

func isUntil(c *setting) bool {
	return endsWithAny(c.before, untilFronts) && hasAnyPrefix(c.after, []string{"底", "末", "年底", "年末"})
}

// isRange finds 2021—2025年, 2021年至2023年, 2022、2023年.
func isRange(c *setting) bool {
	joins := []string{"—", "-", "至", "到", "~", "～", "和", "、"}
	for _, j := range joins {
		if rest, ok := strings.CutPrefix(c.after, j); ok && rest != "" && isDigit(rune(rest[0])) {
			return true
		}
		if front, ok := strings.CutSuffix(strings.TrimRight(c.before, "—-~至到～和、"), "年"); ok && strings.HasSuffix(c.before, j) && endsInDigit(front) {
			return true
		}
		if strings.HasSuffix(c.before, j) && endsInDigit(strings.TrimRight(c.before, "—-~至到～和、")) {
			return true
		}
	}
	return false
}

func endsInDigit(s string) bool { return s != "" && isDigit(rune(s[len(s)-1])) }

// isCompared finds 较2022年, 与2022年的5件相比, 2022年同期, 上年（2022年）, 同比上升（2022年40件）.
func (p *paragraph) isCompared(c *setting) bool {
	if p.comparesWith(c.t) || hasAnyPrefix(c.after, []string{"同期", "相比", "水平", "基数"}) {
		return true
	}
	if endsWithAny(c.before, []string{"相比", "相较", "对比", "相较于", "比起", "相对"}) {
		return true
	}
	if c.t > 0 && p.tokens[c.t-1].kind == kOpen {
		front := p.s[c.first:p.tokens[c.t-1].i]
		if endsWithAny(front, []string{"上年", "去年", "上年度", "上一年", "上一年度"}) {
			return true
		}
		// 同比上升17.5%（2022年40件）: the base of the comparison in front.
		last := strings.LastIndexAny(front, "，；")
		if containsAny(front[max(last, 0):], []string{"同比", "增长", "下降", "上升", "增加", "减少", "持平"}) {
			return true
		}
	}
	return strings.Contains(c.after, "相比") || strings.Contains(c.after, "相较")
}

// isAnswered finds the problems of an earlier report, and what became of them.
func isAnswered(c *setting) bool {
	if containsAny(c.before, answerFronts) && containsAny(c.after, answerThings) {
		return true
	}
	for _, name := range []string{"年度报告", "年报", "报告"} {
		if rest, ok := strings.CutPrefix(c.after, name); ok && rest != "" {
			return true
		}
	}
	return containsAny(c.front+c.behind, answerVerbs)
}

// isSince finds 自2008年《条例》施行以来, 2019年起, 成立于2019年, 2022年以前.
func isSince(c *setting) bool {
	if endsWithAny(c.before, []string{"自", "从", "自从", "始于", "成立于", "建于", "早在", "截至", "截止"}) && !isUntil(c) {
		return true
	}
	return hasAnyPrefix(c.after, []string{"以来", "起", "以后", "之后", "至今", "以前", "之前", "前", "开始"}) || strings.Contains(c.after, "以来")
}

func isAccounts(c *setting) bool {
	return containsAny(c.after, accountWords) && !strings.Contains(c.after, "我")
}

// isNamed finds a year that belongs to a thing's name: 2022年政务公开工作要点.
func isNamed(c *setting) bool {
	if c.after == "" || strings.ContainsAny(c.after, "我本") {
		return false
	}
	words := c.after
	for _, thing := range namedThings {
		if k := strings.Index(words, thing); k >= 0 && k <= 3*12 && !containsAny(words[:k], []string{"收到", "受理", "公开政府", "发布", "按照", "严格", "根据", "办理", "答复", "完成"}) {
			return true
		}
	}
	return false
}

// modifies reports whether the words behind a year make it a part of a thing:
// 2022年收到的申请为7件, 2022年的申请. 2022年的工作中 tells of the year.
func modifies(after string) bool {
	if rest, ok := strings.CutPrefix(after, "的"); ok {
		return !containsAny(rest, []string{"工作"})
	}
	head := after
	if k := strings.IndexAny(head, "0123456789"); k >= 0 {
		head = head[:k]
	}
	for _, verb := range []string{"收到的", "受理的", "公开的", "发布的", "办理的", "印发的", "制发的", "提出的", "查找的", "存在的问题已"} {
		if strings.HasPrefix(head, verb) {
			return true
		}
	}
	return false
}

// headsClause reports whether only words that may open a clause stand in front
// of the year in its clause: 一是, 回顾, 我镇. Those that name the organ are
// returned.
func (p *paragraph) headsClause(c *setting) (front string, ok bool) {
	s := c.before
	if rest, cut := cutNumber(s); cut {
		s = rest
	}
	for _, w := range []string{"回顾", "总结", "在", "过去的", "但", "同时", "此外", "然而", "虽然", "整个", "其中", "下一步", "目前", "综上"} {
		s = strings.TrimPrefix(s, w)
	}
	return s, s == "" || p.isSelf(s)
}

// isSelf reports whether the words are nothing but a name of this organ.
func (p *paragraph) isSelf(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	if w := theLexicon().at(s, first, size); w != nil && len(w.text) == len(s) {
		if level := w.as(roleLevel); level != nil {
			return p.body.owns(level.Column, level.Matter)
		}
		return w.as(roleOwn) != nil || p.isOwn(s)
	}
	return p.body.name != "" && p.body.named(s) && strings.Contains(p.body.name, s)
}

// speaksOfItself reports whether what follows the year is told of this organ:
// it is named, or nobody is. 2022年，全县… is another's work.
func (p *paragraph) speaksOfItself(c *setting, front string) bool {
	if front != "" || c.nextAt == 0 {
		return true
	}
	tok := &p.tokens[c.nextAt]
	switch {
	case tok.kind == kWord && tok.word.as(roleLevel) != nil:
		level := tok.word.as(roleLevel)
		return p.body.owns(level.Column, level.Matter)
	case tok.kind == kWord && tok.word.as(roleWho) != nil:
		return p.isOwn(tok.word.text)
	case tok.kind == kText:
		return !p.body.other(p.s[tok.i:tok.j])
	}
	return true
}
