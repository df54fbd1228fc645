// Package alike tells how much of one text stands in another. A text is read
// as a run of characters in which figures, the organ's own names and punctuation
// do not count; every stretch of [Stretch] characters is a shingle. Of the
// shingles a fixed share is kept, chosen by their hash alone, so that any two
// texts keep the same ones (winnowing by modulus): the work grows with the length
// of the texts and never with the number of pairs.
package alike

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gouji/gouji/rules/record"
)

// Stretch is how many characters a shingle has: longer than the set phrases of
// the genre (因政府信息公开引起的行政复议、行政诉讼 has 16 that count), so that a few of
// those in common are nothing.
const Stretch = 20

// kept is the share of the shingles that is kept: one in four.
const kept = 4

// Text is a text made ready for comparison.
type Text struct {
	Sentences []Sentence
	Shingles  record.Marks // the kept ones, sorted, each once
}

// Sentence is a sentence as printed, and as it is compared.
type Sentence struct {
	Paragraph int    // ordinal of its paragraph
	Words     string // as printed, on one line
	Figures   string // its figures but for years, in order: "15件 3"
	core      string // what is compared
}

// Plan is the key of the section on problems and plans.
const Plan = "problems"

// Of reads the prose of a report, or one section of it.
func Of(rec *record.Record, section string) Text {
	paragraphs := make([]string, len(rec.Prose))
	for i, p := range rec.Prose {
		if section == "" || p.Section == section {
			paragraphs[i] = p.Text
		}
	}
	return New(paragraphs, record.Names(rec.Organ, rec.Known)...)
}

// New reads paragraphs. names are the organ's own: who writes 我镇 where the other
// writes 本局 still copies.
func New(paragraphs []string, names ...string) Text {
	names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "" })
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	var t Text
	var whole []rune
	for i, par := range paragraphs {
		for _, words := range sentences(par) {
			s := Sentence{Paragraph: i, Words: words, Figures: figures(words)}
			if !official(words) {
				s.core = core(words, names)
				whole = append(whole, []rune(s.core)...)
			}
			t.Sentences = append(t.Sentences, s)
		}
	}
	t.Shingles = shingles(whole)
	return t
}

// sentences cuts a paragraph behind 。！？； and line breaks.
func sentences(par string) []string {
	var out []string
	for _, s := range strings.FieldsFunc(par, func(r rune) bool { return strings.ContainsRune("。！？；\n", r) }) {
		if s = strings.Join(strings.Fields(s), ""); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// core leaves of a sentence what is compared: neither figures nor punctuation nor
// the organ's names.
func core(words string, names []string) string {
	for _, n := range names {
		words = strings.ReplaceAll(words, n, "")
	}
	for _, self := range []string{"我", "本", "全"} {
		for _, place := range []string{"镇", "乡", "街道", "县", "区", "市", "局", "委", "办", "机关", "单位", "中心"} {
			words = strings.ReplaceAll(words, self+place, "")
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, words)
}

// figures lists the figures of a sentence; a year is none.
func figures(words string) string {
	var out []string
	runes := []rune(words)
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && (unicode.IsDigit(runes[j]) || j > i && (runes[j] == '.' || runes[j] == ',')) {
			j++
		}
		if j > i {
			if !(j-i == 4 && j < len(runes) && (runes[j] == '年' || runes[j] == '〕')) {
				out = append(out, string(runes[i:j]))
			}
			i = j
		}
		i++
	}
	return strings.Join(out, " ")
}

func shingles(runes []rune) record.Marks {
	var out record.Marks
	var h, lead uint64 = 0, 1 // a rolling hash: lead is what the oldest character counts
	for range Stretch {
		lead *= prime
	}
	for i, r := range runes {
		h = h*prime + uint64(r)
		if i >= Stretch {
			h -= lead * uint64(runes[i-Stretch])
		}
		if v := mixed(h); i >= Stretch-1 && v%kept == 0 {
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const prime = 0x9E3779B97F4A7C55

// mixed spreads a hash over all its bits (the end of splitmix64).
func mixed(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

// Without returns the shingles that are not in the set.
func Without(list record.Marks, set map[uint64]bool) record.Marks {
	if len(set) == 0 {
		return list
	}
	out := make(record.Marks, 0, len(list))
	for _, s := range list {
		if !set[s] {
			out = append(out, s)
		}
	}
	return out
}

// Common counts the shingles of two sorted lists that are the same.
func Common(a, b record.Marks) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Characters is about how many characters so many kept shingles stand for.
func Characters(shingles int) int { return shingles * kept }

// Pair is a sentence of each of two texts that say the same.
type Pair struct{ This, That Sentence }

// SameFigures reports whether the two tell the same figures, and any.
func (p Pair) SameFigures() bool { return p.This.Figures != "" && p.This.Figures == p.That.Figures }

// least is how many characters a sentence must have to be shown.
const least = 10

// Pairs lists the sentences that are the same in both texts but for figures and
// names, in the order of the first.
func Pairs(this, that Text) []Pair {
	at := map[string]int{}
	for i, s := range that.Sentences {
		if _, ok := at[s.core]; !ok {
			at[s.core] = i
		}
	}
	var out []Pair
	for _, s := range this.Sentences {
		if i, ok := at[s.core]; ok && len([]rune(s.core)) >= least {
			out = append(out, Pair{s, that.Sentences[i]})
		}
	}
	return out
}
