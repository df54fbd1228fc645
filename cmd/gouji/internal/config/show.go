package config

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji/gouji/cmd/gouji/internal/localrule"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// Show prints what holds for a file as a gouji.toml that would bring it about,
// with where each value came from behind it. lang is the language of the run,
// in which it is printed.
func (e *Effective) Show(lang string) []byte {
	p := &shower{lang: lang}
	for _, f := range e.Files {
		p.line("# %s", f.Path)
	}
	if len(e.Files) == 0 {
		p.line("# %s", p.say("没有 "+Name+"，都是默认值", "no "+Name+": all values are defaults"))
	}
	p.line("")
	p.pair("language", quote(or(e.Language.V, lang)), e.Language.Place)
	p.pair("fail-on", quote(e.FailOn.V), e.FailOn.Place)
	if e.Baseline.V != "" {
		p.pair("baseline", quote(e.Baseline.V), e.Baseline.Place)
	}
	p.rules(e, e.Catalog)
	p.settings(e, e.Catalog)
	for _, f := range e.Files {
		p.facts(f)
	}
	p.lexicon(e)
	return p.buf.Bytes()
}

type shower struct {
	buf  bytes.Buffer
	lang string
}

func (p *shower) say(zh, en string) string { return rules.Words{ZH: zh, EN: en}.In(p.lang) }

func (p *shower) line(format string, args ...any) { fmt.Fprintf(&p.buf, format+"\n", args...) }

func (p *shower) pair(name, value string, at schema.Place) {
	p.line("%s = %s # %s", name, value, p.origin(at, ""))
}

// origin says where a value was set, and by which key.
func (p *shower) origin(at schema.Place, by string) string {
	switch {
	case at.IsZero():
		return p.say("默认", "default")
	case at == flagPlace:
		return p.say("命令行", "command line")
	}
	return strings.TrimSpace(fmt.Sprintf("%s:%d %s", at.Path, at.Line, by))
}

// rules lists the rules that run and, as comments, those that do not.
func (p *shower) rules(e *Effective, c rules.Catalog) {
	p.line("select = [")
	for _, r := range c {
		on, at, by := e.decision(r)
		entry := "  "
		if !on {
			entry = "  # "
		}
		p.line("%s%s, # %s · %s", entry, quote(r.Code), r.Name, p.origin(at, by))
	}
	p.line("]")
}

// decision says whether a rule runs, and which key of which layer had the last
// word.
func (e *Effective) decision(r *rules.Rule) (on bool, at schema.Place, by string) {
	on = !r.Off
	for _, ly := range e.layers {
		choice := ly.choice()
		if choice.Decide(r, true) != choice.Decide(r, false) {
			continue // it does not speak of the rule
		}
		on = choice.Decide(r, on)
		only := rules.Choice{Ignore: choice.Ignore}
		switch {
		case on && (rules.Choice{Extend: choice.Extend}).Decide(r, false):
			at, by = ly.extend.place, "extend-select"
		case !on && !only.Decide(r, true):
			at, by = ly.ignore.place, "ignore"
		default:
			at, by = ly.sel.place, "select"
		}
	}
	return on, at, by
}

func (p *shower) settings(e *Effective, c rules.Catalog) {
	for _, r := range c {
		var lines []string
		severity := Value{}
		options := map[string]words{}
		for _, ly := range e.layers {
			if v, ok := ly.severities[r.Code]; ok {
				severity = v
			}
			for name, w := range ly.options[r.Code] {
				options[name] = w
			}
		}
		if severity.V != "" {
			lines = append(lines, fmt.Sprintf("severity = %s # %s", quote(severity.V), p.origin(severity.Place, "")))
		}
		for _, o := range r.Options {
			w, ok := options[o.Key]
			switch {
			case ok && o.IsNumber():
				lines = append(lines, fmt.Sprintf("%s = %s # %s", o.Key, w.v[0], p.origin(w.place, "")))
			case o.IsNumber():
				lines = append(lines, fmt.Sprintf("# %s = %d # %s", o.Key, o.Default, p.origin(w.place, "")))
			case ok:
				lines = append(lines, fmt.Sprintf("%s = %s # %s", o.Key, quoteAll(w.v), p.origin(w.place, "")))
			}
		}
		if lines != nil {
			p.line("\n[rules.%s]\n%s", r.Code, strings.Join(lines, "\n"))
		}
	}
}

// facts prints what a file adds to what the others say.
func (p *shower) facts(f *File) {
	for _, o := range f.Facts.Organs {
		p.line("\n[[organ]] # %s\nname = %s", f.Path, quote(o.Name))
		for _, v := range []struct {
			name string
			list []string
		}{{"aliases", o.Aliases}, {"abbreviations", o.Abbreviations}} {
			if len(v.list) > 0 {
				p.line("%s = %s", v.name, quoteAll(v.list))
			}
		}
		for _, v := range [][2]string{{"kind", string(o.Kind)}, {"parent", o.Parent}} {
			if v[1] != "" {
				p.line("%s = %s", v[0], quote(v[1]))
			}
		}
	}
	for _, l := range f.Local {
		p.line("\n[[rule]] # %s", p.origin(l.Place, ""))
		s := l.source
		for _, v := range [][2]string{
			{"code", s.Code}, {"name", s.Name}, {"title", s.Title}, {"severity", l.Rule.Severity.String()}, {"for_each", or(s.ForEach, localrule.Units[0])},
			{"assert", s.Assert.Value}, {"message", s.Message.Value}, {"why", s.Why}, {"basis", s.Basis},
		} {
			if v[1] != "" {
				p.line("%s = %s", v[0], quote(v[1]))
			}
		}
	}
	for _, s := range f.Suppress {
		p.line("\n[[suppress]] # %s", p.origin(s.Place, ""))
		for _, v := range [][2]string{{"path", s.Path}, {"code", s.Code}, {"cell", s.Cell}, {"words", s.Words}, {"reason", s.Reason}} {
			if v[1] != "" {
				p.line("%s = %s", v[0], quote(v[1]))
			}
		}
		if !s.Until.IsZero() {
			p.line("until = %s", s.Until)
		}
	}
}

// lexicon prints the words of all files together, as rules see them.
func (p *shower) lexicon(e *Effective) {
	lexicon := e.Settings.Facts.Lexicon
	if len(lexicon) > 0 {
		p.line("\n[lexicon]")
	}
	for _, domain := range domains(lexicon) {
		var from []string
		for _, f := range e.Files {
			if f.Facts.Lexicon[domain] != nil {
				from = append(from, f.Path)
			}
		}
		p.line("%s = %s # %s", quote(domain), quoteAll(lexicon[domain]), strings.Join(from, " + "))
	}
}

func domains(lexicon map[string][]string) []string {
	var out []string
	for domain := range lexicon {
		out = append(out, domain)
	}
	slices.Sort(out)
	return out
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// quote writes a string of TOML.
func quote(s string) string {
	if !strings.ContainsAny(s, "'\n\r") && strings.ContainsAny(s, `\"`) {
		return "'" + s + "'"
	}
	return strings.ReplaceAll(strconv.QuoteToGraphic(s), `\x`, `\u00`)
}

func quoteAll(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = quote(s)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
