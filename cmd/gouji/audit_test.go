package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/schema/made"
)

// audit runs gouji audit and returns its exit code and what it said.
func audit(args ...string) (code int, out, errs string) {
	var stdout, stderr bytes.Buffer
	code = Main(append([]string{"audit"}, args...), Env{Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }})
	return code, stdout.String(), stderr.String()
}

// auditedJSON is what gouji audit --format json says.
type auditedJSON struct {
	Reports []struct {
		Path, Organ string
		Year        int
		Findings    []struct {
			Code, Severity, Actual string
			Cells                  []string
			Place                  struct{ Path string }
			Related                []struct{ Place struct{ Path string } }
		}
	}
	Summary struct {
		Files, Unread int
		Across        struct {
			Organs, Reports, Linked int
			Alone, Joined, Unplaced []string
		}
	}
}

func auditJSON(t *testing.T, args ...string) (code int, got auditedJSON) {
	t.Helper()
	code, out, errs := audit(append([]string{"--format", "json"}, args...)...)
	require.NotEqual(t, ExitUsage, code, errs)
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	return code, got
}

// corpus makes a corpus in TOML and returns its folder and the key.
func corpus(t *testing.T, args ...string) (dir string, keys []keyLine) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "made")
	code, _, errs := synth(append([]string{dir, "--format", "toml"}, args...)...)
	require.Equal(t, ExitClean, code, errs)
	data, err := os.ReadFile(filepath.Join(dir, keyFile))
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		var k keyLine
		require.NoError(t, json.Unmarshal([]byte(line), &k))
		keys = append(keys, k)
	}
	return dir, keys
}

func TestEveryErrorPlantedBetweenYearsIsFoundOnceAndNothingElseIs(t *testing.T) {
	t.Parallel()
	dir, keys := corpus(t, "--organs", "160", "--years", "2019-2022", "--plant", "0.5", "--seed", "11")
	code, got := auditJSON(t, dir)
	assert.Equal(t, ExitFindings, code)
	want, found := map[string]int{}, map[string]int{}
	cross := map[string]bool{}
	for _, k := range made.CrossKinds() {
		cross[k.Name] = true
	}
	kinds := map[string]int{}
	for _, k := range keys {
		if cross[k.Kind] {
			kinds[k.Kind]++
			year := fmt.Sprint(k.Year)
			if k.Kind != "missing-report" {
				year += " " + strings.Join(k.Cells, " ")
			}
			want[k.Codes[0]+" "+k.Organ+" "+year]++
		}
	}
	assert.Len(t, kinds, len(cross), "every kind is there: %v", kinds)
	for _, r := range got.Reports {
		for _, f := range r.Findings {
			switch {
			case f.Code == "XR706":
				found[f.Code+" "+r.Organ+" "+f.Actual]++
			case strings.HasPrefix(f.Code, "XR"):
				found[fmt.Sprintf("%s %s %d %s", f.Code, r.Organ, r.Year, strings.Join(f.Cells, " "))]++
				assert.NotEqual(t, f.Place.Path, f.Related[0].Place.Path, "the other year's report is pointed to")
			}
		}
	}
	assert.Equal(t, want, found)
}

func TestConsistentYearsAreSilentInEveryFormat(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "made")
	code, _, errs := synth(dir, "--organs", "16", "--years", "2019-2024", "--format", "toml,html,docx,markdown")
	require.Equal(t, ExitClean, code, errs)
	code, got := auditJSON(t, "--fail-on", "info", dir)
	assert.Equal(t, ExitClean, code)
	for _, r := range got.Reports {
		assert.Empty(t, r.Findings, r.Path)
	}
	across := got.Summary.Across
	assert.Equal(t, []int{16, 96, 80}, []int{across.Organs, across.Reports, across.Linked})
	assert.Empty(t, across.Alone)
}

func TestUnreadableFilesAreCountedAndTheRunIsNotClean(t *testing.T) {
	t.Parallel()
	dir, _ := corpus(t, "--organs", "10", "--years", "2022-2024")
	for i := range 3 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("broken-%d.docx", i)), []byte("no zip"), 0o644))
	}
	code, got := auditJSON(t, dir)
	assert.Equal(t, ExitUnread, code)
	assert.Equal(t, 33, got.Summary.Files)
	assert.Equal(t, 3, got.Summary.Unread)
	assert.Equal(t, 30, got.Summary.Across.Reports)
}

func TestTwoAuditsSayTheSame(t *testing.T) {
	t.Parallel()
	dir, _ := corpus(t, "--organs", "6", "--years", "2019-2022", "--plant", "0.6")
	for _, format := range []string{"text", "json", "csv", "xlsx", "html", "sarif"} {
		_, one, _ := audit("--format", format, "--jobs", "1", dir)
		_, two, _ := audit("--format", format, "--jobs", "7", dir)
		same := one == two // printing the difference would take megabytes
		assert.True(t, same, format)
		assert.NotEmpty(t, one, format)
	}
}

