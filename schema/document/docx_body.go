package document

import (
	"encoding/xml"
	"strings"

	"github.com/gouji/gouji/schema"
)

// block reads one element of the body, a cell or a text box into blocks.
func (r *docxReader) block(e xml.StartElement, into *[]Block) error {
	switch e.Name.Local {
	case "p":
		return r.paragraph(into)
	case "tbl":
		return r.table(into)
	case "del", "moveFrom":
		r.tracked++
		return r.xml.Skip()
	case "ins", "moveTo":
		r.tracked++
	case "sdt", "sdtContent", "customXml", "smartTag", "Choice", "body":
	case "AlternateContent":
		return r.alternate(func(inner xml.StartElement) error { return r.block(inner, into) })
	case "altChunk":
		r.chunks++
		return r.xml.Skip()
	default:
		return r.xml.Skip()
	}
	return r.children(func(inner xml.StartElement) error { return r.block(inner, into) })
}

// alternate reads one of several ways to say the same: the first choice, which
// Word itself takes, and the fallback only where there is none.
func (r *docxReader) alternate(f func(xml.StartElement) error) error {
	taken := false
	return r.children(func(e xml.StartElement) error {
		if taken || e.Name.Local != "Choice" && e.Name.Local != "Fallback" {
			return r.xml.Skip()
		}
		taken = true
		return r.children(f)
	})
}

// paragraph is what is gathered of one paragraph.
type paragraph struct {
	text   strings.Builder
	props  paraProps
	boxes  []Block // of text boxes anchored in it
	fields []bool  // of the open fields: whether the result has begun
}

func (r *docxReader) paragraph(into *[]Block) error {
	if r.all++; r.all > maxDocxBlocks {
		return errTooMany
	}
	if r.nested == 0 {
		r.paragraphs++
	}
	at := r.at()
	p := &paragraph{}
	err := r.children(func(e xml.StartElement) error { return r.inline(e, p) })
	r.finish(p, at, into)
	return err
}

// finish turns a paragraph into blocks, one for each of its lines.
func (r *docxReader) finish(p *paragraph, at schema.Place, into *[]Block) {
	label := ""
	level := p.props.outline(r.styles)
	if strings.TrimFunc(p.text.String(), isBlank) != "" || len(p.boxes) == 0 {
		label = r.lists.label(p.props.list(r.styles))
	}
	text := label + p.text.String()
	for line := range strings.SplitSeq(text, "\n") {
		words := clean(line, at)
		switch {
		case words.IsEmpty():
			if n := len(*into); n > 0 && (*into)[n-1].Kind != Break {
				*into = append(*into, Block{Kind: Break})
			}
		case level > 0:
			*into = append(*into, Block{Kind: Heading, Level: level, Text: words})
		default:
			*into = append(*into, Block{Kind: Paragraph, Text: words})
		}
	}
	*into = append(*into, p.boxes...)
}

// inline reads one element of a paragraph.
func (r *docxReader) inline(e xml.StartElement, p *paragraph) error {
	each := func(inner xml.StartElement) error { return r.inline(inner, p) }
	switch e.Name.Local {
	case "pPr":
		return r.paragraphProps(p)
	case "r":
		return r.run(p)
	case "del", "moveFrom":
		r.tracked++
		return r.xml.Skip()
	case "ins", "moveTo":
		r.tracked++
		return r.children(each)
	case "hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "oMath", "oMathPara":
		return r.children(each)
	case "AlternateContent":
		return r.alternate(each)
	}
	return r.xml.Skip()
}

// run reads one run, unless it is hidden.
func (r *docxReader) run(p *paragraph) error {
	hidden := false
	return r.children(func(e xml.StartElement) error {
		if e.Name.Local == "rPr" {
			return r.children(func(prop xml.StartElement) error {
				if prop.Name.Local == "vanish" || prop.Name.Local == "webHidden" {
					hidden = on(prop)
				}
				return r.xml.Skip()
			})
		}
		return r.runPart(e, p, hidden)
	})
}

// runPart reads one element of a run.
func (r *docxReader) runPart(e xml.StartElement, p *paragraph, hidden bool) error {
	write := func(s string) {
		if n := len(p.fields); !hidden && (n == 0 || p.fields[n-1]) {
			p.text.WriteString(s)
		}
	}
	switch e.Name.Local {
	case "t":
		s, err := r.text()
		write(strings.NewReplacer("\n", " ", "\r", " ").Replace(s))
		return err
	case "tab", "ptab":
		write("\t")
	case "br", "cr":
		write("\n")
	case "noBreakHyphen":
		write("-")
	case "sym":
		write(symbol(wordAttr(e, "font"), wordAttr(e, "char")))
	case "fldChar":
		p.field(wordAttr(e, "fldCharType"))
	case "AlternateContent":
		return r.alternate(func(inner xml.StartElement) error { return r.runPart(inner, p, hidden) })
	case "object":
		r.objects++
		return r.drawing(p, hidden)
	case "drawing", "pict":
		return r.drawing(p, hidden)
	}
	return r.xml.Skip()
}

// field follows a field: its instruction is not text, its result is.
func (p *paragraph) field(kind string) {
	switch n := len(p.fields); {
	case kind == "begin" && n < 64:
		p.fields = append(p.fields, false)
	case kind == "separate" && n > 0:
		// Within the instruction of an outer field there is no result to show.
		p.fields[n-1] = n == 1 || p.fields[n-2]
	case kind == "end" && n > 0:
		p.fields = p.fields[:n-1]
	}
}

// drawing looks for text boxes in a drawing. Their text follows the paragraph
// they are anchored in.
func (r *docxReader) drawing(p *paragraph, hidden bool) error {
	var within func(xml.StartElement) error
	within = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "txbxContent":
			boxes := &p.boxes
			if hidden {
				boxes = new([]Block)
			}
			r.nested++
			defer func() { r.nested-- }()
			return r.children(func(inner xml.StartElement) error { return r.block(inner, boxes) })
		case "AlternateContent":
			return r.alternate(within)
		}
		return r.children(within)
	}
	return r.children(within)
}
