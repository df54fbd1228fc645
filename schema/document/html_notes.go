package document

import (
	"fmt"
	"html"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gouji/gouji/schema"
)

// htmlNotes is what a page says beside its text, and what was lost of it.
type htmlNotes struct {
	page, closed bool // <html> or <body> was opened, and closed

	titles []schema.Text // from <title> and <meta name="ArticleTitle">
	frames []schema.Text // addresses of pages within the page
	files  []schema.Text // names of linked documents
	images []spot

	hiddenChars, hiddenFigures int
	hiddenAt                   spot

	broken, deep, cut, wide spot
}

// maxNotes bounds each list of notes.
const maxNotes = 100

func (n *htmlNotes) title(raw []byte, at spot, path string) {
	words := strings.Join(strings.Fields(html.UnescapeString(string(raw))), " ")
	if len(n.titles) < maxNotes && words != "" && !n.closed {
		n.titles = append(n.titles, schema.NewText(words, at.place(path)))
	}
}

// meta takes the title that the sites of Chinese governments name in their
// head; it is surer than <title>.
func (n *htmlNotes) meta(attrs *htmlAttrs, at spot, path string) {
	if attrs.name == "articletitle" && strings.TrimSpace(attrs.content) != "" {
		n.titles = slices.Insert(n.titles, 0, schema.NewText(strings.TrimSpace(attrs.content), at.place(path)))
	}
}

func (n *htmlNotes) frame(a atom.Atom, attrs *htmlAttrs, at spot) {
	isFrame := a == atom.Frame || a == atom.Iframe || a == atom.Embed
	tiny := attrs.hidden || attrs.width == 1 || attrs.height == 1
	if !isFrame || tiny || attrs.src == "" || strings.HasPrefix(attrs.src, "about:") || strings.HasPrefix(attrs.src, "javascript:") || len(n.frames) >= maxNotes {
		return
	}
	n.frames = append(n.frames, schema.NewText(attrs.src, schema.Place{Line: at.line, Column: at.column}))
}

// documentFiles are the extensions of files that a report may be attached in.
var documentFiles = []string{".doc", ".docx", ".pdf", ".wps", ".xls", ".xlsx", ".et", ".rtf", ".odt", ".ofd", ".zip", ".rar", ".jpg", ".jpeg", ".png"}

func (n *htmlNotes) link(attrs *htmlAttrs, at spot) {
	name := attrs.href
	if u, err := url.Parse(name); err == nil {
		name = u.Path
	}
	if !slices.Contains(documentFiles, strings.ToLower(path.Ext(name))) || len(n.files) >= maxNotes {
		return
	}
	n.files = append(n.files, schema.NewText(path.Base(name), schema.Place{Line: at.line, Column: at.column}))
}

// image notes a picture that may hold a table: not an icon, nor the picture of a
// link.
func (n *htmlNotes) image(attrs *htmlAttrs, at spot, linked bool) {
	small := attrs.width > 0 && attrs.width < 200 || attrs.height > 0 && attrs.height < 60
	if !small && !linked && !attrs.hidden && attrs.src != "" && len(n.images) < maxNotes {
		n.images = append(n.images, at)
	}
}

// say turns the notes into problems. figures and prose tell what was read.
func (n *htmlNotes) say(doc *Document, figures, sentences int) {
	lost := func(kind schema.ProblemKind, at spot, zh, en string) {
		doc.Problems = append(doc.Problems, schema.Problem{Kind: kind, Place: at.place(doc.Path), ZH: zh, EN: en})
	}
	if n.broken != (spot{}) {
		lost(schema.Unreadable, n.broken, "网页不完整：文件在表格或标签中间断了，后面的内容没有；请重新保存或下载。",
			"the page is cut short in a table or a tag; save or download it again")
	}
	if n.cut != (spot{}) {
		lost(schema.Unreadable, n.cut, fmt.Sprintf("网页太大，超过 %d 个段落和格子，其后没有读，没有核对。", maxHTMLNodes),
			fmt.Sprintf("the page has more than %d blocks; what follows was not read", maxHTMLNodes))
	}
	if n.wide != (spot{}) {
		lost(schema.UnreadTable, n.wide, fmt.Sprintf("表格太大，超过 %d 格，其余没有读，没有核对。", maxTableCells),
			fmt.Sprintf("a table has more than %d cells; the rest was not read", maxTableCells))
	}
	if n.deep != (spot{}) {
		lost(schema.Unreadable, n.deep, fmt.Sprintf("网页嵌套超过 %d 层，更深处的表格没有按表格读，没有核对。", maxHTMLDepth),
			fmt.Sprintf("the page is nested more than %d deep; tables below that were not read as tables", maxHTMLDepth))
	}
	n.sayHidden(doc)
	if figures < leastFigures {
		n.sayElsewhere(doc, sentences)
	} else {
		n.sayFrames(doc, schema.Remark)
	}
}

