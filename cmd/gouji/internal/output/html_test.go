package output

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// page parses a page and makes sure that it needs nothing else, runs nothing,
// and leads nowhere that is not in it.
func page(t *testing.T, out []byte) *html.Node {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(out))
	require.NoError(t, err)
	ids := map[string]bool{}
	for n := range doc.Descendants() {
		if id := attribute(n, "id"); id != "" {
			assert.False(t, ids[id], "the id %q stands twice", id)
			ids[id] = true
		}
	}
	known := strings.Fields("html head meta title style body header main section article details summary h1 h2 h3 h4 p b i a span ol li div table caption thead tbody tr th td br blockquote")
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		assert.Contains(t, known, n.Data)
		for _, a := range n.Attr {
			switch a.Key {
			case "href":
				id, ok := strings.CutPrefix(a.Val, "#")
				assert.True(t, ok && ids[id], "a link to %q", a.Val)
			default:
				assert.Contains(t, []string{"id", "class", "lang", "charset", "http-equiv", "content", "name", "colspan", "rowspan", "role"}, a.Key)
			}
		}
	}
	return doc
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// elements are those of a tag under n that have the class.
func elements(n *html.Node, tag, class string) []*html.Node {
	var list []*html.Node
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == tag && slices.Contains(strings.Fields(attribute(c, "class")), class) {
			list = append(list, c)
		}
	}
	return list
}

// words are the words in n, without those that show when one points at it.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		if attribute(c, "class") != "tip" {
			b.WriteString(words(c))
		}
	}
	return b.String()
}

// drawn is a report with words and forms, in which three things are wrong.
func drawn(tb testing.TB) rules.Result {
	tb.Helper()
	r := schema.DecodeTOML("reports/柳河镇.toml", []byte(drawnReport))
	require.Empty(tb, r.Problems)
	id, ok := schema.LookupCell("applications.received.total")
	require.True(tb, ok)
	body := r.Sections[0].Body[0]
	i := strings.Index(body.Value, "14件")
	say := func(zh string) rules.Words { return rules.Words{ZH: zh, EN: zh} }
	res := rules.Result{Report: r, Findings: []rules.Finding{
		{Code: "TX201", Name: "applications", Severity: rules.Warning, Message: say("正文写14件，表三为4。"), Place: body.Place(i, i+len("14件")), Cells: []string{"applications.received.natural"}, Fingerprint: "1"},
		{
			Code: "TB101", Name: "row-total", Severity: rules.Error, Message: say("总计应为4。"), Place: r.Cell(id).Place, Cells: []string{"applications.received.total"}, Fingerprint: "2",
			Proposals: []rules.Proposal{{Cell: "applications.received.total", From: "5", To: "4", Group: 1}},
			Related:   []rules.Related{{Message: say("正文写14件"), Place: body.Place(i, i+len("14件"))}},
		},
		{Code: "ST501", Name: "missing-section", Severity: rules.Error, Message: say("缺第六部分。"), Place: schema.Place{Path: r.Path}, Excerpt: rules.Excerpt{Line: "六、其他需要报告的事项"}, Fingerprint: "3"},
	}}
	return res
}

const drawnReport = `[report]
title = "柳河镇2024年政府信息公开工作年度报告"
organ = "柳河镇人民政府"
year = 2024
[[section]]
number = 1
title = "总体情况"
text = "全年新收申请14件，均已答复。"
[[section]]
number = 3
title = "收到和处理政府信息公开申请情况"
[applications]
received = [4, 0, "", "/", 0, 0, 5]
carried_in = [0, 0, 0, 0, 0, 0, 0]
`

