package document

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func readPage(t *testing.T, page string) *Document {
	t.Helper()
	doc, err := Read(t.Context(), "a.html", []byte(page))
	require.NoError(t, err)
	require.Equal(t, "html", doc.Format)
	return doc
}

func TestHTMLText(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, page, want string }{
		{"paragraphs and headings", "<h2>一、总体情况</h2><p>全年公开信息。</p>", "## 一、总体情况\n全年公开信息。\n"},
		{"one word a span, nested fonts and Word's own tags", "<p class=MsoNormal><span>收到</span><font><font>申请</font></font><span lang=EN-US>14<o:p></o:p></span><st1:unit>件</st1:unit></p>", "收到申请14件\n"},
		{"a line broken in the source between Chinese characters is no space", "<p>政府信\n  息 公开 14\n件 a\nb</p>", "政府信息 公开 14 件 a b\n"},
		{"text directly in a div, lines by br, tags left open", "<div>第一行<br>第二行<br/><div>第三行<p>第四行<p>第五行</div>", "第一行\n第二行\n第三行\n第四行\n第五行\n"},
		{"characters by name and number, also without their semicolon", "<p>&lt;1&gt;&nbsp;&#20214;&#x4EF6;&amp;&nbsp2&unknown;&</p>", "<1> 件件& 2&unknown;&\n"},
		{"characters that cannot be seen", "<p>公\u200b开\ufeff1&shy;4&#8203;件</p>", "公开14件\n"},
		{"what is hidden is left out", `<p>a<span style="display:none">b</span><i hidden>c</i><font style="FONT-SIZE: 0px">d</font><del>e</del></p><div style='visibility:hidden'><p>f</p></div><p>g<span style="font-size:10pt">h</span></p>`, "a\ngh\n"},
		{"classes that a style sheet of the page hides", `<style>/* .a{display:none} */ @media print{.a{display:none}} .b , div.c{color:red;display:none} #d{visibility:hidden} .e .a{display:none} .f{display:none} .g{display:block}</style><p class=a>a</p><p class="x b">b</p><div class=c>c</div><p class=c>d</p><p>e<span id=d>f</span></p><p class="f g">h</p><p class=f style="display:block">i</p>`, "a\nd\ne\nh\ni\n"},
		{"an open tag that hides ends with its block", `<p>a<span style="display:none">b</p><p>c</p>`, "a\nc\n"},
		{"scripts, styles, comments and Word's islands say nothing", `<style>p{}</style><script>document.write("<p>x</p>")</script><!-- <p>y</p> --><!--[if gte mso 9]><xml><w>z</w></xml><![endif]--><xml><a>u</a></xml><p>v</p>`, "v\n"},
		{"numbers made by Word's lists are text", `<p style='mso-list:l0'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp;</span></span><![endif]><b>总体情况</b></p>`, "一、  总体情况\n"},
		{"numbers of lists are text, unless the item brings its own", "<ol><li>甲<li>乙</ol><ol><li>（一）丙<li>丁</ol><ul><li>戊</ul><ol style='list-style:none'><li>己</ol><ol style='list-style-type:cjk-ideographic' start=11><li>庚</ol>", "1.甲\n2.乙\n（一）丙\n2.丁\n戊\n己\n十一、庚\n"},
		{"tags that close themselves swallow nothing", "<p>a<xml/>b<svg/>c<o:p/>d</p>", "abcd\n"},
		{"a form's fields are not text, and one left open swallows nothing", "<p>a<select><option>b<option>c</select>d<button>e</button></p><select><option>f<p>g</p>", "ad\ng\n"},
		{"spans that are blocks are lines", `<div><span style="display:block">a</span><span style="display:block">b</span></div>`, "a\nb\n"},
		{"end tags in the wrong order", "<p><b>a<i>b</b>c</i></p></td></div><p>d</p>", "abc\nd\n"},
		{"lines of preformatted text", "<pre>a  b\nc</pre>", "a  b\nc\n"},
		{"text behind the end of the page", "<html><body><p>a</p></body></html><p>b</p>", "a\nb\n"},
		{"the title of the head where the page prints none", "<html><head><title>青石镇2020年政府信息公开工作年度报告_临江县人民政府</title></head><body><p>一、总体情况</p></body></html>", "# 青石镇2020年政府信息公开工作年度报告\n一、总体情况\n"},
		{"and not where it prints one over two lines", "<html><head><title>青石镇2020年政府信息公开工作年度报告</title></head><body><p>青石镇<br>2020年政府信息公开工作年度报告</p></body></html>", "青石镇\n2020年政府信息公开工作年度报告\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, show(readPage(t, tt.page)))
		})
	}
}

