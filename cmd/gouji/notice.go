package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/gouji/gouji/cmd/gouji/internal/progress"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
	"github.com/gouji/gouji/schema/document"
)

// progress tells how far a run over many files is; not when only findings are
// wanted.
func (a *app) progress(o checkFlags, what rules.Words, total int) *progress.Bar {
	if o.quiet {
		return nil
	}
	return progress.Start(a.Stderr, isTerminal(a.Stderr), a.lang, what, total)
}

// reader reads files. On a terminal it says once why it takes seconds: whoever
// waits there would take the silence for a fault. A log is not told.
func (a *app) reader(terminal bool) func(ctx context.Context, path string, data []byte) []*schema.Report {
	if !terminal {
		return a.read
	}
	var said sync.Map
	notice := func(zh, en string) {
		if _, before := said.LoadOrStore(zh, true); !before {
			fmt.Fprintf(a.Stderr, "gouji: %s\n", a.say(zh, en))
		}
	}
	return func(ctx context.Context, path string, data []byte) []*schema.Report {
		return a.read(document.WithNotice(ctx, notice), path, data)
	}
}
