package alike

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const plan = "下一步，青石镇将健全信息发布审核机制，安排专人每周巡查栏目，组织站所骨干参加业务培训不少于3次。"

func TestTextIsComparedWithoutFiguresNamesAndPunctuation(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, this, that string
		same             bool
	}{
		{"itself", plan, plan, true},
		{"other figures", plan, "下一步，青石镇将健全信息发布审核机制，安排专人每周巡查栏目，组织站所骨干参加业务培训不少于12次。", true},
		{"another organ's name and other punctuation", plan, "下一步白渡镇将健全信息发布审核机制；安排专人每周巡查栏目、组织站所骨干参加业务培训不少于3次！", true},
		{"the organ calls itself 我镇", plan, "下一步，我镇将健全信息发布审核机制，安排专人每周巡查栏目，组织站所骨干参加业务培训不少于3次。", true},
		{"other words to the same end", plan, "今后我镇会完善发布前的把关制度，定人定期查看网页，并多派业务人员外出学习。", false},
		{"a set phrase in common", "未发生因政府信息公开引起的行政复议。镇里新设公开栏两处。", "全年无因政府信息公开引起的行政复议。邀请村民代表座谈。", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			this, that := New([]string{tt.this}, "青石镇"), New([]string{tt.that}, "青石镇", "白渡镇")
			common := Common(this.Shingles, that.Shingles)
			if !tt.same {
				assert.Zero(t, common)
				return
			}
			assert.Positive(t, common)
			assert.Equal(t, len(this.Shingles), common)
		})
	}
}

func TestASentenceMovedElsewhereIsFoundAgain(t *testing.T) {
	t.Parallel()
	other := "2023年召开专题会议两次，研究部署政务公开，明确分管领导和责任站所，形成齐抓共管的局面。"
	this, that := New([]string{plan + other}), New([]string{other, plan})
	pairs := Pairs(this, that)
	assert.Len(t, pairs, 2)
	assert.Positive(t, Common(this.Shingles, New([]string{plan}).Shingles))
	assert.True(t, pairs[0].SameFigures())
	assert.Equal(t, 0, pairs[0].This.Paragraph)
	assert.Equal(t, 1, pairs[0].That.Paragraph)
}

func TestFiguresOfASentenceAreListedWithoutYears(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "15 3.5 1,024", figures("2023年收到15件，增长3.5%，国办公开办函〔2021〕公开1,024条"))
	assert.Empty(t, figures("2023年"))
}

func TestWithoutLeavesOutWhatManyShare(t *testing.T) {
	t.Parallel()
	list := New([]string{plan}).Shingles
	set := map[uint64]bool{list[0]: true}
	assert.Equal(t, list[1:], Without(list, set))
	assert.Equal(t, list, Without(list, nil))
}
