package output

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/rules/record"
	"github.com/gouji/gouji/schema"
)

// beside lays reports side by side as an audit does.
func beside(results ...rules.Result) (*Across, []rules.Result) {
	a := &Across{}
	byRecord := map[*record.Record]rules.Result{}
	var records []*record.Record
	for i := range results {
		if !results[i].Unread {
			results[i].Record = record.Of(results[i].Report)
			records = append(records, results[i].Record)
			byRecord[results[i].Record] = results[i]
		} else {
			a.Rest = append(a.Rest, results[i])
		}
	}
	organs, rest := record.Group(records)
	for _, o := range organs {
		a.Add(o, func(r *record.Record) rules.Result { return byRecord[r] })
	}
	for _, r := range rest {
		a.Rest = append(a.Rest, byRecord[r])
	}
	return a, results
}

// auditedPage is the page of an audit of the reports.
func auditedPage(t *testing.T, lang string, results ...rules.Result) []byte {
	t.Helper()
	a, results := beside(results...)
	var b bytes.Buffer
	p := newAuditPage(&b, Options{Lang: lang, Rules: titled, Audit: true})
	require.NoError(t, p.Begin(a))
	sum := Summary{Across: a}
	for _, res := range results {
		sum.Add([]rules.Result{res})
		require.NoError(t, p.Report(res))
	}
	require.NoError(t, p.Close(sum))
	return b.Bytes()
}

// shownBy has a browser open the page, and returns what stands in it then. A
// word of complaint fails the test.
func shownBy(t *testing.T, page []byte, hash string) *html.Node {
	t.Helper()
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && browser == "" {
			browser = path
		}
	}
	switch {
	case testing.Short():
		t.Skip("starts a browser")
	case browser == "":
		t.Skip("no chromium is installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	require.NoError(t, os.WriteFile(file, page, 0o644))
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--virtual-time-budget=10000", "--dump-dom", "file://"+file+hash)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	require.NoError(t, cmd.Run(), said.String())
	assert.NotContains(t, said.String(), "CONSOLE", "the browser has nothing to complain of")
	doc, err := html.Parse(&out)
	require.NoError(t, err)
	return doc
}

func byID(n *html.Node, id string) *html.Node {
	for c := range n.Descendants() {
		if attribute(c, "id") == id {
			return c
		}
	}
	return nil
}

func tags(n *html.Node, tag string) (list []*html.Node) {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == tag {
			list = append(list, c)
		}
	}
	return list
}

func TestThePageOfAnAuditHoldsWhatItNeedsAndNothingThatRuns(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"zh", "en"} {
		out := auditedPage(t, lang, township(), hostileReport(), clean(), unread())
		assert.Equal(t, out, auditedPage(t, lang, township(), hostileReport(), clean(), unread()), "the same bytes again")
		doc, err := html.Parse(bytes.NewReader(out))
		require.NoError(t, err)
		var kinds []string
		for _, s := range tags(doc, "script") {
			kinds = append(kinds, attribute(s, "type"))
		}
		assert.Equal(t, []string{"text/plain", "text/plain", "text/plain", "text/plain", "application/json", ""}, kinds, "packed reports, data, and one script")
		for _, n := range append(tags(doc, "input"), tags(doc, "select")...) {
			assert.Equal(t, "label", n.Parent.Data, "what is asked for is said")
		}
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				assert.NotContains(t, []string{"src", "onclick", "onerror", "onload", "style"}, a.Key)
				if a.Key == "href" {
					assert.Regexp(t, `^#[a-z0-9-]+$`, a.Val)
				}
			}
		}
		assert.Equal(t, map[string]string{"zh": "zh-CN", "en": "en"}[lang], attribute(tags(doc, "html")[0], "lang"))
		var data struct {
			Reports  []pageReport
			Findings []pageFinding
		}
		require.NoError(t, json.Unmarshal([]byte(byID(doc, "data").FirstChild.Data), &data))
		assert.Len(t, data.Reports, 4)
		assert.Len(t, data.Findings, len(township().Findings)+len(hostileReport().Findings)+len(unread().Findings))
	}
}

