package lsp

import (
	"context"
	"slices"

	"github.com/sourcegraph/jsonrpc2"
)

// enqueue takes a question about a document.
func (s *session) enqueue(req *jsonrpc2.Request) (any, error) {
	var ask func(*document, atParams) any
	switch req.Method {
	case "textDocument/hover":
		ask = s.hover
	case "textDocument/definition":
		ask = s.definition
	case "textDocument/codeAction":
		ask = s.codeActions
	case "textDocument/documentSymbol":
		ask = s.symbols
	default:
		return nil, fault(jsonrpc2.CodeMethodNotFound, "没有 "+req.Method+" 这项功能", "no method "+req.Method)
	}
	var p atParams
	if err := params(req, &p); err != nil {
		return nil, err
	}
	d := s.docs[p.TextDocument.URI]
	if d == nil {
		return nil, fault(jsonrpc2.CodeInvalidParams, "没有打开这个文件："+p.TextDocument.URI, "the document is not open: "+p.TextDocument.URI)
	}
	r := &request{id: req.ID, answer: func() (any, error) {
		return guard(s, req.Method, func() (any, error) { return ask(d, p), nil })
	}}
	s.asked[r.id] = r
	s.queue = append(s.queue, r)
	s.signal()
	return queued, nil
}

// touch has a document checked, or its findings cleared when it was closed.
func (s *session) touch(uri string) {
	if !slices.Contains(s.dirty, uri) {
		s.dirty = append(s.dirty, uri)
	}
	s.signal()
}

func (s *session) signal() {
	select {
	case s.wake <- struct{}{}:
	default: // it is awake already
	}
}

// work answers questions, and checks documents when there are none.
func (s *session) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		for s.step(ctx) {
		}
	}
}

// step does one piece of work and reports whether there was any.
func (s *session) step(ctx context.Context) bool {
	s.mu.Lock()
	var (
		r   *request
		uri string
	)
	switch {
	case ctx.Err() != nil:
	case len(s.queue) > 0:
		r, s.queue = s.queue[0], s.queue[1:]
		if s.asked[r.id] != r { // cancelled
			s.mu.Unlock()
			return true
		}
	case len(s.dirty) > 0:
		uri, s.dirty = s.dirty[0], s.dirty[1:]
	default:
		s.mu.Unlock()
		return false
	}
	d, conn := s.docs[uri], s.conn
	s.mu.Unlock()
	switch {
	case r != nil:
		s.answer(r)
	case uri != "":
		s.publish(ctx, conn, uri, d)
	}
	return ctx.Err() == nil
}

// answer answers a question unless it was cancelled meanwhile.
func (s *session) answer(r *request) {
	result, err := r.answer()
	s.mu.Lock()
	wanted := s.asked[r.id] == r
	delete(s.asked, r.id)
	conn := s.conn
	s.mu.Unlock()
	if wanted {
		s.reply(conn, r.id, result, err)
	}
}
