package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/gouji/gouji/rules"
)

// state is how far the session has come.
type state uint8

const (
	fresh   state = iota
	open          // initialized
	closing       // shut down
)

// session is what one client has told, and what it has asked for.
type session struct {
	options  Options
	client   initializeParams
	encoding string
	lang     string

	mu    sync.Mutex // over all below
	conn  *jsonrpc2.Conn
	state state
	docs  map[string]*document
	dirty []string // documents to be checked, in the order in which they were touched
	queue []*request
	asked map[jsonrpc2.ID]*request // not answered
	wake  chan struct{}
}

// request is a question about a document as it was when it was asked.
type request struct {
	id     jsonrpc2.ID
	answer func() (any, error)
}

func newSession(o Options) *session {
	return &session{
		options: o, encoding: utf16Units, lang: o.Lang,
		docs: map[string]*document{}, asked: map[jsonrpc2.ID]*request{}, wake: make(chan struct{}, 1),
	}
}

// Handle takes in one message. It returns at once: what takes time is queued.
func (s *session) Handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) {
	result, err := guard(s, req.Method, func() (any, error) { return s.take(ctx, conn, req) })
	if req.Notif || result == queued {
		return
	}
	s.reply(conn, req.ID, result, err)
}

// queued stands for an answer that comes later.
var queued = new(struct{ byte })

// take does what a message asks for, or queues it.
func (s *session) take(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.conn = conn
	switch {
	case req.Method == "exit":
		return nil, conn.Close()
	case req.Notif && s.state != open:
		return nil, nil
	case s.state == fresh && req.Method != "initialize":
		return nil, fault(codeNotInitialized, "还没有 initialize", "initialize comes first")
	case s.state == closing, s.state == open && req.Method == "initialize":
		return nil, fault(jsonrpc2.CodeInvalidRequest, "此时不能 "+req.Method, req.Method+" is not allowed now")
	case req.Notif:
		return nil, s.notice(ctx, req)
	}
	switch req.Method {
	case "initialize":
		return s.initialize(req)
	case "shutdown":
		s.state = closing
		for _, r := range s.queue {
			s.drop(r)
		}
		s.queue, s.dirty = nil, nil
		return nil, nil
	}
	return s.enqueue(req)
}

// notice takes in a notification.
func (s *session) notice(ctx context.Context, req *jsonrpc2.Request) error {
	switch req.Method {
	case "initialized":
		s.watch(ctx)
	case "$/cancelRequest":
		var p struct {
			ID jsonrpc2.ID `json:"id"`
		}
		if err := params(req, &p); err != nil {
			return err
		}
		if r := s.asked[p.ID]; r != nil {
			s.drop(r)
		}
	case "textDocument/didOpen":
		var p didOpenParams
		if err := params(req, &p); err != nil {
			return err
		}
		s.put(newDocument(p.TextDocument, s.encoding))
	case "textDocument/didChange":
		var p didChangeParams
		if err := params(req, &p); err != nil {
			return err
		}
		if d := s.docs[p.TextDocument.URI]; d != nil {
			s.put(d.changed(p.ContentChanges, p.TextDocument.Version))
		}
	case "textDocument/didClose":
		var p didOpenParams
		if err := params(req, &p); err != nil {
			return err
		}
		delete(s.docs, p.TextDocument.URI)
		s.touch(p.TextDocument.URI)
	case "textDocument/didSave":
		var p didOpenParams
		if err := params(req, &p); err != nil {
			return err
		}
		// Settings and baselines hold for other documents as soon as they are saved.
		if strings.HasSuffix(strings.ToLower(p.TextDocument.URI), ".toml") {
			s.again()
		}
	case "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration":
		s.again()
	}
	return nil
}

// put keeps a document and has it checked.
func (s *session) put(d *document) {
	s.docs[d.uri] = d
	s.touch(d.uri)
}

// again has every document checked anew.
func (s *session) again() {
	for _, uri := range s.uris() {
		d := s.docs[uri]
		s.put(d.with(d.lines.text, d.version))
	}
}

// drop answers a question that nobody wants answered any more.
func (s *session) drop(r *request) {
	if s.asked[r.id] == r {
		delete(s.asked, r.id)
		// Outside of the lock: the client may be slow to read.
		go s.conn.ReplyWithError(context.Background(), r.id, fault(codeCancelled, "已取消", "cancelled")) //nolint:errcheck // who left wants no answer
	}
}

// guard keeps a fault of the program from ending the session.
func guard(s *session, method string, do func() (any, error)) (result any, err error) {
	defer func() {
		if trouble := recover(); trouble != nil {
			fmt.Fprintf(s.options.Errors, "gouji: %s: %v\n", method, trouble)
			result, err = nil, fault(jsonrpc2.CodeInternalError,
				fmt.Sprintf("处理 %s 时出错，这是 gouji 的缺陷，请反馈（%v）", method, trouble),
				fmt.Sprintf("%s failed; this is a fault of gouji, please report it (%v)", method, trouble))
		}
	}()
	return do()
}

func (s *session) reply(conn *jsonrpc2.Conn, id jsonrpc2.ID, result any, err error) {
	ctx := context.Background()
	if err == nil {
		// Failing to write means that the client left, which reading will tell.
		_ = conn.Reply(ctx, id, result)
		return
	}
	known, ok := err.(*jsonrpc2.Error) //nolint:errorlint // never wrapped: see fault
	if !ok {
		known = fault(jsonrpc2.CodeInternalError, err.Error(), err.Error())
	}
	_ = conn.ReplyWithError(ctx, id, known)
}

// params reads the parameters of a message.
func params(req *jsonrpc2.Request, into any) error {
	if req.Params == nil {
		return fault(jsonrpc2.CodeInvalidParams, req.Method+" 没有参数", req.Method+" has no parameters")
	}
	if err := json.Unmarshal(*req.Params, into); err != nil {
		return fault(jsonrpc2.CodeInvalidParams, fmt.Sprintf("%s 的参数有误：%v", req.Method, err), fmt.Sprintf("bad parameters of %s: %v", req.Method, err))
	}
	return nil
}

// fault is an error for the client, in both languages: who reads it is the
// editor's log.
func fault(code int64, zh, en string) *jsonrpc2.Error {
	return &jsonrpc2.Error{Code: code, Message: fmt.Sprintf("%s（%s）", zh, en)}
}

// say returns the words of a language.
func say(lang, zh, en string) string { return rules.Words{ZH: zh, EN: en}.In(lang) }
