package intake

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// ending is what stands under the text: the organ, the date.
type ending struct {
	signature schema.Text
	signed    schema.Date
}

// findEnding takes signature and date from the lines of the last section, and
// drops what a page prints behind them. Tables may stand behind them, on sheets
// of their own. Without a date nothing is dropped.
func findEnding(items []*item) ending {
	var e ending
	for i := len(items) - 1; i >= 0; i-- {
		if !items[i].isText() {
			continue
		}
		if d, ok := wholeDate(items[i].text.Value); ok {
			d.Place = items[i].text.Whole()
			e.signed = d
			for _, it := range items[i:] {
				it.used = true
			}
			e.signature = organAbove(items[:i])
			return e
		}
		if t, d, ok := organAndDate(items[i].text); ok {
			e.signature, e.signed = t, d
			for _, it := range items[i:] {
				it.used = true
			}
			return e
		}
	}
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].isText() {
			if looksLikeOrgan(items[i].text.Value) {
				items[i].used = true
				e.signature = items[i].text
			}
			break
		}
	}
	return e
}

func organAbove(items []*item) schema.Text {
	for i := len(items) - 1; i >= 0 && i >= len(items)-3; i-- {
		if !items[i].isText() {
			continue
		}
		if looksLikeOrgan(items[i].text.Value) {
			items[i].used = true
			return items[i].text
		}
		break
	}
	return schema.Text{}
}

// organAndDate reads 青石镇人民政府 2021年1月15日 on one line.
func organAndDate(t schema.Text) (schema.Text, schema.Date, bool) {
	if utf8.RuneCountInString(t.Value) > 60 || strings.ContainsAny(t.Value, "。，；") {
		return schema.Text{}, schema.Date{}, false
	}
	i := nextDigit(t.Value, 0)
	if i <= 0 || !looksLikeOrgan(t.Value[:i]) {
		return schema.Text{}, schema.Date{}, false
	}
	d, ok := wholeDate(t.Value[i:])
	d.Place = t.Place(i, len(t.Value))
	return t.Slice(0, i).TrimSpace(), d, ok
}
