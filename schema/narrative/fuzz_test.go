package narrative

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// FuzzRead holds the reader to what every text must keep: it ends, and what it
// finds lies within the text, its lists and claims within what it found.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"2023年共收到政府信息公开申请14件，上年结转2件，其中自然人12件、法人4件；结转下年度1件。",
		"主动公开政府信息255条，其中公示公告96条（包括征地公告18条、其他78条），动态信息159条，占62.4%，同比增长8.5%。",
		"未发生因政府信息公开引起的行政复议、行政诉讼（均为0件）。", "〔2019〕年60号 202020年12月31日 10:21 1,362件 15余条",
		"行政复议和行政诉讼分别为8件和5件）））（（（其中：：，、；", "一是二是三是，其中，包括1、2、3、等",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 4096 {
			t.Skip("not a paragraph")
		}
		r := schema.NewReport("a.txt", "text")
		r.Year, r.Organ = 2023, schema.NewText("临江县青石镇人民政府", schema.Place{})
		r.Sections = []*schema.Section{{Key: "overview", Body: []schema.Text{schema.NewText(s, schema.Place{Line: 1, Column: 1})}}}
		p := Read(r)
		within := func(sp Span) {
			require.True(t, 0 <= sp.I && sp.I <= sp.J && sp.J <= len(s), "%v", sp)
		}
		for i := range p.Mentions {
			within(p.Mentions[i].Span)
			require.Less(t, p.Mentions[i].Claim, len(p.Claims))
		}
		for i := range p.Claims {
			within(p.Claims[i].Span)
			require.NotNil(t, p.Claims[i].What)
		}
		for i := range p.Lists {
			within(p.Lists[i].Span)
			require.Less(t, p.Lists[i].Whole, len(p.Mentions))
			for _, part := range p.Lists[i].Parts {
				require.Less(t, part, len(p.Mentions))
			}
		}
		for i := range p.Years {
			within(p.Years[i].Span)
		}
	})
}

// A paragraph without any stop is read in pieces: nothing of it is lost, and
// nothing is looked for over all of it.
func TestAParagraphWithoutAnyStopIsReadInPieces(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{"甲类1条、", "其中甲类5条，", "公开信息5条：", "公开5条（", "2021年收到3件，2022年增长5%，"} {
		s := "主动公开信息99999条，其中" + strings.Repeat(piece, 3000)
		r := schema.NewReport("a.txt", "text")
		r.Year = 2023
		r.Sections = []*schema.Section{{Key: "overview", Body: []schema.Text{schema.NewText(s, schema.Place{Line: 1, Column: 1})}}}
		p := Read(r)
		require.GreaterOrEqual(t, len(p.Mentions), 3001, piece)
		for i := range p.Lists {
			require.LessOrEqual(t, len(p.Lists[i].Parts), maxSentence, piece)
		}
	}
}
