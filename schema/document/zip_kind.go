package document

import (
	"context"
	"encoding/xml"
	"path"
	"strings"
)

// zipKind tells what a zip container holds: "docx", "xlsx", "pptx", "odt",
// "ods", "odp", "ofd"; "zip" for anything else, a damaged one included; "" for
// what is no zip. Names of files play no part.
func zipKind(data []byte) string {
	if !isZip(data) {
		return ""
	}
	a, err := openArchive(data)
	if err != nil {
		return "zip"
	}
	return a.kind()
}

// officeFolders are the folders of the parts of Office Open XML.
var officeFolders = []struct{ folder, kind string }{{"word/", "docx"}, {"xl/", "xlsx"}, {"ppt/", "pptx"}}

func (a *archive) kind() string {
	ctx := context.Background()
	main := a.mainPart(ctx)
	for _, f := range officeFolders {
		if strings.HasPrefix(main, f.folder) {
			return f.kind
		}
	}
	if mime, err := a.read(ctx, "mimetype", 1<<10); err == nil {
		_, name, _ := strings.Cut(strings.TrimSpace(string(mime)), "application/vnd.oasis.opendocument.")
		for _, k := range []struct{ name, kind string }{{"text", "odt"}, {"spreadsheet", "ods"}, {"presentation", "odp"}} {
			if strings.HasPrefix(name, k.name) {
				return k.kind
			}
		}
	}
	if a.has("OFD.xml") {
		return "ofd"
	}
	for _, f := range officeFolders { // the relationship is lost or names a folder of its own
		if a.hasFolder(f.folder) && (main != "" || a.has("[Content_Types].xml") || f.kind == "docx" && a.has("word/document.xml")) {
			return f.kind
		}
	}
	return "zip"
}

// mainPart returns the part that the container is about, "" when it names none.
func (a *archive) mainPart(ctx context.Context) string {
	for _, r := range a.relations(ctx, "_rels/.rels") {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			return partName(r.Target)
		}
	}
	return ""
}

// relation is one relationship between parts of Office Open XML.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations reads a part of relationships; none when it cannot be read.
func (a *archive) relations(ctx context.Context, part string) []relation {
	if !a.has(part) {
		return nil
	}
	data, err := a.read(ctx, part, maxRelsLen)
	if err != nil {
		return nil
	}
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	if xml.Unmarshal(data, &list) != nil {
		return nil
	}
	return list.Relations
}

// related returns the part that a part refers to with that type of
// relationship, "" for none.
func (a *archive) related(ctx context.Context, part, kind string) string {
	dir, file := path.Split(part)
	for _, r := range a.relations(ctx, dir+"_rels/"+file+".rels") {
		if !strings.HasSuffix(r.Type, "/"+kind) {
			continue
		}
		if target := partName(r.Target); strings.HasPrefix(r.Target, "/") || a.has(target) && !a.has(dir+target) {
			return target
		}
		return partName(dir + r.Target)
	}
	return ""
}
