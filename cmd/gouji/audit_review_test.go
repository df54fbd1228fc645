package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/schema"
)

// reviewing runs a command as 王五 on a given day.
func reviewing(args ...string) (code int, out, errs string) {
	var stdout, stderr bytes.Buffer
	code = Main(args, Env{
		Stdout: &stdout, Stderr: &stderr, Getenv: func(name string) string { return map[string]string{"USER": "王五"}[name] },
		Today: func() schema.Date { return schema.Date{Year: 2026, Month: 1, Day: 5} },
	})
	return code, stdout.String(), stderr.String()
}

// oneError writes a report with one error alone, the total of a row, and
// returns its folder.
func oneError(t *testing.T, total string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "reports")
	require.NoError(t, os.Mkdir(dir, 0o755))
	writeTotal(t, dir, total)
	return dir
}

func writeTotal(t *testing.T, dir, total string) {
	t.Helper()
	body := "[report]\ntitle = \"临江县水利局2023年政府信息公开工作年度报告\"\norgan = \"临江县水利局\"\nyear = 2023\n[applications]\nreceived = [5, 0, 0, 0, 0, 0, " + total + "]\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.toml"), []byte(body), 0o644))
}

// reviewed is a finding as an audit tells it.
type reviewed struct {
	Code, Fingerprint string
	Suppressed        *struct{ Kind, Reason string }
	Review            *struct{ State, Was, Reason, Who, When string }
}

// auditReviewed audits the row totals alone.
func auditReviewed(t *testing.T, dir, file string, args ...string) (int, []reviewed) {
	t.Helper()
	code, out, errs := reviewing(append([]string{"audit", "--select", "TB101", "--format", "json", "--review", file, dir}, args...)...)
	var got struct {
		Reports []struct{ Findings []reviewed }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got), errs)
	var list []reviewed
	for _, r := range got.Reports {
		list = append(list, r.Findings...)
	}
	return code, list
}

func TestADismissedFindingCountsNoMoreUntilTheReportChanges(t *testing.T) {
	t.Parallel()
	dir, file := oneError(t, "7"), filepath.Join(t.TempDir(), "复核.db")
	code, list := auditReviewed(t, dir, file)
	require.Equal(t, ExitFindings, code)
	require.Len(t, list, 1)
	assert.Nil(t, list[0].Review)

	code, _, errs := reviewing("review", "set", file, list[0].Fingerprint, "--state", "dismissed")
	assert.Equal(t, ExitUsage, code, "a dismissal needs a reason")
	assert.Contains(t, errs, "--reason")
	code, _, errs = reviewing("review", "set", file, list[0].Fingerprint, "--state", "dismissed", "--reason", "另有说明")
	require.Equal(t, ExitClean, code, errs)

	code, list = auditReviewed(t, dir, file)
	assert.Equal(t, ExitClean, code)
	assert.Equal(t, &struct{ State, Was, Reason, Who, When string }{"dismissed", "", "另有说明", "王五", "2026-01-05"}, list[0].Review)
	assert.Equal(t, "review", list[0].Suppressed.Kind)

	writeTotal(t, dir, "8")
	code, list = auditReviewed(t, dir, file)
	assert.Equal(t, ExitFindings, code)
	assert.Equal(t, "changed", list[0].Review.State)
	assert.Equal(t, "dismissed", list[0].Review.Was)
	_, out, _ := reviewing("audit", "--select", "TB101", "--review", file, dir)
	assert.Contains(t, out, "复核：报告改动后待复核（原为驳回：另有说明，王五，2026-01-05）")

	writeTotal(t, dir, "5")
	code, list = auditReviewed(t, dir, file)
	assert.Equal(t, ExitClean, code)
	assert.Empty(t, list)
	_, out, _ = reviewing("review", "list", file, "--state", "gone")
	assert.Contains(t, out, "已不再出现（原为驳回）")
	assert.Contains(t, out, "王五  2026-01-05  另有说明")
}

// fill writes decisions into the workbook, by the names of the columns.
func fill(t *testing.T, path string, cells map[string]string) {
	t.Helper()
	book, err := excelize.OpenFile(path)
	require.NoError(t, err)
	defer book.Close()
	rows, err := book.GetRows("问题")
	require.NoError(t, err)
	for head, words := range cells {
		at := slices.Index(rows[0], head)
		require.GreaterOrEqual(t, at, 0, head)
		name, err := excelize.CoordinatesToCellName(at+1, 2)
		require.NoError(t, err)
		require.NoError(t, book.SetCellValue("问题", name, words))
	}
	require.NoError(t, book.Save())
}