func TestHTMLTables(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("全年公开信息若干条，均已发布。", 12)
	for _, tt := range []struct{ name, page, want string }{
		{"cells that span rows and columns", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>1<td>2</table>", "| 0:a<1x2> | 1:b<2x1>\n| 0:^ | 1:1 | 2:2\n"},
		{"a span in the middle", "<table><tr><td>a<td rowspan=3>b<td>c<tr><td>1<td>2<tr><td>3<td>4</table>", "| 0:a | 1:b<1x3> | 2:c\n| 0:1 | 1:^ | 2:2\n| 0:3 | 1:^ | 2:4\n"},
		{"cells and rows whose end tags are missing", "<table><tr><td>a<td>1<tr><td>b<td>2</table><p>c", "| 0:a | 1:1\n| 0:b | 1:2\nc\n"},
		{"a table without its table tag", "<tbody><tr><td>a</td><td>1</td></tr></tbody>", "| 0:a | 1:1\n"},
		{"cells without a row", "<table><td>a<td>1</table>", "| 0:a | 1:1\n"},
		{"head first and foot last, wherever they stand", "<table><tfoot><tr><td>f<td>3</tfoot><tbody><tr><td>b<td>2</tbody><thead><tr><th>h<th>1</thead></table>", "| 0:h | 1:1\n| 0:b | 1:2\n| 0:f | 1:3\n"},
		{"a cell does not reach out of its group of rows", "<table><tbody><tr><td rowspan=5>a<td>1</tbody><tbody><tr><td>b<td>2</tbody></table>", "| 0:a<1x2> | 1:1\n| 0:b | 1:2\n"},
		{"rowspan 0 is all the rest", "<table><tr><td rowspan=0>a<td>1<tr><td>2</table>", "| 0:a<1x2> | 1:1\n| 0:^ | 1:2\n"},
		{"spans that are none", "<table><tr><td colspan=0>a<td colspan=-3>1<td colspan=x>2</table>", "| 0:a | 1:1 | 2:2\n"},
		{"blank cells", "<table><tr><td>a<td>&nbsp;<td><p><o:p>&nbsp;</o:p></p><td>0</table>", "| 0:a | 1: | 2: | 3:0\n"},
		{"lines and paragraphs in a cell", "<table><tr><td><p>自<br>然</p><p>人</p><td>1 <b>2</b></table>", "| 0:自⏎然⏎人 | 1:1 2\n"},
		{"text between rows stands before the table", "<table>x<tr>y<td>1<td>2</table>z", "xy\n| 0:1 | 1:2\nz\n"},
		{"a form around the rows", "<table><form><tr><td>1<td>2</tr></form></table>", "| 0:1 | 1:2\n"},
		{"a hidden row and a hidden cell", "<table><tr style='display:none'><td>x<td>9<tr><td>a<td hidden>8<td>1</table>", "| 0:a | 1:1\n"},
		{"figures in the fields of a form", "<table><tr><td>a<td><input type=text value=14 readonly><td><input type=hidden value=9><td><input value='请输入'></table><input value=3>", "| 0:a | 1:14 | 2: | 3:\n"},
		{"a frame around one figure is no table of its own", "<table><tr><td>a<td><table><tr><td>1</table><td>2<tr><td>b<td>3<td>4</table>", "| 0:a | 1:1 | 2:2\n| 0:b | 1:3 | 2:4\n"},
		{"a table that does not end", "<table><tr><td>a<td>1<td>2<td>3<tr><td>b<td>4<td>5<td>8<td>6<p>二、情况</p><p>" + long + "</p><table><tr><td>c<td>7</table>", "| 0:a | 1:1 | 2:2 | 3:3\n| 0:b | 1:4 | 2:5 | 3:8 | 4:6\n二、情况\n" + long + "\n| 0:c | 1:7\n"},
		{"a caption", "<table><caption>表一</caption><tr><td>a<td>1</table>", "表一\n| 0:a | 1:1\n"},
		{"a table around the page is no table", "<table><tr><td>" + long + "</td><td><table><tr><td>a<td>1</table></td></tr></table>", long + "\n| 0:a | 1:1\n"},
		{"a table of one column is text", "<table><tr><td>第一段<tr><td>第二段</table>", "第一段\n第二段\n"},
		{"rows of text and rows of figures in one table", "<table><tr><td colspan=3>" + long + "<tr><td colspan=3>二、情况<tr><td colspan=3>第二十条<tr><td>a<td>1<td>2</table>", long + "\n二、情况\n| 0:第二十条<3x1>\n| 0:a | 1:1 | 2:2\n"},
		{"a label with a long remark is a label", "<table><tr><td>（二）部分公开（区分处理的，只计这一情形，不计其他情形）<td>1<td>2<tr><td>b<td>3<td>4</table>", "| 0:（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1:1 | 2:2\n| 0:b | 1:3 | 2:4\n"},
		{"a table that opens within another, outside of its cells", "<table><tr><td>a<td>1</td><table><tr><td>b<td>2</table>", "| 0:a | 1:1\n| 0:b | 1:2\n"},
		{"an end tag in a cell closes nothing around its table", "<div><table><tr><td>a</div></p><td>1</table>b</div>", "| 0:a | 1:1\nb\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, show(readPage(t, tt.page)))
		})
	}
}