func TestAReportIsDrawnWithWhatIsWrongInIt(t *testing.T) {
	t.Parallel()
	doc := page(t, printed(t, HTML, Options{Lang: "zh"}, drawn(t)))
	golden(t, "drawn.zh.html", shownText(t, HTML, printed(t, HTML, Options{Lang: "zh"}, drawn(t))))
	found := map[string]string{}
	for _, m := range elements(doc, "a", "m") {
		found[words(m)] = attribute(m, "class") + " " + attribute(m, "href")
	}
	assert.Equal(t, map[string]string{"14件": "m warning #r1-f1", "4": "m warning #r1-f1", "5": "m error #r1-f2"}, found)
	tips := elements(elements(doc, "a", "m")[0], "span", "tip")
	require.Len(t, tips, 1)
	assert.Equal(t, 2, strings.Count(attributeless(tips[0]), "正文写14件"), "what is said of the words by both findings")
	assert.Len(t, elements(doc, "td", "blank"), 1)
	assert.Len(t, elements(doc, "td", "slash"), 1)
	assert.Len(t, elements(doc, "td", "absent"), 23*7, "what was not read is not blank")
	cards := elements(doc, "li", "finding")
	assert.Contains(t, words(cards[0]), "看原文")
	assert.NotContains(t, words(cards[2]), "看原文", "nothing in the report shows what is missing")
	assert.Contains(t, words(cards[2]), "六、其他需要报告的事项")
}

// attributeless are all words in n.
func attributeless(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func TestEveryFormIsDrawnAsTheOfficialOne(t *testing.T) {
	t.Parallel()
	for _, e := range schema.Editions() {
		r := schema.NewReport("a.toml", "toml")
		r.Edition = e
		for _, spec := range e.Forms {
			r.Forms[spec.Key] = &schema.Form{Spec: spec}
		}
		doc := page(t, printed(t, HTML, Options{Lang: "zh"}, rules.Result{Report: r, Unread: true}))
		tables := elements(doc, "table", "form")
		require.Len(t, tables, 3)
		for i, width := range []int{4, 10, 15} {
			want := 0
			for _, row := range e.Forms[i].Rows {
				want += len(row.Cells)
			}
			assert.Len(t, elements(tables[i], "td", "absent"), want)
			for n, w := range rowWidths(tables[i]) {
				assert.Equal(t, width, w, "edition %s, form %d, row %d", e.ID, i+2, n)
			}
		}
	}
}

// rowWidths are the columns that each row of a table takes, those of cells from
// above included.
func rowWidths(table *html.Node) []int {
	var widths []int
	hanging := map[int]int{} // columns that reach into a row
	number := func(n *html.Node, key string) int {
		if v := attribute(n, key); v != "" {
			k := 0
			for _, c := range v {
				k = k*10 + int(c-'0')
			}
			return k
		}
		return 1
	}
	for tr := range table.Descendants() {
		if tr.Data != "tr" || tr.Type != html.ElementNode {
			continue
		}
		row := len(widths)
		w := hanging[row]
		for c := range tr.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			span := number(c, "colspan")
			w += span
			for below := 1; below < number(c, "rowspan"); below++ {
				hanging[row+below] += span
			}
		}
		widths = append(widths, w)
	}
	return widths
}

func TestABrowserShowsThePageAndBlocksNothingOfIt(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("no chromium is installed")
	}
	dir := t.TempDir()
	file, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.png")
	require.NoError(t, os.WriteFile(file, printed(t, HTML, Options{Lang: "zh", Rules: titled}, drawn(t), hostileReport()), 0o644))
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--window-size=1400,1600", "--screenshot="+shot, "file://"+file)
	said, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", said)
	assert.NotContains(t, string(said), "CONSOLE", "the browser has nothing to complain of")
	data, err := os.Open(shot)
	require.NoError(t, err)
	defer data.Close()
	picture, err := png.Decode(data)
	require.NoError(t, err)
	for name, c := range map[string]color.RGBA{"error": {0xff, 0xd9, 0xd6, 0xff}, "warning": {0xff, 0xe9, 0xa8, 0xff}, "paper": {0xff, 0xff, 0xff, 0xff}, "page": {0xee, 0xf0, 0xf3, 0xff}} {
		assert.Greater(t, pixels(picture, c), 200, "the colour of %s is seen", name)
	}
}

func pixels(picture image.Image, want color.RGBA) (n int) {
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if color.RGBAModel.Convert(picture.At(x, y)) == want {
				n++
			}
		}
	}
	return n
}