func TestDecisionsWrittenIntoTheWorkbookAreTakenIn(t *testing.T) {
	t.Parallel()
	for name, through := range map[string]func(t *testing.T, path string) string{
		"as it is saved": func(_ *testing.T, path string) string { return path },
		"saved by an office program": func(t *testing.T, path string) string {
			t.Helper()
			return converted(t, path, "xlsx")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, tmp := oneError(t, "7"), t.TempDir()
			file, book := filepath.Join(tmp, "复核.db"), filepath.Join(tmp, "审核.xlsx")
			auditReviewed(t, dir, file, "--output", "xlsx="+book)
			fill(t, book, map[string]string{"处理意见": "驳回", "理由": "口径不同", "处理人": "李四", "日期": "2026/1/7"})
			code, list := auditReviewed(t, dir, file, "--import-decisions", through(t, book), "--output", "xlsx="+filepath.Join(tmp, "后.xlsx"))
			assert.Equal(t, ExitClean, code)
			assert.Equal(t, &struct{ State, Was, Reason, Who, When string }{"dismissed", "", "口径不同", "李四", "2026-01-07"}, list[0].Review)

			_, _, errs := reviewing("review", "import", file, filepath.Join(tmp, "后.xlsx"))
			assert.Contains(t, errs, "读到处理意见 1 条，其中新的 0 条", "what the workbook told is what is in force")
		})
	}
}

func TestAWorkbookThatCannotBeUnderstoodChangesNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		cells map[string]string
		want  string
	}{
		"a word that is no decision": {map[string]string{"处理意见": "算了"}, "问题!2 处理意见“算了”不认识，应为确认、驳回、待定"},
		"no reason":                  {map[string]string{"处理意见": "驳回"}, "驳回要写明理由"},
		"a changed fingerprint":      {map[string]string{"处理意见": "确认", "标识": "1"}, "不知道是哪个问题"},
		"no day":                     {map[string]string{"处理意见": "确认", "日期": "昨天"}, "日期“昨天”应写作"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, tmp := oneError(t, "7"), t.TempDir()
			file, book := filepath.Join(tmp, "复核.db"), filepath.Join(tmp, "审核.xlsx")
			auditReviewed(t, dir, file, "--output", "xlsx="+book)
			fill(t, book, c.cells)
			code, _, errs := reviewing("review", "import", file, book)
			assert.Equal(t, ExitUsage, code)
			assert.Contains(t, errs, c.want)
			_, list := auditReviewed(t, dir, file)
			assert.Nil(t, list[0].Review)
		})
	}
}

func TestReviewIsUsedInAWrongWay(t *testing.T) {
	t.Parallel()
	tmp := t.TempDir()
	text, file := filepath.Join(tmp, "a.txt"), filepath.Join(tmp, "复核.db")
	require.NoError(t, os.WriteFile(text, []byte(strings.Repeat("不是数据库", 300)), 0o644))
	auditReviewed(t, oneError(t, "7"), file)
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no review":             {[]string{"audit", "--import-decisions", "a.xlsx", "."}, "要与 --review 一起用"},
		"a text":                {[]string{"audit", "--review", text, tmp}, "已损坏，或不是复核文件"},
		"none there":            {[]string{"review", "list", filepath.Join(tmp, "none.db")}, "没有复核文件"},
		"no such finding":       {[]string{"review", "set", file, "3f0c9a1b2c3d4e5f", "--state", "confirmed"}, "没有标识为"},
		"no such state":         {[]string{"review", "set", file, "3f0c9a1b2c3d4e5f", "--state", "gone"}, "--state"},
		"no such day":           {[]string{"review", "set", file, "3f0c9a1b2c3d4e5f", "--state", "confirmed", "--on", "今天"}, "--on 应为日期"},
		"no workbook":           {[]string{"review", "import", file, text}, "读不出来"},
		"no such command":       {[]string{"review", "lst"}, "list"},
		"nobody":                {[]string{"review", "set", file}, "标识"},
		"a list of what is not": {[]string{"review", "list", file, "--state", "好"}, "--state 应为"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, _, errs := reviewing(c.args...)
			assert.Equal(t, ExitUsage, code)
			assert.Contains(t, errs, c.want)
		})
	}
}

// converted has LibreOffice write the file in another format, and returns the
// path. Tests are skipped where it is not installed.
func converted(t *testing.T, path, to string) string {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", to, "--outdir", dir, path)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	extension, _, _ := strings.Cut(to, ":")
	result := filepath.Join(dir, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"."+extension)
	require.FileExists(t, result, string(out))
	return result
}

