package output

import (
	"bytes"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"encoding/json"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

type sarifLog struct {
	Version string
	Runs    []struct {
		Tool              struct{ Driver sarifDriver }
		AutomationDetails struct{ ID string }
		Results           []sarifResult
		Invocations       []sarifInvocation
	}
}

func parseSARIF(t *testing.T, out []byte) (log sarifLog, list []said) {
	t.Helper()
	require.NoError(t, json.Unmarshal(out, &log))
	for _, run := range log.Runs {
		for _, r := range run.Results {
			first, _, _ := strings.Cut(r.Message.Text, "\n建议：")
			first, _, _ = strings.Cut(first, "\n位置：")
			list = append(list, said{r.RuleID, first})
		}
	}
	return log, list
}

// sarifValid validates against the schema of the standard, formats included.
func sarifValid(tb testing.TB) func(out []byte) error {
	tb.Helper()
	file, err := os.Open("testdata/sarif/sarif-schema-2.1.0.json")
	require.NoError(tb, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(tb, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(tb, c.AddResource("sarif.json", doc))
	s, err := c.Compile("sarif.json")
	require.NoError(tb, err)
	return func(out []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}
}

func TestSARIFIsValidByThePublishedSchema(t *testing.T) {
	t.Parallel()
	valid := sarifValid(t)
	word := township()
	word.Report.Format = "docx"
	for _, results := range [][]rules.Result{nil, {clean()}, {clean(), township(), accepted(1), unread()}, {hostileReport()}, {word}} {
		for _, lang := range []string{"zh", "en"} {
			require.NoError(t, valid(printed(t, SARIF, Options{Lang: lang, Rules: titled, Version: "0.1.0"}, results...)))
		}
	}
	broken := bytes.Replace(printed(t, SARIF, Options{Lang: "zh"}, township()), []byte(`"level":"error"`), []byte(`"level":"fatal"`), 1)
	require.Error(t, valid(broken), "the schema is in force")
}

func TestSARIFNamesLinesOnlyWhereThereAreLines(t *testing.T) {
	t.Parallel()
	for format, want := range map[string]bool{"text": true, "markdown": true, "toml": true, "html": true, "docx": false, "pdf": false, "xlsx": false} {
		res := township()
		res.Report.Format = format
		res.Findings[1].Place = schema.Place{Path: res.Report.Path, Line: 60, Column: 3, EndLine: 60, EndColumn: 5, Table: 2, Row: 8, Cell: 3}
		log, _ := parseSARIF(t, printed(t, SARIF, Options{Lang: "zh"}, res))
		f := log.Runs[0].Results[1]
		at := f.Locations[0]
		assert.Equal(t, want, at.Physical.Region != nil, format)
		if want {
			assert.Equal(t, sarifRegion{60, 3, 0, 5}, *at.Physical.Region)
			assert.NotContains(t, f.Message.Text, "位置：")
		} else {
			assert.Contains(t, f.Message.Text, "位置：第")
			assert.Equal(t, "element", at.Logical[0].Kind)
		}
		last := at.Logical[len(at.Logical)-1]
		assert.Equal(t, sarifLogical{"表三“（七）总计”行“自然人”列", "applications.outcome.total.natural", "member"}, last)
	}
}

func TestSARIFSaysWhatWasNotReadAndPutAside(t *testing.T) {
	t.Parallel()
	log, _ := parseSARIF(t, printed(t, SARIF, Options{Lang: "zh", Rules: titled}, accepted(0), unread()))
	run := log.Runs[0]
	assert.False(t, run.Invocations[0].Successful)
	require.Len(t, run.Invocations[0].Notifications, 1)
	assert.Contains(t, run.Invocations[0].Notifications[0].Message.Text, "扫描件")
	assert.Equal(t, "external", run.Results[0].Suppressions[0].Kind)
	assert.Equal(t, "inSource", run.Results[3].Suppressions[0].Kind)
	assert.Equal(t, "“将”指已批未建", run.Results[3].Suppressions[0].Justification)
	assert.Equal(t, 0, *run.Results[0].RuleIndex)
	assert.Nil(t, run.Results[2].RuleIndex, "a rule that is not among those described")
	assert.Contains(t, run.Tool.Driver.Rules[0].Help.Markdown, "```text\n新收14件 <表三为0>\n```")

	log, _ = parseSARIF(t, printed(t, SARIF, Options{Lang: "zh"}, clean()))
	assert.True(t, log.Runs[0].Invocations[0].Successful)
}

func TestSARIFKeepsTheLimitsAndSaysWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	res := township()
	for range 5 {
		other := res.Findings[0].Related[0]
		other.Place.Line += len(res.Findings[0].Related)
		res.Findings[0].Related = append(res.Findings[0].Related, other, other)
	}
	var buf bytes.Buffer
	p := &sarifPrinter{w: &buf, o: Options{Lang: "zh"}, limits: sarifLimits{runs: 2, results: 3, related: 3, shown: 2}}
	require.NoError(t, p.Report(res))
	require.NoError(t, p.Report(township()))
	require.NoError(t, p.Close(Summary{Files: 2}))
	log, list := parseSARIF(t, buf.Bytes())
	require.NoError(t, sarifValid(t)(buf.Bytes()))
	require.Len(t, log.Runs, 2)
	assert.Len(t, list, 6)
	assert.NotEqual(t, log.Runs[0].AutomationDetails.ID, log.Runs[1].AutomationDetails.ID)
	assert.Len(t, log.Runs[0].Results[0].Related, 2)
	assert.Equal(t, 4, log.Runs[0].Results[0].Properties.RelatedOmitted)
	var words []string
	for _, run := range log.Runs {
		for _, n := range run.Invocations[0].Notifications {
			words = append(words, n.Level+" "+n.Message.Text)
		}
	}
	assert.Equal(t, []string{
		"warning TX201 的一个问题（0011223344556677）另有 4 处相关位置没有列出；请改用 jsonl 格式。",
		"note 本次共 3 个问题，GitHub 只显示其中最重的 2 个。",
		"error 另有 2 个问题超出一个 SARIF 文件的限度，没有写入；请改用 jsonl 格式。",
		"note 本次共 3 个问题，GitHub 只显示其中最重的 2 个。",
	}, words)
}

func TestFilesAreNamedByURIsThatLeadBack(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"reports/柳河镇 1.txt": "reports/%E6%9F%B3%E6%B2%B3%E9%95%87%201.txt", "/年报/a%b#c?.docx": "file:///%E5%B9%B4%E6%8A%A5/a%25b%23c%3F.docx",
		"C:/年/a.txt": "file:///C:/%E5%B9%B4/a.txt", "a:b.txt": "./a:b.txt", "-": "-", "a\x00\n\xff": "a%00%0A%FF",
	} {
		got := fileURI(name)
		assert.Equal(t, want, got)
		u, err := url.Parse(got)
		require.NoError(t, err)
		assert.Equal(t, name, strings.TrimPrefix(strings.TrimPrefix(u.Path, "./"), map[bool]string{true: "/"}[strings.HasPrefix(name, "C:")]))
	}
}
