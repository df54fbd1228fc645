package alike

import (
	"regexp"
	"sync"

	"github.com/gouji/gouji/schema"
)

// phrases are what the law, the circulars and the form itself put into every
// report; a sentence that has one is nobody's own.
var phrases = regexp.MustCompile(`根据《|按照《|依据《|依照《|《中华人民共和国政府信息公开条例》|年度报告(格式|由|包括|共|中所列|如需|电子版)|统计期限|欢迎.{0,6}联系|联系(电话|地址|方式)[:：]|` +
	`因政府信息公开.{0,6}(引起|被|提起|发生)|政府信息公开(方面的)?(行政复议|行政诉讼)|信息处理费|其他需要报告的事项|` +
	`(收到|受理|新收|办结|接到|上年结转|结转).{0,16}申请|申请.{0,8}(结转|办结)|结转下(一)?年度|应公开尽公开|(以|坚持)公开为常态|不公开为例外|三审三校`)

// official reports whether a sentence is one of those that reports must have, or
// the label of a form.
func official(words string) bool { return phrases.MatchString(words) || labels()[core(words, nil)] }

// labels are the titles and labels of all forms and sections.
var labels = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, e := range schema.Editions() {
		for _, s := range e.Sections {
			out[core(s.Title, nil)] = true
		}
		for _, f := range e.Forms {
			out[core(f.Title, nil)] = true
			for _, r := range f.Rows {
				out[core(r.Label, nil)] = true
			}
		}
	}
	return out
})
