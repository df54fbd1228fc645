package source

import (
	"path/filepath"
	"slices"
	"strings"
)

// extensions are those of files in a folder that may be reports. It lists the
// old and other office formats too: what gouji cannot read of them, it says
// rather than pass it by.
var extensions = []string{
	".docx", ".pdf", ".html", ".htm", ".shtml", ".xhtml", ".xlsx", ".txt", ".text", ".md", ".markdown", ".toml",
	".doc", ".wps", ".xls", ".et", ".rtf", ".odt", ".ods", ".ofd", ".mht", ".mhtml", ".xlsm", ".docm",
}

// MayBeReport reports whether a file met in a folder is one to read.
func MayBeReport(name string) bool {
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(name))) && !setAside(name) && name != answers
}

// answers is the file in which gouji synth writes the key to what it planted: it
// is TOML and no report.
const answers = "key.toml"

// setAside reports whether a file stands beside reports and is none by its
// name: the project's own settings and notes.
func setAside(name string) bool {
	lower := strings.ToLower(name)
	base := strings.TrimSuffix(lower, filepath.Ext(lower))
	switch base {
	case "readme", "license", "changelog", "contributing":
		return true
	}
	return lower == "gouji.toml"
}

// leftOut reports whether a file or folder is never looked at in passing:
// hidden ones, the lock files of office programs, what package managers keep.
func leftOut(name string) bool {
	switch name {
	case ".", "..":
		return false
	case "node_modules", "__MACOSX":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// savedPage returns the name without extension of the page whose pictures and
// frames a browser saved in the folder (年报_files, 年报.files): they are parts of
// the page beside it.
func savedPage(folder string) (string, bool) {
	for _, suffix := range []string{"_files", ".files", "_文件"} {
		if page, ok := strings.CutSuffix(folder, suffix); ok && page != "" {
			return page, true
		}
	}
	return "", false
}
