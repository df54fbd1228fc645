package organ

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema/narrative"
)

// Foreign is OR603.
var Foreign = &rules.Rule{
	Code: "OR603", Name: "foreign-text", Family: rules.Organ, Severity: rules.Warning, Since: "0.1.0",
	Title: rules.Words{ZH: "混入了别的机关的文字", EN: "a sentence of another organ"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "写的是别的机关才有的工作（乡镇提升税收工作质效）、上级才开的会议（乡镇召开县政府常务会议）、别的地方的决算。配合税务局、贯彻县政府常务会议精神、公开减税降费信息，都不算。领域词可在 gouji.toml 里增加。",
			EN: "work that only another organ has, a meeting that only one above it holds, the accounts of another place; working with the tax bureau or following a decision from above is no fault; words of domains may be added in gouji.toml",
		},
		Why:   rules.Words{ZH: "整句照抄别的机关的报告，一读就能看出。", EN: "a sentence copied from another organ's report shows at once"},
		Basis: rules.Words{ZH: "国办公开办函〔2021〕30号：内容雷同、不准确的，应督促整改", EN: "circular 〔2021〕30: copied or inaccurate content is to be corrected"},
		Bad:   "五、存在的主要问题及改进情况\n2025年，街道将梳理依申请公开中发现的税务工作风险点，提升税收工作整体质效。",
		Good:  "五、存在的主要问题及改进情况\n2025年，街道将继续公开减税降费信息，配合税务局提升纳税服务质效。",
	},
	Check: checkForeign,
}

func checkForeign(p *rules.Pass) {
	own := organ(p.Report)
	k := kindOf(p, own)
	if k == unknown {
		return
	}
	others := foreignTo(own.full, p.Facts())
	prose := p.Prose()
	for i := range prose.Paragraphs {
		para := &prose.Paragraphs[i]
		for _, s := range para.Sentences() {
			if f, ok := foreign(p, own, k, others, i, s); ok {
				p.Add(f)
			}
		}
	}
}

// coordinators are bureaus that drive the work of others: all of it may stand in
// their reports.
var coordinators = []string{"发展", "发改", "商务", "审批", "政务服务", "营商", "开发区", "管委会", "管理委员会", "办公室", "数据"}

// foreign judges one sentence: the first thing in it that another organ said.
func foreign(p *rules.Pass, own name, k kind, others []*vocabulary, para int, s narrative.Run) (rules.Finding, bool) {
	view := p.Prose().Paragraphs[para].View()
	sentence := view[s.I:s.J]
	d, at, length, ok := firstOf(others, sentence)
	named := ok
	if !ok && k != area && !containsAny(own.full, coordinators) {
		d, at, length, ok = workedOn(others, sentence)
	}
	if ok {
		f := wordsFinding(p, para, s.I+at, s.I+at+length, rules.Words{
			ZH: fmt.Sprintf("“%s”是%s方面的机关的工作，%s的报告不会这样写，疑似混入了别的机关的文字。", sentence[at:at+length], d.Name, own.full),
			EN: fmt.Sprintf("%q is work of another kind of organ, which %s is not", sentence[at:at+length], own.full),
		})
		// A government may tell the work of its departments, and a department now
		// and then does another's; words that a project added are as sure as the
		// project is.
		if k == area || d.added || !named && k != town {
			f.Severity = rules.Info
		}
		return f, true
	}
	if at, length, ok := meeting(sentence, own, k); ok {
		return wordsFinding(p, para, s.I+at, s.I+at+length, rules.Words{
			ZH: fmt.Sprintf("“%s”不是%s召开的会议，这里写成了自己的工作，请核实。", sentence[at:at+length], own.full),
			EN: fmt.Sprintf("%q is no meeting of %s, here it is told as its own", sentence[at:at+length], own.full),
		}), true
	}
	if k != town {
		return rules.Finding{}, false
	}
	for _, m := range mentions(view, s.I, s.J, false) {
		if m.accounts && own.kind == town && !own.sameAs(m.name, p.Facts()) && !renamed(p, m.name) {
			return wordsFinding(p, para, m.i, m.j, rules.Words{
				ZH: fmt.Sprintf("%s的报告写了%s的预决算，疑似混入了别处的文字。", own.full, m.name.full),
				EN: fmt.Sprintf("the report of %s tells the accounts of %s", own.full, m.name.full),
			}), true
		}
	}
	return rules.Finding{}, false
}
