package organ

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/gouji/gouji/rules"
)

//go:embed data/*.toml
var dataFiles embed.FS

// domain is a kind of work with the organs that do it; see data/foreign.toml.
type domain struct {
	Name   string
	Owners []string
	Why    string
	Words  []string
	// Subjects are what the domain works on: foreign where a clause does the work
	// (优化纳税服务), and not where it publishes about it.
	Subjects []string
	added    bool // a project's
}

// domains reads the embedded file. It is part of the program: a fault in it is a
// fault of the program, and the tests see it.
var domains = sync.OnceValue(func() []domain {
	var file struct{ Domain []domain }
	meta, err := toml.DecodeFS(dataFiles, "data/foreign.toml", &file)
	if err != nil {
		panic(fmt.Sprintf("organ: data/foreign.toml: %v", err))
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		panic(fmt.Sprintf("organ: data/foreign.toml: unknown key %s", keys[0]))
	}
	return file.Domain
})

// foreignTo returns what is foreign to an organ, with the words that the project
// adds. A domain of the project's own is owned by organs whose name holds its
// name.
func foreignTo(organ string, facts *rules.Facts) []*vocabulary {
	all := vocabularies()
	own := all.without(func(d *domain) bool { return containsAny(organ, d.Owners) })
	out := []*vocabulary{own}
	if len(facts.Lexicon) == 0 {
		return out
	}
	names := map[string][]string{}
	for _, d := range domains() {
		names[d.Name] = d.Owners
	}
	var more []string
	for key := range facts.Lexicon {
		more = append(more, key)
	}
	slices.Sort(more)
	var added []domain
	for _, key := range more {
		if !containsAny(organ, append(slices.Clone(names[key]), key)) {
			added = append(added, domain{Name: key, Words: facts.Lexicon[key], added: true})
		}
	}
	return append(out, newVocabulary(added))
}

// partners in a sentence say that the work is done with those whose it is, or by
// them.
var partners = []string{
	"配合", "联合", "会同", "协同", "协助", "邀请", "移送", "转送", "转交", "转办", "入驻", "派驻", "驻镇", "驻乡", "对接", "联动", "税务局", "税务所", "税务分局", "税务部门", "市场监管局", "市场监管所", "市场监管分局", "市场监管部门", "市场监督管理局", "市场监督管理所", "公安局", "公安分局", "派出所", "公安机关配合", "海关部门", "部门联", "相关部门", "有关部门", "职能部门", "法院",
}

// firstOf finds the first words of a domain in a sentence, of several at one
// place the longest, as bytes.
func firstOf(foreign []*vocabulary, sentence string) (d *domain, at, length int, ok bool) {
	at = len(sentence)
	for _, v := range foreign {
		v.each(sentence, func(i int, e *entry) bool {
			if e.subject || i > at || i == at && len(e.words) <= length || listed(sentence, i, i+len(e.words)) {
				return i <= at
			}
			d, at, length, ok = e.domain, i, len(e.words), true
			return true
		})
	}
	if ok && containsAny(sentence, partners) {
		return nil, 0, 0, false
	}
	return d, at, length, ok
}

// workedOn finds the first clause of a sentence that does the work of a domain.
func workedOn(foreign []*vocabulary, sentence string) (d *domain, at, length int, ok bool) {
	for _, v := range foreign {
		v.each(sentence, func(i int, e *entry) bool {
			if !e.subject {
				return true
			}
			from, to := clauseAround(sentence, i)
			clause, k := sentence[from:to], i-from
			if listed(clause, k, k+len(e.words)) || containsAny(clause, partners) || containsAny(clause, publishing) {
				return true
			}
			if verb := doing(clause[:k]); verb >= 0 {
				d, at, length, ok = e.domain, from+verb, k+len(e.words)-verb, true
			}
			return !ok
		})
	}
	return d, at, length, ok
}

// clauseAround returns the clause of a sentence that holds the byte at i.
func clauseAround(s string, i int) (from, to int) {
	const stops = "，；。：（）"
	if k := strings.LastIndexAny(s[:i], stops); k >= 0 {
		_, size := utf8.DecodeRuneInString(s[k:])
		from = k + size
	}
	to = len(s)
	if k := strings.IndexAny(s[i:], stops); k >= 0 {
		to = i + k
	}
	return from, to
}

