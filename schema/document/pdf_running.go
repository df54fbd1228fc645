package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where running heads and feet stand: parts of the page's height at its top and
// at its foot. In the margin nothing but them is printed.
const (
	runningZone = 0.11
	marginZone  = 0.055
)

// leastRunning is the length, in characters, from which words that stand at one
// place of several pages are a running head; wrapped labels are shorter.
const leastRunning = 6

// runningLine is one line near the top or the foot of a page.
type runningLine struct {
	page, block int
	y           float64
	words       string // without digits and white space
	number      int    // of a line that is one number; -1 otherwise
}

// dropRunning takes running heads and feet out of the blocks of the pages: page
// numbers, and words that stand in the same place of another page. The first
// page keeps its own where a title may stand.
func dropRunning(pages []*pdfPage, blocks [][]Block) {
	byWords := map[string][]runningLine{}
	for i, p := range pages {
		for k := range blocks[i] {
			if l, ok := p.runningLine(i, k, &blocks[i][k]); ok {
				byWords[l.words] = append(byWords[l.words], l)
			}
		}
	}
	drop := make([]map[int]bool, len(pages))
	for _, lines := range byWords { // each line is judged for itself; the order means nothing
		for i, l := range lines {
			if repeatsAnother(lines, i) && (l.number >= 0 || l.page > 0 || pages[0].inMargin(l.y)) {
				if drop[l.page] == nil {
					drop[l.page] = map[int]bool{}
				}
				drop[l.page][l.block] = true
			}
		}
	}
	for i := range blocks {
		kept := blocks[i][:0]
		for k, b := range blocks[i] {
			if !drop[i][k] {
				kept = append(kept, b)
			}
		}
		blocks[i] = kept
	}
}

func (p *pdfPage) inMargin(y float64) bool {
	return y < marginZone*p.height || y > (1-marginZone)*p.height
}

func (p *pdfPage) runningLine(page, block int, b *Block) (runningLine, bool) {
	if b.Kind != Paragraph {
		return runningLine{}, false
	}
	box := b.Text.Whole().Box
	y := (box.Y0 + box.Y1) / 2
	if y > runningZone*p.height && y < (1-runningZone)*p.height {
		return runningLine{}, false
	}
	l := runningLine{page: page, block: block, y: y, number: -1}
	l.words = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, b.Text.Value)
	if strings.Trim(l.words, "-—－–―─·") == "" {
		n, err := strconv.Atoi(strings.TrimFunc(b.Text.Value, func(r rune) bool { return !unicode.IsDigit(r) }))
		l.words, l.number = "", n
		return l, err == nil
	}
	return l, utf8.RuneCountInString(l.words) >= leastRunning
}

// repeatsAnother reports whether the line stands in the same place of another
// page; page numbers differ as their pages do, and change sides.
func repeatsAnother(lines []runningLine, i int) bool {
	for _, o := range lines[max(0, i-4):min(len(lines), i+5)] {
		l := lines[i]
		if o.page != l.page && near(o.y, l.y, 2) && (l.number < 0 || l.number-l.page == o.number-o.page) {
			return true
		}
	}
	return false
}
