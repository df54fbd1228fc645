package narrative

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gouji/gouji/schema"
)

// BenchmarkRead reads the prose of a report of 6,000 characters.
func BenchmarkRead(b *testing.B) {
	sentences := []string{
		"2023年，我镇主动公开政府信息1,362条，较上年的1,240条增长9.8%，其中工作动态910条、政策文件184条（占13.5%）、财政信息268条。",
		"全年共收到政府信息公开申请14件，上年结转2件，其中自然人13件、法人3件；予以公开6件，部分公开3件，不予公开2件，无法提供4件，结转下年度1件。",
		"未发生因政府信息公开引起的行政复议和行政诉讼。",
		"严格落实“三审三校”制度，根据《条例》第十九条、国办公开办函〔2021〕30号要求，及时更新公开指南，开展培训10余次，政务公众号推送信息588篇。",
	}
	r := schema.NewReport("a.txt", "text")
	r.Organ, r.Year = schema.NewText("临江县青石镇人民政府", schema.Place{}), 2023
	s := &schema.Section{Key: "overview"}
	for size := 0; size < 6000; {
		words := strings.Join(sentences, "")
		size += utf8.RuneCountInString(words)
		s.Body = append(s.Body, schema.NewText(words, schema.Place{Line: len(s.Body) + 1, Column: 1}))
	}
	r.Sections = append(r.Sections, s)
	b.ReportAllocs()
	for b.Loop() {
		Read(r)
	}
}
