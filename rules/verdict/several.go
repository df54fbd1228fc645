package verdict

import (
	"slices"
	"strings"

	"github.com/gouji/gouji/schema"
)

// shared verifies contradicted claims of one paragraph that speak of the same
// cells and make them together: 自然人45件（含上年结转2件），法律服务机构3件（含上年结转1件）
// beside 3 carried in.
func shared(all []Verdict) {
	for i := range all {
		v := &all[i]
		if v.Status != Contradicted || v.Claim.None || v.Missing {
			continue
		}
		group := []*Verdict{v}
		sum := v.Claim.Value
		for k := i + 1; k < len(all); k++ {
			w := &all[k]
			if w.Claim.Paragraph == v.Claim.Paragraph && w.Status == Contradicted && !w.Claim.None && slices.Equal(w.Cells, v.Cells) {
				group, sum = append(group, w), sum.Add(w.Claim.Value)
			}
		}
		if len(group) < 2 || !sum.Equal(v.Sum) {
			continue
		}
		for _, w := range group {
			*w = Verdict{Claim: w.Claim, Status: Verified, Cells: w.Cells, Sum: w.Sum}
		}
	}
}

// outvoted takes back contradictions by claims that only their context gives a
// meaning, where the text tells the same cells elsewhere as the form has them:
// that they speak of something else is likelier than that one sentence has it
// right and another wrong. These are verbs of many meanings (已办结40件，逾期不补正不再处理
// 的2件), and smaller numbers of the same paragraph (行政复议5件，两级政府各受理1件和4件).
func outvoted(all []Verdict) {
	for i := range all {
		v := &all[i]
		if v.Status != Contradicted || v.Claim.Named || v.Claim.None {
			continue
		}
		vague := strings.HasSuffix(v.Claim.What.Key, "_any")
		if slices.ContainsFunc(all, func(w Verdict) bool {
			part := w.Claim.Paragraph == v.Claim.Paragraph && v.Claim.What.Key != "handled" && v.Claim.Value.Sign() > 0 && v.Claim.Value.Cmp(w.Claim.Value) < 0
			return w.Status == Verified && !w.Claim.None && (vague || part) &&
				slices.ContainsFunc(v.Claim.Readings, func(r []schema.CellID) bool { return slices.Equal(r, w.Cells) })
		}) {
			*v = Verdict{Claim: v.Claim, Cells: v.Cells, Sum: v.Sum, Reason: doubtful}
		}
	}
}
