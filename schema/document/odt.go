package document

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
)

func isODT(_ string, data []byte) bool { return zipKind(data) == "odt" }

// readODT reads an OpenDocument text (ISO/IEC 26300) as [readDOCX] reads a Word
// file. What tracked changes deleted is kept apart in such a file and left out.
func readODT(ctx context.Context, path string, data []byte) (*Document, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	if manifest, err := a.read(ctx, "META-INF/manifest.xml", maxRelsLen); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return nil, needsPassword()
	}
	r := &odtReader{wordFile: wordFile{ctx: ctx, doc: &Document{Path: path, Format: "odt"}}, styles: newODTStyles()}
	if part, err := a.open(ctx, "styles.xml"); err == nil {
		r.xml = scanXML(part)
		_ = r.find() // they carry numbers of lists, no words
	}
	part, err := a.open(ctx, "content.xml")
	if err != nil {
		return nil, err
	}
	r.xml = scanXML(part)
	return r.end(r.find())
}

// odtReader walks the content of an OpenDocument text once.
type odtReader struct {
	wordFile
	styles *odtStyles
}

// find looks for the body and, in front of it, for styles.
func (r *odtReader) find() error {
	found := false
	for {
		kind, e, _, err := r.xml.next()
		if errors.Is(err, io.EOF) && found {
			return nil
		}
		if err != nil {
			return err
		}
		if kind != xmlStart {
			continue
		}
		switch e.name {
		case "text":
			found = true
			err = r.xml.children(func(e element) error { return r.block(e, &r.doc.Blocks, &odtList{}) })
		case "style", "list-style", "outline-style":
			err = r.styles.read(r.xml, e)
		case "master-styles": // headers and footers
			err = r.xml.skip()
		}
		if err != nil {
			return err
		}
	}
}

// block reads one element of the body, a list, a cell or a text box.
func (r *odtReader) block(e element, into *[]Block, list *odtList) error {
	switch e.name {
	case "p", "h":
		return r.paragraph(e, into, list)
	case "list":
		return r.list(e, into, list)
	case "table":
		return r.table(into)
	case "tracked-changes":
		return r.xml.children(func(element) error {
			r.tracked++
			return r.xml.skip()
		})
	case "section", "index-body", "table-of-content", "index-title", "numbered-paragraph", "list-header":
		return r.xml.children(func(e element) error { return r.block(e, into, list) })
	case "frame", "custom-shape", "g":
		return r.drawing(into)
	}
	return r.xml.skip()
}

func (r *odtReader) paragraph(e element, into *[]Block, list *odtList) error {
	if err := r.another(); err != nil {
		return err
	}
	at := r.at()
	p := &odtParagraph{hidden: r.styles.hidden[e.attr("style-name")]}
	err := r.inline(p)
	level := 0
	if n, bad := strconv.Atoi(e.attr("outline-level")); e.name == "h" && bad == nil && n > 0 && n <= maxLevels+1 {
		level = n
	}
	text := strings.Trim(p.text.String(), " ")
	if text != "" || len(p.boxes) == 0 {
		label := list.label(r.styles)
		if label == "" && level > 0 && e.attr("is-list-header") != "true" {
			label = r.styles.count("", level)
		}
		text = label + text
	}
	appendLines(into, text, level, at)
	*into = append(*into, p.boxes...)
	return err
}

// odtParagraph is what is gathered of one paragraph.
type odtParagraph struct {
	text   strings.Builder
	boxes  []Block
	hidden bool
	space  bool // white space as the file is laid out counts as one space
}

func (p *odtParagraph) write(s string) {
	if !p.hidden && s != "" {
		p.text.WriteString(s)
		p.space = false
	}
}

// chars writes characters, runs of white space as one space.
func (p *odtParagraph) chars(s string) {
	for {
		i := strings.IndexAny(s, " \t\r\n")
		if i < 0 {
			p.write(s)
			return
		}
		p.write(s[:i])
		if !p.space {
			p.write(" ")
			p.space = true
		}
		s = s[i+1:]
	}
}

// inline reads the content of a paragraph or of a span in it.
func (r *odtReader) inline(p *odtParagraph) error {
	for {
		kind, e, chars, err := r.xml.next()
		switch {
		case err != nil:
		case kind == xmlEnd:
			return nil
		case kind == xmlStart:
			err = r.inlinePart(e, p)
		default:
			if kind == xmlChars {
				chars, err = unescape(chars)
			}
			p.chars(strings.ToValidUTF8(chars, Unread))
		}
		if err != nil {
			return err
		}
	}
}

// maxODTSpaces bounds the spaces that one element stands for.
const maxODTSpaces = 1000

func (r *odtReader) inlinePart(e element, p *odtParagraph) error {
	switch e.name {
	case "s":
		n := odtCount(e, "c", maxODTSpaces)
		p.write(strings.Repeat(" ", n))
	case "tab":
		p.write("\t")
	case "line-break":
		p.write("\n")
	case "note", "annotation", "annotation-end", "ruby-text", "hidden-text", "script", "tracked-changes":
	case "frame", "custom-shape", "g", "rect", "ellipse", "line", "path", "polygon":
		boxes := &p.boxes
		if p.hidden {
			boxes = new([]Block)
		}
		return r.drawing(boxes)
	default:
		before := p.hidden
		p.hidden = before || r.styles.hidden[e.attr("style-name")]
		err := r.inline(p)
		p.hidden = before
		return err
	}
	return r.xml.skip()
}

// drawing looks for the text of boxes and shapes.
func (r *odtReader) drawing(into *[]Block) error {
	r.nested++
	defer func() { r.nested-- }()
	return r.xml.children(func(e element) error {
		switch e.name {
		case "text-box":
			return r.xml.children(func(e element) error { return r.block(e, into, &odtList{}) })
		case "p", "h", "list", "table":
			return r.block(e, into, &odtList{})
		case "frame", "custom-shape", "g", "rect", "ellipse", "a":
			return r.drawing(into)
		case "object", "object-ole":
			r.objects++
		}
		return r.xml.skip()
	})
}
