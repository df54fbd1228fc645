package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/cmd/gouji/internal/review"
	"github.com/gouji/gouji/rules"
)

func (a *app) reviewCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: a.say("查看和填写复核文件：每个问题是确认还是驳回", "read and write a review: which findings were confirmed or dismissed"),
		Long: a.say("复核文件由 gouji audit --review 生成，记着每个问题的处理意见、理由、处理人和日期，下次审核继续有效；\n报告相应处改动后，意见不再有效，显示为“报告改动后待复核”。也可在工作簿的“处理意见”列填写后用 import 记入。",
			"A review is made by gouji audit --review and holds what was decided on each finding, why, by whom and when. It\nholds in the next audits, until what the finding rests on changes in the report. Decisions can also be written\ninto the workbook of an audit and taken in with import."),
		Example: "  gouji review list 复核.db --state open\n  gouji review set 复核.db 3f0c9a1b2c3d4e5f --state dismissed --reason 口径不同\n  gouji review import 复核.db 审核.xlsx",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return nearest("命令", "command", args[0], []string{"list", "set", "import"})
			}
			a.code = ExitUsage
			cmd.SetOut(a.Stderr)
			return cmd.Help()
		},
	}
	cmd.AddCommand(a.reviewList(), a.reviewSet(), a.reviewImport())
	for _, c := range cmd.Commands() {
		completeChoices(c)
		c.DisableFlagsInUseLine = true
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = a.say("显示用法", "print help")
	}
	return cmd
}

func (a *app) reviewList() *cobra.Command {
	state, format := "", "text"
	cmd := &cobra.Command{
		Use:   "list " + a.say("复核文件 [参数]", "REVIEW [flags]"),
		Short: a.say("列出问题和处理意见", "list findings and what was decided"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrong("请写明一个复核文件，如 gouji review list 复核.db", "name one review: gouji review list review.db")
			}
			want, ok := stateByName(state)
			if state != "" && !ok {
				return wrong("--state 应为 open、confirmed、dismissed、changed、gone 之一，不是“%s”", "--state is one of open, confirmed, dismissed, changed, gone, not %q", state)
			}
			f, err := review.Open(args[0], false)
			if err != nil {
				return reviewError(err)
			}
			defer f.Close()
			list := slices.DeleteFunc(f.List(), func(e review.Entry) bool { return want != "" && e.Review.State != want })
			return a.printReview(list, format)
		},
	}
	cmd.Flags().StringVar(&state, "state", "", a.say("只列这一`状态`的：open 待定、confirmed 确认、dismissed 驳回、changed 报告改动后待复核、gone 已不再出现", "only those of this `state`: open, confirmed, dismissed, changed, gone"))
	cmd.Flags().Var(newChoice(&format, "text", "jsonl"), "format", a.say("输出格式", "format of the list"))
	return cmd
}

// printReview prints a finding on two lines, or as JSON on one.
func (a *app) printReview(list []review.Entry, format string) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, e := range list {
		if format == "jsonl" {
			err := enc.Encode(struct {
				ID       string `json:"id"`
				Content  string `json:"content"`
				State    string `json:"state"`
				Was      string `json:"was,omitempty"`
				Reason   string `json:"reason,omitempty"`
				Who      string `json:"who,omitempty"`
				When     string `json:"when,omitempty"`
				Organ    string `json:"organ"`
				Year     int    `json:"year"`
				Path     string `json:"path"`
				Code     string `json:"code"`
				Severity string `json:"severity"`
				Message  string `json:"message"`
			}{
				e.ID, e.Content, string(e.Review.State), string(e.Review.Was), e.Review.Reason, e.Review.Who, e.Review.When,
				e.Organ, e.Year, e.File, e.Code, e.Severity, e.Message,
			})
			if err != nil {
				return err
			}
			continue
		}
		a.entry(&b, e)
	}
	if format == "text" {
		fmt.Fprintf(&b, a.say("共 %d 个问题。\n", "%d findings\n"), len(list))
	}
	_, err := a.Stdout.Write([]byte(b.String()))
	return err
}