func TestWhatASitePrintsAroundATextIsLeftOut(t *testing.T) {
	t.Parallel()
	const body = "<p>本报告由六个部分组成，数据真实。</p><p>一、总体情况</p><p>无。</p>"
	const text = "本报告由六个部分组成，数据真实。\n一、总体情况\n无。\n"
	for _, tt := range []struct{ name, page, want string }{
		{"navigation, footer and aside", "<nav><a href=/>首页</a></nav>" + body + "<aside>热点</aside><footer>地址</footer>", text},
		{"the line of date, source and visits under a title", "<h1>年度报告</h1><div>发布时间：2021-01-20 来源：青石镇 浏览次数：35 字体：【大 中 小】</div><p>2021-01-20 10:20</p>" + body, "# 年度报告\n" + text},
		{"a row of links in the table around the page", "<table><tr><td><a href=a>首页</a><td><a href=b>公开</a><td><a href=c>办事</a><tr><td colspan=3>" + body + "</table>", text},
		{"a date under the text is its own", body + "<p>发布日期：2021年1月20日</p>", text + "发布日期：2021年1月20日\n"},
		{"where the visitor is", "<div>您现在的位置：首页 &gt; 公开</div>" + body, text},
		{"print, close, back and forth", body + "<p>【打印】 【关闭】</p><p>上一篇：2019年政府信息公开工作年度报告</p>", text},
		{"a box at the side, with its heading", body + "<aside><h3>相关报告</h3><a href=x>2019年政府信息公开工作年度报告</a></aside>", text},
		{"lists of links", "<ul><li><a href=a>2018年年报</a><li><a href=b>2017年年报</a></ul>" + body, text},
		{"what follows the first mark of a site behind the text", body + "<p>青石镇人民政府</p><div class=share>分享到</div><p>地址：江滨路1号</p>", text + "青石镇人民政府\n"},
		{"but not a text whose box is named like one", "<div class=nav-content>" + body + "</div>", text},
		{"nor a footer that holds the text", "<footer>" + body + "</footer>", text},
		{"nor a sentence about visits and printing", "<p>网站浏览次数达到12万次。打印材料由窗口提供。</p>", "网站浏览次数达到12万次。打印材料由窗口提供。\n"},
		{"nor a paragraph that an open link swallows", "<p><a href=x>本镇全年公开信息若干，均已发布。</p>", "本镇全年公开信息若干，均已发布。\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, show(readPage(t, tt.page)))
		})
	}
}

func TestWhatAPageDoesNotHoldIsSaid(t *testing.T) {
	t.Parallel()
	const sentences = "<p>本报告由六个部分组成。</p><p>全年公开信息六十条。</p><p>没有收到任何申请。</p>"
	const table = "<table><tr><td>a<td>1<td>2<td>3</table>"
	for _, tt := range []struct{ name, page, want string }{
		{"a report that is only attached", "<p>年度报告</p><a href='/f/年报.docx?x=1'>附件</a>", "!not-report 1:12"},
		{"tables that are only attached", sentences + "<a href=年报.pdf>附件</a>", "!unreadable"},
		{"tables that are pictures", sentences + "<p><img src=a.png></p>", "!no-text-layer"},
		{"icons are no tables", sentences + "<img src=a.gif width=16><a href=x><img src=b.png></a>", ""},
		{"an attachment beside the tables", sentences + table + "<a href=年报.pdf>附件</a>", ""},
		{"a page in a frame", "<iframe src=/nb/2020.html></iframe>", "!not-report"},
		{"a page of frames", "<html><frameset><frame src=a.html><frame src=b.html></frameset></html>", "!not-report"},
		{"a frame beside the tables", sentences + table + "<iframe src=/b.html></iframe>", "!remark"},
		{"a counter's frame", sentences + table + "<iframe src=/b.html width=1 height=1></iframe>", ""},
		{"figures that are not shown", sentences + "<div style=display:none>" + table + "</div>", "!unread-table 1:"},
		{"a page cut in a tag", "<html><p>" + sentences + "<p cla", "!unreadable"},
		{"a page cut in a comment", "<html><p>" + sentences + "<!-- x", "!unreadable"},
		{"a page cut in a script", "<html><p>" + sentences + "<script>x", "!unreadable"},
		{"a page cut in a table", "<html><p>" + sentences + "<table><tr><td>1", "!unreadable"},
		{"a page whose table and body are not closed apart", "<html><body>" + sentences + "<table><tr><td>1<td>2<td>3</body></html>", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readPage(t, tt.page)
			doc.Blocks = nil
			got := show(doc)
			if tt.want == "" {
				assert.Empty(t, got)
				return
			}
			assert.True(t, strings.HasPrefix(got, tt.want), got)
			assert.Len(t, doc.Problems, 1)
			assert.NotEmpty(t, doc.Problems[0].EN)
		})
	}
}

