package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/gouji/gouji/cmd/gouji/internal/batch"
	"github.com/gouji/gouji/cmd/gouji/internal/output"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

func (a *app) auditCommand() *cobra.Command {
	o := checkFlags{format: "text", color: "auto", stdinName: "-", audit: true, notices: noticeFlags{format: "docx"}}
	cmd := &cobra.Command{
		Use:   "audit " + a.say("[参数] 文件夹…", "[flags] DIR…"),
		Short: a.say("把多个机关、多个年度的年报放在一起查：每份单独查，再跨年核对", "check the reports of many organs and years, each by itself and beside the others"),
		Long: a.say("把文件夹里的年报都查一遍，再按机关和年度（以报告本身为准）排在一起，核对只有放在一起才看得出的问题：\n上年结转、文件存量、项目底数的衔接，缺年、重复和先后版本。问题列在后一年的报告下面。退出码同 gouji check。",
			"Check all reports of the folders, then lay them side by side by organ and year, as the reports themselves say,\nand find what shows only then: what does not carry over, missing years, second versions. A finding stands under\nthe later report. The exit codes are those of gouji check."),
		Example: "  gouji audit reports/\n  gouji audit --output xlsx=审核.xlsx --output html=审核.html reports/",
		RunE: func(cmd *cobra.Command, args []string) error {
			a.langSet = cmd.Flag("lang").Changed
			if len(args) == 0 {
				return wrong("请写明年报所在的文件夹，如 gouji audit reports/", "name the folders with the reports: gouji audit reports/")
			}
			return a.audit(o, args)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	a.outputFlags(f, &o)
	a.runFlags(f, &o)
	a.reviewFlags(f, &o.review)
	a.noticeFlags(f, &o.notices)
	a.cacheFlags(f, &o)
	f.BoolVar(&o.facts, "facts", false, a.say("只把每个文件单独查出的结果逐行（JSON）输出；多处的结果合在一起，用 gouji audit - 再做跨报告核对", "print what each file gave by itself, a line of JSON each; gouji audit - takes such lines, from any number of runs, and does the rest"))
	f.StringVar(&o.organs, "organs", "", a.say("机关名单`文件`（写法同 gouji.toml 的 [[organ]]）：有上下级（parent）的，核对汇总数与下级合计", "a `file` of organs, written as [[organ]] in gouji.toml: where they have a parent, its figures are held to the sum of its children's"))
	f.BoolVarP(&o.quiet, "quiet", "q", false, a.say("只列出问题", "print findings only"))
	return cmd
}

// audit checks every report by itself, keeping a record of each; lays the
// records of each organ side by side; and prints all reports in their order.
func (a *app) audit(o checkFlags, paths []string) error {
	if err := o.notices.check(); err != nil {
		return err
	}
	if slices.Equal(paths, []string{"-"}) {
		var err error
		if o.handed, err = readFacts(a.Stdin); err != nil {
			return err
		}
	}
	r, err := a.prepare(&o, paths)
	if err != nil {
		return err
	}
	defer r.abandon()
	for _, j := range r.jobs {
		if j.Path == "-" {
			return wrong("“-”读 gouji audit --facts 的结果，不能与文件夹一起写", "- reads what gouji audit --facts wrote, and stands alone")
		}
	}
	ctx, stop := interruptible()
	defer stop()
	remembered, err := a.memory(&o)
	if err != nil {
		return err
	}
	defer remembered.trim()
	in := &inspector{ctx: ctx, read: a.reader(isTerminal(a.Stderr)), timeout: o.timeout, record: true, memory: remembered}
	if o.facts {
		return a.auditFacts(r, &o, in)
	}
	all := make([]audited, 0, len(r.jobs))
	bar := a.progress(o, rules.Words{ZH: "检查", EN: "checked"}, len(r.jobs))
	defer bar.Stop()
	work := func(j job) audited {
		if o.handed != nil {
			return audited{j, o.handed.byName[j.Name].Results()}
		}
		return audited{j, in.inspect(j)}
	}
	err = batch.Run(r.jobs, o.jobs, work, func(d audited) error {
		if err := in.interrupted(); err != nil {
			return err
		}
		bar.Add()
		r.gate.pass(d.job, d.results)
		for i := range d.results {
			detach(&d.results[i])
		}
		all = append(all, d)
		return nil
	})
	bar.Stop()
	if err != nil {
		return err
	}
	r.sum.Across = r.across(all)
	err = a.printAudit(ctx, r, &o, all)
	if err == nil {
		err = a.notices(o.notices, r)
	}
	return a.conclude(r, err)
}

// audited is a file that was checked, with what was found in each report of it.
// Only the head of a report is left.
type audited struct {
	job
	results []rules.Result
}

// printAudit prints the reports. An output that draws them has them read again,
// so that none must be kept.
func (a *app) printAudit(ctx context.Context, r *runner, o *checkFlags, all []audited) error {
	if err := r.printers.begin(r.sum.Across); err != nil {
		return err
	}
	again := &inspector{ctx: ctx, read: a.reader(isTerminal(a.Stderr)), timeout: o.timeout}
	show := func(d audited) audited {
		if !r.printers.whole || len(all) > output.DrawnWhole && !drawn(d.results) {
			return d
		}
		if fresh := again.inspect(d.job); len(fresh) == len(d.results) {
			for i := range fresh {
				if fresh[i].Unread == d.results[i].Unread { // a file that is elsewhere cannot be drawn
					d.results[i].Report = fresh[i].Report
				}
			}
		}
		return d
	}
	if r.printers.whole {
		bar := a.progress(*o, rules.Words{ZH: "画出", EN: "drawn"}, len(all))
		defer bar.Stop()
		shown := show
		show = func(d audited) audited {
			defer bar.Add()
			return shown(d)
		}
	}
	return batch.Run(all, o.jobs, show, func(d audited) error {
		if err := again.interrupted(); err != nil {
			return err
		}
		r.sum.Add(d.results)
		return r.printers.report(d.results)
	})
}

// drawn reports whether a page shows what a file looks like whatever the number
// of reports is: there is something to see in it.
func drawn(results []rules.Result) bool {
	return slices.ContainsFunc(results, func(res rules.Result) bool { return len(res.Findings) > 0 || res.Unread })
}

// across lays the reports of each organ side by side, puts what is found under
// the reports it judges, and says what was laid beside what.
func (r *runner) across(all []audited) *output.Across {
	at := map[*record.Record][2]int{}
	var records []*record.Record
	for i := range all {
		for k := range all[i].results {
			if rec := all[i].results[k].Record; rec != nil {
				at[rec] = [2]int{i, k}
				records = append(records, rec)
			}
		}
	}
	organs, rest := record.Group(records)
	expected := record.Expected(organs)
	out := &output.Across{}
	groups := make([]rules.Group, len(organs))
	for g, organ := range organs {
		groups[g] = rules.Group{Organ: organ, Members: make([]rules.Member, len(organ.Reports))}
		for i, rec := range organ.Reports {
			d := &all[at[rec][0]]
			groups[g].Members[i] = rules.Member{Record: rec, Rules: d.Across, Settings: d.Settings}
		}
	}
	findings, crashed := rules.RunBeside(groups, expected)
	for g, organ := range organs {
		for i, rec := range organ.Reports {
			d := &all[at[rec][0]]
			r.gate.beside(d.job, &d.results[at[rec][1]], findings[g][i], crashed[g])
		}
	}
	for _, organ := range organs {
		out.Add(organ, func(rec *record.Record) rules.Result { return all[at[rec][0]].results[at[rec][1]] })
	}
	left := map[*record.Record]bool{nil: true}
	for _, rec := range rest {
		out.Unplaced = append(out.Unplaced, rec.Path)
		left[rec] = true
	}
	for i := range all {
		for _, res := range all[i].results {
			if left[res.Record] {
				out.Rest = append(out.Rest, res)
			}
		}
	}
	return out
}

// detach leaves of a report what outputs name it by, so that neither it nor the
// file it came from stays in memory.
func detach(res *rules.Result) {
	r := res.Report
	head := *r
	head.Title, head.Signature, head.Preface, head.Sections, head.Cells = schema.Text{}, schema.Text{}, nil, nil, nil
	head.Period, head.Ignores = schema.Period{}, nil
	head.Organ = schema.NewText(string([]byte(r.Organ.Value)), schema.Place{})
	head.Forms = map[schema.FormKey]*schema.Form{}
	for key, f := range r.Forms {
		head.Forms[key] = &schema.Form{Spec: f.Spec, Format: f.Format}
	}
	res.Report = &head
	for i := range res.Findings {
		res.Findings[i].Detach()
	}
}
