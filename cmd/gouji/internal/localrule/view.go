package localrule

import (
	"github.com/gouji/gouji/schema"
)

// Report is the report as expressions see it. All types below it are part of
// what a project's rules rely on: fields may be added, none may change.
type Report struct {
	Path     string    `cel:"path" zh:"文件" en:"the file"`
	Format   string    `cel:"format" zh:"docx、pdf、toml 等" en:"docx, pdf, toml, …"`
	Title    string    `cel:"title" zh:"标题" en:"the title"`
	Organ    string    `cel:"organ" zh:"机关" en:"the organ that reports"`
	Year     int       `cel:"year" zh:"年度，不知道时为 0" en:"the year it is about, 0 when nothing says so"`
	Edition  string    `cel:"edition" zh:"格式版本：\"2021\"、\"2019\"，2018 年及以前为 \"\"" en:"edition of the form: \"2021\", \"2019\", \"\" before"`
	Signed   string    `cel:"signed" zh:"落款日期，如 \"2025-01-20\"，没有为 \"\"" en:"the date under it, as \"2025-01-20\", \"\" without one"`
	Text     string    `cel:"text" zh:"全部文字（不含标题和表），一段一行" en:"all prose without headings and forms, a paragraph a line"`
	Length   int       `cel:"length" zh:"text 的字数，空格和换行不计" en:"characters of text that are no white space"`
	Sections Sections  `cel:"sections" zh:"六个部分" en:"the six sections"`
	Rows     []*Row    `cel:"rows" zh:"读到的各表的行" en:"the rows of the forms that were found"`
	Columns  []*Column `cel:"columns" zh:"读到的各表的列" en:"the columns of the forms that were found"`
	Claims   []*Claim  `cel:"claims" zh:"文中说到的各个数量" en:"what the prose says of quantities"`

	report *schema.Report
}

// Sections are the six sections of a report by what they are.
type Sections struct {
	Overview     Section `cel:"overview" zh:"一、总体情况" en:"section 1"`
	Disclosure   Section `cel:"disclosure" zh:"二、主动公开" en:"section 2"`
	Applications Section `cel:"applications" zh:"三、收到和处理申请" en:"section 3"`
	Review       Section `cel:"review" zh:"四、复议诉讼" en:"section 4"`
	Problems     Section `cel:"problems" zh:"五、问题及改进" en:"section 5"`
	Other        Section `cel:"other" zh:"六、其他" en:"section 6"`
}

// of returns the section of that key, or nil.
func (s *Sections) of(key string) *Section {
	return map[string]*Section{
		"overview": &s.Overview, "disclosure": &s.Disclosure, "applications": &s.Applications,
		"review": &s.Review, "problems": &s.Problems, "other": &s.Other,
	}[key]
}

// Section is one section; Found tells one that is not there from an empty one.
type Section struct {
	Found      bool     `cel:"found" zh:"有没有这一部分" en:"whether the report has it"`
	Number     int      `cel:"number" zh:"序号" en:"its number as printed"`
	Title      string   `cel:"title" zh:"标题" en:"its title as printed"`
	Text       string   `cel:"text" zh:"文字（不含标题和表），一段一行" en:"its prose, a paragraph a line"`
	Paragraphs []string `cel:"paragraphs" zh:"各段" en:"its paragraphs"`
	Length     int      `cel:"length" zh:"text 的字数，空格和换行不计" en:"characters of text that are no white space"`
}

// Cell is one cell of a form. Its figure is told by count() and fen().
type Cell struct {
	Path   string `cel:"path" zh:"路径，如 \"applications.received.total\"" en:"its path, as \"applications.received.total\""`
	State  string `cel:"state" zh:"\"number\" 数、\"blank\" 空白、\"slash\" 斜杠、\"text\" 文字、\"absent\" 没有" en:"\"number\", \"blank\", \"slash\", \"text\" or \"absent\""`
	Raw    string `cel:"raw" zh:"原样" en:"as printed"`
	Row    string `cel:"row" zh:"行的标签" en:"the label of its row"`
	Column string `cel:"column" zh:"列的标签" en:"the label of its column"`

	id   schema.CellID
	form *schema.FormSpec
	cell schema.Cell
}

// Row is one row of a form that the report has.
type Row struct {
	Key   string  `cel:"key" zh:"行，如 \"applications.outcome.granted\"" en:"which row, as \"applications.outcome.granted\""`
	Form  string  `cel:"form" zh:"\"disclosure\" 表二、\"applications\" 表三、\"review\" 表四" en:"\"disclosure\", \"applications\" or \"review\""`
	Label string  `cel:"label" zh:"标签" en:"its label"`
	Cells []*Cell `cel:"cells" zh:"各格" en:"its cells"`

	row *schema.Row
}

// Column is one column of a form, or of a part of one with heads of its own.
type Column struct {
	Key   string  `cel:"key" zh:"列，如 \"natural\"、\"total\"" en:"which column, as \"natural\""`
	Form  string  `cel:"form" zh:"同上" en:"as above"`
	Label string  `cel:"label" zh:"标签" en:"its label"`
	Cells []*Cell `cel:"cells" zh:"各格" en:"its cells"`
}

// Claim is what the prose says of a quantity, by a figure or by a word.
type Claim struct {
	Text     string   `cel:"text" zh:"原文" en:"the words that say it"`
	Section  string   `cel:"section" zh:"所在部分，如 \"overview\"；在各部分之前为 \"\"" en:"key of its section, \"\" in front of the first"`
	What     string   `cel:"what" zh:"数量，如 \"normative.issued\"" en:"which quantity, as \"normative.issued\""`
	Name     string   `cel:"name" zh:"数量的中文名" en:"the quantity in Chinese"`
	None     bool     `cel:"none" zh:"是否用文字说没有：未收到" en:"whether a word says none: 未收到"`
	Verdict  string   `cel:"verdict" zh:"与表：\"verified\" 一致、\"contradicted\" 矛盾、\"unlinked\" 没有核对" en:"against the forms: \"verified\", \"contradicted\" or \"unlinked\""`
	Cells    []string `cel:"cells" zh:"对应的格的路径" en:"paths of the cells that it speaks of"`
	Sentence string   `cel:"sentence" zh:"所在的句子" en:"the sentence around it"`

	value schema.Number
	at    schema.Text // of its paragraph
	i, j  int
}
