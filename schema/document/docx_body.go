package document

import (
	"strings"

	"github.com/gouji/gouji/schema"
)

// block reads one element of the body, a cell or a text box into blocks.
func (r *docxReader) block(e element, into *[]Block) error {
	switch e.name {
	case "p":
		return r.paragraph(into)
	case "tbl":
		return r.table(into)
	case "del", "moveFrom":
		r.tracked++
		return r.xml.skip()
	case "ins", "moveTo":
		r.tracked++
	case "sdt", "sdtContent", "customXml", "smartTag", "Choice", "body":
	case "AlternateContent":
		return r.alternate(func(inner element) error { return r.block(inner, into) })
	case "altChunk":
		r.chunks++
		return r.xml.skip()
	default:
		return r.xml.skip()
	}
	return r.xml.children(func(inner element) error { return r.block(inner, into) })
}

// alternate reads one of several ways to say the same: the first choice, which
// Word itself takes, and the fallback only where there is none.
func (r *docxReader) alternate(f func(element) error) error {
	taken := false
	return r.xml.children(func(e element) error {
		if taken || e.name != "Choice" && e.name != "Fallback" {
			return r.xml.skip()
		}
		taken = true
		return r.xml.children(f)
	})
}

// paragraph is what is gathered of one paragraph.
type paragraph struct {
	text   strings.Builder
	props  paraProps
	boxes  []Block // of text boxes anchored in it
	fields []bool  // of the open fields: whether the result has begun
}

// openEnd is where a paragraph whose mark is deleted ended: the one that comes
// next goes on in it.
type openEnd struct {
	into   *[]Block
	blocks int // in into, its own the last
}

func (r *docxReader) paragraph(into *[]Block) error {
	if err := r.another(); err != nil {
		return err
	}
	at := r.at()
	p := &paragraph{}
	err := r.xml.children(func(e element) error { return r.inline(e, p) })
	r.finish(p, at, into)
	return err
}

// finish turns a paragraph into blocks, one for each of its lines.
func (r *docxReader) finish(p *paragraph, at schema.Place, into *[]Block) {
	text := p.text.String()
	if n := len(*into); r.unended.into == into && r.unended.blocks == n && len((*into)[n-1].Text.Value) < maxDocxJoined {
		before := (*into)[n-1].Text
		*into, at, text = (*into)[:n-1], before.Whole(), before.Value+text
	}
	r.unended = openEnd{}
	level := p.props.outline(r.styles)
	if !p.props.merged && (strings.TrimFunc(text, isBlank) != "" || len(p.boxes) == 0) {
		text = r.lists.label(p.props.list(r.styles)) + text
	}
	if text != "" || !p.props.merged {
		appendLines(into, text, level, at)
	}
	if p.props.merged && text != "" && !strings.HasSuffix(text, "\n") {
		r.unended = openEnd{into, len(*into)}
	}
	*into = append(*into, p.boxes...)
}

// inline reads one element of a paragraph.
func (r *docxReader) inline(e element, p *paragraph) error {
	each := func(inner element) error { return r.inline(inner, p) }
	switch e.name {
	case "pPr":
		return r.paragraphProps(p)
	case "r":
		return r.run(p)
	case "del", "moveFrom":
		r.tracked++
		return r.xml.skip()
	case "ins", "moveTo":
		r.tracked++
		return r.xml.children(each)
	case "hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "oMath", "oMathPara":
		return r.xml.children(each)
	case "AlternateContent":
		return r.alternate(each)
	}
	return r.xml.skip()
}

// run reads one run, unless it is hidden.
func (r *docxReader) run(p *paragraph) error {
	hidden := false
	return r.xml.children(func(e element) error {
		if e.name == "rPr" {
			return r.xml.children(func(prop element) error {
				if prop.name == "vanish" || prop.name == "webHidden" {
					hidden = prop.on()
				}
				return r.xml.skip()
			})
		}
		return r.runPart(e, p, hidden)
	})
}

// runPart reads one element of a run.
func (r *docxReader) runPart(e element, p *paragraph, hidden bool) error {
	write := func(s string) {
		if n := len(p.fields); !hidden && (n == 0 || p.fields[n-1]) {
			p.text.WriteString(s)
		}
	}
	switch e.name {
	case "t":
		s, err := r.xml.words()
		write(strings.NewReplacer("\n", " ", "\r", " ").Replace(s))
		return err
	case "tab", "ptab":
		write("\t")
	case "br", "cr":
		write("\n")
	case "noBreakHyphen":
		write("-")
	case "sym":
		write(symbol(e.attr("font"), e.attr("char")))
	case "fldChar":
		p.field(e.attr("fldCharType"))
	case "AlternateContent":
		return r.alternate(func(inner element) error { return r.runPart(inner, p, hidden) })
	case "object":
		r.objects++
		return r.drawing(p, hidden)
	case "drawing", "pict":
		return r.drawing(p, hidden)
	}
	return r.xml.skip()
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
	var within func(element) error
	within = func(e element) error {
		switch e.name {
		case "txbxContent":
			boxes := &p.boxes
			if hidden {
				boxes = new([]Block)
			}
			r.nested++
			defer func() { r.nested-- }()
			return r.xml.children(func(inner element) error { return r.block(inner, boxes) })
		case "AlternateContent":
			return r.alternate(within)
		}
		return r.xml.children(within)
	}
	return r.xml.children(within)
}