func TestAnOfficeProgramOpensTheWorkbook(t *testing.T) {
	t.Parallel()
	dir := twoYears(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "broken.docx"), []byte("PK\x03\x04 no zip"), 0o644))
	path := filepath.Join(t.TempDir(), "审核.xlsx")
	audit("--output", "xlsx="+path, dir)
	book, err := excelize.OpenFile(converted(t, path, "xlsx"))
	require.NoError(t, err)
	defer book.Close()
	assert.Equal(t, []string{"总览", "问题", "核对情况", "数据", "未读和未归类", "汇总"}, book.GetSheetList())
	for cell, want := range map[string]string{"总览!A2": "临江县水利局", "总览!B2": "错误 7", "问题!A2": "临江县水利局", "未读和未归类!D2": "未读完或查完"} {
		sheet, name, _ := strings.Cut(cell, "!")
		got, err := book.GetCellValue(sheet, name)
		require.NoError(t, err)
		assert.Equal(t, want, got, cell)
	}
	formula, err := book.GetCellFormula("总览", "B2")
	require.NoError(t, err)
	assert.Contains(t, formula, "#'问题'!A2", "a click leads to the findings")
	choices, err := book.GetDataValidations("问题")
	require.NoError(t, err)
	require.Len(t, choices, 1)
	assert.Contains(t, choices[0].Formula1, "驳回")
	rows, err := book.GetRows("数据")
	require.NoError(t, err)
	assert.Contains(t, rows, []string{"临江县水利局", "2022", "表三", "四、结转下年度继续办理", "总计", "5", "数字", "applications.carried_out.total", filepath.Join(dir, "2022.toml")})
}

func TestAWorkbookTellsNothingOfWhenItWasMade(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "审核.xlsx")
	audit("--output", "xlsx="+path, twoYears(t))
	z, err := zip.OpenReader(path)
	require.NoError(t, err)
	defer z.Close()
	for _, f := range z.File {
		assert.Less(t, f.Modified.Year(), 2007, f.Name)
		if strings.HasPrefix(f.Name, "docProps/core") {
			data := readZip(t, f)
			assert.NotContains(t, data, "202", "no date of today")
		}
	}
}

func readZip(t *testing.T, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	require.NoError(t, err)
	defer r.Close()
	var b bytes.Buffer
	_, err = b.ReadFrom(r)
	require.NoError(t, err)
	return b.String()
}

func TestAnAuditFindsWhatTheKeySaysWherePeopleReadIt(t *testing.T) {
	t.Parallel()
	dir, _ := corpus(t, "--organs", "60", "--years", "2021-2023", "--plant", "0.5", "--seed", "21")
	var key struct {
		Planted []keyLine `toml:"planted"`
	}
	_, err := toml.DecodeFile(filepath.Join(dir, keyTOML), &key)
	require.NoError(t, err)
	require.NotEmpty(t, key.Planted)
	_, got := auditJSON(t, dir)
	found := map[string]bool{}
	for _, r := range got.Reports {
		path, err := filepath.Rel(dir, r.Path)
		require.NoError(t, err)
		for _, f := range r.Findings {
			found[filepath.ToSlash(path)+" "+f.Code] = true
			found[r.Organ+" "+f.Code] = true
		}
	}
	missed := 0
	for _, k := range key.Planted {
		if k.Kind == "label" { // a TOML report prints no labels
			continue
		}
		hit := false
		for _, code := range k.Codes {
			hit = hit || found[k.Path+" "+code] || k.Kind == "missing-report" && found[k.Organ+" "+code]
		}
		if !hit {
			missed++
			t.Logf("%s: %s %v", k.Path, k.Kind, k.Codes)
		}
	}
	assert.Zero(t, missed, "of %d", len(key.Planted))
}

func TestEveryOutputOfAnAuditIsTheSameAgain(t *testing.T) {
	t.Parallel()
	dir, _ := corpus(t, "--organs", "8", "--years", "2022-2023", "--plant", "0.6", "--seed", "3")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "broken.docx"), []byte("no zip"), 0o644))
	review := filepath.Join(t.TempDir(), "复核.db")
	run := func(out, jobs, format string) map[string]string {
		args := []string{"audit", "-q", "--jobs", jobs, "--review", review, "--notices", filepath.Join(out, "通知"), "--notice-format", format}
		require.NoError(t, os.Mkdir(out, 0o755))
		for _, name := range output.Names() {
			args = append(args, "--output", name+"="+filepath.Join(out, "out."+name))
		}
		code, _, errs := reviewing(append(args, dir)...)
		require.Equal(t, ExitUnread, code, errs)
		return tree(t, out)
	}
	for _, format := range output.NoticeFormats() {
		tmp := t.TempDir()
		one, two := run(filepath.Join(tmp, "a"), "1", format), run(filepath.Join(tmp, "b"), "7", format)
		assert.Greater(t, len(one), len(output.Names())+3)
		for name := range one {
			same := one[name] == two[name] // printing the difference would take megabytes
			assert.True(t, same, name)
		}
	}
}