func (a *app) entry(b *strings.Builder, e review.Entry) {
	year := ""
	if e.Year > 0 {
		year = fmt.Sprintf(a.say("%d年度", " %d"), e.Year)
	}
	state := rules.Words{ZH: e.Review.State.ZH(), EN: string(e.Review.State)}.In(a.lang)
	if was := e.Review.Was; was != "" && was != rules.ReviewOpen {
		state += rules.Words{ZH: "（原为" + was.ZH() + "）", EN: " (was " + string(was) + ")"}.In(a.lang)
	}
	head := []string{e.ID, state, layout.Clean(e.Organ) + year, e.Code, layout.Clean(e.File)}
	fmt.Fprintf(b, "%s\n    %s\n", strings.Join(head, "  "), layout.Clean(e.Message))
	var said []string
	for _, w := range []string{e.Review.Who, e.Review.When, e.Review.Reason} {
		if w != "" {
			said = append(said, layout.Clean(w))
		}
	}
	if len(said) > 0 {
		fmt.Fprintf(b, "    %s\n", strings.Join(said, "  "))
	}
}

func (a *app) reviewSet() *cobra.Command {
	var o reviewFlags
	state, reason := "", ""
	cmd := &cobra.Command{
		Use:   "set " + a.say("复核文件 标识… [参数]", "REVIEW FINGERPRINT… [flags]"),
		Short: a.say("填写处理意见", "decide on findings"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) < 2 {
				return wrong("请写明复核文件和问题的标识，标识见 gouji review list 或工作簿", "name the review and the fingerprints of findings, which gouji review list and the workbook tell")
			}
			o.file = args[0]
			return a.decide(o, args[1:], state, reason)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&state, "state", "", a.say("`意见`：confirmed 确认、dismissed 驳回、open 待定", "the `decision`: confirmed, dismissed, or open to take it back"))
	f.StringVar(&reason, "reason", "", a.say("`理由`，驳回时必填", "the `reason`, which a dismissal needs"))
	a.whoFlags(f, &o)
	return cmd
}

// decide decides on findings that the review knows, on what stands in the
// reports as the last audit saw them.
func (a *app) decide(o reviewFlags, ids []string, word, reason string) error {
	state, ok := stateByName(word)
	who, day, err := a.decider(o)
	switch {
	case err != nil:
		return err
	case !ok || !slices.Contains(rules.ReviewStates(), state):
		return wrong("请用 --state 写明 confirmed、dismissed 或 open", "--state is confirmed, dismissed or open")
	case state == rules.ReviewDismissed && strings.TrimSpace(reason) == "":
		return wrong("驳回要用 --reason 写明理由", "a dismissal needs a --reason")
	case who == "":
		return wrong("请用 --who 写明处理人", "name with --who who decides")
	}
	f, err := review.Open(o.file, false)
	if err != nil {
		return reviewError(err)
	}
	defer f.Close()
	var list []review.Decision
	for _, id := range ids {
		s := f.Find(id)
		if s == nil {
			return wrong("复核文件里没有标识为“%s”的问题，一条也没有记入", "the review has no finding %q; nothing was written", id)
		}
		list = append(list, review.Decision{ID: id, Content: s.Content, State: state, Reason: reason, Who: who, Day: day})
	}
	changed, err := f.Decide(list)
	if err != nil {
		return reviewError(err)
	}
	_, err = fmt.Fprintf(a.Stdout, a.say("记入 %d 条。\n", "%d written\n"), changed)
	return err
}

func (a *app) reviewImport() *cobra.Command {
	var o reviewFlags
	cmd := &cobra.Command{
		Use:   "import " + a.say("复核文件 工作簿 [参数]", "REVIEW WORKBOOK [flags]"),
		Short: a.say("把工作簿里填的处理意见记入", "take in the decisions written in the workbook of an audit"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return wrong("请写明复核文件和工作簿，如 gouji review import 复核.db 审核.xlsx", "name the review and the workbook: gouji review import review.db audit.xlsx")
			}
			o.file, o.imports = args[0], args[1]
			f, err := a.openReview(o)
			if f != nil {
				f.Close()
			}
			return err
		},
	}
	a.whoFlags(cmd.Flags(), &o)
	return cmd
}
