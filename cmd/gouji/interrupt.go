package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// errInterrupted ends a run that its user, or the system, asked to end.
var errInterrupted = errors.New("已中断，其余的文件没有检查（interrupted; the other files were not checked）")

// cleaning is how long a file that is being read may take to end the programs it
// started and to remove what they wrote, once the run is interrupted.
const cleaning = 3 * time.Second

// interruptible returns a context that ends when the run is interrupted. A
// second interruption ends the process at once.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// interrupted is errInterrupted when the run was.
func (in *inspector) interrupted() error {
	if in.ctx != nil && in.ctx.Err() != nil {
		return errInterrupted
	}
	return nil
}
