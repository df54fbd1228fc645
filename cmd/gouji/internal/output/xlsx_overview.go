package output

import (
	"strconv"
	"strings"
)

// overview writes the sheet with what became of each organ's report of each
// year. A year with several reports has the words of all of them; one without
// is blank.
func (p *xlsxPrinter) overview(a *Across) error {
	years := a.years()
	s := &xlsxSheet{
		book: p.book, styles: p.findings.styles, limit: p.findings.limit, name: pick(p.o.Lang, "总览", "overview"), table: "overview",
		heads: []string{pick(p.o.Lang, "机关", "organ")}, widths: []float64{44}, graded: anyColumn,
	}
	for _, year := range years {
		s.heads, s.widths = append(s.heads, strconv.Itoa(year)), append(s.widths, 16)
	}
	s.heads, s.widths = append(s.heads, pick(p.o.Lang, "也写作", "also called")), append(s.widths, 44)
	if err := s.open(); err != nil {
		return err
	}
	for _, organ := range a.Organs {
		row := []any{organ.Name}
		for _, year := range years {
			var words []string
			for _, r := range organ.Reports {
				if r.Year == year {
					words = append(words, r.State.In(p.o.Lang))
				}
			}
			row = append(row, strings.Join(words, pick(p.o.Lang, "；", "; ")))
		}
		if err := s.add(append(row, strings.Join(organ.Also, pick(p.o.Lang, "；", "; ")))); err != nil {
			return err
		}
	}
	return s.close()
}
