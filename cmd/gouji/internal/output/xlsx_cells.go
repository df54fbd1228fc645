package output

import (
	"strconv"

	"github.com/gouji/gouji/cmd/gouji/internal/layout"
	"github.com/gouji/gouji/rules"
	"github.com/gouji/gouji/schema"
)

// cellHeads are the heads of the cells of the forms in long form.
func cellHeads(lang string) []string {
	if lang == "en" {
		return []string{"organ", "year", "form", "row", "column", "value", "state", "cell", "file"}
	}
	return []string{"机关", "年度", "表", "行", "列", "数值", "状态", "单元格", "文件"}
}

// cellRows lists the cells of the forms of reports. The words of a form's cells
// are put together once.
type cellRows struct {
	lang  string
	words map[*schema.FormSpec][]cellWord
}

type cellWord struct {
	id                      schema.CellID
	form, row, column, path string
}

// of returns a row for each cell of the report's forms; none when the report
// was not read.
func (c *cellRows) of(res rules.Result) [][]any {
	r := res.Report
	if res.Record == nil {
		return nil
	}
	organ, file := layout.Clean(r.Organ.Value), layout.Clean(r.Path)
	var year any
	if r.Year > 0 {
		year = r.Year
	}
	var out [][]any
	for _, key := range schema.FormKeys() {
		f := r.Forms[key]
		if f == nil || f.Spec == nil {
			continue
		}
		for _, w := range c.form(f.Spec) {
			v := res.Record.Value(w.id)
			out = append(out, []any{organ, year, w.form, w.row, w.column, xlsxNumber(v.String()), c.state(v.State()), w.path, file})
		}
	}
	return out
}

func (c *cellRows) form(spec *schema.FormSpec) []cellWord {
	if list, ok := c.words[spec]; ok {
		return list
	}
	var list []cellWord
	form := pick(c.lang, "表"+formNumeral(spec.Number), string(spec.Key))
	for _, row := range spec.Rows {
		for k, id := range row.Cells {
			list = append(list, cellWord{id, form, shortLabel(row.Name()), row.Block.Columns[k].Label, id.Path()})
		}
	}
	if c.words == nil {
		c.words = map[*schema.FormSpec][]cellWord{}
	}
	c.words[spec] = list
	return list
}

// state says what a cell holds; the states are never merged.
func (c *cellRows) state(s schema.State) string {
	if c.lang == "en" {
		return s.String()
	}
	switch s {
	case schema.Blank:
		return "空白"
	case schema.Slash:
		return "斜线"
	case schema.Numeric:
		return "数字"
	case schema.Words:
		return "文字"
	}
	return "未读到"
}

// xlsxNumber is a number where a workbook keeps it exactly, which is up to
// fifteen digits; else its words.
func xlsxNumber(words string) any {
	if words == "" {
		return nil
	}
	if f, err := strconv.ParseFloat(words, 64); err == nil && len(words) < 15 && strconv.FormatFloat(f, 'f', -1, 64) == words {
		return f
	}
	return words
}

// restHeads are the heads of what was not read, could not be checked, or belongs
// to no organ.
func restHeads(lang string) []string {
	if lang == "en" {
		return []string{"file", "organ", "year", "state", "why"}
	}
	return []string{"文件", "机关", "年度", "结果", "原因"}
}

// unread lists a report that was not read to its end, in which nothing could be
// held to anything, or that names no organ or no year.
func (p *auditBook) unread(res rules.Result) error {
	r := res.Report
	_, placed := p.organs[res.Record]
	state, why := stateWords(res, p.o.Lang), doubt(res, placed && res.Record != nil, p.o.Lang)
	switch {
	case why == "":
		return nil
	case !res.Unread && res.Coverage.Relations.Held == 0:
		state = pick(p.o.Lang, "未能核对", "not checked")
	}
	row := []any{p.file(r.Path), layout.Clean(r.Organ.Value), nil, state, why}
	if r.Year > 0 {
		row[2] = r.Year
	}
	return p.rest.add(row)
}
