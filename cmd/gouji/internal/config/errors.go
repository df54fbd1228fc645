package config

import (
	"fmt"
	"strings"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Error is a fault of a gouji.toml.
type Error struct {
	Place schema.Place
	Words rules.Words
}

func (e Error) Error() string {
	at := e.Place.Path
	if e.Place.Line > 0 {
		at += fmt.Sprintf(":%d:%d", e.Place.Line, e.Place.Column)
	}
	return fmt.Sprintf("%s：%s（%s）", at, e.Words.ZH, e.Words.EN)
}

// Errors are all faults of the files that were read, in their order.
type Errors []Error

func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i := range e {
		lines[i] = e[i].Error()
	}
	return strings.Join(lines, "\n")
}
