package document

import (
	"context"
	"encoding/xml"
	"regexp"
	"strconv"
)

// val is an element that says everything in its attribute val.
type val struct {
	Val string `xml:"val,attr"`
}

// number returns the whole number of a val, or other.
func (v *val) number(other int) int {
	if v == nil {
		return other
	}
	n, err := strconv.Atoi(v.Val)
	if err != nil {
		return other
	}
	return n
}

// paraProps are the properties of a paragraph that gouji needs, of its own or
// of its style.
type paraProps struct {
	Style   *val       `xml:"pStyle"`
	Outline *val       `xml:"outlineLvl"`
	Num     *listProps `xml:"numPr"`
	merged  bool       // its mark is deleted: the next paragraph goes on in it
}

// listProps say which list a paragraph belongs to, and at what level.
type listProps struct {
	Level *val `xml:"ilvl"`
	ID    *val `xml:"numId"`
}

// paragraphProps reads pPr, which was just begun.
func (r *docxReader) paragraphProps(p *paragraph) error {
	return r.xml.children(func(e element) error {
		switch e.name {
		case "pStyle":
			p.props.Style = &val{e.attr("val")}
		case "outlineLvl":
			p.props.Outline = &val{e.attr("val")}
		case "numPr":
			p.props.Num = &listProps{}
			return r.xml.children(func(e element) error {
				switch e.name {
				case "ilvl":
					p.props.Num.Level = &val{e.attr("val")}
				case "numId":
					p.props.Num.ID = &val{e.attr("val")}
				}
				return r.xml.skip()
			})
		case "rPr":
			return r.xml.children(func(e element) error {
				if e.name == "del" || e.name == "moveFrom" {
					r.tracked++
					p.props.merged = true
				}
				return r.xml.skip()
			})
		}
		return r.xml.skip()
	})
}

// style is a paragraph style.
type style struct {
	ID    string    `xml:"styleId,attr"`
	Type  string    `xml:"type,attr"`
	Deflt string    `xml:"default,attr"`
	Name  val       `xml:"name"`
	Based val       `xml:"basedOn"`
	Props paraProps `xml:"pPr"`
}

// styles are the paragraph styles by their ids; "" is the default one.
type styles map[string]*style

// readStyles reads the part of styles. A file whose styles cannot be read is
// read without them: they carry headings and list numbers, no words.
func readStyles(ctx context.Context, a *archive, part string) styles {
	out := styles{}
	data, err := a.read(ctx, part, maxPart)
	if err != nil {
		return out
	}
	var list struct {
		Styles []*style `xml:"style"`
	}
	_ = xml.Unmarshal(data, &list) // what stood before a fault is kept
	for _, s := range list.Styles {
		if s.Type != "" && s.Type != "paragraph" {
			continue
		}
		out[s.ID] = s
		if s.Deflt == "1" || s.Deflt == "true" {
			out[""] = s
		}
	}
	return out
}

// maxStyles bounds a chain of styles; Word's own go three or four deep.
const maxStyles = 20

// chain calls f for the style and those it is based on until f returns true.
func (all styles) chain(id string, f func(*style) bool) {
	for range maxStyles {
		s := all[id]
		if s == nil || f(s) {
			return
		}
		if id = s.Based.Val; id == "" {
			return
		}
	}
}

func (p *paraProps) style() string {
	if p.Style == nil {
		return ""
	}
	return p.Style.Val
}

var headingName = regexp.MustCompile(`(?i)^(?:heading|标题) ?([1-9])$`)

// outline returns the level of a heading, from 1, or 0 for running text.
func (p *paraProps) outline(all styles) int {
	if p.Outline != nil {
		return level(p.Outline)
	}
	found := 0
	all.chain(p.style(), func(s *style) bool {
		if s.Props.Outline != nil {
			found = level(s.Props.Outline)
			return true
		}
		if m := headingName.FindStringSubmatch(s.Name.Val); m != nil {
			found = int(m[1][0] - '0')
			return true
		}
		return false
	})
	return found
}

// level turns an outline level, 0 to 8, into a heading's; 9 is running text.
func level(v *val) int {
	if n := v.number(9); n >= 0 && n < 9 {
		return n + 1
	}
	return 0
}

// list returns the list a paragraph belongs to and its level in it; "" for
// none. A style's list may name no level: then the list's level that names the
// style counts.
func (p *paraProps) list(all styles) (id string, level int, byStyle string) {
	if n := p.Num; n != nil {
		if n.ID != nil {
			id = n.ID.Val
		}
		level = n.Level.number(0)
		if id != "" {
			return id, level, ""
		}
	}
	all.chain(p.style(), func(s *style) bool {
		n := s.Props.Num
		if n == nil || n.ID == nil {
			return false
		}
		id = n.ID.Val
		if p.Num == nil {
			level, byStyle = n.Level.number(0), s.ID
		}
		return true
	})
	return id, level, byStyle
}