// publishing are words of a clause that publishes, teaches or tells about a
// domain, which any organ may: 公开纳税服务信息, 宣传商事制度改革.
var publishing = []string{"公开", "公示", "公布", "发布", "宣传", "解读", "信息", "政策", "栏目", "专栏", "领域", "目录", "事项", "咨询", "培训", "学习", "关注", "了解", "反映", "转发", "推送", "等"}

// doers are the verbs of a clause that does the work itself.
var doers = []string{"提升", "提高", "优化", "加强", "强化", "深化", "推进", "推动", "规范", "开展", "做好", "抓好", "完善", "改进", "创新", "落实", "严格", "聚焦", "围绕", "持续", "履行"}

// doing returns where the verb begins that stands nearest in front of a subject,
// within a few words of it; -1 when there is none.
func doing(front string) int {
	at := -1
	for _, verb := range doers {
		if k := strings.LastIndex(front, verb); k > at && utf8.RuneCountInString(front[k:]) <= maxReach {
			at = k
		}
	}
	return at
}

// maxReach is how far in front of its subject the verb may begin, in characters.
const maxReach = 10

// listed reports whether the words are one of a row of subjects: 安全生产、市场监管
// 工作、社会救助. A row names what is published about, not what is done.
func listed(s string, i, j int) bool {
	return strings.HasSuffix(s[:i], "、") && (strings.HasPrefix(s[j:], "、") || strings.HasPrefix(s[j:], "等")) ||
		strings.HasPrefix(s[j:], "局") || strings.HasPrefix(s[j:], "所") || strings.HasPrefix(s[j:], "部门")
}

// meetings are those that governments and party committees hold.
var meetings = []string{"人民政府常务会议", "政府常务会议", "政府常务会", "人民政府全体会议", "政府全体会议", "政府党组会议", "委常委会会议", "委常委会议", "委常委会", "委全会", "委理论学习中心组"}

var (
	holding = []string{"召开", "组织", "安排", "主持", "举行", "举办", "利用"}
	// attributed in front of a meeting, or followed behind it: it is another's.
	attributed = []string{"传达", "贯彻", "落实", "按照", "根据", "依据", "经", "提请", "报请", "提交", "报", "列席", "参加", "出席", "向", "配合", "筹备", "在县", "在市", "在区", "学习"}
	followed   = []string{"精神", "要求", "部署", "审议", "决定", "通过", "纪要", "批准", "汇报", "议题", "关于", "同意", "有关"}
)

// meeting finds a meeting of a body above the organ that is told as its own:
// 安排县政府常务会议上学习 in a township.
func meeting(sentence string, own name, k kind) (at, length int, ok bool) {
	for _, words := range meetings {
		i := strings.Index(sentence, words)
		if i <= 0 {
			continue
		}
		r, size := utf8.DecodeLastRuneInString(sentence[:i])
		if !strings.ContainsRune("县区旗市州盟省", r) || !isAbove(string(r), own, k) {
			continue
		}
		front := sentence[:i-size]
		if k := strings.LastIndexAny(front, "，；：。"); k >= 0 {
			front = front[k+len("，"):]
		}
		behind := strings.TrimPrefix(sentence[i+len(words):], "议")
		// A department prepares what its government decides: only one that
		// calls the meeting itself has another's words.
		verbs := holding
		if k == department {
			verbs = []string{"召开", "主持"}
		}
		if !containsAny(front, verbs) || containsAny(front, attributed) || startsAny(behind, followed) || containsAny(front, []string{"政府", "县委", "区委", "市委"}) {
			continue
		}
		return i - size, size + len(words), true
	}
	return 0, 0, false
}

// isAbove reports whether a meeting of that level is held above the organ.
func isAbove(level string, own name, k kind) bool {
	if k == area {
		return rank(level) > rank(own.level)
	}
	return !strings.HasSuffix(own.full, "政府办公室")
}
