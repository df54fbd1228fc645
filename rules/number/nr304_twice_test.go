package number

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOneQuantityToldTwice(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		words []string
		want  string
	}{
		{"two totals of one year", []string{"2023年，我镇主动公开政府信息237条。", "全年共主动公开政府信息368条，内容真实。"}, "warning: 此处说主动公开的政府信息总数是“368条”，前文说是“237条”"},
		{"in the same words", []string{"2023年主动公开政府信息237条。", "2023年主动公开政府信息368条。"}, "error: "},
		{"the same twice", []string{"2023年主动公开政府信息237条。", "全年主动公开政府信息237条。"}, ""},
		{"last year's", []string{"2023年主动公开政府信息237条。", "2022年主动公开政府信息368条。"}, ""},
		{"a channel's", []string{"2023年主动公开政府信息237条。", "网站主动公开政府信息168条。"}, ""},
		{"the county's", []string{"2023年主动公开政府信息237条。", "全县主动公开政府信息3680条。"}, ""},
		{"another measure word", []string{"2023年主动公开政府信息237条。", "全年主动公开政府信息368条次。"}, ""},
		{"half a year's", []string{"2023年主动公开政府信息237条。", "上半年主动公开政府信息120条。"}, ""},
		{"hedged", []string{"2023年主动公开政府信息237条。", "全年主动公开政府信息200余条。"}, ""},
		{"in 万", []string{"2023年主动公开政府信息26118条。", "全年主动公开政府信息2.6万条。"}, ""},
		{"a part of the list", []string{"2023年主动公开政府信息237条，其中主动公开政府信息类100条。"}, ""},
		{"since the site was opened", []string{"2023年主动公开政府信息237条。", "自网站开通以来主动公开政府信息3680条。"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := said(Twice, tt.words...)
			if tt.want == "" {
				assert.Empty(t, got)
				return
			}
			if assert.Len(t, got, 1) {
				assert.Contains(t, got[0], tt.want)
			}
		})
	}
}
