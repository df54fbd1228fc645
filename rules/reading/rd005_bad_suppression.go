package reading

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
)

// BadSuppression is RD005. It looks at the comments of a report; those of
// gouji.toml, which stand in no report, are judged where that is read.
var BadSuppression = &rules.Rule{
	Code: "RD005", Name: "bad-suppression", Family: rules.Reading, Severity: rules.Warning, Since: "0.1.0", Last: true,
	Title: rules.Words{ZH: "忽略标注无效", EN: "a suppression is of no use"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "忽略问题的标注（TOML 年报里的 # gouji:ignore 注释、gouji.toml 里的 [[suppress]]）没有写原因、没有写或写错了规则代码、过了期限，或者没有对应的问题。没有写全和过期的不起作用。",
			EN: "a suppression, as a comment # gouji:ignore in a report in TOML or as [[suppress]] in gouji.toml, that gives no reason, no code or an unknown one, is past its date, or matched nothing; one that is not whole or past its date has no effect",
		},
		Why:   rules.Words{ZH: "没有原因的标注无法复核；留下的旧标注会把以后真正的错误一起盖住。", EN: "nobody can review a suppression without a reason, and an old one hides the next real error"},
		Basis: rules.Words{ZH: "gouji 的忽略约定", EN: "gouji's own rule of suppression"},
		Bad:   "received = [10, 1, 0, 0, 0, 0, 12] # gouji:ignore TB101",
		Good:  "received = [10, 1, 0, 0, 0, 0, 12] # gouji:ignore TB101 公开文本即如此，已报上级机关更正",
	},
	Check: func(p *rules.Pass) {
		for _, ig := range p.Ignored() {
			for _, w := range faults(ig) {
				p.Add(rules.Finding{Message: w, Place: ig.Place, Actual: strings.Join(ig.Codes, " "), Key: w.EN})
			}
		}
	},
}

// faults says what is wrong with a comment.
func faults(ig rules.Ignored) []rules.Words {
	switch {
	case ig.Verb != "ignore":
		return []rules.Words{{
			ZH: fmt.Sprintf("不认识的标注“gouji:%s”，是否指 gouji:ignore；这条标注没有起作用。", ig.Verb),
			EN: fmt.Sprintf("unknown comment gouji:%s; did you mean gouji:ignore; it has no effect", ig.Verb),
		}}
	case len(ig.Codes) == 0:
		return []rules.Words{{
			ZH: "忽略标注没有写明规则代码，没有起作用；请写成“# gouji:ignore TB101 原因”。",
			EN: "the suppression names no rule and has no effect; write # gouji:ignore TB101 reason",
		}}
	case ig.Reason == "":
		return []rules.Words{{
			ZH: fmt.Sprintf("忽略标注没有写原因，没有起作用；请在 %s 后面写明为什么可以忽略。", strings.Join(ig.Codes, "、")),
			EN: fmt.Sprintf("the suppression of %s gives no reason and has no effect; say why after the code", strings.Join(ig.Codes, ", ")),
		}}
	}
	var out []rules.Words
	for _, code := range ig.Unknown {
		out = append(out, rules.Words{
			ZH: fmt.Sprintf("忽略标注里的 %s 不是任何规则的代码，请核对；全部代码见 gouji rules。", code),
			EN: fmt.Sprintf("the suppression names %s, which is no rule; gouji rules lists them", code),
		})
	}
	for _, code := range ig.Idle {
		out = append(out, rules.Words{
			ZH: fmt.Sprintf("这里没有 %s 的问题，忽略标注已经用不着，请删去。", code),
			EN: fmt.Sprintf("there is no finding of %s here; remove the suppression", code),
		})
	}
	return out
}
