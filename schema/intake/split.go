package intake

import (
	"slices"
	"unicode/utf8"

	"github.com/gouji/gouji/schema/document"
)

// splitReports divides the items of a document into its reports: a new one
// begins at a title behind which sections begin anew that the report before has
// had. A title that is only repeated, at the head of a page or behind a table of
// contents, and one in a list of attachments, begin none.
func splitReports(items []*item) [][]*item {
	var out [][]*item
	heads := knownHeadings(items)
	start, s := 0, splitter{had: map[string]bool{}}
	for i, it := range items {
		for len(heads) > 0 && heads[0].at < i {
			s.had[heads[0].key] = true
			heads = heads[1:]
		}
		if it.kind == document.TableBlock || it.isText() && isProse(it.text.Value) {
			s.content = s.content || len(s.had) > 0
			continue
		}
		if !it.isText() || !isTitleEnd(it.text.Value) || !s.anew(heads) {
			continue
		}
		if _, first, ok := titleEndingAt(items, i); ok {
			first = organLineAbove(items, first, i)
			out = append(out, items[start:first])
			start, s = first, splitter{had: map[string]bool{}}
		}
	}
	return append(out, items[start:])
}

// splitter is what the report at hand has had so far.
type splitter struct {
	had     map[string]bool // sections
	content bool            // text or tables in them
}

// anew decides whether a report may begin in front of the headings that come:
// two sections at least are behind, with something in them, and the first of
// those that come was one of them.
func (s *splitter) anew(coming []heading) bool {
	return s.content && len(s.had) >= 2 && len(coming) >= 2 && coming[0].key != coming[1].key && s.had[coming[0].key]
}

// knownHeadings lists the headings of the six sections, of all the reports.
func knownHeadings(items []*item) []heading {
	return slices.DeleteFunc(oneStyle(allHeadings(items)), func(h heading) bool { return h.key == "" })
}

// organLineAbove returns where a title begins that stands under the name of its
// organ, at item first; i is its last line.
func organLineAbove(items []*item, first, i int) int {
	if year, at, _ := titleYear(items[i].text.Value); year != 0 && at > 0 && utf8.RuneCountInString(squeeze(items[i].text.Value[:at])) >= 3 {
		return first
	}
	if j := previousText(items, first); j >= 0 && looksLikeOrgan(items[j].text.Value) {
		return j
	}
	return first
}