func TestHTMLPlacesAreLinesAndColumnsOfTheSource(t *testing.T) {
	t.Parallel()
	doc := readPage(t, "<p>\r\n  收到<b>申请\r14</b>件</p>\n<table>\u2028<tr><td>甲</td>\n <td  title='\n'>&#49;4</td></tr></table>")
	p := doc.Blocks[0].Text
	assert.Equal(t, "收到申请 14件", p.Value)
	at := p.Place(0, len("收"))
	assert.Equal(t, []int{2, 3, 2, 4}, []int{at.Line, at.Column, at.EndLine, at.EndColumn})
	at = p.Place(len("收到申请 "), len("收到申请 14件"))
	assert.Equal(t, []int{3, 1, 3, 8}, []int{at.Line, at.Column, at.EndLine, at.EndColumn})
	cell := doc.Blocks[1].Table.Rows[0].Cells[1]
	assert.Equal(t, "14", cell.Text.Value)
	assert.Equal(t, []int{7, 3, 7, 9}, []int{cell.Place.Line, cell.Place.Column, cell.Place.EndLine, cell.Place.EndColumn})
	assert.Equal(t, []int{1, 1, 2}, []int{cell.Place.Table, cell.Place.Row, cell.Place.Cell})
}

func TestTheCharsetOfAPageIsToldByItsContent(t *testing.T) {
	t.Parallel()
	const words = "政府信息公开工作年度报告"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(words)
	require.NoError(t, err)
	const traditional = "政府信息公開工作年度報告"
	big5, err := traditionalchinese.Big5.NewEncoder().String(traditional)
	require.NoError(t, err)
	utf16 := "\xff\xfe"
	for _, r := range "<p>" + words {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	soup := strings.Repeat("<span style='font-size:16pt'></span>", 300)
	for _, tt := range []struct{ name, page, want string }{
		{"UTF-8 that says nothing", "<p>" + words, words},
		{"UTF-8 that says GBK", "<meta charset=gbk><p>" + words, words},
		{"UTF-8 with a mark", "\ufeff<p>" + words, words},
		{"GB18030 that says GB2312", "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>" + gb, words},
		{"GB18030 that says UTF-8", "<meta charset='utf-8'><p>" + gb, words},
		{"GB18030 that says Latin 1", "<meta charset=iso-8859-1><p>" + gb, words},
		{"GB18030 that says Big5", "<meta charset=big5><p>" + gb, words},
		{"GB18030 between thousands of tags", soup + "<p>" + gb, words},
		{"Big5 that says so", "<meta charset=big5><p>" + big5, traditional},
		{"UTF-16", utf16, words},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			doc := readPage(t, tt.page)
			assert.Equal(t, tt.want+"\n", show(doc))
		})
	}
	doc := readPage(t, "<p>"+strings.Repeat(words, 9)+"\xff</p>")
	require.Len(t, doc.Problems, 1, "a broken byte does not make UTF-8 another encoding, but it is said")
	assert.Contains(t, doc.Blocks[0].Text.Value, words)
}

func TestPagesAreToldByTheirContent(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, content, format string }{
		{"a.doc", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><p>年报", "html"},
		{"a.txt", "<!-- x -->\n<!DOCTYPE html><p>年报", "html"},
		{"a.html", "年报<br>第二行", "html"},
		{"a.html", "年报 2 < 3", "text"},
		{"a.txt", "年报<br>第二行", "text"},
		{"a.md", "<div align=center>\n\n# 年报\n\n</div>", "markdown"},
		{"a.md", "<!DOCTYPE html><html><body>年报", "html"},
		{"-", "| a | b |\n|---|---|\n| 1 | 2 |", "markdown"},
		{"a.txt", "| a | b |\n|---|---|\n| 1 | 2 |", "text"},
		{"a.doc", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>年报", "html"},
		{"a.mht", "年报\n\n正文", "text"},
		{"a.txt", "Content-Type: 说明\n年报", "text"},
	} {
		doc, err := Read(t.Context(), tt.name, []byte(tt.content))
		require.NoError(t, err)
		assert.Equal(t, tt.format, doc.Format, "%s %q", tt.name, tt.content)
	}
}
