package document

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/gouji/gouji/schema"
)

const wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// docxOf makes a Word file of the body and, where they are not "", of the
// styles and the numbering.
func docxOf(tb testing.TB, body, styles, numbering string) []byte {
	tb.Helper()
	const relType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	return zipOf(tb, rootRels("word/document.xml"),
		part{"word/document.xml", `<w:document ` + wordNames + `><w:body>` + body + `</w:body></w:document>`},
		part{"word/styles.xml", `<w:styles ` + wordNames + `>` + styles + `</w:styles>`},
		part{"word/numbering.xml", `<w:numbering ` + wordNames + `>` + numbering + `</w:numbering>`},
		part{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="s" Type="` + relType + `styles" Target="styles.xml"/><Relationship Id="n" Type="` + relType + `numbering" Target="numbering.xml"/></Relationships>`})
}

func readDocx(tb testing.TB, data []byte) *Document {
	tb.Helper()
	doc, err := Read(context.Background(), "年报.docx", data)
	require.NoError(tb, err)
	return doc
}

// sketch prints blocks shortly: a table as rows of cells between bars, with ^
// for a covered place.
func sketch(blocks []Block) string {
	var out []string
	for _, b := range blocks {
		switch b.Kind {
		case Break:
			out = append(out, "")
		case Heading:
			out = append(out, strings.Repeat("#", b.Level)+" "+b.Text.Value)
		case Paragraph:
			out = append(out, b.Text.Value)
		case TableBlock:
			for _, row := range b.Table.Rows {
				line := ""
				for _, c := range row.Cells {
					words := c.Text.Value
					if c.Covered {
						words = "^"
					}
					line += "|" + words
				}
				out = append(out, line+"|")
			}
		}
	}
	return strings.Join(out, "\n")
}

func words(s string) string { return "<w:r><w:t>" + s + "</w:t></w:r>" }
func para(s string) string  { return "<w:p>" + words(s) + "</w:p>" }
func cell(s string) string  { return "<w:tc>" + para(s) + "</w:tc>" }

func TestWordsOfAWordFile(t *testing.T) {
	t.Parallel()
	const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 9</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	for _, tt := range []struct{ name, body, want string }{
		{"runs are joined", "<w:p>" + words("新收") + words("12件") + "</w:p>", "新收12件"},
		{"a line break ends a line, a page break too", `<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t></w:r></w:p>`, "甲\n乙\n丙"},
		{"an empty paragraph is a gap", para("甲") + "<w:p/><w:p/>" + para("乙"), "甲\n\n乙"},
		{"hidden text is none, text that is not hidden is", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>明</w:t></w:r></w:p>`, "明"},
		{"inserted text counts, deleted does not", "<w:p>" + words("共") + "<w:ins>" + words("13") + "</w:ins><w:del><w:r><w:delText>12</w:delText></w:r></w:del>" + words("件") + "</w:p>", "共13件"},
		{"moved text counts once", "<w:p><w:moveFrom>" + words("甲") + "</w:moveFrom></w:p><w:p><w:moveTo>" + words("甲") + "</w:moveTo></w:p>", "甲"},
		{"a field shows its result", "<w:p>" + field + words("7") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + words("页") + "</w:p>", "7页"},
		{"a field without a result shows nothing", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>X</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + words("页") + "</w:p>", "页"},
		{"a paragraph whose mark is deleted goes on in the next", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + words("新收1") + "</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>" + para("2件。") + para("完"), "新收12件。\n完"},
		{"one whose mark is deleted before a table ends there", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + words("甲") + "</w:p><w:tbl><w:tr>" + cell("1") + "</w:tr></w:tbl>" + para("乙"), "甲\n|1|\n乙"},
		{"a mark that was inserted ends its paragraph", "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" + words("甲") + "</w:p>" + para("乙"), "甲\n乙"},
		{"characters by number and by name, and as they are", "<w:p><w:r><w:t>&#x4E00;&#20108;&amp;&lt;</w:t><w:t><![CDATA[<3>]]></w:t><!-- no words --><?nor this?></w:r></w:p>", "一二&<<3>"},
		{"text that is not UTF-8 is unread, not dropped", para("1\xFF2"), "1\uFFFD2"},
		{"links and content controls are looked into", "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>" + words("网址") + "</w:hyperlink><w:sdt><w:sdtContent>" + words("年度") + "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>", "网址年度"},
		{"of two ways to say it one is read", "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + para("框内") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + para("框内") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + words("正文") + "</w:p>", "正文\n框内"},
		{"notes leave no mark", "<w:p>" + words("正文") + `<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`, "正文"},
		{"a symbol nobody can name is said to be one", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F001"/></w:r></w:p>`, "☑\uFFFD"},
		{"a heading is one by its level, not by its words", `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>` + words("一、总体情况") + "</w:p>" + para("二、总体情况"), "# 一、总体情况\n二、总体情况"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, sketch(readDocx(t, docxOf(t, tt.body, "", "")).Blocks))
		})
	}
}

