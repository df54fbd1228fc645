package main

import (
	"runtime/debug"
	"strings"
)

// language returns the language of a run: what --lang says, else what the
// locale does. The users are Chinese, so only a locale that is clearly of
// another language gives English; none at all, C and POSIX do not. Flags are
// looked through by hand because help is worded before they are parsed.
func language(args []string, getenv func(string) string) string {
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--" {
			break
		}
		if arg == "--lang" && i+1 < len(args) {
			value, found = args[i+1], true
		}
		if found && (value == "zh" || value == "en") {
			return value
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := getenv(name)
		if locale == "" {
			continue
		}
		tag, _, _ := strings.Cut(locale, ".")
		if tag == "C" || tag == "POSIX" || strings.HasPrefix(strings.ToLower(tag), "zh") {
			return "zh"
		}
		return "en"
	}
	return "zh"
}

// version returns the version that the program was built as: a release, or the
// commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	v, revision := info.Main.Version, ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			revision += "+"
		}
	}
	if v == "" {
		v = "(devel)"
	}
	if revision != "" && v == "(devel)" {
		v += " " + revision
	}
	return v
}
