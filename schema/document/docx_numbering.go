package document

import (
	"context"
	"encoding/xml"
	"strings"
)

// maxLevels is how many levels a list has.
const maxLevels = 9

// numbering holds the lists of a Word file and counts as it is read.
type numbering struct {
	lists  map[string]*numList
	counts map[string]*[maxLevels]int // by abstract list: instances of it count on
}

// numList is one list, its overrides applied.
type numList struct {
	abstract string
	levels   [maxLevels]*numLevel
	restart  [maxLevels]bool // the instance starts anew at its first use
}

// numLevel is one level of a list.
type numLevel struct {
	Index   int    `xml:"ilvl,attr"`
	Start   *val   `xml:"start"`
	Format  *val   `xml:"numFmt"`
	Text    *val   `xml:"lvlText"`
	Suffix  *val   `xml:"suff"`
	Restart *val   `xml:"lvlRestart"`
	Style   *val   `xml:"pStyle"`
	Legal   *val   `xml:"isLgl"`
	Vanish  *vflag `xml:"rPr>vanish"`
}

// vflag is an element that is a switch.
type vflag struct {
	Val string `xml:"val,attr"`
}

type abstractNum struct {
	ID     string      `xml:"abstractNumId,attr"`
	Levels []*numLevel `xml:"lvl"`
	Link   *val        `xml:"numStyleLink"`
	Styled *val        `xml:"styleLink"`
}

type numInstance struct {
	ID        string `xml:"numId,attr"`
	Abstract  val    `xml:"abstractNumId"`
	Overrides []struct {
		Index int       `xml:"ilvl,attr"`
		Start *val      `xml:"startOverride"`
		Level *numLevel `xml:"lvl"`
	} `xml:"lvlOverride"`
}

// readNumbering reads the part of lists; none when there is none.
func readNumbering(ctx context.Context, a *archive, part string) *numbering {
	n := &numbering{lists: map[string]*numList{}, counts: map[string]*[maxLevels]int{}}
	data, err := a.read(ctx, part, maxPart)
	if err != nil {
		return n
	}
	var file struct {
		Abstracts []*abstractNum `xml:"abstractNum"`
		Instances []*numInstance `xml:"num"`
	}
	_ = xml.Unmarshal(data, &file) // what stood before a fault is kept
	byID, byStyle := map[string]*abstractNum{}, map[string]*abstractNum{}
	for _, abs := range file.Abstracts {
		byID[abs.ID] = abs
		if abs.Styled != nil {
			byStyle[abs.Styled.Val] = abs
		}
	}
	for _, inst := range file.Instances {
		abs := byID[inst.Abstract.Val]
		if abs != nil && len(abs.Levels) == 0 && abs.Link != nil && byStyle[abs.Link.Val] != nil {
			abs = byStyle[abs.Link.Val]
		}
		if abs != nil {
			n.lists[inst.ID] = newNumList(abs, inst)
		}
	}
	return n
}

func newNumList(abs *abstractNum, inst *numInstance) *numList {
	l := &numList{abstract: abs.ID}
	for _, lvl := range abs.Levels {
		if lvl.Index >= 0 && lvl.Index < maxLevels {
			l.levels[lvl.Index] = lvl
		}
	}
	for _, o := range inst.Overrides {
		if o.Index < 0 || o.Index >= maxLevels {
			continue
		}
		if o.Level != nil {
			l.levels[o.Index] = o.Level
		}
		if o.Start != nil && l.levels[o.Index] != nil {
			changed := *l.levels[o.Index]
			changed.Start = o.Start
			l.levels[o.Index], l.restart[o.Index] = &changed, true
		}
	}
	return l
}

// label counts one paragraph of a list and returns what Word prints before it:
// "一、", "（2）", "3. ". Bullets are no words.
func (n *numbering) label(id string, level int, style string) string {
	l := n.lists[id]
	if l == nil {
		return ""
	}
	for i, lvl := range l.levels {
		if style != "" && lvl != nil && lvl.Style != nil && lvl.Style.Val == style {
			level = i
		}
	}
	if level < 0 || level >= maxLevels || l.levels[level] == nil {
		return ""
	}
	n.count(l, level)
	lvl := l.levels[level]
	if lvl.Text == nil || lvl.Vanish != nil && lvl.Vanish.Val != "0" && lvl.Vanish.Val != "false" || lvl.Format != nil && lvl.Format.Val == "bullet" {
		return ""
	}
	text := n.fill(l, lvl)
	if text != "" && (lvl.Suffix == nil || lvl.Suffix.Val != "nothing") && !strings.HasSuffix(text, "、") && !strings.HasSuffix(text, "）") {
		text += " "
	}
	return text
}

// count moves the list on to its next number at the level. Deeper levels begin
// anew; those above that were never met stand at their start.
func (n *numbering) count(l *numList, level int) {
	counts := n.counts[l.abstract]
	if counts == nil {
		counts = &[maxLevels]int{}
		for i := range counts {
			counts[i] = unused
		}
		n.counts[l.abstract] = counts
	}
	for i := range level {
		if counts[i] == unused {
			counts[i] = l.start(i)
		}
	}
	if counts[level] == unused || l.restart[level] {
		counts[level], l.restart[level] = l.start(level), false
	} else {
		counts[level]++
	}
	for i := level + 1; i < maxLevels; i++ {
		// lvlRestart names the level, from 1, whose number makes this one begin anew;
		// 0 says that none does.
		after := i
		if l.levels[i] != nil {
			after = l.levels[i].Restart.number(i)
		}
		if after > level {
			counts[i] = unused
		}
	}
}

// unused marks a level that has no number yet.
const unused = -1 << 31

func (l *numList) start(level int) int {
	if l.levels[level] == nil {
		return 1
	}
	return l.levels[level].Start.number(0)
}

// fill puts the numbers of the levels into the text of a level: %1 is that of
// the first.
func (n *numbering) fill(l *numList, lvl *numLevel) string {
	var b strings.Builder
	text := lvl.Text.Val
	for i := 0; i < len(text); i++ {
		if text[i] != '%' || i+1 >= len(text) || text[i+1] < '1' || text[i+1] > '9' {
			b.WriteByte(text[i])
			continue
		}
		i++
		k := int(text[i] - '1')
		format := "decimal"
		if l.levels[k] != nil && l.levels[k].Format != nil && lvl.Legal == nil {
			format = l.levels[k].Format.Val
		}
		b.WriteString(listNumber(format, n.counts[l.abstract][k]))
	}
	return b.String()
}
