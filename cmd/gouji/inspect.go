package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// inspector reads files and holds the reports in them to the rules. Whatever
// happens to one file stays with it: a fault, a panic or a lack of time become
// a finding that it was not checked.
type inspector struct {
	ctx     context.Context // ends when the run is interrupted; nil: never
	read    func(ctx context.Context, path string, data []byte) []*schema.Report
	stdin   io.Reader
	timeout time.Duration
	numbers bool // every number of the prose is asked for
	record  bool // what reports beside it are held to is asked for
	memory  *memory
}

// inspect returns a result for each report of the file, at least one.
func (in *inspector) inspect(j job) []rules.Result {
	if j.Path == "-" { // who feeds it may take any time
		data, problem := in.readStdin(j)
		return in.bounded(j, func(ctx context.Context) []rules.Result { return in.run(ctx, j, data, problem) })
	}
	return in.bounded(j, func(ctx context.Context) []rules.Result {
		data, problem := j.Read(nil)
		return in.run(ctx, j, data, problem)
	})
}

func (in *inspector) parent() context.Context {
	if in.ctx == nil {
		return context.Background()
	}
	return in.ctx
}

// readStdin reads standard input until its end, or until the run is interrupted.
func (in *inspector) readStdin(j job) (data []byte, problem *schema.Problem) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		data, problem = j.Read(in.stdin)
	}()
	select {
	case <-done:
		return data, problem
	case <-in.parent().Done():
		return nil, &schema.Problem{ZH: "读取被中断，没有核对。", EN: "reading was interrupted"}
	}
}

func (in *inspector) run(ctx context.Context, j job, data []byte, problem *schema.Problem) []rules.Result {
	if problem != nil {
		return in.failed(j, *problem)
	}
	key, keeps := in.memory.key(j, data)
	if keeps {
		if results := in.memory.recall(key); results != nil {
			return results
		}
	}
	reports := in.read(ctx, j.Name, data)
	if len(reports) == 0 {
		return in.failed(j, schema.Problem{ZH: "文件里没有读到年报。", EN: "no report was found in the file"})
	}
	settings := j.Settings
	if in.numbers || in.record {
		with := rules.Settings{}
		if settings != nil {
			with = *settings
		}
		with.Numbers, with.Record = in.numbers, in.record
		settings = &with
	}
	results := make([]rules.Result, len(reports))
	for i, r := range reports {
		results[i] = rules.RunWith(r, j.Rules, settings)
	}
	if keeps && ctx.Err() == nil {
		in.memory.keep(key, j.Name, results)
	}
	return results
}

// bounded gives the work its time, and gives up on work that does not end by
// itself when the time is over.
func (in *inspector) bounded(j job, work func(context.Context) []rules.Result) []rules.Result {
	parent := in.parent()
	ctx, cancel := context.WithTimeout(parent, in.timeout)
	defer cancel()
	done := make(chan []rules.Result, 1)
	go func() {
		defer func() {
			if trouble := recover(); trouble != nil {
				done <- in.failed(j, schema.Problem{
					ZH: fmt.Sprintf("读取这个文件时出错，没有检查；这是 gouji 的缺陷，请连同文件反馈（%v）。", trouble),
					EN: fmt.Sprintf("reading this file failed and it was not checked; this is a fault of gouji, please report it (%v)", trouble),
				})
			}
		}()
		done <- work(ctx)
	}()
	select {
	case results := <-done:
		if ctx.Err() == nil {
			return results
		}
	case <-ctx.Done():
	}
	if parent.Err() != nil {
		select {
		case <-done:
		case <-time.After(cleaning):
		}
	}
	return in.failed(j, schema.Problem{
		ZH: fmt.Sprintf("%s 内没有查完，已放弃；可用 --timeout 放宽时间。", in.timeout),
		EN: fmt.Sprintf("not done within %s and given up; --timeout gives it more time", in.timeout),
	})
}

// failed is the result for a file that was not read.
func (in *inspector) failed(j job, problem schema.Problem) []rules.Result {
	r := schema.NewReport(j.Name, "")
	problem.Kind = schema.Unreadable
	problem.Place.Path = j.Name
	r.Problems = []schema.Problem{problem}
	return []rules.Result{rules.RunWith(r, j.Rules, j.Settings)}
}
