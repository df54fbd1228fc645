package review

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

var rule = &rules.Rule{Code: "TB101"}

// report is a result with one finding for each figure, about a cell of its own.
func report(figures ...string) *rules.Result {
	r := schema.NewReport("2023/水利局.docx", "docx")
	r.Organ, r.Year = schema.NewText("临江县水利局", schema.Place{}), 2023
	res := &rules.Result{Report: r}
	for i, figure := range figures {
		res.Findings = append(res.Findings, rules.Finding{Code: rule.Code, Severity: rules.Error, Key: fmt.Sprint(i), Actual: figure, Message: rules.Words{ZH: "不符"}})
	}
	rules.Settle(r, res.Findings)
	return res
}

func open(t *testing.T, path string) *File {
	t.Helper()
	f, err := Open(path, true)
	require.NoError(t, err)
	t.Cleanup(f.Close)
	return f
}

// run holds the report to the review as an audit does, and saves it.
func run(t *testing.T, path string, res *rules.Result) {
	t.Helper()
	f := open(t, path)
	f.Apply(res, []*rules.Rule{rule})
	require.NoError(t, f.Save())
	f.Close()
}

func decide(t *testing.T, path string, res *rules.Result, i int, state rules.ReviewState) {
	t.Helper()
	f := open(t, path)
	x := &res.Findings[i]
	n, err := f.Decide([]Decision{{rules.ReviewID(res.Report, x), x.Content(), state, "口径不同", "李四", "2026-01-05"}})
	require.NoError(t, err)
	require.Equal(t, 1, n)
	f.Close()
}

func TestADecisionHoldsUntilWhatStandsThereChangesAndAgainWhenItIsBack(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "r.db")
	run(t, path, report("7", "8"))
	decide(t, path, report("7", "8"), 0, rules.ReviewDismissed)

	res := report("7", "8")
	run(t, path, res)
	assert.Equal(t, &rules.Review{State: rules.ReviewDismissed, Reason: "口径不同", Who: "李四", When: "2026-01-05"}, res.Findings[0].Review)
	assert.Equal(t, &rules.Suppression{Kind: rules.Reviewed, Reason: "口径不同", Place: schema.Place{Path: path}}, res.Findings[0].Suppressed)
	assert.Nil(t, res.Findings[1].Review)
	assert.Nil(t, res.Findings[1].Suppressed)

	res = report("9", "8")
	run(t, path, res)
	assert.Equal(t, &rules.Review{State: rules.ReviewChanged, Was: rules.ReviewDismissed, Reason: "口径不同", Who: "李四", When: "2026-01-05"}, res.Findings[0].Review)
	assert.Nil(t, res.Findings[0].Suppressed, "what nobody saw counts")

	res = report("7", "8")
	run(t, path, res)
	assert.Equal(t, rules.ReviewDismissed, res.Findings[0].Review.State)

	decide(t, path, res, 0, rules.ReviewOpen)
	res = report("7", "8")
	run(t, path, res)
	assert.Equal(t, rules.ReviewOpen, res.Findings[0].Review.State)
	assert.Nil(t, res.Findings[0].Suppressed)
}

func TestWhatIsGoneStaysOnlyWithADecision(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "r.db")
	run(t, path, report("7", "8"))
	decide(t, path, report("7", "8"), 0, rules.ReviewConfirmed)
	run(t, path, report())
	list := open(t, path).List()
	require.Len(t, list, 1)
	assert.Equal(t, rules.ReviewGone, list[0].Review.State)
	assert.Equal(t, rules.ReviewConfirmed, list[0].Review.Was)
	assert.Equal(t, "李四", list[0].Review.Who)
}

func TestWhatARunDidNotLookAtIsNotGone(t *testing.T) {
	t.Parallel()
	for name, look := range map[string]func(f *File){
		"another report": func(f *File) {
			res := report()
			res.Report.Year = 2022
			f.Apply(res, []*rules.Rule{rule})
		},
		"another rule": func(f *File) { f.Apply(report(), []*rules.Rule{{Code: "TB102"}}) },
		"not read to its end": func(f *File) {
			res := report()
			res.Unread = true
			f.Apply(res, []*rules.Rule{rule})
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "r.db")
			run(t, path, report("7"))
			f := open(t, path)
			look(f)
			require.NoError(t, f.Save())
			f.Close()
			list := open(t, path).List()
			require.Len(t, list, 1)
			assert.Equal(t, rules.ReviewOpen, list[0].Review.State)
		})
	}
}

