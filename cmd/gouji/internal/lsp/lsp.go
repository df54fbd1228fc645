// Package lsp is the server of the Language Server Protocol: what check finds
// in a report, shown in an editor while the report is written. Texts, Markdown,
// TOML and pages are looked at; whatever has no lines stays with check.
//
// Messages are taken in by one goroutine, which keeps the documents, and worked
// on by another, which checks. A check is of the text as it was when it was
// asked for, and of several changes only the last is checked.
package lsp

import (
	"context"
	"io"
	"log"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/gouji/gouji/cmd/gouji/internal/config"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Options are what the server needs of the command.
type Options struct {
	Catalog rules.Catalog
	Version string
	Lang    string // of messages where neither gouji.toml nor LangSet say: zh or en
	LangSet bool   // Lang was asked for and goes before all else
	// Check holds a text to the rules as the command would the file of that
	// path. It never panics and always returns.
	Check  func(path string, text []byte) Checked
	Errors io.Writer // for faults of the program; never the client's stream
}

// Checked is what came of a text.
type Checked struct {
	Results  []rules.Result // with [rules.Settings].Numbers
	Settings *config.Effective
	Trouble  []Trouble // why it was not checked; no results then
}

// Trouble is a fault outside of the text: of a gouji.toml, of a baseline.
type Trouble struct {
	Place schema.Place // Path is absolute; zero when it is no file
	Words rules.Words
}

// Serve speaks with one client until it leaves, and reports whether it left as
// the protocol asks: shutdown, then exit.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) bool {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := newSession(o)
	logger := log.New(o.Errors, "gouji: ", 0)
	conn := jsonrpc2.NewConn(ctx, newStream(in, out), s, jsonrpc2.SetLogger(logger))
	go s.work(ctx)
	<-conn.DisconnectNotify()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state == closing
}
