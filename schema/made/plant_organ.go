package made

import (
	"fmt"
	"strings"
)

func organKinds() []Kind {
	return []Kind{
		{"organ-name", []string{"OR601"}, "warning", "落款是另一机关", "another organ signs", (*planter).organName},
		{"pronoun", []string{"OR602"}, "warning", "自称与机关不符", "the organ calls itself what it is not", (*planter).pronoun},
		{"foreign-text", []string{"OR603"}, "info", "混入别的机关的文字", "a sentence of another kind of organ", (*planter).foreignText},
	}
}

// organName lets an organ sign that has nothing to do with the report.
func (p *planter) organName() bool {
	for seed := uint64(1); ; seed++ {
		other := NewOrgan(p.m.Seed+seed, p.m.Organ.Kind)
		if other.Place != p.m.Organ.Place && other.Parent != p.m.Organ.Parent {
			p.key.Words, p.key.Instead = other.Name, p.m.Signature
			p.m.Signature = other.Name
			return true
		}
	}
}

// pronoun lets a township speak of 我局 and a bureau of 我镇.
func (p *planter) pronoun() bool {
	wrong := map[OrganKind]string{Township: "我局", Street: "我局", County: "我局", CountyBureau: "我镇", PrefectureBureau: "我街道"}[p.m.Organ.Kind]
	for _, s := range p.sentences(in("disclosure", "applications", "problems", "other", "overview")) {
		for _, we := range p.m.Organ.We {
			if strings.HasPrefix(we, "我") && p.swap(s, we, wrong) {
				return true
			}
		}
	}
	return false
}

// foreign are sentences that only another kind of organ can mean.
var foreign = map[OrganKind][]string{
	Township:         {"梳理依申请公开中发现的税收征管风险点，提升纳税服务质效。", "召开市政府常务会议专题研究政务公开工作。"},
	Street:           {"梳理依申请公开中发现的税收征管风险点，提升纳税服务质效。", "召开市政府常务会议专题研究政务公开工作。"},
	County:           {"强化税务稽查案件公开，提升纳税服务质效。", "加强海关通关信息公开，优化报关服务。"},
	CountyBureau:     {"推进村务公开，指导各村委会更新本镇公开栏。", "强化税务稽查案件公开，提升纳税服务质效。"},
	PrefectureBureau: {"推进村务公开，指导各村委会更新本镇公开栏。", "强化税务稽查案件公开，提升纳税服务质效。"},
}

func (p *planter) foreignText() bool {
	p.key.Words = pick(p.d, foreign[p.m.Organ.Kind])
	return p.say(pick(p.d, []string{"supervision", "management"}), p.key.Words)
}

// String names the key in one line, for a test's message.
func (k Planted) String() string {
	return fmt.Sprintf("%s %v: %v %v → %v, %q → %q", k.Kind, k.Codes, k.Cells, k.Wrong, k.Right, k.Words, k.Instead)
}