func TestAnUnreadReportIsNeverPutAside(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "r.db")
	decide(t, path, report("7"), 0, rules.ReviewDismissed)
	res := report("7")
	res.Unread = true
	run(t, path, res)
	assert.Equal(t, rules.ReviewDismissed, res.Findings[0].Review.State)
	assert.Nil(t, res.Findings[0].Suppressed)
}

func TestFilesWithoutOrganAreToldApartAndFoundInAMovedFolder(t *testing.T) {
	t.Parallel()
	id := func(path string) string {
		r := schema.NewReport(path, "")
		return rules.ReviewID(r, &rules.Finding{Fingerprint: "3f0c9a1b2c3d4e5f"})
	}
	assert.Equal(t, id("a/2023/x.docx"), id("/srv/b/2023/x.docx"))
	assert.NotEqual(t, id("a/2023/x.docx"), id("a/2023/y.docx"))
	assert.NotEqual(t, id("a/2023/x.docx"), id("a/2024/x.docx"))
}

func TestADecisionThatIsInForceIsNotWrittenAgain(t *testing.T) {
	t.Parallel()
	f := open(t, filepath.Join(t.TempDir(), "r.db"))
	d := Decision{"3f0c9a1b2c3d4e5f", "c0123456789a", rules.ReviewConfirmed, "", "李四", "2026-01-05"}
	n, err := f.Decide([]Decision{d, d, {ID: "aa", Content: "c", State: rules.ReviewOpen, Who: "李四"}})
	require.NoError(t, err)
	assert.Equal(t, 1, n)
	d.Day = "2026-02-01"
	n, err = f.Decide([]Decision{d})
	require.NoError(t, err)
	assert.Zero(t, n, "the same, written on another day")
}

func TestManyWritersLoseNothing(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "r.db")
	var writers sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		writers.Go(func() {
			f, err := Open(path, true)
			if err == nil {
				_, err = f.Decide([]Decision{{fmt.Sprint(i), "c", rules.ReviewConfirmed, "", "李四", ""}})
				err = errors.Join(err, f.Save())
				f.Close()
			}
			errs[i] = err
		})
	}
	writers.Wait()
	require.NoError(t, errors.Join(errs...))
	assert.Len(t, open(t, path).decisions, 8)
}

func TestAFileThatIsNoReviewIsRefusedAndLeftAlone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole.db")
	run(t, whole, report("7"))
	good, err := os.ReadFile(whole)
	require.NoError(t, err)
	sqlFile := func(name, statements string) string {
		path := filepath.Join(dir, name)
		db, err := sql.Open("sqlite", path)
		require.NoError(t, err)
		_, err = db.Exec(statements)
		require.NoError(t, errors.Join(err, db.Close()))
		return path
	}
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, data, 0o644))
		return path
	}
	broken := append([]byte(nil), good...)
	for i := 4096; i < len(broken); i++ {
		broken[i] = 0xA5
	}
	newer := write("newer.db", good)
	db, err := sql.Open("sqlite", newer)
	require.NoError(t, err)
	_, err = db.Exec("PRAGMA user_version = 99")
	require.NoError(t, errors.Join(err, db.Close()))
	for name, c := range map[string]struct{ path, want string }{
		"a text":               {write("a.txt", []byte("不是数据库，只是一段很长的文字，比一页还要长一些。")), "已损坏，或不是复核文件"},
		"damaged pages":        {write("broken.db", broken), "已损坏"},
		"cut off":              {write("cut.db", good[:len(good)/2]), "已损坏"},
		"another's database":   {sqlFile("other.db", "CREATE TABLE t (a)"), "别的软件的数据库"},
		"of a newer gouji":     {newer, "请升级 gouji"},
		"a folder":             {dir, "不是普通文件"},
		"not there, and asked": {filepath.Join(dir, "none.db"), "没有复核文件"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before, _ := os.ReadFile(c.path)
			_, err := Open(c.path, false)
			var bad *Error
			require.ErrorAs(t, err, &bad)
			assert.Contains(t, bad.ZH, c.want)
			after, _ := os.ReadFile(c.path)
			assert.Equal(t, before, after)
		})
	}
}

func TestAPathWithOddCharactersIsTakenAsItIs(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "复核 100%?a=b#c.db")
	run(t, path, report("7"))
	assert.FileExists(t, path)
	f, err := Open(path, false)
	require.NoError(t, err)
	defer f.Close()
	assert.Len(t, f.List(), 1)
}
