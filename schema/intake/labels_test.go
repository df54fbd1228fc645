package intake

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/schema"
)

func TestLabelsAreToldByTheirWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, label, key string
		own              string // the row's own part of the label
		whole            bool
	}{
		{"the official words", "1.属于国家秘密", "refused.state_secret", "", true},
		{"another style of number", "1、属于国家秘密", "refused.state_secret", "", true},
		{"no number", "属于国家秘密", "refused.state_secret", "", true},
		{"letter-spaced", "属 于 国 家 秘 密", "refused.state_secret", "", true},
		{"the group in front", "（三）不予公开 1.属于国家秘密", "refused.state_secret", "1.属于国家秘密", true},
		{"the group in front, letter-spaced and without its bracket", "三 不 予 公 开1.属于国家秘密", "refused.state_secret", "1.属于国家秘密", true},
		{"two groups in front", "三、本年度办理结果（三）不予公开1.属于国家秘密", "refused.state_secret", "1.属于国家秘密", true},
		{"the section in front of a row", "三、本年度办理结果（一）予以公开", "granted", "（一）予以公开", true},
		{"a misspelt group in front", "（三）不与公开1.属于国家秘密", "refused.state_secret", "", false},
		{"（六） and its first row", "（六）其他处理1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "other.uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", true},
		{"（六） and its first row with a slip", "（六）其他处理 1.申请人无正当理由愈期不补正、行政机关不再处理其政府信息公开申请", "other.uncorrected", "1.申请人无正当理由愈期不补正、行政机关不再处理其政府信息公开申请", true},
		{"（六） and its third row", "（六）其他处理3.其他", "other.other", "3.其他", true},
		{"（六） alone is the row of 2019", "（六）其他处理", "other", "", true},
		{"其它 for 其他", "（六）其它处理", "other", "", true},
		{"the remark left out", "（二）部分公开", "partly_granted", "", true},
		{"the remark with half-width marks", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "partly_granted", "", true},
		{"a slip in the words", "3.危“三安全一稳定”", "refused.security", "", true},
		{"cut by a page", "2.没有现成信息需", "unavailable.not_made", "", false},
		{"（四）'s first, not （三）'s", "（四）无法提供1.本机关不掌握相关政府信息", "unavailable.not_held", "1.本机关不掌握相关政府信息", true},
		{"near miss: a number alone", "1.", "", "", false},
		{"near miss: a group alone", "（三）不予公开", "", "", false},
		{"near miss: a subtotal of a group", "（三）不予公开小计", "", "", false},
		{"near miss: a sentence", "依申请公开的情况见附件", "", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			m, ok := formIndex(schema.Applications).find(tt.label)
			if tt.key == "" {
				assert.False(t, ok, m.key)
				return
			}
			assert.True(t, ok)
			assert.Equal(t, "applications.outcome."+tt.key, m.key)
			assert.Equal(t, tt.whole, m.whole)
			if tt.own == "" {
				tt.own = tt.label
			}
			assert.Equal(t, tt.own, strings.TrimSpace(tt.label[m.from:]))
		})
	}
}
