package verdict

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/intake"
	"github.com/gouji/gouji/schema/narrative"
)

func TestAHedgeIsTakenAtItsWord(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		bound narrative.Bound
		said  int64
		is    int64
		want  bool
	}{
		{narrative.Exactly, 15, 15, true}, {narrative.Exactly, 15, 16, false},
		{narrative.AtLeast, 15, 15, true}, {narrative.AtLeast, 15, 19, true}, {narrative.AtLeast, 15, 14, false}, {narrative.AtLeast, 15, 200, false},
		{narrative.AtMost, 15, 9, true}, {narrative.AtMost, 15, 16, false},
		{narrative.About, 15, 14, true}, {narrative.About, 15, 18, true}, {narrative.About, 15, 25, false},
	} {
		c := &narrative.Claim{Value: schema.Int(tt.said), Bound: tt.bound}
		assert.Equal(t, tt.want, holds(c, schema.Int(tt.is)), "%d, bound %d, is %d", tt.said, tt.bound, tt.is)
	}
}

// judged reads a report whose row one is given as printed, and judges what it
// says of the applications received.
func judged(t *testing.T, row, sentence string) Verdict {
	t.Helper()
	all := verdicts(t, row, "0\t0\t0\t0\t0\t0\t0", sentence)
	require.Len(t, all, 1, sentence)
	return all[0]
}

// told judges the claims of a report with 14 applications, all concluded.
func told(t *testing.T, sentence string) []Verdict {
	t.Helper()
	const row = "10\t4\t0\t0\t0\t0\t14"
	all := verdicts(t, row, row, sentence)
	require.NotEmpty(t, all, sentence)
	return all
}

// most is the worst that is said of any claim.
func most(all []Verdict) Status {
	worst := Unlinked
	for i := range all {
		if all[i].Status == Contradicted {
			worst = Contradicted
		}
	}
	return worst
}

func verdicts(t *testing.T, received, total, sentence string) []Verdict {
	t.Helper()
	text := fmt.Sprintf(`临江县青石镇人民政府2023年政府信息公开工作年度报告
一、总体情况
%s
三、收到和处理政府信息公开申请情况
	自然人	商业企业	科研机构	社会公益组织	法律服务机构	其他	总计
一、本年新收政府信息公开申请数量	%s
二、上年结转政府信息公开申请数量	0	0	0	0	0	0	0
（七）总计	%s
四、结转下年度继续办理	0	0	0	0	0	0	0
`, sentence, received, total)
	r := intake.Read(context.Background(), "a.txt", []byte(text))[0]
	prose := narrative.Read(r)
	return Check(r, prose, relation.Check(r, nil))
}

func TestACellThatIsNotKnownContradictsNothingUnlessNoValueCouldAgree(t *testing.T) {
	t.Parallel()
	const told = "2023年共收到政府信息公开申请14件。"
	for _, tt := range []struct {
		name, row, sentence string
		status              Status
		missing             bool
	}{
		{"the cell agrees", "10\t4\t0\t0\t0\t0\t14", told, Verified, false},
		{"the cell differs", "10\t4\t0\t0\t0\t0\t15", told, Contradicted, false},
		{"a blank cell lacks what the text tells", "10\t4\t0\t0\t0\t0\t", told, Contradicted, true},
		{"a slash does, too", "10\t4\t0\t0\t0\t0\t/", told, Contradicted, true},
		{"a blank is no proof against none", "\t\t\t\t\t\t", "2023年未收到政府信息公开申请。", Unlinked, false},
		{"words in a cell were not read as a figure", "10\t4\t0\t0\t0\t0\t见附表", told, Unlinked, false},
		{"a row a cell short may hold it", "10\t4\t0\t0\t0\t14", told, Verified, false},
		{"or cannot, whichever cell it lost", "0\t0\t0\t0\t0\t0", told, Contradicted, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			v := judged(t, tt.row, tt.sentence)
			assert.Equal(t, tt.status, v.Status)
			switch tt.status {
			case Contradicted:
				assert.Equal(t, tt.missing, v.Missing)
			case Unlinked:
				assert.NotEmpty(t, v.Reason.ZH)
			}
		})
	}
}

func TestAClaimThatContextAloneNamesGivesWayToOneThatAgrees(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, sentence string
		want           Status
	}{
		{"told rightly before", "2023年收到政府信息公开申请14件，按时办结14件，逾期不补正不再处理的2件。", Unlinked},
		{"a verb that means but one thing", "2023年收到政府信息公开申请14件，按时办结14件。在办结的12件中，予以公开8件。", Contradicted},
		{"a part of what was told rightly", "2023年收到政府信息公开申请14件，县乡两级各收到9件和5件。", Unlinked},
		{"two parts that make the cell", "2023年收到涉农政府信息公开申请9件，收到涉土政府信息公开申请5件。", Unlinked},
		{"two that do not make it", "2023年收到涉农政府信息公开申请9件，收到涉土政府信息公开申请4件。", Contradicted},
		{"told rightly nowhere", "2023年收到政府信息公开申请14件，按时办结13件。", Contradicted},
		{"its clause names what it counts", "2023年收到政府信息公开申请14件，办结政府信息公开申请14件，另办结政府信息公开申请12件。", Contradicted},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			all := told(t, tt.sentence)
			assert.Equal(t, tt.want, most(all))
		})
	}
}
