package document

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// odtStyles are what gouji needs of the styles of an OpenDocument text: which
// hide their text, and how lists are numbered. The list "" is that of headings.
type odtStyles struct {
	hidden map[string]bool
	lists  map[string]*[maxLevels]odtLevel
	counts map[string]*[maxLevels]int
}

// odtLevel is one level of a list. One without a format has no number.
type odtLevel struct {
	format, prefix, suffix string
	start, shown           int
}

func newODTStyles() *odtStyles {
	return &odtStyles{hidden: map[string]bool{}, lists: map[string]*[maxLevels]odtLevel{}, counts: map[string]*[maxLevels]int{}}
}

// read reads one style, which was just begun.
func (s *odtStyles) read(x *xmlScanner, e element) error {
	name := e.attr("name")
	if e.name == "style" {
		return x.children(func(p element) error {
			if p.name == "text-properties" && p.attr("display") == "none" {
				s.hidden[name] = true
			}
			return x.skip()
		})
	}
	if e.name == "outline-style" {
		name = ""
	}
	levels := &[maxLevels]odtLevel{}
	s.lists[name] = levels
	return x.children(func(l element) error {
		n := odtCount(l, "level", maxLevels)
		if l.name == "list-level-style-number" || l.name == "outline-level-style" {
			levels[n-1] = odtLevel{
				format: l.attr("num-format"), prefix: l.attr("num-prefix"), suffix: l.attr("num-suffix"),
				start: odtCount(l, "start-value", 32767), shown: odtCount(l, "display-levels", maxLevels),
			}
		}
		return x.skip()
	})
}

// count counts one item of a list at a level, from 1, and returns its number as
// it is printed.
func (s *odtStyles) count(list string, level int) string {
	levels := s.lists[list]
	if levels == nil || level < 1 || level > maxLevels {
		return ""
	}
	counts := s.counts[list]
	if counts == nil {
		counts = &[maxLevels]int{}
		s.counts[list] = counts
	}
	for i := range level {
		if counts[i] == 0 {
			counts[i] = max(1, levels[i].start) - 1
			if i < level-1 {
				counts[i]++
			}
		}
	}
	counts[level-1]++
	clear(counts[level:])
	own := levels[level-1]
	if own.format == "" {
		return ""
	}
	var parts []string
	for i := max(0, level-own.shown); i < level; i++ {
		if levels[i].format != "" {
			parts = append(parts, listNumber(odtFormat(levels[i].format), counts[i]))
		}
	}
	text := own.prefix + strings.Join(parts, ".") + own.suffix
	if last, _ := utf8.DecodeLastRuneInString(text); last < utf8.RuneSelf {
		text += " "
	}
	return text
}

// odtFormat turns a format of OpenDocument, "一, 二, 三, ...", into Word's name
// of it.
func odtFormat(format string) string {
	first, _, _ := strings.Cut(format, ",")
	switch first {
	case "一":
		return "chineseCounting"
	case "壹":
		return "chineseLegalSimplified"
	case "甲":
		return "ideographTraditional"
	case "子":
		return "ideographZodiac"
	case "①":
		return "decimalEnclosedCircle"
	case "１":
		return "decimalFullWidth"
	case "a":
		return "lowerLetter"
	case "A":
		return "upperLetter"
	case "i":
		return "lowerRoman"
	case "I":
		return "upperRoman"
	}
	return "decimal"
}

// odtList is the list around a paragraph; the zero value is none.
type odtList struct {
	style string
	level int
	due   bool // the item's number stands before the next paragraph
}

// label returns the number in front of the next paragraph.
func (l *odtList) label(s *odtStyles) string {
	if !l.due {
		return ""
	}
	l.due = false
	return s.count(l.style, l.level)
}

// list reads a list, which was just begun: within outer, or on its own.
func (r *odtReader) list(e element, into *[]Block, outer *odtList) error {
	inner := odtList{style: outer.style, level: outer.level + 1}
	if name := e.attr("style-name"); name != "" {
		inner.style = name
	}
	if inner.level == 1 && e.attr("continue-numbering") != "true" && e.attr("continue-list") == "" {
		delete(r.styles.counts, inner.style)
	}
	return r.xml.children(func(item element) error {
		switch item.name {
		case "list-item":
			own := inner
			own.due = true
			if start, err := strconv.Atoi(item.attr("start-value")); err == nil && start > 0 && start <= 32767 {
				r.styles.restart(own.style, own.level, start)
			}
			return r.xml.children(func(e element) error { return r.block(e, into, &own) })
		case "list-header":
			own := inner
			return r.xml.children(func(e element) error { return r.block(e, into, &own) })
		}
		return r.xml.skip()
	})
}

// restart makes the next item of a level have the number start.
func (s *odtStyles) restart(list string, level, start int) {
	if s.lists[list] == nil || level > maxLevels {
		return
	}
	if s.counts[list] == nil {
		s.counts[list] = &[maxLevels]int{}
	}
	s.counts[list][level-1] = start - 1
}
