package narrative

import "strings"

// 将 is two words: 2024年，我镇将加强培训 plans, 2023年，我镇将政务公开纳入考核 tells what
// was done. What stands behind it tells them apart.
var (
	// planAdverbs behind 将 are only said of what will be.
	planAdverbs = []string{
		"进一步", "继续", "不断", "持续", "着力", "努力", "力争", "认真", "切实", "积极", "更加", "大力", "深入", "扎实", "严格", "着重", "重点", "始终", "充分", "加快", "狠抓", "紧紧", "紧扣", "按照", "坚持", "围绕", "结合", "针对", "从以下", "从", "以", "通过", "聚焦", "在", "对", "把", "牢固", "全面", "主动", "定期", "及时", "采取", "立足", "锚定", "会", "一如既往", "统筹",
	}
	// planVerbs behind 将 are said of what will be, unless another verb of the
	// clause takes what lies between for its object.
	planVerbs = []string{
		"加强", "加大", "完善", "推进", "健全", "做好", "强化", "提升", "提高", "开展", "拓展", "拓宽", "规范", "优化", "丰富", "组织", "依托", "深化", "抓好", "巩固", "落实", "建立", "探索", "改进", "细化", "明确", "压实", "增加", "创新", "扩大", "推动", "畅通", "梳理", "学习", "加速", "压紧", "增强", "严格", "补齐", "紧盯", "制定", "安排", "举办", "督促", "指导", "促进", "做到", "实现", "完成",
	}
	// takers take an object that 将 puts in front of them.
	takers = []string{
		"纳入", "列入", "作为", "融入", "贯穿", "公开到", "公开至", "公开于", "上传到", "上传至", "报送至", "上报", "列为", "摆在", "放在", "分解到", "分解为", "分解至", "落实到", "细化到", "细化为", "移交", "转为", "转化为", "公布于", "公示于", "发布到", "发布在", "发布至", "归入", "延伸到", "延伸至", "公之于众",
	}
	otherPlans = []string{"拟", "计划", "打算", "力争", "力求", "争取", "准备", "要继续", "要进一步", "要不断", "继续加强", "应进一步"}

	planHeads = []string{"打算", "计划", "思路", "努力方向", "改进措施", "工作安排", "工作重点", "工作目标"}

	// prepositions open a clause that waits for its verb: 按照上级要求，我镇将….
	prepositions = []string{"按照", "根据", "针对", "围绕", "在", "为", "结合", "以", "面对", "对照", "随着", "通过", "对", "坚持"}

	// toldPlans in front of a year make what follows somebody's earlier plan.
	toldPlans = []string{"提出", "承诺", "明确", "要求", "部署", "计划中", "报告中", "规定", "原定"}
	done      = []string{"现已", "均已", "目前已", "已全部", "已于", "已完成", "已经", "已按"}
)

// isPlan reports whether the year says when something is planned.
func (p *paragraph) isPlan(c *setting) bool {
	if containsAny(c.front, toldPlans) || containsAny(c.behind, done) {
		return false
	}
	if p.section == "problems" && isPlanHead(c) {
		return true
	}
	if plans(c.next) {
		return true
	}
	return hasAnyPrefix(c.next, prepositions) && plans(c.second)
}

// isPlanHead finds 2024年工作打算：.
func isPlanHead(c *setting) bool {
	return len(c.after) <= 3*16 && endsWithAny(c.after, planHeads) && !containsAny(c.after, []string{"公开了", "发布", "《"})
}

// plans reports whether a clause tells what will be done.
func plans(clause string) bool {
	if strings.Contains(clause, "了") && !strings.Contains(clause, "为了") || strings.Contains(clause, "下一步") {
		return false
	}
	for at := 0; ; {
		k := strings.Index(clause[at:], "将")
		if k < 0 {
			break
		}
		at += k + len("将")
		if willDo(clause[at:]) {
			return true
		}
	}
	// The others stand where the verb does: at the front, or behind the subject.
	for _, w := range otherPlans {
		if k := strings.Index(clause, w); k >= 0 && k <= 3*8 && !containsAny(clause[:k], []string{"的", "制定", "按", "公开", "发布", "落实", "完成", "根据", "年度"}) && !strings.HasPrefix(clause[k+len(w):], "生育") {
			return true
		}
	}
	return false
}

// willDo reports whether what follows 将 is what will be done.
func willDo(rest string) bool {
	if rest == "" || hasAnyPrefix(rest, planAdverbs) {
		return rest != "" && !(hasAnyPrefix(rest, []string{"在", "对", "以", "从", "全面", "重点", "及时", "主动", "定期"}) && containsAny(rest, takers))
	}
	return hasAnyPrefix(rest, planVerbs) && !containsAny(rest, takers)
}
