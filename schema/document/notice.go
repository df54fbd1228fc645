package document

import "context"

// noticeKey is where [WithNotice] keeps its function.
type noticeKey struct{}

// WithNotice returns a context whose notice is called when something takes
// seconds and the user should know why: the first start of the PDF reader, a
// conversion by another program. It is called from any goroutine, with the same
// words again for the next file.
func WithNotice(ctx context.Context, notice func(zh, en string)) context.Context {
	return context.WithValue(ctx, noticeKey{}, notice)
}

func notify(ctx context.Context, zh, en string) {
	if notice, ok := ctx.Value(noticeKey{}).(func(zh, en string)); ok {
		notice(zh, en)
	}
}