func TestTheRealYearsOfADistrictAreLinkedAndATownshipStandsAlone(t *testing.T) {
	t.Parallel()
	dir := filepath.Join("..", "..", "..", "shared", "corpus")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared corpus is not here")
	}
	_, got := auditJSON(t, dir)
	for _, r := range got.Reports {
		for _, f := range r.Findings {
			assert.False(t, strings.HasPrefix(f.Code, "XR"), "%s %s", r.Path, f.Code)
		}
	}
	across := got.Summary.Across
	assert.Equal(t, 2, across.Organs)
	assert.Equal(t, 1, across.Linked)
	require.Len(t, across.Alone, 1)
	assert.Contains(t, across.Alone[0], "2020年度")
	assert.Len(t, across.Joined, 1)
}

// twoYears writes two reports whose carry-over does not fit and returns their
// folder.
func twoYears(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for year, row := range map[int]string{2022: "carried_out = [5, 0, 0, 0, 0, 0, 5]", 2023: "carried_in = [3, 0, 0, 0, 0, 0, 3]"} {
		body := fmt.Sprintf("[report]\ntitle = \"临江县水利局%d年政府信息公开工作年度报告\"\norgan = \"临江县水利局\"\nyear = %[1]d\n[applications]\n%s\n", year, row)
		require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.toml", year)), []byte(body), 0o644))
	}
	return dir
}

func TestAFindingAcrossYearsIsPutAsideLikeAnyOther(t *testing.T) {
	t.Parallel()
	dir := twoYears(t)
	only := []string{"--select", "XR", "--fail-on", "warning", dir}
	code, out, _ := audit(only...)
	assert.Equal(t, ExitFindings, code, out)
	assert.Contains(t, out, filepath.Join(dir, "2022.toml")+" 第6行")

	base := filepath.Join(t.TempDir(), "baseline.toml")
	code, out, errs := audit(append([]string{"--baseline", base, "--write-baseline"}, only...)...)
	assert.Equal(t, ExitClean, code, out+errs)
	code, out, _ = audit(append([]string{"--baseline", base}, only...)...)
	assert.Equal(t, ExitClean, code, out)

	config := "root = true\n[[suppress]]\npath = \"2023.toml\"\ncode = \"XR701\"\nreason = \"两件已撤回\"\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte(config), 0o644))
	code, out, _ = audit(only...)
	assert.Equal(t, ExitClean, code, out)
}

// A suppression that only an audit needs is not idle in the eyes of check.
func TestCheckLeavesWhatIsAcrossYearsAlone(t *testing.T) {
	t.Parallel()
	dir := twoYears(t)
	config := "root = true\n[[suppress]]\npath = \"2023.toml\"\ncode = \"XR701\"\nreason = \"两件已撤回\"\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte(config), 0o644))
	var out bytes.Buffer
	Main([]string{"check", dir}, Env{Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }})
	assert.NotContains(t, out.String(), "XR701")
	code := Main([]string{"check", "--select", "XR701", dir}, Env{Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }})
	assert.Equal(t, ExitUsage, code)
	assert.Contains(t, out.String(), "gouji audit")
}

func TestTheOutputsShowOrgansAndYears(t *testing.T) {
	t.Parallel()
	dir := twoYears(t)
	out := filepath.Join(t.TempDir(), "out")
	code, text, errs := audit("--output", "xlsx="+out+".xlsx", "--output", "html="+out+".html", "--lang", "en", dir)
	require.Equal(t, ExitFindings, code, errs)
	assert.Contains(t, text, "across the years: 1 organs, 2 reports, 1 of them held to the year before")
	book, err := excelize.OpenFile(out + ".xlsx")
	require.NoError(t, err)
	defer book.Close()
	rows, err := book.GetRows("overview")
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"organ", "2022", "2023", "errors", "warnings", "infos", "also called"}, {"临江县水利局", "errors 7", "errors 7, warnings 1", "14", "1", "0"}}, trimmed(rows))
	page, err := os.ReadFile(out + ".html")
	require.NoError(t, err)
	var reports []string
	for _, packed := range regexp.MustCompile(`id="z\d+">([^<]*)<`).FindAllStringSubmatch(string(page), -1) {
		data, err := base64.StdEncoding.DecodeString(packed[1])
		require.NoError(t, err)
		z, err := gzip.NewReader(bytes.NewReader(data))
		require.NoError(t, err)
		drawn, err := io.ReadAll(z)
		require.NoError(t, err)
		reports = append(reports, string(drawn))
	}
	require.Len(t, reports, 2)
	assert.Contains(t, reports[1], "二、上年结转政府信息公开申请数量", "the page draws the form, so the report was read again")
	assert.Contains(t, reports[1], "2022.toml line 6")
}

// trimmed drops empty cells at the end of rows.
func trimmed(rows [][]string) [][]string {
	for i, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		rows[i] = row
	}
	return rows
}

func TestAuditIsUsedInAWrongWay(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no folder":       {nil, "请写明年报所在的文件夹"},
		"nothing in it":   {[]string{"-"}, "标准输入没有内容"},
		"facts and files": {[]string{"-", "."}, "不能与文件夹一起写"},
		"no such folder":  {[]string{filepath.Join(t.TempDir(), "no")}, ""},
		"a check's flag":  {[]string{"--since", "HEAD", "."}, "--since"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, _, errs := audit(c.args...)
			if c.want == "" {
				assert.Equal(t, ExitUnread, code)
				return
			}
			assert.Equal(t, ExitUsage, code)
			assert.Contains(t, errs, c.want)
		})
	}
}
