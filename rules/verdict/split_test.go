package verdict

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/gouji/gouji/rules/relation"
	"github.com/gouji/gouji/schema/intake"
	"github.com/gouji/gouji/schema/narrative"
)

func TestASentenceHasOneReading(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, received, carried, sentence string
		want                              Status
	}{
		{"all of row one told as natural persons", "12\t1\t0\t0\t0\t0\t13", "1\t0\t0\t0\t0\t0\t1", "共收到政府信息公开申请13件，其中自然人申请13件。", Contradicted},
		{"as row one has them", "12\t1\t0\t0\t0\t0\t13", "1\t0\t0\t0\t0\t0\t1", "共收到政府信息公开申请13件，其中自然人12件、企业1件。", Unlinked},
		{"parts of both rows beside a whole of both", "12\t1\t0\t0\t0\t0\t13", "1\t0\t0\t0\t0\t0\t1", "共受理政府信息公开申请14件，其中自然人13件、企业1件。", Unlinked},
		{"parts that make more than the whole may cover both rows", "12\t1\t0\t0\t0\t0\t13", "1\t0\t0\t0\t0\t0\t1", "共收到政府信息公开申请13件，其中自然人13件、企业1件。", Unlinked},
		{"nothing was carried in", "13\t0\t0\t0\t0\t0\t13", "0\t0\t0\t0\t0\t0\t0", "共收到政府信息公开申请13件，其中自然人申请13件。", Unlinked},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := intake.Read(context.Background(), "a.txt", fmt.Appendf(nil, `临江县青石镇人民政府2023年政府信息公开工作年度报告
一、总体情况
%s
三、收到和处理政府信息公开申请情况
	自然人	商业企业	科研机构	社会公益组织	法律服务机构	其他	总计
一、本年新收政府信息公开申请数量	%s
二、上年结转政府信息公开申请数量	%s
`, tt.sentence, tt.received, tt.carried))[0]
			assert.Equal(t, tt.want, most(Check(r, narrative.Read(r), relation.Check(r, nil))))
		})
	}
}
