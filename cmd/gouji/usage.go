package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gouji/gouji/rules"
)

// usageError is a fault of the command line: exit code 2. It is one line, in
// both languages, since the locale of whoever made the mistake is not always
// the one of whoever reads of it.
type usageError struct {
	words rules.Words
	at    string // what stands before: the place in a file
}

func (e *usageError) Error() string { return fmt.Sprintf("%s%s（%s）", e.at, e.words.ZH, e.words.EN) }

// wrong returns an error of use; the arguments are those of both sentences.
func wrong(zh, en string, args ...any) error {
	return &usageError{words: rules.Words{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// nearest returns the error that a word is none of the known ones, with the one
// that may have been meant, or else all of them.
func nearest(zh, en, word string, known []string) error {
	if near := rules.Nearest(word, known); near != "" {
		return wrong("没有"+zh+"“%s”，是否指 %s", "no "+en+" %q; did you mean %s", word, near)
	}
	return wrong("没有"+zh+"“%s”，可用的有 %s", "no "+en+" %q; known are %s", word, strings.Join(known, " "))
}

// flagError turns the faults pflag finds into errors of use.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		usage   *usageError
	)
	switch {
	case errors.As(err, &invalid) && errors.As(err, &usage):
		name := invalid.GetFlag().Name
		return wrong("--%[1]s：%[2]s", "--%[1]s: %[3]s", name, usage.words.ZH, usage.words.EN)
	case errors.As(err, &usage):
		return usage
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return nearest("参数", "flag", "-"+unknown.GetSpecifiedName(), flagNames(cmd))
	case errors.As(err, &unknown):
		return nearest("参数", "flag", "--"+unknown.GetSpecifiedName(), flagNames(cmd))
	case errors.As(err, &missing):
		return wrong("参数 --%s 后面要有值", "--%s needs a value", missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return wrong("参数 --%s 不能是“%s”", "--%s cannot be %q", invalid.GetFlag().Name, invalid.GetValue())
	}
	return wrong("参数写法有误：%v", "malformed flag: %v", err)
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, "--"+f.Name)
		}
	})
	slices.Sort(names)
	return names
}

// choice is a flag that takes one of a few words.
type choice struct {
	value *string
	known []string
}

func newChoice(value *string, known ...string) *choice { return &choice{value, known} }

func (c *choice) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

func (c *choice) Type() string { return strings.Join(c.known, "|") }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.known, s) {
		return nearestValue(s, c.known)
	}
	*c.value = s
	return nil
}

// nearestValue is the error for a word that is none of a flag's.
func nearestValue(word string, known []string) error {
	return wrong("没有“%s”这个选项，可用的有 %s", "%q is none of %s", word, strings.Join(known, " "))
}
