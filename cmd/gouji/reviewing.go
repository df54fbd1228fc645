package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/cmd/gouji/internal/review"
	"github.com/gouji/gouji/rules"
)

// reviewFlags say where decisions are kept, and who makes them when.
type reviewFlags struct {
	file    string // the review
	imports string // the workbook with decisions
	who     string
	on      string
}

func (a *app) reviewFlags(f *pflag.FlagSet, o *reviewFlags) {
	f.StringVar(&o.file, "review", "", a.say("复核`文件`：其中记着每个问题的处理意见，没有则新建；驳回的不再计入", "the review, a `file` with what was decided on findings, made when there is none; what was dismissed does not count"))
	f.StringVar(&o.imports, "import-decisions", "", a.say("先把这个`工作簿`（由 gouji audit 生成）里填的处理意见记入复核文件", "first take the decisions written in this `workbook` of an audit into the review"))
	a.whoFlags(f, o)
}

func (a *app) whoFlags(f *pflag.FlagSet, o *reviewFlags) {
	f.StringVar(&o.who, "who", "", a.say("处理`人`（默认为登录的用户名）", "`who` decides (default: the user's name)"))
	f.StringVar(&o.on, "on", "", a.say("处理`日期`，如 2026-12-31（默认今天）", "the `day` of the decision, as 2026-12-31 (default today)"))
}

// openReview opens the review of an audit and takes in the decisions of a
// workbook. It is nil when none is asked for, and then no database is touched.
func (a *app) openReview(o reviewFlags) (*review.File, error) {
	switch {
	case o.file == "" && o.imports != "":
		return nil, wrong("--import-decisions 要与 --review 一起用，处理意见记在复核文件里", "--import-decisions goes with --review, which names the file that decisions are kept in")
	case o.file == "":
		return nil, nil
	}
	f, err := review.Open(o.file, true)
	if err != nil {
		return nil, reviewError(err)
	}
	if o.imports != "" {
		if err := a.importDecisions(f, o); err != nil {
			f.Close()
			return nil, err
		}
	}
	return f, nil
}

// reviewError makes one of use of a review that cannot be used as it is.
func reviewError(err error) error {
	var bad *review.Error
	if errors.As(err, &bad) {
		return &usageError{words: bad.Words}
	}
	return err
}

// decider says who decides and when, as far as the flags and the system tell.
func (a *app) decider(o reviewFlags) (who, day string, err error) {
	who = o.who
	for _, name := range []string{"USER", "USERNAME", "LOGNAME"} {
		if who == "" {
			who = a.Getenv(name)
		}
	}
	if o.on != "" {
		d, ok := config.ParseDate(o.on)
		if !ok {
			return "", "", wrong("--on 应为日期，如 2026-12-31，不是“%s”", "--on takes a date such as 2026-12-31, not %q", o.on)
		}
		return who, d.String(), nil
	}
	if a.Today != nil {
		day = a.Today().String()
	}
	return who, day, nil
}

// importDecisions takes the decisions of a workbook into the review: all of
// them, or, when one cannot be understood, none.
func (a *app) importDecisions(f *review.File, o reviewFlags) error {
	who, day, err := a.decider(o)
	if err != nil {
		return err
	}
	list, bad, found, err := output.ReadDecisions(o.imports)
	switch {
	case err != nil:
		return wrong("工作簿“%s”读不出来：%v", "the workbook %q cannot be read: %v", o.imports, err)
	case !found:
		return wrong("“%s”里没有“标识”“处理意见”“内容标识”三列，不是 gouji audit 的工作簿", "%q has no columns fingerprint, decision and content, and is no workbook of gouji audit", o.imports)
	case len(bad) > 0:
		return wrongRows(o.imports, bad)
	}
	var decisions []review.Decision
	for _, w := range list {
		d := review.Decision{ID: w.ID, Content: w.Content, State: w.State, Reason: w.Reason, Who: w.Who, Day: w.Day}
		if d.Who == "" {
			d.Who = who
		}
		if d.Day == "" {
			d.Day = day
		}
		if d.Who == "" {
			return wrong("请用 --who 写明处理人", "name with --who who decides")
		}
		decisions = append(decisions, d)
	}
	changed, err := f.Decide(decisions)
	if err != nil {
		return reviewError(err)
	}
	fmt.Fprintln(a.Stderr, a.say(
		fmt.Sprintf("gouji: 从“%s”读到处理意见 %d 条，其中新的 %d 条已记入“%s”。", o.imports, len(list), changed, f.Path),
		fmt.Sprintf("gouji: %d decisions in %q, %d of them new and taken into %q", len(list), o.imports, changed, f.Path)))
	return nil
}

// maxWrongRows is how many rows that cannot be understood are told at once.
const maxWrongRows = 10

func wrongRows(path string, bad []output.WrongRow) error {
	var zh, en []string
	for _, w := range bad[:min(len(bad), maxWrongRows)] {
		zh, en = append(zh, w.Row+" "+w.ZH), append(en, w.Row+" "+w.EN)
	}
	return wrong("工作簿“%[1]s”有 %[2]d 行看不懂，一行也没有记入：%[3]s", "%[2]d rows of the workbook %[1]q cannot be understood and none was taken: %[4]s",
		path, len(bad), strings.Join(zh, "；"), strings.Join(en, "; "))
}

// stateByName returns the state that a word means.
func stateByName(word string) (rules.ReviewState, bool) {
	for _, s := range append(rules.ReviewStates(), rules.ReviewChanged, rules.ReviewGone) {
		if word == string(s) || word == s.ZH() {
			return s, true
		}
	}
	return "", false
}
