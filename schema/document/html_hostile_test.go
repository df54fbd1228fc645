package document

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

// hostilePages are pages that are cheap to write and dear to read for a reader
// without bounds.
func hostilePages() map[string]string {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	var attrs strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&attrs, " a%d=%d", i, i)
	}
	return map[string]string{
		"a hundred thousand nested boxes":            many("<div>", 100_000) + "x",
		"a hundred thousand nested tables":           many("<table><tr><td>", 100_000) + "x",
		"nested lists and end tags of others":        many("<ul><li>", 50_000) + many("</p></td></table></ol>", 50_000),
		"open spans":                                 many("<span>", 50_000) + many("</b></i>", 50_000),
		"open fonts, each with a word":               many("<font style='display:block'>x", 20_000),
		"a million cells":                            "<table>" + many("<tr>"+many("<td>1", 100), 10_000) + "</table>",
		"a cell as wide as a continent":              "<table><tr><td colspan=100000000>x<td rowspan=100000000>y</table>",
		"wide and high cells over thousands of rows": "<table>" + many("<tr><td colspan=1000 rowspan=65534>1", 5_000) + "</table>",
		"a row of high cells, then rows":             "<table><tr>" + many("<td rowspan=65534>1", 20_000) + many("<tr><td>1", 20_000) + "</table>",
		"huge attributes":                            "<p style='" + many("display:none;x:y;", 200_000) + "' class='" + many("nav ", 500_000) + "'>x",
		"thousands of attributes":                    "<p" + attrs.String() + ">x</p>",
		"ampersands":                                 "<p>" + many("&", 100_000) + many("&nbs", 50_000) + many("&#1", 50_000),
		"text between the rows":                      "<table>" + many("x<tr>", 100_000) + "</table>",
		"paragraphs in rows without cells":           "<table><tr>" + many("<p>x", 20_000) + "</table>",
		"a title a thousand times":                   many("<title>年度报告</title>", 50_000),
		"tags that are cut":                          many("<td ", 300_000),
		"comments that are cut":                      many("<!--", 300_000),
		"links":                                      many("<a href=a.docx>x</a> ", 20_000),
		"line breaks":                                "<p>" + many("<br>", 100_000),
		"list items":                                 "<ol>" + many("<li>x", 20_000),
		"fields":                                     many("<select><option>", 100_000) + "<p>x",
	}
}

func TestHostilePagesAreReadInBoundedTimeAndWhatIsCutIsSaid(t *testing.T) {
	t.Parallel()
	cut := []string{
		"a hundred thousand nested boxes", "a hundred thousand nested tables", "a million cells", "a row of high cells, then rows", "tags that are cut", "comments that are cut",
	}
	for name, page := range hostilePages() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			doc, err := Read(ctx, "a.html", []byte("<html>"+page))
			require.NoError(t, err)
			if slices.Contains(cut, name) {
				assert.NotEmpty(t, doc.Problems)
			}
		})
	}
}

func TestReadingStopsWhenItsTimeIsOver(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, name := range []string{"a.html", "a.md"} {
		_, err := Read(ctx, name, []byte("<p>年报</p>"))
		require.ErrorIs(t, err, context.Canceled)
	}
	_, err := (&htmlBuilder{}).build(ctx, []byte("<p>"), newCursor())
	require.ErrorIs(t, err, context.Canceled)
}

// checkPlaces holds what every reader of texts must hold: each word stands
// where its place says, in a document whose text is source.
func checkPlaces(t *testing.T, doc *Document, source string) {
	t.Helper()
	var lines [][]rune
	for _, line := range splitLines(source) {
		lines = append(lines, []rune(line))
	}
	check := func(text schema.Text) {
		at := 0
		for _, r := range text.Value {
			p := text.Place(at, at+len(string(r)))
			at += len(string(r))
			require.GreaterOrEqual(t, p.Line, 1)
			require.GreaterOrEqual(t, p.Column, 1)
			require.LessOrEqual(t, p.Line, len(lines)+1)
			if r == '\n' || r == ' ' || p.Line > len(lines) || p.Column > len(lines[p.Line-1]) {
				continue
			}
			if got := lines[p.Line-1][p.Column-1]; got != '&' && got != '<' {
				require.Equal(t, string(r), string(got), "%q at %d:%d", text.Value, p.Line, p.Column)
			}
		}
	}
	for _, b := range doc.Blocks {
		if b.Table == nil {
			check(b.Text)
			continue
		}
		for _, row := range b.Table.Rows {
			column := 0
			for _, c := range row.Cells {
				require.GreaterOrEqual(t, c.Column, column, "cells do not overlap")
				require.GreaterOrEqual(t, c.ColSpan, 1)
				require.GreaterOrEqual(t, c.RowSpan, 1)
				column = c.Column + c.ColSpan
				check(c.Text)
			}
		}
	}
}

func TestEveryWordOfAPageStandsWhereItsPlaceSays(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/html/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		text, _, ok := decodeHTML(path, data, "")
		require.True(t, ok)
		doc, err := Read(t.Context(), path, data)
		require.NoError(t, err)
		checkPlaces(t, doc, string(text))
	}
}

func TestPagesCutAnywhereAreReadOrRefused(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/html/divs.html")
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		n := random.IntN(len(data))
		doc, err := Read(t.Context(), "a.html", data[:n])
		if err == nil {
			assert.NotNil(t, doc)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<table><tr><td rowspan=2>a<td colspan=3>b<tr><td>1</table>", "<p>a&nbsp;b<br>c&#8203;</p>", "<ol><li>a<table><td>x", "\xff\xfe<\x00p\x00", "<b><p></b>x</p>",
		"<meta charset=big5><p>\xa4\xa4", "<table>x<tr>y<td>z<table><caption>c", "<select><option><p>x", "<pre>a\tb\r\nc", "<span style=display:none><td>a</span>b", "<title>a", "<xmp><p>",
		"<!DOCTYPE html><html><body><div><h1>年报</h1><p>一、总体情况</p><table><thead><tr><th>a<tbody><tr><td>1</table><footer>x</footer>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, ok := decodeHTML("a.html", data, "")
		if !ok {
			return
		}
		doc, err := readHTML(t.Context(), "a.html", data)
		require.NoError(t, err)
		checkPlaces(t, doc, string(text))
	})
}

func BenchmarkHTML(b *testing.B) {
	for _, name := range []string{"word-gbk.html", "divs.html"} {
		data, err := os.ReadFile("testdata/html/" + name)
		require.NoError(b, err)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(b.Context(), name, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