func TestABrowserListsTheFindingsAndDrawsAReport(t *testing.T) {
	t.Parallel()
	hostile := hostileReport()
	page := auditedPage(t, "zh", hostile, drawn(t), unread())
	doc := shownBy(t, page, "#r2-f1")
	assert.Len(t, tags(byID(doc, "found"), "tr"), len(hostile.Findings)+len(drawn(t).Findings)+len(unread().Findings))
	for _, bad := range []string{"img", "iframe", "object"} {
		assert.Empty(t, tags(doc, bad))
	}
	assert.Equal(t, "年报审核结果", words(tags(doc, "title")[0]))

	report := byID(doc, "report")
	require.NotNil(t, byID(report, "r2-f1"), "the finding that was asked for")
	assert.NotEmpty(t, elements(report, "table", "form"), "it was unpacked")
	assert.Contains(t, attribute(tags(doc, "body")[0], "class"), "one", "the rest makes room")

	doc = shownBy(t, page, "#r1")
	assert.Empty(t, tags(byID(doc, "report"), "img"), "no word of a report is markup")
	assert.NotEmpty(t, elements(byID(doc, "report"), "li", "finding"))
}

// A copy of the page that lets a second script in does what a hand would.
func TestThePageSortsSearchesAndFilters(t *testing.T) {
	t.Parallel()
	var results []rules.Result
	for i := range 150 {
		res := township()
		r := *res.Report
		r.Organ, r.Path = schema.NewText(fmt.Sprintf("柳河%03d镇人民政府", i), schema.Place{}), fmt.Sprintf("%03d.txt", i)
		res.Report = &r
		if i%2 == 1 {
			res.Findings = nil
			res.Coverage.Relations.Held = 41
		}
		results = append(results, res)
	}
	page := string(auditedPage(t, "zh", results...))
	page = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllString(page, "")
	page = strings.Replace(page, "</body>", `<script>
		const at = (id) => document.getElementById(id), said = {};
		const visible = () => [...at("matrix").tBodies[0].rows].filter((r) => !r.hidden);
		const change = (id, value, kind) => { at(id).value = value; at(id).dispatchEvent(new Event(kind)); };
		said.first = at("found").rows.length;
		at("more").click(); said.second = at("found").rows.length;
		change("organ-search", "柳河01", "input"); said.found = visible().length;
		change("organ-search", "", "input");
		at("organ-bad").click(); said.bad = visible().length; at("organ-bad").click();
		const heads = at("matrix").tHead.rows[0].cells;
		heads[0].firstElementChild.click(); said.last = visible()[0].dataset.name;
		heads[1].firstElementChild.click(); said.worst = visible()[0].cells[1].className; said.sorted = heads[1].getAttribute("aria-sort");
		document.querySelector("input[name=severity][value='3']").click(); said.mild = at("found-count").textContent;
		at("clear").click(); change("by-code", "TB101", "change"); said.code = at("found-count").textContent;
		at("clear").click(); change("find", "柳河000 tb101", "input");
		setTimeout(() => { said.words = at("found-count").textContent;
			document.body.insertAdjacentHTML("beforeend", "<pre id='said'></pre>"); at("said").textContent = JSON.stringify(said); }, 500);
	</script></body>`, 1)
	doc := shownBy(t, []byte(page), "")
	require.NotNil(t, byID(doc, "said"))
	var said map[string]any
	require.NoError(t, json.Unmarshal([]byte(words(byID(doc, "said"))), &said))
	per := len(township().Findings)
	errs, tb101 := 0, 0
	for _, f := range township().Findings {
		if f.Severity == rules.Error {
			errs++
		}
		if f.Code == "TB101" {
			tb101++
		}
	}
	total := 75 * per
	assert.Equal(t, map[string]any{
		"first": 100.0, "second": 200.0, "found": 10.0, "bad": 75.0, "last": "柳河149镇人民政府", "worst": "error", "sorted": "descending",
		"mild":  fmt.Sprintf("符合条件 %d 条，共 %d 条；显示前 %d 条。", 75*(per-errs), total, min(100, 75*(per-errs))),
		"code":  fmt.Sprintf("符合条件 %d 条，共 %d 条；显示前 %d 条。", 75*tb101, total, min(100, 75*tb101)),
		"words": fmt.Sprintf("符合条件 %d 条，共 %d 条；显示前 %d 条。", tb101, total, tb101),
	}, said)
}

func TestThePageSaysWhatItDoesNotDraw(t *testing.T) {
	t.Parallel()
	a, results := beside(township())
	var b bytes.Buffer
	p := newAuditPage(&b, Options{Lang: "zh", Rules: titled, Audit: true})
	require.NoError(t, p.Begin(a))
	p.packed = maxPacked
	require.NoError(t, p.Report(results[0]))
	require.NoError(t, p.Close(Summary{Across: a}))
	assert.Contains(t, b.String(), "另有 1 份有问题的年报没有画出")
	assert.NotContains(t, b.String(), "text/plain")
}