func (n *htmlNotes) sayHidden(doc *Document) {
	p := schema.Problem{Place: n.hiddenAt.place(doc.Path)}
	switch {
	case n.hiddenFigures >= leastFigures:
		p.Kind = schema.UnreadTable
		p.ZH = fmt.Sprintf("网页里有一处不显示的内容，其中有 %d 个数，没有读，没有核对；如果它是正文，请在浏览器里显示后另存。", n.hiddenFigures)
		p.EN = fmt.Sprintf("the page holds %d figures that it does not show; they were not checked", n.hiddenFigures)
	case n.hiddenChars >= 200:
		p.Kind = schema.Remark
		p.ZH = fmt.Sprintf("网页里有不显示的内容（%d 字），没有读。", n.hiddenChars)
		p.EN = fmt.Sprintf("the page holds text that it does not show (%d characters); it was not read", n.hiddenChars)
	default:
		return
	}
	doc.Problems = append(doc.Problems, p)
}

// leastFigures is how many figures a page that holds the forms has at least.
const leastFigures = 3

// sayElsewhere says where the tables may be when the page has none.
func (n *htmlNotes) sayElsewhere(doc *Document, sentences int) {
	p := schema.Problem{Place: schema.Place{Path: doc.Path}}
	switch {
	case len(n.files) > 0:
		f := n.files[0]
		p.Place, p.Words = f.Whole(), f.Value
		p.Place.Path = doc.Path
		if sentences >= 3 {
			p.Kind = schema.Unreadable
			p.ZH = fmt.Sprintf("网页里没有表格，表格可能在附件“%s”里，没有核对；请下载附件检查。", f.Value)
			p.EN = fmt.Sprintf("the page has no tables, which may be in the attachment %q; download and check that", f.Value)
		} else {
			p.Kind = schema.NotReport
			p.ZH = fmt.Sprintf("网页上没有年报正文和表格，只有附件（%s），没有核对；请下载附件检查。", f.Value)
			p.EN = fmt.Sprintf("the page holds no report but an attachment (%s); download and check that", f.Value)
		}
	case len(n.images) > 0:
		p.Kind, p.Place = schema.NoTextLayer, n.images[0].place(doc.Path)
		p.ZH = fmt.Sprintf("网页里没有表格，只有 %d 张图片，图片上的字读不出来，没有核对；请提供原来的 .docx。", len(n.images))
		p.EN = fmt.Sprintf("the page has %d pictures and no tables; what is in pictures cannot be read, so give the .docx itself", len(n.images))
	case len(n.frames) > 0:
		n.sayFrames(doc, schema.NotReport)
		return
	default:
		return
	}
	doc.Problems = append(doc.Problems, p)
}

func (n *htmlNotes) sayFrames(doc *Document, kind schema.ProblemKind) {
	if len(n.frames) == 0 {
		return
	}
	f := n.frames[0]
	at := f.Whole()
	at.Path = doc.Path
	doc.Problems = append(doc.Problems, schema.Problem{
		Kind: kind, Place: at, Words: f.Value,
		ZH: fmt.Sprintf("网页里嵌着另一个页面（%s），那里的内容没有读；如果年报在其中，请打开那个页面另存。", f.Value),
		EN: fmt.Sprintf("another page (%s) is embedded here and was not read; if the report is there, save that page", f.Value),
	})
}