func TestTablesOfAWordFile(t *testing.T) {
	t.Parallel()
	const restart, goesOn = `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>`, `<w:tc><w:tcPr><w:vMerge/></w:tcPr>`
	for _, tt := range []struct{ name, body, want string }{
		{"cells merged downwards", "<w:tr>" + restart + para("甲") + "</w:tc>" + cell("1") + "</w:tr><w:tr>" + goesOn + "<w:p/></w:tc>" + cell("2") + "</w:tr>", "|甲|1|\n|^|2|"},
		{"two merges, one above the other", "<w:tr>" + restart + para("甲") + "</w:tc></w:tr><w:tr>" + restart + para("乙") + "</w:tc></w:tr><w:tr>" + goesOn + "<w:p/></w:tc></w:tr>", "|甲|\n|乙|\n|^|"},
		{"a merge without a beginning is a cell", "<w:tr>" + goesOn + para("甲") + "</w:tc></w:tr>", "|甲|"},
		{"a deleted row is gone, an inserted one is not", "<w:tr><w:trPr><w:del/></w:trPr>" + cell("1") + "</w:tr><w:tr><w:trPr><w:ins/></w:trPr>" + cell("2") + "</w:tr>", "|2|"},
		{"a deleted cell is gone", "<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>" + para("1") + "</w:tc>" + cell("2") + "</w:tr>", "|2|"},
		{"a label over two paragraphs is one", "<w:tr><w:tc>" + para("法律服") + para("务机构") + "</w:tc></w:tr>", "|法律服务机构|"},
		{"two figures in one cell are not glued", "<w:tr><w:tc>" + para("1") + para("0") + "</w:tc></w:tr>", "|1 0|"},
		{"nor in full width, nor a figure and a sign for what cannot be read", "<w:tr><w:tc>" + para("１") + para("２") + "</w:tc><w:tc>" + para("\uFFFD") + para("2") + "</w:tc></w:tr>", "|１ ２|\uFFFD 2|"},
		{"a line break in a cell keeps figures apart, a run does not", "<w:tr><w:tc><w:p><w:r><w:t>1</w:t><w:br/><w:t>2</w:t></w:r></w:p></w:tc><w:tc><w:p>" + words("1") + words("2") + "</w:p></w:tc></w:tr>", "|1 2|12|"},
		{"a figure in a cell that goes on is not glued to that above", "<w:tr>" + restart + para("1") + "</w:tc></w:tr><w:tr>" + goesOn + para("2") + "</w:tc></w:tr>", "|1 2|\n|^|"},
		{"a figure that a merged cell repeats counts once", "<w:tr>" + restart + para("1") + "</w:tc></w:tr><w:tr>" + goesOn + para("1") + "</w:tc></w:tr>", "|1|\n|^|"},
		{"content controls around rows, cells and figures are looked through", "<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" + cell("甲") + "</w:sdtContent></w:sdt><w:tc><w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>" + words("7") + "</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:sdtContent></w:sdt>", "|甲|7|"},
		{"figures in a text box in a cell stand apart", "<w:tr><w:tc><w:p>" + words("7") + "<w:r><w:drawing><w:txbxContent>" + para("8") + "</w:txbxContent></w:drawing></w:r></w:p></w:tc></w:tr>", "|7 8|"},
		{"a row deleted with its figures leaves no trace in the merge above", "<w:tr>" + restart + para("甲") + "</w:tc>" + cell("1") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + goesOn + "<w:p/></w:tc>" + cell("2") + "</w:tr><w:tr>" + goesOn + "<w:p/></w:tc>" + cell("3") + "</w:tr>", "|甲|1|\n|^|3|"},
		{"inserted and deleted figures of one cell", "<w:tr><w:tc><w:p><w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins>" + words("2") + "</w:ins></w:p></w:tc></w:tr>", "|2|"},
		{"columns left out at a row's end are no cells", `<w:tr><w:trPr><w:gridAfter w:val="2"/></w:trPr>` + cell("甲") + "</w:tr>", "|甲|"},
		{"a table in a cell follows as one of its own", "<w:tr><w:tc>" + para("外") + "<w:tbl><w:tr>" + cell("内") + "</w:tr></w:tbl></w:tc></w:tr>", "|外|\n|内|"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, sketch(readDocx(t, docxOf(t, "<w:tbl>"+tt.body+"</w:tbl>", "", "")).Blocks))
		})
	}
	doc := readDocx(t, docxOf(t, para("文")+`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>`+para("7")+"</w:tc>"+cell("8")+"</w:tr></w:tbl>", "", ""))
	row := doc.Blocks[1].Table.Rows[0]
	assert.True(t, doc.Blocks[1].Table.Ruled)
	assert.Equal(t, []int{2, 3, 5, 1}, []int{row.Cells[0].Column, row.Cells[0].ColSpan, row.Cells[1].Column, row.Cells[1].ColSpan})
	assert.Equal(t, schema.Place{Path: "年报.docx", Line: 1, Table: 1, Row: 1, Cell: 6}, row.Cells[1].Place)
}

