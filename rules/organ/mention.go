package organ

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mention is another town named in the text as the one whose report it is.
type mention struct {
	i, j     int // bytes of the view: its name
	name     name
	accounts bool // its accounts are told, not its work
}

// notNames end in a level and name no town.
var notNames = []string{"乡镇", "城镇", "村镇", "集镇", "小镇", "古镇", "名镇", "重镇", "全镇", "各镇", "本镇", "我镇", "该镇", "城乡", "全乡", "各乡", "本乡", "我乡", "该乡", "家乡", "各街道", "本街道", "我街道", "全街道", "该街道", "等镇", "等乡", "等街道", "个镇", "个乡", "个街道", "和街道", "及街道", "与街道", "建制镇", "特色镇", "试点镇", "中心镇", "街道", "强镇", "老乡", "下乡", "他镇", "其他乡", "镇乡", "区镇", "县镇", "州镇", "区街道", "镇街道", "乡街道", "在镇", "由镇", "对镇", "向镇", "以镇"}

// verbs say that a town at the head of a clause does the work of the report.
var verbs = []string{"坚持", "认真", "严格", "高度重视", "始终", "全面", "主动公开", "积极", "按照", "共收到", "共受理", "收到", "未收到", "围绕", "深入", "切实", "进一步", "不断", "扎实", "紧紧", "共公开", "共主动"}

// noNames are words that no town's name holds: with one of them in it, what
// stands in front of 镇 is a verb or its like (做好镇政府预决算公开, 督促街道认真落实).
var noNames = []string{
	"做好", "加强", "强化", "推进", "推动", "提升", "提高", "压实", "规范", "督促", "指导", "要求", "组织", "开展", "公示", "公布", "公开", "发布", "按照", "及时", "落实", "健全", "完善", "建立", "优化", "更新", "明确", "调整", "成立", "协调", "统筹", "动员", "引导", "支持", "带动", "安排", "配合", "依托", "通过", "利用", "结合", "围绕", "根据", "关于", "针对", "对照", "确保", "保障", "保证", "实现", "促进", "深化", "拓展", "丰富", "畅通", "印发", "制定", "召开", "参加", "邀请", "联合", "方便", "服务", "编制", "报送", "上报", "反映", "涉及", "包括", "其中", "以及", "同时", "因此", "此外", "目前", "全部", "主动", "积极", "定期", "严格", "认真", "充分", "不断", "持续", "相关", "有关", "辖区", "所在", "部分", "个别", "少数", "多数", "一些", "基层", "下辖", "所辖", "所属", "省市", "市县", "县区", "领导", "政府", "工作", "信息", "切实", "带头", "全体", "整个", "作为", "属于", "来自", "位于", "覆盖", "延伸", "深入", "走进", "前往", "驻",
}

var accounts = []string{"部门决算", "部门预算", "财政决算", "财政预算", "财政预决算", "预决算", "决算", "预算"}

// seats stand between a town's name and what is told of it.
var seats = []string{"人民政府", "政府", "办事处", "党委", "党工委", "党委、政府", "党委政府"}

// mentions finds the towns that a sentence of the view tells of as its own:
// at the head of a clause in front of a verb of this work, in front of
// the report's name, or in front of accounts.
func mentions(s string, from, to int, preface bool) []mention {
	var out []mention
	for i := from; i < to; {
		level := levelAt(s[i:to])
		if level == "" {
			_, size := utf8.DecodeRuneInString(s[i:to])
			i += size
			continue
		}
		end := i + len(level)
		if m, ok := mentionAt(s, from, i, end, to, preface); ok {
			out = append(out, m)
		}
		i = end
	}
	return out
}

func levelAt(s string) string {
	for _, level := range townLevels {
		if strings.HasPrefix(s, level) {
			return level
		}
	}
	return ""
}

// mentionAt looks at the level that stands from byte i up to end.
func mentionAt(s string, from, i, end, to int, preface bool) (mention, bool) {
	start := nameStart(s, from, i)
	words := s[start:end]
	n := parse(words)
	length := utf8.RuneCountInString(n.core)
	if n.kind != town || length < 2 || length > 3 && n.core == n.stem || length > 4 || containsAny(n.core, noNames) || endsInAny(words, notNames) && !strings.HasSuffix(words, "街道") || containsAny(words, []string{"各", "我", "本", "全", "乡镇", "城乡", "和", "及", "与", "同"}) {
		return mention{}, false
	}
	rest := s[end:to]
	for _, seat := range seats {
		if cut, ok := strings.CutPrefix(rest, seat); ok {
			rest = cut
			break
		}
	}
	told := skipYear(rest)
	m := mention{i: start, j: end, name: n}
	switch {
	case preface && isReport(told):
		return m, true
	case startsAny(told, accounts):
		m.accounts = true
		return m, told != strings.TrimPrefix(rest, "的") // with a year between
	}
	return m, headsClause(s[from:start]) && startsAny(strings.TrimPrefix(rest, "，"), verbs) && rest == told
}

// nameStart goes back over the characters of a name, as far as twelve, or to a
// word that stands in front of names.
func nameStart(s string, from, i int) int {
	start := i
	for n := 0; n < 12 && start > from; n++ {
		r, size := utf8.DecodeLastRuneInString(s[from:start])
		if !isHan(r) || strings.ContainsRune("年月日", r) {
			break
		}
		start -= size
		if endsInAny(s[from:start], []string{"公布", "公开", "公示", "发布", "编制", "关于", "由", "是", "将", "对", "在"}) {
			break
		}
	}
	return start
}

// headsClause reports whether a clause, or a year and a comma, ends here.
func headsClause(before string) bool {
	return before == "" || endsInAny(before, []string{"，", "；", "：", "）", "年", "是"})
}

// skipYear takes 2022年度 and 的 off the front.
func skipYear(s string) string {
	s = strings.TrimPrefix(s, "的")
	if len(s) > 4 && strings.Trim(s[:4], "0123456789") == "" && strings.HasPrefix(s[4:], "年") {
		s = strings.TrimPrefix(s[4+len("年"):], "度")
	}
	return strings.TrimPrefix(s, "的")
}

func isReport(s string) bool {
	k := strings.Index(s, "年度报告")
	return (strings.HasPrefix(s, "政府信息公开") || strings.HasPrefix(s, "政务公开")) && k >= 0 && k < 3*16
}

func endsInAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

func startsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}
