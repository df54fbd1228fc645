package lsp

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

// pathOf returns the path of a file: URI in the manner of the system; ok is
// false for a document that is no file.
func pathOf(uri string) (path string, ok bool) { return pathOn(uri, runtime.GOOS == "windows") }

func pathOn(uri string, windows bool) (string, bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return "", false
	}
	if !windows {
		return u.Path, true
	}
	path := u.Path
	if u.Host != "" { // a share: file://server/folder
		return `\\` + u.Host + strings.ReplaceAll(path, "/", `\`), true
	}
	if len(path) >= 3 && path[0] == '/' && path[2] == ':' { // /c:/folder
		path = path[1:]
	}
	return strings.ReplaceAll(path, "/", `\`), true
}

// uriOf returns the URI of a file; the path is absolute.
func uriOf(path string) string {
	path = filepath.ToSlash(path)
	switch {
	case strings.HasPrefix(path, "//"):
		host, rest, _ := strings.Cut(path[2:], "/")
		return (&url.URL{Scheme: "file", Host: host, Path: "/" + rest}).String()
	case !strings.HasPrefix(path, "/"):
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// extensions are those by which the readers know a document that has no name
// of its own yet.
var extensions = map[string]string{"toml": ".toml", "markdown": ".md", "html": ".html"}

// nameOf returns the path by which a document is read: its own, or one made up
// for a document that is no file.
func nameOf(uri, language string) (name string, file bool) {
	if path, ok := pathOf(uri); ok {
		return path, true
	}
	name = uri[strings.LastIndexAny(uri, "/:")+1:]
	if ext := extensions[language]; ext != "" {
		return name + ext, false
	}
	return name + ".txt", false
}