func TestListNumbersAreText(t *testing.T) {
	t.Parallel()
	const lists = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
	const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="X"><w:basedOn w:val="X"/></w:style>`
	item := func(list, level, s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` + words(s) + "</w:p>"
	}
	styled := func(id, s string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + id + `"/></w:pPr>` + words(s) + "</w:p>"
	}
	body := item("1", "0", "甲") + item("1", "1", "乙") + item("1", "1", "丙") + styled("H", "丁") + item("1", "1", "戊") +
		item("2", "0", "点") + item("0", "0", "无") + item("3", "0", "己") + item("1", "0", "庚") + styled("X", "辛")
	assert.Equal(t, "一、甲\n（1）乙\n（2）丙\n# 二、丁\n（1）戊\n点\n无\n五、己\n六、庚\n辛", sketch(readDocx(t, docxOf(t, body, styles, lists)).Blocks))
}

func TestListNumbersOfSeveralLevels(t *testing.T) {
	t.Parallel()
	const lists = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	item := func(level, s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="1"/></w:numPr></w:pPr>` + words(s) + "</w:p>"
	}
	body := item("0", "甲") + item("1", "乙") + item("1", "丙") + item("0", "丁") + "<w:tbl><w:tr><w:tc>" + item("1", "戊") + "</w:tc></w:tr></w:tbl>"
	assert.Equal(t, "三、甲\n3.1 乙\n3.2 丙\n四、丁\n|4.1 戊|", sketch(readDocx(t, docxOf(t, body, "", lists)).Blocks))
}

func TestChineseListNumbers(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "零", 1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 100: "一百", 103: "一百零三", 110: "一百一十", 1001: "一千零一", 12000: "一万二千", 10010: "一万零一十"} {
		assert.Equal(t, want, listNumber("chineseCountingThousand", n))
	}
	assert.Equal(t, "③", listNumber("decimalEnclosedCircleChinese", 3))
	assert.Equal(t, "21", listNumber("decimalEnclosedCircle", 21))
	assert.Equal(t, "iv", listNumber("lowerRoman", 4))
	assert.Equal(t, "bb", listNumber("lowerLetter", 28))
}

func TestWhatIsLostOfAWordFileIsSaid(t *testing.T) {
	t.Parallel()
	doc := readDocx(t, docxOf(t, para("甲")+"<w:p><w:ins>"+words("乙")+"</w:ins></w:p>", "", ""))
	require.Len(t, doc.Problems, 1)
	assert.Equal(t, schema.Remark, doc.Problems[0].Kind)

	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 100)
	for name, body := range map[string]string{
		"broken XML":           para("甲") + para("乙") + "<w:p></w:q>",
		"an entity of its own": para("甲") + para("乙") + "<w:p><w:r><w:t>&bomb;</w:t></w:r></w:p>",
		"tables without end":   para("甲") + para("乙") + deep,
		"a million cells":      para("甲") + para("乙") + "<w:tbl><w:tr>" + strings.Repeat("<w:tc/>", maxDocxColumn+1) + "</w:tr></w:tbl>",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := readDocx(t, docxOf(t, body, "", ""))
			assert.True(t, strings.HasPrefix(sketch(doc.Blocks), "甲\n乙"))
			require.Len(t, doc.Problems, 1)
			assert.Equal(t, schema.Unreadable, doc.Problems[0].Kind)
			assert.Contains(t, doc.Problems[0].ZH, "没有核对")
		})
	}
}

func FuzzDocx(f *testing.F) {
	f.Add(para("一、总体情况") + "<w:tbl><w:tr>" + cell("1") + "</w:tr></w:tbl>")
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="-3"/></w:tcPr></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := Read(context.Background(), "f.docx", docxOf(t, body, "", ""))
		if err == nil && doc == nil {
			t.Fatal("neither a document nor an error")
		}
	})
}

func TestATableThatArrangesThePageIsReadAsItsBlocks(t *testing.T) {
	t.Parallel()
	const sentence = "全年主动公开政府信息一百二十条，群众反映的问题都已答复。"
	form := "<w:tbl><w:tr>" + cell("规章") + cell("0") + cell("1") + "</w:tr><w:tr>" + cell("行政许可") + cell("2") + cell("3") + "</w:tr></w:tbl>"
	page := func(cells ...string) string {
		out := ""
		for _, c := range cells {
			out += "<w:tr><w:tc>" + c + "</w:tc></w:tr>"
		}
		return "<w:tbl>" + out + "</w:tbl>"
	}
	const grid = "|规章|0|1|\n|行政许可|2|3|"
	for _, tt := range []struct{ name, body, want string }{
		{"all in one cell", page(para("一、总体情况") + para(sentence) + para("二、主动公开") + form), "一、总体情况\n" + sentence + "\n二、主动公开\n" + grid},
		{"a row for each part", page(para("一、总体情况"), para("一、"+sentence)+para(sentence), para("二、主动公开"), form+para("注")), "一、总体情况\n一、" + sentence + "\n" + sentence + "\n二、主动公开\n" + grid + "\n注"},
		{"tables in tables", page("<w:tbl><w:tr><w:tc>" + para("一、总体情况") + para(sentence) + form + "</w:tc></w:tr></w:tbl>"), "一、总体情况\n" + sentence + "\n" + grid},
		{"a form with a sentence in a cell is a form", "<w:tbl><w:tr>" + cell("注："+sentence) + cell("0") + cell("1") + "</w:tr></w:tbl>", "|注：" + sentence + "|0|1|"},
		{"a frame around a figure is a cell", "<w:tbl><w:tr>" + cell("规章") + "<w:tc><w:tbl><w:tr>" + cell("7") + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>", "|规章||\n|7|"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, sketch(readDocx(t, docxOf(t, tt.body, "", "")).Blocks))
		})
	}
}
