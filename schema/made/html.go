package made

import (
	"fmt"
	"html"
	"strings"
)

// htmlStyle is one of the ways in which sites and programs write a page.
type htmlStyle struct {
	name     string
	title    string // format of the title's element
	heading  string
	prose    string
	cell     string // format of what stands in a cell
	open     string // in front of the text, behind <body>
	close    string
	oneBlock bool // paragraphs are parted by <br> in one element
}

var htmlStyles = []htmlStyle{
	{name: "plain", title: "<h1>%s</h1>\n", heading: "<h2>%s</h2>\n", prose: "<p>%s</p>\n", cell: "%s"},
	{
		name: "word", title: "<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt'>%s</span></b></p>\n",
		heading: "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:黑体'>%s</span></p>\n",
		prose:   "<p class=MsoNormal style='text-indent:32.0pt'><span lang=ZH-CN>%s</span></p>\n",
		cell:    "<p class=MsoNormal align=center>\n  <span>%s</span><o:p></o:p></p>",
	},
	{
		name: "site", title: "<div class=\"title\">%s</div>\n", heading: "<p><strong>%s</strong></p>\n", prose: "<p>　　%s</p>\n", cell: "<p>%s</p>",
		open:  "<div class=\"nav\"><a href=\"/\">首页</a> &gt; <a href=\"/gk\">政务公开</a></div>\n<table class=\"meta\"><tr><td>索引号</td><td>%s</td><td>发布机构</td><td>%s</td></tr></table>\n<div class=\"TRS_Editor\">\n",
		close: "</div>\n<div class=\"foot\">【字体：大 中 小】 打印 关闭</div>\n",
	},
	{name: "breaks", title: "<center><font size=5>%s</font></center>\n", heading: "%s<br>\n", prose: "&nbsp;&nbsp;&nbsp;&nbsp;%s<br><br>\n", cell: "%s", open: "<div>", close: "</div>", oneBlock: true},
}

// HTML prints the report as a web page in one of several styles.
func (m *Made) HTML() string { return m.htmlIn(pick(newDice(m.Seed, streamPrint), htmlStyles)) }

func (m *Made) htmlIn(style htmlStyle) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html.EscapeString(strings.Join(m.Title, "")) + "</title>\n</head>\n<body>\n")
	if strings.Contains(style.open, "%s") {
		fmt.Fprintf(&b, style.open, fmt.Sprintf("%08d/%d-%05d", m.Seed%100_000_000, m.Signed.Year, m.Seed%100_000), html.EscapeString(m.Organ.Name))
	} else {
		b.WriteString(style.open)
	}
	for _, p := range m.parts(false) {
		text := html.EscapeString(p.text)
		switch p.kind {
		case titlePart:
			fmt.Fprintf(&b, style.title, text)
		case headLine:
			fmt.Fprintf(&b, style.heading, text)
		case tablePart:
			b.WriteString(p.grid.html(style))
		default:
			fmt.Fprintf(&b, style.prose, text)
		}
	}
	b.WriteString(style.close + "</body>\n</html>\n")
	return b.String()
}

// html prints the grid with its merged cells.
func (g grid) html(style htmlStyle) string {
	if style.cell == "" {
		style.cell = "%s"
	}
	var b strings.Builder
	b.WriteString("<table border=\"1\">\n")
	for _, row := range g.rows {
		b.WriteString("<tr>\n")
		for _, c := range row {
			b.WriteString("<td")
			if c.cols > 1 {
				fmt.Fprintf(&b, " colspan=\"%d\"", c.cols)
			}
			if c.rows > 1 {
				fmt.Fprintf(&b, " rowspan=\"%d\"", c.rows)
			}
			b.WriteString(">" + fmt.Sprintf(style.cell, html.EscapeString(c.text)) + "</td>\n")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}
