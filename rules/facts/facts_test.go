package facts_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/catalog"
	"github.com/gouji/gouji/rules/facts"
	"github.com/gouji/gouji/schema/intake"
)

const report = `临江县青石镇人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年收到政府信息公开申请14件，"<新>"办结。
三、收到和处理政府信息公开申请情况
	自然人	商业企业	科研机构	社会公益组织	法律服务机构	其他	总计
一、本年新收政府信息公开申请数量	10	4	0	0	0	0	15
`

func line(t *testing.T) []byte {
	t.Helper()
	var results []rules.Result
	for _, r := range intake.Read(context.Background(), "a.txt", []byte(report)) {
		results = append(results, rules.Run(r, catalog.All()))
	}
	out, err := facts.Of("a.txt", results).Line()
	require.NoError(t, err)
	return out
}

func TestALineReadAndWrittenIsTheSameLine(t *testing.T) {
	t.Parallel()
	first := line(t)
	f, err := facts.Parse(first)
	require.NoError(t, err)
	results := f.Results()
	require.Len(t, results, 1)
	assert.NotEmpty(t, results[0].Findings)
	assert.Equal(t, 2023, results[0].Report.Year)
	assert.Equal(t, "2021", results[0].Report.Edition.ID)
	again, err := f.Line()
	require.NoError(t, err)
	assert.Equal(t, string(first), string(again))
}

func TestWhatIsNoLineOfFactsIsRefused(t *testing.T) {
	t.Parallel()
	for name, words := range map[string]string{
		"nothing":         "",
		"words":           "收到14件",
		"another version": `{"version":2,"path":"a.txt","reports":[{}]}`,
		"no report":       `{"version":1,"path":"a.txt"}`,
	} {
		_, err := facts.Parse([]byte(words))
		assert.Error(t, err, name)
	}
}

// FuzzParse: what a machine hands on may be cut or spoiled; it is refused, or
// read into results that can be written again.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version":1,"path":"a.txt","reports":[{"path":"a.txt","crashes":[-1,9],"forms":{"x":{"edition":"?"}}}]}`))
	f.Add([]byte(`{"version":1,"path":"a.txt","reports":[{"record":{}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := facts.Parse(data)
		if err != nil {
			return
		}
		assert.Len(t, file.Results(), len(file.Reports))
		_, err = file.Line()
		assert.NoError(t, err)
	})
}
