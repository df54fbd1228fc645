// Package explain writes what is to be known of rules: for a terminal, as
// Markdown, and as JSON.
package explain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji/gouji/rules"
)

// part is one heading of an explanation with the words under it.
type part struct {
	head, words string
	sample      bool // words are a piece of a report
}

func parts(r *rules.Rule, lang string) []part {
	d := r.Doc
	list := []part{
		{pick(lang, "查什么", "What"), d.What.In(lang), false},
		{pick(lang, "为什么", "Why"), d.Why.In(lang), false},
		{pick(lang, "依据", "Basis"), d.Basis.In(lang), false},
	}
	for _, o := range r.Options {
		list = append(list, part{pick(lang, "选项 ", "Option ") + o.Key, o.Doc.In(lang) + fallback(o, lang), false})
	}
	list = append(list, part{pick(lang, "有误", "Bad"), d.Bad, true}, part{pick(lang, "正确", "Good"), d.Good, true})
	return slices.DeleteFunc(list, func(p part) bool { return p.words == "" }) // a project's own rule may lack some
}

// fallback says what an option is that nobody set, and what it may be.
func fallback(o rules.Option, lang string) string {
	if !o.IsNumber() {
		return ""
	}
	return fmt.Sprintf(pick(lang, "；默认 %d，可为 %d 至 %d", "; %d unless set, from %d to %d"), o.Default, o.Min, o.Max)
}

// Text explains a rule on a terminal.
func Text(r *rules.Rule, lang string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s  %s\n%s\n", r.Code, r.Name, r.Title.In(lang), facts(r, lang))
	for _, p := range parts(r, lang) {
		fmt.Fprintf(&b, "\n%s\n  %s\n", p.head, strings.ReplaceAll(p.words, "\n", "\n  "))
	}
	return b.String()
}

// Markdown explains a rule in Markdown, without its title.
func Markdown(r *rules.Rule, lang string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", facts(r, lang))
	for _, p := range parts(r, lang) {
		if p.sample {
			fmt.Fprintf(&b, "\n**%s**\n\n%s\n", p.head, fenced(p.words))
		} else {
			fmt.Fprintf(&b, "\n**%s**%s%s\n", p.head, pick(lang, "：", ": "), Escaped(p.words))
		}
	}
	return b.String()
}

// facts is the line under a rule's title.
func facts(r *rules.Rule, lang string) string {
	off := ""
	if r.Off {
		off = pick(lang, "，默认不用", ", off by default")
	}
	since := pick(lang, " · "+r.Since+" 版起", " · since "+r.Since)
	if r.Since == "" { // a project's own
		since = ""
	}
	return Family(r.Family, lang) + " · " + Severity(r, lang) + since + off
}

// fenced puts a sample into a block that nothing in it can close.
func fenced(s string) string {
	fence := "```"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	return fence + "text\n" + s + "\n" + fence
}

var marks = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "<", `\<`, "|", `\|`)

// Escaped keeps Markdown from reading marks of its own in the words.
func Escaped(s string) string { return marks.Replace(s) }

// Family names a family of rules.
func Family(f rules.Family, lang string) string { return pick(lang, f.ZH+" "+f.Key, f.Key) }

// Severity names how sure the findings of a rule are.
func Severity(r *rules.Rule, lang string) string {
	return pick(lang, r.Severity.ZH(), r.Severity.String())
}

func pick(lang, zh, en string) string { return rules.Words{ZH: zh, EN: en}.In(lang) }
