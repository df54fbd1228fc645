package across

import (
	"fmt"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// Jump is XR708.
var Jump = &rules.Rule{
	Code: "XR708", Name: "jump", Family: rules.Across, Severity: rules.Info, Since: "0.1.0",
	Title: rules.Words{ZH: "数字与上年相差上万倍", EN: "a figure is ten thousand times last year's"},
	Doc: rules.Doc{
		What: rules.Words{
			ZH: "表二的金额与上一年度相差一万倍上下（五千至两万倍）的，提示核对单位是元还是万元；其他数字与上一年度相差一万倍以上的，提示核对。上年或本年为 0 的不比。",
			EN: "an amount of form two about ten thousand times last year's (5,000 to 20,000), up or down: 元 in the place of 万元; any other figure ten thousand times or more; zeros are not compared",
		},
		Why:   rules.Words{ZH: "收费金额的单位是万元，常有一年按元填。", EN: "fees are in 万元, and are filled in in 元 now and then"},
		Basis: rules.Words{ZH: "表二“本年收费金额（单位：万元）”", EN: "the head of form two: the unit is 万元"},
		Bad:   "2023年度：行政事业性收费 | 4068.208\n2024年度：行政事业性收费 | 39905000",
		Good:  "2023年度：行政事业性收费 | 4068.208\n2024年度：行政事业性收费 | 3990.5",
	},
	Options: []rules.Option{{
		Key: "times", Doc: rules.Words{ZH: "相差多少倍以上才提示；金额按这个数的一半至两倍", EN: "how many times the other a figure must be; an amount from half of that to twice"},
		Default: 10_000, Min: 2, Max: 1_000_000_000,
	}},
	Across: checkJump,
}

func checkJump(b *rules.Beside) {
	for i, this := range b.Members {
		before := b.Before(i)
		if len(before) == 0 {
			continue
		}
		for _, key := range schema.FormKeys() {
			form := this.Form(key)
			if form == nil || before[0].Form(key) != form {
				continue
			}
			for _, row := range form.Rows {
				for k, id := range row.Cells {
					if jumped(before, this.Record, id, row.Block.Columns[k].Kind, b.Number(i, "times")) {
						b.Add(i, jumpFinding(before[0].Record, this.Record, id, row.Block.Columns[k].Kind, b.Number(i, "times")))
					}
				}
			}
		}
	}
}

// jumped reports whether the figure jumped from that of every report of last
// year.
func jumped(before []rules.Member, this *record.Record, id schema.CellID, kind schema.Kind, times int64) bool {
	if kind == schema.Change {
		return false // 增减 has no size of its own
	}
	for _, last := range before {
		if !far(last.Value(id), this.Value(id), kind == schema.Money, times) {
			return false
		}
	}
	return true
}

// far reports whether one figure is so many times the other. Amounts count only
// near that: beyond, no unit explains it.
func far(a, b record.Value, money bool, times int64) bool {
	if !a.IsNumber() || !b.IsNumber() || a.Number().Sign() <= 0 || b.Number().Sign() <= 0 {
		return false
	}
	small, large := a.Number(), b.Number()
	if small.Cmp(large) > 0 {
		small, large = large, small
	}
	if money {
		return large.Cmp(small.Mul(schema.Int(max(times/2, 2)))) >= 0 && large.Cmp(small.Mul(schema.Int(2*times))) <= 0
	}
	return large.Cmp(small.Mul(schema.Int(times))) >= 0
}

func jumpFinding(last, this *record.Record, id schema.CellID, kind schema.Kind, times int64) rules.Finding {
	f := about(this, id)
	name := rowName(this, id)
	ask, askEN := "请核对", "make sure of it"
	if kind == schema.Money {
		ask, askEN = "请核对单位是元还是万元", "make sure of its unit, 元 or 万元"
	}
	apart := "上万倍"
	if times != 10_000 {
		apart = fmt.Sprintf("约 %d 倍或以上", times)
	}
	f.Message = rules.Words{
		ZH: fmt.Sprintf("%s“%s”列填 %s，%d年度为 %s，相差%s；%s。", name.ZH, columnLabel(this, id), this.Value(id), last.Year, last.Value(id), apart, ask),
		EN: fmt.Sprintf("%s, column %q is %s and was %s in %d; %s", name.EN, columnLabel(this, id), this.Value(id), last.Value(id), last.Year, askEN),
	}
	f.Related = []rules.Related{related(last, id)}
	return f
}
